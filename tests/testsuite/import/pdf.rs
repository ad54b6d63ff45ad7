//! PDF files: those that this project prints, and odd ones.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use reglament::diagnostics::Diagnostics;
use reglament::import::document::{Area, Block, Flow};

use super::edition::imported;
use super::text::{assert_words, extract, paragraphs, refused};
use crate::import::words_of;
use crate::workspace::{project, skipped};

/// A PDF with a page for each content, with a font that is not embedded.
fn pages(contents: &[&str], more: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", at * 2 + 5)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}>>", contents.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 4 0 R>>>>/Length 47>>\nstream\n/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do\nendstream".to_owned(),
    ];
    for (index, content) in contents.iter().enumerate() {
        let stream = index * 2 + 6;
        objects.push(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {stream} 0 R/Resources<</Font<</F 3 0 R>>{more}>>>>"));
        objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    out.extend(
        format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", places.len() + 1)
            .bytes(),
    );
    out
}

/// A PDF of one page.
fn pdf(content: &str, more: &str) -> Vec<u8> {
    pages(&[content], more)
}

/// A picture that covers the page.
const PICTURE: &str = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID A EI Q\n";

/// Text at a place, in points from the lower left corner.
fn put(x: u32, y: u32, size: u32, text: &str) -> String {
    format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n")
}

#[test]
fn the_acts_that_are_printed_come_back() {
    let output = tempfile::tempdir().expect("a folder");
    let built = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["build", "--today", "2026-11-20", "--root"])
        .arg(project())
        .arg("--output")
        .arg(output.path().join("site"))
        .output()
        .expect("the program runs");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let acts = crate::workspace::files(&output.path().join("site"));
    let mut count = 0;
    for (path, bytes) in acts {
        let is_act = Path::new(&path).extension().is_some_and(|e| e == "pdf")
            && path.matches('/').count() == 2;
        if !is_act || path.contains("posters") || path.contains("publication") {
            continue;
        }
        count += 1;
        let read = extract(&path, &bytes);
        assert_eq!(read.flow, Flow::Lines);
        assert_words(&path, &read);
        assert_same_as_pdftotext(&path, &bytes, &read);
    }
    assert!(count >= 5, "{count} acts");
}

/// The words of the text, in order, are those that another program finds.
fn assert_same_as_pdftotext(name: &str, bytes: &[u8], read: &reglament::import::document::Extract) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("act.pdf");
    std::fs::write(&file, bytes).expect("a file");
    let Ok(output) = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output() else {
        skipped("pdftotext is not installed");
        return;
    };
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let theirs = letters(&String::from_utf8_lossy(&output.stdout));
    let (own, _) = words_of(read);
    let count = letters(&own.concat()).chars().count();
    assert_eq!(count, theirs.chars().count(), "{name}: letters");
    // In the order of drawing too, but for what stands at the edges of pages.
    let body: Vec<String> = paragraphs(read)
        .iter()
        .filter(|paragraph| paragraph.area == Area::Body)
        .map(|paragraph| letters(&paragraph.text()))
        .collect();
    let mut rest = theirs.as_str();
    let mut behind = 0;
    for line in &body {
        match rest.find(line.as_str()) {
            Some(at) => rest = &rest[at + line.len()..],
            None => behind += 1,
        }
    }
    assert!(behind * 10 <= body.len(), "{name}: {behind} of {} lines out of order", body.len());
}

#[test]
fn columns_tables_and_raised_marks() {
    let mut content = String::new();
    for (index, (left, right)) in [
        ("Accepted by", "Approved"),
        ("the council", "by the head"),
        ("minutes one", ""),
        ("", "order two"),
    ]
    .iter()
    .enumerate()
    {
        let y = 700 - 15 * u32::try_from(index).expect("small");
        content += &put(60, y, 12, left);
        content += &put(380, y, 12, right);
    }
    content += &put(60, 600, 12, "The text of the act has a mark");
    content += &put(219, 605, 7, "1");
    content += "1 w 60 500 m 360 500 l S 60 520 m 360 520 l S 60 540 m 360 540 l S 60 500 m 60 540 l S 360 500 m 360 540 l S 200 500 m 200 520 l S\n";
    content += &put(70, 525, 12, "Days and hours");
    content += &put(70, 505, 12, "Monday");
    content += &put(210, 505, 12, "14.30");
    content += "BT /F 12 Tf 0 1 -1 0 580 300 Tm (turned) Tj ET\n";
    let read = extract("act.pdf", &pdf(&content, ""));
    let texts: Vec<String> = paragraphs(&read).iter().map(|paragraph| paragraph.text()).collect();
    let expected = [
        "Accepted by",
        "the council",
        "minutes one",
        "Approved",
        "by the head",
        "order two",
        "The text of the act has a mark1",
        "turned",
    ];
    assert_eq!(texts, expected);
    assert_eq!(paragraphs(&read)[7].area, Area::Box);
    let Some(Block::Table(table)) =
        read.blocks.iter().find(|block| matches!(block, Block::Table(_)))
    else {
        panic!("no table");
    };
    let spans: Vec<Vec<usize>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.columns).collect()).collect();
    assert_eq!(spans, [vec![2], vec![1, 1]]);
    assert_words("act.pdf", &read);
}

