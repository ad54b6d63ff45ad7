//! `protected-missing`: a section that the school may not alter is not there.
//!
//! Asked of acts that speak of the support desk («служба поддержки»), unless another act of the
//! school has the section.

use super::Act;
use super::flow::Flow;
use super::protected::sections;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let Some((flow, words)) = act.flows.iter().find_map(|flow| Some((flow, desk(flow)?))) else {
        return;
    };
    let missing = sections(act).into_iter().filter(|(_, index)| index.is_none());
    for (section, _) in missing.filter(|(section, _)| !stands_elsewhere(act, &section.title)) {
        let place = act.flow_place(flow, words);
        let missing = Diagnostic::warning("protected-missing", place);
        found.push(missing.with("title", section.title.as_str()));
    }
}

/// The words with which a text speaks of the support desk.
fn desk(flow: &Flow) -> Option<&str> {
    let start = flow.folded.match_indices("служб").find_map(|(at, _)| {
        let rest = &flow.folded[at..];
        let mut next = rest.split_whitespace().skip(1).take(2);
        next.any(|word| word.starts_with("поддержк")).then_some(at)
    })?;
    let length = flow.folded[start..].find("поддержк")? + "поддержки".len();
    flow.words.get(start..start + length)
}

/// Whether the latest edition of another regulation has a section with this title.
fn stands_elsewhere(act: &Act<'_>, title: &str) -> bool {
    let latest = act.school.regulations.iter().filter_map(|regulation| regulation.latest());
    let others = latest.filter(|edition| !std::ptr::eq(&raw const edition.text, act.text));
    others.into_iter().any(|edition| {
        let other = Act::new(act.school, &edition.text, &edition.written);
        sections(&other).iter().any(|(section, index)| section.title == title && index.is_some())
    })
}
