//! Tables that are meant to stop the program, or were never computed.

use std::fs;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use super::{found, sheets, timetable_name, workspace};

#[test]
fn hostile_tables_are_refused_in_time() {
    let Some(folder) = sheets() else { return };
    let expected = [
        ("announced", "sheet-too-large", ""),
        ("attributes", "sheet-cell-unused", "A20"),
        ("bomb", "archive-large", ""),
        ("cut", "archive-damaged", ""),
        ("failed", "sheet-formula-failed", "E6"),
        ("formula", "sheet-formula", "B6"),
        ("outside", "archive-name", ""),
        ("room-date", "sheet-text-moment", "E6"),
    ];
    for entry in fs::read_dir(folder.path().join("hostile")).expect("the folder") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let made = workspace(&timetable_name(&path), fs::read(&path).expect("a file"));
        let begin = Instant::now();
        let found = found(&made);
        assert!(begin.elapsed() < Duration::from_secs(4), "{stem}: {:?}", begin.elapsed());
        match expected.iter().find(|(name, ..)| *name == stem) {
            Some((_, id, cell)) => {
                assert_eq!(found, [((*id).to_owned(), (*cell).to_owned())], "{stem}");
            }
            // A million rows or cells without content are read like any other table.
            None => assert_eq!(found, [], "{stem}"),
        }
    }
}

#[test]
fn files_that_are_no_tables() {
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let ids = |name: &str, bytes: &[u8]| {
        found(&workspace(name, bytes)).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(ids("timetable.xlsx", &old), ["sheet-old-or-protected"]);
    assert_eq!(ids("timetable.xlsx", b"<html><table></table></html>"), ["sheet-unreadable"]);
    assert_eq!(ids("timetable.ods", b""), ["sheet-unreadable"]);
    assert_eq!(ids("timetable.csv", b""), ["sheet-no-table"]);
    assert_eq!(ids("timetable.csv", &"\"".repeat(1 << 20).into_bytes()), ["sheet-too-large"]);
    let wide = vec![b';'; 7 << 20];
    let begin = Instant::now();
    assert_eq!(ids("timetable.csv", &wide), ["sheet-no-table"]);
    assert!(begin.elapsed() < Duration::from_secs(4), "{:?}", begin.elapsed());
}

/// What an entity stands for would be lost without a word.
#[test]
fn entities_are_refused() {
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    packed.start_file("content.xml", options).expect("an entry");
    let text = "<!DOCTYPE a [<!ENTITY b 'вт'>]><office:document-content><office:body>\
                <office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>пн, \
                &b;</text:p></table:table-cell></table:table-row></table:table>\
                </office:spreadsheet></office:body></office:document-content>";
    packed.write_all(text.as_bytes()).expect("the entry");
    let bytes = packed.finish().expect("an archive").into_inner();
    let refused = [("xml-doctype".to_owned(), String::new())];
    assert_eq!(found(&workspace("timetable.ods", bytes)), refused);
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    packed.start_file("xl/sharedStrings.xml", options).expect("an entry");
    let text = "<!DOCTYPE a [<!ENTITY b 'вт'>]><sst><si><t>пн, &b;</t></si></sst>";
    packed.write_all(text.as_bytes()).expect("the entry");
    let bytes = packed.finish().expect("an archive").into_inner();
    assert_eq!(found(&workspace("timetable.xlsx", bytes)), refused);
}
