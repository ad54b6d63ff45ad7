//! The contacts poster: whom to ask, the nearest first.

use serde::Serialize;

use super::colophon::Foot;
use super::hours::{Shift, local_hours, stated_hours, weekdays, zone_words};
use super::qr::Qr;
use super::remarks;
use super::sheet::{Order, Properties, json};
use crate::language::Arg;
use crate::model::school::{Founder, School};
use crate::model::system::{DeskHours, InformationSystem, SupportDesk};
use crate::model::timetable::{Pattern, Person, Session, Timetable};
use crate::outputs::context::SchoolContext;

/// Most sessions that are printed with a consultant; more are left to the timetable.
const TIMES: usize = 3;

/// What the poster says.
#[derive(Debug, Serialize)]
struct View<'a> {
    properties: Properties<'a>,
    school: &'a str,
    consultants: Vec<Consultant<'a>>,
    desk: Option<Desk<'a>>,
    office: Office<'a>,
    founder: Option<Office<'a>>,
    foot: Foot,
}

/// A consultant of the school.
#[derive(Debug, Serialize)]
struct Consultant<'a> {
    name: String,
    post: &'a str,
    /// The room, if it is always the same.
    room: Option<String>,
    times: Vec<Time>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
}

/// Days of the week and hours, or words instead of them; the room where there are several.
#[derive(Debug, Serialize)]
struct Time {
    days: String,
    hours: String,
    room: Option<String>,
}

/// The support desk of the information system.
#[derive(Debug, Serialize)]
struct Desk<'a> {
    name: &'a str,
    system: &'a str,
    phones: Vec<Phone<'a>>,
    emails: &'a [String],
    website: Option<&'a str>,
    /// Whether the desk's clock differs from the school's.
    shifted: bool,
    /// The head of the column with the desk's own hours.
    stated_in: String,
    hours: Vec<Hours<'a>>,
    note: Option<&'a str>,
}

/// A phone with its remark.
#[derive(Debug, Serialize)]
struct Phone<'a> {
    number: &'a str,
    note: Option<&'a str>,
}

/// A line of the desk's hours: days and hours here and as the desk states them.
#[derive(Debug, Serialize)]
struct Hours<'a> {
    service: &'a str,
    days: String,
    local: String,
    stated_days: String,
    /// `None` where it is the same everywhere.
    stated: Option<String>,
}

/// The school's office, or the founder.
#[derive(Debug, Serialize)]
struct Office<'a> {
    name: &'a str,
    head: Option<String>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    website: Option<&'a str>,
    address: Option<&'a str>,
    hours: Option<&'a str>,
}

/// Order of the poster.
pub(super) fn order(ctx: &SchoolContext<'_>) -> Order {
    let school = ctx.school;
    let consultants = school.timetable.iter();
    let view = View {
        properties: Properties::new(ctx, title(ctx)),
        school: &school.name,
        consultants: consultants.flat_map(|timetable| consultants_of(ctx, timetable)).collect(),
        desk: school.system.as_ref().and_then(|system| desk_of(ctx, system)),
        office: office(school),
        founder: school.founder.as_ref().map(founder),
        foot: foot(ctx),
    };
    Order {
        layout: "contacts.typ",
        path: ctx.addresses.poster("contacts"),
        preview: Some(ctx.addresses.poster_preview("contacts")),
        data: json(&view),
    }
}

fn title(ctx: &SchoolContext<'_>) -> String {
    let args = [("school", Arg::from(ctx.school.short_name.as_str()))];
    ctx.catalogue.format("poster-contacts-title", &args)
}

fn foot(ctx: &SchoolContext<'_>) -> Foot {
    let qr = Qr::new(
        ctx.addresses.absolute(&ctx.addresses.home()),
        ctx.catalogue.text("poster-contacts-qr").to_owned(),
        ctx.catalogue.text("poster-contacts-qr-alt").to_owned(),
    );
    Foot::new(ctx, qr, Vec::new(), Vec::new())
}

