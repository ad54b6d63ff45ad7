//! `number-duplicate`: the same number twice in one sequence.

use super::Act;
use super::numbering::{Break, faults};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each number that repeats one before it.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for fault in faults(act).into_iter().filter(|fault| fault.kind == Break::Duplicate) {
        let place = act.written.place(fault.line, &fault.literal);
        let empty = if fault.other_empty { "yes" } else { "no" };
        let finding = Diagnostic::warning("number-duplicate", place).with("number", fault.literal);
        found.push(finding.with("line", fault.other_line).with("empty", empty));
    }
}
