//! Contacts in brief, the nearest first: for strips and memos.

use serde::Serialize;

use super::remarks;
use crate::model::audience::Group;
use crate::model::school::School;
use crate::model::system::{InformationSystem, SupportDesk};
use crate::model::timetable::{Person, Timetable};
use crate::outputs::context::SchoolContext;

/// Most consultants that are named; for more, the timetable is the place to look.
const CONSULTANTS: usize = 3;

/// Most phones of a support desk that are named.
const PHONES: usize = 2;

/// Whom to ask, the nearest first.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Reach<'a> {
    /// Consultants that can be called or written to, those for parents first.
    consultants: Vec<Consultant<'a>>,
    /// Whether there are consultations besides.
    timetable: bool,
    desk: Option<Desk<'a>>,
    office: Option<Office<'a>>,
}

/// A consultant of the school; at least one way to reach them is given.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Consultant<'a> {
    name: String,
    post: &'a str,
    phone: Option<&'a str>,
    email: Option<&'a str>,
}

/// The support desk of the information system.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Desk<'a> {
    name: &'a str,
    phones: Vec<Phone<'a>>,
    email: Option<&'a str>,
    website: Option<&'a str>,
}

/// A phone with its remark.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Phone<'a> {
    number: &'a str,
    note: Option<&'a str>,
}

/// The school's office.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Office<'a> {
    phone: Option<&'a str>,
    email: Option<&'a str>,
    website: Option<&'a str>,
    address: Option<&'a str>,
}

impl<'a> Reach<'a> {
    /// The contacts of the school on the day of making.
    pub(super) fn new(ctx: &SchoolContext<'a>) -> Self {
        let timetable = ctx.timetable();
        let system = ctx.school.system.as_ref();
        Self {
            consultants: timetable.map(|t| consultants(ctx, t)).unwrap_or_default(),
            timetable: timetable.is_some_and(|t| !t.sessions.is_empty() || !t.extra.is_empty()),
            desk: system.and_then(|system| desk(system)),
            office: office(ctx.school),
        }
    }

    /// Whether there is nobody to turn to.
    pub(super) const fn is_empty(&self) -> bool {
        let consultations = !self.consultants.is_empty() || self.timetable;
        !consultations && self.desk.is_none() && self.office.is_none()
    }
}

/// Consultants for parents before others, those with a phone before those who only read letters.
fn consultants<'a>(ctx: &SchoolContext<'_>, timetable: &'a Timetable) -> Vec<Consultant<'a>> {
    let people = timetable.people.iter().enumerate();
    let reachable = people.filter(|(_, person)| person.phone.is_some() || person.email.is_some());
    let mut reachable: Vec<(usize, &Person)> = reachable.collect();
    reachable.sort_by_key(|(index, person)| {
        (!sees_parents(ctx, timetable, *index), person.phone.is_none())
    });
    let nearest = reachable.into_iter().take(CONSULTANTS);
    let consultant = |(_, person): (usize, &'a Person)| Consultant {
        name: remarks::person(person),
        post: &person.post,
        phone: person.phone.as_deref(),
        email: person.email.as_deref(),
    };
    nearest.map(consultant).collect()
}

/// Whether the person at `index` has a session for parents that is not over.
fn sees_parents(ctx: &SchoolContext<'_>, timetable: &Timetable, index: usize) -> bool {
    let sessions = timetable.sessions.iter().filter(|session| session.to >= ctx.today);
    let mut details = sessions.map(|session| &session.details);
    details.any(|details| details.person == index && details.audience.contains(Group::Parents))
}

/// All phones of a desk.
pub(super) fn phones(desk: &SupportDesk) -> impl Iterator<Item = Phone<'_>> {
    desk.phones.iter().map(|phone| Phone { number: &phone.number, note: phone.note.as_deref() })
}

/// The desk, if there is a way to turn to it.
fn desk(system: &InformationSystem) -> Option<Desk<'_>> {
    let desk = system.desk.as_ref()?;
    let desk = Desk {
        name: &desk.name,
        phones: phones(desk).take(PHONES).collect(),
        email: desk.emails.first().map(String::as_str),
        website: desk.website.as_deref(),
    };
    let ways = !desk.phones.is_empty() || desk.email.is_some() || desk.website.is_some();
    ways.then_some(desk)
}

/// The office, if there is a way to turn to it.
fn office(school: &School) -> Option<Office<'_>> {
    let office = Office {
        phone: school.phone.as_deref(),
        email: school.email.as_deref(),
        website: school.website.as_deref(),
        address: school.address.as_deref(),
    };
    let ways = [office.phone, office.email, office.website, office.address];
    ways.iter().any(Option::is_some).then_some(office)
}
