//! `term-early`: an abbreviation used before the place that defines it.
//!
//! Silent: the title and whatever stands before the first number; headings of the section that
//! defines the term; the passage of the definition itself.

use std::collections::BTreeSet;

use super::Act;
use super::uses::uses;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::passages::PassageKind;
use crate::model::text::Inline;

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let body = act.passages.iter().position(|passage| passage.number.is_some()).unwrap_or(0);
    let defined: Vec<Option<usize>> =
        act.text.terms.iter().map(|term| definition(act, &term.anchor, term.line)).collect();
    let mut told = BTreeSet::new();
    for mark in uses(act) {
        let Inline::Term { index, .. } = mark.inline else { continue };
        let Some(definition) = defined.get(*index).copied().flatten() else { continue };
        let early = mark.passage < definition && mark.passage >= body;
        if !early || heads(act, mark.passage, definition) || !told.insert(*index) {
            continue;
        }
        let term = &act.text.terms[*index];
        let early = Diagnostic::warning("term-early", mark.place(act));
        found.push(early.with("term", term.short.as_str()).with("line", term.line));
    }
}

/// The passage with this anchor and line; nothing for a definition in a footnote, which may be
/// read at any time.
fn definition(act: &Act<'_>, anchor: &str, line: u32) -> Option<usize> {
    act.passages.iter().position(|passage| passage.anchor == anchor && passage.line == line)
}

/// Whether the passage at `heading` is a heading around the one at `inner`.
fn heads(act: &Act<'_>, heading: usize, inner: usize) -> bool {
    let kind = act.passages[heading].kind;
    let mut around = std::iter::successors(Some(inner), |index| act.passages[*index].parent);
    matches!(kind, PassageKind::Section(_) | PassageKind::Appendix(_))
        && around.any(|index| index == heading)
}
