//! Blocks of a story: the body, a note, a header or a footer.

use std::collections::{BTreeMap, VecDeque};

use crate::import::document::{Area, Block, Omission, Omitted, Origin, Paragraph};
use crate::source::xml::Element;

use super::fields::Fields;
use super::inline::Piece;
use super::notes::Notes;
use super::numbering::{self, Numbering};
use super::package::Relations;
use super::styles::{Paragraphs, Runs, Styles};

/// Reads stories; what they share is kept between them.
pub(super) struct Reader<'d> {
    pub(super) styles: &'d Styles,
    /// Of the story; counting begins anew with each kind of story.
    pub(super) numbering: Numbering,
    /// Of the part.
    pub(super) relations: Relations,
    pub(super) notes: Notes,
    pub(super) fields: Fields,
    pub(super) omitted: Vec<Omission>,
    /// What a person should look at: count and first place by finding.
    pub(super) doubts: BTreeMap<&'static str, Doubt>,
    /// Whether each section after the present one begins a page.
    pub(super) sections: VecDeque<bool>,
    /// Number of the last paragraph.
    pub(super) line: u32,
    /// Paragraphs do not count: those of notes stand where their mark stands.
    pub(super) still: bool,
    /// Within the frame of a table of contents.
    contents: bool,
    /// A paragraph whose end is hidden: the next one goes on in its line.
    carry: Option<Paragraph>,
}

/// What a person should look at.
#[derive(Debug, Clone, Default)]
pub(super) struct Doubt {
    /// How often it is met.
    pub(super) count: usize,
    /// Number of the first paragraph.
    pub(super) line: u32,
    /// What it is there.
    pub(super) what: String,
}

impl<'d> Reader<'d> {
    pub(super) fn new(styles: &'d Styles, numbering: Numbering, notes: Notes) -> Self {
        Self {
            styles,
            numbering,
            relations: Relations::default(),
            notes,
            fields: Fields::default(),
            omitted: Vec::new(),
            doubts: BTreeMap::new(),
            sections: VecDeque::new(),
            line: 0,
            still: false,
            contents: false,
            carry: None,
        }
    }

    /// The blocks of a story. Fields and joined lines do not reach beyond it.
    pub(super) fn story(&mut self, root: &Element, area: Area) -> Vec<Block> {
        self.fields = Fields::default();
        let mut blocks = Vec::new();
        self.blocks(root, area, &mut blocks);
        if let Some(rest) = self.carry.take() {
            blocks.push(Block::Paragraph(rest));
        }
        blocks
    }

    /// Adds the blocks in `parent` to `out`.
    pub(super) fn blocks(&mut self, parent: &Element, area: Area, out: &mut Vec<Block>) {
        for element in parent.elements() {
            match element.tag() {
                ("w", "p") => self.paragraph(element, area, out),
                ("w", "tbl") => {
                    let table = self.table(element, area);
                    out.extend((!table.rows.is_empty()).then_some(Block::Table(table)));
                }
                ("w", "sdt") => self.control(element, area, out),
                ("w", "customXml" | "smartTag" | "ins" | "moveTo") | ("mc", "Choice") => {
                    self.blocks(element, area, out);
                }
                ("mc", "AlternateContent") => self.blocks(choice(element), area, out),
                ("w", "altChunk") => self.doubt("document-embedded", ""),
                _ => {}
            }
        }
    }

    /// A content control: transparent, unless it holds the table of contents.
    fn control(&mut self, element: &Element, area: Area, out: &mut Vec<Block>) {
        let Some(content) = element.child("w", "sdtContent") else { return };
        let part = element.child("w", "sdtPr").and_then(|p| p.child("w", "docPartObj"));
        let gallery = part.and_then(|p| super::styles::value(p, "docPartGallery"));
        let outer = self.contents;
        self.contents |= gallery == Some("Table of Contents");
        self.blocks(content, area, out);
        self.contents = outer;
    }

    /// Notes that a person should look at the present paragraph.
    pub(super) fn doubt(&mut self, finding: &'static str, what: &str) {
        let line = self.line;
        let new = || Doubt { count: 0, line, what: what.to_owned() };
        self.doubts.entry(finding).or_insert_with(new).count += 1;
    }

    /// Where the present paragraph stands.
    pub(super) fn origin(&self) -> Origin {
        Origin { page: 0, line: self.line }
    }

    /// Why text with this look is left out here, if it is.
    pub(super) fn omission(&self, hidden: bool) -> Option<Omitted> {
        if self.contents || self.fields.is_contents() {
            return Some(Omitted::Contents);
        }
        hidden.then_some(Omitted::Hidden)
    }

