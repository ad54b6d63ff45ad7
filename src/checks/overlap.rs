//! `person-overlap`, `room-overlap`: somebody or some room is needed twice at once.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::occurrence::Occurrence;
use crate::model::school::School;
use crate::model::timetable::{Channel, Timetable};

/// Compares the instances of each day; a pair of sessions is reported once, with its first date.
pub(super) fn check(school: &School, occurrences: &[Occurrence<'_>], found: &mut Diagnostics) {
    let Some(timetable) = &school.timetable else { return };
    let held: Vec<_> = occurrences.iter().filter(|o| o.takes_place()).collect();
    let mut seen = BTreeSet::new();
    for day in held.chunk_by(|a, b| a.date == b.date) {
        for (index, later) in day.iter().enumerate() {
            for earlier in &day[..index] {
                let pair = (earlier.details.id.as_str(), later.details.id.as_str());
                if let Some(id) = clash(earlier, later).filter(|_| seen.insert(pair)) {
                    found.push(finding(id, timetable, earlier, later));
                }
            }
        }
    }
}

/// What the two instances both need at the same time.
fn clash(a: &Occurrence<'_>, b: &Occurrence<'_>) -> Option<&'static str> {
    let in_person = |o: &Occurrence<'_>| o.details.channel == Channel::InPerson;
    if !a.time.overlaps(b.time) {
        None
    } else if a.details.person == b.details.person {
        Some("person-overlap")
    } else if a.room.is_some() && a.room == b.room && in_person(a) && in_person(b) {
        Some("room-overlap")
    } else {
        None
    }
}

fn finding(
    id: &'static str,
    timetable: &Timetable,
    earlier: &Occurrence<'_>,
    later: &Occurrence<'_>,
) -> Diagnostic {
    let person = &timetable.people[later.details.person].name;
    Diagnostic::error(id, later.details.place.clone())
        .with("session", later.details.id.as_str())
        .with("other", earlier.details.id.as_str())
        .with("line", earlier.details.place.line)
        .with("date", later.date.to_string())
        .with("time", later.time.to_string())
        .with("person", person.as_str())
        .with("room", later.room.unwrap_or_default())
}
