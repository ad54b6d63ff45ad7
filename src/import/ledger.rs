//! Where every letter of the file went.

use super::document::{Omission, Omitted, Origin, Repair};
use super::report::LeftOut;
use super::text::Text;

/// What became of a letter. One without a fate has to be in the edition's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    /// It stands in the front matter: title, approval.
    Front,
    /// It is no part of the act: a running head, a page number, a comment, lines to sign on.
    Furniture,
    /// It was a mark that became structure: a bullet, the mark of a footnote.
    Sign,
    /// A repair took it away: a line that stood twice, a hyphen at the end of a line.
    Repair,
}

/// All characters of the file with their fates.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    pub(super) letters: Vec<char>,
    pub(super) fates: Vec<Option<Fate>>,
    /// Numbers of first characters with the places where they stand.
    origins: Vec<(usize, Origin)>,
    pub(super) repairs: Vec<Repair>,
    /// What was left out.
    pub(super) left_out: Vec<LeftOut>,
    /// Numbers that the file computes and that are now written.
    pub(super) labels: Vec<(Origin, String)>,
}

impl Ledger {
    /// Counts in characters that stand at `origin`; gives the number of the first.
    pub(super) fn count(&mut self, text: &str, origin: Origin) -> usize {
        let at = self.letters.len();
        self.letters.extend(text.chars());
        self.fates.resize(self.letters.len(), None);
        if self.origins.last().is_none_or(|(_, last)| *last != origin) {
            self.origins.push((at, origin));
        }
        at
    }

    /// Where the character with this number stands in the file.
    pub(super) fn origin(&self, at: usize) -> Origin {
        let after = self.origins.partition_point(|(start, _)| *start <= at);
        let found = after.checked_sub(1).and_then(|index| self.origins.get(index));
        found.map(|(_, origin)| *origin).unwrap_or_default()
    }

    /// Gives all letters of `text` this fate.
    pub(super) fn settle(&mut self, text: &Text, fate: Fate) {
        for at in text.letters().filter_map(|(_, at)| at) {
            if let Some(slot) = self.fates.get_mut(at) {
                *slot = Some(fate);
            }
        }
    }

    /// Leaves `text` out as furniture of the page.
    pub(super) fn leave_out(&mut self, text: &Text, origin: Origin) {
        self.settle(text, Fate::Furniture);
        let words = text.plain().split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            self.left_out.push(LeftOut { why: "page", origin, text: words });
        }
    }

    /// Counts in what the reader left out.
    pub(super) fn omitted(&mut self, omission: &Omission) {
        let start = self.count(&omission.text, omission.origin);
        self.count("\n", omission.origin);
        for slot in self.fates.iter_mut().skip(start) {
            *slot = Some(Fate::Furniture);
        }
        let why = match omission.kind {
            Omitted::Hidden => "hidden",
            Omitted::Contents => "contents",
            Omitted::Comment => "comment",
        };
        let text = omission.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.left_out.push(LeftOut { why, origin: omission.origin, text });
    }

    /// Lists a repair.
    pub(super) fn repaired(
        &mut self,
        kind: &'static str,
        origin: Origin,
        [before, after]: [&str; 2],
    ) {
        self.repairs.push(Repair { kind, origin, before: short(before), after: short(after) });
    }
}

/// Longest excerpt, in characters.
const LONGEST_EXCERPT: usize = 60;

/// The end of a longer text is left out.
pub(super) fn short(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONGEST_EXCERPT {
        return words;
    }
    words.chars().take(LONGEST_EXCERPT - 1).chain(['…']).collect()
}
