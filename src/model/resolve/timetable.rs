//! `timetable.yaml`.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::fields::{self, Fields};
use super::regulation::approval;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::language::placeholder::is_marked;
use crate::model::occurrence::is_ever_planned;
use crate::model::timetable::{
    Channel, Details, Extra, Pattern, Person, RESERVED_IDS, Session, Timetable,
};
use crate::source::Document;
use crate::source::yaml::{Node, Value};

/// Names of channels, in the order of [`Channel::ALL`].
pub(super) const CHANNELS: [&str; 4] = ["in-person", "phone", "email", "video"];

/// The timetable `id` in `document`.
pub(super) fn timetable(
    id: &str,
    document: &Document,
    found: &mut Diagnostics,
) -> Option<Timetable> {
    let mut fields = Fields::new(document, &document.root, found)?;
    let valid_node = fields.require("valid");
    let valid = valid_node.and_then(|node| period(document, node, fields.found));
    let approved = fields.require("approved");
    let open = approved.is_some_and(|node| is_marked(node.scalar()));
    let approved = approved.filter(|_| !open);
    let approval = approved.and_then(|node| approval(document, node, fields.found));
    let note = fields.optional_text("note");
    let named = fields.require("people");
    let people = named.map(|node| people_map(document, node, fields.found)).unwrap_or_default();
    let session_nodes = fields.list("sessions");
    if session_nodes.is_empty() {
        fields.require("sessions");
    }
    let cancelled = fields.list("cancelled");
    let moved = fields.list("moved");
    let substituted = fields.list("substituted");
    let extra = fields.list("extra");
    fields.finish();

    let (from, to) = valid?;
    let (ids, sessions) = (BTreeMap::new(), Vec::new());
    let mut parts = Parts { document, found, named, people, ids, sessions };
    for node in session_nodes {
        let session = parts.session(node, from, to);
        parts.sessions.extend(session);
    }
    let cancelled = parts.cancellations(cancelled);
    let moved = parts.moves(moved, &cancelled);
    let substituted = parts.substitutions(substituted, &cancelled);
    let extra = extra.iter().filter_map(|node| parts.extra(node, from, to)).collect();
    Some(Timetable {
        id: id.to_owned(),
        position: 0,
        from,
        to,
        approval: if open { None } else { Some(approval?) },
        note,
        people: parts.people,
        sessions: parts.sessions,
        cancelled,
        moved,
        substituted,
        extra,
        place: valid_node.map(|node| document.place(node)).unwrap_or_default(),
    })
}

