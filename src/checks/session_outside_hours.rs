//! `session-outside-hours`: a consultation in person while the building is closed.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::timetable::Channel;

/// A session is reported once, with the first date. Without `hours` there is nothing to say.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(hours) = subject.school.hours else { return };
    let mut seen = BTreeSet::new();
    let in_person = |channel| channel == Channel::InPerson;
    let held = subject.occurrences.iter().filter(|o| o.takes_place());
    for held in held.filter(|o| in_person(o.details.channel)) {
        let open = hours.on(held.date.weekday());
        let inside = open.is_some_and(|o| o.start <= held.time.start && held.time.end <= o.end);
        if inside || !seen.insert((held.timetable.position, held.details.id.as_str())) {
            continue;
        }
        let outside = Diagnostic::warning("session-outside-hours", held.details.place.clone());
        let outside = outside.with("session", held.details.id.as_str());
        let outside = outside.with("date", held.date.to_string());
        let outside = outside.with("time", held.time.to_string());
        let open = open.map_or_else(|| "closed".to_owned(), |open| open.to_string());
        found.push(outside.with("open", open));
    }
}
