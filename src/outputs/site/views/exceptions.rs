//! Deviations from the regular timetable, and days without consultations.

use jiff::civil::Date;
use serde::Serialize;

use super::coming::{self, concerns};
use super::{phrases, places};
use crate::language::dates::{long, weekday};
use crate::language::names::with_initials;
use crate::model::occurrence::{Occurrence, Outcome, Skip, Source};
use crate::outputs::SchoolContext;

/// One deviation.
#[derive(Debug, Clone, Serialize)]
pub struct ExceptionView {
    /// The last day that it concerns, `YYYY-MM-DD`.
    pub date: String,
    /// Groups it is for: names parted by spaces, for the script.
    pub groups: String,
    /// Identifiers of who gives it and who was to, for the script.
    pub people: String,
    /// «вторник, 24 ноября 2026 г.»
    pub day: String,
    /// «14:30–15:15, М. П. Иванова».
    pub what: String,
    /// `cancelled`, `moved`, `substituted` or `extra`.
    pub kind: &'static str,
    /// «не проводится: болезнь», «переносится на 26 ноября 2026 г. (четверг), 15:00–15:45».
    pub says: String,
}

/// Days without consultations.
#[derive(Debug, Clone, Serialize)]
pub struct DaysOffView {
    /// The first of them, `YYYY-MM-DD`.
    pub first: String,
    /// The last of them, `YYYY-MM-DD`.
    pub last: String,
    /// «26 октября – 3 ноября 2026 г.»
    pub days: String,
    /// «Осенние каникулы».
    pub name: String,
}

/// Cancelled, moved, substituted and extra instances that concern today or a later day, by that
/// day: all, or those of one person.
#[must_use]
pub fn exceptions(ctx: &SchoolContext<'_>, person: Option<&str>) -> Vec<ExceptionView> {
    let coming = ctx.occurrences.iter().filter(|o| o.date.max(o.planned) >= ctx.today);
    let wanted = coming.filter(|o| person.is_none_or(|person| concerns(o, person)));
    let mut found: Vec<(Date, ExceptionView)> =
        wanted.filter_map(|occurrence| exception(ctx, occurrence)).collect();
    found.sort_by_key(|(date, _)| *date);
    found.into_iter().map(|(_, view)| view).collect()
}

fn exception(
    ctx: &SchoolContext<'_>,
    occurrence: &Occurrence<'_>,
) -> Option<(Date, ExceptionView)> {
    let (kind, says) = match (occurrence.outcome, occurrence.source) {
        (Outcome::Cancelled(reason), _) => ("cancelled", cancelled(ctx, reason)),
        (Outcome::Moved(reason), _) => ("moved", moved(ctx, occurrence, reason)),
        (Outcome::Substituted(reason), _) => ("substituted", substituted(ctx, occurrence, reason)),
        (Outcome::Held, Source::Extra(index)) => ("extra", extra(ctx, occurrence, index)),
        _ => return None,
    };
    let date = occurrence.planned;
    let view = ExceptionView {
        date: date.max(occurrence.date).to_string(),
        groups: coming::groups(occurrence.details),
        people: coming::people(occurrence),
        day: full_day(ctx, date),
        what: what(occurrence),
        kind,
        says,
    };
    Some((date, view))
}

fn full_day(ctx: &SchoolContext<'_>, date: Date) -> String {
    format!("{}, {}", weekday(ctx.catalogue, date.weekday()), long(ctx.catalogue, date))
}

/// Planned time and person.
fn what(occurrence: &Occurrence<'_>) -> String {
    let timetable = occurrence.timetable;
    let planned = match occurrence.source {
        Source::Session(index) => timetable.sessions.get(index).map(|session| session.time),
        Source::Extra(_) => None,
    };
    let time = planned.unwrap_or(occurrence.time);
    let person = timetable.people.get(occurrence.details.person);
    person.map_or_else(|| time.to_string(), |p| format!("{time}, {}", with_initials(&p.name)))
}

