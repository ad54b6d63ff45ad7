//! From pages to blocks.

use std::collections::BTreeMap;

use super::super::super::document::{
    Align, Area, Block, Cell, Origin, Paragraph, Repair, Span, Table,
};
use super::super::characters::clean;
use super::lines::Line;
use super::page::{Item, Page};

/// Least indent, in points, from which a line may be centred.
const SET_OFF: f64 = 8.0;
/// How far the middle of a centred line may be from that of the page's text, in points.
const CENTRED: f64 = 3.0;

/// Makes blocks of pages.
pub(super) struct Builder {
    /// Left and right end of the text.
    margins: (f64, f64),
    page: u32,
    line: u32,
    pub(super) blocks: Vec<Block>,
    pub(super) repairs: Vec<Repair>,
}

impl Builder {
    pub(super) fn new(pages: &[Page]) -> Self {
        let (page, line) = (0, 0);
        Self { margins: margins(pages), page, line, blocks: Vec::new(), repairs: Vec::new() }
    }

    /// Adds all pages, with the areas of their lines by page and index.
    pub(super) fn pages(&mut self, pages: Vec<Page>, areas: &BTreeMap<(usize, usize), Area>) {
        for (number, page) in pages.into_iter().enumerate() {
            if number > 0 {
                self.blocks.push(Block::PageBreak);
            }
            (self.page, self.line) = (u32::try_from(number + 1).unwrap_or(u32::MAX), 0);
            for (index, item) in page.items.into_iter().enumerate() {
                let area = areas.get(&(number, index)).copied().unwrap_or_default();
                let block = match item {
                    Item::Line(line) => self.paragraph(&line, area, self.margins),
                    Item::Table(grid, cells) => self.table(&grid.rows, cells),
                };
                self.blocks.push(block);
            }
        }
    }

    fn table(&mut self, rows: &[Vec<super::grid::Area>], cells: Vec<Vec<Vec<Line>>>) -> Block {
        let origin = Origin { page: self.page, line: self.line + 1 };
        let mut out = Vec::new();
        for (areas, cells) in rows.iter().zip(cells) {
            let mut row = Vec::new();
            for (area, lines) in areas.iter().zip(cells) {
                let margins = width(lines.iter());
                let blocks = lines.iter().map(|line| self.paragraph(line, Area::Body, margins));
                let blocks = blocks.collect();
                row.push(Cell { columns: area.columns, rows: area.rows, blocks });
            }
            out.push(row);
        }
        Block::Table(Table { origin, heads: 0, rows: out })
    }

    fn paragraph(&mut self, line: &Line, area: Area, margins: (f64, f64)) -> Block {
        self.line += 1;
        let origin = Origin { page: self.page, line: self.line };
        let mut spans: Vec<Span> = Vec::new();
        for (text, (glyph, script)) in line.pieces() {
            let same = |last: &&mut Span| {
                (last.bold, last.italic, last.script) == (glyph.bold, glyph.italic, *script)
            };
            match spans.last_mut().filter(same) {
                Some(last) => last.text.push_str(&text),
                None => spans.push(Span {
                    text,
                    bold: glyph.bold,
                    italic: glyph.italic,
                    script: *script,
                    ..Span::default()
                }),
            }
        }
        let last = spans.len().saturating_sub(1);
        for (index, span) in spans.iter_mut().enumerate() {
            let inner = index < last && span.text.ends_with('\u{ad}');
            let text = if inner { span.text.trim_end_matches('\u{ad}') } else { &span.text };
            span.text = clean(text, origin, &mut self.repairs);
        }
        let (left, right) = (line.x.0 - margins.0, margins.1 - line.x.1);
        #[expect(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
        let indent = left.round() as i32;
        let align = align(left, right, margins.1 - margins.0);
        Block::Paragraph(Paragraph { origin, area, align, indent, spans, ..Paragraph::default() })
    }
}

/// How a line stands that leaves so much of the width free at the left and right.
fn align(left: f64, right: f64, width: f64) -> Align {
    match () {
        () if left < SET_OFF => Align::Left,
        () if (left - right).abs() <= CENTRED => Align::Center,
        () if left >= width * 0.4 => Align::Right,
        () => Align::Left,
    }
}

/// Left and right end of the text of all pages, without the few lines that go beyond.
fn margins(pages: &[Page]) -> (f64, f64) {
    let lines = pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Line(line) if line.turns == 0 && !line.artifact => Some(line),
        _ => None,
    });
    width(lines)
}

fn width<'a>(lines: impl Iterator<Item = &'a Line>) -> (f64, f64) {
    let (mut left, mut right): (Vec<f64>, Vec<f64>) = lines.map(|line| line.x).unzip();
    left.sort_by(f64::total_cmp);
    right.sort_by(f64::total_cmp);
    let few = left.len() / 20;
    let left = left.get(few).copied().unwrap_or_default();
    (left, right.get(right.len().saturating_sub(1 + few)).copied().unwrap_or(left))
}
