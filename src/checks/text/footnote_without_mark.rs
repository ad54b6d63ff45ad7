//! `footnote-without-mark`: a footnote to which nothing in the text refers.

use super::Act;
use super::footnotes::Footnotes;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each body without a mark.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for body in Footnotes::of(act).bodies_alone() {
        let place = act.written.place(body.line, &body.words);
        let finding = Diagnostic::warning("footnote-without-mark", place);
        found.push(finding.with("number", body.label.as_str()));
    }
}
