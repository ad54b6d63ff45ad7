//! Acts as LibreOffice saves them (`tests/tools/make_office.py`): each format gives the same
//! edition.

use std::fs;

use reglament::model::passages::passages;
use reglament::model::text::RegulationText;

use super::edition::{depths, imported, tree};
use crate::workspace::project;

/// A line a passage: kind, depth, number, words. Tables are not in the files.
fn lines(tree: &RegulationText) -> Vec<String> {
    let passages = passages(tree);
    let lines = passages.iter().zip(depths(&passages)).map(|(passage, depth)| {
        let number = passage.number.unwrap_or("-");
        format!("{} {depth} {number} {}", passage.kind.id(), passage.words)
    });
    lines.filter(|line| !line.starts_with("table")).collect()
}

#[test]
fn acts_come_back_from_what_an_office_saves() {
    let folder = project().join("tests/cases/import/office");
    let mut count = 0;
    for file in fs::read_dir(folder).expect("the files").flatten() {
        let name = file.file_name().into_string().expect("a name");
        let stem = name.split('.').next().expect("a stem");
        let (school, date) = stem.split_at(stem.len() - "-2025-08-29".len());
        let act = if school.starts_with("khabarovsk") { "dnevnik" } else { "pomoshch" };
        let edition =
            project().join(format!("content/schools/{school}/regulations/{act}/{}.md", &date[1..]));
        let edition = fs::read_to_string(edition).expect("the edition");
        let bytes = fs::read(file.path()).expect("the file");
        let imported = imported(&name, &bytes, None);
        assert!(imported.report.proved, "{name}");
        assert_eq!(imported.date.map(|date| date.to_string()).as_deref(), Some(&date[1..]));
        let (own, expected) = (lines(&tree(&imported.text)), lines(&tree(&edition)));
        assert_same(&name, &own, &expected);
        count += 1;
    }
    assert_eq!(count, 9);
}

/// Says which line is the first to differ.
fn assert_same(name: &str, own: &[String], expected: &[String]) {
    for (own, expected) in own.iter().zip(expected) {
        assert_eq!(own, expected, "{name}");
    }
    assert_eq!(own.len(), expected.len(), "{name}");
}
