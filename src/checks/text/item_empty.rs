//! `item-empty`: a mark of a list without words behind it.
//!
//! Where the next item has the same number, `number-duplicate` tells of both.

use super::{Act, MOST};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::passages::PassageKind;

/// Reports each item that has neither words nor anything within.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let empty = act.passages.iter().enumerate().filter(|(index, item)| {
        let next = act.passages.get(index + 1);
        let holds = next.is_some_and(|next| next.parent == Some(*index));
        let repeated = item.number.is_some() && next.is_some_and(|next| next.number == item.number);
        item.kind == PassageKind::Item && item.words.trim().is_empty() && !holds && !repeated
    });
    for (_, item) in empty.take(MOST) {
        let place = act.place(item, item.number.unwrap_or_default());
        let finding = Diagnostic::warning("item-empty", place);
        found.push(finding.with("number", item.number.unwrap_or("none")));
    }
}
