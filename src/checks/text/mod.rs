//! Rules about the text of an act: each is one file with one function.
//!
//! They look at the latest edition of each regulation and at drafts: what has been replaced can
//! no longer be mended. All of them warn, none keeps a site from being built: an approved text is
//! published as it is. A finding that the front matter accepts becomes a note.

mod acceptance;
mod bracket_unbalanced;
mod contact_empty;
mod contact_private;
mod contact_unknown;
mod contacts;
mod contacts_promised;
mod date_impossible;
mod deadline_missing;
mod flow;
mod footnote_without_body;
mod footnote_without_mark;
mod footnotes;
mod hours_promised;
mod item_empty;
mod mailbox;
mod marks;
mod mixed_script;
mod number_duplicate;
mod number_misplaced;
mod number_restarted;
mod number_skipped;
mod numbering;
mod numbers;
mod pairs;
mod protected;
mod protected_altered;
mod protected_missing;
mod quote_nested;
mod quote_unbalanced;
mod reference_unresolved;
mod system_name;
mod term_early;
mod term_twice;
mod term_undefined;
mod timetable_promised;
mod uses;

use std::cell::OnceCell;

use crate::diagnostics::{Diagnostics, Place};
use crate::model::passages::{Passage, passages};
use crate::model::regulation::{Acceptance, Written};
use crate::model::school::School;
use crate::model::text::RegulationText;
use flow::Flow;

/// A text under judgement.
struct Act<'a> {
    /// The school whose text it is.
    school: &'a School,
    /// The tree.
    text: &'a RegulationText,
    /// Its passages in the order of the source, footnotes last.
    passages: Vec<Passage<'a>>,
    /// Its running text.
    flows: Vec<Flow>,
    written: &'a Written,
    /// Its numbers that break their sequence, once a rule has asked for them.
    breaks: OnceCell<Vec<numbering::Fault>>,
}

/// Findings of one rule about one text, at most: a text with more is no act.
const MOST: usize = 200;

/// A rule: reports to the findings.
type Rule = fn(&Act<'_>, &mut Diagnostics);

/// All rules, in the order in which `docs/checks.md` is read.
const RULES: &[Rule] = &[
    number_duplicate::check,
    number_skipped::check,
    number_restarted::check,
    number_misplaced::check,
    item_empty::check,
    footnote_without_body::check,
    footnote_without_mark::check,
    reference_unresolved::check,
    term_undefined::check,
    term_early::check,
    term_twice::check,
    bracket_unbalanced::check,
    quote_unbalanced::check,
    quote_nested::check,
    mixed_script::check,
    contact_empty::check,
    contact_private::check,
    contact_unknown::check,
    contacts_promised::check,
    timetable_promised::check,
    hours_promised::check,
    date_impossible::check,
    deadline_missing::check,
    system_name::check,
    protected_altered::check,
    protected_missing::check,
];

impl<'a> Act<'a> {
    fn new(school: &'a School, text: &'a RegulationText, written: &'a Written) -> Self {
        let passages = passages(text);
        let flows = flow::flows(&passages);
        Self { school, text, passages, flows, written, breaks: OnceCell::new() }
    }

    /// The place of `words` in the source of `passage`.
    fn place(&self, passage: &Passage<'_>, words: &str) -> Place {
        self.written.place(passage.line, words)
    }

    /// The place of `words` in the source of `flow`; of the longest of them if a line ends among
    /// them.
    fn flow_place(&self, flow: &Flow, words: &str) -> Place {
        let whole = self.written.body.contains(words);
        let longest = words.split(' ').max_by_key(|word| word.len()).unwrap_or(words);
        self.written.place(flow.line, if whole { words } else { longest })
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
