//! Rules about facts in a text: contacts, promises, dates, names, sections that stay as they are.

use std::collections::BTreeMap;
use std::fs;

use crate::workspace::{Workspace, copy, project, skipped};

const SCHOOL: &str = "content/schools/shkola/school.yaml";
const TIMETABLE: &str = "content/schools/shkola/timetable.yaml";
const EDITION: &str = "content/schools/shkola/regulations/pomoshch/2026-08-31.md";
const HEAD: &str = "---\ntitle: Регламент\napproved: {date: 2026-08-31}\nposted: 2026-09-03\n---\n";

/// Rules of this module.
const RULES: [&str; 10] = [
    "contact-empty",
    "contact-private",
    "contact-unknown",
    "contacts-promised",
    "date-impossible",
    "deadline-missing",
    "protected-altered",
    "protected-missing",
    "system-name",
    "timetable-promised",
];

/// The findings of our rules: the line of the act in which they are, and their identifiers.
fn by_line(workspace: &Workspace) -> BTreeMap<String, Vec<String>> {
    let run = workspace.check(&["--format", "json"]).expect(0);
    let mut out: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for finding in run.findings() {
        let id = finding["id"].as_str().expect("an id").to_owned();
        if RULES.contains(&id.as_str()) {
            let path = workspace.path(finding["path"].as_str().expect("a path"));
            let text = fs::read_to_string(path).expect("the file");
            let number = finding["line"].as_u64().and_then(|line| usize::try_from(line).ok());
            let line = text.lines().nth(number.expect("a line") - 1).expect("the line");
            out.entry(line.trim().to_owned()).or_default().push(id);
        }
    }
    out
}

/// The identifiers alone, sorted.
fn ids(workspace: &Workspace) -> Vec<String> {
    let mut ids: Vec<_> = by_line(workspace).into_values().flatten().collect();
    ids.sort_unstable();
    ids
}

/// The sound workspace with contacts of the school and with these paragraphs as the act.
fn act(paragraphs: &[&str]) -> Workspace {
    let workspace = Workspace::sound();
    let contacts = "city: Канск\nphone: 8 (39161) 0-00-77\nemail: info@shkola-5.example.org\n\
        founder: {name: Управление, phone: 8 (39161) 0-30-00, email: uo@example.org}";
    workspace.replace(SCHOOL, "city: Канск", contacts);
    workspace.write(EDITION, format!("{HEAD}{}\n", paragraphs.join("\n\n")));
    workspace
}

/// Asserts that each line, alone in an act, gives a finding of `id`, and no other one.
#[track_caller]
fn assert_found(id: &str, lines: &[&str]) {
    for line in lines {
        assert_eq!(ids(&act(&["Текст.", line])), [id], "{line}");
    }
}

/// Asserts that an act of these lines gives no finding.
#[track_caller]
fn assert_silent(lines: &[&str]) {
    assert_eq!(by_line(&act(lines)), BTreeMap::new(), "{lines:?}");
}

/// Asserts that each line, alone in an act, gives no finding.
#[track_caller]
fn assert_each_silent(lines: &[&str]) {
    for line in lines {
        assert_silent(&["Текст.", line]);
    }
}

#[test]
fn contact_lines_without_a_contact() {
    assert_found(
        "contact-empty",
        &[
            "- По телефону.",
            "- по электронной почте;",
            "- По телефону:",
            "·  По телефону .",
            "- Через электронную почту. Обращения рассматриваются в течение 2 рабочих дней.",
            "По контактному телефону: ______.",
            "Телефон:",
            "E-mail:",
            "- с помощью электронной почты.",
            "5.2. По телефону или по электронной почте.",
        ],
    );
    assert_silent(&["- по телефону, указанному на сайте;"]);
    assert_silent(&["- по телефону 8 (39161) 0-00-77;"]);
    assert_silent(&["По телефону:", "8 (39161) 0-00-77"]);
    assert_silent(&["- По телефону[^1].", "[^1]: 8 (39161) 0-00-77."]);
    assert_silent(&["- [по телефону](tel:+73916100077);"]);
    assert_silent(&["1.1. Телефон школы: 8 (39161) 0-00-77.", "Обращаются:", "- по телефону;"]);
    assert_silent(&[
        "Способы связи указаны на сайте:",
        "- по телефону;",
        "- по электронной почте.",
    ]);
    assert_each_silent(&["- по почте;", "- на почту.", "## Телефон", "- телефон;"]);
    assert_silent(&["- по телефону и по видеосвязи – в часы, отведённые в графике."]);
    assert_silent(&["Заявление подают лично, а также", "по электронной почте."]);
}

