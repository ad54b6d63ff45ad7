//! All sheets of the sample schools: their pages, type and margins, and what the posters say.
//!
//! The lists in `tests/sheets` are for people to read; `SNAPSHOTS=overwrite` writes them anew.

use std::fs;
use std::process::Command;

use super::tools::Pdf;
use crate::snapshot::assert_file;
use crate::workspace::{files, has_extension, project};

/// Nothing stands nearer to an edge of the paper: 5 mm, in points.
const EDGE: f64 = 5.0 / 25.4 * 72.0;
/// Letters of a piece of text that counts as type: marks of notes are smaller.
const PIECE: usize = 3;

#[test]
fn sheets_of_the_sample_schools_are_as_they_were() {
    let output = tempfile::tempdir().expect("a folder");
    let site = output.path().join("site");
    let built = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["build", "--locked", "--today", "2026-11-20", "--root"])
        .args([project(), "--output".as_ref(), &site])
        .output()
        .expect("the program starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut schools = 0;
    for school in fs::read_dir(project().join("content/schools")).expect("the schools") {
        let school = school.expect("a school").file_name().into_string().expect("UTF-8");
        let sheets = files(&site.join(&school));
        let sheets = sheets.iter().filter(|(path, _)| has_extension(path, "pdf"));
        let told: String = sheets.map(|(path, bytes)| told(path, &Pdf::new(bytes))).collect();
        assert_file(&project().join(format!("tests/sheets/{school}.txt")), &told);
        schools += 1;
    }
    assert_eq!(schools, 5);
}

/// A line on the sheet; of posters on A4 the text as well.
fn told(path: &str, pdf: &Pdf) -> String {
    let edge = pdf.edge();
    assert!(edge >= EDGE, "{path}: text {edge} pt from an edge");
    let pieces = pdf.sizes().into_iter();
    let type_sizes =
        pieces.filter(|(_, text)| text.chars().filter(|c| c.is_alphabetic()).count() >= PIECE);
    let smallest = type_sizes.map(|(size, _)| size).fold(f64::MAX, f64::min);
    let least = match path {
        _ if !path.starts_with("posters/") => 9.0,
        _ if path.ends_with("-a4.pdf") => 7.0,
        _ => 8.5,
    };
    assert!(smallest >= least, "{path}: type of {smallest} pt");
    let mut told = format!("== {path}: {} p., type from {smallest:.1} pt\n", pdf.pages());
    if path.ends_with("-a4.pdf") {
        let text = pdf.laid_out().replace('\u{c}', "--\n");
        let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        told.extend(lines.map(|line| format!("{line}\n")));
    }
    told
}
