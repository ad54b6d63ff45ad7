//! `bracket-unbalanced`: a bracket that is opened and not closed, or closed and not opened.

use super::pairs::{Flaw, Open, Role, excerpt, faults};
use super::{Act, tail};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each bracket without its partner.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for fault in faults(act, bracket) {
        let passage = &act.passages[fault.passage];
        let words = excerpt(&passage.words, &fault);
        let place = act.place(passage, &words);
        let what = if fault.flaw == Flaw::Unopened { "unopened" } else { "unclosed" };
        let finding = Diagnostic::warning("bracket-unbalanced", place).with("what", what);
        found.push(finding.with("words", words).with("sign", fault.sign.to_string()));
    }
}

/// What the bracket at `at` does.
fn bracket(text: &str, at: usize, open: &[Open]) -> Option<Role> {
    let sign = text[at..].chars().next()?;
    let before = &text[..at];
    let after = &text[at + sign.len_utf8()..];
    match sign {
        '(' if is_eyes(before) && !after.starts_with(char::is_alphanumeric) => None,
        '(' => Some(Role::Opens(')')),
        '[' => Some(Role::Opens(']')),
        '{' => Some(Role::Opens('}')),
        ')' if is_eyes(before) && open.is_empty() => None,
        ')' if is_list_mark(before) => Some(Role::MayClose(')')),
        ')' | ']' | '}' => Some(Role::Closes(sign)),
        _ => None,
    }
}

/// Whether `before` ends as a smiley does before its mouth.
fn is_eyes(before: &str) -> bool {
    before.strip_suffix('-').unwrap_or(before).ends_with([':', ';'])
}

/// Whether `before` ends with a number or a letter that stands alone: `1)`, `5.2)`, `а)`.
fn is_list_mark(before: &str) -> bool {
    let token = tail(before, 10).rsplit(|c: char| c.is_whitespace() || ",;:«".contains(c)).next();
    let token = token.unwrap_or_default();
    let number = token.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let letter = token.chars().count() == 1 && token.chars().all(char::is_alphabetic);
    let roman = super::numbers::roman_value(&token.to_uppercase()).is_some();
    !token.is_empty() && token.len() <= 8 && (number || letter || roman)
}
