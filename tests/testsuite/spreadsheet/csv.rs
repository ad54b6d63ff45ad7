//! Tables as text: separators, encodings, quotes, and what Excel does to them.

use encoding_rs::WINDOWS_1251;

use super::{TWIN, assert_twin, found, site, workspace};

/// The table of the twin with this separator.
fn table(separator: &str) -> String {
    let rows = [
        ["Действует с 01.09.2026 по 30.12.2026", "", "", "", "", "", ""],
        ["Утверждён приказом директора от 28.08.2026 № 65-од", "", "", "", "", "", ""],
        ["День недели", "Время", "ФИО", "Должность", "Каб.", "Для кого", "Тема"],
        [
            "вторник",
            "14:30–15:15",
            IVANOVA,
            "учитель информатики",
            "214",
            "родители",
            "Вход в дневник",
        ],
        [
            "четверг",
            "16:00–17:00",
            IVANOVA,
            "учитель информатики",
            "214",
            "сотрудники",
            "Выдача кодов",
        ],
        [
            "пн и ср",
            "15:00–16:00",
            "Петров Олег Ильич",
            "системный администратор",
            "118",
            "все",
            "Неполадки",
        ],
    ];
    rows.map(|row| row.join(separator)).join("\n")
}

const IVANOVA: &str = "Иванова Мария Петровна";

#[test]
fn separators_encodings_and_marks_of_excel_change_nothing() {
    let expected = site(&workspace("timetable.yaml", TWIN));
    let semicolons = table(";");
    let quoted = semicolons.replace("пн и ср", "\"пн;\nср\"");
    let (ansi, ..) = WINDOWS_1251.encode(&semicolons);
    let utf16: Vec<u8> = [0xfeff_u16]
        .into_iter()
        .chain(semicolons.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let tables: [(&str, Vec<u8>); 9] = [
        ("semicolons", semicolons.clone().into_bytes()),
        ("commas", table(",").into_bytes()),
        ("tabs", table("\t").into_bytes()),
        ("mark", format!("\u{feff}{semicolons}").into_bytes()),
        ("sep", format!("\u{feff}sep=;\r\n{}", semicolons.replace('\n', "\r\n")).into_bytes()),
        ("windows-1251", ansi.into_owned()),
        ("utf-16", utf16),
        ("quotes", quoted.into_bytes()),
        ("empty lines", semicolons.replace("\nвторник", "\n\n;;;;;;\nвторник").into_bytes()),
    ];
    for (name, bytes) in tables {
        let run = workspace("timetable.csv", &bytes).build(&[]);
        assert_eq!(run.status, Some(0), "{name}: {}", run.stderr);
        assert_twin("timetable.csv", bytes, &expected);
    }
}

#[test]
fn empty_cells_are_filled_from_above_where_only_one_column_has_them() {
    let expected = site(&workspace("timetable.yaml", TWIN));
    let bare = format!("четверг;16:00–17:00;{IVANOVA};учитель информатики");
    let text = table(";").replace(&bare, "четверг;16:00–17:00;;");
    assert_twin("timetable.csv", &text, &expected);
    let ids = found(&workspace("timetable.csv", text));
    assert_eq!(ids, [("sheet-filled-down".to_owned(), "C5".to_owned())]);
}

#[test]
fn rows_have_the_numbers_that_programs_show() {
    let text = table(";").replace("\nвторник", "\n\n\"вторник\"").replace("Выдача", "\"Выдача\n\"");
    let text = text.replace("15:00–16:00", "утром");
    let ids = found(&workspace("timetable.csv", text));
    assert_eq!(ids, [("sheet-time".to_owned(), "B7".to_owned())]);
}
