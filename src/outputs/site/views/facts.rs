//! Contacts of the school, its founder and its consultants.

use serde::Serialize;

use super::super::html::escape::is_allowed;
use super::places;
use crate::language::Catalogue;
use crate::model::school::{Founder, School};
use crate::model::timetable::{Person, Timetable};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// A line «Телефон: +7 …».
#[derive(Debug, Clone, Serialize)]
pub struct Fact<'a> {
    /// What it is.
    pub label: &'a str,
    /// The value.
    pub value: String,
    /// Address of a link on the value.
    pub href: Option<String>,
}

/// A consultant.
#[derive(Debug, Clone, Serialize)]
pub struct PersonView<'a> {
    /// Full name.
    pub name: &'a str,
    /// Address of their page; `None` if they have no session.
    pub href: Option<String>,
    /// Post.
    pub post: &'a str,
    /// Phone and e-mail, where the school publishes them.
    pub facts: Vec<Fact<'a>>,
}

/// Facts in the making: only values that are given.
struct Facts<'a> {
    catalogue: &'a Catalogue,
    list: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        Self { catalogue, list: Vec::with_capacity(6) }
    }

    fn text(mut self, key: &'a str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            let label = self.catalogue.text(key);
            self.list.push(Fact { label, value: value.to_owned(), href: None });
        }
        self
    }

    fn phone(mut self, phone: Option<&str>) -> Self {
        if let Some(phone) = phone {
            let label = self.catalogue.text("site-phone");
            let value = places::unbroken(phone);
            self.list.push(Fact { label, value, href: Some(places::tel(phone)) });
        }
        self
    }

    fn email(mut self, email: Option<&str>) -> Self {
        if let Some(email) = email {
            let label = self.catalogue.text("site-email");
            let href = Some(format!("mailto:{email}"));
            self.list.push(Fact { label, value: email.to_owned(), href });
        }
        self
    }

    fn website(mut self, website: Option<&str>) -> Self {
        if let Some(website) = website {
            let label = self.catalogue.text("site-website");
            self.list.push(Fact { label, value: host(website).to_owned(), href: web(website) });
        }
        self
    }
}

/// Address of a link to `website`, unless it is none that may stand.
#[must_use]
pub fn web(website: &str) -> Option<String> {
    let is_web = website.starts_with("https://") || website.starts_with("http://");
    (is_web && is_allowed(website)).then(|| website.to_owned())
}

/// A web address as people say it: without scheme and closing slash.
#[must_use]
pub fn host(website: &str) -> &str {
    let bare = website.strip_prefix("https://").or_else(|| website.strip_prefix("http://"));
    bare.unwrap_or(website).trim_end_matches('/')
}

/// Contacts of the school.
#[must_use]
pub fn school<'a>(catalogue: &'a Catalogue, school: &School) -> Vec<Fact<'a>> {
    let director = school.director.as_ref().map(|d| format!("{}, {}", d.name, d.post));
    Facts::new(catalogue)
        .text("site-full-name", Some(&school.name))
        .text("site-address", school.address.as_deref())
        .phone(school.phone.as_deref())
        .email(school.email.as_deref())
        .website(school.website.as_deref())
        .text("site-director", director.as_deref())
        .list
}

/// Contacts of the founder.
#[must_use]
pub fn founder<'a>(catalogue: &'a Catalogue, founder: &Founder) -> Vec<Fact<'a>> {
    Facts::new(catalogue)
        .text("site-founder-name", Some(&founder.name))
        .text("site-address", founder.address.as_deref())
        .phone(founder.phone.as_deref())
        .email(founder.email.as_deref())
        .website(founder.website.as_deref())
        .text("site-founder-hours", founder.hours.as_deref())
        .list
}

/// Ways to reach the founder; hours only beside one of them.
#[must_use]
pub fn ways<'a>(catalogue: &'a Catalogue, founder: &Founder) -> Vec<Fact<'a>> {
    let facts = Facts::new(catalogue).phone(founder.phone.as_deref());
    let facts = facts.email(founder.email.as_deref()).website(founder.website.as_deref());
    if facts.list.is_empty() {
        return facts.list;
    }
    facts.text("site-founder-hours", founder.hours.as_deref()).list
}

/// Phone and e-mail of a consultant, where the school publishes them.
#[must_use]
pub fn of_person<'a>(catalogue: &'a Catalogue, person: &Person) -> Vec<Fact<'a>> {
    Facts::new(catalogue).phone(person.phone.as_deref()).email(person.email.as_deref()).list
}

/// The timetables whose people are shown: that of the day of the build, else the next one, else
/// the last, and those after it.
pub fn shown<'a>(ctx: &SchoolContext<'a>) -> impl Iterator<Item = &'a Timetable> {
    let first = ctx.timetable().map_or(usize::MAX, |timetable| timetable.position);
    ctx.school.timetables.iter().filter(move |timetable| timetable.position >= first)
}

/// The consultants of the timetables that are shown, for the page at `path`.
#[must_use]
pub fn people<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<PersonView<'a>> {
    let active = consultants(&ctx.school.timetables);
    let mut views: Vec<(&str, PersonView<'a>)> = Vec::new();
    for person in shown(ctx).flat_map(|timetable| &timetable.people) {
        if views.iter().any(|(id, _)| *id == person.id) {
            continue;
        }
        let page = active.iter().any(|known| known.id == person.id);
        let view = PersonView {
            name: &person.name,
            href: page.then(|| relative(path, &ctx.addresses.consultant(&person.id))),
            post: &person.post,
            facts: of_person(ctx.catalogue, person),
        };
        views.push((&person.id, view));
    }
    views.into_iter().map(|(_, view)| view).collect()
}

/// Who gives, takes over or gave something in these timetables, each identifier once: as the
/// first of them has the person.
#[must_use]
pub fn consultants<'a>(timetables: impl IntoIterator<Item = &'a Timetable>) -> Vec<&'a Person> {
    let mut found: Vec<&Person> = Vec::new();
    for timetable in timetables {
        for (index, person) in timetable.people.iter().enumerate() {
            if is_active(timetable, index) && found.iter().all(|known| known.id != person.id) {
                found.push(person);
            }
        }
    }
    found
}

fn is_active(timetable: &Timetable, index: usize) -> bool {
    timetable.sessions.iter().any(|session| session.details.person == index)
        || timetable.extra.iter().any(|extra| extra.details.person == index)
        || timetable.substituted.iter().any(|substitution| substitution.person == index)
}
