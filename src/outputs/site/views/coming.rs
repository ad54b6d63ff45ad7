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
use crate::language::Arg;
use crate::language::dates::{day_month, weekday_day_month};
use crate::language::names::with_initials;
use crate::model::audience::Group;
use crate::model::occurrence::{Occurrence, Outcome, Skip, Source};
use crate::model::timetable::{Details, Person, TimeRange};
use crate::outputs::SchoolContext;

/// Days from today on that are listed, today included; more if nothing takes place in them.
const DAYS: i32 = 28;

/// Days of them that are seen at once.
const NEAR_DAYS: i32 = 14;

/// Rows of a list at most, and the rest of the last day.
const MOST_ROWS: usize = 150;

/// So many consultations of one person are listed, and what is left out between them.
const MOST_OF_ONE: usize = 10;

/// What a session is, on whichever date.
#[derive(Debug, Clone, Serialize)]
pub struct What<'a> {
    /// Groups it is for: names parted by spaces, for the script.
    pub groups: String,
    /// Identifier of who gives it, for the script.
    pub who: &'a str,
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
    date: Date,
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
#[derive(Debug, Clone)]
pub struct Coming {
    /// A [`What`] for each session of each timetable, in their order.
    pub sessions: Vec<Vec<Value>>,
    /// The last day up to which the list is complete.
    pub until: Date,
    lines: Vec<Vec<Written>>,
    days: Vec<Day>,
}

impl Coming {
    /// Writes what comes in the next four weeks, or up to the next consultation if it is later.
    #[must_use]
    pub fn new(ctx: &SchoolContext<'_>) -> Self {
        let (mut sessions, mut lines) = (Vec::new(), Vec::new());
        for timetable in &ctx.school.timetables {
            let whats = timetable.sessions.iter().filter_map(|session| {
                let details = &session.details;
                let person = timetable.people.get(details.person)?;
                Some(what(ctx, person, details, details.room.as_deref(), session.time))
            });
            let whats: Vec<What<'_>> = whats.collect();
            lines.push(whats.iter().map(|what| written(ctx, what)).collect());
            sessions.push(whats.iter().map(Value::from_serializable).collect());
        }
        let (listed, until) = listed(ctx);
        let days = days(ctx, &lines, &listed);
        Self { sessions, until, lines, days }
    }

    /// All days as HTML, instances that are left out included: those of the next two weeks, and
    /// later ones. The first part is empty only if there are none.
    #[must_use]
    pub fn all(&self, today: Date) -> (String, String) {
        let last = later(today, NEAR_DAYS - 1);
        let near = self.days.partition_point(|day| day.date <= last);
        let (near, later) = self.days.split_at(near);
        if near.is_empty() { (html(later), String::new()) } else { (html(near), html(later)) }
    }

    /// The next consultations of the person with this identifier as HTML, with what is left out
    /// between them.
    #[must_use]
    pub fn of(&self, ctx: &SchoolContext<'_>, person: &str) -> String {
        let own = from_today(ctx).iter().filter(|occurrence| concerns(occurrence, person));
        let mut listed = Vec::new();
        let mut count = 0;
        for occurrence in own.take(MOST_ROWS) {
            count += usize::from(occurrence.takes_place());
            listed.push(occurrence);
            if count == MOST_OF_ONE {
                break;
            }
        }
        html(&days(ctx, &self.lines, &listed))
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

/// Whether the person with this identifier gives or was to give the instance.
#[must_use]
pub fn concerns(occurrence: &Occurrence<'_>, person: &str) -> bool {
    occurrence.person.id == person || regular(occurrence).is_some_and(|p| p.id == person)
}

/// Who gives the session as a rule.
#[must_use]
pub fn regular<'a>(occurrence: &Occurrence<'a>) -> Option<&'a Person> {
    occurrence.timetable.people.get(occurrence.details.person)
}

/// Identifiers of who gives the instance and, if somebody else was to, of them, for the script.
#[must_use]
pub fn people(occurrence: &Occurrence<'_>) -> String {
    let own = &occurrence.person.id;
    match regular(occurrence).filter(|person| person.id != *own) {
        Some(person) => format!("{own} {}", person.id),
        None => own.clone(),
    }
}

fn html(days: &[Day]) -> String {
    let mut out = String::with_capacity(512 * days.len());
    for day in days {
        push_day(&mut out, day, |_| true);
    }
    out
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

fn from_today<'a>(ctx: &SchoolContext<'a>) -> &'a [Occurrence<'a>] {
    let first = ctx.occurrences.partition_point(|o| o.date < ctx.today);
    &ctx.occurrences[first..]
}

