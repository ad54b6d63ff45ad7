//! Codes of sheets, read by another program.

use super::fixture::{file, print, school};
use super::tools::Pdf;
use super::{ACT, CONTACTS, TIMETABLE};

const TIMETABLE_A4: &str = "gimnaziya-1/posters/timetable-a4.pdf";

#[test]
fn codes_open_the_right_pages() {
    let files = print(&school(20));
    let base = "https://reglament.example.org/gimnaziya-1/";
    for (path, tail, millimetres) in [
        (TIMETABLE, "timetable/#sheet-timetable-", 34),
        (TIMETABLE_A4, "timetable/#sheet-timetable-", 25),
        (CONTACTS, "#sheet-contacts-", 34),
        (ACT, "pomoshch/2026-09-01/", 25),
    ] {
        let code = code_of(&Pdf::new(file(&files, path)), millimetres).expect(path);
        let end = code.strip_prefix(&format!("{base}{tail}"));
        let end = end.unwrap_or_else(|| panic!("{path} opens {code}"));
        let hash = end.len() == 8 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(if path == ACT { end.is_empty() } else { hash }, "{path} opens {code}");
    }
}

/// What another program reads in the code on the first page, which is `side` mm wide; it does not
/// find every code at every resolution.
pub(super) fn code_of(pdf: &Pdf, side: usize) -> Option<String> {
    [150, 200, 300].into_iter().find_map(|dpi| code_at(pdf, side, dpi))
}

fn code_at(pdf: &Pdf, side: usize, dpi: usize) -> Option<String> {
    let (width, pixels) = pdf.grey(dpi);
    let grey = |x: usize, y: usize| pixels[y * width + x];
    let mut page = rqrr::PreparedImage::prepare_from_greyscale(width, pixels.len() / width, grey);
    page.detect_grids().iter().find_map(|code| {
        let (_, text) = code.decode().ok()?;
        let xs = code.bounds.map(|corner| corner.x);
        let wide = xs.iter().max().zip(xs.iter().min()).map(|(max, min)| max.abs_diff(*min))?;
        // An inch has 254 tenths of a millimetre; the reader is up to a module off.
        let expected = u32::try_from(side * 10 * dpi / 254).expect("a small number");
        assert!(wide.abs_diff(expected) * 25 <= expected, "{wide} pixels instead of {expected}");
        Some(text)
    })
}