#[test]
fn contacts_that_nobody_knows() {
    assert_found(
        "contact-unknown",
        &[
            "Пишите на <dnevnik@shkola-5.example.org>.",
            "Телефон: 8 (391) 000-00-00.",
            "Телефон 8-391-000-00-00 (доб. 5).",
            "тел. 0-00-78",
            "shkola\\_5@example.org",
        ],
    );
    assert_each_silent(&[
        "Телефоны: +7 39161 0-00-77, тел.: 0-00-77, 8 (39161) 00077, (39161) 0-00-77.",
        "Почта: INFO@Shkola-5.example.org, uo@example.org; учредитель: 83916103000.",
        "Служба поддержки: 8 800 000-00-00.",
        "Письмо от 15.02.2012 № 03-51/64, ИНН 2450000000, ОГРН 1022400000000, БИК 040407001.",
        "Счёт 40702810900000000001, СанПиН 2.4.3648-20, статья 8 (пункт 5), классы 8-11.",
        "Каждый 8 2026-2027 учебный год – 36 недель. По телефону отвечают с 9 до 17.",
    ]);
}

#[test]
fn a_private_contact_is_found_and_not_repeated() {
    // Put together here: no address of a free service stands in the project.
    let box_of = |name: &str| format!("Почта: {name}@{}.", ["yandex", "ru"].join("."));
    let (surname, given) = (box_of("petrova.anna1975"), box_of("ivan-2000"));
    let lines = [
        "По телефону +7 900 000-05-05.",
        "По телефону 89000000505.",
        "По телефону 900 000 05 05.",
        surname.as_str(),
        given.as_str(),
    ];
    assert_found("contact-private", &lines);
    let run = act(&lines[..4]).check(&["--format", "json"]).expect(0);
    for finding in run.findings() {
        let texts = format!("{}{}", finding["message"], finding["help"]);
        assert!(!texts.contains("0505") && !texts.contains("petrova"), "{texts}");
    }
    // The same contacts are the school's if it says so.
    let workspace = act(&lines[..1]);
    workspace.replace(SCHOOL, "8 (39161) 0-00-77", "8 900 000 05 05");
    assert_eq!(by_line(&workspace), BTreeMap::new());
    let workspace = act(&lines[3..4]);
    let post = "post: учитель информатики";
    let email = format!(
        "{post}\n    email: {}",
        surname.trim_start_matches("Почта: ").trim_end_matches('.')
    );
    workspace.replace(TIMETABLE, post, &email);
    assert_eq!(by_line(&workspace), BTreeMap::new());
    // Mailboxes of offices are not private.
    let offices = [box_of("metodist-school5"), box_of("gimnazia.gagarina")];
    assert_found("contact-unknown", &offices.each_ref().map(String::as_str));
}

#[test]
fn promises_without_their_thing() {
    let timetable = [
        "Обращаются за помощью в приёмные часы в соответствии с утверждённым графиком.",
        "График оказания помощи размещается на информационном стенде и на сайте.",
        "Регламент определяет график и условия оказания помощи.",
        "Расписание консультаций утверждает директор.",
    ];
    let others = [
        "График работы: понедельник – пятница. Помощь оказывает администратор.",
        "Календарный учебный график утверждает директор, помощь оказывают учителя.",
        "Данные вносятся по утверждённому расписанию, графики отпусков ведёт секретарь.",
        "Помощь при составлении расписания занятий оказывает завуч.",
    ];
    for (lines, count) in [(&timetable, 1), (&others, 0)] {
        for line in lines {
            let workspace = act(&[line]);
            assert_silent(&[line]);
            workspace.remove(TIMETABLE);
            assert_eq!(ids(&workspace), vec!["timetable-promised"; count], "{line}");
        }
    }
    let contacts = "Контактные данные (телефон, адрес электронной почты) размещаются на сайте.";
    let denied = "Контактные данные педагогов на сайте не размещаются.";
    let desk = "Контактные данные Службы поддержки размещены на сайте.";
    assert_silent(&[contacts, denied, desk]);
    for (line, count) in [(contacts, 1), (denied, 0), (desk, 0)] {
        let workspace = act(&[line]);
        workspace.replace(SCHOOL, "email: info@shkola-5.example.org\n", "");
        assert_eq!(ids(&workspace), vec!["contacts-promised"; count], "{line}");
    }
}

