//! Small documents of Word, LibreOffice and the web: what stands beside the text, or is struck out.

use reglament::diagnostics::{Diagnostics, Severity};
use reglament::import::read::read;

use super::edition::{imported, of_extract};
use super::hostile::{RELATIONS, W, archive};

const PARTS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="x/comments" Target="comments.xml"/><Relationship Id="2" Type="x/footnotes" Target="footnotes.xml"/></Relationships>"#;

/// A document with these paragraphs, this comment, and this note that nothing refers to.
fn docx(body: &str, comment: &str, note: &str) -> Vec<u8> {
    let note = format!("<w:footnote w:id='7'><w:p>{note}</w:p></w:footnote>");
    archive(&[
        ("_rels/.rels", RELATIONS),
        ("word/_rels/document.xml.rels", PARTS),
        ("word/document.xml", &format!("<w:document {W}><w:body>{body}</w:body></w:document>")),
        (
            "word/comments.xml",
            &format!(
                "<w:comments {W}><w:comment w:id='3'><w:p>{comment}</w:p></w:comment></w:comments>"
            ),
        ),
        ("word/footnotes.xml", &format!("<w:footnotes {W}>{note}</w:footnotes>")),
    ])
}

#[test]
fn comments_and_unused_notes_have_all_their_signs() {
    let hyphen = "<w:r><w:t>по</w:t><w:noBreakHyphen/><w:t>новому</w:t><w:tab/><w:t>да</w:t>\
        <w:sym w:font='Wingdings' w:char='F0FC'/></w:r>";
    let body = "<w:p><w:r><w:t>1. Один.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>2. Два.</w:t><w:commentReference w:id='3'/></w:r></w:p>";
    let mut found = Diagnostics::default();
    let extract = read("a.docx", &docx(body, hyphen, hyphen), &mut found).expect("a document");
    let made = of_extract(&extract, Some("Регламент"));
    assert!(made.report.proved, "{:#?}", made.found);
    let left: Vec<_> = made.report.left_out.iter().map(|l| (l.why, l.origin.line)).collect();
    assert_eq!(left, [("hidden", 0), ("comment", 2)]);
    assert!(made.report.left_out.iter().all(|l| l.text.contains("по\u{2011}новому да")));
    let json = made.report.json("a.docx", "draft.md");
    assert!(json["left_out"][0].get("line").is_none(), "{json}");
}

/// The lines at which findings say that «пяти» is struck out.
fn struck(name: &str, bytes: &[u8]) -> Vec<String> {
    let made = imported(name, bytes, Some("Регламент"));
    assert!(made.report.proved, "{:#?}", made.found);
    assert!(made.text.contains("пяти трёх дней"), "{}", made.text);
    let own = made.found.iter().filter(|finding| finding.id == "import-struck");
    let lines = own.map(|finding| {
        assert_eq!(finding.severity, Severity::Warning);
        assert!(format!("{:?}", finding.args).contains("пяти"), "{finding:?}");
        finding.place.text.clone()
    });
    lines.collect()
}

#[test]
fn what_is_struck_out_stays_and_is_asked_for() {
    let run = |text: &str, look: &str| {
        format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
    };
    for look in ["<w:strike/>", "<w:dstrike/>"] {
        let body = format!(
            "<w:p>{}{}{}</w:p>",
            run("1. Срок – ", "<w:strike w:val='0'/>"),
            run("пяти ", look),
            run("трёх дней.", "")
        );
        let bytes = docx(&body, "", "");
        assert_eq!(struck("a.docx", &bytes), ["1. Срок – пяти трёх дней."]);
    }
    for tag in ["s", "del", "strike", "span style='text-decoration: line-through'"] {
        let end = tag.split(' ').next().expect("a name");
        let page = format!("<html><p>Срок – <{tag}>пяти</{end}> трёх дней.</p></html>");
        assert_eq!(struck("a.html", page.as_bytes()).len(), 1, "{tag}");
        let cell = format!(
            "<html><table><tr><td>Срок</td><td><{tag}>пяти</{end}> трёх дней</td></tr></table></html>"
        );
        assert_eq!(struck("a.html", cell.as_bytes()).len(), 1, "{tag}");
    }
    let office = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' \
        xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' \
        xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'";
    let content = format!(
        "<office:document-content {office}><office:automatic-styles>\
         <style:style style:name='T1' style:family='text'>\
         <style:text-properties style:text-line-through-style='solid'/></style:style>\
         </office:automatic-styles><office:body><office:text><text:p>Срок – \
         <text:span text:style-name='T1'>пяти</text:span> трёх дней.</text:p>\
         </office:text></office:body></office:document-content>"
    );
    assert_eq!(struck("a.odt", &archive(&[("content.xml", &content)])).len(), 1);
}

#[test]
fn a_paragraph_behind_a_list_is_one_of_the_clause() {
    let page = "<html><p>1. Общие положения</p><p>1.1. Школа:</p><ol><li>учит;</li>\
        <li>помогает.</li></ol><p>Помощь бесплатна.</p></html>";
    let made = imported("a.html", page.as_bytes(), Some("Регламент"));
    assert!(made.text.contains("2. помогает.\n\nПомощь бесплатна.\n"), "{}", made.text);
    let page = page
        .replace("помогает.</li></ol><p>", "<p>помогает.</p><p>")
        .replace("бесплатна.</p>", "бесплатна.</p></li></ol>");
    let made = imported("a.html", page.as_bytes(), Some("Регламент"));
    assert!(made.text.contains("2. помогает.\n\n   Помощь бесплатна.\n"), "{}", made.text);
}
