//! Where on a sheet the table is, and what its columns hold.

use std::collections::BTreeMap;

use super::days;
use super::grid::{At, Sheet, Value};
use super::headings::{Heading, Kind, heading};
use super::text::one_line;

/// Rows at the top of a sheet among which the headings are looked for.
const MOST_ROWS_ABOVE: usize = 60;
/// Columns that are looked at.
const MOST_COLUMNS: u32 = 200;
/// Headings that make a row the head of a table even if an indispensable one is missing.
const ENOUGH: usize = 3;

/// A column with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    /// What it holds; `None` for a heading that says nothing to us.
    pub(super) heading: Option<Heading>,
    /// The heading as written, on one line.
    pub(super) text: String,
    /// Where the heading stands.
    pub(super) at: At,
}

/// The head of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// First and last row of the headings.
    pub(super) first: u32,
    pub(super) last: u32,
    /// Columns by their numbers.
    pub(super) columns: BTreeMap<u32, Column>,
}

impl Layout {
    /// Columns of this kind, from the left.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = u32> {
        let columns = self.columns.iter();
        let columns = columns.filter(move |(_, column)| column.is(kind));
        columns.map(|(number, _)| *number)
    }

    /// The first column of this kind.
    pub(super) fn column(&self, kind: Kind) -> Option<u32> {
        self.of(kind).next()
    }

    /// Columns of weekdays with their days.
    pub(super) fn week(&self) -> Vec<(u32, usize)> {
        let day = |column: &Column| match column.heading?.kind {
            Kind::Week(day) => Some(day),
            _ => None,
        };
        let columns = self.columns.iter();
        columns.filter_map(|(number, column)| Some((*number, day(column)?))).collect()
    }

    /// The indispensable kind of column that is missing.
    pub(super) fn missing(&self) -> Option<Kind> {
        let has = |kind| self.column(kind).is_some();
        let timed = has(Kind::Time) || has(Kind::Start) || has(Kind::DayTime);
        if !has(Kind::Person) {
            Some(Kind::Person)
        } else if !timed && self.week().len() < 2 {
            Some(Kind::Time)
        } else {
            None
        }
    }

    /// Number of kinds that its columns have.
    fn kinds(&self) -> usize {
        let kinds = self.columns.values().filter_map(|column| Some(column.heading?.kind));
        let mut kinds: Vec<Kind> = kinds.filter(|kind| *kind != Kind::Count).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.len()
    }
}

impl Column {
    fn is(&self, kind: Kind) -> bool {
        self.heading.is_some_and(|heading| heading.kind == kind)
    }
}

/// Number of headings in a row of texts.
pub(super) fn heads(row: &[String]) -> usize {
    row.iter().filter(|text| heading(text).is_some()).count()
}

/// The table on the sheet: the first complete one, else the head that comes nearest to one.
pub(super) fn find(sheet: &Sheet) -> Option<Layout> {
    let mut best: Option<Layout> = None;
    for row in sheet.rows().into_iter().take(MOST_ROWS_ABOVE) {
        let layout = layout(sheet, row);
        if layout.missing().is_none() && layout.kinds() >= 2 {
            return Some(layout);
        }
        let kinds = layout.kinds();
        if kinds >= ENOUGH && best.as_ref().is_none_or(|best| kinds > best.kinds()) {
            best = Some(layout);
        }
    }
    best
}

/// The head in `row`, and in the row below it if that has nothing but headings. A title above the
/// head has one cell, and a weekday alone below it stands over the rows that are for it.
fn layout(sheet: &Sheet, row: u32) -> Layout {
    let last = sheet.last_column().min(MOST_COLUMNS);
    let (upper, _) = headings_in(sheet, row);
    let (lower, all) = headings_in(sheet, row + 1);
    let is_day = |(_, value): (At, &Value)| days::plain(&value.to_string()).is_some();
    let day = all == 1 && sheet.row(row + 1).any(is_day);
    let two = upper > 1 && lower > 0 && lower == all && !day;
    let mut columns = BTreeMap::new();
    let mut taken = Vec::new();
    for column in 0..=last {
        let upper = sheet.at((row, column));
        let lower = sheet.at((row + 1, column)).filter(|(at, _)| two && at.0 > row);
        let upper = upper.map(|(at, value)| (at, value.to_string()));
        let lower = lower.map(|(at, value)| (at, value.to_string()));
        let Some((at, text)) = lower.clone().or(upper.clone()) else { continue };
        // A heading over several columns is that of the first one, unless another is below it.
        if taken.contains(&at) {
            continue;
        }
        taken.push(at);
        let above = upper.filter(|_| lower.is_some()).map(|(_, text)| text);
        let known = heading(&text).or_else(|| above.as_deref().and_then(heading));
        let text = one_line(&[above.as_deref().unwrap_or_default(), &text].join(" "));
        columns.insert(column, Column { heading: known, text, at });
    }
    Layout { first: row, last: row + u32::from(two), columns }
}

/// How many of the cells of their own in a row are headings, and how many there are.
fn headings_in(sheet: &Sheet, row: u32) -> (usize, usize) {
    let known: Vec<bool> =
        sheet.row(row).map(|(_, value)| heading(&value.to_string()).is_some()).collect();
    (known.iter().filter(|known| **known).count(), known.len())
}
