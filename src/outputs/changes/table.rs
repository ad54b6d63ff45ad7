//! The comparison table (сравнительная таблица): what schools attach to an order.

use std::ops::Range;

use super::{clipped, key};
use crate::language::Catalogue;
use crate::model::passages::PassageKind;
use crate::model::redline::{Change, Entry, Presence, Redline, Row, Run, Spot};
use crate::outputs::citation::Citations;

/// Characters of a passage whose words did not change.
const EXCERPT: usize = 120;

/// A row of the table: what changed at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// 0-based index of the entry.
    pub entry: usize,
    /// «п. 5.2».
    pub place: String,
    /// What happened: «изменено», «перемещено (было: п. 3.4)».
    pub what: String,
    /// Paragraphs of the old text; none if it has nothing there.
    pub old: Vec<Paragraph>,
    /// Paragraphs of the new text; none if it has nothing there.
    pub new: Vec<Paragraph>,
}

/// A passage, or a row of a table, as one of the texts has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Literal number.
    pub number: Option<String>,
    /// Whether the other text has another number.
    pub renumbered: bool,
    /// Cells; a single one unless it is a row of a table.
    pub cells: Vec<Vec<Piece>>,
}

/// Words with the space before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the other text lacks them, though it has the passage.
    pub marked: bool,
}

/// One of the two texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Old,
    New,
}

impl Text {
    fn has(self, presence: Presence) -> bool {
        match self {
            Self::Old => presence.in_old(),
            Self::New => presence.in_new(),
        }
    }
}

/// The rows of the table, in the order of the new text; none if nothing changed.
#[must_use]
pub fn table(redline: &Redline, catalogue: &Catalogue) -> Vec<Compared> {
    let (words, units) = (Words::new(catalogue), units(redline).into_iter());
    units.filter_map(|(unit, other)| words.compared(redline, unit, other)).collect()
}

/// What is said of a change in one language.
#[derive(Debug)]
pub struct Words<'c> {
    catalogue: &'c Catalogue,
    citations: Citations,
}

impl<'c> Words<'c> {
    /// The words of the catalogue's language.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, citations: Citations::new(catalogue) }
    }

    /// «п. 3.4».
    #[must_use]
    pub fn place(&self, spot: &Spot) -> String {
        self.citations.of(&spot.path)
    }

    /// «пп. 3.4–3.6»: `count` neighbours, of which these are the first and the last.
    #[must_use]
    pub fn places(&self, spots: [&Spot; 2], count: usize) -> String {
        self.citations.places(spots, count)
    }

    /// «(было: п. 3.4)» with a space before it, of what has moved or has another number; else
    /// empty.
    #[must_use]
    pub fn was(&self, entry: &Entry) -> String {
        let (Some(old), Some(new)) = (&entry.old, &entry.new) else { return String::new() };
        let was = self.place(old);
        if !(entry.moved || entry.renumbered) || was == self.place(new) {
            return String::new();
        }
        format!(" ({})", self.catalogue.format("changes-was", &[("place", was.into())]))
    }

    /// A row: one passage, or a removed one with the `other` in its place.
    fn compared(
        &self,
        redline: &Redline,
        unit: Range<usize>,
        other: Range<usize>,
    ) -> Option<Compared> {
        let entry = &redline.entries[unit.start];
        let (spot, change) = (entry.spot()?, entry.change()?);
        let change = if other.is_empty() { change } else { Change::Changed };
        let side = |text: Text| {
            let entries = unit.clone().chain(other.clone()).map(|index| &redline.entries[index]);
            entries.flat_map(|entry| paragraphs(entry, text)).collect()
        };
        Some(Compared {
            entry: unit.start,
            place: self.place(spot),
            what: self.catalogue.text(key(change)).to_lowercase() + &self.was(entry),
            old: side(Text::Old),
            new: side(Text::New),
        })
    }
}

/// What makes a row: what changed, with all that was added or removed with it. What was removed
/// and what was added in its place are one row.
fn units(redline: &Redline) -> Vec<(Range<usize>, Range<usize>)> {
    let entries = &redline.entries;
    let mut units: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    // Removed passages that nothing but removed and added ones follows.
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let end = unit(entries, at);
        let same_place = |unit: &&usize| {
            let (gone, other) = &units[**unit];
            other.is_empty() && cited(&entries[gone.start]) == cited(&entries[at])
        };
        let place = match entries[at].change() {
            Some(Change::Added) => open.iter().find(same_place).copied(),
            Some(Change::Removed) => {
                open.push(units.len());
                None
            }
            _ => {
                open.clear();
                None
            }
        };
        match place {
            Some(unit) => units[unit].1 = at..end,
            None if end > at => units.push((at..end, 0..0)),
            None => {}
        }
        at = end.max(at + 1);
    }
    units
}

/// The end of the entries that make one row with the one at `start`: what was added or removed
/// with all that is within it. `start` itself if there is nothing to compare.
fn unit(entries: &[Entry], start: usize) -> usize {
    let Some(change) = entries[start].change() else { return start };
    if !matches!(change, Change::Added | Change::Removed) {
        return start + 1;
    }
    let rest = entries[start + 1..].iter();
    let within = rest.take_while(|entry| {
        entry.parent.is_some_and(|parent| parent >= start) && entry.change() == Some(change)
    });
    start + 1 + within.count()
}

/// What a citation of the entry is made of.
fn cited(entry: &Entry) -> Option<Vec<(PassageKind, Option<&str>, u32)>> {
    let path = &entry.spot()?.path;
    Some(path.iter().map(|step| (step.kind, step.number.as_deref(), step.ordinal)).collect())
}

/// A passage as one of the texts has it: of a table the rows that changed, of a passage whose
/// words did not change its begin.
fn paragraphs(entry: &Entry, text: Text) -> Vec<Paragraph> {
    let spot = if text == Text::Old { &entry.old } else { &entry.new };
    let Some(spot) = spot else { return Vec::new() };
    let whole = entry.old.is_none() || entry.new.is_none();
    let same_words = !whole && !entry.reworded();
    let rows = entry.rows.iter().filter(|row| text.has(row.presence));
    let rows = rows.filter(|row| whole || same_words || row.is_changed()).enumerate();
    let paragraph = |(nth, row): (usize, &Row)| Paragraph {
        number: spot.number.clone().filter(|_| nth == 0),
        renumbered: entry.renumbered,
        cells: row
            .cells
            .iter()
            .map(|cell| {
                let own = cell.iter().filter(|run| text.has(run.presence));
                if same_words {
                    vec![excerpt(own)]
                } else {
                    pieces(own, whole || row.presence != Presence::Both)
                }
            })
            .collect(),
    };
    rows.map(paragraph).collect()
}

/// The begin of words that did not change.
fn excerpt<'r>(runs: impl Iterator<Item = &'r Run>) -> Piece {
    let words: String = runs.map(|run| run.text.as_str()).collect();
    Piece { text: clipped(words.trim(), EXCERPT), marked: false }
}

/// Runs of one of the texts; those that the other lacks are marked, unless it lacks all.
fn pieces<'r>(runs: impl Iterator<Item = &'r Run>, whole: bool) -> Vec<Piece> {
    let marked = |run: &Run| !whole && run.presence != Presence::Both;
    runs.map(|run| Piece { text: run.text.clone(), marked: marked(run) }).collect()
}
