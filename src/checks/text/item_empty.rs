//! `item-empty`: a mark of a list without words behind it.
//!
//! Where the next item has the same number, `number-duplicate` tells of both.

use super::Act;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::passages::PassageKind;

/// Reports each item that has neither words nor anything within.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for (index, item) in act.passages.iter().enumerate() {
        let next = act.passages.get(index + 1);
        let holds = next.is_some_and(|next| next.parent == Some(index));
        let repeated = item.number.is_some() && next.is_some_and(|next| next.number == item.number);
        if item.kind == PassageKind::Item && item.words.trim().is_empty() && !holds && !repeated {
            let number = item.number.unwrap_or("none");
            let place = act.place(item, item.number.unwrap_or_default());
            found.push(Diagnostic::warning("item-empty", place).with("number", number));
        }
    }
}
