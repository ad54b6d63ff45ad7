//! What a template knows of the school that it is filled in for.

use std::collections::BTreeSet;

use minijinja::Value;

use super::engine::Context;
use crate::model::school::School;
use crate::model::system::InformationSystem;
use crate::model::timetable::Channel;

/// All facts by their names in templates. Of lists the items have keys of their own: `number` and
/// `note` of a phone, `title` and `text` of a protected section.
pub const FACTS: [&str; 21] = [
    "school.name",
    "school.short_name",
    "school.city",
    "school.region",
    "school.address",
    "school.phone",
    "school.email",
    "school.website",
    "school.director",
    "school.director_post",
    "school.founder",
    "system.name",
    "system.full_name",
    "system.website",
    "desk.name",
    "desk.phones",
    "desk.emails",
    "desk.website",
    "desk.note",
    "protected",
    "channels",
];

/// The facts of `school`. What is not known is `none`, a list of which there is nothing empty.
pub(super) fn of(school: &School) -> Context {
    let text = |text: Option<&String>| text.map_or(Value::from(()), |t| Value::from(t.as_str()));
    let director = school.director.as_ref();
    let facts = Value::from_pairs([
        ("name", Value::from(school.name.as_str())),
        ("short_name", Value::from(school.short_name.as_str())),
        ("city", Value::from(school.city.as_str())),
        ("region", text(school.region.as_ref())),
        ("address", text(school.address.as_ref())),
        ("phone", text(school.phone.as_ref())),
        ("email", text(school.email.as_ref())),
        ("website", text(school.website.as_ref())),
        ("director", text(director.map(|director| &director.name))),
        ("director_post", text(director.map(|director| &director.post))),
        ("founder", text(school.founder.as_ref().map(|founder| &founder.name))),
    ]);
    let system = school.system.as_deref();
    let of_system = Value::from_pairs([
        ("name", text(system.map(|system| &system.name))),
        ("full_name", text(system.and_then(|s| s.full_name.as_ref().or(Some(&s.name))))),
        ("website", text(system.and_then(|system| system.website.as_ref()))),
    ]);
    let channels: BTreeSet<&str> = channels(school).map(Channel::id).collect();
    context([facts, of_system, desk(system), protected(system), channels.into_iter().collect()])
}

/// The five roots.
fn context([school, system, desk, protected, channels]: [Value; 5]) -> Context {
    let named = [
        ("school", school),
        ("system", system),
        ("desk", desk),
        ("protected", protected),
        ("channels", channels),
    ];
    named.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn desk(system: Option<&InformationSystem>) -> Value {
    let desk = system.and_then(|system| system.desk.as_ref());
    let text = |text: Option<&String>| text.map_or(Value::from(()), |t| Value::from(t.as_str()));
    let phones = desk.map(|desk| desk.phones.as_slice()).unwrap_or_default().iter();
    let phones = phones.map(|phone| {
        let number = Value::from(phone.number.as_str());
        Value::from_pairs([("number", number), ("note", text(phone.note.as_ref()))])
    });
    let emails = desk.map(|desk| desk.emails.as_slice()).unwrap_or_default();
    Value::from_pairs([
        ("name", text(desk.map(|desk| &desk.name))),
        ("phones", phones.collect()),
        ("emails", emails.iter().map(String::as_str).collect()),
        ("website", text(desk.and_then(|desk| desk.website.as_ref()))),
        ("note", text(desk.and_then(|desk| desk.note.as_ref()))),
    ])
}

/// The protected sections; their text is Markdown and comes out as it is.
fn protected(system: Option<&InformationSystem>) -> Value {
    let sections = system.map(|system| system.protected.as_slice()).unwrap_or_default().iter();
    let sections = sections.map(|section| {
        let text = Value::from_safe_string(section.source.trim().to_owned());
        Value::from_pairs([("title", Value::from(section.title.as_str())), ("text", text)])
    });
    sections.collect()
}

/// How people can come by the timetables of the school.
fn channels(school: &School) -> impl Iterator<Item = Channel> {
    school.timetables.iter().flat_map(|timetable| {
        let sessions = timetable.sessions.iter().map(|session| session.details.channel);
        sessions.chain(timetable.extra.iter().map(|extra| extra.details.channel))
    })
}

/// Facts to try a template with: everything is known.
pub(super) fn sample() -> Context {
    let named = |root: &'static str| {
        let inner = FACTS.iter().filter_map(move |fact| fact.strip_prefix(root)?.strip_prefix('.'));
        inner.map(|name| (name, Value::from("образец")))
    };
    let text = || Value::from("образец");
    let phone = Value::from_pairs([("number", text()), ("note", text())]);
    let lists = [("phones", Value::from_iter([phone])), ("emails", Value::from_iter([text()]))];
    let desk = Value::from_pairs(named("desk").chain(lists));
    let section = Value::from_pairs([("title", text()), ("text", text())]);
    let channels = Channel::ALL.map(Channel::id).into_iter().collect();
    context([
        Value::from_pairs(named("school")),
        Value::from_pairs(named("system")),
        desk,
        Value::from_iter([section.clone(), section]),
        channels,
    ])
}
