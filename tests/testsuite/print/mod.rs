//! Posters and acts as printed: read back by programs that are not ours.

mod act;
mod codes;
mod command;
mod comparison;
pub(crate) mod fixture;
mod handouts;
mod layouts;
mod receipt;
mod samples;
mod stand;
mod timetables;
pub(crate) mod tools;

use jiff::civil::date;
use reglament::diagnostics::Severity;
use reglament::language::{Arg, Catalogue, Language};
use reglament::model::print::PosterKind;
use reglament::model::text::{Inline, Node, NodeKind, RegulationText, Table};
use reglament::outputs::print::Press;
use reglament::source::theme::Theme;

use fixture::{edition, extra, file, node, print, print_with, school};
use tools::Pdf;

const TIMETABLE: &str = "gimnaziya-1/posters/timetable.pdf";
const CONTACTS: &str = "gimnaziya-1/posters/contacts.pdf";
const ACT: &str = "gimnaziya-1/pomoshch/2026-09-01.pdf";
const HOSTILE: &str = "#read(\"x\") {{7*7}} $x$ *b* _i_ \\ <a> @b `c` = d // e";

#[test]
fn files_of_a_school() {
    use PosterKind::{Contacts, Timetable, TimetableParents, TimetableStaff};
    let mut school = school(5);
    school.print.posters = vec![Timetable, TimetableParents, TimetableStaff, Contacts];
    let files = print(&school);
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let names = ["timetable", "timetable-parents", "timetable-staff", "contacts"];
    let endings = [".pdf", ".png", "-a4.pdf"];
    let posters = names
        .iter()
        .flat_map(|name| endings.map(|ending| format!("gimnaziya-1/posters/{name}{ending}")));
    let expected: Vec<String> = posters.chain([ACT.to_owned()]).collect();
    assert_eq!(paths, expected);
    school.timetables.clear();
    let files = print(&school);
    assert!(files.iter().all(|file| !file.path.contains("timetable")));
    assert!(Pdf::new(file(&files, CONTACTS)).text().contains("+7 (900) 000-00-05"));
}

#[test]
fn equal_bytes_from_any_thread() {
    let catalogue = Catalogue::new(Language::Russian);
    let press = Press::new(&Theme::built_in(), &catalogue).expect("a sound theme");
    let schools: Vec<_> = [3, 20, 40].map(school).into_iter().collect();
    let alone: Vec<_> = schools.iter().map(print).collect();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3)
            .map(|turn| {
                let (press, catalogue, schools) = (&press, &catalogue, &schools);
                let made = move || {
                    let which = schools.iter().cycle().skip(turn).take(3);
                    let made = which.map(|school| fixture::on(press, school, catalogue));
                    made.map(|files| files.expect("files")).collect::<Vec<_>>()
                };
                scope.spawn(made)
            })
            .collect();
        for (turn, thread) in threads.into_iter().enumerate() {
            let made = thread.join().expect("no panic");
            for (index, files) in made.into_iter().enumerate() {
                assert!(files == alone[(turn + index) % 3], "school {index} of thread {turn}");
            }
        }
    });
}

#[test]
fn content_is_never_markup() {
    let mut school = school(2);
    school.name = HOSTILE.into();
    school.short_name = HOSTILE.into();
    let edition = &mut school.regulations[0].editions[0];
    edition.title = HOSTILE.into();
    edition.text = RegulationText {
        nodes: vec![node(NodeKind::Clause, Some("1.1."), HOSTILE)],
        footnotes: Vec::new(),
        terms: Vec::new(),
    };
    let timetable = school.timetables.first_mut().expect("a timetable");
    timetable.people[0].post = HOSTILE.into();
    timetable.note = Some(HOSTILE.into());
    timetable.sessions[0].details.topic = Some(HOSTILE.into());
    let files = print(&school);
    for path in [TIMETABLE, CONTACTS, ACT] {
        let pdf = Pdf::new(file(&files, path));
        assert!(pdf.text().contains(HOSTILE), "{path}: {}", pdf.text());
        assert_eq!(pdf.info("Author"), HOSTILE);
    }
    assert_eq!(Pdf::new(file(&files, ACT)).info("Title"), HOSTILE);
}

