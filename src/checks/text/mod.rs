//! Rules about the text of an act: each is one file with one function.
//!
//! They look at the latest edition of each regulation and at drafts: what has been replaced can
//! no longer be mended. All of them warn, none keeps a site from being built: an approved text is
//! published as it is. A finding that the front matter accepts becomes a note.

mod acceptance;
mod bracket_unbalanced;
mod footnote_without_body;
mod footnote_without_mark;
mod footnotes;
mod item_empty;
mod marks;
mod mixed_script;
mod number_duplicate;
mod number_misplaced;
mod number_restarted;
mod number_skipped;
mod numbering;
mod numbers;
mod pairs;
mod quote_nested;
mod quote_unbalanced;

use crate::diagnostics::{Diagnostics, Place};
use crate::model::passages::{Passage, passages};
use crate::model::regulation::{Acceptance, Written};
use crate::model::school::School;
use crate::model::text::RegulationText;

/// A text under judgement.
struct Act<'a> {
    /// The school whose text it is.
    school: &'a School,
    /// The tree.
    text: &'a RegulationText,
    /// Its passages in the order of the source, footnotes last.
    passages: Vec<Passage<'a>>,
    written: &'a Written,
}

/// Findings of one rule about one text, at most: a text with more is no act.
const MOST: usize = 200;

/// A rule: reports to the findings.
type Rule = fn(&Act<'_>, &mut Diagnostics);

/// All rules, in the order in which `docs/checks.md` is read.
const RULES: [Rule; 11] = [
    number_duplicate::check,
    number_skipped::check,
    number_restarted::check,
    number_misplaced::check,
    item_empty::check,
    footnote_without_body::check,
    footnote_without_mark::check,
    bracket_unbalanced::check,
    quote_unbalanced::check,
    quote_nested::check,
    mixed_script::check,
];

impl<'a> Act<'a> {
    fn new(school: &'a School, text: &'a RegulationText, written: &'a Written) -> Self {
        Self { school, text, passages: passages(text), written }
    }

    /// The place of `words` in the source of `passage`.
    fn place(&self, passage: &Passage<'_>, words: &str) -> Place {
        self.written.place(passage.line, words)
    }
}

/// The last `most` characters of `text`, or all.
fn tail(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).last();
    start.map_or("", |(at, _)| &text[at..])
}

/// The findings about all texts of the school.
pub(super) fn check(school: &School, found: &mut Diagnostics) {
    for edition in school.regulations.iter().filter_map(|regulation| regulation.latest()) {
        judge(&Act::new(school, &edition.text, &edition.written), &edition.accepted, found);
    }
    for draft in &school.drafts {
        judge(&Act::new(school, &draft.text, &draft.written), &draft.accepted, found);
    }
}

fn judge(act: &Act<'_>, accepted: &[Acceptance], found: &mut Diagnostics) {
    let mut own = Diagnostics::default();
    for rule in RULES {
        rule(act, &mut own);
    }
    found.append(acceptance::apply(own, accepted));
}
