//! What stands in a paragraph: text, blanks, notes, links, text boxes.

use crate::import::document::{Area, Block, Note, Omission, Omitted, Script, Span};
use crate::import::read::pieces::{self, Piece, note_mark};
use crate::import::read::symbols;
use crate::source::xml::{Element, Node};

use super::body::{Context, Reader};
use super::styles::Look;

/// Most blanks that a file may ask for at one place.
const MOST_BLANKS: usize = 1_000;

/// The text of a paragraph as it is put together.
struct Line {
    pieces: Vec<Piece>,
    /// White space follows: it is one blank, and none at the begin.
    blank: bool,
    area: Area,
}

impl Reader {
    /// The pieces of a paragraph.
    pub(super) fn inlines(&mut self, paragraph: &Element, look: &Look, area: Area) -> Vec<Piece> {
        let mut line = Line { pieces: Vec::new(), blank: true, area };
        self.inside(paragraph, look, None, &mut line);
        line.pieces
    }

    fn inside(&mut self, parent: &Element, look: &Look, link: Option<&str>, line: &mut Line) {
        for node in &parent.children {
            match node {
                Node::Text(text) => {
                    let text = collapse(text, &mut line.blank);
                    self.show(&text, look, link, line);
                }
                Node::Element(element) => self.element(element, look, link, line),
            }
        }
    }

    fn element(&mut self, element: &Element, look: &Look, link: Option<&str>, line: &mut Line) {
        match element.tag() {
            ("text", "span") => {
                let look = self.styles.text(element.attribute("text", "style-name"), look);
                self.inside(element, &look, link, line);
            }
            ("text", "a") => {
                let address = element.attribute("xlink", "href").filter(|a| !a.starts_with('#'));
                self.inside(element, look, address.or(link), line);
            }
            ("text", "s" | "tab" | "line-break") => {
                line.blank = element.is("text", "line-break");
                self.show(&fixed(element), look, link, line);
            }
            ("text", "note") => self.note(element, look, line),
            ("text", "ruby") => {
                if let Some(base) = element.child("text", "ruby-base") {
                    self.inside(base, look, link, line);
                }
            }
            ("text", "hidden-text" | "hidden-paragraph") => {
                self.aside.omit(Omitted::Hidden, &element.text());
            }
            ("office", "annotation") => self.comment(element),
            ("draw", "a") => self.inside(element, look, link, line),
            ("draw", _) => line.pieces.push(Piece::Box(self.boxes(element, line.area))),
            // Marks without text, and definitions.
            ("office" | "svg" | "table", _) => {}
            // Fields hold the text that they show.
            _ => self.inside(element, look, link, line),
        }
    }

    fn show(&mut self, text: &str, look: &Look, link: Option<&str>, line: &mut Line) {
        if text.is_empty() {
            return;
        }
        if let Some(kind) = self.omitted.or_else(|| look.hidden.then_some(Omitted::Hidden)) {
            self.aside.omit(kind, text);
            return;
        }
        let mut lost = false;
        let text = symbols::shown(&look.font, text, &mut lost);
        if lost {
            self.aside.doubt("document-symbol", &look.font);
        }
        line.pieces.push(Piece::Span(Span {
            text,
            bold: look.bold,
            italic: look.italic,
            struck: look.struck,
            script: look.script,
            link: link.map(str::to_owned),
            note: None,
        }));
    }

    /// A footnote or an endnote: its mark is spelled in the file.
    fn note(&mut self, element: &Element, look: &Look, line: &mut Line) {
        let typed = element.child("text", "note-citation").map(all_text).unwrap_or_default();
        let (mark, rest) = note_mark(&typed);
        let mark = mark.to_owned();
        let mut blocks = Vec::new();
        let still = std::mem::replace(&mut self.aside.still, true);
        if let Some(body) = element.child("text", "note-body") {
            self.blocks(body, &mut Context::of(Area::Body), &mut blocks);
        }
        self.aside.still = still;
        if self.omitted.is_some() || look.hidden {
            self.aside.omit(Omitted::Hidden, &pieces::text(&blocks));
            return;
        }
        let mut body = Vec::new();
        pieces::flatten(blocks, &mut body);
        let note = Some(self.notes.len());
        self.notes.push(Note { mark: mark.clone(), body });
        line.blank = false;
        let span = Span { text: mark, script: Script::Super, note, ..Span::default() };
        line.pieces.push(Piece::Span(span));
        if !rest.is_empty() {
            line.pieces.push(Piece::Span(Span { text: rest.to_owned(), ..Span::default() }));
        }
    }

    /// Keeps a comment as left out.
    pub(super) fn comment(&mut self, element: &Element) {
        let paragraphs = element.elements().filter(|e| e.tag() != ("text", "sender-initials"));
        let own = paragraphs.filter(|e| e.space == "text");
        let text: String = own.map(|e| all_text(e) + "\n").collect();
        self.aside.omitted.push(Omission {
            kind: Omitted::Comment,
            origin: self.aside.origin(),
            text,
        });
    }

    /// The text of a drawing; one without text is a picture.
    pub(super) fn boxes(&mut self, drawing: &Element, area: Area) -> Vec<Block> {
        let mut bodies = Vec::new();
        collect(drawing, &mut bodies);
        if bodies.is_empty() {
            self.aside.doubt("document-picture", "");
        }
        let area = if area == Area::Body { Area::Box } else { area };
        let mut blocks = Vec::new();
        for body in bodies {
            self.blocks(body, &mut Context::of(area), &mut blocks);
        }
        blocks
    }
}

/// White space as one blank; `blank` tells if some is there already.
pub(super) fn collapse(text: &str, blank: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != '\u{ad}') {
        let white = matches!(c, ' ' | '\t' | '\n' | '\r');
        if !(white && *blank) {
            out.push(if white { ' ' } else { c });
        }
        *blank = white;
    }
    out
}

/// Blanks, tabs and line breaks that are elements.
pub(super) fn fixed(element: &Element) -> String {
    match element.tag() {
        ("text", "s") => {
            let count = element.attribute("text", "c").and_then(|v| v.parse().ok()).unwrap_or(1);
            " ".repeat(count.min(MOST_BLANKS))
        }
        ("text", "tab") => "\t".to_owned(),
        ("text", "line-break") => "\n".to_owned(),
        _ => String::new(),
    }
}

/// All text in an element, without its setting.
pub(super) fn all_text(element: &Element) -> String {
    let texts = element.children.iter().map(|node| match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) => fixed(element) + &all_text(element),
    });
    texts.collect()
}

/// The elements of a drawing that hold paragraphs, in order.
fn collect<'e>(element: &'e Element, out: &mut Vec<&'e Element>) {
    let holds = |e: &Element| matches!(e.tag(), ("text", "p" | "h" | "list") | ("table", "table"));
    if element.elements().any(holds) {
        out.push(element);
        return;
    }
    element.elements().filter(|e| e.space == "draw").for_each(|inner| collect(inner, out));
}
