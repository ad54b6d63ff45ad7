//! Dated lists of consultations: what comes from a day on.

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;

use super::{phrases, places, zones};
use crate::language::dates::{day_month, weekday_day_month};
use crate::model::occurrence::{Occurrence, Outcome};
use crate::outputs::SchoolContext;

/// The consultations of one day.
#[derive(Debug, Clone, Serialize)]
pub struct DayView<'a> {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// «вторник, 24 ноября».
    pub label: String,
    /// Its consultations by time.
    pub rows: Vec<Row<'a>>,
}

/// One dated consultation.
#[derive(Debug, Clone, Serialize)]
pub struct Row<'a> {
    /// Begin in UTC, RFC 3339; empty if nobody can come.
    pub start: String,
    /// End in UTC, RFC 3339; empty if nobody can come.
    pub end: String,
    /// Groups it is for: names parted by spaces.
    pub groups: String,
    /// «15:00–15:45».
    pub time: String,
    /// «кабинет 214».
    pub place: String,
    /// «Ведёт М. П. Иванова.»
    pub who: String,
    /// «для родителей».
    pub audience: String,
    /// What it is about.
    pub topic: Option<&'a str>,
    /// How to make an appointment.
    pub booking: Option<&'a str>,
    /// Address of a video meeting.
    pub link: Option<&'a str>,
    /// `held`, `moved`, `cancelled` or `skipped`.
    pub state: &'static str,
    /// What is to be said of it: «не проводится: Осенние каникулы».
    pub note: Option<String>,
}

/// Which occurrences a list shows.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// Days from today on, today included.
    pub days: i32,
    /// At most so many rows.
    pub rows: usize,
    /// Whether skipped ones are listed too.
    pub skipped: bool,
}

/// The consultations from today on within `window`, by day.
#[must_use]
pub fn coming<'a>(ctx: &SchoolContext<'a>, window: Window) -> Vec<DayView<'a>> {
    let last = last_day(ctx.today, window.days);
    let first = ctx.occurrences.partition_point(|o| o.date < ctx.today);
    let listed = ctx.occurrences[first..]
        .iter()
        .take_while(|o| o.date <= last)
        .filter(|o| window.skipped || !matches!(o.outcome, Outcome::Skipped(_)))
        .take(window.rows);
    let mut days: Vec<DayView<'a>> = Vec::new();
    let mut date = None;
    for occurrence in listed {
        if date != Some(occurrence.date) {
            date = Some(occurrence.date);
            days.push(DayView {
                date: occurrence.date.to_string(),
                label: weekday_day_month(ctx.catalogue, occurrence.date),
                rows: Vec::new(),
            });
        }
        if let Some(day) = days.last_mut() {
            day.rows.push(row(ctx, occurrence));
        }
    }
    days
}

/// The last day of a window of `days` from `today`.
pub fn last_day(today: Date, days: i32) -> Date {
    today.checked_add(Span::new().days(days - 1)).unwrap_or(Date::MAX)
}

fn row<'a>(ctx: &SchoolContext<'a>, occurrence: &Occurrence<'a>) -> Row<'a> {
    let catalogue = ctx.catalogue;
    let details = occurrence.details;
    let people = ctx.school.timetable.as_ref().map_or(&[][..], |t| &t.people);
    let person = people.get(details.person);
    let (state, note) = state(ctx, occurrence);
    let instant = |time| {
        let moment = zones::moment(occurrence.date, time, &ctx.school.zone.rules);
        if occurrence.takes_place() { moment.to_string() } else { String::new() }
    };
    Row {
        start: instant(occurrence.time.start),
        end: instant(occurrence.time.end),
        groups: details.audience.groups().map(|g| g.id()).collect::<Vec<_>>().join(" "),
        time: occurrence.time.to_string(),
        place: person
            .map_or_else(String::new, |p| places::place(catalogue, details, occurrence.room, p)),
        who: person.map_or_else(String::new, |p| phrases::held_by(catalogue, &p.name)),
        audience: phrases::audience(catalogue, details.audience),
        topic: details.topic.as_deref(),
        booking: details.booking.as_deref(),
        link: details.link.as_deref(),
        state,
        note,
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
        Outcome::Cancelled(reason) => {
            ("cancelled", Some(with_reason(catalogue.text("site-cancelled"), reason)))
        }
        Outcome::Skipped(skip) => {
            let reason = phrases::skip(catalogue, skip);
            ("skipped", Some(with_reason(catalogue.text("site-not-held"), Some(&reason))))
        }
    }
}
