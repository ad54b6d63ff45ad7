//! The timetable poster: when people can come and ask.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use serde::Serialize;

use super::colophon::{approved, term};
use super::poster::{Link, Poster};
use super::remarks;
use super::sheet::json;
use crate::language::{Arg, dates};
use crate::model::clock;
use crate::model::occurrence::planned_dates;
use crate::model::print::PosterKind;
use crate::model::timetable::{Details, Pattern, TimeRange, Timetable};
use crate::outputs::context::SchoolContext;

/// Letters between two details.
const SEPARATOR: usize = 3;

/// What the poster says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    /// Term of the timetable.
    valid: String,
    /// Whose time is meant.
    zone: String,
    days: Vec<Day>,
}

/// A weekday, or a chosen date, with its sessions.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Day {
    label: String,
    sessions: Vec<Line>,
}

/// One session.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Line {
    start: String,
    end: String,
    place: String,
    /// Whether the place is short enough to be set as large as the time.
    large: bool,
    audience: String,
    person: String,
    post: String,
    /// Whether the same person has been named above.
    again: bool,
    remarks: Vec<String>,
    /// Letters of audience and person, of the post and of the remarks: a measure of the room
    /// that they take.
    letters: [usize; 3],
}

/// The poster of the timetable; `None` if the school has no timetable.
pub(super) fn poster(ctx: &SchoolContext<'_>) -> Option<Poster> {
    let timetable = ctx.timetable()?;
    Some(Poster {
        kind: PosterKind::Timetable,
        name: PosterKind::Timetable.id().to_owned(),
        layout: "timetable.typ",
        guesses: true,
        title: title(ctx),
        view: json(&view(ctx, timetable, ctx.today)),
        identity: json(&view(ctx, timetable, Date::MIN)),
        link: link(ctx),
        notes: notes(ctx, timetable),
        lines: vec![approved(ctx.catalogue, "poster-timetable-approved", &timetable.approval)],
    })
}

/// What the poster says of the days from `since` on.
fn view<'a>(ctx: &'a SchoolContext<'_>, timetable: &Timetable, since: Date) -> View<'a> {
    View {
        school: &ctx.school.name,
        valid: term(ctx.catalogue, "poster-valid", timetable.from, timetable.to),
        zone: zone(ctx),
        days: days(ctx, timetable, since),
    }
}

fn title(ctx: &SchoolContext<'_>) -> String {
    let args = [("school", Arg::from(ctx.school.short_name.as_str()))];
    ctx.catalogue.format("poster-timetable-title", &args)
}

/// «Время местное: Красноярск, МСК+4».
fn zone(ctx: &SchoolContext<'_>) -> String {
    let zone = &ctx.school.zone.rules;
    let moscow = TimeZone::get(clock::MOSCOW).ok();
    let city = Arg::from(ctx.school.city.as_str());
    match moscow.map(|moscow| clock::ahead(ctx.today, &moscow, zone)) {
        None => ctx.catalogue.format("poster-zone-local", &[("city", city)]),
        Some(0) => ctx.catalogue.text("poster-zone-moscow").to_owned(),
        Some(ahead) => {
            let args = [("city", city), ("shift", dates::signed_hours(ahead).into())];
            ctx.catalogue.format("poster-zone-shift", &args)
        }
    }
}

fn link(ctx: &SchoolContext<'_>) -> Link {
    Link {
        path: ctx.addresses.timetable(),
        label: ctx.catalogue.text("poster-timetable-qr").to_owned(),
        alt: ctx.catalogue.text("poster-timetable-qr-alt").to_owned(),
    }
}

fn notes(ctx: &SchoolContext<'_>, timetable: &Timetable) -> Vec<String> {
    let mut notes: Vec<String> = timetable.note.iter().cloned().collect();
    notes.extend(pauses(ctx, timetable));
    notes
}

/// When there are no consultations, with the breaks that lie within the timetable's term.
fn pauses(ctx: &SchoolContext<'_>, timetable: &Timetable) -> Option<String> {
    if timetable.sessions.is_empty() {
        return None;
    }
    let breaks = ctx.school.breaks.iter();
    let breaks = breaks.filter(|b| b.from <= timetable.to && b.to >= timetable.from);
    let ranges = breaks.map(|b| {
        let args = [
            ("from", Arg::from(dates::day_month(ctx.catalogue, b.from))),
            ("to", dates::day_month(ctx.catalogue, b.to).into()),
        ];
        ctx.catalogue.format("poster-date-range", &args)
    });
    let ranges: Vec<String> = ranges.collect();
    if ranges.is_empty() || timetable.sessions.iter().all(|session| session.in_breaks) {
        return Some(ctx.catalogue.text("poster-not-on-holidays").to_owned());
    }
    let args = [("breaks", Arg::from(ranges.join("; ")))];
    Some(ctx.catalogue.format("poster-not-in-breaks", &args))
}

