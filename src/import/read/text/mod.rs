//! Plain texts and Markdown, as people write them and as other programs extract them.
//!
//! A line stays a line ([`Flow::Lines`]) or is a paragraph, by the lengths of all lines. Nothing is
//! understood: bullets and numbers stay in the text. An empty line leaves a gap in the numbers of
//! lines; a line of blanks alone, which extracted texts have between paragraphs, is a paragraph
//! without spans.

mod inline;
mod inventory;
mod notes;
mod shape;
mod table;

use crate::source::encoding::{Decoded, Mended};

use super::super::document::{Block, Extract, Flow, Origin, Paragraph, Repair};
use super::characters::clean;
use notes::Notes;
use shape::Shape;

/// A line of the file.
#[derive(Debug, Clone)]
struct Line {
    origin: Origin,
    /// The line without blanks at its end.
    text: String,
    /// It begins a page.
    page: bool,
    /// It has blanks and nothing else.
    blank: bool,
}

impl Line {
    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The document in a decoded text file; `markdown` if its name says so.
pub(super) fn read(decoded: &Decoded, markdown: bool) -> Extract {
    let mut repairs: Vec<Repair> = decoded.mended.iter().map(repair).collect();
    let lines = lines(&decoded.text, &mut repairs);
    let shape = Shape::of(&lines, markdown);
    let (lines, notes) = Notes::take(lines, shape.markdown);
    let inventory = inventory::plain(&lines, &notes, &shape);
    let mut reader = Reader { shape, notes, blocks: Vec::new(), repairs };
    reader.blocks(&lines);
    let notes = reader.notes.finish(&reader.shape);
    let flow = reader.shape.flow;
    Extract {
        blocks: reader.blocks,
        notes,
        flow,
        repairs: reader.repairs,
        inventory: vec![inventory],
        ..Extract::default()
    }
}

/// A repair of the encoding, for the report.
pub(super) fn repair(mended: &Mended) -> Repair {
    Repair {
        kind: mended.kind,
        origin: Origin { page: 0, line: mended.line },
        before: super::characters::excerpt(&mended.before),
        after: super::characters::excerpt(&mended.after),
    }
}

/// The lines of the file with their characters put right. A form feed begins a page.
fn lines(text: &str, repairs: &mut Vec<Repair>) -> Vec<Line> {
    let mut page = u32::from(text.contains('\u{c}'));
    let mut lines = Vec::new();
    for (index, raw) in text.split('\n').enumerate() {
        let line = u32::try_from(index + 1).unwrap_or(u32::MAX);
        for (part, piece) in raw.split('\u{c}').enumerate() {
            page += u32::from(part > 0);
            let origin = Origin { page, line };
            let text = clean(piece, origin, repairs).trim_end().to_owned();
            let blank = text.is_empty() && !piece.is_empty();
            lines.push(Line { origin, text, page: part > 0, blank });
        }
    }
    lines
}

struct Reader {
    shape: Shape,
    notes: Notes,
    blocks: Vec<Block>,
    repairs: Vec<Repair>,
}

impl Reader {
    fn blocks(&mut self, lines: &[Line]) {
        let mut rest = lines;
        while let Some(first) = rest.first() {
            if first.page {
                self.blocks.push(Block::PageBreak);
            }
            let taken = self.block(first, rest);
            rest = rest.get(taken.max(1)..).unwrap_or_default();
        }
    }

    /// Reads what begins at `first`, which is the first of `rest`; returns the number of its lines.
    fn block(&mut self, first: &Line, rest: &[Line]) -> usize {
        if first.is_empty() {
            let empty = Paragraph { origin: first.origin, ..Paragraph::default() };
            self.blocks.extend(first.blank.then_some(Block::Paragraph(empty)));
            return 1;
        }
        if let Some((table, length)) = table::read(rest, &mut self.notes, &self.shape) {
            self.blocks.push(Block::Table(table));
            return length;
        }
        let length = self.group(rest);
        let group = rest.get(..length).unwrap_or_default();
        self.paragraphs(group);
        length
    }

    /// How many lines, from the first on, marks such as `**` can go over.
    fn group(&self, lines: &[Line]) -> usize {
        let joined = self.shape.markdown && self.shape.flow == Flow::Lines;
        let more = lines.iter().skip(1).take_while(|line| {
            joined && !line.is_empty() && !line.page && !shape::begins_block(&line.text)
        });
        if lines.first().is_some_and(|line| shape::heading(&line.text).is_some()) {
            return 1;
        }
        1 + more.count()
    }

    fn paragraphs(&mut self, group: &[Line]) {
        let shaped: Vec<Paragraph> = group.iter().map(|line| self.shape.paragraph(line)).collect();
        let texts: Vec<&str> = group.iter().map(|line| self.shape.words(&line.text)).collect();
        let origin = group.first().map(|line| line.origin).unwrap_or_default();
        let mut spans = inline::Inline::new(&mut self.notes, self.shape.markdown, origin);
        let lines = spans.lines(&texts.join("\n"));
        if spans.escaped && !self.shape.named {
            let before = super::characters::excerpt(&texts.join(" "));
            let after: String = lines.iter().flatten().map(|span| span.text.as_str()).collect();
            let after = super::characters::excerpt(&after);
            self.repairs.push(Repair { kind: "repair-escape", origin, before, after });
        }
        for (paragraph, spans) in shaped.into_iter().zip(lines) {
            if !spans.is_empty() {
                self.blocks.push(Block::Paragraph(Paragraph { spans, ..paragraph }));
            }
        }
    }
}
