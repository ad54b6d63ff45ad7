//! Dated lists of consultations: what comes from a day on.
//!
//! What is said of a session is the same on every date and on every page: it is written once
//! per school, and so is every row, see [`super::super::html::dates`].

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::super::html::dates::{self, Dated, Line, Words};
use super::{phrases, places, zones};
use crate::language::dates::{day_month, weekday_day_month};
use crate::language::names::with_initials;
use crate::model::audience::Group;
use crate::model::occurrence::{Occurrence, Outcome, Source};
use crate::model::timetable::{Details, Person, TimeRange};
use crate::outputs::SchoolContext;

/// Days from today on that are listed, today included.
pub const DAYS: i32 = 14;

/// Rows of a list at most.
const MOST_ROWS: usize = 100;

/// What a session is, on whichever date.
#[derive(Debug, Clone, Serialize)]
pub struct What<'a> {
    /// Groups it is for: names parted by spaces, for the script.
    pub groups: String,
    /// «15:00–15:45».
    pub time: String,
    /// «кабинет 214».
    pub place: String,
    /// «М. П. Иванова».
    pub person: String,
    /// «для родителей».
    pub audience: String,
    /// What it is about.
    pub topic: Option<&'a str>,
    /// How to make an appointment.
    pub booking: Option<&'a str>,
    /// Address of a video meeting.
    pub link: Option<&'a str>,
}

/// A day in the making: its begin as HTML, and its rows with whether they are left out.
#[derive(Debug, Clone)]
struct Day {
    begin: String,
    rows: Vec<(String, bool)>,
}

/// A session as cards and rows need it.
#[derive(Debug, Clone)]
struct Written {
    groups: String,
    time: String,
    line: String,
}

/// What comes from today on, written once for all pages of a school.
#[derive(Debug, Clone, Default)]
pub struct Coming {
    /// A [`What`] for each session of each timetable, in their order.
    pub sessions: Vec<Vec<Value>>,
    days: Vec<Day>,
}

impl Coming {
    /// Writes what comes in the next [`DAYS`].
    #[must_use]
    pub fn new(ctx: &SchoolContext<'_>) -> Self {
        let (mut sessions, mut lines) = (Vec::new(), Vec::new());
        for timetable in &ctx.school.timetables {
            let whats = timetable.sessions.iter().map(|session| {
                let details = &session.details;
                let person = timetable.people.get(details.person);
                what(ctx, person, details, details.room.as_deref(), session.time)
            });
            let whats: Vec<What<'_>> = whats.collect();
            lines.push(whats.iter().map(|what| written(ctx, what)).collect());
            sessions.push(whats.iter().map(Value::from_serializable).collect());
        }
        Self { sessions, days: days(ctx, &lines) }
    }

    /// All days as HTML, instances that are left out included; empty if there are none.
    #[must_use]
    pub fn all(&self) -> String {
        let mut out = String::with_capacity(512 * self.days.len());
        for day in &self.days {
            push_day(&mut out, day, |_| true);
        }
        out
    }

    /// The days with instances that are planned, in two parts: as many days as it takes for
    /// `nearest` of them, and those after up to `most`, whole days.
    #[must_use]
    pub fn planned(&self, nearest: usize, most: usize) -> (String, String) {
        let (mut near, mut later) = (String::new(), String::new());
        let mut count = 0;
        for day in &self.days {
            let rows = day.rows.iter().filter(|(_, skipped)| !skipped).count();
            if count >= most {
                break;
            }
            if rows > 0 {
                let out = if count < nearest { &mut near } else { &mut later };
                push_day(out, day, |skipped| !skipped);
            }
            count += rows;
        }
        (near, later)
    }
}

fn push_day(out: &mut String, day: &Day, listed: impl Fn(bool) -> bool) {
    out.push_str(&day.begin);
    for (row, skipped) in &day.rows {
        if listed(*skipped) {
            out.push_str(row);
        }
    }
    out.push_str(dates::DAY_END);
}

/// The days in the making; `lines` are those of the sessions of each timetable.
fn days(ctx: &SchoolContext<'_>, lines: &[Vec<Written>]) -> Vec<Day> {
    let last = last_day(ctx.today);
    let first = ctx.occurrences.partition_point(|o| o.date < ctx.today);
    let listed = ctx.occurrences[first..].iter().take_while(|o| o.date <= last);
    let mut days: Vec<Day> = Vec::new();
    let mut date = None;
    for occurrence in listed.take(MOST_ROWS) {
        if date != Some(occurrence.date) {
            date = Some(occurrence.date);
            let label = weekday_day_month(ctx.catalogue, occurrence.date);
            let begin = dates::day(&occurrence.date.to_string(), &label);
            days.push(Day { begin, rows: Vec::new() });
        }
        if let Some(day) = days.last_mut() {
            let skipped = matches!(occurrence.outcome, Outcome::Skipped(_));
            day.rows.push((row(ctx, lines, occurrence), skipped));
        }
    }
    days
}

