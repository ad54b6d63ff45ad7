//! Documents that are broken or made to harm: refused with a finding, never a panic.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use reglament::diagnostics::Diagnostics;
use reglament::import::read::read;
use reglament::import::{Given, edition};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(super) const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;
const PARTS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="x/styles" Target="styles.xml"/><Relationship Id="2" Type="x/numbering" Target="numbering.xml"/><Relationship Id="3" Type="x/footnotes" Target="missing.xml"/></Relationships>"#;
pub(super) const W: &str =
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

pub(super) fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(text.as_bytes()).expect("text");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A document with this text.
fn docx(document: &str) -> Vec<u8> {
    archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", document)])
}

/// The findings about a file of these bytes, and whether it was read.
fn findings(bytes: &[u8]) -> (Vec<&'static str>, bool) {
    let mut found = Diagnostics::default();
    let extract = read("a.docx", bytes, &mut found);
    assert!(extract.is_some() || found.has_errors(), "no word about why");
    (found.iter().map(|finding| finding.id).collect(), extract.is_some())
}

#[test]
fn what_is_made_to_harm_is_refused() {
    let body = |text: &str| docx(&format!("<w:document {W}><w:body>{text}</w:body></w:document>"));
    let attributes: Vec<_> = (0..80_000).map(|n| format!("a{n}='1'")).collect();
    let attributes = format!(" {}", attributes.join(" "));
    let entity = format!("<!DOCTYPE a [<!ENTITY b 'c'>]><w:document {W}>&b;</w:document>");
    let cases = [
        (docx(&entity), "xml-doctype"),
        (body(&format!("<w:p{attributes}/>")), "xml-large"),
        (body(&"<w:sdt><w:sdtContent>".repeat(100_000)), "xml-large"),
        (body("<w:p>"), "xml-broken"),
        (body(&" ".repeat(40 << 20)), "archive-ratio"),
        (archive(&[("../word/document.xml", "")]), "archive-name"),
        (archive(&[("a.txt", "text")]), "document-kind"),
        (docx("<a/>"), "document-kind"),
        (archive(&[("content.xml", "<a/>")]), "document-kind"),
        (b"PK\x03\x04 and no archive".to_vec(), "archive-damaged"),
    ];
    for (bytes, refused) in cases {
        assert_eq!(findings(&bytes), (vec![refused], false));
    }
}

#[test]
fn absurd_values_are_bounded() {
    let styles = format!(
        "<w:styles {W}><w:style w:styleId='a' w:type='paragraph'><w:basedOn w:val='b'/></w:style>\
         <w:style w:styleId='b' w:type='paragraph'><w:basedOn w:val='a'/></w:style></w:styles>"
    );
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'>\
         <w:start w:val='9223372036854775807'/><w:numFmt w:val='lowerRoman'/>\
         <w:lvlText w:val='%1.%9.%%'/></w:lvl><w:lvl w:ilvl='77'/></w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='9'/></w:num></w:numbering>"
    );
    let numbered = |id: u8, level: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:ilvl w:val='{level}'/>\
             <w:numId w:val='{id}'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        )
    };
    let document = format!(
        "<w:document {W}><w:body>{}{}{}{}<w:tbl><w:tr><w:tc><w:tcPr>\
         <w:gridSpan w:val='4000000000'/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>\
         <w:p><w:r><w:fldChar w:fldCharType='end'/><w:footnoteReference w:id='5'/></w:r></w:p>\
         </w:body></w:document>",
        numbered(1, "0"),
        numbered(1, "0"),
        numbered(1, "99999999999"),
        numbered(2, "0"),
    );
    let bytes = archive(&[
        ("_rels/.rels", RELATIONS),
        ("word/_rels/document.xml.rels", PARTS),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
    ]);
    assert_eq!(findings(&bytes), (Vec::new(), true));
}

/// Longest that a file made to be slow may take: it takes seconds where many tests run.
const LONGEST: Duration = Duration::from_mins(1);

#[test]
fn what_is_made_to_be_slow_is_read_or_refused_in_time() {
    let rules = "color:red;".repeat(390);
    let rules: Vec<_> = (0..8).map(|n| format!(".c{n}{{{rules}}}")).collect();
    let rules = rules.concat();
    let classes = "<p class='c0 c1 c2 c3 c4 c5 c6 c7'>слово</p>".repeat(20_000);
    let page = format!("<html><style>{rules}</style>{classes}</html>");
    // A number on a line of its own may be the mark of a footnote, and its body.
    let note = |n| format!("слово{n}\n{}\nДругое{n}, слово\n", n % 90);
    let notes = (0..10_000).map(note).collect::<Vec<_>>().concat();
    let addresses = "http://example.org/a\n".repeat(90_000);
    for (name, text) in [("a.html", page), ("a.txt", notes), ("b.txt", addresses)] {
        let started = Instant::now();
        let mut found = Diagnostics::default();
        let extract = read(name, text.as_bytes(), &mut found).expect("a text");
        let _ = edition(&extract, &Given::default(), "draft.md");
        assert!(started.elapsed() < LONGEST, "{name}: {:?}", started.elapsed());
    }
}

#[test]
fn damage_never_panics() {
    let sound = docx(&format!(
        "<w:document {W}><w:body><w:p><w:r><w:t>Текст</w:t></w:r></w:p></w:body></w:document>"
    ));
    assert_eq!(findings(&sound), (Vec::new(), true));
    for end in 0..sound.len() {
        findings(&sound[..end]);
    }
    for at in 0..sound.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut damaged = sound.clone();
            damaged[at] ^= flip;
            findings(&damaged);
        }
    }
}
