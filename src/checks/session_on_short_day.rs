//! `session-on-short-day`: a consultation in the last hour of the building on a day before a
//! holiday, when work ends an hour earlier.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::model::timetable::Channel;

/// A session is noted once, with the first date; one that does not fit into the hours of a whole
/// day is left to `session-outside-hours`.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(hours) = subject.school.hours else { return };
    let mut seen = BTreeSet::new();
    let held = subject.occurrences.iter().filter(|o| o.takes_place());
    for held in held.filter(|o| o.details.channel == Channel::InPerson) {
        let Some(open) = hours.on(held.date.weekday()) else { continue };
        let end = held.time.end;
        let late = end <= open.end && end.minutes() + 60 > open.end.minutes();
        let short = late && subject.calendar.is_short(held.date, subject.school.week);
        if !short || !seen.insert((held.timetable.position, held.details.id.as_str())) {
            continue;
        }
        let place = held.details.place.clone();
        let late = Diagnostic::warning("session-on-short-day", place);
        let late = Diagnostic { severity: Severity::Note, ..late };
        let late = late.with("session", held.details.id.as_str());
        let late = late.with("date", held.date.to_string());
        found.push(late.with("time", held.time.to_string()));
    }
}