/// A row as HTML; that of a session as planned uses what was written of it before.
fn row(ctx: &SchoolContext<'_>, lines: &[Vec<Written>], occurrence: &Occurrence<'_>) -> String {
    let (state, note) = state(ctx, occurrence);
    let as_planned = match occurrence.source {
        Source::Session(index) if !matches!(state, "moved" | "substituted") => {
            lines.get(occurrence.timetable.position).and_then(|lines| lines.get(index))
        }
        _ => None,
    };
    let changed;
    let line = if let Some(line) = as_planned {
        line
    } else {
        let (details, room) = (occurrence.details, occurrence.room);
        let person = Some(occurrence.person);
        changed = written(ctx, &what(ctx, person, details, room, occurrence.time));
        &changed
    };
    let instant = |time| zones::moment(occurrence.date, time, &ctx.school.zone.rules).to_string();
    let open = occurrence
        .takes_place()
        .then(|| (instant(occurrence.time.start), instant(occurrence.time.end)));
    let open = open.as_ref().map(|(start, end)| (&**start, &**end, &*line.groups));
    let dated = Dated { state, open, time: &line.time, note: note.as_deref() };
    dates::row(dated, &line.line)
}

fn written(ctx: &SchoolContext<'_>, what: &What<'_>) -> Written {
    let words = Words {
        held_by: ctx.catalogue.text("site-held-by"),
        booking: ctx.catalogue.text("site-booking"),
        link: ctx.catalogue.text("site-video-link"),
    };
    let line = Line {
        place: &what.place,
        person: &what.person,
        audience: &what.audience,
        topic: what.topic,
        booking: what.booking,
        link: what.link,
    };
    let line = dates::line(line, words);
    Written { groups: what.groups.clone(), time: what.time.clone(), line }
}

/// The last day that is listed.
#[must_use]
pub fn last_day(today: Date) -> Date {
    today.checked_add(Span::new().days(DAYS - 1)).unwrap_or(Date::MAX)
}

/// What is to be said of a session in `room` at `time`.
fn what<'a>(
    ctx: &SchoolContext<'_>,
    person: Option<&Person>,
    details: &'a Details,
    room: Option<&str>,
    time: TimeRange,
) -> What<'a> {
    let catalogue = ctx.catalogue;
    let place = |person| places::place(catalogue, details, room, person);
    What {
        groups: details.audience.groups().map(Group::id).collect::<Vec<_>>().join(" "),
        time: time.to_string(),
        place: person.map(place).unwrap_or_default(),
        person: person.map(|p| with_initials(&p.name)).unwrap_or_default(),
        audience: phrases::audience(catalogue, details.audience),
        topic: details.topic.as_deref(),
        booking: details.booking.as_deref(),
        link: details.link.as_deref(),
    }
}

fn state(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>) -> (&'static str, Option<String>) {
    let catalogue = ctx.catalogue;
    let with_reason = |words: &str, reason: Option<&str>| match reason {
        Some(reason) => format!("{words}: {reason}"),
        None => words.to_owned(),
    };
    match occurrence.outcome {
        Outcome::Held => ("held", None),
        Outcome::Moved(reason) => {
            ("moved", Some(with_reason(&moved_from(ctx, occurrence), reason)))
        }
        Outcome::Substituted(reason) => {
            ("substituted", Some(with_reason(catalogue.text("site-substituted"), reason)))
        }
        Outcome::Cancelled(reason) => {
            ("cancelled", Some(with_reason(catalogue.text("site-cancelled"), reason)))
        }
        Outcome::Skipped(skip) => {
            let reason = phrases::skip(catalogue, skip);
            ("skipped", Some(with_reason(catalogue.text("site-not-held"), Some(&reason))))
        }
    }
}

/// «перенос с 25 ноября», or that time or room differ from the timetable's.
fn moved_from(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>) -> String {
    let catalogue = ctx.catalogue;
    if occurrence.planned == occurrence.date {
        return catalogue.text("site-changed").to_owned();
    }
    let words = catalogue.text("site-moved-from");
    format!("{words}\u{a0}{}", day_month(catalogue, occurrence.planned))
}
