//! Strips to tear off, memos, notices of editions.

use jiff::civil::date;
use reglament::diagnostics::{Diagnostics, LineIndex};
use reglament::language::Language;
use reglament::model::audience::{Audience, Group};
use reglament::model::markdown;
use reglament::model::memo::Memo;
use reglament::model::print::{PosterKind, PrintSettings, Variant};
use reglament::model::school::School;
use reglament::model::system::InformationSystem;
use reglament::model::text::{Footnote, NodeKind, RegulationText};
use reglament::outputs::Artifact;
use reglament::source::theme::Theme;

use super::HOSTILE;
use super::fixture::{edition, file, node, print, print_with, school, text};
use super::tools::Pdf;

const HOME: &str = "https://reglament.example.org/gimnaziya-1/";
/// Upright sheets, in colour and in black.
const UPRIGHT: [&str; 4] = ["", "-a4", "-a3-bw", "-a4-bw"];
/// A name of 160 letters.
const LONG: &str = "Муниципальное автономное общеобразовательное учреждение средняя \
                    общеобразовательная школа с углублённым изучением отдельных предметов имени \
                    Героя Советского Союза";
const MEMO: &str = "## 1. Как получить доступ\n\n- Код выдаёт школа.\n- Пароль никому не \
                    называйте[^1].\n\n## 2. Если забыли пароль\n\nВосстановите его сами.\n\n| Что \
                    | Где |\n|-|-|\n| пароль | на странице входа |\n\n> Берегите пароль.\n\n[^1]: \
                    Даже сотрудникам.\n";

fn memo(source: &str) -> Memo {
    let mut found = Diagnostics::default();
    let index = LineIndex::new("memo.md".into(), source);
    let text = markdown::parse(source, &index, &mut found);
    assert!(found.is_empty(), "{found:#?}");
    Memo {
        title: "Памятка родителям".into(), lead: Some("Как войти.".into()), text
    }
}

/// A school of which only this kind is printed, on all upright sheets.
fn only(kind: PosterKind) -> School {
    let variants = Variant::ALL.into_iter().filter(|variant| !variant.landscape);
    let print = PrintSettings { posters: vec![kind], variants: variants.collect() };
    School { print, memo: Some(memo(MEMO)), ..school(8) }
}

fn with_system(school: &mut School, change: impl FnOnce(&mut InformationSystem)) {
    let mut system = school.system.as_deref().expect("a system").clone();
    change(&mut system);
    school.system = Some(system.into());
}

fn pdf(files: &[Artifact], name: &str) -> Pdf {
    Pdf::new(file(files, &format!("gimnaziya-1/posters/{name}.pdf")))
}

/// What the codes on the first page open, as another program reads them; it does not read every
/// code at every resolution.
fn codes(pdf: &Pdf) -> Vec<String> {
    let all = [200, 150, 300, 400].into_iter().find_map(|dpi| codes_at(pdf, dpi));
    all.expect("codes that can be read")
}

/// All codes that are seen at this resolution, unless there is none or one cannot be read.
fn codes_at(pdf: &Pdf, dpi: usize) -> Option<Vec<String>> {
    let (width, pixels) = pdf.grey(dpi);
    let grey = |x: usize, y: usize| pixels[y * width + x];
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, pixels.len() / width, grey);
    let grids = page.detect_grids();
    let codes = grids.iter().map(|code| code.decode().ok().map(|(_, text)| text));
    codes.collect::<Option<Vec<String>>>().filter(|codes| !codes.is_empty())
}

