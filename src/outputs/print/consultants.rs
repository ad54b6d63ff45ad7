//! Consultants as the contacts poster names them.

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::hours::weekdays;
use super::remarks;
use crate::model::timetable::{Pattern, Person, Session, TimeRange, Timetable};
use crate::outputs::context::SchoolContext;

/// Most consultants whose hours are printed; for more, the timetable is the place to look.
pub(super) const WITH_HOURS: usize = 4;

/// Most sessions that are printed with a consultant.
const TIMES: usize = 3;

/// Most rooms that are printed with a consultant.
const ROOMS: usize = 2;

/// A consultant of the school.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Consultant<'a> {
    name: String,
    post: &'a str,
    /// Rooms, if they are few and not said with the hours.
    rooms: Option<String>,
    times: Vec<Time>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
}

/// Days of the week and hours, or words instead of them; the room where there are several.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Time {
    days: String,
    hours: String,
    room: Option<String>,
}

/// Consultants who have a session from `since` on or give a way to reach them, in source order.
pub(super) fn consultants<'a>(
    ctx: &SchoolContext<'_>,
    timetable: &'a Timetable,
    since: Date,
) -> Vec<Consultant<'a>> {
    let people = timetable.people.iter().enumerate();
    let people = people.map(|(index, person)| (person, sessions_of(timetable, index, since)));
    let people = people.filter(|(person, sessions)| {
        !sessions.is_empty() || person.phone.is_some() || person.email.is_some()
    });
    let people: Vec<(&Person, Vec<&Session>)> = people.collect();
    let with_hours = people.len() <= WITH_HOURS;
    let consultants = people.iter();
    consultants.map(|(person, sessions)| consultant(ctx, person, sessions, with_hours)).collect()
}

/// Sessions of the person at `index` that are not over by `since`, by weekday and time.
fn sessions_of(timetable: &Timetable, index: usize, since: Date) -> Vec<&Session> {
    let sessions = timetable.sessions.iter();
    let own = sessions.filter(|s| s.details.person == index && s.to >= since);
    let mut own: Vec<&Session> = own.collect();
    own.sort_by_key(|session| in_week(session));
    own
}

/// Where a session stands in the week; chosen dates come last.
fn in_week(session: &Session) -> (i8, TimeRange) {
    let (Pattern::Weekly { days, .. } | Pattern::Monthly { days, .. }) = &session.pattern else {
        return (i8::MAX, session.time);
    };
    let first = days.iter().copied().map(Weekday::to_monday_zero_offset).min();
    (first.unwrap_or(i8::MAX), session.time)
}

fn consultant<'a>(
    ctx: &SchoolContext<'_>,
    person: &'a Person,
    sessions: &[&Session],
    with_hours: bool,
) -> Consultant<'a> {
    let rooms = rooms(ctx, sessions);
    let several = rooms.len() > 1 && with_hours;
    let named = !several && (1..=ROOMS).contains(&rooms.len());
    Consultant {
        name: remarks::person(person),
        post: &person.post,
        rooms: named.then(|| rooms.join(", ")),
        times: if with_hours { times(ctx, sessions, several) } else { Vec::new() },
        phone: person.phone.as_deref(),
        email: person.email.as_deref(),
    }
}

/// The rooms of these sessions, each once.
fn rooms(ctx: &SchoolContext<'_>, sessions: &[&Session]) -> Vec<String> {
    let mut rooms = Vec::new();
    for room in sessions.iter().filter_map(|session| session.details.room.as_deref()) {
        let room = remarks::room(ctx.catalogue, room);
        if !rooms.contains(&room) {
            rooms.push(room);
        }
    }
    rooms
}

/// «вт, чт 14:30–15:15» for each session, or words that point to the timetable.
fn times(ctx: &SchoolContext<'_>, sessions: &[&Session], with_rooms: bool) -> Vec<Time> {
    let plain = sessions.iter().filter_map(|session| match &session.pattern {
        Pattern::Weekly { days, interval: 1, .. } => {
            let room = session.details.room.as_deref().filter(|_| with_rooms);
            Some(Time {
                days: weekdays(ctx.catalogue, days),
                hours: session.time.to_string(),
                room: room.map(|room| remarks::room(ctx.catalogue, room)),
            })
        }
        _ => None,
    });
    let mut times: Vec<Time> = plain.take(TIMES + 1).collect();
    if times.len() > TIMES {
        times.clear();
    }
    if times.len() < sessions.len() {
        let key = if times.is_empty() { "poster-by-timetable" } else { "poster-and-by-timetable" };
        let days = ctx.catalogue.text(key).to_owned();
        times.push(Time { days, hours: String::new(), room: None });
    }
    times
}