/// Weekdays that have sessions, from Monday, then chosen dates; what is over by `since` is left
/// out.
fn days(ctx: &SchoolContext<'_>, timetable: &Timetable, since: Date) -> Vec<Day> {
    let week = (0..7).filter_map(|index| Weekday::from_monday_zero_offset(index).ok());
    let mut days: Vec<Day> = week.map(|day| weekday(ctx, timetable, day, since)).collect();
    days.extend(dated(ctx, timetable, since));
    days.retain(|day| !day.sessions.is_empty());
    mark_again(&mut days);
    days
}

fn weekday(ctx: &SchoolContext<'_>, timetable: &Timetable, day: Weekday, since: Date) -> Day {
    let mut found: Vec<(TimeRange, Line)> = Vec::new();
    for session in &timetable.sessions {
        let (Pattern::Weekly { days, .. } | Pattern::Monthly { days, .. }) = &session.pattern
        else {
            continue;
        };
        if days.contains(&day) && session.to >= since {
            let remarks = remarks::session(ctx.catalogue, timetable, session, Some(day));
            let line = line(ctx, timetable, session.time, &session.details, remarks);
            found.push((session.time, line));
        }
    }
    found.sort_by_key(|(time, _)| *time);
    Day {
        label: dates::weekday(ctx.catalogue, day).to_owned(),
        sessions: found.into_iter().map(|(_, line)| line).collect(),
    }
}

/// Marks the sessions whose person has been named above.
fn mark_again(days: &mut [Day]) {
    let mut named: Vec<(String, String)> = Vec::new();
    for line in days.iter_mut().flat_map(|day| &mut day.sessions) {
        let who = (line.person.clone(), line.post.clone());
        line.again = named.contains(&who);
        if !line.again {
            named.push(who);
        }
    }
}

/// Chosen dates and single consultations from `since` on, a day each.
fn dated(ctx: &SchoolContext<'_>, timetable: &Timetable, since: Date) -> Vec<Day> {
    let mut found: Vec<(Date, TimeRange, Line)> = Vec::new();
    for session in &timetable.sessions {
        if !matches!(session.pattern, Pattern::Dates(_)) {
            continue;
        }
        for date in planned_dates(session).into_iter().filter(|date| *date >= since) {
            let remarks = remarks::session(ctx.catalogue, timetable, session, None);
            let line = line(ctx, timetable, session.time, &session.details, remarks);
            found.push((date, session.time, line));
        }
    }
    for extra in timetable.extra.iter().filter(|extra| extra.date >= since) {
        let person = timetable.people.get(extra.details.person);
        let mut remarks = remarks::details(ctx.catalogue, &extra.details, person);
        remarks.extend(extra.reason.clone());
        let line = line(ctx, timetable, extra.time, &extra.details, remarks);
        found.push((extra.date, extra.time, line));
    }
    found.sort_by_key(|(date, time, _)| (*date, *time));
    let mut days: Vec<(Date, Day)> = Vec::new();
    for (date, _, line) in found {
        match days.last_mut() {
            Some((last, day)) if *last == date => day.sessions.push(line),
            _ => days.push((date, Day { label: date_label(ctx, date), sessions: vec![line] })),
        }
    }
    days.into_iter().map(|(_, day)| day).collect()
}

/// «24 ноября, вт».
fn date_label(ctx: &SchoolContext<'_>, date: Date) -> String {
    let day = dates::day_month(ctx.catalogue, date);
    format!("{day}, {}", dates::weekday_short(ctx.catalogue, date.weekday()))
}

fn line(
    ctx: &SchoolContext<'_>,
    timetable: &Timetable,
    time: TimeRange,
    details: &Details,
    remarks: Vec<String>,
) -> Line {
    let letters = |text: &str| text.chars().count();
    let person = timetable.people.get(details.person);
    let (place, large) = remarks::place(ctx.catalogue, details, details.room.as_deref(), person);
    let audience = remarks::audience(ctx.catalogue, details.audience);
    let post = person.map(|person| person.post.clone()).unwrap_or_default();
    let person = person.map(remarks::person).unwrap_or_default();
    let of_remarks = remarks.iter().map(|remark| letters(remark) + SEPARATOR).sum();
    Line {
        start: time.start.to_string(),
        end: time.end.to_string(),
        place,
        large,
        letters: [letters(&audience) + letters(&person) + SEPARATOR, letters(&post), of_remarks],
        audience,
        person,
        post,
        again: false,
        remarks,
    }
}
