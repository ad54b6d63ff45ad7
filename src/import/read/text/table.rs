//! Tables of texts: with pipes as Markdown has them, or drawn with characters.

use super::super::super::document::{Block, Cell, Paragraph, Table};
use super::notes::Notes;
use super::shape::Shape;
use super::{Line, inline};

/// What a row of a drawn table begins with.
const WALLS: [char; 3] = ['|', '│', '║'];

/// The table that begins `lines`, with the number of its lines: at least two rows, or one between
/// drawn borders, each with at least two cells.
pub(super) fn read(lines: &[Line], notes: &mut Notes, shape: &Shape) -> Option<(Table, usize)> {
    let length = lines.iter().take_while(|line| is_part(&line.text)).count();
    let lines = lines.get(..length)?;
    let drawn = lines.iter().filter(|line| is_border(&line.text)).count();
    let rows = rows(lines, drawn > 1);
    let cells = rows.iter().map(Vec::len).max().unwrap_or(0);
    if cells < 2 || (rows.len() < 2 && drawn == 0) {
        return None;
    }
    let heads = usize::from(lines.get(1).is_some_and(|line| is_border(&line.text)) && drawn == 1);
    let origin = lines.first()?.origin;
    let mut read = |cell: &Vec<(Line, String)>| cell_of(cell, notes, shape);
    let rows = rows.iter().map(|row| row.iter().map(&mut read).collect()).collect();
    Some((Table { origin, heads, rows }, length))
}

/// Rows of cells, a cell being pieces of lines.
type Rows = Vec<Vec<Vec<(Line, String)>>>;

/// The rows between borders, or each line as one if the table is not drawn.
fn rows(lines: &[Line], drawn: bool) -> Rows {
    let mut rows: Rows = Vec::new();
    let mut begun = false;
    for line in lines {
        if is_border(&line.text) {
            begun = false;
            continue;
        }
        if !begun {
            rows.push(Vec::new());
        }
        begun = drawn;
        for (index, piece) in pieces(&line.text).into_iter().enumerate() {
            let Some(row) = rows.last_mut() else { continue };
            if row.len() <= index {
                row.push(Vec::new());
            }
            if let (Some(cell), false) = (row.get_mut(index), piece.is_empty()) {
                cell.push((line.clone(), piece));
            }
        }
    }
    rows
}

fn cell_of(pieces: &[(Line, String)], notes: &mut Notes, shape: &Shape) -> Cell {
    let words: Vec<&str> = pieces.iter().map(|(_, piece)| piece.as_str()).collect();
    let origin = pieces.first().map(|(line, _)| line.origin).unwrap_or_default();
    let spans = inline::Inline::new(notes, shape.markdown, origin).lines(&words.join(" ")).concat();
    let empty = spans.is_empty();
    let paragraph = Block::Paragraph(Paragraph { origin, spans, ..Paragraph::default() });
    Cell { columns: 1, rows: 1, blocks: (!empty).then_some(paragraph).into_iter().collect() }
}

/// What stands between the walls of a row.
fn pieces(text: &str) -> Vec<String> {
    let text = text.trim();
    let text = text.strip_prefix(WALLS).unwrap_or(text);
    let mut pieces = vec![String::new()];
    let mut escaped = false;
    for c in text.chars() {
        if WALLS.contains(&c) && !escaped {
            pieces.push(String::new());
        } else if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    if pieces.last().is_some_and(|piece| piece.trim().is_empty()) {
        pieces.pop();
    }
    pieces.iter().map(|piece| piece.trim().to_owned()).collect()
}

/// Whether a line is part of a table.
fn is_part(text: &str) -> bool {
    is_row(text) || is_border(text)
}

/// Whether a line is a row: walls at its begin and within.
pub(super) fn is_row(text: &str) -> bool {
    let text = text.trim();
    text.starts_with(WALLS) && text.chars().filter(|c| WALLS.contains(c)).count() > 1
}

/// Whether a line is a border: `|---|:-:|`, `+----+`, `├──┤`.
pub(super) fn is_border(text: &str) -> bool {
    let text = text.trim();
    let part = |c: char| "|+-:= ".contains(c) || ('\u{2500}'..='\u{257f}').contains(&c);
    let corner = |c: char| "|+".contains(c) || ('\u{2500}'..='\u{257f}').contains(&c);
    let line = |c: char| "-=─━═".contains(c);
    text.starts_with(corner) && text.chars().all(part) && text.contains(line)
}
