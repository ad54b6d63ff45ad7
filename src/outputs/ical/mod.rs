//! iCalendar feeds of a school's consultations and deadlines.
//!
//! 1. [`series`] arranges the dated instances of each session into recurring events with
//!    exceptions: the same instances that pages and posters show.
//! 2. [`event`] writes each VEVENT once, in the words of [`wording`]; [`deadline`] writes those
//!    of deadlines.
//! 3. [`feeds`] puts the events into the feeds of those whom they concern, under the header of
//!    [`calendar`] and the VTIMEZONE of [`zone`].
//!
//! [`component`] guards and folds every line. Stamps come from
//! [`Stamper`]: an event keeps those of the last build unless its content changed.

mod calendar;
mod colour;
mod component;
mod deadline;
mod event;
mod instant;
mod series;
mod wording;
mod zone;

use jiff::civil::Date;

use self::calendar::Feed;
use self::component::{Component, one_line};
use self::event::{EventWriter, has_chosen_dates};
use self::instant::local;
use super::addresses::PORTAL_DEADLINES;
use super::artifact::Artifact;
use super::context::{DueEvent, PortalContext, SchoolContext};
use crate::language::names;
use crate::model::audience::{Audience, Group};
use crate::model::occurrence::{Occurrence, Source};
use crate::model::stamps::Stamper;
use crate::model::timetable::{Person, Timetable};

/// The feeds of a school.
#[derive(Debug, Default)]
pub struct Feeds {
    /// The files.
    pub files: Vec<Artifact>,
    /// Events for the portal's feed of deadlines.
    pub due: Vec<DueEvent>,
}

/// The feeds of the school: with a timetable `all`, one for each group and one for each
/// consultant; with a regulation `deadlines`.
///
/// Each is there even if it holds no event, so that a subscription stays good when the timetable
/// changes.
#[must_use]
pub fn feeds(ctx: &SchoolContext<'_>, stamper: &mut Stamper<'_>) -> Feeds {
    let mut files = consultations(ctx, stamper);
    if ctx.school.regulations.is_empty() {
        return Feeds { files, due: Vec::new() };
    }
    let (text, due) = deadline::events(ctx, stamper);
    let page = ctx.addresses.publication();
    let feed = feed(ctx, "deadlines", ctx.catalogue.text("calendar-name-deadlines"), &page);
    files.push(feed.artifact(None, [text.as_str()].into_iter()));
    Feeds { files, due }
}

/// The feed of a portal with the deadlines of all schools, duties left out.
#[must_use]
pub fn portal(ctx: &PortalContext<'_>) -> Artifact {
    let feed = Feed {
        site: ctx.site,
        school: None,
        name: ctx.catalogue.text("calendar-name-deadlines"),
        path: PORTAL_DEADLINES.to_owned(),
        page: ctx.site.base_url.clone(),
    };
    let mut due: Vec<&DueEvent> = ctx.schools.iter().flat_map(|school| &school.due).collect();
    due.sort_by_key(|event| event.date);
    feed.artifact(None, due.into_iter().map(|event| event.text.as_str()))
}

/// The feeds of the timetables; none if there is no timetable.
fn consultations(ctx: &SchoolContext<'_>, stamper: &mut Stamper<'_>) -> Vec<Artifact> {
    let timetables = &ctx.school.timetables;
    let Some(first) = timetables.first() else { return Vec::new() };
    let events: Vec<Events<'_>> =
        timetables.iter().flat_map(|timetable| events(ctx, timetable, stamper)).collect();
    let zone = zone_of(ctx, first);
    let page = ctx.addresses.timetable();
    let mut files = Vec::new();
    let mut add = |id: &str, name: &str, concerns: &dyn Fn(&Events<'_>) -> bool| {
        let concerned = events.iter().filter(|events| concerns(events));
        let texts = concerned.map(|events| events.text.as_str());
        files.push(feed(ctx, id, name, &page).artifact(Some(&zone), texts));
    };
    add("all", ctx.catalogue.text("calendar-name-all"), &|events| !events.audience.is_empty());
    for group in Group::ALL {
        let name = ctx.catalogue.text(name_key(group));
        add(group.id(), name, &|events| events.audience.contains(group));
    }
    for person in ctx.school.consultants() {
        let who = one_line(&names::with_initials(&person.name)).into_owned();
        let name = ctx.catalogue.format("calendar-name-consultant", &[("who", who.into())]);
        add(&person.id, &name, &|events| events.person == person.id);
    }
    files
}

