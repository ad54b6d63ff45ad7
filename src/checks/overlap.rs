//! `person-overlap`, `room-overlap`: somebody or some room is needed twice at once.

use std::collections::BTreeSet;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::occurrence::Occurrence;
use crate::model::school::School;
use crate::model::timetable::Channel;

/// Compares the instances of each day; a pair of sessions is reported once, with its first date.
pub(super) fn check(school: &School, occurrences: &[Occurrence<'_>], found: &mut Diagnostics) {
    let Some(timetable) = &school.timetable else { return };
    let held: Vec<_> = occurrences.iter().filter(|o| o.takes_place()).collect();
    let mut seen = BTreeSet::new();
    for day in held.chunk_by(|a, b| a.date == b.date) {
        for (index, later) in day.iter().enumerate() {
            for earlier in day[..index].iter().filter(|e| e.time.overlaps(later.time)) {
                for id in clashes(earlier, later) {
                    let pair = (id, earlier.details.id.as_str(), later.details.id.as_str());
                    if !seen.insert(pair) {
                        continue;
                    }
                    let person = &timetable.people[later.details.person].name;
                    let clash = Diagnostic::error(id, later.details.place.clone());
                    let clash = clash.with("session", later.details.id.as_str());
                    let clash = clash.with("other", earlier.details.id.as_str());
                    let clash = clash.with("line", earlier.details.place.line);
                    let clash = clash.with("date", later.date.to_string());
                    let clash = clash.with("time", later.time.to_string());
                    let clash = clash.with("person", person.as_str());
                    found.push(clash.with("room", later.room.unwrap_or_default()));
                }
            }
        }
    }
}

/// What the two instances, which overlap in time, both need.
fn clashes(a: &Occurrence<'_>, b: &Occurrence<'_>) -> Vec<&'static str> {
    let mut ids = Vec::new();
    if a.details.person == b.details.person {
        ids.push("person-overlap");
    }
    let in_room = |o: &Occurrence<'_>| o.details.channel == Channel::InPerson;
    if a.room.is_some() && a.room == b.room && in_room(a) && in_room(b) && ids.is_empty() {
        ids.push("room-overlap");
    }
    ids
}
