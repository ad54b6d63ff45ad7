//! What changed between two texts of an act.
//!
//! [`redline`] compares clause by clause first: [`matching`] says which passage of the old text is
//! which of the new one, [`order`] puts the passages of both into one order of reading and says
//! which have moved. Then [`words`] compares the words within each pair. Kinds of dashes, quotes
//! and spaces, forms of Unicode and, if asked, «ё» for «е» make no difference ([`tokens`]).
//!
//! A [`Redline`] is complete: its entries hold every passage of both texts, so that either text
//! can be read out of it.

mod bag;
mod list;
mod matching;
mod order;
mod side;
mod tokens;
mod words;

use std::collections::BTreeSet;

use super::passages::{PassageKind, Step};
use super::text::RegulationText;
pub use list::{CHANGES, Change, Listed};
use side::Side;
use tokens::Lexicon;

/// All passages of two texts with what became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redline {
    /// In the order of the new text; a removed passage stands where it stood, after what was
    /// before it.
    pub entries: Vec<Entry>,
}

/// A passage of the old text, of the new one, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is in the new text, else in the old one.
    pub kind: PassageKind,
    /// Where it stood; `None` if it was added.
    pub old: Option<Spot>,
    /// Where it stands; `None` if it was removed.
    pub new: Option<Spot>,
    /// Whether it has another place among its neighbours or belongs to another passage.
    pub moved: bool,
    /// Whether the numbers differ, where it is in both.
    pub renumbered: bool,
    /// 0-based index of the entry around it.
    pub parent: Option<usize>,
    /// Its words: of a table a row each, else one row of one cell.
    pub rows: Vec<Row>,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// 0-based index in the passages of the text.
    pub index: usize,
    /// Literal number, or the label of a footnote.
    pub number: Option<String>,
    /// Fragment identifier on the page of the edition; empty for footnotes.
    pub anchor: String,
    /// How to cite it: from the outermost passage to this one.
    pub path: Vec<Step>,
}

/// In which texts something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In both.
    Both,
    /// In the old one only: it was removed.
    Old,
    /// In the new one only: it was added.
    New,
}

/// What a [`Row`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The words of a passage that is no table.
    Words,
    /// Caption of a table.
    Caption,
    /// Header cells of a table.
    Head,
    /// A row of a table.
    Body,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub role: Role,
    /// Which texts have it.
    pub presence: Presence,
    /// Cells; a column that only one text has makes cells that are empty in the other.
    pub cells: Vec<Vec<Run>>,
}

/// A run of words with the space before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which texts have it.
    pub presence: Presence,
    /// The words; what both texts have is written as in the new one.
    pub text: String,
}

/// Compares two texts. With `yo_differs` «ё» for «е» is a change.
#[must_use]
pub fn redline(old: &RegulationText, new: &RegulationText, yo_differs: bool) -> Redline {
    let mut lexicon = Lexicon::new(yo_differs);
    let old = Side::new(old, &mut lexicon);
    let new = Side::new(new, &mut lexicon);
    let pairs = matching::pairs(&old, &new, &lexicon);
    Redline { entries: order::entries(&old, &new, &pairs, &lexicon) }
}

impl Redline {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.iter().all(|entry| entry.change().is_none())
    }

    /// Fragment identifiers in the new text of all passages that changed or hold a change.
    #[must_use]
    pub fn touched(&self) -> BTreeSet<&str> {
        let mut touched = BTreeSet::new();
        let mut holds = vec![false; self.entries.len()];
        for (index, entry) in self.entries.iter().enumerate().rev() {
            if !holds[index] && entry.change().is_none() {
                continue;
            }
            if let Some(parent) = entry.parent {
                holds[parent] = true;
            }
            touched.extend(entry.new.as_ref().map(|spot| spot.anchor.as_str()));
        }
        touched
    }
}

impl Entry {
    /// Whether words or marks of punctuation differ, where the passage is in both texts.
    #[must_use]
    pub fn reworded(&self) -> bool {
        self.old.is_some() && self.new.is_some() && self.changed_runs().next().is_some()
    }

    /// The runs that only one of the texts has.
    pub fn changed_runs(&self) -> impl Iterator<Item = &Run> {
        let runs = self.rows.iter().flat_map(|row| row.cells.iter().flatten());
        runs.filter(|run| run.presence != Presence::Both)
    }

    /// Where it stands, or stood if it was removed.
    #[must_use]
    pub fn spot(&self) -> Option<&Spot> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl Row {
    /// Whether anything in it changed.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let changed = |run: &Run| run.presence != Presence::Both;
        self.presence != Presence::Both || self.cells.iter().flatten().any(changed)
    }
}

impl Presence {
    /// Whether the old text has it.
    #[must_use]
    pub fn in_old(self) -> bool {
        self != Self::New
    }

    /// Whether the new text has it.
    #[must_use]
    pub fn in_new(self) -> bool {
        self != Self::Old
    }
}
