//! `person-overlap`, `room-overlap`: somebody or some room is needed twice at once.
//!
//! What counts is who gives the instance and where it takes place: a move, a substitute or an
//! extra consultation may be the reason, also one of the timetable before or after.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::occurrence::Occurrence;
use crate::model::timetable::Channel;

/// Compares the instances of each day; a pair of sessions is reported once, with its first date.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let held: Vec<_> = subject.occurrences.iter().filter(|o| o.takes_place()).collect();
    let mut seen = BTreeSet::new();
    for day in held.chunk_by(|a, b| a.date == b.date) {
        for (index, later) in day.iter().enumerate() {
            for earlier in &day[..index] {
                let pair = (earlier.details.id.as_str(), later.details.id.as_str());
                if let Some(id) = clash(earlier, later).filter(|_| seen.insert(pair)) {
                    found.push(finding(id, earlier, later));
                }
            }
        }
    }
}

/// What the two instances both need at the same time.
fn clash(a: &Occurrence<'_>, b: &Occurrence<'_>) -> Option<&'static str> {
    let in_person = |o: &Occurrence<'_>| o.details.channel == Channel::InPerson;
    if !a.time.overlaps(b.time) || are_of_rivals(a, b) {
        None
    } else if is_same_person(a, b) {
        Some("person-overlap")
    } else if a.room.is_some() && a.room == b.room && in_person(a) && in_person(b) {
        Some("room-overlap")
    } else {
        None
    }
}

/// Two timetables for the same days are one mistake, `timetable-overlap`, not one a session.
fn are_of_rivals(a: &Occurrence<'_>, b: &Occurrence<'_>) -> bool {
    let (a, b) = (a.timetable, b.timetable);
    a.position != b.position && a.from <= b.to && b.from <= a.to
}

/// The id is unique within a timetable; the next timetable may give somebody another one.
fn is_same_person(a: &Occurrence<'_>, b: &Occurrence<'_>) -> bool {
    let elsewhere = a.timetable.position != b.timetable.position;
    a.person.id == b.person.id || (elsewhere && a.person.name == b.person.name)
}

fn finding(id: &'static str, earlier: &Occurrence<'_>, later: &Occurrence<'_>) -> Diagnostic {
    let (place, other) = (&later.details.place, &earlier.details.place);
    Diagnostic::error(id, place.clone())
        .with("path", if place.path == other.path { "same" } else { &*other.path })
        .with("line", other.line)
        .with("session", later.details.id.as_str())
        .with("other", earlier.details.id.as_str())
        .with("date", later.date.to_string())
        .with("time", later.time.to_string())
        .with("person", later.person.name.as_str())
        .with("room", later.room.unwrap_or_default())
}
