//! From pages to blocks.

use std::collections::BTreeMap;

use super::super::super::document::{
    Align, Area, Block, Cell, Origin, Paragraph, Repair, Span, Table,
};
use super::super::characters::clean;
use super::grid::Grid;
use super::lines::Line;
use super::page::{Item, Page};
use super::setting::{Set, Usual, whole};

/// Makes blocks of pages.
pub(super) struct Builder {
    /// What is usual on pages of each width: some may lie across.
    usual: BTreeMap<i32, Usual>,
    page: u32,
    line: u32,
    pub(super) blocks: Vec<Block>,
    pub(super) repairs: Vec<Repair>,
}

impl Builder {
    pub(super) fn new(pages: &[Page]) -> Self {
        let mut lines: BTreeMap<i32, Vec<&Line>> = BTreeMap::new();
        for page in pages {
            let own = page.lines().filter(|line| line.turns == 0 && !line.artifact);
            lines.entry(whole(page.width)).or_default().extend(own);
        }
        let usual =
            lines.iter().map(|(width, lines)| (*width, Usual::of(lines, f64::from(*width))));
        let usual = usual.collect();
        Self { usual, page: 0, line: 0, blocks: Vec::new(), repairs: Vec::new() }
    }

    /// Adds all pages, with the areas of their lines by page and index.
    pub(super) fn pages(&mut self, pages: &[Page], areas: &BTreeMap<(usize, usize), Area>) {
        for (number, page) in pages.iter().enumerate() {
            if number > 0 {
                self.blocks.push(Block::PageBreak);
            }
            (self.page, self.line) = (u32::try_from(number + 1).unwrap_or(u32::MAX), 0);
            let usual = self.usual.get(&whole(page.width)).copied().unwrap_or_default();
            let next = pages.get(number + 1).and_then(|next| body(next, number + 1, areas).next());
            let lines: Vec<&Line> = body(page, number, areas).map(|(_, line)| line).collect();
            let sets = usual.set(&lines, next.map(|(_, line)| line));
            let sets: BTreeMap<usize, Set> =
                body(page, number, areas).map(|(index, _)| index).zip(sets).collect();
            for (index, item) in page.items.iter().enumerate() {
                match item {
                    Item::Line(line) => {
                        let area = areas.get(&(number, index)).copied().unwrap_or_default();
                        let set = sets.get(&index).copied();
                        let block = self.paragraph(line, area, set);
                        self.blocks.push(block);
                    }
                    Item::Table(grid, cells) => {
                        let table = self.table((grid, cells), usual);
                        self.blocks.push(table);
                    }
                }
            }
        }
    }

    fn table(&mut self, (grid, cells): (&Grid, &[Vec<Vec<Line>>]), usual: Usual) -> Block {
        let origin = Origin { page: self.page, line: self.line + 1 };
        let mut out = Vec::new();
        for (areas, cells) in grid.rows.iter().zip(cells) {
            let mut row = Vec::new();
            for (area, lines) in areas.iter().zip(cells) {
                let lines: Vec<&Line> = lines.iter().collect();
                let sets = usual.within(grid.sides(area), &lines).set(&lines, None);
                let blocks = lines.iter().zip(sets);
                let blocks = blocks.map(|(line, set)| self.paragraph(line, Area::Body, Some(set)));
                let blocks = blocks.collect();
                row.push(Cell { columns: area.columns, rows: area.rows, blocks });
            }
            out.push(row);
        }
        Block::Table(Table { origin, heads: 0, rows: out })
    }

    fn paragraph(&mut self, line: &Line, area: Area, set: Option<Set>) -> Block {
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
        let align = set.map_or_else(Align::default, |set| set.align);
        let (indent, setting) = (set.map_or(0, |set| set.indent), set.map(|set| set.setting));
        let paragraph =
            Paragraph { origin, area, align, indent, setting, spans, ..Paragraph::default() };
        Block::Paragraph(paragraph)
    }
}

/// The lines of the text of a page, in the order of reading, with their indexes.
fn body<'p>(
    page: &'p Page,
    number: usize,
    areas: &'p BTreeMap<(usize, usize), Area>,
) -> impl Iterator<Item = (usize, &'p Line)> {
    let items = page.items.iter().enumerate();
    items.filter_map(move |(index, item)| match item {
        Item::Line(line) if !areas.contains_key(&(number, index)) => Some((index, line)),
        _ => None,
    })
}
