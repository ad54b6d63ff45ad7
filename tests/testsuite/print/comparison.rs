//! Comparison tables of two editions.

use jiff::civil::date;
use reglament::model::redline::{Presence, redline};
use reglament::model::school::School;
use reglament::model::text::NodeKind;

use super::act::{ACROSS, cell, clause, letters, sizes};
use super::fixture::{edition, file, print, school, text};
use super::tools::Pdf;

/// A school whose act was changed in every way.
pub(super) fn changed() -> School {
    let mut school = school(0);
    school.timetables.clear();
    school.print.posters.clear();
    let mut old = edition(text());
    old.approval.date = date(2025, 9, 1);
    old.in_force = date(2025, 9, 1);
    let mut new = text();
    new.nodes[1].children.remove(2);
    new.nodes[2].children[0].text =
        cell("Ответственный принимает обращение письменно и отвечает в течение двух рабочих дней.");
    new.nodes[3].children.push(clause("4.5.", &"Совершенно новые слова пункта. ".repeat(90)));
    let NodeKind::Table(table) = &mut new.nodes[5].children[4].kind else { panic!("a table") };
    table.rows[3][2] = cell("2 часа");
    let mut edition = edition(new);
    edition.summary = Some("Сроки ответа сокращены.".into());
    school.regulations[0].editions = vec![old, edition];
    school
}

#[test]
fn the_comparison_table_has_all_changed_words() {
    let school = changed();
    let files = print(&school);
    let path = "gimnaziya-1/pomoshch/2026-09-01-changes.pdf";
    let pdf = Pdf::new(file(&files, path));
    assert!(files.iter().all(|file| !file.path.contains("2025-09-01-changes")));
    assert!(sizes(&pdf).iter().all(|size| *size == ACROSS));
    assert!(pdf.check().contains("No syntax"));
    let url = "https://reglament.example.org/gimnaziya-1/pomoshch/2026-09-01/changes.html";
    assert_eq!(super::codes::code_of(&pdf, 25).as_deref(), Some(url));
    let text = pdf.text();
    for part in [
        "Сравнительная таблица",
        "Редакция от 1 сентября 2025 г., приказ № 45",
        "Что меняется: Сроки ответа сокращены.",
        "п. 2.3",
        "исключено",
        "добавлено",
        "2 часа",
        "1 рабочий день",
    ] {
        assert!(text.contains(part), "«{part}» in {text}");
    }
    assert_eq!(text.matches("Редакция от 1 сентября 2025").count(), pdf.pages(), "repeated heads");
    let editions = &school.regulations[0].editions;
    let redline = redline(&editions[0].text, &editions[1].text, false);
    let printed = letters(&text);
    let rows = redline.entries.iter().flat_map(|entry| &entry.rows);
    for run in rows.flat_map(|row| row.cells.iter().flatten()) {
        if run.presence != Presence::Both {
            for word in run.text.split_whitespace().map(letters) {
                assert!(printed.contains(&word), "«{word}» in {text}");
            }
        }
    }
}

#[test]
fn equal_editions_have_no_comparison_table() {
    let mut school = changed();
    let editions = &mut school.regulations[0].editions;
    editions[1].text = editions[0].text.clone();
    assert_eq!(print(&school).len(), 2);
}

#[test]
fn what_is_filed_lasts() {
    let made = print(&changed());
    assert_eq!(made.len(), 3);
    for made in made {
        let wanted: [&[u8]; 3] = [b"pdfaid:part>2<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"];
        for wanted in wanted {
            assert!(super::contains(&made.bytes, wanted), "{}", made.path);
        }
        let pdf = Pdf::new(&made.bytes);
        assert_eq!(pdf.info("Tagged"), "yes", "{}", made.path);
        assert!(pdf.black(), "{}: grey or colour", made.path);
    }
}