#[test]
fn what_cannot_be_read_is_refused() {
    let begin = Instant::now();
    assert_eq!(refused("act.pdf", &pdf("", "")), "pdf-scan");
    let hidden =
        "BT /F 12 Tf 3 Tr 1 0 0 1 60 700 Tm (words that a program guessed beneath a picture) Tj ET";
    assert_eq!(refused("act.pdf", &pdf(hidden, "")), "pdf-scan");
    assert_eq!(refused("act.pdf", b"%PDF-1.7 and nothing else"), "pdf-damaged");
    assert_eq!(
        refused("act.pdf", &[b"%PDF-1.7".as_slice(), &vec![b' '; 65 << 20]].concat()),
        "import-too-large"
    );
    let circle = "/X Do ".repeat(50);
    let refusal = refused("act.pdf", &pdf(&circle, "/XObject<</X 4 0 R>>"));
    assert!(["pdf-too-complex", "pdf-scan"].contains(&refusal), "{refusal}");
    assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
}

/// Short acts and last pages of a few words are no scans; a picture of a text is one, whatever a
/// signature wrote over it.
#[test]
fn pages_that_are_pictures_are_told() {
    let words = put(60, 700, 12, "1. Help is given on Mondays.");
    assert_eq!(paragraphs(&extract("act.pdf", &pdf(&words, ""))).len(), 1);
    let signed =
        format!("{PICTURE}{}", put(60, 60, 8, "Signed with the electronic signature of the head"));
    assert_eq!(refused("act.pdf", &pdf(&signed, "")), "pdf-scan");
    let mut found = Diagnostics::default();
    let mixed = pages(&[&words, &signed], "");
    let read = reglament::import::read::read("act.pdf", &mixed, &mut found).expect("an extract");
    assert_eq!(paragraphs(&read).len(), 2);
    let told: Vec<&str> = found.iter().map(|finding| finding.id).collect();
    assert_eq!(told, ["import-page-picture"]);
}

/// «Приложение № 1» at the top of a page, and «Приложение № 2» at the top of the next.
#[test]
fn appendices_at_the_top_of_pages_are_no_headers() {
    let page = |number: u32| {
        put(60, 770, 12, "Running head")
            + &put(
                60,
                740,
                12,
                &format!("\\317\\360\\350\\353\\356\\346\\345\\355\\350\\345 {number}"),
            )
            + &put(60, 600, 12, "The text of the page")
    };
    let read = extract("act.pdf", &pages(&[&page(1), &page(2)], ""));
    let areas: Vec<Area> = paragraphs(&read).iter().map(|paragraph| paragraph.area).collect();
    assert_eq!(areas[..3], [Area::Header, Area::Body, Area::Body]);
}

/// Lines of a cell go on where there was no room for the next word; others are meant.
#[test]
fn lines_of_cells_are_joined() {
    let mut content = put(60, 740, 12, "1. Consultations are held on the days that follow.");
    content += "1 w 60 500 m 360 500 l S 60 540 m 360 540 l S 60 580 m 360 580 l S 60 500 m 60 580 l S 200 500 m 200 580 l S 360 500 m 360 580 l S\n";
    for (x, y, text) in [
        (66, 565, "Days and hours of"),
        (66, 550, "consultations"),
        (206, 565, "Monday"),
        (206, 550, "14.30"),
        (66, 525, "Teacher"),
        (206, 525, "Room 214"),
    ] {
        content += &put(x, y, 12, text);
    }
    let made = imported("act.pdf", &pdf(&content, ""), Some("Act"));
    assert!(made.report.proved, "{:#?}", made.found);
    let row = "| Days and hours of consultations | Monday<br>14.30 |";
    assert!(made.text.contains(row), "{}", made.text);
}
