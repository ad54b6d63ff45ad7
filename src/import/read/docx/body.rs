//! Blocks of a story: the body, a note, a header or a footer.

use std::collections::VecDeque;

use crate::import::document::{Area, Block, Omitted, Paragraph};
use crate::import::read::aside::{Aside, EMBEDDED};
use crate::import::read::pieces::{assemble, page_break};
use crate::source::xml::Element;

use super::fields::Fields;
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
    pub(super) aside: Aside,
    /// Whether each section after the present one begins a page.
    pub(super) sections: VecDeque<bool>,
    /// Within the frame of a table of contents.
    contents: bool,
    /// A paragraph whose end is hidden: the next one goes on in its line.
    carry: Option<Paragraph>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(styles: &'d Styles, numbering: Numbering, notes: Notes) -> Self {
        Self {
            styles,
            numbering,
            relations: Relations::default(),
            notes,
            fields: Fields::default(),
            aside: Aside::default(),
            sections: VecDeque::new(),
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
                ("w", "altChunk") => self.aside.doubt(EMBEDDED, ""),
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

    /// Why text with this look is left out here, if it is.
    pub(super) fn omission(&self, hidden: bool) -> Option<Omitted> {
        if self.contents || self.fields.is_contents() {
            return Some(Omitted::Contents);
        }
        hidden.then_some(Omitted::Hidden)
    }

    fn paragraph(&mut self, element: &Element, area: Area, out: &mut Vec<Block>) {
        self.aside.step();
        let empty = Element::default();
        let properties = element.child("w", "pPr").unwrap_or(&empty);
        let full = self.styles.paragraph(Paragraphs::read(properties));
        let mark = properties.child("w", "rPr").map(Runs::read).unwrap_or_default();
        let hidden = self.styles.look(full.style.as_deref(), &mark).hidden;
        let omitted = self.aside.omitted.len();
        let mut pieces = Vec::new();
        self.inlines(element, full.style.as_deref(), area, &mut pieces);
        let contents = self.aside.omits_after(omitted, Omitted::Contents);
        if full.page == Some(true) && !out.is_empty() {
            page_break(out);
        }
        // What is not shown at all is not counted either.
        if !(pieces.is_empty() && (hidden || contents)) {
            let start = Paragraph { area, ..self.start(&full) };
            let first = self.carry.take().unwrap_or_else(|| start.clone());
            let last = assemble(first, &start, pieces, out);
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
            self.aside.doubt("document-numbering", format);
        }
        if let Some(label) = label.as_ref().filter(|label| label.skipped) {
            self.aside.doubt("document-level", &label.text);
        }
        let of_list = place.as_ref().and_then(|(id, level)| self.numbering.indent(id, *level));
        let depth = place.map_or(0, |(_, level)| u8::try_from(level + 1).unwrap_or(u8::MAX));
        Paragraph {
            origin: self.aside.origin(),
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
