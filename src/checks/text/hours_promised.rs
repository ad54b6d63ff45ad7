//! `hours-promised`: the act promises consultations by the timetable to parents or to staff, and
//! no session of the timetable is for them.

use std::ops::Range;

use super::Act;
use super::flow::{Flow, Token, tokens};
use super::timetable_promised::promises;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::audience::Group;

/// Words for those who are consulted. Staff also give consultations, hence the cases in which
/// they receive them: «помощь сотрудникам», «консультации для педагогов».
const WORDS: [(Group, &[&str]); 2] = [
    (Group::Parents, &["родители", "родителей", "родителям", "родителями"]),
    (
        Group::Staff,
        &[
            "сотрудникам",
            "сотрудников",
            "работникам",
            "работников",
            "педагогам",
            "педагогов",
            "учителям",
            "учителей",
        ],
    ),
];

/// Words before a group that is not consulted («из числа учителей», «один из педагогов»).
const OF: [&str; 4] = ["числа", "из", "среди", "силами"];

/// Stems by which the sentence before the one with the timetable is about consultations too.
const HELP: [&str; 2] = ["консульт", "помощ"];

/// A group is reported once, where it is first promised hours.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let sessions = act.school.timetables.iter().flat_map(|t| &t.sessions);
    let given: Vec<_> = sessions.map(|session| session.details.audience).collect();
    if given.is_empty() {
        return;
    }
    for (group, words) in WORDS {
        if given.iter().any(|audience| audience.contains(group)) {
            continue;
        }
        let promise = act.flows.iter().find_map(|flow| Some((flow, promise(flow, words)?)));
        if let Some((flow, range)) = promise {
            let place = act.flow_place(flow, &flow.words[range]);
            found.push(Diagnostic::warning("hours-promised", place).with("group", group.id()));
        }
    }
}

/// One of `words` in a sentence that speaks of the timetable of consultations, or in the one
/// before if that is about consultations.
fn promise(flow: &Flow, words: &[&str]) -> Option<Range<usize>> {
    let promised = promises(flow);
    if promised.is_empty() {
        return None;
    }
    let sentences = flow.sentences();
    let about = |index: usize| {
        let sentence = &sentences[index];
        let next = sentences.get(index + 1);
        let next = next.is_some_and(|next| promised.iter().any(|at| next.contains(at)));
        let help = || HELP.iter().any(|stem| flow.folded[sentence.clone()].contains(stem));
        promised.iter().any(|at| sentence.contains(at)) || (next && help())
    };
    let tokens = tokens(&flow.folded);
    let meant = |index: &usize| {
        let before = index.checked_sub(1).map_or("", |index| tokens[index].text);
        words.contains(&tokens[*index].text) && !OF.contains(&before)
    };
    let within = |token: &Token<'_>| {
        let at = sentences.iter().position(|sentence| sentence.contains(&token.start));
        at.is_some_and(&about)
    };
    let mut hits = (0..tokens.len()).filter(meant).map(|index| tokens[index]);
    hits.find(within).map(|token| token.start..token.end())
}