/// Consultants who have a session or give a way to reach them, in source order.
fn consultants_of<'a>(ctx: &SchoolContext<'_>, timetable: &'a Timetable) -> Vec<Consultant<'a>> {
    let people = timetable.people.iter().enumerate();
    let all = people.map(|(index, person)| consultant(ctx, timetable, index, person));
    all.filter(|c| !c.times.is_empty() || c.phone.is_some() || c.email.is_some()).collect()
}

fn consultant<'a>(
    ctx: &SchoolContext<'_>,
    timetable: &'a Timetable,
    index: usize,
    person: &'a Person,
) -> Consultant<'a> {
    let sessions = timetable.sessions.iter();
    let own = sessions.filter(|s| s.details.person == index && s.to >= ctx.today);
    let own: Vec<&Session> = own.collect();
    let room = own.first().and_then(|first| common_room(first, &own));
    Consultant {
        name: remarks::person(person),
        post: &person.post,
        room: room.map(|room| remarks::room(ctx.catalogue, room)),
        times: times(ctx, &own, room.is_some()),
        phone: person.phone.as_deref(),
        email: person.email.as_deref(),
    }
}

/// The room of `first`, if all sessions have it.
fn common_room<'a>(first: &'a Session, sessions: &[&Session]) -> Option<&'a str> {
    let room = first.details.room.as_deref()?;
    let same = sessions.iter().all(|session| session.details.room.as_deref() == Some(room));
    same.then_some(room)
}

/// «вт, чт 14:30–15:15» for each session, or words that point to the timetable.
fn times(ctx: &SchoolContext<'_>, sessions: &[&Session], one_room: bool) -> Vec<Time> {
    let plain = sessions.iter().filter_map(|session| match &session.pattern {
        Pattern::Weekly { days, interval: 1, .. } => {
            let room = session.details.room.as_deref().filter(|_| !one_room);
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

fn desk_of<'a>(ctx: &SchoolContext<'_>, system: &'a InformationSystem) -> Option<Desk<'a>> {
    let desk = system.desk.as_ref()?;
    let shift = Shift::between(&desk.zone, &ctx.school.zone, ctx.today);
    let phones = desk.phones.iter();
    Some(Desk {
        name: &desk.name,
        system: &system.name,
        phones: phones
            .map(|phone| Phone { number: &phone.number, note: phone.note.as_deref() })
            .collect(),
        emails: &desk.emails,
        website: desk.website.as_deref(),
        shifted: !shift.is_zero(),
        stated_in: zone_words(ctx.catalogue, &desk.zone, ctx.today),
        hours: hours(ctx, desk, shift),
        note: desk.note.as_deref(),
    })
}

fn hours<'a>(ctx: &SchoolContext<'_>, desk: &'a SupportDesk, shift: Shift) -> Vec<Hours<'a>> {
    let line = |hours: &'a DeskHours| {
        let (days, local) = local_hours(ctx.catalogue, hours, shift);
        let (stated_days, stated) = stated_hours(ctx.catalogue, hours);
        Hours { service: &hours.service, days, local, stated_days, stated }
    };
    desk.hours.iter().map(line).collect()
}

fn office(school: &School) -> Office<'_> {
    let head = school.director.as_ref();
    let head =
        head.map(|d| format!("{} — {}", crate::language::names::with_initials(&d.name), d.post));
    Office {
        name: &school.short_name,
        head,
        phone: school.phone.as_deref(),
        email: school.email.as_deref(),
        website: school.website.as_deref(),
        address: school.address.as_deref(),
        hours: None,
    }
}

fn founder(founder: &Founder) -> Office<'_> {
    Office {
        name: &founder.name,
        head: None,
        phone: founder.phone.as_deref(),
        email: founder.email.as_deref(),
        website: founder.website.as_deref(),
        address: founder.address.as_deref(),
        hours: founder.hours.as_deref(),
    }
}