/// `{from, to}`.
fn period(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<(Date, Date)> {
    let mut fields = Fields::new(document, node, found)?;
    let from = fields.date("from");
    let to = fields.date("to");
    fields.finish();
    let (from, to) = (from?, to?);
    if from > to {
        let wrong = Diagnostic::error("date-order", document.place(node));
        found.push(wrong.with("from", from.to_string()).with("to", to.to_string()));
        return None;
    }
    if from.until(to).map_or(true, |span| span.get_days() > 800) {
        found.push(Diagnostic::error("timetable-too-long", document.place(node)));
        return None;
    }
    Some((from, to))
}

fn people_map(document: &Document, node: &Node, found: &mut Diagnostics) -> Vec<Person> {
    let Value::Map(entries) = &node.value else {
        found.push(fields::wrong_type(document, node, "map"));
        return Vec::new();
    };
    let people = entries.iter().filter_map(|(key, node)| {
        let id = fields::id(document, key, found);
        if RESERVED_IDS.contains(&key.scalar()) {
            let reserved = Diagnostic::error("person-id-reserved", document.place(key));
            found.push(reserved.with("id", key.scalar()));
        }
        let mut fields = Fields::new(document, node, found)?;
        let name = fields.text("name");
        let post = fields.text("post");
        let phone = fields.optional_text("phone");
        let email = fields.optional_text("email");
        fields.finish();
        Some(Person { id: id?, name: name?, post: post?, phone, email })
    });
    people.collect()
}

/// What has been understood of the timetable so far.
pub(super) struct Parts<'d, 'f> {
    pub(super) document: &'d Document,
    pub(super) found: &'f mut Diagnostics,
    /// The map of people as written: somebody in it may have mistakes and be no one's person.
    named: Option<&'d Node>,
    people: Vec<Person>,
    /// Lines on which the ids of sessions stand, also of those with mistakes.
    pub(super) ids: BTreeMap<String, u32>,
    pub(super) sessions: Vec<Session>,
}

impl<'d> Parts<'d, '_> {
    fn session(&mut self, node: &'d Node, from: Date, to: Date) -> Option<Session> {
        let document = self.document;
        let mut fields = Fields::new(document, node, self.found)?;
        let days = RawDays {
            on: fields.take("on"),
            dates: fields.take("dates"),
            every: fields.take("every"),
        };
        let time = fields.time_range("at");
        let first = fields.optional_date("from").unwrap_or(from).max(from);
        let last = fields.optional_date("to").unwrap_or(to).min(to);
        let in_breaks = fields.flag("in_breaks", false);
        let raw = RawDetails::take(&mut fields);
        fields.finish();
        let details = self.details(raw);
        let pattern = self.pattern(node, &days, first);
        let session = Session {
            pattern: pattern?,
            from: first,
            to: last,
            time: time?,
            in_breaks,
            details: details?,
        };
        if !is_ever_planned(&session) {
            let never = Diagnostic::error("session-never", document.place(node));
            self.found.push(never.with("session", session.details.id.as_str()));
        } else if let Some(dates) = days.dates {
            self.within_term(dates, first, last);
        }
        Some(session)
    }

    /// Chosen dates before the first or after the last day of a session would never be shown.
    fn within_term(&mut self, dates: &'d Node, first: Date, last: Date) {
        for node in fields::one_or_many(dates) {
            let date = fields::parse_date(node.scalar().trim());
            if date.is_some_and(|date| !(first..=last).contains(&date)) {
                let outside = Diagnostic::error("date-outside-term", self.document.place(node));
                let outside = outside.with("date", node.scalar().trim());
                let outside = outside.with("from", first.to_string());
                self.found.push(outside.with("to", last.to_string()));
            }
        }
    }

    /// The days of a session: `dates`, or `on` with or without `every`.
    fn pattern(&mut self, node: &'d Node, days: &RawDays<'d>, first: Date) -> Option<Pattern> {
        let document = self.document;
        let on = match (days.on, days.dates, days.every) {
            (Some(on), None, _) => on,
            (None, Some(dates), None) => return self.chosen_dates(dates),
            (None, Some(_), Some(every)) => {
                self.found.push(Diagnostic::error("session-every", document.place(every)));
                return None;
            }
            _ => {
                self.found.push(Diagnostic::error("session-days", document.place(node)));
                return None;
            }
        };
        let weekdays = fields::weekdays(document, on, self.found)?;
        match days.every {
            Some(every) if every.scalar() != "week" => self.every(every, weekdays, first),
            _ => Some(Pattern::Weekly { days: weekdays, interval: 1, anchor: first }),
        }
    }

    /// `{weeks, from}` or `{nth}`.
    fn every(&mut self, node: &'d Node, days: Vec<Weekday>, first: Date) -> Option<Pattern> {
        let document = self.document;
        let mut fields = Fields::new(document, node, self.found)?;
        let weeks = fields.take("weeks");
        let nth = fields.take("nth");
        let anchor = fields.optional_date("from");
        let mistakes = fields.found.count(Severity::Error);
        let pattern = match (weeks, nth, anchor) {
            (Some(weeks), None, _) => {
                let interval = fields::number(document, weeks, 1..=8, fields.found);
                let anchor = anchor.or((interval == Some(1)).then_some(first));
                let interval = interval.and_then(|weeks| u8::try_from(weeks).ok());
                anchor.zip(interval).map(|(anchor, interval)| Pattern::Weekly {
                    days,
                    interval,
                    anchor,
                })
            }
            (None, Some(nth), None) => {
                let choices = ["1", "2", "3", "4", "last"];
                let index = fields::choice(document, nth, &choices, fields.found);
                index.map(|index| Pattern::Monthly { days, nth: [1, 2, 3, 4, -1][index] })
            }
            _ => None,
        };
        if pattern.is_none() && fields.found.count(Severity::Error) == mistakes {
            fields.found.push(Diagnostic::error("session-every", document.place(node)));
        }
        fields.finish();
        pattern
    }

    fn chosen_dates(&mut self, node: &'d Node) -> Option<Pattern> {
        let mut dates = Vec::new();
        for item in fields::one_or_many(node) {
            dates.push(fields::date(self.document, item, self.found)?);
        }
        dates.sort_unstable();
        dates.dedup();
        Some(Pattern::Dates(dates))
    }

    fn details(&mut self, raw: RawDetails<'d>) -> Option<Details> {
        let document = self.document;
        let id = raw.id.and_then(|node| fields::id(document, node, self.found));
        if let (Some(id), Some(node)) = (&id, raw.id) {
            let place = document.place(node);
            if let Some(line) = self.ids.get(id) {
                let form = if place.cell.is_some() { "table" } else { "yaml" };
                let twice = Diagnostic::error("session-id-twice", place).with("form", form);
                self.found.push(twice.with("id", id.as_str()).with("line", *line));
            } else {
                self.ids.insert(id.clone(), place.line);
            }
        }
        let person = raw.who.and_then(|node| self.person(node));
        Some(Details {
            id: id?,
            person: person?,
            audience: raw.audience?,
            room: raw.room,
            channel: raw.channel,
            link: raw.link,
            booking: raw.booking,
            topic: raw.topic,
            place: raw.id.map(|node| document.place(node))?,
        })
    }

    pub(super) fn person(&mut self, node: &'d Node) -> Option<usize> {
        let id = fields::text(self.document, node, self.found)?;
        let index = self.people.iter().position(|person| person.id == id);
        if index.is_none() && !self.is_named(&id) {
            let known = self.people.iter().map(|person| person.id.as_str());
            let near = fields::nearest(&id, known);
            let unknown = Diagnostic::error("person-unknown", self.document.place(node));
            self.found.push(unknown.with("person", id.as_str()).near(near));
        }
        index
    }

    /// Whether the map of people names this id; if there is no map, that is the mistake to tell.
    fn is_named(&self, id: &str) -> bool {
        match self.named.map(|node| &node.value) {
            Some(Value::Map(entries)) => entries.iter().any(|(key, _)| key.scalar() == id),
            _ => true,
        }
    }

    fn extra(&mut self, node: &'d Node, from: Date, to: Date) -> Option<Extra> {
        let document = self.document;
        let mut fields = Fields::new(document, node, self.found)?;
        let date_node = fields.require("date");
        let date = date_node.and_then(|node| fields::date(document, node, fields.found));
        let time = fields.time_range("at");
        let reason = fields.optional_text("reason");
        let raw = RawDetails::take(&mut fields);
        fields.finish();
        if let (Some(node), Some(date)) = (date_node, date)
            && !(from..=to).contains(&date)
        {
            let outside = Diagnostic::error("extra-outside-validity", document.place(node));
            let outside = outside.with("from", from.to_string()).with("to", to.to_string());
            self.found.push(outside);
        }
        let details = self.details(raw)?;
        Some(Extra { date: date?, time: time?, details, reason })
    }
}

