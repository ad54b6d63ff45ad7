//! Receipts of posting, read back by programs that are not ours.

use jiff::civil::date;
use reglament::language::Language;
use reglament::model::journal::{EntryKind, Journal, PostedFile};
use reglament::model::school::School;
use reglament::source::theme::Theme;

use super::fixture::{file, print, print_with, school};
use super::tools::Pdf;
use crate::journal::record;

const RECEIPT: &str = "gimnaziya-1/publication/pomoshch-2026-09-01.pdf";
const ACT: &str = "gimnaziya-1/pomoshch/2026-09-01.pdf";

/// A school whose edition was posted at this moment, and once more later.
fn posted(at: &str) -> School {
    let mut school = school(1);
    let mut journal = Journal::default();
    let mut first = record(EntryKind::Posted, date(2026, 9, 1), at);
    first.files = vec![PostedFile { path: ACT.to_owned(), sha256: "0a".repeat(32) }];
    journal.append(first).expect("a line");
    let again = record(EntryKind::Reposted, date(2026, 9, 1), "2026-11-19T07:00:00Z");
    journal.append(again).expect("a line");
    school.journal = journal;
    school
}

#[test]
fn a_receipt_says_what_the_journal_knows() {
    let school = posted("2026-09-03T18:30:00Z");
    let pdf = Pdf::new(file(&print(&school), RECEIPT));
    pdf.check();
    assert_eq!(pdf.pages(), 1);
    assert!(pdf.info("Page size").contains("A4"), "{}", pdf.info("Page size"));
    assert_eq!(pdf.info("Tagged"), "yes");
    let text = pdf.text();
    for phrase in [
        "Справка о размещении",
        &school.name,
        &school.regulations[0].editions[0].title,
        "1 сентября 2026 г. № 45",
        "11 сентября 2026 г. (10 календарных дней по местному правилу)",
        "15 сентября 2026 г. (10 рабочих дней: 273-ФЗ, ст. 29 ч. 3)",
        "4 сентября 2026 г., 01:30 (Asia/Krasnoyarsk)",
        "размещён в срок: 3-й день из 10",
        "https://example.org/shkola/",
        "Справка составлена 20 ноября 2026 г.",
        "М. П.",
        "2 записи, отпечаток последней",
    ] {
        assert!(text.contains(phrase), "no «{phrase}» in\n{text}");
    }
    // Hashes may be broken over two lines.
    let dense: String = text.split_whitespace().collect();
    let [first, last] = [0, 1].map(|nth| school.journal.entries()[nth].hash.clone());
    for hash in [&"58fbf37a".repeat(8), &"0a".repeat(32), &first, &last] {
        assert!(dense.contains(hash.as_str()), "no {hash} in\n{text}");
    }
}

#[test]
fn a_late_receipt_says_so_and_an_unposted_edition_has_none() {
    let late = Pdf::new(file(&print(&posted("2026-09-18T07:00:00Z")), RECEIPT)).text();
    let phrase = "размещён с опозданием на 7 дней, позже и предельного срока по закону";
    assert!(late.contains(phrase), "{late}");
    assert!(print(&school(1)).iter().all(|file| file.path != RECEIPT));
}

#[test]
fn the_longest_receipt_stays_on_one_page_and_hostile_words_stay_words() {
    let mut school = posted("2026-09-03T07:00:00Z");
    let edition = &mut school.regulations[0].editions[0];
    edition.title = "Регламент #read(\"x\") *о* _помощи_ ".repeat(25);
    edition.approval.by = Some("распоряжением исполняющего обязанности директора ".repeat(3));
    school.name = "Муниципальное бюджетное общеобразовательное учреждение ".repeat(5);
    school.director = None;
    let (files, warnings) = print_with(&school, Language::Russian, &Theme::built_in());
    assert!(warnings.is_empty(), "{warnings:?}");
    let pdf = Pdf::new(file(&files.expect("files"), RECEIPT));
    assert_eq!(pdf.pages(), 1);
    assert!(pdf.text().contains("Регламент #read(\"x\") *о* _помощи_"));
    assert!(pdf.margin() > 36.0, "{}", pdf.margin());
    let (files, _) = print_with(&school, Language::English, &Theme::built_in());
    assert!(Pdf::new(file(&files.expect("files"), RECEIPT)).text().contains("Receipt of posting"));
}
