//! `timetable-overlap`: two timetables of a school are valid on the same days.

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// A timetable is compared with the one before it that lasts longest.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let timetables = &subject.school.timetables;
    for (index, later) in timetables.iter().enumerate() {
        let Some(earlier) = timetables[..index].iter().max_by_key(|t| t.to) else { continue };
        if later.from > earlier.to {
            continue;
        }
        let both = Diagnostic::error("timetable-overlap", later.place.clone());
        let both = both.with("path", &*earlier.place.path).with("line", earlier.place.line);
        let both = both.with("from", later.from.to_string());
        found.push(both.with("to", earlier.to.min(later.to).to_string()));
    }
}