#[test]
fn impossible_dates_and_terms() {
    assert_found(
        "date-impossible",
        &[
            "Два раза в месяц, 15-го и 30-го числа, журналы проверяются.",
            "Журнал заполняется ежемесячно до 15 и до 30 числа.",
            "Не позднее 31 числа каждого месяца.",
            "Не позднее 29-го каждого месяца.",
            "Заявления принимаются до 31 апреля.",
            "С 30-го февраля.",
            "До 29 февраля 2027 г.",
            "Утверждено 31.09.2026.",
            "Звонки принимаются с 9:00 до 25:00.",
        ],
    );
    assert_each_silent(&[
        "До 29 февраля 2028 г., до 29 февраля, 31 декабря, с 1 по 30 июня, 15.02.2026, 24:00.",
        "15-го и 28-го числа каждого месяца, с 0:00 до 24:00.",
        "30-го числа каждого месяца, а в феврале – в последний день.",
        "До 28 (29, 30, 31) числа каждого месяца. В соотношении 30:70, масштаб 1:100.",
        "Из 31 числа участников, пункт 5.2.30, версия 31.13, письмо № 31-09/2026.",
    ]);
    // What holds in February may stand in another place.
    assert_silent(&["До 30 числа каждого месяца.", "> В феврале, когда 30-го нет, – 28-го."]);
    assert_found(
        "deadline-missing",
        &[
            "Обращение рассматривается в течение рабочих дней.",
            "Срок – не позднее ___ дней.",
            "В срок не позднее рабочих дней со дня вступления в должность.",
            "Ответ даётся в минимально возможный срок.",
            "Ответ даётся в кратчайшие сроки. Не позднее 3 дней его регистрируют.",
        ],
    );
    assert_each_silent(&[
        "В течение 5 рабочих дней, не позднее трёх рабочих дней, в течение рабочего дня.",
        "Ответ даётся в кратчайший срок, но не позднее 3 рабочих дней; незамедлительно.",
        "В течение рабочих дней недели, в течение суток, в сроки, установленные Регламентом.",
        "Не более 10 календарных дней; через два рабочих дня.",
    ]);
}

#[test]
fn spellings_of_the_system() {
    let system = "content/systems/dnevnik.yaml";
    let found = |lines: &[&str]| {
        let workspace = act(lines);
        workspace.replace(system, "«Электронный дневник»", "«Дневник.ру»");
        by_line(&workspace)
    };
    let usual = "Доступ к ИС «Дневник.ру», вход в ИС «Дневник.ру».";
    for other in
        ["Вход в ИС «ДНЕВНИК.РУ».", "В ИС «Дневник. ру».", "В ИС Дневник ру.", "В ИС «Днвник.ру»."]
    {
        let found = found(&[usual, other]);
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            [(other.into(), vec!["system-name".into()])]
        );
    }
    let sound = [
        usual,
        "## ВХОД В ИС «ДНЕВНИК.РУ»",
        "Договор с ООО «ДНЕВНИК.РУ» на dnevnik.ru, помощь в «Дневнике.ру», кабинет «Дневника.ру».",
        "Электронный дневник, Дневник.ру, дневники учащихся.",
    ];
    assert_eq!(found(&sound), BTreeMap::new());
    // A name of common words counts in quotes only.
    assert_silent(&["ИС «Электронный дневник».", "Электронный дневник – раздел системы."]);
}