/// Its text in the order in which it was written, white space as single spaces.
fn ordered(pdf: &Pdf) -> String {
    pdf.raw_text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_sound(pdf: &Pdf, parts: &[&str]) {
    let text = ordered(pdf);
    for part in parts {
        assert!(text.contains(part), "«{part}» in {text}");
    }
    // 5 mm are 14.2 points.
    assert!(pdf.margin() > 14.2, "{}", pdf.margin());
    assert!(pdf.check().contains("No syntax or stream encoding errors"));
    assert_eq!(pdf.info("Tagged"), "yes");
}

#[test]
fn strips_hold_what_people_take_along() {
    let files = print(&only(PosterKind::Strips));
    for (sheet, counts) in UPRIGHT.into_iter().zip([9..=10, 8..=10, 9..=10, 8..=10]) {
        let pdf = pdf(&files, &format!("strips{sheet}"));
        assert_eq!(pdf.pages(), 1, "{sheet}");
        assert_sound(&pdf, &["Нужна помощь?", "ИС «ЭлЖур»", "+7 (900) 000-00-05", "М. П. Иванова"]);
        let strips = pdf.text().matches("Помощь: ИС «ЭлЖур»").count();
        assert!(counts.contains(&strips), "{strips} on {sheet}");
        let codes = codes(&pdf);
        assert_eq!(codes.iter().filter(|code| *code == HOME).count(), strips, "{sheet}");
        let sheet_code = format!("{HOME}#sheet-strips-");
        assert!(codes.iter().any(|code| code.starts_with(&sheet_code)), "{codes:?}");
        let told = pdf.told();
        assert_eq!(told.matches("Помощь: ИС «ЭлЖур»").count(), 1, "{told}");
    }
}

#[test]
fn strips_name_the_nearest() {
    let mut school = only(PosterKind::Strips);
    for person in &mut school.timetables[0].people {
        (person.phone, person.email) = (None, None);
    }
    let text = pdf(&print(&school), "strips-a4").text();
    assert!(text.contains("+7 (900) 000-00-01 Школа"), "the office answers: {text}");
    assert!(text.contains("Дни, часы и кабинеты — в графике консультаций"));
    school.timetables.clear();
    with_system(&mut school, |system| system.desk = None);
    let text = pdf(&print(&school), "strips").text();
    assert!(!text.contains("Консультанты") && !text.contains("Служба поддержки"), "{text}");
    school.system = None;
    assert!(pdf(&print(&school), "strips").text().contains("К кому обратиться"));
    (school.phone, school.email, school.website, school.address) = (None, None, None, None);
    let files = print(&school);
    assert!(files.iter().all(|file| !file.path.contains("strips")), "nobody to turn to");
}

#[test]
fn a_memo_is_printed_word_for_word() {
    let mut school = only(PosterKind::Memo);
    let files = print(&school);
    let words = [
        "Памятка родителям",
        "Как войти.",
        "1 Как получить доступ – Код выдаёт школа. – Пароль никому не называйте1.",
        "2 Если забыли пароль Восстановите его сами.",
        "Что Где пароль на странице входа",
        "Берегите пароль.",
        "1 Даже сотрудникам.",
        "Куда обратиться",
        "+7 (900) 000-00-10",
        "М. П. Иванова",
    ];
    for sheet in UPRIGHT {
        let pdf = pdf(&files, &format!("memo{sheet}"));
        assert_eq!(pdf.pages(), 1, "{sheet}");
        assert_sound(&pdf, &words);
        let codes = codes(&pdf);
        assert!(codes[0].starts_with(&format!("{HOME}#sheet-memo-")), "{codes:?}");
    }
    let shared = Memo { title: "Общая памятка".into(), ..memo(MEMO) };
    with_system(&mut school, |system| system.memo = Some(shared));
    let text = pdf(&print(&school), "memo").text();
    assert!(text.contains("Памятка родителям") && !text.contains("Общая"), "{text}");
    school.memo = None;
    assert!(pdf(&print(&school), "memo").text().contains("Общая памятка"));
    school.system = None;
    assert!(print(&school).iter().all(|file| !file.path.contains("memo")));
}

#[test]
fn a_long_memo_flows_on_and_loses_nothing() {
    let mut school = only(PosterKind::Memo);
    let sections = (1..=30).map(|number| {
        format!("## {number}. Правило {number}\n\n- начало-{number} {}\n\n", LONG.repeat(2))
    });
    school.memo = Some(memo(&sections.collect::<String>()));
    let files = print(&school);
    for sheet in UPRIGHT {
        let pdf = pdf(&files, &format!("memo{sheet}"));
        let (text, pages) = (pdf.text(), pdf.pages());
        assert!(pages > 1, "{sheet}");
        for page in 1..=pages {
            assert!(text.contains(&format!("лист {page} из {pages}")), "{page} of {sheet}");
        }
        for number in 1..=30 {
            assert!(text.contains(&format!("начало-{number} ")), "{number} of {sheet}");
        }
        assert_eq!(text.matches("Страница помощи:").count(), pages, "a foot on each");
        assert_eq!(pdf.told().matches("Страница помощи:").count(), 1, "read out once");
        assert_sound(&pdf, &["Куда обратиться"]);
    }
}

#[test]
fn words_of_content_are_never_markup() {
    let mut school = only(PosterKind::Memo);
    school.print.posters = vec![PosterKind::Strips, PosterKind::Memo, PosterKind::Notice];
    school.short_name = HOSTILE.into();
    let paragraph = node(NodeKind::Paragraph, None, HOSTILE);
    let note = Footnote { label: HOSTILE.into(), body: vec![paragraph.clone()], line: 1 };
    school.memo = Some(Memo {
        title: HOSTILE.into(),
        lead: Some(HOSTILE.into()),
        text: RegulationText { nodes: vec![paragraph], footnotes: vec![note], terms: Vec::new() },
    });
    let edition = &mut school.regulations[0].editions[0];
    (edition.title, edition.summary) = (HOSTILE.into(), Some(HOSTILE.into()));
    let files = print(&school);
    for (name, count) in [("strips-a4", 1), ("memo-a4", 5), ("notice-pomoshch-a4", 2)] {
        let text = pdf(&files, name).text();
        assert!(text.matches(HOSTILE).count() >= count, "{name}: {text}");
    }
}

#[test]
fn a_first_edition_is_announced() {
    let files = print(&only(PosterKind::Notice));
    let words = [
        "Утверждён регламент",
        "Регламент оказания консультационной и технической помощи",
        "Действует с 1 сентября 2026 г. по 31 августа 2029 г.",
        "приказом директора от 1 сентября 2026 г. № 45",
        "для всех",
        "Текст регламента на сайте школы",
    ];
    for sheet in UPRIGHT {
        let pdf = pdf(&files, &format!("notice-pomoshch{sheet}"));
        assert_eq!(pdf.pages(), 1, "{sheet}");
        assert_sound(&pdf, &words);
        assert!(!pdf.text().contains("Что изменилось"), "nothing was before");
        let codes = codes(&pdf);
        let opened = format!("{HOME}pomoshch/2026-09-01/#sheet-notice-pomoshch-");
        assert!(codes[0].starts_with(&opened), "{codes:?}");
    }
}

/// The school with an edition that follows on 1 December, `count` clauses of which differ.
fn amended(count: usize) -> School {
    let mut school = only(PosterKind::Notice);
    let clause = |number: usize, words: &str| {
        node(NodeKind::Clause, Some(&format!("{number}.1.")), &format!("{words} {number}."))
    };
    let all = |words: &str| RegulationText {
        nodes: (1..=count).map(|number| clause(number * 2, words)).collect(),
        ..RegulationText::default()
    };
    let editions = &mut school.regulations[0].editions;
    editions[0].text = all("Консультант отвечает родителю за три дня по обращению");
    let mut next = edition(all("Консультант отвечает родителю за два дня по обращению"));
    (next.approval.date, next.in_force) = (date(2026, 11, 16), date(2026, 12, 1));
    next.affects = Audience::default().with(Group::Parents).with(Group::Staff);
    editions.push(next);
    school
}

#[test]
fn a_new_edition_is_announced_before_it_is_in_force() {
    let mut school = amended(3);
    let files = print(&school);
    let listed = pdf(&files, "notice-pomoshch-a4");
    assert_sound(
        &listed,
        &[
            "Утверждена новая редакция",
            "Действует с 1 декабря 2026 г.",
            "редакции от 1 сентября 2026 г.",
            "для родителей и сотрудников",
            "Изменено: п. 2.1; п. 4.1; п. 6.1",
        ],
    );
    let codes = codes(&listed);
    let opened = format!("{HOME}pomoshch/2026-11-16/changes.html#sheet-notice-pomoshch-");
    assert!(codes[0].starts_with(&opened), "{codes:?}");
    let latest = school.regulations[0].editions.last_mut().expect("two editions");
    latest.summary = Some("Ответ родителям – за 2 дня.".into());
    let text = pdf(&print(&school), "notice-pomoshch").text();
    assert!(text.contains("Ответ родителям – за 2 дня.") && !text.contains("п. 4.1"), "{text}");
    let mut same = amended(3);
    let editions = &mut same.regulations[0].editions;
    editions[1].text = editions[0].text.clone();
    let text = pdf(&print(&same), "notice-pomoshch").text();
    assert!(text.contains("Слова и номера не изменились."), "{text}");
}

#[test]
fn a_long_list_of_changes_flows_on() {
    let mut school = amended(400);
    school.name = LONG.into();
    school.regulations[0].editions[1].title = LONG.into();
    school.print.variants.truncate(2);
    let files = print(&school);
    for (sheet, least) in [("", 1), ("-a4", 2)] {
        let pdf = pdf(&files, &format!("notice-pomoshch{sheet}"));
        let (text, pages) = (ordered(&pdf), pdf.pages());
        assert!(pages >= least, "{sheet}: {pages}");
        assert_eq!(text.contains(&format!("лист 1 из {pages}")), pages > 1, "{sheet}");
        for number in 1..=400 {
            assert!(text.contains(&format!("п. {}.1", number * 2)), "{number}");
        }
        assert_sound(&pdf, &["Утверждена новая редакция"]);
    }
}

#[test]
fn long_names_fit() {
    assert!((155..=170).contains(&LONG.chars().count()), "{}", LONG.chars().count());
    let mut school = only(PosterKind::Memo);
    school.print.posters = vec![PosterKind::Strips, PosterKind::Memo, PosterKind::Notice];
    (school.name, school.short_name) = (LONG.into(), LONG.into());
    school.timetables[0].people.iter_mut().for_each(|person| person.post = LONG.into());
    with_system(&mut school, |system| {
        system.name = LONG.into();
        system.desk.as_mut().expect("a desk").name = LONG.into();
    });
    school.regulations[0].editions[0].title = LONG.into();
    let files = print(&school);
    for name in ["strips", "memo", "notice-pomoshch"] {
        for sheet in UPRIGHT {
            let pdf = pdf(&files, &format!("{name}{sheet}"));
            assert_eq!(pdf.pages(), 1, "{name}{sheet}");
            assert_sound(&pdf, &[LONG]);
        }
    }
    let pdf = pdf(&files, "strips-a4");
    assert!(codes(&pdf).iter().filter(|code| *code == HOME).count() >= 3);
    assert!(pdf.text().matches("+7 (900) 000-00-05").count() >= 4, "on the sheet and the strips");
}

#[test]
fn handouts_speak_english() {
    let mut school = amended(3);
    school.print.posters = vec![PosterKind::Strips, PosterKind::Memo, PosterKind::Notice];
    let (files, warnings) = print_with(&school, Language::English, &Theme::built_in());
    let files = files.expect("files");
    assert!(warnings.is_empty(), "{warnings:#?}");
    for (name, words) in [
        ("strips-a4", ["Need help?", "Tear off a slip", "Support desk"]),
        ("memo-a4", ["Whom to ask", "Памятка родителям", "Help page"]),
        ("notice-pomoshch-a4", ["A new edition is approved", "In force", "for parents and staff"]),
    ] {
        assert_sound(&pdf(&files, name), &words);
    }
}

#[test]
fn the_text_of_an_act_needs_no_summary() {
    let mut school = amended(0);
    school.regulations[0].editions[0].text = text();
    let told = pdf(&print(&school), "notice-pomoshch").text();
    assert!(told.contains("Исключено:"), "{told}");
}
