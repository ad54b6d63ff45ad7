//! Mistakes in tables: each is told at its cell, all of them in one run.

use super::{SCHOOL, TWIN, found, site, workspace};

const HEAD: &str = "Действует с 01.09.2026 по 30.12.2026\n\
                    Утверждён приказом директора от 28.08.2026 № 65\n";

/// Ids and cells of what is found in a table with these rows below its usual head.
fn rows(heads: &str, rows: &[&str]) -> Vec<(String, String)> {
    found(&workspace("timetable.csv", format!("{HEAD}{heads}\n{}", rows.join("\n"))))
}

#[track_caller]
fn assert_found(heads: &str, lines: &[&str], expected: &[(&str, &str)]) {
    let found = rows(heads, lines);
    let found: Vec<_> = found.iter().map(|(id, cell)| (id.as_str(), cell.as_str())).collect();
    assert_eq!(found, expected, "{lines:?}");
}

const HEADS: &str = "День;Время;ФИО;Должность;Каб.;Для кого";

#[test]
fn cells_that_are_not_understood_are_told_all_at_once() {
    let lines = [
        "вторнек;14:30-15:15;Иванова Мария Петровна;учитель;214;родители",
        "вт;после уроков;Иванова Мария Петровна;учитель;214;родители",
        "вт;14:30;Иванова Мария Петровна;учитель;214;родители",
        "ср (чётные недели);15:15-14:30;классные руководители 5 классов;учитель;214;по средам",
    ];
    let expected = [
        ("sheet-day", "A4"),
        ("sheet-time", "B5"),
        ("sheet-time", "B6"),
        ("sheet-weeks", "A7"),
        ("sheet-time", "B7"),
        ("sheet-person", "C7"),
        ("sheet-audience", "F7"),
    ];
    let found = rows(HEADS, &lines);
    let found: Vec<_> = found.iter().map(|(id, cell)| (id.as_str(), cell.as_str())).collect();
    for wanted in expected {
        assert!(found.contains(&wanted), "{wanted:?} {found:?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
}

#[test]
fn doubtful_cells_are_told_and_taken() {
    let line = "ежедневно;14:30-15:15;Иванова Мария Петровна;учитель;214;родители 1–4 классов";
    assert_found(HEADS, &[line], &[("sheet-daily", "A4"), ("sheet-audience-rest", "F4")]);
    let heads = "День;Время;ФИО учителя;Логотип;Примичание";
    let line = "вт;14:30-15:15;Иванова М.П.;лев;с паспортом";
    let expected = [
        ("sheet-post", "C3"),
        ("sheet-column-unknown", "D3"),
        ("sheet-column-near", "E3"),
        ("sheet-audience-all", "B4"),
    ];
    assert_found(heads, &[line], &expected);
}

#[test]
fn a_person_is_one_in_all_rows() {
    let lines = [
        "вт;14:30-15:15;Иванова Мария Петровна;учитель;214;родители",
        "ср;14:30-15:15;Иванова М. П.;завуч;214;родители",
    ];
    assert_found(HEADS, &lines, &[("sheet-person-differs", "D5")]);
    let lines = [
        "вт;14:30-15:15;Иванова Мария Петровна;учитель;214;родители",
        "вт;14:30-15:15;Иванова Марина Павловна;учитель;215;родители",
        "ср;14:30-15:15;Иванова М. П.;учитель;214;родители",
    ];
    assert_found(HEADS, &lines, &[("sheet-person-ambiguous", "C6")]);
}

#[test]
fn dates_agree_with_their_weekdays() {
    let heads = "Дата;День;Время;ФИО;Должность;Для кого";
    let line = |date: &str, day: &str| {
        format!("{date};{day};14:30-15:15;Иванова Мария Петровна;учитель;все")
    };
    assert_found(heads, &[&line("05.09.2026, 12.09", "суббота")], &[]);
    assert_found(heads, &[&line("05.09.2026", "пятница")], &[("sheet-date-weekday", "B4")]);
    assert_found(heads, &[&line("31.02.2026", "")], &[("sheet-date", "A4")]);
    assert_found(heads, &[&line("05.09–07.09.2026", "")], &[("sheet-date", "A4")]);
    // The weekday may also stand in the cell of the date, and a date in that of the days.
    assert_found(heads, &[&line("сб 05.09.2026, пн 07.09.2026", "")], &[]);
    let crossed = [("sheet-date-weekday", "A4")];
    assert_found(heads, &[&line("сб 05.09.2026, вт 07.09.2026", "")], &crossed);
    assert_found(heads, &[&line("05.09.2026 (пятница)", "")], &crossed);
    assert_found(heads, &[&line("05.09.2026", "скоро")], &[("sheet-day", "B4")]);
    // What only the model knows is told at the cell too.
    assert_found(heads, &[&line("05.09.2027", "")], &[("session-never", "C4")]);
}

/// One row a date is how schools write it; where the rows differ, only they can name them.
#[test]
fn rows_that_differ_in_their_dates_are_one_consultation() {
    let heads = "Дата;Время;ФИО;Должность;Каб.;Для кого";
    let line = |date: &str, room: &str| {
        format!("{date};14:30-15:15;Иванова Мария Петровна;учитель;{room};все")
    };
    let table = |lines: &[String]| {
        workspace("timetable.csv", format!("{HEAD}{heads}\n{}", lines.join("\n")))
    };
    let dates = ["05.09.2026", "19.09.2026", "03.10.2026"];
    let rows = table(&dates.map(|date| line(date, "214")));
    let cell = table(&[line(&dates.join(", "), "214")]);
    assert!(site(&rows) == site(&cell));
    let own = line(dates[0], "214");
    let twice = [("person-overlap", "B5"), ("session-id-twice", "B5")];
    assert_found(heads, &[&own, &own], &twice);
    let rooms = table(&[own.clone(), line(dates[1], "215")]);
    assert_eq!(found(&rooms), [("session-id-twice".to_owned(), "B5".to_owned())]);
    let help = rooms.check(&[]).stdout;
    assert!(help.contains("столбец «ID»"), "{help}");
    // Dates that are wrong are told at their own cells.
    let late = [own.as_str(), &line("05.09.2027", "214")];
    assert_found(heads, &late, &[("date-outside-term", "A5")]);
}

/// A weekday alone under the headings is for the rows below it, like those further down.
#[test]
fn a_weekday_may_stand_alone_in_a_row() {
    let lines = ["Вторник;;;", "14:30-15:15;Иванова Мария Петровна;учитель;все", "Пятница;;;"];
    let more = "16:00-16:45;Петров Олег Ильич;учитель;все";
    assert_found("Время;ФИО;Должность;Для кого", &[&lines[..], &[more]].concat(), &[]);
}

#[test]
fn rows_with_a_person_and_no_day_are_told() {
    let heads = "День;Время;ФИО;Должность;Для кого;Примечание";
    let lines = [
        "вт;14:30-15:15;Иванова Мария Петровна;учитель;все;",
        ";по договорённости;Петров Олег Ильич;учитель;все;звоните",
        "ср;14:30-15:15;Иванова Мария Петровна;учитель;все;",
        ";;Козлов Олег Ильич;учитель;все;в отпуске",
        "Директор;;Соловьёва И. М.;;;",
    ];
    let expected = [
        ("sheet-row-left-out", "C5"),
        ("sheet-row-left-out", "C7"),
        ("sheet-cell-unused", "A8"),
        ("sheet-cell-unused", "C8"),
    ];
    assert_found(heads, &lines, &expected);
}

#[test]
fn a_vacancy_is_no_person() {
    let line = |name: &str| format!("вт;14:30-15:15;{name};учитель;214;родители");
    for name in ["Вакансия", "-", "не назначен"] {
        assert_found(HEADS, &[&line(name)], &[("sheet-person", "C4")]);
    }
    assert_found(HEADS, &[&line("Секретарь")], &[]);
}

/// A file that lies there under a name of its own is not passed over without a word of advice.
#[test]
fn files_of_other_names_are_told_what_they_should_be_called() {
    let made = workspace("timetable.yaml", TWIN);
    made.write(&format!("{SCHOOL}/График.xlsx"), "x");
    made.write(&format!("{SCHOOL}/Положение.docx"), "x");
    let text = made.check(&[]).stdout.replace("\n    ", " ");
    for advice in [
        "timetable.xlsx",
        "reglament import \"content/schools/shkola/График.xlsx\"",
        "reglament import \"content/schools/shkola/Положение.docx\"",
    ] {
        assert!(text.contains(advice), "{advice}: {text}");
    }
}

#[test]
fn empty_cells_that_may_mean_two_things_are_errors() {
    let lines = [
        "вт;14:30-15:15;Иванова Мария Петровна;учитель;214;родители",
        "ср;14:30-15:15;;;214;родители",
        ";16:00-16:45;Петров Олег Ильич;учитель;215;родители",
    ];
    let expected = [("sheet-cell-ambiguous", "C5"), ("sheet-cell-ambiguous", "A6")];
    assert_found(HEADS, &lines, &expected);
}

#[test]
fn the_facts_around_the_table_are_needed() {
    let table = format!("{HEADS}\nвт;14:30-15:15;Иванова Мария Петровна;учитель;214;родители");
    let ids = found(&workspace("timetable.csv", &table));
    let ids: Vec<_> = ids.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["sheet-approval-missing", "sheet-period-missing"]);
    let year =
        format!("График на 1 полугодие 2026/2027 учебного года\nПриказ № 5 от 28.08.2026\n{table}");
    let ids = found(&workspace("timetable.csv", year));
    assert_eq!(ids, [("sheet-period-concluded".to_owned(), "A1".to_owned())]);
}

#[test]
fn tables_without_what_makes_a_consultation() {
    let ids = |text: &str| {
        let found = found(&workspace("timetable.csv", text));
        found.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(ids("что-то;другое\nи;так"), ["sheet-no-table"]);
    assert_eq!(ids(&format!("{HEAD}{HEADS}\nДиректор")), ["sheet-no-table"]);
    assert_eq!(ids("День;Время;Каб.;Тема\nвт;14:30-15:15;1;А"), ["sheet-column-missing"]);
    assert_eq!(
        ids(&format!("{HEAD}{HEADS};Часы\nвт;14:30-15:15;Иванова А. А.;учитель;1;все;8-9")),
        ["sheet-column-twice"]
    );
}

#[test]
fn two_files_of_one_name_and_files_of_locks() {
    let made = workspace("timetable.yaml", TWIN);
    made.write(&format!("{SCHOOL}/~$timetable.xlsx"), "x");
    made.write(&format!("{SCHOOL}/.~lock.timetable.ods#"), "x");
    assert_eq!(found(&made), []);
    made.write(&format!("{SCHOOL}/timetable.csv"), "x");
    assert_eq!(found(&made), [("timetable-twice".to_owned(), String::new())]);
}

#[test]
fn the_cell_is_named_in_all_forms_of_findings() {
    let text = format!("{HEAD}{HEADS}\nвт;утром;Иванова М. П.;учитель;1;все");
    let made = workspace("timetable.csv", text);
    let human = made.check(&[]).stdout;
    let expected =
        "--> content/schools/shkola/timetable.csv: ячейка B4\n = в ячейке: утром\n = что делать: ";
    assert!(human.contains(expected), "{human}");
    let short = made.check(&["--format", "short"]).stdout;
    let expected = "content/schools/shkola/timetable.csv: ячейка B4: ошибка[sheet-time]: это не время: «утром»\n";
    assert!(short.contains(expected), "{short}");
    let github = made.check(&["--format", "github"]).stdout;
    let expected =
        "::error file=content/schools/shkola/timetable.csv,title=sheet-time::ячейка B4: ";
    assert!(github.contains(expected), "{github}");
    let json = made.check(&["--format", "json"]).findings();
    assert_eq!(json[0]["cell"], "B4");
    assert!(json[0].get("line").is_none(), "{json:?}");
}

#[test]
fn identifiers_do_not_depend_on_the_order_of_rows() {
    let lines = [
        "вт;14:30-15:15;Иванова Мария Петровна;учитель;214;родители",
        "вт;16:00-16:45;Иванова Мария Петровна;учитель;214;родители",
        "последняя пт;14:30-15:15;Иванова Мария Петровна;учитель;214;все",
        "пн-ср;14:30-15:15;Петров О.И.;учитель;215;педагоги и ученики",
    ];
    let lock = |rows: &[&str]| {
        let made = workspace("timetable.csv", format!("{HEAD}{HEADS}\n{}", rows.join("\n")));
        made.build(&[]).expect(0);
        let lock = std::fs::read_to_string(made.path(&format!("{SCHOOL}/calendar.lock")));
        lock.expect("a lock")
    };
    let first = lock(&lines);
    let mut turned = lines;
    turned.reverse();
    let uids = |lock: &str| {
        let mut uids: Vec<String> = lock
            .lines()
            .filter(|l| l.contains("ivanova") || l.contains("petrov"))
            .map(str::to_owned)
            .collect();
        uids.sort();
        uids
    };
    assert_eq!(uids(&first), uids(&lock(&turned)));
    let ids = [
        "ivanova-m-p-tue-parents-1430.tue",
        "ivanova-m-p-tue-parents-1600.tue",
        "ivanova-m-p-fri-last-all.fri",
        "petrov-o-i-mon-to-wed-staff-pupils.mon",
    ];
    for id in ids {
        assert!(first.contains(id), "{id}: {first}");
    }
}
