//! Tables: rows, merged cells, heading rows.

use crate::import::document::{Area, Block, Cell, Omitted, Table};
use crate::import::read::pieces;
use crate::source::xml::Element;

use super::body::Reader;
use super::styles::{switch, value};

/// Most columns that a cell may claim to cover; Word has 63.
const MOST_COLUMNS: usize = 256;

/// A cell as it stands in the file.
struct Raw {
    columns: usize,
    /// `Some(true)`: cells below may continue it; `Some(false)`: it continues the one above.
    merge: Option<bool>,
    /// It continues the cell at its left.
    joined: bool,
    blocks: Vec<Block>,
}

impl Reader<'_> {
    /// A table. A cell that continues another one is a part of it.
    pub(super) fn table(&mut self, element: &Element, area: Area) -> Table {
        let mut table = Table::default();
        // Columns at which cells of `table` begin, by row.
        let mut starts: Vec<Vec<usize>> = Vec::new();
        let mut rows = Vec::new();
        collect(element, "tr", &mut rows);
        for row in rows {
            let properties = row.child("w", "trPr");
            let cells = self.row(row, area);
            if properties.and_then(|p| switch(p, "hidden")) == Some(true) {
                for cell in &cells {
                    self.aside.omit(Omitted::Hidden, &pieces::text(&cell.blocks));
                }
                continue;
            }
            let before = properties.and_then(|p| count(p, "gridBefore")).unwrap_or(0);
            let heading = properties.and_then(|p| switch(p, "tblHeader")) == Some(true);
            if heading && table.heads == table.rows.len() {
                table.heads += 1;
            }
            add_row(&mut table, &mut starts, before, cells);
        }
        if let Some(first) = first_origin(&table) {
            table.origin = first;
        }
        table
    }

    fn row(&mut self, row: &Element, area: Area) -> Vec<Raw> {
        let mut cells = Vec::new();
        collect(row, "tc", &mut cells);
        let raw = cells.into_iter().map(|cell| {
            let properties = cell.child("w", "tcPr");
            let merge = |name| {
                let merge = properties?.child("w", name)?;
                Some(merge.attribute("w", "val") == Some("restart"))
            };
            let mut blocks = Vec::new();
            self.blocks(cell, area, &mut blocks);
            let columns = properties.and_then(|p| count(p, "gridSpan")).unwrap_or(1).max(1);
            Raw { columns, merge: merge("vMerge"), joined: merge("hMerge") == Some(false), blocks }
        });
        raw.collect()
    }
}

/// The elements `name` in rows and tables, also within content controls.
fn collect<'e>(parent: &'e Element, name: &str, out: &mut Vec<&'e Element>) {
    for element in parent.elements() {
        match element.tag() {
            ("w", own) if own == name => out.push(element),
            ("w", "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo") => {
                collect(element, name, out);
            }
            _ => {}
        }
    }
}

fn count(properties: &Element, name: &str) -> Option<usize> {
    value(properties, name)?.parse().ok().map(|count: usize| count.min(MOST_COLUMNS))
}

/// Adds a row; cells that continue others are added to them.
fn add_row(table: &mut Table, starts: &mut Vec<Vec<usize>>, before: usize, cells: Vec<Raw>) {
    let (mut row, mut own): (Vec<Cell>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut column = before;
    if before > 0 {
        row.push(Cell { columns: before, rows: 1, blocks: Vec::new() });
        own.push(0);
    }
    for cell in cells {
        let at = column;
        column += cell.columns;
        if cell.joined
            && let Some(left) = row.last_mut()
        {
            left.columns += cell.columns;
            left.blocks.extend(cell.blocks);
            continue;
        }
        if cell.merge == Some(false)
            && let Some(above) = above(table, starts, at)
        {
            above.rows += 1;
            above.blocks.extend(cell.blocks);
            continue;
        }
        row.push(Cell { columns: cell.columns, rows: 1, blocks: cell.blocks });
        own.push(at);
    }
    table.rows.push(row);
    starts.push(own);
}

/// The cell that begins in this column and reaches down to the last row.
fn above<'t>(table: &'t mut Table, starts: &[Vec<usize>], column: usize) -> Option<&'t mut Cell> {
    let rows = table.rows.len();
    for (index, (row, own)) in table.rows.iter_mut().zip(starts).enumerate().rev() {
        let found = own.iter().position(|start| *start == column);
        if let Some(cell) = found.and_then(|found| row.get_mut(found)) {
            return (index + cell.rows == rows).then_some(cell);
        }
    }
    None
}

/// Where the first paragraph of the table stands.
fn first_origin(table: &Table) -> Option<crate::import::document::Origin> {
    table.rows.iter().flatten().flat_map(|cell| &cell.blocks).find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.origin),
        Block::Table(table) => first_origin(table),
        Block::PageBreak => None,
    })
}