#[test]
fn protected_sections() {
    let altered = "content/schools/izmenila/regulations/pomoshch/2026-08-31.md";
    let found = |change: &dyn Fn(&Workspace)| {
        let workspace = Workspace::case("protected-altered");
        workspace.replace(altered, "до 20:00", "до 21:00");
        change(&workspace);
        let run = workspace.check(&["--format", "json"]).expect(0);
        run.findings().iter().map(|f| f["message"].as_str().expect("text").to_owned()).collect()
    };
    let none: Vec<String> = found(&|_| ());
    assert_eq!(none, Vec::<String>::new());
    // Typography, numbers, footnote marks and case are not compared.
    let noise: Vec<String> = found(&|w| {
        w.replace(
            altered,
            "2) изучить документацию.",
            "- Изучить  **документацию**[^1];\n\n[^1]: Да.",
        );
        w.replace(altered, "2.1. ", "");
    });
    assert_eq!(noise, Vec::<String>::new());
    let shorter: Vec<String> = found(&|w| w.replace(altered, "2) изучить документацию.\n", ""));
    assert!(shorter[0].contains("нет слов «изучить документацию»"), "{shorter:?}");
    let longer: Vec<String> =
        found(&|w| w.replace(altered, "документацию.", "документацию и схему."));
    assert!(longer[0].contains("лишнее: «и схему»"), "{longer:?}");
    // A section under a title of its own is not there; an act that never speaks of the desk
    // needs none.
    let other: Vec<String> =
        found(&|w| w.replace(altered, "## 2. Помощь Службы", "## 2. Часы Службы"));
    assert_eq!(other.len(), 0, "{other:?}");
    let gone: Vec<String> = found(&|w| {
        w.replace(
            altered,
            "Помощь Службы поддержки пользователям (сотрудникам Школы № 7, родителям)",
            "Часы работы",
        );
    });
    assert!(gone[0].contains("нет раздела"), "{gone:?}");
    let silent: Vec<String> =
        found(&|w| w.write(altered, format!("{HEAD}1.1. Школа ведёт журналы.\n")));
    assert_eq!(silent, Vec::<String>::new());
}

/// The sample schools have no finding but those that their front matter accepts.
#[test]
fn the_sample_schools() {
    let workspace = Workspace::sound();
    workspace.remove("content");
    copy(&project().join("content"), &workspace.path("content"));
    for finding in workspace.check(&["--format", "json"]).expect(0).findings() {
        assert_eq!(finding["severity"], "note", "{finding}");
    }
}

/// What a careful editor finds in the five seeds, as they are and with every line as a paragraph.
#[test]
fn the_five_seeds() {
    let seeds = project().join("../shared/seeds");
    if !seeds.is_dir() {
        skipped(&format!("the facts of the five seeds: no folder {}", seeds.display()));
        return;
    }
    let expected = [
        ("licey-2", vec!["contacts-promised", "timetable-promised"]),
        ("shimanovsk-1", vec!["timetable-promised"]),
        ("kansk-2", vec!["contact-private", "contact-private", "timetable-promised"]),
        (
            "podmoskovye-19",
            vec![
                "contact-empty",
                "contact-empty",
                "contact-empty",
                "contact-empty",
                "contacts-promised",
                "deadline-missing",
                "deadline-missing",
                "timetable-promised",
            ],
        ),
        ("khabarovsk-40", vec!["date-impossible", "date-impossible", "system-name", "system-name"]),
    ];
    for lines in [false, true] {
        for (seed, expected) in &expected {
            let text = fs::read_to_string(seeds.join(format!("{seed}.txt"))).expect("the seed");
            let text = if lines { text.replace('\n', "\n\n") } else { text };
            let workspace = Workspace::sound();
            workspace.remove(TIMETABLE);
            workspace.write(EDITION, format!("{HEAD}{text}"));
            workspace.replace("content/systems/dnevnik.yaml", "Электронный дневник", "Дневник.ру");
            let mut found = ids(&workspace);
            found.retain(|id| id != "contact-unknown");
            assert_eq!(&found, expected, "{seed}, lines: {lines}");
        }
    }
}
