//! `number-restarted`: sections or clauses that begin at 1 again where they ought to go on.
//!
//! A list that begins at 1 is a new list, and a part or an appendix has numbers of its own.

use super::Act;
use super::numbering::{Break, faults};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports the first number of each sequence that begins anew.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for fault in faults(act).into_iter().filter(|fault| fault.kind == Break::Restarted) {
        let place = act.written.place(fault.line, &fault.literal);
        let finding = Diagnostic::warning("number-restarted", place).with("number", fault.literal);
        found.push(finding.with("previous", fault.other.unwrap_or_default()));
    }
}
