//! What an event tells people: its title, text and place.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::component::one_line;
use super::group_key;
use crate::language::{Arg, Catalogue, dates, names};
use crate::model::audience::{Audience, Group};
use crate::model::occurrence::{Occurrence, Outcome, Source};
use crate::model::timetable::{Channel, Person, TimeRange};
use crate::outputs::context::SchoolContext;

/// The words of one event.
pub(super) struct Words<'a> {
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) location: String,
    /// Names of the groups for which it is.
    pub(super) categories: Vec<&'a str>,
}

/// The words for `instance`; `page` is the address of the timetable page.
pub(super) fn words<'a>(
    ctx: &'a SchoolContext<'_>,
    instance: &Occurrence<'_>,
    page: &str,
) -> Words<'a> {
    let person = instance.person;
    let groups = instance.details.audience.groups();
    let session_time = planned_time(instance);
    Words {
        summary: summary(ctx.catalogue, instance, person, session_time),
        description: description(ctx.catalogue, instance, person, session_time, page),
        location: location(ctx, instance, person),
        categories: groups.map(|group| ctx.catalogue.text(group_key(group))).collect(),
    }
}

fn planned_time(instance: &Occurrence<'_>) -> TimeRange {
    match instance.source {
        Source::Session(index) => {
            instance.timetable.sessions.get(index).map(|session| session.time)
        }
        Source::Extra(_) => None,
    }
    .unwrap_or(instance.time)
}

/// «Консультация для родителей: М. П. Иванова»; an extra one begins with its topic.
fn summary(
    catalogue: &Catalogue,
    instance: &Occurrence<'_>,
    person: &Person,
    planned: TimeRange,
) -> String {
    let topic = instance.details.topic.as_deref();
    let what = match (instance.source, topic) {
        (Source::Extra(_), Some(topic)) => one_line(topic),
        _ => Cow::Borrowed(catalogue.text(consultation_key(instance.details.audience))),
    };
    let who = names::with_initials(&person.name);
    let event =
        if who.is_empty() { what.into_owned() } else { format!("{what}: {}", one_line(&who)) };
    match instance.outcome {
        Outcome::Cancelled(_) => format!("{}: {event}", catalogue.text("calendar-cancelled")),
        Outcome::Moved(_) => format!("{event} ({})", change(catalogue, instance, planned)),
        Outcome::Substituted(_) => {
            format!("{event} ({})", catalogue.text("calendar-substituted"))
        }
        Outcome::Held | Outcome::Skipped(_) => event,
    }
}

/// What became different: the day, else the time, else the room.
fn change(catalogue: &Catalogue, instance: &Occurrence<'_>, planned: TimeRange) -> String {
    if instance.date != instance.planned {
        let day = dates::day_month(catalogue, instance.planned);
        catalogue.format("calendar-moved-day", &[("day", Arg::from(day))])
    } else if instance.time != planned {
        let time = Arg::from(planned.to_string());
        catalogue.format("calendar-moved-time", &[("time", time)])
    } else {
        catalogue.text("calendar-moved-room").to_owned()
    }
}

/// One fact a line.
fn description(
    catalogue: &Catalogue,
    instance: &Occurrence<'_>,
    person: &Person,
    planned: TimeRange,
    page: &str,
) -> String {
    let details = instance.details;
    let mut text = format!("{}, {}", one_line(&person.name), one_line(&person.post));
    let mut add = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = write!(text, "\n{}: {}", catalogue.text(key), one_line(value));
        }
    };
    match instance.outcome {
        Outcome::Cancelled(reason) => add("calendar-cancel-reason", reason),
        Outcome::Moved(reason) => {
            let day = dates::weekday_day_month(catalogue, instance.planned);
            add("calendar-planned", Some(&format!("{day}, {planned}")));
            add("calendar-move-reason", reason);
        }
        Outcome::Substituted(reason) => {
            let planned = instance.timetable.people.get(details.person);
            add("calendar-instead-of", planned.map(|person| person.name.as_str()));
            add("calendar-substitute-reason", reason);
        }
        Outcome::Held | Outcome::Skipped(_) => {}
    }
    add("calendar-topic", details.topic.as_deref());
    add("calendar-channel", Some(catalogue.text(channel_key(details.channel))));
    add("calendar-link", details.link.as_deref());
    add("calendar-booking", details.booking.as_deref());
    add("calendar-phone", person.phone.as_deref());
    add("calendar-email", person.email.as_deref());
    add("calendar-page", Some(page));
    text
}

/// «кабинет 214, МБОУ СОШ № 1»; what is not in person says so first.
fn location(ctx: &SchoolContext<'_>, instance: &Occurrence<'_>, person: &Person) -> String {
    let mut parts = Vec::with_capacity(3);
    let channel = instance.details.channel;
    if channel != Channel::InPerson {
        let contact = match channel {
            Channel::Phone => person.phone.as_deref(),
            Channel::Email => person.email.as_deref(),
            Channel::InPerson | Channel::Video => None,
        };
        let how = ctx.catalogue.text(channel_key(channel));
        parts.push(contact.map_or_else(|| how.to_owned(), |contact| format!("{how} {contact}")));
    }
    parts.extend(instance.room.map(|room| {
        let numbered = room.starts_with(|c: char| c.is_ascii_digit());
        let word = if numbered { ctx.catalogue.text("calendar-room") } else { "" };
        format!("{word} {room}").trim().to_owned()
    }));
    parts.push(ctx.school.short_name.clone());
    one_line(&parts.join(", ")).into_owned()
}

const fn consultation_key(audience: Audience) -> &'static str {
    let parents = audience.contains(Group::Parents);
    let staff = audience.contains(Group::Staff);
    match (parents, staff, audience.contains(Group::Pupils)) {
        (true, false, false) => "calendar-consultation-parents",
        (false, true, false) => "calendar-consultation-staff",
        (false, false, true) => "calendar-consultation-pupils",
        (true, true, false) => "calendar-consultation-parents-staff",
        (true, false, true) => "calendar-consultation-parents-pupils",
        (false, true, true) => "calendar-consultation-staff-pupils",
        (true, true, true) | (false, false, false) => "calendar-consultation-everybody",
    }
}

const fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "channel-in-person",
        Channel::Phone => "channel-phone",
        Channel::Email => "channel-email",
        Channel::Video => "channel-video",
    }
}
