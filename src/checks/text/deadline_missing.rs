//! `deadline-missing`: a term without its number, or one that nobody can measure.

use std::ops::Range;

use super::Act;
use super::flow::{Flow, Token, tokens};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Terms that nobody can measure.
const VAGUE: [&str; 12] = [
    "минимально возможный срок",
    "минимально возможного срока",
    "минимально возможные сроки",
    "кратчайший срок",
    "кратчайшие сроки",
    "кратчайшего срока",
    "возможно короткий срок",
    "возможно короткие сроки",
    "ближайшее время",
    "как можно скорее",
    "как можно быстрее",
    "при первой возможности",
];

/// Stems of which each of [`VAGUE`] has one.
const STEMS: [&str; 4] = ["возможн", "кратчайш", "ближайш", "как можно"];

/// Words that set a limit behind a vague term («в кратчайший срок, но не позднее 3 дней»).
const LIMITS: [&str; 5] = ["не позднее", "не более", "не дольше", "в течение", "в пределах"];

/// Words behind which the number of days has to stand.
const BEFORE_NUMBER: [&str; 5] = ["течение", "позднее", "через", "более", "срок"];

/// Words behind «рабочих дней» with which it is no term («в течение рабочих дней недели»).
const AFTER_DAYS: [&str; 4] = ["недели", "месяца", "года", "каникул"];

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for flow in &act.flows {
        let words =
            if flow.folded.contains("дней") { tokens(&flow.folded) } else { Vec::new() };
        let numberless = (1..words.len()).filter_map(|index| numberless(flow, &words, index));
        let terms = numberless.map(|range| ("number", range));
        let terms = terms.chain(vague(flow).into_iter().map(|range| ("vague", range)));
        for (kind, range) in terms {
            let term = &flow.words[range];
            let missing = Diagnostic::warning("deadline-missing", act.flow_place(flow, term));
            found.push(missing.with("kind", kind).with("term", term));
        }
    }
}

/// «в течение рабочих дней», «не позднее ___ дней», seen from «дней».
fn numberless(flow: &Flow, words: &[Token<'_>], index: usize) -> Option<Range<usize>> {
    let named = matches!(words[index - 1].text, "рабочих" | "календарных");
    let first = if named { index - 1 } else { index };
    let before = words.get(first.checked_sub(1)?)?;
    let blank = flow.folded[before.end()..words[first].start].contains(['_', '…']);
    let unit = words[index].text == "дней" && (named || blank);
    let next = words.get(index + 1).map_or("", |token| token.text);
    let is_term = BEFORE_NUMBER.contains(&before.text) && !AFTER_DAYS.contains(&next);
    (unit && is_term).then(|| before.start..words[index].end())
}

/// The vague terms of a text to which no limit is set in the same sentence.
fn vague(flow: &Flow) -> Vec<Range<usize>> {
    if !STEMS.iter().any(|stem| flow.folded.contains(stem)) {
        return Vec::new();
    }
    let hits = VAGUE.iter().flat_map(|term| flow.folded.match_indices(term));
    let hits = hits.map(|(at, term)| at..at + term.len());
    let mut hits: Vec<_> = hits.filter(|hit| !is_limited(flow, hit)).collect();
    hits.sort_unstable_by_key(|hit| hit.start);
    hits
}

fn is_limited(flow: &Flow, hit: &Range<usize>) -> bool {
    let rest = &flow.folded[hit.end..flow.sentence(hit.start).end.max(hit.end)];
    LIMITS.iter().any(|limit| rest.contains(limit))
}