    /// Keeps text that is left out; what belongs together in a paragraph is one.
    pub(super) fn omit(&mut self, kind: Omitted, text: &str) {
        let origin = self.origin();
        match self.omitted.last_mut() {
            Some(last) if last.kind == kind && last.origin == origin => last.text += text,
            _ => self.omitted.push(Omission { kind, origin, text: text.to_owned() }),
        }
    }

    fn paragraph(&mut self, element: &Element, area: Area, out: &mut Vec<Block>) {
        self.line += u32::from(!self.still);
        let empty = Element::default();
        let properties = element.child("w", "pPr").unwrap_or(&empty);
        let full = self.styles.paragraph(Paragraphs::read(properties));
        let mark = properties.child("w", "rPr").map(Runs::read).unwrap_or_default();
        let hidden = self.styles.look(full.style.as_deref(), &mark).hidden;
        let omitted = self.omitted.len();
        let mut pieces = Vec::new();
        self.inlines(element, full.style.as_deref(), area, &mut pieces);
        let left_out = self.omitted.get(omitted..).unwrap_or_default();
        let contents = left_out.iter().any(|o| o.kind == Omitted::Contents);
        if full.page == Some(true) && !out.is_empty() {
            page_break(out);
        }
        // What is not shown at all is not counted either.
        if !(pieces.is_empty() && (hidden || contents)) {
            let start = Paragraph { area, ..self.start(&full) };
            let last = assemble(self.carry.take(), start, pieces, out);
            if hidden && last.is_some() {
                self.carry = last;
            } else {
                out.extend(last.map(Block::Paragraph));
            }
        }
        if properties.child("w", "sectPr").is_some() {
            self.notes.section();
            if self.sections.pop_front() == Some(true) {
                page_break(out);
            }
        }
    }

    /// A paragraph of these properties without its text; it is counted.
    fn start(&mut self, full: &Paragraphs) -> Paragraph {
        let place = numbering::place(full, self.styles, &self.numbering);
        let label = place.as_ref().and_then(|(id, level)| self.numbering.label(id, *level));
        if let Some(format) = label.as_ref().and_then(|label| label.unknown.as_deref()) {
            self.doubt("document-numbering", format);
        }
        if let Some(label) = label.as_ref().filter(|label| label.skipped) {
            self.doubt("document-level", &label.text);
        }
        let of_list = place.as_ref().and_then(|(id, level)| self.numbering.indent(id, *level));
        let depth = place.map_or(0, |(_, level)| u8::try_from(level + 1).unwrap_or(u8::MAX));
        Paragraph {
            origin: self.origin(),
            heading: full.outline.filter(|level| *level < 9).map(|level| level + 1),
            align: full.align.unwrap_or_default(),
            depth,
            label: label.map(|label| label.text),
            indent: full.indent.or(of_list).unwrap_or(0),
            ..Paragraph::default()
        }
    }
}

/// The branch of an alternative that programs of today show.
pub(super) fn choice(element: &Element) -> &Element {
    let first = element.child("mc", "Choice").or_else(|| element.child("mc", "Fallback"));
    first.unwrap_or(element)
}

/// Adds a page break, unless one is there.
pub(super) fn page_break(out: &mut Vec<Block>) {
    if out.last() != Some(&Block::PageBreak) {
        out.push(Block::PageBreak);
    }
}

/// Puts the pieces of a paragraph together; all but its last part go to `out`. An empty paragraph
/// without label is none.
fn assemble(
    carry: Option<Paragraph>,
    start: Paragraph,
    pieces: Vec<Piece>,
    out: &mut Vec<Block>,
) -> Option<Paragraph> {
    let mut now = carry.unwrap_or_else(|| start.clone());
    let mut behind = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Span(span) => match now.spans.last_mut() {
                Some(last) if alike(last, &span) => last.text += &span.text,
                _ => now.spans.push(span),
            },
            Piece::Box(blocks) if is_blank(&now) => out.extend(blocks),
            Piece::Box(blocks) => behind.extend(blocks),
            Piece::Page => {
                if !is_blank(&now) {
                    let rest = Paragraph { label: None, heading: None, ..start.clone() };
                    out.push(Block::Paragraph(std::mem::replace(&mut now, rest)));
                    out.append(&mut behind);
                }
                page_break(out);
            }
        }
    }
    let last = (!is_blank(&now) || now.label.is_some()).then_some(now);
    if behind.is_empty() {
        return last;
    }
    out.extend(last.map(Block::Paragraph));
    out.append(&mut behind);
    None
}

/// Whether the spans differ in their text alone.
fn alike(a: &crate::import::document::Span, b: &crate::import::document::Span) -> bool {
    a.note.is_none()
        && b.note.is_none()
        && (a.bold, a.italic, a.script, &a.link) == (b.bold, b.italic, b.script, &b.link)
}

fn is_blank(paragraph: &Paragraph) -> bool {
    paragraph.spans.iter().all(|span| span.note.is_none() && span.text.trim().is_empty())
}
