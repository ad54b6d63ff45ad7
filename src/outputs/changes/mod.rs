//! Changes between two texts in words: what the page, the command and their data share.

pub mod json;
pub mod plain;
pub mod table;

use super::citation::Citations;
use crate::language::Catalogue;
use crate::model::redline::{Change, Entry, Presence, Redline, Row, Run};

/// Most characters of an excerpt's part.
const LONGEST: usize = 90;
/// Words of context on either side of a change.
const CONTEXT: usize = 4;

/// A line of the list of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What happened.
    pub change: Change,
    /// 0-based index of the entry, the first of several.
    pub entry: usize,
    /// «подп. 14 п. 5.2», «пп. 3.4–3.6».
    pub place: String,
    /// Where it was, if it has moved or has another number.
    pub was: Option<String>,
    /// The first words, or the first change with some words around it; empty for several.
    pub excerpt: Vec<Run>,
    /// How many changes there are in it besides the one shown.
    pub more: usize,
}

/// The list of changes: by kind, then in the order of the text.
#[must_use]
pub fn lines(redline: &Redline, catalogue: &Catalogue) -> Vec<Line> {
    let citations = Citations::new(catalogue);
    let mut lines = Vec::new();
    for listed in redline.changes() {
        let (first, last) = (&redline.entries[listed.first], &redline.entries[listed.last]);
        let (Some(from), Some(to)) = (first.spot(), last.spot()) else { continue };
        let here = citations.places([from, to], listed.count);
        let was = match (&first.old, &last.old) {
            (Some(old), Some(end)) if first.new.is_some() => {
                Some(citations.places([old, end], listed.count)).filter(|was| *was != here)
            }
            _ => None,
        };
        let (excerpt, more) = if listed.count > 1 { (Vec::new(), 0) } else { excerpt(first) };
        lines.push(Line {
            change: listed.change,
            entry: listed.first,
            place: here,
            was,
            excerpt,
            more,
        });
    }
    lines
}

/// «и ещё 2 изменения»; empty for none.
#[must_use]
pub fn more(catalogue: &Catalogue, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    catalogue.format("changes-more", &[("count", count.into())])
}

/// Key of the word for a change.
#[must_use]
pub const fn key(change: Change) -> &'static str {
    match change {
        Change::Added => "changes-added",
        Change::Changed => "changes-changed",
        Change::Removed => "changes-removed",
        Change::Moved => "changes-moved",
        Change::Renumbered => "changes-renumbered",
        Change::Punctuation => "changes-punctuation",
    }
}

/// What a line of the list shows of a passage, and how many changes it leaves out.
fn excerpt(entry: &Entry) -> (Vec<Run>, usize) {
    if !entry.reworded() {
        let all: Vec<String> =
            entry.rows.iter().flat_map(|row| &row.cells).map(|c| text(c)).collect();
        let words = clipped(all.join(" ").trim(), LONGEST);
        let run = Run { presence: Presence::Both, text: words };
        return (if run.text.is_empty() { Vec::new() } else { vec![run] }, 0);
    }
    let in_row = |row: &Row| match row.presence {
        Presence::Both => row.cells.iter().map(|cell| hunks(cell)).sum(),
        Presence::Old | Presence::New => 1,
    };
    let count: usize = entry.rows.iter().map(in_row).sum();
    let cells = entry.rows.iter().flat_map(|row| &row.cells);
    let first = cells.into_iter().find(|cell| hunks(cell) > 0);
    (first.map(|cell| around(cell)).unwrap_or_default(), count.saturating_sub(1))
}

/// How many changes a cell has; a removal with the addition in its place is one.
fn hunks(cell: &[Run]) -> usize {
    let changed = |run: &Run| run.presence != Presence::Both;
    let starts =
        (0..cell.len()).filter(|at| changed(&cell[*at]) && (*at == 0 || !changed(&cell[at - 1])));
    starts.count()
}

/// The first change of a cell with some words before and after it.
fn around(cell: &[Run]) -> Vec<Run> {
    let is_same = |run: &Run| run.presence == Presence::Both;
    let Some(start) = cell.iter().position(|run| !is_same(run)) else { return Vec::new() };
    let length = cell[start..].iter().take_while(|run| !is_same(run)).count();
    let same = |text: String| Run { presence: Presence::Both, text };
    let mut out = Vec::with_capacity(length + 2);
    if let Some(before) = start.checked_sub(1).map(|at| &cell[at].text) {
        let words: Vec<&str> = before.split(' ').collect();
        let from = words.len().saturating_sub(CONTEXT);
        let sign = if from > 0 { "… " } else { "" };
        out.push(same(format!("{sign}{}", words[from..].join(" ").trim_start())));
    }
    for run in &cell[start..start + length] {
        out.push(Run { presence: run.presence, text: clipped(&run.text, LONGEST) });
    }
    if let Some(after) = cell.get(start + length) {
        // The space before the first word makes an empty one.
        let words: Vec<&str> = after.text.split(' ').collect();
        let to = words.len().min(CONTEXT);
        let sign = if to < words.len() { " …" } else { "" };
        out.push(same(format!("{}{sign}", words[..to].join(" "))));
    }
    out
}

/// Whether a run needs a space before it that no text has: an added word after the removed one in
/// whose place it stands.
#[must_use]
pub fn stands_apart(runs: &[Run], index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| runs[before].presence);
    let run = &runs[index];
    before == Some(Presence::Old)
        && run.presence == Presence::New
        && run.text.starts_with(char::is_alphanumeric)
}

/// All words of a cell.
fn text(cell: &[Run]) -> String {
    cell.iter().map(|run| run.text.as_str()).collect()
}

/// `text` with at most `longest` characters, broken at a space, and «…» if anything was left out.
#[must_use]
pub fn clipped(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let whole = text[..end].rfind(' ').filter(|at| *at > 0).unwrap_or(end);
    format!("{}…", text[..whole].trim_end_matches([' ', ',', ';', ':', '–', '(']))
}