fn feed<'a>(ctx: &'a SchoolContext<'_>, id: &str, name: &'a str, page: &str) -> Feed<'a> {
    Feed {
        site: ctx.site,
        school: Some(ctx.school),
        name,
        path: ctx.addresses.feed(id),
        page: ctx.addresses.absolute(page),
    }
}

/// The text of events and whom they concern.
struct Events<'a> {
    /// Empty for what only the calendar of `person` tells.
    audience: Audience,
    /// Id of the consultant to whose calendar they belong.
    person: &'a str,
    text: String,
}

/// The events of all sessions, in the order of the timetable, then the extra ones, then those
/// that somebody else takes over.
fn events<'a>(
    ctx: &'a SchoolContext<'a>,
    timetable: &'a Timetable,
    stamper: &mut Stamper<'_>,
) -> Vec<Events<'a>> {
    let mut writer = EventWriter::new(ctx, timetable, stamper);
    let mut by_session: Vec<Vec<&Occurrence<'a>>> = vec![Vec::new(); timetable.sessions.len()];
    let (mut extra, mut taken_over) = (Vec::new(), Vec::new());
    let own = |instance: &&Occurrence<'a>| instance.timetable.position == timetable.position;
    for instance in ctx.occurrences.iter().filter(own) {
        match instance.source {
            Source::Session(index) => by_session[index].push(instance),
            Source::Extra(_) => extra.push(instance),
        }
        let planned = timetable.people.get(instance.details.person);
        if instance.takes_place() && planned.is_some_and(|who| who.id != instance.person.id) {
            taken_over.push(instance);
        }
    }
    let person =
        |index: usize| timetable.people.get(index).map_or("", |person: &Person| &person.id);
    let mut events = Vec::with_capacity(by_session.len() + extra.len() + taken_over.len());
    for (session, instances) in timetable.sessions.iter().zip(by_session) {
        if has_chosen_dates(session) {
            writer.chosen_dates(&instances);
        } else {
            for instances in by_weekday(&instances) {
                writer.series(session, &series::arrange(instances));
            }
        }
        let details = &session.details;
        let (audience, person) = (details.audience, person(details.person));
        events.push(Events { audience, person, text: writer.take() });
    }
    for instance in extra {
        writer.extra(instance);
        let (audience, person) = (instance.details.audience, person(instance.details.person));
        events.push(Events { audience, person, text: writer.take() });
    }
    for instance in taken_over {
        writer.taken_over(instance);
        let person = instance.person.id.as_str();
        events.push(Events { audience: Audience::default(), person, text: writer.take() });
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

/// Appends the VEVENT `content`, whose UID and replaced instance are `id`, with its stamps.
fn stamped(
    stamper: &mut Stamper<'_>,
    (uid, instance): (&str, Option<&str>),
    content: &str,
    out: &mut String,
) {
    const BEGIN: &str = "BEGIN:VEVENT\r\n";
    let stamp = stamper.stamp(uid, instance, content);
    let moment = local(stamp.modified);
    out.push_str(BEGIN);
    out.push_str(&format!("DTSTAMP:{moment}Z\r\nLAST-MODIFIED:{moment}Z\r\n"));
    out.push_str(&format!("SEQUENCE:{}\r\n", stamp.sequence));
    out.push_str(content.strip_prefix(BEGIN).unwrap_or(content));
}

const fn name_key(group: Group) -> &'static str {
    match group {
        Group::Parents => "calendar-name-parents",
        Group::Staff => "calendar-name-staff",
        Group::Pupils => "calendar-name-pupils",
    }
}

const fn group_key(group: Group) -> &'static str {
    match group {
        Group::Parents => "group-parents",
        Group::Staff => "group-staff",
        Group::Pupils => "group-pupils",
    }
}
