//! Deviations from the regular timetable, and days without consultations.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{phrases, places};
use crate::language::dates::{long, weekday};
use crate::language::names::with_initials;
use crate::model::occurrence::{Occurrence, Outcome, Skip, Source};
use crate::outputs::SchoolContext;

/// One deviation.
#[derive(Debug, Clone, Serialize)]
pub struct ExceptionView {
    /// The day that it concerns, `YYYY-MM-DD`.
    pub date: String,
    /// «вторник, 24 ноября 2026 г.»
    pub day: String,
    /// «14:30–15:15, М. П. Иванова».
    pub what: String,
    /// `cancelled`, `moved` or `extra`.
    pub kind: &'static str,
    /// «не проводится: болезнь», «переносится на четверг, 26 ноября 2026 г., 15:00–15:45».
    pub says: String,
}

/// Days without consultations.
#[derive(Debug, Clone, Serialize)]
pub struct DaysOffView {
    /// The last of them, `YYYY-MM-DD`.
    pub last: String,
    /// «26 октября – 3 ноября 2026 г.»
    pub days: String,
    /// «Осенние каникулы».
    pub name: String,
}

/// Cancelled, moved and extra instances that concern today or a later day, by that day.
#[must_use]
pub fn exceptions(ctx: &SchoolContext<'_>) -> Vec<ExceptionView> {
    let mut found: Vec<(Date, ExceptionView)> =
        ctx.occurrences.iter().filter_map(|occurrence| exception(ctx, occurrence)).collect();
    found.retain(|(date, _)| *date >= ctx.today);
    found.sort_by_key(|(date, _)| *date);
    found.into_iter().map(|(_, view)| view).collect()
}

fn exception(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>) -> Option<(Date, ExceptionView)> {
    let (kind, says) = match (occurrence.outcome, occurrence.source) {
        (Outcome::Cancelled(reason), _) => ("cancelled", cancelled(ctx, reason)),
        (Outcome::Moved(reason), _) => ("moved", moved(ctx, occurrence, reason)),
        (Outcome::Held, Source::Extra(index)) => ("extra", extra(ctx, occurrence, index)),
        _ => return None,
    };
    let date = occurrence.planned;
    let view = ExceptionView {
        date: date.to_string(),
        day: full_day(ctx, date),
        what: what(ctx, occurrence),
        kind,
        says,
    };
    Some((date, view))
}

fn full_day(ctx: &SchoolContext<'_>, date: Date) -> String {
    format!("{}, {}", weekday(ctx.catalogue, date.weekday()), long(ctx.catalogue, date))
}

/// Planned time and person.
fn what(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>) -> String {
    let timetable = ctx.school.timetable.as_ref();
    let planned = match occurrence.source {
        Source::Session(index) => timetable.and_then(|t| t.sessions.get(index)).map(|s| s.time),
        Source::Extra(_) => None,
    };
    let time = planned.unwrap_or(occurrence.time);
    let person = timetable.and_then(|t| t.people.get(occurrence.details.person));
    person.map_or_else(|| time.to_string(), |p| format!("{time}, {}", with_initials(&p.name)))
}

fn cancelled(ctx: &SchoolContext<'_>, reason: Option<&str>) -> String {
    let words = ctx.catalogue.text("site-cancelled");
    reason.map_or_else(|| words.to_owned(), |reason| format!("{words}: {reason}"))
}

fn moved(ctx: &SchoolContext<'_>, occurrence: &Occurrence<'_>, reason: Option<&str>) -> String {
    let words = ctx.catalogue.text("site-moved-to");
    let mut says = format!("{words} {}, {}", full_day(ctx, occurrence.date), occurrence.time);
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
    let timetable = ctx.school.timetable.as_ref();
    let extra = timetable.and_then(|t| t.extra.get(index));
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

/// School holidays and single days off on which instances fall out, from today on.
#[must_use]
pub fn days_off(ctx: &SchoolContext<'_>) -> Vec<DaysOffView> {
    let Some(timetable) = &ctx.school.timetable else { return Vec::new() };
    let mut found: BTreeMap<(Date, Date), String> = BTreeMap::new();
    let breaks = ctx.school.breaks.iter();
    for pause in breaks.filter(|b| b.to >= ctx.today && b.from <= timetable.to) {
        found.insert((pause.from, pause.to), pause.name.clone());
    }
    for occurrence in ctx.occurrences.iter().filter(|o| o.date >= ctx.today) {
        if let Outcome::Skipped(skip @ (Skip::Holiday(_) | Skip::DayOff(_) | Skip::TransferredDayOff)) =
            occurrence.outcome
        {
            let day = (occurrence.date, occurrence.date);
            found.entry(day).or_insert_with(|| phrases::skip(ctx.catalogue, skip));
        }
    }
    let view = |((from, to), name): ((Date, Date), String)| DaysOffView {
        last: to.to_string(),
        days: phrases::days(ctx.catalogue, from, to),
        name,
    };
    found.into_iter().map(view).collect()
}