/// The instances to be listed, whole days, and the last day up to which that is all.
fn listed<'a>(ctx: &SchoolContext<'a>) -> (Vec<&'a Occurrence<'a>>, Date) {
    let mut until = later(ctx.today, DAYS - 1);
    let mut listed: Vec<&Occurrence<'_>> = Vec::new();
    let mut any = false;
    for day in from_today(ctx).chunk_by(|a, b| a.date == b.date) {
        let Some(date) = day.first().map(|first| first.date) else { continue };
        if date > until && any {
            break;
        }
        if listed.len() >= MOST_ROWS && any {
            until = date.yesterday().unwrap_or(date);
            break;
        }
        any |= day.iter().any(Occurrence::takes_place);
        until = until.max(date);
        listed.extend(day);
    }
    (listed, until)
}

fn later(today: Date, days: i32) -> Date {
    today.checked_add(Span::new().days(days)).unwrap_or(Date::MAX)
}

/// The days in the making; `lines` are those of the sessions of each timetable.
fn days(ctx: &SchoolContext<'_>, lines: &[Vec<Written>], listed: &[&Occurrence<'_>]) -> Vec<Day> {
    let days = listed.chunk_by(|a, b| a.date == b.date);
    days.filter_map(|occurrences| {
        let date = occurrences.first()?.date;
        let label = weekday_day_month(ctx.catalogue, date);
        let short = ctx.calendar.is_short(date, ctx.school.week);
        let note = short.then(|| ctx.catalogue.text("site-short-day"));
        let rows = match off(occurrences) {
            Some(skip) => {
                let words = ctx.catalogue.text("site-day-off");
                let reason = phrases::skip(ctx.catalogue, skip);
                vec![(dates::off(&format!("{words}: {reason}")), true)]
            }
            None => occurrences.iter().map(|occurrence| row(ctx, lines, occurrence)).collect(),
        };
        Some(Day { date, begin: dates::day(&date.to_string(), &label, note), rows })
    })
    .collect()
}

/// The reason for which all these instances are left out, if it is one.
fn off<'a>(occurrences: &[&Occurrence<'a>]) -> Option<Skip<'a>> {
    let reason = |occurrence: &Occurrence<'a>| match occurrence.outcome {
        Outcome::Skipped(skip) => Some(skip),
        _ => None,
    };
    let (first, others) = occurrences.split_first()?;
    let skip = reason(first)?;
    others.iter().all(|other| reason(other) == Some(skip)).then_some(skip)
}

/// A row as HTML, and whether it is of an instance that is left out; that of a session as
/// planned uses what was written of it before.
fn row(
    ctx: &SchoolContext<'_>,
    lines: &[Vec<Written>],
    occurrence: &Occurrence<'_>,
) -> (String, bool) {
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
        changed = written(ctx, &what(ctx, occurrence.person, details, room, occurrence.time));
        &changed
    };
    let instant = |time| zones::moment(occurrence.date, time, &ctx.school.zone.rules).to_string();
    let open = occurrence
        .takes_place()
        .then(|| (instant(occurrence.time.start), instant(occurrence.time.end)));
    let dated = Dated {
        state,
        groups: &line.groups,
        people: &people(occurrence),
        open: open.as_ref().map(|(start, end)| (&**start, &**end)),
        time: &line.time,
        note: note.as_deref(),
    };
    (dates::row(dated, &line.line), matches!(occurrence.outcome, Outcome::Skipped(_)))
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

/// What is to be said of a session in `room` at `time`.
fn what<'a>(
    ctx: &SchoolContext<'_>,
    person: &'a Person,
    details: &'a Details,
    room: Option<&str>,
    time: TimeRange,
) -> What<'a> {
    let catalogue = ctx.catalogue;
    What {
        groups: groups(details),
        who: &person.id,
        time: time.to_string(),
        place: places::place(catalogue, details, room, person),
        person: with_initials(&person.name),
        audience: phrases::audience(catalogue, details.audience),
        topic: details.topic.as_deref(),
        booking: details.booking.as_deref(),
        link: details.link.as_deref(),
    }
}

/// Names of the groups it is for, parted by spaces, for the script.
#[must_use]
pub fn groups(details: &Details) -> String {
    details.audience.groups().map(Group::id).collect::<Vec<_>>().join(" ")
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
            ("substituted", Some(phrases::because(substituted(ctx, occurrence), reason)))
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

/// «замена: по графику консультирует М. П. Иванова».
fn substituted(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>) -> String {
    let person = regular(occurrence).map(|person| with_initials(&person.name));
    let person = person.unwrap_or_default();
    ctx.catalogue.format("site-substituted", &[("person", Arg::from(person.as_str()))])
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
