//! Timetables as schools have them: a table of a spreadsheet program, .xlsx, .ods or .csv.
//!
//! [`read`] turns the table into the tree that `timetable.yaml` with the same content would give,
//! so that the model understands both in one place. Every cell is either used or told of.

mod build;
mod csv;
mod dates;
mod days;
mod front;
mod grid;
mod headings;
mod joined;
mod layout;
mod mixed;
mod ods;
mod people;
mod refusal;
mod rows;
mod slots;
mod table;
mod text;
mod times;
mod tree;
mod whom;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::build::Build;
use self::front::Facts;
use self::grid::{Book, Sheet};
use self::headings::Kind;
use self::layout::Layout;
use self::people::People;
use self::refusal::Refusal;
use self::rows::{Row, Session};
use self::table::Table;
use self::tree::Tree;
use super::Document;
use super::archive::{Archive, COMPOUND};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity};

/// Endings of the files that are read.
pub const ENDINGS: [&str; 3] = ["xlsx", "ods", "csv"];

/// Largest file, in bytes.
pub const LARGEST: u64 = 16 << 20;

/// A timetable that was read.
#[derive(Debug)]
pub struct Reading {
    /// The tree, with the cells as places.
    pub document: Document,
    /// Cells of the sheet that hold something.
    pub cells: usize,
    /// Those of them that were understood; a finding tells of each of the others.
    pub used: usize,
}

/// The name of a file without the ending of a spreadsheet, if it has one. Files that Excel and
/// `LibreOffice` keep beside an open one are none.
#[must_use]
pub fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let known = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    (known && !is_lock(name)).then_some(stem)
}

/// Whether the file is one that Excel keeps while another is open: `~$timetable.xlsx`. Those of
/// `LibreOffice` (`.~lock.timetable.ods#`) are hidden.
#[must_use]
pub fn is_lock(name: &str) -> bool {
    name.starts_with("~$")
}

/// Reads the timetable in the file at `path`. Mistakes go to `found`; with errors among them the
/// result is `None`.
pub fn read(path: &Arc<str>, bytes: &[u8], found: &mut Diagnostics) -> Option<Reading> {
    let book = match book(path, bytes) {
        Ok(book) => book,
        Err(refusal) => {
            found.push(refusal.diagnostic(Place::file(Arc::clone(path))));
            return None;
        }
    };
    let errors = found.count(Severity::Error);
    let (sheet, layout) = chosen(path, &book, found)?;
    let reading = timetable(path, sheet, &layout, found);
    reading.filter(|_| found.count(Severity::Error) == errors)
}

/// The sheets of a file; what kind it is its content says.
fn book(path: &str, bytes: &[u8]) -> Result<Book, Refusal> {
    if bytes.starts_with(COMPOUND) {
        return Err(Refusal::OldOrProtected);
    }
    if bytes.starts_with(b"PK") {
        let is_ods = Archive::open(bytes)?.names().any(|name| name == ods::CONTENT);
        return if is_ods { ods::read(bytes) } else { xlsx::read(bytes) };
    }
    if path.to_lowercase().ends_with(".csv") {
        return csv::read(bytes, layout::heads);
    }
    Err(Refusal::Damaged("no archive".to_owned()))
}

/// The first visible sheet with a complete table, else the one that comes nearest; the others are
/// told of.
fn chosen<'b>(
    path: &Arc<str>,
    book: &'b Book,
    found: &mut Diagnostics,
) -> Option<(&'b Sheet, Layout)> {
    let filled: Vec<&Sheet> = book.sheets.iter().filter(|sheet| !sheet.cells.is_empty()).collect();
    let seen = filled.iter().enumerate().filter(|(_, sheet)| !sheet.hidden);
    let tables: Vec<(usize, Layout)> =
        seen.filter_map(|(index, sheet)| Some((index, layout::find(sheet)?))).collect();
    let complete = tables.iter().find(|(_, layout)| layout.missing().is_none());
    let Some((index, layout)) = complete.or(tables.first()).cloned() else {
        let what = if filled.is_empty() { "empty" } else { "headings" };
        let none = Diagnostic::error("sheet-no-table", Place::file(Arc::clone(path)));
        found.push(none.with("what", what));
        return None;
    };
    for (other, sheet) in filled.iter().enumerate().filter(|(other, _)| *other != index) {
        let what = match (sheet.hidden, tables.iter().any(|(table, _)| *table == other)) {
            (true, _) => "hidden",
            (false, true) => "second",
            (false, false) => "other",
        };
        let place = Place::file(Arc::clone(path));
        let left = match what {
            "second" => Diagnostic::warning("sheet-left-out", place),
            _ => Diagnostic::note("sheet-left-out", place),
        };
        let name = sheet.name.as_deref().unwrap_or_default();
        found.push(left.with("sheet", name).with("what", what));
    }
    filled.get(index).map(|sheet| (*sheet, layout))
}

/// The timetable on a sheet.
fn timetable(
    path: &Arc<str>,
    sheet: &Sheet,
    layout: &Layout,
    found: &mut Diagnostics,
) -> Option<Reading> {
    let mut table = Table {
        path: Arc::clone(path),
        sheet,
        layout,
        found,
        term: None,
        used: BTreeSet::new(),
        told: BTreeSet::new(),
        filled: BTreeMap::new(),
    };
    table.tell_columns();
    if let Some(kind) = layout.missing() {
        table.tell_missing(kind);
        return None;
    }
    let rows = table.rows();
    let facts = front::facts(&table.outside(&rows), layout.first);
    table.take_facts(&facts);
    let (sessions, people) = table.sessions(&rows, &facts);
    if sessions.is_empty() && !rows.iter().any(|(_, row)| matches!(row, Row::Sessions(_))) {
        let none = Diagnostic::error("sheet-no-table", table.place((layout.first, 0)));
        table.found.push(none.with("what", "rows"));
    }
    let mut build = Build { table: &mut table, tree: Tree::default() };
    let root = build.document(&facts, &people, &sessions);
    let cells = build.tree.places;
    table.tell_filled();
    table.tell_rest(&rows);
    let document =
        Document { path: Arc::clone(path), text: String::new(), first_line: 0, root, cells };
    Some(Reading { document, cells: sheet.cells.len(), used: table.used.len() })
}

