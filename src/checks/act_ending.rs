//! `act-ending`: the term of an act ends soon or has ended, and no other edition is approved.

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::regulation::Regulation;
use crate::model::status::{Validity, status};

/// Only the latest edition can be revised.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for regulation in &subject.school.regulations {
        found.extend(finding(subject, regulation));
    }
}

fn finding(subject: &Subject<'_>, regulation: &Regulation) -> Option<Diagnostic> {
    let (index, edition) = regulation.editions.iter().enumerate().next_back()?;
    let status = status(subject.school, regulation, index, subject.today, subject.calendar);
    let (ended, last, left) = match status.validity {
        Validity::ToRevise { last, left } => ("no", last, left),
        Validity::Expired(last) => ("yes", last, 0),
        _ => return None,
    };
    let ending = Diagnostic::warning("act-ending", edition.place.clone());
    Some(ending.with("ended", ended).with("days", left).with("last", last.to_string()))
}
