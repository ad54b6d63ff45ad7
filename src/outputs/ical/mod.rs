//! iCalendar feeds of a school's consultations.
//!
//! 1. [`series`] arranges the dated instances of each session into recurring events with
//!    exceptions: the same instances that pages and posters show.
//! 2. [`event`] writes each VEVENT once, in the words of [`wording`].
//! 3. [`feeds`] puts the events into the feeds of those whom they concern, under a header and
//!    the VTIMEZONE of [`zone`].
//!
//! [`component`] guards and folds every line. Nothing depends on the time of the build: stamps
//! are those of the timetable's approval.

mod colour;
mod component;
mod event;
mod instant;
mod series;
mod wording;
mod zone;

use jiff::civil::Date;

use self::component::{Component, one_line};
use self::event::{EventWriter, has_chosen_dates};
use super::artifact::Artifact;
use super::context::SchoolContext;
use crate::model::audience::{Audience, Group};
use crate::model::occurrence::{Occurrence, Source};
use crate::model::timetable::Timetable;

/// How often a subscriber may look for changes.
const REFRESH: &str = "PT12H";

/// The feeds of the school: `all` and one for each group; empty if it has no timetable.
///
/// All four are there even if one holds no event, so that a subscription stays good when the
/// timetable changes.
#[must_use]
pub fn feeds(ctx: &SchoolContext<'_>) -> Vec<Artifact> {
    let timetables = &ctx.school.timetables;
    let Some(first) = timetables.first() else { return Vec::new() };
    let events: Vec<Events> = timetables.iter().flat_map(|t| events(ctx, t)).collect();
    let zone = zone_of(ctx, first);
    let groups = Group::ALL.into_iter().map(Some);
    let feeds = [None].into_iter().chain(groups);
    feeds.map(|group| feed(ctx, group, &zone, &events)).collect()
}

/// The text of events and whom they concern.
struct Events {
    audience: Audience,
    text: String,
}

/// The events of all sessions, in the order of the timetable.
fn events<'a>(ctx: &'a SchoolContext<'a>, timetable: &'a Timetable) -> Vec<Events> {
    let writer = EventWriter::new(ctx, timetable);
    let mut by_session: Vec<Vec<&Occurrence<'a>>> = vec![Vec::new(); timetable.sessions.len()];
    let mut extra = Vec::new();
    let own = |instance: &&Occurrence<'a>| instance.timetable.position == timetable.position;
    for instance in ctx.occurrences.iter().filter(own) {
        match instance.source {
            Source::Session(index) => by_session[index].push(instance),
            Source::Extra(_) => extra.push(instance),
        }
    }
    let mut events = Vec::with_capacity(by_session.len() + extra.len());
    for (session, instances) in timetable.sessions.iter().zip(by_session) {
        let mut text = String::new();
        if has_chosen_dates(session) {
            writer.chosen_dates(&instances, &mut text);
        } else {
            for instances in by_weekday(&instances) {
                writer.series(session, &series::arrange(instances), &mut text);
            }
        }
        events.push(Events { audience: session.details.audience, text });
    }
    for instance in extra {
        let mut text = String::new();
        writer.extra(instance, &mut text);
        events.push(Events { audience: instance.details.audience, text });
    }
    events
}

/// The instances of a session by the weekday for which they are planned, from Monday.
fn by_weekday<'a>(instances: &[&'a Occurrence<'a>]) -> [Vec<&'a Occurrence<'a>>; 7] {
    let mut days: [Vec<_>; 7] = Default::default();
    for instance in instances {
        let index = instance.planned.weekday().to_monday_zero_offset().unsigned_abs();
        days[usize::from(index) % 7].push(*instance);
    }
    days
}

/// The VTIMEZONE for all days that the feeds may tell of; `first` is the first timetable.
fn zone_of(ctx: &SchoolContext<'_>, first: &Timetable) -> Component<'static> {
    let dates = || ctx.occurrences.iter().map(|instance| instance.date);
    let ends = ctx.school.timetables.iter().map(|timetable| timetable.to);
    let last = dates().chain(ends).max().unwrap_or(first.to);
    let first = dates().chain([first.from]).min().unwrap_or(first.from);
    let after: Date = last.tomorrow().unwrap_or(last);
    let zone = &ctx.school.zone;
    zone::component(&zone.name, &zone.rules, first, after)
}

/// The feed for one group, or for everybody.
fn feed(
    ctx: &SchoolContext<'_>,
    group: Option<Group>,
    zone: &Component<'static>,
    events: &[Events],
) -> Artifact {
    const END: &str = "END:VCALENDAR\r\n";
    let path = ctx.addresses.feed(group.map_or("all", Group::id));
    let concerns = |events: &&Events| group.is_none_or(|group| events.audience.contains(group));
    let concerned: Vec<&Events> = events.iter().filter(concerns).collect();
    let mut text = header(ctx, group, &path, zone).to_text();
    text.truncate(text.len() - END.len());
    text.reserve_exact(concerned.iter().map(|events| events.text.len()).sum::<usize>() + END.len());
    text.extend(concerned.iter().map(|events| events.text.as_str()));
    text.push_str(END);
    Artifact::new(path, text)
}

/// The calendar without its events.
fn header(
    ctx: &SchoolContext<'_>,
    group: Option<Group>,
    path: &str,
    zone: &Component<'static>,
) -> Component<'static> {
    let name = calendar_name(ctx, group);
    let mut calendar = Component::new("VCALENDAR");
    calendar.fixed("VERSION", "2.0");
    let language = ctx.site.language.tag().to_ascii_uppercase();
    calendar.fixed("PRODID", format!("-//reglament//reglament//{language}"));
    calendar.fixed("CALSCALE", "GREGORIAN");
    calendar.fixed("METHOD", "PUBLISH");
    calendar.text("NAME", &name);
    calendar.text("X-WR-CALNAME", &name);
    calendar.text("X-WR-TIMEZONE", &ctx.school.zone.name);
    calendar.fixed("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    calendar.fixed("X-PUBLISHED-TTL", REFRESH);
    calendar.uri("SOURCE;VALUE=URI", &ctx.addresses.absolute(path));
    calendar.uri("URL", &ctx.addresses.absolute(&ctx.addresses.timetable()));
    if let Some(colour) = ctx.school.accent.as_deref() {
        calendar.text("X-APPLE-CALENDAR-COLOR", colour);
        if let Some(name) = colour::nearest_name(colour) {
            calendar.fixed("COLOR", name);
        }
    }
    calendar.component(zone.clone());
    calendar
}

/// «Консультации для родителей — МБОУ СОШ № 1»; some programs show escapes in the name, so it
/// has no comma, semicolon or backslash.
fn calendar_name(ctx: &SchoolContext<'_>, group: Option<Group>) -> String {
    let key = match group {
        None => "calendar-name-all",
        Some(Group::Parents) => "calendar-name-parents",
        Some(Group::Staff) => "calendar-name-staff",
        Some(Group::Pupils) => "calendar-name-pupils",
    };
    let school = ctx.school.short_name.replace([',', ';', '\\'], " ");
    let name = format!("{} — {school}", ctx.catalogue.text(key));
    one_line(&name).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
