//! `number-misplaced`: a number in a section that is not its own, or behind a greater one.

use super::Act;
use super::numbering::{Break, faults};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each number that stands where it does not belong.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for fault in faults(act).into_iter().filter(|fault| fault.kind == Break::Misplaced) {
        let place = act.written.place(fault.line, &fault.literal);
        let other = fault.other.unwrap_or_default();
        let section = if fault.in_section { other.trim_end_matches(['.', ')']) } else { "none" };
        let finding = Diagnostic::warning("number-misplaced", place).with("number", fault.literal);
        found.push(finding.with("section", section).with("previous", other.as_str()));
    }
}
