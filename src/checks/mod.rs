//! Stage 2½, judge: what is understood may still be wrong.
//!
//! Each rule is one file with one function; [`run`] calls them all for one school.

mod overlap;
mod text;

use crate::diagnostics::Diagnostics;
use crate::model::occurrence::Occurrence;
use crate::model::school::School;

/// The findings of all rules for one school.
#[must_use]
pub fn run(school: &School, occurrences: &[Occurrence<'_>]) -> Diagnostics {
    let mut found = Diagnostics::default();
    overlap::check(occurrences, &mut found);
    text::check(school, &mut found);
    found
}
