//! From paragraphs to sections, clauses, items, notes, tables and appendices.
//!
//! Nothing is counted: what a paragraph is follows from the number it carries, how it is set and
//! what stands around it. [`heads`] finds the sections, [`lists`] nests the items.

mod heads;
mod lists;

use super::document::{Align, Flow, Origin};
use super::ledger::{Fate, Ledger};
use super::lines::{Doubt, Grid, Line, Unit, is_number};
use super::mark::{Mark, Shape, begins_small, mark};
use super::text::Text;
use lists::Nesting;

/// A block of the edition.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) kind: Kind,
    pub(super) text: Text,
    pub(super) doubts: Vec<Doubt>,
}

/// Kinds of blocks.
#[derive(Debug)]
pub(super) enum Kind {
    /// A section or an appendix; level 2 to 6.
    Heading(u8),
    /// A clause or a plain paragraph; within an item `1.` it stands one deeper.
    Paragraph { depth: usize },
    /// An item; its mark is empty for a bullet.
    Item { depth: usize, mark: Text },
    /// Примечание.
    Note,
    /// Таблица.
    Table(Grid),
}

/// A paragraph with what its beginning says.
pub(super) struct Para {
    pub(super) line: Line,
    pub(super) plain: String,
    pub(super) mark: Option<Mark>,
}

/// A paragraph or a table.
pub(super) enum Piece {
    Para(Para),
    Table(Grid),
}

impl Piece {
    pub(super) fn para(&self) -> Option<&Para> {
        match self {
            Self::Para(para) => Some(para),
            Self::Table(_) => None,
        }
    }
}

/// The blocks of the text.
pub(super) fn blocks(units: Vec<Unit>, flow: Flow, ledger: &mut Ledger) -> Vec<Block> {
    let mut pieces: Vec<Piece> = Vec::new();
    for unit in units {
        match unit {
            Unit::Line(line) => pieces.push(Piece::Para(para(line))),
            Unit::Table(grid) => unwrap(grid, &mut pieces),
        }
    }
    heads::join_appendices(&mut pieces);
    let heads = heads::heads(&pieces);
    let mut nesting = Nesting::new(flow);
    let mut blocks: Vec<Block> = Vec::new();
    for (piece, head) in pieces.into_iter().zip(heads) {
        match piece {
            Piece::Table(grid) => {
                nesting.end();
                let text = Text::default();
                let merged = grid.rows.iter().flatten().any(|c| c.columns > 1 || c.rows > 1);
                let mut doubts = grid.doubts();
                doubts.extend(merged.then(|| Doubt::new("import-merged-cells")));
                blocks.push(Block { kind: Kind::Table(grid), text, doubts });
            }
            Piece::Para(para) => match head {
                Some(head) => {
                    nesting.end();
                    blocks.push(heading(para, head, ledger));
                }
                None => blocks.push(nesting.block(para, ledger)),
            },
        }
    }
    blocks
}

fn para(mut line: Line) -> Para {
    if let Some(label) = line.label.as_deref().filter(|label| is_number(label)) {
        let mut text = Text::added(&format!("{} ", label.trim()));
        text.push(std::mem::take(&mut line.text));
        line.text = text;
    }
    let plain = line.text.plain();
    let mut mark = mark(&plain);
    if mark.is_none() && line.label.as_deref().is_some_and(is_number) {
        mark = line.label.as_deref().and_then(|label| computed(label.trim(), &plain));
    }
    Para { line, plain, mark }
}

/// The mark that a computed number is, if it looks like none: «1.1» without a point, «аа)», «А.».
fn computed(label: &str, plain: &str) -> Option<Mark> {
    let decimal = label.split('.').count() > 1
        && label
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let core = label.strip_suffix(['.', ')']);
    let letters = core.is_some_and(|core| core.len() <= 6 && core.chars().all(char::is_alphabetic));
    let shape = if decimal {
        Shape::Clause
    } else if letters {
        Shape::Letter
    } else {
        return None;
    };
    Some(Mark { shape, end: label.len(), rest: plain.len().min(label.len() + 1) })
}

/// A table of one column is a frame around paragraphs.
fn unwrap(grid: Grid, pieces: &mut Vec<Piece>) {
    if grid.rows.iter().any(|row| row.len() > 1) {
        pieces.push(Piece::Table(grid));
        return;
    }
    for unit in grid.rows.into_iter().flatten().flat_map(|cell| cell.units) {
        match unit {
            Unit::Line(line) => pieces.push(Piece::Para(para(line))),
            Unit::Table(grid) => unwrap(grid, pieces),
        }
    }
}

fn heading(para: Para, head: heads::Head, ledger: &mut Ledger) -> Block {
    let Para { mut line, plain, mark } = para;
    if let Some(mark) = mark.filter(|mark| mark.shape != Shape::Bullet) {
        space_behind(&mut line.text, mark, &plain, line.origin, ledger);
    }
    line.doubts.extend(head.doubt);
    let kind = Kind::Heading(head.level);
    Block { kind, text: line.text, doubts: line.doubts }
}

/// Puts a space behind a number where there is none.
fn space_behind(text: &mut Text, mark: Mark, plain: &str, origin: Origin, ledger: &mut Ledger) {
    if mark.end == mark.rest && mark.end < plain.len() {
        let rest = text.split_off(mark.end);
        text.push(Text::added(" "));
        text.push(rest);
        let number = plain.get(..mark.end).unwrap_or_default();
        let next: String = plain.chars().skip(number.chars().count()).take(12).collect();
        let before = format!("{number}{next}");
        ledger.repaired("repair-space", origin, [&before, &format!("{number} {next}")]);
    }
}

/// Whether `plain` begins a note: «Примечание. …».
fn is_note(plain: &str) -> bool {
    let first = plain.split_whitespace().next().unwrap_or_default();
    let word = first.trim_end_matches(['.', ':', ',', '–', '-']).to_lowercase();
    !begins_small(plain) && matches!(word.as_str(), "примечание" | "примечания")
}

/// Takes a bullet off; it becomes structure.
fn take_bullet(text: &mut Text, rest: usize, ledger: &mut Ledger) {
    let bullet = text.take(rest);
    ledger.settle(&bullet, Fate::Sign);
}

/// Whether a paragraph is set apart as headings are.
fn is_set_apart(line: &Line) -> bool {
    line.align == Align::Center || line.text.all(|style| style.bold)
}