/// «замена: консультирует А. Б. Петров (болезнь)».
fn substituted(
    ctx: &SchoolContext<'_>,
    occurrence: &Occurrence<'_>,
    reason: Option<&str>,
) -> String {
    phrases::because(phrases::substitute(ctx.catalogue, occurrence.person), reason)
}

fn cancelled(ctx: &SchoolContext<'_>, reason: Option<&str>) -> String {
    let words = ctx.catalogue.text("site-cancelled");
    reason.map_or_else(|| words.to_owned(), |reason| format!("{words}: {reason}"))
}

fn moved(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>, reason: Option<&str>) -> String {
    let mut says = if occurrence.date == occurrence.planned {
        format!("{} {}", ctx.catalogue.text("site-takes-place"), occurrence.time)
    } else {
        let words = ctx.catalogue.text("site-moved-to");
        let day = weekday(ctx.catalogue, occurrence.date.weekday());
        format!("{words} {} ({day}), {}", long(ctx.catalogue, occurrence.date), occurrence.time)
    };
    if let Some(room) = occurrence.room {
        says.push_str(", ");
        says.push_str(&places::named_room(ctx.catalogue, room));
    }
    if let Some(reason) = reason {
        says.push_str(": ");
        says.push_str(reason);
    }
    says
}

fn extra(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>, index: usize) -> String {
    let extra = occurrence.timetable.extra.get(index);
    let words = ctx.catalogue.text("site-extra");
    let audience = phrases::audience(ctx.catalogue, occurrence.details.audience);
    let mut says = format!("{words} {audience}");
    let topic = occurrence.details.topic.as_deref();
    let reason = extra.and_then(|extra| extra.reason.as_deref());
    for part in [topic, reason].into_iter().flatten() {
        says.push_str(". ");
        says.push_str(part);
    }
    says
}

/// A period without consultations: first and last day, both included, and its name.
struct Period {
    from: Date,
    to: Date,
    name: String,
}

/// Days between two days off of one name that still make one period, the second included: a
/// weekend may lie between them.
const GAP: i32 = 3;

/// School holidays and days off on which instances fall out, from today on, by date. A holiday
/// within a break is told only if a session falls out that would go on in the break.
#[must_use]
pub fn days_off(ctx: &SchoolContext<'_>) -> Vec<DaysOffView> {
    let Some(last) = ctx.school.timetables.iter().map(|timetable| timetable.to).max() else {
        return Vec::new();
    };
    let breaks = ctx.school.breaks.iter();
    let coming = breaks.filter(|b| b.to >= ctx.today && b.from <= last);
    let mut periods: Vec<Period> =
        coming.map(|b| Period { from: b.from, to: b.to, name: b.name.clone() }).collect();
    let breaks = periods.len();
    for occurrence in ctx.occurrences.iter().filter(|o| o.date >= ctx.today) {
        let Outcome::Skipped(skip) = occurrence.outcome else { continue };
        let date = occurrence.date;
        let covered = periods[..breaks].iter().any(|p| p.from <= date && date <= p.to);
        if matches!(skip, Skip::Break(_)) || covered && !in_breaks(occurrence) {
            continue;
        }
        let name = phrases::skip(ctx.catalogue, skip);
        let joins = |last: &&mut Period| last.name == name && (date - last.to).get_days() <= GAP;
        match periods[breaks..].last_mut().filter(joins) {
            Some(last) => last.to = date,
            None => periods.push(Period { from: date, to: date, name }),
        }
    }
    periods.sort_by_key(|period| (period.from, period.to));
    periods.into_iter().map(|period| view(ctx, period)).collect()
}

fn in_breaks(occurrence: &Occurrence<'_>) -> bool {
    let sessions = &occurrence.timetable.sessions;
    match occurrence.source {
        Source::Session(index) => sessions.get(index).is_some_and(|session| session.in_breaks),
        Source::Extra(_) => false,
    }
}

fn view(ctx: &SchoolContext<'_>, period: Period) -> DaysOffView {
    DaysOffView {
        first: period.from.to_string(),
        last: period.to.to_string(),
        days: phrases::days(ctx.catalogue, period.from, period.to),
        name: period.name,
    }
}
