//! Calendars to subscribe to: which a school has, and links to their pages.

use std::borrow::Cow;

use serde::Serialize;

use crate::language::names::with_initials;
use crate::model::audience::Group;
use crate::model::occurrence::Occurrence;
use crate::model::timetable::{Details, Person, Timetable};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// A calendar of a school that has a page by which people subscribe.
#[derive(Debug, Clone, Copy)]
pub enum Feed<'a> {
    /// All consultations.
    All,
    /// Those for a group for which some session is.
    Group(Group),
    /// What falls due by the regulations.
    Deadlines,
    /// Those of one consultant.
    Person(&'a Person),
}

impl<'a> Feed<'a> {
    /// Its name in addresses: `all`, `parents`, `deadlines`, the consultant's identifier.
    #[must_use]
    pub fn id(self) -> &'a str {
        match self {
            Self::All => "all",
            Self::Group(group) => group.id(),
            Self::Deadlines => "deadlines",
            Self::Person(person) => &person.id,
        }
    }

    /// «Консультации для родителей».
    #[must_use]
    pub fn name(self, ctx: &SchoolContext<'a>) -> Cow<'a, str> {
        let key = match self {
            Self::All => "site-feed-all",
            Self::Group(Group::Parents) => "site-feed-parents",
            Self::Group(Group::Staff) => "site-feed-staff",
            Self::Group(Group::Pupils) => "site-feed-pupils",
            Self::Deadlines => "site-feed-deadlines",
            Self::Person(person) => {
                let consultations = ctx.catalogue.text("site-consultations");
                return format!("{consultations}: {}", with_initials(&person.name)).into();
            }
        };
        ctx.catalogue.text(key).into()
    }

    /// Whether it tells of `instance`.
    #[must_use]
    pub fn tells(self, instance: &Occurrence<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => instance.details.audience.contains(group),
            Self::Deadlines => false,
            Self::Person(person) => instance.person.id == person.id,
        }
    }
}

/// A link to a calendar.
#[derive(Debug, Clone, Serialize)]
pub struct FeedView<'a> {
    /// «Консультации для родителей», «Иванова Мария Петровна».
    pub name: Cow<'a, str>,
    /// Address of the page by which people subscribe, relative to the page.
    pub href: String,
    /// The consultant's post; empty for other calendars.
    pub about: &'a str,
}

/// The calendars that have a page: those of consultations if there is any session, one for each
/// group and consultant that has some; deadlines if there is a regulation.
#[must_use]
pub fn all<'a>(ctx: &SchoolContext<'a>) -> Vec<Feed<'a>> {
    let groups = groups(ctx);
    let mut feeds = Vec::with_capacity(8);
    feeds.extend((!groups.is_empty()).then_some(Feed::All));
    feeds.extend(groups.into_iter().map(Feed::Group));
    feeds.extend((!ctx.school.regulations.is_empty()).then_some(Feed::Deadlines));
    feeds.extend(ctx.school.consultants().into_iter().map(Feed::Person));
    feeds
}

/// Links for the page at `path`. Where all consultations are for one group or by one person,
/// that calendar stands for the others; consultants are one link to the page of all calendars.
#[must_use]
pub fn feeds<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<FeedView<'a>> {
    let mut links = shared(ctx, path);
    if !by_person(ctx, path).is_empty() {
        links.push(FeedView {
            name: ctx.catalogue.text("site-subscribe-people").into(),
            href: format!("{}#people_", relative(path, &ctx.addresses.calendars())),
            about: "",
        });
    }
    links
}

/// Links to the calendars that are not of one consultant.
#[must_use]
pub fn shared<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<FeedView<'a>> {
    let one_group = groups(ctx).len() == 1;
    let shown = all(ctx).into_iter().filter(|feed| match feed {
        Feed::All => !one_group,
        Feed::Group(_) | Feed::Deadlines => true,
        Feed::Person(_) => false,
    });
    shown.map(|feed| link(ctx, path, feed)).collect()
}

/// Links to the calendars of consultants who have consultations to come; none if there is only
/// one such consultant.
#[must_use]
pub fn by_person<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<FeedView<'a>> {
    let coming = |feed: &Feed<'a>| {
        ctx.occurrences.iter().any(|instance| instance.date >= ctx.today && feed.tells(instance))
    };
    let people = all(ctx).into_iter().filter(|feed| matches!(feed, Feed::Person(_)));
    let shown: Vec<Feed<'a>> = people.filter(coming).collect();
    if shown.len() == 1 {
        return Vec::new();
    }
    shown.into_iter().map(|feed| link(ctx, path, feed)).collect()
}

/// The link on the page at `path` to the page of `feed`.
#[must_use]
pub fn link<'a>(ctx: &SchoolContext<'a>, path: &str, feed: Feed<'a>) -> FeedView<'a> {
    let (name, about) = match feed {
        Feed::Person(person) => (Cow::from(person.name.as_str()), person.post.as_str()),
        Feed::All | Feed::Group(_) | Feed::Deadlines => (feed.name(ctx), ""),
    };
    FeedView { name, href: relative(path, &ctx.addresses.subscribe(feed.id())), about }
}

/// The groups for which some session is.
fn groups(ctx: &SchoolContext<'_>) -> Vec<Group> {
    let timetables = || ctx.school.timetables.iter();
    let is_for = |group| timetables().flat_map(details).any(|d| d.audience.contains(group));
    Group::ALL.into_iter().filter(|group| is_for(*group)).collect()
}

/// What is planned in `timetable`, regular and extra.
fn details(timetable: &Timetable) -> impl Iterator<Item = &Details> {
    let regular = timetable.sessions.iter().map(|session| &session.details);
    regular.chain(timetable.extra.iter().map(|extra| &extra.details))
}
