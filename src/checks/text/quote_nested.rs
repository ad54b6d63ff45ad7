//! `quote-nested`: «…«…»…», a quotation within another with the same marks.
//!
//! Silent where one mark closes both, as in «Регламент ИС «Дневник.ру», and where the marks within
//! are „…“.

use super::Act;
use super::pairs::{Flaw, excerpt, faults};
use super::quote_unbalanced::quote;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Reports each quotation that holds another with the same marks.
pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let nesting = |fault: &super::pairs::Fault| fault.flaw == Flaw::Nesting && fault.sign == '«';
    for fault in faults(act, quote).into_iter().filter(nesting) {
        let passage = &act.passages[fault.passage];
        let words = excerpt(&passage.words, &fault);
        let finding = Diagnostic::warning("quote-nested", act.place(passage, &words));
        found.push(finding.with("words", words));
    }
}
