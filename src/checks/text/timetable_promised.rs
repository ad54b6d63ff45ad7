//! `timetable-promised`: the act speaks of a timetable of consultations, and there is none.

use super::Act;
use super::flow::Flow;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Stems of words that name a timetable.
const TIMETABLE: [&str; 2] = ["график", "расписани"];

/// What makes it one of consultations, in the same sentence.
const HELP: [&str; 5] = ["консульт", "помощ", "приемные часы", "часы приема", "приемных час"];

/// Stems of what other timetables are of.
const OTHER: [&str; 9] =
    ["работ", "отпуск", "контрольн", "урок", "занят", "учебн", "дежурств", "провер", "каникул"];

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    if !act.school.timetables.is_empty() {
        return;
    }
    let promise = act.flows.iter().find_map(|flow| Some((flow, promise(flow)?)));
    if let Some((flow, words)) = promise {
        found.push(Diagnostic::warning("timetable-promised", act.flow_place(flow, words)));
    }
}

/// The word with which the text speaks of a timetable of consultations.
fn promise(flow: &Flow) -> Option<&str> {
    promises(flow).first().map(|at| word_at(&flow.words, *at))
}

/// Where the text speaks of a timetable of consultations: bytes in its order.
pub(super) fn promises(flow: &Flow) -> Vec<usize> {
    let hits = TIMETABLE.iter().flat_map(|stem| flow.folded.match_indices(stem));
    let hits = hits.map(|(at, _)| at).filter(|at| is_of_consultations(flow, *at));
    let mut hits: Vec<_> = hits.collect();
    hits.sort_unstable();
    hits
}

fn is_of_consultations(flow: &Flow, at: usize) -> bool {
    let sentence = &flow.folded[flow.sentence(at)];
    let rest = &flow.folded[at..];
    let next = rest.split_whitespace().nth(1).unwrap_or_default();
    let before = flow.folded[..at].split_whitespace().next_back().unwrap_or_default();
    let begins = !flow.folded[..at].ends_with(char::is_alphanumeric);
    let other = |word: &str| OTHER.iter().any(|stem| word.starts_with(stem));
    begins && HELP.iter().any(|stem| sentence.contains(stem)) && !other(next) && !other(before)
}

/// The word that begins at byte `at`.
fn word_at(words: &str, at: usize) -> &str {
    let rest = &words[at..];
    &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
}
