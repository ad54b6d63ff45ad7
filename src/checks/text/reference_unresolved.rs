//! `reference-unresolved`: a reference to a place that the act does not have.

use super::Act;
use super::uses::uses;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::annotation::{fold, normal};
use crate::model::passages::PassageKind;
use crate::model::text::Inline;

/// A number as its parts, for comparing.
type Parts = Vec<u32>;

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for mark in uses(act) {
        if let Inline::Reference { target: None, text } = mark.inline {
            let lost = Diagnostic::warning("reference-unresolved", mark.place(act));
            found.push(lost.with("words", text.as_str()).near(near(act, text)));
        }
    }
}

/// The existing numbers next to the one that `words` name, «5.1, 5.3».
fn near(act: &Act<'_>, words: &str) -> Option<String> {
    let numbers: Vec<String> = words
        .split_whitespace()
        .filter(|w| w.contains(|c: char| c.is_ascii_digit()))
        .map(normal)
        .collect();
    let (wanted, existing) = match numbers.as_slice() {
        [item, .., outer] if items(act, outer).is_some() => (item, items(act, outer)?),
        [.., last] => (last, of_kind(act, words, last)),
        [] => return None,
    };
    let wanted = parts(wanted)?;
    let mut existing: Vec<(Parts, String)> =
        existing.into_iter().filter_map(|number| Some((parts(&number)?, number))).collect();
    existing.sort();
    existing.dedup();
    let at = existing.partition_point(|(number, _)| *number < wanted);
    let next = &existing[at.saturating_sub(1)..existing.len().min(at + 1)];
    let next: Vec<_> = next.iter().map(|(_, number)| number.as_str()).collect();
    (!next.is_empty()).then(|| next.join(", "))
}

/// Numbers of the items of the clause or section with this number, if it is there.
fn items(act: &Act<'_>, outer: &str) -> Option<Vec<String>> {
    let is = |kind| matches!(kind, PassageKind::Clause | PassageKind::Section(_));
    let index = act.passages.iter().position(|p| is(p.kind) && number(p.number) == outer)?;
    let inner =
        act.passages.iter().filter(|p| p.parent == Some(index) && p.kind == PassageKind::Item);
    Some(inner.map(|passage| number(passage.number)).collect())
}

/// Numbers of what `words` speak of: a clause if `wanted` has two parts or more, else a section.
fn of_kind(act: &Act<'_>, words: &str, wanted: &str) -> Vec<String> {
    let initials: String = words.chars().take(4).map(fold).collect();
    let fits = |kind| match initials.as_str() {
        "прил" => matches!(kind, PassageKind::Appendix(_)),
        "табл" => kind == PassageKind::Table,
        "снос" => kind == PassageKind::Footnote,
        _ if wanted.contains('.') => kind == PassageKind::Clause,
        _ => matches!(kind, PassageKind::Section(_)),
    };
    let passages = act.passages.iter().filter(|passage| fits(passage.kind));
    passages.map(|passage| number(passage.number)).collect()
}

/// The number without what is around it: the last word of «Приложение № 2».
fn number(written: Option<&str>) -> String {
    normal(written.and_then(|number| number.split([' ', '№']).next_back()).unwrap_or_default())
}

fn parts(number: &str) -> Option<Parts> {
    number.split('.').map(|part| part.parse().ok()).collect()
}
