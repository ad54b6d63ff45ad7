//! The contacts poster: whom to ask, the nearest first.

use jiff::civil::Date;
use serde::Serialize;

use super::consultants::{Consultant, WITH_HOURS, consultants};
use super::hours::{local_hours, stated_hours, zone_words};
use super::poster::{Link, Poster};
use super::reach::{Phone, phones};
use super::sheet::json;
use crate::language::{Arg, names};
use crate::model::clock;
use crate::model::print::PosterKind;
use crate::model::school::{Founder, School};
use crate::model::system::{DeskHours, InformationSystem, SupportDesk};
use crate::outputs::context::SchoolContext;

/// What the poster says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    consultants: Vec<Consultant<'a>>,
    /// Whether hours of consultants are left to the timetable.
    hours_elsewhere: bool,
    desk: Option<Desk<'a>>,
    office: Office<'a>,
    founder: Option<Office<'a>>,
}

/// The support desk of the information system.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Desk<'a> {
    name: &'a str,
    system: &'a str,
    phones: Vec<Phone<'a>>,
    emails: &'a [String],
    website: Option<&'a str>,
    /// Whether hours differ because the desk's clock differs from the school's.
    shifted: bool,
    /// The head of the column with the desk's own hours.
    stated_in: String,
    hours: Vec<Hours<'a>>,
    note: Option<&'a str>,
}

/// A line of the desk's hours: days and hours here and as the desk states them.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Office<'a> {
    name: &'a str,
    head: Option<String>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    website: Option<&'a str>,
    address: Option<&'a str>,
    hours: Option<&'a str>,
}

/// The poster; `None` if there is nobody to turn to.
pub(super) fn poster(ctx: &SchoolContext<'_>) -> Option<Poster> {
    let view = view(ctx, ctx.today);
    view.somebody().then(|| Poster {
        kind: PosterKind::Contacts,
        name: PosterKind::Contacts.id().to_owned(),
        layout: "contacts.typ",
        guesses: false,
        title: title(ctx),
        view: json(&view),
        identity: json(&self::view(ctx, Date::MIN)),
        link: Link::new(ctx, ctx.addresses.home(), "poster-contacts-qr"),
        notes: Vec::new(),
        lines: Vec::new(),
    })
}

/// What the poster says; sessions that are over by `since` are left out.
fn view<'a>(ctx: &'a SchoolContext<'_>, since: Date) -> View<'a> {
    let timetable = ctx.timetable();
    let consultants = timetable.map(|timetable| consultants(ctx, timetable, since));
    let consultants = consultants.unwrap_or_default();
    let school = ctx.school;
    View {
        school: &school.name,
        hours_elsewhere: consultants.len() > WITH_HOURS,
        consultants,
        desk: school.system.as_ref().and_then(|system| desk_of(ctx, system)),
        office: office(school),
        founder: school.founder.as_ref().map(founder).filter(Office::can_be_reached),
    }
}

fn title(ctx: &SchoolContext<'_>) -> String {
    let args = [("school", Arg::from(ctx.school.short_name.as_str()))];
    ctx.catalogue.format("poster-contacts-title", &args)
}

impl View<'_> {
    /// Whether there is anybody to turn to.
    fn somebody(&self) -> bool {
        let office = self.office.can_be_reached() || self.office.head.is_some();
        !self.consultants.is_empty() || self.desk.is_some() || office || self.founder.is_some()
    }
}

fn desk_of<'a>(ctx: &SchoolContext<'_>, system: &'a InformationSystem) -> Option<Desk<'a>> {
    let desk = system.desk.as_ref()?;
    let ahead = clock::ahead(ctx.today, &desk.zone.rules, &ctx.school.zone.rules);
    let hours = hours(ctx, desk);
    Some(Desk {
        name: &desk.name,
        system: &system.name,
        phones: phones(desk).collect(),
        emails: &desk.emails,
        website: desk.website.as_deref(),
        shifted: ahead != 0 && hours.iter().any(|line| line.stated.is_some()),
        stated_in: zone_words(ctx.catalogue, &desk.zone, ctx.today),
        hours,
        note: desk.note.as_deref(),
    })
}

fn hours<'a>(ctx: &SchoolContext<'_>, desk: &'a SupportDesk) -> Vec<Hours<'a>> {
    let zones = (&desk.zone, &ctx.school.zone);
    let line = |hours: &'a DeskHours| {
        let (days, local) = local_hours(ctx.catalogue, hours, ctx.today, zones);
        let (stated_days, stated) = stated_hours(ctx.catalogue, hours);
        Hours { service: &hours.service, days, local, stated_days, stated }
    };
    desk.hours.iter().map(line).collect()
}

impl Office<'_> {
    /// Whether there is a way to turn to it.
    fn can_be_reached(&self) -> bool {
        let ways = [self.phone, self.email, self.website, self.address];
        ways.iter().any(Option::is_some)
    }
}

fn office(school: &School) -> Office<'_> {
    let head = school.director.as_ref();
    let head = head.map(|d| format!("{} — {}", names::with_initials(&d.name), d.post));
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