/// The fields that tell the days of a session.
struct RawDays<'d> {
    on: Option<&'d Node>,
    dates: Option<&'d Node>,
    every: Option<&'d Node>,
}

/// The fields that sessions and extra consultations share, before ids are looked up.
struct RawDetails<'d> {
    id: Option<&'d Node>,
    who: Option<&'d Node>,
    audience: Option<crate::model::audience::Audience>,
    room: Option<String>,
    channel: Channel,
    link: Option<String>,
    booking: Option<String>,
    topic: Option<String>,
}

impl<'d> RawDetails<'d> {
    fn take(fields: &mut Fields<'d, '_>) -> Self {
        let document = fields.document;
        let id = fields.require("id");
        let who = fields.require("who");
        let audience = fields.require("for");
        let audience = audience.and_then(|n| fields::audience(document, n, fields.found));
        let room = fields.optional_text("room");
        let channel = fields.take("channel");
        let channel = channel.and_then(|n| fields::choice(document, n, &CHANNELS, fields.found));
        let channel = channel.map_or(Channel::default(), |index| Channel::ALL[index]);
        let link = fields.optional_address("link");
        let booking = fields.optional_text("booking");
        let topic = fields.optional_text("topic");
        Self { id, who, audience, room, channel, link, booking, topic }
    }
}
