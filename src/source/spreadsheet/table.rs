//! A table as it is read: cells by the kinds of their columns, findings about them, and which
//! cells have been used.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::grid::{At, Sheet, Value, name};
use super::headings::{Kind, heading};
use super::layout::Layout;
use super::text::{is_nothing, one_line, squeezed};
use crate::diagnostics::{Cell, Diagnostic, Diagnostics, Place};

/// A table being read.
pub(super) struct Table<'s, 'f> {
    pub(super) path: Arc<str>,
    pub(super) sheet: &'s Sheet,
    pub(super) layout: &'s Layout,
    pub(super) found: &'f mut Diagnostics,
    /// First and last day of the timetable, for dates without a year.
    pub(super) term: Option<(Date, Date)>,
    /// Cells that were understood; all others are told of at the end.
    pub(super) used: BTreeSet<At>,
    /// Cells that a finding about their column tells of.
    pub(super) told: BTreeSet<At>,
    /// Rows whose empty cells were read as the one above, by column.
    pub(super) filled: BTreeMap<u32, BTreeSet<u32>>,
}

impl Table<'_, '_> {
    /// The place of a cell.
    pub(super) fn place(&self, at: At) -> Place {
        let sheet = self.sheet.name.clone();
        let text = self.sheet.cells.get(&at).map(Value::to_string).unwrap_or_default();
        let cell = Cell { sheet, name: name(at) };
        Place::of_cell(Arc::clone(&self.path), cell, (at.0 + 1, at.1 + 1), &text)
    }

    /// An error about a cell, with its text.
    pub(super) fn wrong(&self, id: &'static str, at: At) -> Diagnostic {
        let place = self.place(at);
        let text = place.text.clone();
        Diagnostic::error(id, place).with("text", text)
    }

    /// What stands in the row under a heading of this kind.
    pub(super) fn value(&mut self, row: u32, kind: Kind) -> Option<(Value, At)> {
        let column = self.layout.column(kind)?;
        self.value_at((row, column))
    }

    /// What stands in a cell. A formula without a result is an error and nothing.
    pub(super) fn value_at(&mut self, at: At) -> Option<(Value, At)> {
        let (at, value) = self.sheet.at(at)?;
        let value = value.clone();
        let first_time = self.used.insert(at);
        let id = match value {
            Value::Fault(_) => "sheet-formula-failed",
            Value::Uncomputed => "sheet-formula",
            value => return Some((value, at)),
        };
        if first_time {
            let wrong = self.wrong(id, at);
            self.found.push(wrong);
        }
        None
    }

    /// The text in the row under a heading of this kind, on one line; `None` also for «-» and «нет».
    pub(super) fn text(&mut self, row: u32, kind: Kind) -> Option<(String, At)> {
        let (value, at) = self.value(row, kind)?;
        let (text, at) = self.as_text(value, at)?;
        (!is_nothing(&text)).then(|| (one_line(&text), at))
    }

    /// A value as text. Excel makes dates of texts that look like one, «2-07»: an error.
    pub(super) fn as_text(&mut self, value: Value, at: At) -> Option<(String, At)> {
        match value {
            Value::Moment(..) => {
                let moment = self.wrong("sheet-text-moment", at);
                self.found.push(moment);
                None
            }
            value => Some((squeezed(&value.to_string()), at)),
        }
    }

    /// Whether there is something in the row under a heading of this kind.
    pub(super) fn has(&self, row: u32, kind: Kind) -> bool {
        let column = self.layout.column(kind);
        column.is_some_and(|column| self.sheet.at((row, column)).is_some())
    }

    /// The row at and above `row` whose cell under this heading holds something: empty cells below
    /// one belong to it. Not above the table.
    pub(super) fn above(&mut self, row: u32, kind: Kind) -> Option<u32> {
        if self.has(row, kind) {
            return Some(row);
        }
        let column = self.layout.column(kind)?;
        let rows = self.layout.last + 1..row;
        let above = rows.rev().find(|above| {
            self.sheet.at((*above, column)).is_some() && !self.sheet.hidden_rows.contains(above)
        })?;
        self.filled.entry(column).or_default().insert(row);
        Some(above)
    }

    /// Tells which columns had empty cells that were read as the one above. Where days are written
    /// once for several persons and persons once for several days, nobody can say which cells
    /// were just forgotten.
    pub(super) fn tell_filled(&mut self) {
        let filled = std::mem::take(&mut self.filled);
        let all: Vec<&BTreeSet<u32>> = filled.values().collect();
        let ambiguous = match all.as_slice() {
            [one, other] => !one.is_subset(other) && !other.is_subset(one),
            _ => false,
        };
        for (column, rows) in &filled {
            let Some(first) = rows.first() else { continue };
            let heading = self.layout.columns.get(column).map(|column| column.text.as_str());
            let place = self.place((*first, *column));
            let id = if ambiguous { "sheet-cell-ambiguous" } else { "sheet-filled-down" };
            let finding =
                if ambiguous { Diagnostic::error(id, place) } else { Diagnostic::note(id, place) };
            let finding = finding.with("heading", heading.unwrap_or_default());
            self.found.push(finding.with("count", rows.len()));
        }
    }

    /// Tells of columns with headings that mean nothing, or almost what they say, and of two that
    /// mean the same.
    pub(super) fn tell_columns(&mut self) {
        let mut kinds = BTreeMap::new();
        for (number, column) in &self.layout.columns {
            self.used.insert(column.at);
            let place = self.place(column.at);
            let text = column.text.as_str();
            match column.heading {
                None => {
                    let unknown = Diagnostic::warning("sheet-column-unknown", place);
                    let holds = self.column_cells(*number);
                    if !holds.is_empty() {
                        self.told.extend(holds);
                        self.found.push(unknown.with("heading", text));
                    }
                }
                Some(heading) => {
                    if let Some(meant) = heading.meant {
                        let near = Diagnostic::note("sheet-column-near", place.clone());
                        self.found.push(near.with("heading", text).with("near", meant));
                    }
                    if let Some(other) = kinds.insert(heading.kind, column.at) {
                        self.told.extend(self.column_cells(*number));
                        let twice = Diagnostic::error("sheet-column-twice", place);
                        self.found.push(twice.with("heading", text).with("other", name(other)));
                    }
                }
            }
        }
    }

    /// Cells below the heading of a column.
    fn column_cells(&self, column: u32) -> Vec<At> {
        let cells = self.sheet.cells.keys();
        cells.filter(|at| at.1 == column && at.0 > self.layout.last).copied().collect()
    }

    /// Whether all cells of a row are headings of their columns again, or numbers of columns.
    pub(super) fn is_furniture(&self, row: u32) -> bool {
        let mut cells = self.sheet.row(row).peekable();
        let Some(((_, first), _)) = cells.peek().copied() else { return true };
        let mut counts = true;
        let mut heads = true;
        let mut number = 0;
        for ((_, column), value) in cells {
            let text = value.to_string();
            let count = text.trim_end_matches('.').parse::<u32>().ok();
            number += 1;
            counts &= count == Some(number);
            let own = self.layout.columns.get(&column).and_then(|column| column.heading);
            heads &= heading(&text).is_some_and(|found| Some(found.kind) == own.map(|h| h.kind));
        }
        (counts && number > 2 && first < 2) || (heads && number > 1)
    }
}
