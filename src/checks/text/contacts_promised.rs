//! `contacts-promised`: the act promises contacts on the site or the stand, and there are none.

use std::ops::Range;

use super::Act;
use super::contacts::{Kind, of_school};
use super::flow::Flow;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Stems of verbs with which contacts are promised.
const GIVEN: [&str; 3] = ["размещ", "указыва", "публику"];

/// Where they are promised.
const WHERE: [&str; 2] = ["сайт", "стенд"];

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let own = of_school(act.school);
    let missing = |kind| !own.iter().any(|contact| contact.kind == kind);
    let missing = [Kind::Phone, Kind::Email].map(missing);
    let promises = act.flows.iter().find_map(|flow| {
        let mut sentences = flow.sentences().into_iter();
        Some((flow, sentences.find_map(|sentence| promise(flow, sentence, missing))?))
    });
    if let Some((flow, (words, missing))) = promises {
        let promised = Diagnostic::warning("contacts-promised", act.flow_place(flow, words));
        found.push(promised.with("missing", missing));
    }
}

/// The words of the promise in this sentence and what of it is not there: `phone`, `email` or
/// `both`; `missing` says whether the school has no phone and no e-mail address.
fn promise(
    flow: &Flow,
    sentence: Range<usize>,
    missing: [bool; 2],
) -> Option<(&str, &'static str)> {
    let start = sentence.start;
    let folded = &flow.folded[sentence];
    let has = |stems: &[&str]| stems.iter().any(|stem| folded.contains(stem));
    let phone = folded.contains("телефон");
    let email = has(&["электронной почт", "e-mail"]);
    let at = match folded.find("контактн") {
        Some(at) => at,
        None if phone && email => folded.find("телефон")?,
        None => return None,
    };
    let denied = has(&["не размещ", "не указыва", "не публику"]);
    // Contacts of the support desk are another matter.
    let others = folded.contains("служб") && folded.contains("поддержк");
    if denied || others || !has(&GIVEN) || !has(&WHERE) {
        return None;
    }
    let missing = match missing {
        [true, true] => "both",
        [true, false] if phone => "phone",
        [false, true] if email => "email",
        _ => return None,
    };
    let rest = &flow.words[start + at..];
    Some((&rest[..rest.find([' ', ',', ')']).unwrap_or(rest.len())], missing))
}
