//! `number-skipped`: numbers that are missing in a sequence or before its beginning.

use super::Act;
use super::numbering::{Break, faults};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each number before which others are missing.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for fault in faults(act).into_iter().filter(|fault| fault.kind == Break::Skipped) {
        let place = act.written.place(fault.line, &fault.literal);
        let missing = match fault.missing.as_slice() {
            [first, .., last] if fault.missing.len() > 2 => format!("{first}–{last}"),
            missing => missing.join(", "),
        };
        let several = if fault.missing.len() > 1 { "yes" } else { "no" };
        let finding = Diagnostic::warning("number-skipped", place).with("number", fault.literal);
        let previous = fault.other.unwrap_or_else(|| "none".to_owned());
        let finding = finding.with("previous", previous).with("missing", missing);
        found.push(finding.with("several", several));
    }
}
