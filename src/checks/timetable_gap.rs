//! `timetable-gap`: school days between two timetables on which none is valid.

use super::Subject;
use super::schooldays::days;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// A gap that lies wholly in breaks and days off is none.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let timetables = &subject.school.timetables;
    for (index, later) in timetables.iter().enumerate() {
        let Some(end) = timetables[..index].iter().map(|t| t.to).max() else { continue };
        let between = days(end, later.from).filter(|day| end < *day && *day < later.from);
        let lost: Vec<_> = between.filter(|day| subject.is_schoolday(*day)).collect();
        let [first, ..] = lost.as_slice() else { continue };
        let gap = Diagnostic::warning("timetable-gap", later.place.clone());
        let gap = gap.with("end", end.to_string()).with("from", later.from.to_string());
        found.push(gap.with("count", lost.len()).with("first", first.to_string()));
    }
}
