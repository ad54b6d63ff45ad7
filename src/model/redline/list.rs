//! The list of changes: what stands above a redline.

use super::{Entry, Redline};

/// What became of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    Added,
    /// Its words changed.
    Changed,
    /// It is gone.
    Removed,
    /// It stands elsewhere; words and number may differ too.
    Moved,
    /// It has another number, and the same words.
    Renumbered,
    /// Only marks of punctuation changed.
    Punctuation,
}

/// All changes, in the order in which they are listed.
pub const CHANGES: [Change; 6] = [
    Change::Added,
    Change::Changed,
    Change::Removed,
    Change::Moved,
    Change::Renumbered,
    Change::Punctuation,
];

impl Change {
    /// Name in data files, in keys of texts and in classes of pages.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Renumbered => "renumbered",
            Self::Punctuation => "punctuation",
        }
    }
}

/// A line of the list: one entry, or neighbours to which the same happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// What happened.
    pub change: Change,
    /// Index of the entry.
    pub first: usize,
    /// Index of the last of the neighbours; the entry itself if there are none.
    pub last: usize,
    /// How many neighbours, at least 1.
    pub count: usize,
}

impl Entry {
    /// What became of it, the gravest thing first; `None` if nothing.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        if self.old.is_none() {
            Some(Change::Added)
        } else if self.new.is_none() {
            Some(Change::Removed)
        } else if self.moved {
            Some(Change::Moved)
        } else if self.changed_runs().any(|run| run.text.contains(char::is_alphanumeric)) {
            Some(Change::Changed)
        } else if self.renumbered {
            Some(Change::Renumbered)
        } else {
            self.reworded().then_some(Change::Punctuation)
        }
    }
}

impl Redline {
    /// The list of changes: by kind, then in the order of the text. What was added, removed or
    /// moved with the passage around it is not listed again; neighbours that were added, removed
    /// or renumbered are one line.
    #[must_use]
    pub fn changes(&self) -> Vec<Listed> {
        let mut listed: Vec<Listed> = Vec::new();
        // The last passage within each, by the one around it: neighbours have no other between.
        let mut before: Vec<Option<usize>> = vec![None; self.entries.len() + 1];
        for (index, entry) in self.entries.iter().enumerate() {
            let previous = before[entry.parent.map_or(0, |parent| parent + 1)].replace(index);
            let Some(change) = entry.change() else { continue };
            let around = entry.parent.and_then(|parent| self.entries[parent].change());
            if matches!(change, Change::Added | Change::Removed) && around == Some(change) {
                continue;
            }
            match listed.iter_mut().rev().find(|line| line.change == change) {
                Some(line) if Some(line.last) == previous && self.are_one(line.last, index) => {
                    line.last = index;
                    line.count += 1;
                }
                _ => listed.push(Listed { change, first: index, last: index, count: 1 }),
            }
        }
        listed.sort_by_key(|line| line.change);
        listed
    }

    /// Whether two neighbours to which the same happened are listed in one line.
    fn are_one(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.entries[a], &self.entries[b]);
        let of_one_kind =
            matches!(a.change(), Some(Change::Added | Change::Removed | Change::Renumbered));
        let numbered = |entry: &Entry| entry.spot().is_some_and(|spot| spot.number.is_some());
        of_one_kind && a.kind == b.kind && numbered(a) == numbered(b)
    }
}