impl Table<'_, '_> {
    /// Tells which indispensable column is missing.
    fn tell_missing(&mut self, kind: Kind) {
        let what = if kind == Kind::Person { "person" } else { "time" };
        let place = self.place((self.layout.first, self.first_column()));
        let headings: Vec<&str> = self.layout.columns.values().map(|c| c.text.as_str()).collect();
        let missing = Diagnostic::error("sheet-column-missing", place).with("what", what);
        self.found.push(missing.with("headings", headings.join(", ")));
    }

    fn first_column(&self) -> u32 {
        self.layout.columns.keys().next().copied().unwrap_or_default()
    }

    /// Takes the facts around the table; what is missing or doubtful is told.
    fn take_facts(&mut self, facts: &Facts) {
        self.used.extend(facts.used.iter());
        for at in &facts.wrong {
            let wrong = self.wrong("sheet-date", *at);
            self.found.push(wrong);
        }
        self.term = facts.from.zip(facts.to).map(|((from, _), (to, _))| (from, to));
        let top = self.place((self.layout.first, self.first_column()));
        if let (Some((from, at)), Some((to, _)), true) = (facts.from, facts.to, facts.concluded) {
            let note = Diagnostic::note("sheet-period-concluded", self.place(at));
            let note = note.with("from", from.to_string()).with("to", to.to_string());
            self.found.push(note);
        }
        // A date that is none is told of as such.
        if !facts.wrong.is_empty() {
            return;
        }
        if facts.from.is_none() || facts.to.is_none() {
            self.found.push(Diagnostic::error("sheet-period-missing", top.clone()));
        }
        if facts.approved.is_none() {
            self.found.push(Diagnostic::error("sheet-approval-missing", top));
        }
    }

    /// The sessions of the rows with their persons.
    fn sessions(&mut self, rows: &[(u32, Row)], facts: &Facts) -> (Vec<(Session, usize)>, People) {
        let (mut sessions, mut named) = (Vec::new(), Vec::new());
        for (row, kind) in rows {
            let Row::Sessions(section) = kind else { continue };
            if let Some(at) = section {
                self.used.insert(*at);
            }
            let person = self.person(*row);
            let slots = self.slots(*row, *section);
            let details = self.details(*row, facts.audience.as_ref());
            let Some(person) = person else { continue };
            let index = named.len();
            named.push(person);
            let of_row = slots.into_iter();
            sessions.extend(of_row.map(|slot| Session {
                row: index,
                slot,
                details: details.clone(),
            }));
        }
        self.tell_everybody(facts, sessions.first());
        let places: Vec<_> = named.iter().map(|named| named.at).collect();
        let people = people::people(named);
        for (at, _) in places.iter().zip(&people.of_row).filter(|(_, person)| person.is_none()) {
            let wrong = self.wrong("sheet-person-ambiguous", *at);
            self.found.push(wrong);
        }
        for conflict in &people.conflicts {
            let differs = Diagnostic::warning("sheet-person-differs", self.place(conflict.at));
            self.found.push(differs.with("other", grid::name(conflict.other)));
        }
        let of = |session: Session| {
            let person = people.of_row.get(session.row).copied().flatten()?;
            Some((session, person))
        };
        (joined::joined(sessions.into_iter().filter_map(of).collect()), people)
    }

    /// Tells that the table names nobody, so that its consultations are for all.
    fn tell_everybody(&mut self, facts: &Facts, first: Option<&Session>) {
        let silent = self.layout.column(Kind::Audience).is_none() && facts.audience.is_none();
        if let (true, Some(first)) = (silent, first) {
            let note = Diagnostic::note("sheet-audience-all", self.place(first.slot.time_at));
            self.found.push(note);
        }
    }

    /// Tells of hidden rows, and of cells that nobody has used.
    fn tell_rest(&mut self, rows: &[(u32, Row)]) {
        let last = rows.iter().rfind(|(_, kind)| matches!(kind, Row::Sessions(_)));
        let last = last.map_or(0, |(row, _)| *row);
        for (row, kind) in rows {
            let cells: Vec<_> = self.sheet.row(*row).map(|(at, _)| at).collect();
            let Some(first) = cells.first().copied() else { continue };
            if let Some((name, at)) = self.left_out(*row, last).filter(|_| *kind == Row::Outside) {
                let left = Diagnostic::warning("sheet-row-left-out", self.place(at));
                self.found.push(left.with("row", row + 1).with("name", name));
                self.told.extend(&cells);
            }
            match kind {
                Row::Hidden => {
                    let hidden = Diagnostic::warning("sheet-row-hidden", self.place(first));
                    self.found.push(hidden.with("row", row + 1));
                }
                Row::Furniture => self.used.extend(cells),
                Row::Sessions(_) | Row::Outside => {
                    let unused = cells
                        .into_iter()
                        .filter(|at| !self.used.contains(at) && !self.told.contains(at));
                    for at in unused.collect::<Vec<_>>() {
                        let unused = Diagnostic::note("sheet-cell-unused", self.place(at));
                        let text = unused.place.text.clone();
                        self.found.push(unused.with("text", text));
                    }
                }
            }
        }
    }
}
