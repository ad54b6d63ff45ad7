//! Sheets as cells: what all kinds of spreadsheets have in common, before anything is understood.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::refusal::Refusal;

/// Row and column of a cell, both from 0.
pub(super) type At = (u32, u32);

/// Most bytes of cells in one file: a timetable of a large school has about 100 000.
const MOST_BYTES: usize = 16 << 20;
/// What a cell costs beside its text, in bytes.
const CELL: usize = 80;
/// Most sheets that are read.
const MOST_SHEETS: usize = 100;
/// Most merged areas of one sheet.
const MOST_MERGES: usize = 5_000;
/// Longest text of a cell, in characters: that of Excel.
const LONGEST_TEXT: usize = 32_767;

/// What stands in a cell; empty ones are left out.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Text without white space around it, not empty.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, a time of the day, or both.
    Moment(Option<Date>, Option<u16>),
    /// Да, нет.
    Flag(bool),
    /// The formula has failed: `#REF!`.
    Fault(String),
    /// A formula whose result is not in the file.
    Uncomputed,
}

/// As a person sees it in the cell.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) | Self::Fault(text) => f.write_str(text),
            Self::Number(number) => f.write_str(&number.to_string().replace('.', ",")),
            Self::Flag(flag) => f.write_str(if *flag { "да" } else { "нет" }),
            Self::Uncomputed => f.write_str("="),
            Self::Moment(date, minutes) => {
                let date = date.map(|d| format!("{:02}.{:02}.{:04}", d.day(), d.month(), d.year()));
                let time = minutes.map(|m| format!("{:02}:{:02}", m / 60, m % 60));
                f.write_str(&date.into_iter().chain(time).collect::<Vec<_>>().join(" "))
            }
        }
    }
}

/// A rectangle of cells, the ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) first: At,
    pub(super) last: At,
}

impl Area {
    fn contains(self, (row, column): At) -> bool {
        (self.first.0..=self.last.0).contains(&row)
            && (self.first.1..=self.last.1).contains(&column)
    }
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// Its name; `None` where a file has no sheets.
    pub(super) name: Option<Arc<str>>,
    /// Whether the person who opens the file does not see it.
    pub(super) hidden: bool,
    /// Cells that hold something.
    pub(super) cells: BTreeMap<At, Value>,
    /// Merged cells; what they show stands in the first one.
    pub(super) merges: Vec<Area>,
    /// Rows that hold something and are hidden.
    pub(super) hidden_rows: BTreeSet<u32>,
}

impl Sheet {
    /// The cell in which the content of the cell at `at` stands: another one if it is merged.
    pub(super) fn origin(&self, at: At) -> At {
        self.merges.iter().find(|area| area.contains(at)).map_or(at, |area| area.first)
    }

    /// What is seen at `at`, and the cell in which it stands.
    pub(super) fn at(&self, at: At) -> Option<(At, &Value)> {
        let origin = self.origin(at);
        self.cells.get(&origin).map(|value| (origin, value))
    }

    /// Cells of their own in a row, from the left.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (At, &Value)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|(at, value)| (*at, value))
    }

    /// Rows that have something of their own, in order.
    pub(super) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.cells.keys().map(|(row, _)| *row).collect();
        rows.dedup();
        rows
    }

    /// Number of the last column that is used, from 0.
    pub(super) fn last_column(&self) -> u32 {
        self.cells.keys().map(|(_, column)| *column).max().unwrap_or_default()
    }
}

/// The sheets of a file as they are read, within limits.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    used: usize,
}

impl Book {
    /// Begins a sheet.
    pub(super) fn begin(&mut self, name: Option<&str>, hidden: bool) -> Result<(), Refusal> {
        if self.sheets.len() >= MOST_SHEETS {
            return Err(Refusal::Large("sheets", MOST_SHEETS));
        }
        self.sheets.push(Sheet { name: name.map(Arc::from), hidden, ..Sheet::default() });
        Ok(())
    }

    /// Puts a value into a cell of the last sheet; a text is trimmed, an empty one left out.
    pub(super) fn put(&mut self, at: At, value: Value) -> Result<(), Refusal> {
        let value = match value {
            Value::Text(text) if text.trim().is_empty() => return Ok(()),
            Value::Text(text) if text.chars().count() > LONGEST_TEXT => {
                return Err(Refusal::Large("text", LONGEST_TEXT));
            }
            Value::Text(text) => Value::Text(text.trim().to_owned()),
            other => other,
        };
        self.used += CELL + if let Value::Text(text) = &value { text.len() } else { 0 };
        if self.used > MOST_BYTES {
            return Err(Refusal::Large("cells", MOST_BYTES / CELL));
        }
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cells.insert(at, value);
        }
        Ok(())
    }

    /// Merges an area of the last sheet.
    pub(super) fn merge(&mut self, area: Area) -> Result<(), Refusal> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        if sheet.merges.len() >= MOST_MERGES {
            return Err(Refusal::Large("merges", MOST_MERGES));
        }
        if area.first != area.last {
            sheet.merges.push(area);
        }
        Ok(())
    }
}

/// Name of a cell: `C7`.
pub(super) fn name((row, column): At) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// Name of a column: `C`, `AB`.
pub(super) fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn cells_have_the_names_that_people_see() {
        let names = [(0, 0), (6, 2), (9, 25), (9, 26), (9, 701), (9, 702)].map(name);
        assert_eq!(names, ["A1", "C7", "Z10", "AA10", "ZZ10", "AAA10"]);
    }
}