#[test]
fn pdfs_are_sound_and_accessible() {
    let files = print(&school(20));
    for path in [TIMETABLE, CONTACTS, ACT] {
        let bytes = file(&files, path);
        let pdf = Pdf::new(bytes);
        assert!(pdf.check().contains("No syntax or stream encoding errors"), "{path}");
        assert_eq!(pdf.info("Tagged"), "yes", "{path}");
        assert!(contains(bytes, b"pdfuaid:part"), "{path} claims PDF/UA");
        assert_eq!(pdf.info("Creator"), "reglament", "{path}");
        assert!(contains(bytes, b"/Lang (ru)") || contains(bytes, b"/Lang(ru)"), "{path}");
    }
    let act = Pdf::new(file(&files, ACT));
    assert!(act.info("Page size").ends_with("(A4)"), "{}", act.info("Page size"));
    assert!(act.pages() > 2);
    let poster = Pdf::new(file(&files, TIMETABLE));
    assert!(poster.info("Page size").ends_with("(A3)"), "{}", poster.info("Page size"));
}

#[test]
fn previews_are_small_pictures() {
    let files = print(&school(20));
    for path in ["gimnaziya-1/posters/timetable.png", "gimnaziya-1/posters/contacts.png"] {
        let bytes = file(&files, path);
        let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
        assert_eq!((reader.info().width, reader.info().height), (396, 560), "{path}");
        assert_eq!(reader.info().color_type, png::ColorType::Indexed, "{path}");
        assert!(bytes.len() < 80_000, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn an_act_keeps_every_word_in_order() {
    let files = print(&school(3));
    let text = Pdf::new(file(&files, ACT)).text();
    let mut expected = Vec::new();
    let edition = &school(3).regulations[0].editions[0];
    edition.text.nodes.iter().for_each(|node| words(node, &mut expected));
    let mut found = text.split_whitespace();
    for word in &expected {
        assert!(found.any(|candidate| candidate == word), "«{word}» is missing or displaced");
    }
    assert!(text.contains("7 Раздел согласован с разработчиком"), "{text}");
}

/// The words of a node as they are printed; the mark of the footnote sticks to its word.
fn words(node: &Node, out: &mut Vec<String>) {
    let mark = if node.kind == NodeKind::Item { "–" } else { "" };
    let mut text = node.number.clone().unwrap_or_else(|| mark.into());
    text.push(' ');
    for inline in &node.text {
        match inline {
            Inline::FootnoteMark(_) => text.push('7'),
            inline => reglament::model::text::plain_text(std::slice::from_ref(inline), &mut text),
        }
    }
    out.extend(text.split_whitespace().map(Into::into));
    if let NodeKind::Table(table) = &node.kind {
        for cell in table.rows.iter().flatten() {
            let mut text = String::new();
            reglament::model::text::plain_text(cell, &mut text);
            out.extend(text.split_whitespace().map(Into::into));
        }
    }
    node.children.iter().for_each(|child| words(child, out));
}

#[test]
fn rows_of_a_table_stay_on_one_page() {
    let mut school = school(0);
    let cell = |words: &str| vec![Inline::Text(words.into())];
    let long = "Проверяет, вовремя ли внесены отметки и сведения о пропусках, ".repeat(4);
    let rows = (0..40).map(|row| vec![cell(&format!("начало-{row}")), cell(&long), cell("конец")]);
    let table = Table {
        head: vec![cell("Кто"), cell("Что"), cell("Когда")], rows: rows.collect()
    };
    let mut high = table.clone();
    high.rows = vec![vec![cell("один"), cell(&long.repeat(30)), cell("последнее слово")]];
    let nodes = [table, high].map(|table| node(NodeKind::Table(table), None, ""));
    school.regulations[0].editions[0].text =
        RegulationText { nodes: nodes.into(), footnotes: Vec::new(), terms: Vec::new() };
    let files = print(&school);
    let pdf = Pdf::new(file(&files, ACT));
    let text = pdf.text();
    let raw = pdf.raw_text();
    assert!(
        raw.split('\u{c}').take(pdf.pages()).all(|page| page.contains("Кто")),
        "repeated heads"
    );
    // Each row begins and ends on the same page: no head stands between.
    let rows: Vec<&str> = text.split("начало-").skip(1).collect();
    assert!(rows.iter().all(|row| row.matches("Проверяет").count() >= 4 || row.len() > 9000));
    assert_eq!(text.matches("Проверяет").count(), 40 * 4 + 30 * 4, "nothing is clipped");
}

#[test]
fn an_act_carries_its_requisites() {
    let files = print(&school(3));
    let text = Pdf::new(file(&files, ACT)).text();
    for part in [
        "УТВЕРЖДЕНО",
        "приказом директора",
        "от 1 сентября 2026 г. № 45",
        "СОГЛАСОВАНО",
        "протокол от 28 августа 2026 г. № 1",
        "Действует с 1 сентября 2026 г. по 31 августа 2029 г.",
    ] {
        assert!(text.contains(part), "«{part}» in {text}");
    }
}

#[test]
fn a_note_without_a_mark_is_printed_too() {
    let mut school = school(0);
    let text = &mut school.regulations[0].editions[0].text;
    text.nodes.truncate(1);
    let files = print(&school);
    assert!(Pdf::new(file(&files, ACT)).text().contains("Раздел согласован с разработчиком"));
}

#[test]
fn a_timetable_says_when_where_and_for_whom() {
    let mut school = school(20);
    let timetable = school.timetables.first_mut().expect("a timetable");
    timetable.extra = vec![extra("past", date(2026, 11, 19)), extra("next", date(2026, 12, 3))];
    let files = print(&school);
    let text = Pdf::new(file(&files, TIMETABLE)).text();
    for part in [
        "Когда можно прийти и спросить",
        "вторник",
        "08:30–09:15",
        "каб. 214",
        "для родителей и обучающихся",
        "М. П. Иванова",
        "через неделю, начиная с 11 сентября",
        "последний четверг месяца",
        "Время местное, Канск (МСК+4)",
        "3 декабря, чт",
        "График утверждён приказом директора от 1 сентября 2026 г. № 112",
        "26 октября – 3 ноября",
        "изготовлен 20 ноября 2026 г.",
    ] {
        assert!(text.contains(part), "«{part}» in {text}");
    }
    assert!(!text.contains("19 ноября"), "what is over is not printed");
    assert!(!text.contains("воскресенье"), "empty days are not printed");
}

#[test]
fn a_desk_is_shown_in_local_time_across_midnight() {
    let files = print(&school(3));
    let text = Pdf::new(file(&files, CONTACTS)).text();
    for part in [
        "13:00–01:00",
        "ежедневно, окончание — на следующий день",
        "09:00–21:00",
        "по московскому времени",
    ] {
        assert!(text.contains(part), "«{part}» in {text}");
    }
    let mut moscow = school(3);
    moscow.zone = fixture::zone("Europe/Moscow");
    let text = Pdf::new(file(&print(&moscow), CONTACTS)).text();
    assert!(text.contains("09:00–21:00") && !text.contains("следующий день"), "{text}");
}

#[test]
fn sheets_speak_english() {
    let (files, _) = print_with(&school(20), Language::English, &Theme::built_in());
    let files = files.expect("files");
    let text = Pdf::new(file(&files, TIMETABLE)).text();
    for part in ["When you can come and ask", "Tuesday", "last Thursday of the month", "room 214"] {
        assert!(text.contains(part), "“{part}” in {text}");
    }
    assert!(Pdf::new(file(&files, CONTACTS)).text().contains("Whom to ask"));
}

#[test]
fn a_broken_layout_is_a_finding_with_its_place() {
    let mut theme = Theme::built_in();
    theme.insert("print/contacts.typ".into(), "#let a = 1\n  #missing(a)\n".into());
    let (files, _) = print_with(&school(1), Language::Russian, &theme);
    let findings = files.expect_err("a broken layout");
    let finding = findings.iter().next().expect("a finding");
    assert_eq!((finding.id, finding.severity), ("print-layout", Severity::Error));
    assert_eq!(&*finding.place.path, "themes/default/print/contacts.typ");
    assert_eq!((finding.place.line, finding.place.column, finding.place.length), (2, 4, 7));
    let detail = finding.args.iter().find(|(name, _)| *name == "detail").map(|(_, arg)| arg);
    assert!(matches!(detail, Some(Arg::Text(text)) if text.contains("missing")), "{detail:?}");
}

#[test]
fn layouts_reach_no_files() {
    let mut theme = Theme::built_in();
    theme.insert("print/contacts.typ".into(), "#read(\"/etc/hostname\")".into());
    let (files, _) = print_with(&school(1), Language::Russian, &theme);
    assert!(files.expect_err("no such file").has_errors());
}

#[test]
fn a_character_that_no_font_has_is_a_warning() {
    let mut school = school(1);
    school.print.posters.clear();
    school.regulations[0].editions[0].title = "Регламент 🦊".into();
    let (files, warnings) = print_with(&school, Language::Russian, &Theme::built_in());
    let files = files.expect("the act is printed all the same");
    assert_eq!(warnings.count(Severity::Warning), 1, "{warnings:#?}");
    assert_eq!(Pdf::new(file(&files, ACT)).info("Tagged"), "yes");
}

#[test]
fn a_bad_font_is_a_finding() {
    let mut theme = Theme::built_in();
    theme.insert("fonts/PTS55F.ttf".into(), b"no font".to_vec());
    let catalogue = Catalogue::new(Language::Russian);
    let findings = Press::new(&theme, &catalogue).expect_err("a broken font");
    assert_eq!(findings.iter().next().map(|finding| finding.id), Some("print-font"));
}

#[test]
fn a_long_act_and_long_names_are_set() {
    let mut school = school(8);
    school.name = "Муниципальное автономное общеобразовательное учреждение ".repeat(3);
    let mut text = fixture::text();
    let sections = text.nodes.clone();
    for _ in 0..5 {
        text.nodes.extend(sections.iter().cloned());
    }
    school.regulations[0].editions = vec![edition(text)];
    let files = print(&school);
    assert!(Pdf::new(file(&files, ACT)).pages() > 12);
    assert_eq!(Pdf::new(file(&files, TIMETABLE)).pages(), 1);
}

/// Writes sheets to `target/tmp/look` for people to look at; run it with `--ignored`.
#[test]
#[ignore = "for people"]
fn sheets_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("look");
    std::fs::create_dir_all(&folder).expect("a folder");
    for count in [0, 3, 20, 40, 85] {
        let mut school = school(count);
        if count == 20 {
            school.name = "Муниципальное автономное общеобразовательное учреждение ".repeat(3);
            let timetable = school.timetables.first_mut().expect("a timetable");
            timetable.extra = vec![extra("next", date(2026, 12, 3))];
        }
        for made in print(&school) {
            let name = made.path.rsplit('/').next().unwrap_or_default();
            std::fs::write(folder.join(format!("{count}-{name}")), made.bytes).expect("written");
        }
    }
}

/// Time and memory for a thousand schools on one thread; run it with `--ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
#[expect(clippy::print_stdout, reason = "a measurement is for people")]
fn a_thousand_schools() {
    let catalogue = Catalogue::new(Language::Russian);
    let press = Press::new(&Theme::built_in(), &catalogue).expect("a sound theme");
    let start = cpu_milliseconds();
    let mut bytes = 0;
    for index in 0..1000 {
        let mut school = school(8 + index % 20);
        school.id = format!("school-{index}");
        school.name = format!("{} — {index}", school.name);
        let files = fixture::on(&press, &school, &catalogue).expect("files");
        bytes += files.iter().map(|file| file.bytes.len()).sum::<usize>();
        let made = index + 1;
        if made % 100 == 0 {
            let each = (cpu_milliseconds() - start) / made;
            let size = bytes / made / 1024;
            println!("{made}: {each} ms of CPU and {size} KB of files a school, {}", memory());
        }
    }
}

/// Time that this thread has run on a processor.
fn cpu_milliseconds() -> usize {
    let figures = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = figures.split(' ').next().and_then(|figure| figure.parse::<usize>().ok());
    nanoseconds.unwrap_or_default() / 1_000_000
}

/// The line of the process's memory.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default().to_owned()
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
