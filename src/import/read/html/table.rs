//! Tables of pages.

use super::super::super::document::{Block, Cell, Table};
use super::tree::{Element, Node};
use super::walk::Walk;

/// Most columns or rows that a cell can cover, as in browsers.
const WIDEST: usize = 1000;

/// Reads a table: what is in no cell stands before it.
pub(super) fn read<'a>(walk: &mut Walk<'a>, table: &'a Element) {
    let mut rows = Vec::new();
    let mut heads = 0;
    collect(table, false, &mut rows, &mut heads);
    for caption in elements(table).filter(|element| element.tag.name == "caption") {
        let blocks = walk.inside(caption);
        walk.blocks.extend(blocks);
    }
    let origin = walk.next_origin();
    let count = rows.len();
    let mut read = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        let cells = elements(row).filter(|cell| matches!(cell.tag.name.as_str(), "td" | "th"));
        read.push(cells.map(|cell| cell_of(walk, cell, count - index)).collect::<Vec<_>>());
    }
    read.retain(|row| !row.is_empty());
    if !read.is_empty() {
        walk.blocks.push(Block::Table(Table { origin, heads: heads.min(read.len()), rows: read }));
    }
}

fn elements(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|child| match child {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    })
}

/// The rows of a table, with the number of those that head it.
fn collect<'a>(part: &'a Element, head: bool, rows: &mut Vec<&'a Element>, heads: &mut usize) {
    for element in elements(part) {
        match element.tag.name.as_str() {
            "thead" => collect(element, true, rows, heads),
            "tbody" | "tfoot" | "form" => collect(element, false, rows, heads),
            "tr" => {
                let titles = || {
                    let mut cells = elements(element).map(|cell| cell.tag.name.as_str()).peekable();
                    cells.peek().is_some() && cells.all(|name| name == "th")
                };
                *heads += usize::from(rows.len() == *heads && (head || titles()));
                rows.push(element);
            }
            _ => {}
        }
    }
}

fn cell_of<'a>(walk: &mut Walk<'a>, cell: &'a Element, left: usize) -> Cell {
    let number = |name| cell.tag.get(name).and_then(|value| value.trim().parse::<usize>().ok());
    let rows = match number("rowspan") {
        Some(0) => left,
        rows => rows.unwrap_or(1).clamp(1, left.max(1)),
    };
    let columns = number("colspan").unwrap_or(1).clamp(1, WIDEST);
    Cell { columns, rows, blocks: walk.inside(cell) }
}
