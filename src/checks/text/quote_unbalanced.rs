//! `quote-unbalanced`: a quotation mark without its partner.

use super::Act;
use super::pairs::{Flaw, Open, Role, excerpt, faults};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each quotation mark that is at fault.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for fault in faults(act, quote).into_iter().filter(|fault| fault.flaw != Flaw::Nesting) {
        let passage = &act.passages[fault.passage];
        let words = excerpt(&passage.words, &fault);
        let place = act.place(passage, &words);
        let what = if fault.flaw == Flaw::Unopened { "unopened" } else { "unclosed" };
        let finding = Diagnostic::warning("quote-unbalanced", place).with("what", what);
        found.push(finding.with("words", words));
    }
}

/// What the quotation mark at `at` does.
pub(super) fn quote(text: &str, at: usize, open: &[Open]) -> Option<Role> {
    let sign = text[at..].chars().next()?;
    let is_open = |closing| open.iter().any(|open| open.closing == closing);
    match sign {
        '«' => Some(Role::Opens('»')),
        '»' => Some(Role::Closes('»')),
        '„' => Some(Role::Opens('“')),
        '“' if is_open('“') => Some(Role::Closes('“')),
        '“' => Some(Role::Opens('”')),
        '”' if is_open('“') && !is_open('”') => Some(Role::Closes('“')),
        '”' => Some(Role::Closes('”')),
        '"' => straight(&text[..at], &text[at + 1..], is_open('"')),
        _ => None,
    }
}

/// What a straight mark between these texts does. Behind a figure it means inches or seconds
/// unless a quotation is open.
fn straight(before: &str, after: &str, is_open: bool) -> Option<Role> {
    let free =
        before.chars().next_back().is_none_or(|c| c.is_whitespace() || "([{«„-–—".contains(c));
    let word = after.starts_with(|c: char| !c.is_whitespace() && !",.;:!?)".contains(c));
    if free && word && !(is_open && before.ends_with(['-', '–', '—'])) {
        return Some(Role::Opens('"'));
    }
    let inches = before.ends_with(|c: char| c.is_ascii_digit() || "'′\"".contains(c));
    match is_open {
        false if inches => None,
        false if after.starts_with(char::is_alphabetic) => Some(Role::Opens('"')),
        _ => Some(Role::Closes('"')),
    }
}
