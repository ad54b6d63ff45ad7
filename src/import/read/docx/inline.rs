//! What stands in a paragraph: runs, fields, links, marks of notes, text boxes.

use crate::import::document::{Area, Block, Paragraph, Script, Span};
use crate::import::read::aside::EMBEDDED;
use crate::import::read::pieces::{Piece, note_mark};
use crate::import::read::symbols;
use crate::source::xml::Element;

use super::body::{Reader, choice};
use super::styles::{Look, Runs};

/// Where a run stands.
#[derive(Clone, Copy)]
struct Context<'c> {
    /// Id of the paragraph's style.
    style: Option<&'c str>,
    /// Address that the text links to.
    link: Option<&'c str>,
    area: Area,
}

impl Reader<'_> {
    /// Adds the pieces in a paragraph of this style to `out`.
    pub(super) fn inlines(
        &mut self,
        paragraph: &Element,
        style: Option<&str>,
        area: Area,
        out: &mut Vec<Piece>,
    ) {
        self.inside(paragraph, Context { style, link: None, area }, out);
    }

    fn inside(&mut self, parent: &Element, context: Context<'_>, out: &mut Vec<Piece>) {
        for element in parent.elements() {
            match element.tag() {
                ("w", "r") => self.run(element, context, out),
                ("w", "hyperlink") => {
                    let id = element.attribute("r", "id");
                    let address = id.and_then(|id| self.relations.address(id)).map(str::to_owned);
                    let link = address.as_deref().or(context.link);
                    self.inside(element, Context { link, ..context }, out);
                }
                ("w", "fldSimple") => {
                    self.fields.begin(element.attribute("w", "instr").unwrap_or_default());
                    self.fields.separate();
                    self.inside(element, context, out);
                    self.end_field();
                }
                ("w", "sdt") => {
                    if let Some(content) = element.child("w", "sdtContent") {
                        self.inside(content, context, out);
                    }
                }
                ("w", "smartTag" | "customXml" | "dir" | "bdo" | "ins" | "moveTo") => {
                    self.inside(element, context, out);
                }
                ("mc", "AlternateContent") => self.inside(choice(element), context, out),
                ("m", "oMath" | "oMathPara") => {
                    self.aside.doubt("document-formula", "");
                    self.show(&formula(element), &Look::default(), context, out);
                }
                ("w", "subDoc") => self.aside.doubt(EMBEDDED, ""),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element, context: Context<'_>, out: &mut Vec<Piece>) {
        let direct = run.child("w", "rPr").map(Runs::read).unwrap_or_default();
        let look = self.styles.look(context.style, &direct);
        let mut children = run.elements();
        while let Some(element) = children.next() {
            let kind = match element.tag() {
                ("w", "footnoteReference") => "footnote",
                ("w", "endnoteReference") => "endnote",
                _ => {
                    self.piece(element, &look, context, out);
                    continue;
                }
            };
            let own = element.attribute("w", "customMarkFollows");
            let custom = own.is_some_and(|v| !matches!(v, "0" | "false" | "off"));
            let typed = if custom { children.by_ref().map(plain).collect() } else { String::new() };
            let (mark, rest) = note_mark(&typed);
            let note = element.attribute("w", "id").map(|id| (kind, id));
            self.mark(note, custom.then(|| mark.to_owned()), &look, out);
            if !rest.is_empty() {
                self.show(rest, &look, context, out);
            }
        }
    }

    /// The mark of a note; `own` is a mark that the author typed.
    fn mark(
        &mut self,
        note: Option<(&'static str, &str)>,
        own: Option<String>,
        look: &Look,
        out: &mut Vec<Piece>,
    ) {
        if self.omission(look.hidden).is_some() {
            return;
        }
        let own = own.map(|mark| mark.trim().to_owned()).filter(|mark| !mark.is_empty());
        let origin = self.aside.origin();
        let Some((note, mark)) = note.and_then(|note| self.notes.refer(note, own, origin)) else {
            return;
        };
        let script = Script::Super;
        out.push(Piece::Span(Span { text: mark, script, note: Some(note), ..Span::default() }));
    }

    /// An element of a run.
    fn piece(
        &mut self,
        element: &Element,
        look: &Look,
        context: Context<'_>,
        out: &mut Vec<Piece>,
    ) {
        match element.tag() {
            ("w", "t") => {
                let mut lost = false;
                let text = symbols::shown(&look.font, &plain(element), &mut lost);
                if lost {
                    self.aside.doubt("document-symbol", &look.font);
                }
                self.show(&text, look, context, out);
            }
            ("w", "tab" | "ptab" | "cr" | "noBreakHyphen") => {
                self.show(&plain(element), look, context, out);
            }
            ("w", "br") if element.attribute("w", "type") == Some("page") => {
                let shown = self.fields.show() && self.omission(look.hidden).is_none();
                out.extend(shown.then_some(Piece::Page));
            }
            ("w", "br") => self.show("\n", look, context, out),
            ("w", "sym") => self.symbol(element, look, context, out),
            ("w", "fldChar") => self.field(element, look, context, out),
            ("w", "instrText") => self.fields.instruct(&element.text()),
            ("w", "drawing" | "pict" | "object") => self.boxes(element, context, out),
            ("w", "ruby") => {
                if let Some(base) = element.child("w", "rubyBase") {
                    self.inside(base, context, out);
                }
            }
            ("w", "commentReference") => self.notes.comment(element, self.aside.origin()),
            ("mc", "AlternateContent") => {
                for element in choice(element).elements() {
                    self.piece(element, look, context, out);
                }
            }
            _ => {}
        }
    }

    /// Text of a run: shown, or kept as left out.
    fn show(&mut self, text: &str, look: &Look, context: Context<'_>, out: &mut Vec<Piece>) {
        if text.is_empty() {
            return;
        }
        let hidden = look.hidden || !self.fields.show();
        if let Some(kind) = self.omission(hidden) {
            self.aside.omit(kind, text);
            return;
        }
        let link = context.link.map(str::to_owned).or_else(|| self.fields.link());
        out.push(Piece::Span(Span {
            text: text.to_owned(),
            bold: look.bold,
            italic: look.italic,
            struck: look.struck,
            script: look.script,
            link,
            note: None,
        }));
    }

    /// `w:sym`: a character of a named font.
    fn symbol(
        &mut self,
        element: &Element,
        look: &Look,
        context: Context<'_>,
        out: &mut Vec<Piece>,
    ) {
        let known = plain(element);
        if known.is_empty() {
            self.aside.doubt("document-symbol", element.attribute("w", "font").unwrap_or_default());
        }
        let shown = if known.is_empty() { "\u{fffd}" } else { &known };
        self.show(shown, look, context, out);
    }

    /// `w:fldChar`: begin, result or end of a field.
    fn field(
        &mut self,
        element: &Element,
        look: &Look,
        context: Context<'_>,
        out: &mut Vec<Piece>,
    ) {
        match element.attribute("w", "fldCharType") {
            Some("begin") => {
                let form = element.child("w", "ffData").and_then(|f| f.child("w", "checkBox"));
                if let Some(form) = form {
                    self.show(tick(form), look, context, out);
                }
                self.fields.begin("");
            }
            Some("separate") => self.fields.separate(),
            Some("end") => self.end_field(),
            _ => {}
        }
    }

    fn end_field(&mut self) {
        if let Some(name) = self.fields.end() {
            self.aside.doubt("document-field", &name);
        }
    }

    /// Text boxes of a drawing; a drawing without text is a picture.
    fn boxes(&mut self, drawing: &Element, context: Context<'_>, out: &mut Vec<Piece>) {
        let mut texts = Vec::new();
        collect(drawing, &mut texts);
        if texts.is_empty() {
            self.aside.doubt("document-picture", "");
        }
        let area = if context.area == Area::Body { Area::Box } else { context.area };
        for text in texts {
            // A box is a story of its own: fields and joined lines do not reach into it.
            let fields = std::mem::take(&mut self.fields);
            let mut blocks = Vec::new();
            if text.is("w", "txbxContent") {
                self.blocks(text, area, &mut blocks);
            } else {
                self.drawn(text, area, &mut blocks);
            }
            self.fields = fields;
            out.push(Piece::Box(blocks));
        }
    }

    /// Paragraphs of a drawing that is no text of Word.
    fn drawn(&self, body: &Element, area: Area, out: &mut Vec<Block>) {
        for paragraph in body.elements().filter(|e| e.is("a", "p")) {
            let mut text = String::new();
            texts(paragraph, ("a", "t"), &mut text);
            let spans = vec![Span { text, ..Span::default() }];
            out.push(Block::Paragraph(Paragraph {
                origin: self.aside.origin(),
                area,
                spans,
                ..Paragraph::default()
            }));
        }
    }
}

/// The text that an element of a run stands for, as far as it needs no look.
pub(super) fn plain(element: &Element) -> String {
    match element.tag() {
        ("w", "t") => {
            let text = element.text();
            let kept = element.attribute("xml", "space") == Some("preserve");
            // Word leaves out blanks at the ends unless told to keep them, and shows line ends
            // as blanks; a soft hyphen is only a place to break.
            let text = if kept { text.as_str() } else { text.trim_matches([' ', '\n', '\t']) };
            text.replace('\n', " ").replace('\u{ad}', "")
        }
        ("w", "tab" | "ptab") => "\t".to_owned(),
        ("w", "cr" | "br") => "\n".to_owned(),
        ("w", "noBreakHyphen") => "\u{2011}".to_owned(),
        ("w", "sym") => {
            let code = element.attribute("w", "char").and_then(|c| u32::from_str_radix(c, 16).ok());
            let font = element.attribute("w", "font").unwrap_or_default();
            code.and_then(|code| symbols::symbol(font, code)).map(String::from).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// A box of a form, ticked or not.
fn tick(form: &Element) -> &'static str {
    use super::styles::switch;
    let ticked = switch(form, "checked").or_else(|| switch(form, "default"));
    if ticked == Some(true) { "☒" } else { "☐" }
}

/// The text of a formula in the order of its signs.
fn formula(element: &Element) -> String {
    let mut text = String::new();
    texts(element, ("m", "t"), &mut text);
    text
}

/// Adds the texts of all elements `name` in `element`.
fn texts(element: &Element, name: (&str, &str), out: &mut String) {
    for inner in element.elements() {
        if inner.tag() == name {
            *out += &inner.text();
        } else {
            texts(inner, name, out);
        }
    }
}

/// The bodies of text in a drawing, in order, each once.
fn collect<'e>(element: &'e Element, out: &mut Vec<&'e Element>) {
    for inner in element.elements() {
        match inner.tag() {
            ("w", "txbxContent") | ("a", "txBody") => out.push(inner),
            ("mc", "AlternateContent") => collect(choice(inner), out),
            _ => collect(inner, out),
        }
    }
}
