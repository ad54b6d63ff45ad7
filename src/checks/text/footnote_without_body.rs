//! `footnote-without-body`: a mark to which there is no footnote.

use super::Act;
use super::footnotes::Footnotes;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports the first mark of each number without a body.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for mark in Footnotes::of(act).marks_alone() {
        let place = act.written.place(mark.line, &mark.words);
        let finding = Diagnostic::warning("footnote-without-body", place);
        let finding = finding.with("number", mark.label.as_str());
        found.push(finding.with("plain", if mark.plain { "yes" } else { "no" }));
    }
}
