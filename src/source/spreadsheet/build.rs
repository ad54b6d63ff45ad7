//! The timetable as a tree: what `timetable.yaml` with the same content would give.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::days::Rhythm;
use super::front::Facts;
use super::grid::At;
use super::people::People;
use super::rows::{Details, Session, day_name};
use super::slots::When;
use super::table::Table;
use super::tree::Tree;
use crate::diagnostics::{Diagnostic, Place};
use crate::language::dates::{WEEKDAY_IDS, clock};
use crate::source::yaml::Node;

/// Entries of a map.
type Entries = Vec<(Node, Node)>;

/// Longest identifier of a session before its begin is added, so that 60 characters suffice.
const LONGEST_BASE: usize = 55;

/// Makes nodes of what was read of a table.
pub(super) struct Build<'t, 's, 'f> {
    pub(super) table: &'t mut Table<'s, 'f>,
    pub(super) tree: Tree,
}

impl Build<'_, '_, '_> {
    /// The whole document. `sessions` are those whose person is known.
    pub(super) fn document(
        &mut self,
        facts: &Facts,
        people: &People,
        sessions: &[(Session, usize)],
    ) -> Node {
        let whole = Place::file(self.table.path.clone());
        let mut entries = self.facts(facts);
        let persons = self.people(people, &whole);
        entries.push(self.tree.entry("people", persons));
        let ids = ids(people, sessions);
        let items = sessions.iter().zip(ids);
        let items = items.map(|((session, person), id)| {
            let who = people.list.get(*person).map(|person| person.id.as_str());
            self.session(session, who.unwrap_or_default(), &id)
        });
        let items: Vec<Node> = items.collect();
        let list = self.tree.list(items, &whole);
        entries.push(self.tree.entry("sessions", list));
        self.tree.map(entries, &whole)
    }

    /// `valid`, `approved`, `note`.
    fn facts(&mut self, facts: &Facts) -> Entries {
        let mut entries = Vec::new();
        if let (Some((from, from_at)), Some((to, to_at))) = (facts.from, facts.to) {
            let period = vec![self.date("from", from, from_at), self.date("to", to, to_at)];
            let place = self.table.place(from_at);
            let valid = self.tree.map(period, &place);
            entries.push(self.tree.entry("valid", valid));
        }
        if let Some((date, at)) = facts.approved {
            let mut approval = vec![self.date("date", date, at)];
            approval.extend(self.text("by", facts.by.as_ref()));
            approval.extend(self.text("order", facts.order.as_ref()));
            let place = self.table.place(at);
            let approved = self.tree.map(approval, &place);
            entries.push(self.tree.entry("approved", approved));
        }
        entries.extend(self.text("note", facts.note.as_ref()));
        entries
    }

    fn people(&mut self, people: &People, whole: &Place) -> Node {
        let mut entries = Vec::new();
        let (usual, heading) = self.table.post();
        let without = people.list.iter().filter(|person| person.named.post.is_none()).count();
        if without > 0 {
            let note = Diagnostic::note("sheet-post", self.table.place(heading));
            self.table.found.push(note.with("post", usual).with("count", without));
        }
        for person in &people.list {
            let named = &person.named;
            let post = named.post.clone().unwrap_or_else(|| (usual.to_owned(), named.at));
            let name = (named.name.clone(), named.at);
            let mut fields: Entries = Vec::new();
            fields.extend(self.text("name", Some(&name)));
            fields.extend(self.text("post", Some(&post)));
            fields.extend(self.text("phone", named.phone.as_ref()));
            fields.extend(self.text("email", named.email.as_ref()));
            let place = self.table.place(named.at);
            let node = self.tree.map(fields, &place);
            let at = named.id.as_ref().map_or(named.at, |(_, at)| *at);
            let key = self.tree.word(&person.id, &self.table.place(at));
            entries.push((key, node));
        }
        self.tree.map(entries, whole)
    }

    fn session(&mut self, session: &Session, who: &str, id: &str) -> Node {
        let Session { slot, details, .. } = session;
        let time_place = self.table.place(slot.time_at);
        let id_at = details.id.as_ref().map_or(slot.time_at, |(_, at)| *at);
        let (id, who) =
            (self.tree.word(id, &self.table.place(id_at)), self.tree.word(who, &time_place));
        let mut fields = vec![self.tree.entry("id", id), self.tree.entry("who", who)];
        fields.push(self.audience(details, slot.time_at));
        fields.extend(self.days(&slot.when, slot.day_at));
        fields.extend(details.from.map(|(date, at)| self.date("from", date, at)));
        fields.extend(details.to.map(|(date, at)| self.date("to", date, at)));
        let at = format!("{}-{}", clock(slot.time.0), clock(slot.time.1));
        fields.extend(self.text("at", Some(&(at, slot.time_at))));
        fields.extend(self.text("room", slot.room.as_ref().or(details.room.as_ref())));
        fields.extend(details.channel.map(|(channel, at)| self.word("channel", channel, at)));
        fields.extend(self.text("link", details.link.as_ref()));
        fields.extend(self.text("booking", details.booking.as_ref()));
        fields.extend(self.text("topic", details.topic.as_ref()));
        fields.extend(details.in_breaks.map(|at| self.word("in_breaks", "true", at)));
        self.tree.map(fields, &time_place)
    }

    fn audience(&mut self, details: &Details, time_at: At) -> (Node, Node) {
        let (groups, at) = match &details.audience {
            Some((groups, at)) => (groups.as_slice(), *at),
            // Told once for the whole table.
            None => (["all"].as_slice(), time_at),
        };
        if groups == ["all"] {
            return self.word("for", "all", at);
        }
        let place = self.table.place(at);
        let list = self.tree.words(groups.iter().copied(), &place);
        self.tree.entry("for", list)
    }

    /// `on` with `every`, or `dates`.
    fn days(&mut self, when: &When, at: At) -> Entries {
        let place = self.table.place(at);
        match when {
            When::Dates(dates) => {
                let dates = dates.iter().map(|(date, at)| {
                    let place = self.table.place(*at);
                    self.tree.word(&date.to_string(), &place)
                });
                let dates = dates.collect();
                let list = self.tree.list(dates, &place);
                vec![self.tree.entry("dates", list)]
            }
            When::Days(days) => {
                let names = days.weekdays.iter().filter_map(|day| WEEKDAY_IDS.get(*day).copied());
                let names: Vec<&str> = names.collect();
                let on = match names.as_slice() {
                    [one] => self.tree.word(one, &place),
                    several => self.tree.words(several.iter().copied(), &place),
                };
                let mut entries = vec![self.tree.entry("on", on)];
                let every = match days.rhythm {
                    Rhythm::Weekly => return entries,
                    Rhythm::Fortnightly(from) => {
                        vec![self.word("weeks", "2", at), self.date("from", from, at)]
                    }
                    Rhythm::Nth(-1) => vec![self.word("nth", "last", at)],
                    Rhythm::Nth(nth) => vec![self.word("nth", &nth.to_string(), at)],
                };
                let every = self.tree.map(every, &place);
                entries.push(self.tree.entry("every", every));
                entries
            }
        }
    }

    fn date(&mut self, key: &str, date: Date, at: At) -> (Node, Node) {
        self.word(key, &date.to_string(), at)
    }

    fn word(&mut self, key: &str, word: &str, at: At) -> (Node, Node) {
        let place = self.table.place(at);
        let node = self.tree.word(word, &place);
        self.tree.entry(key, node)
    }

    fn text(&mut self, key: &str, text: Option<&(String, At)>) -> Option<(Node, Node)> {
        let (text, at) = text?;
        let place = self.table.place(*at);
        let node = self.tree.text(text, &place);
        Some(self.tree.entry(key, node))
    }
}

/// Identifiers of the sessions: those given; else person, days and audience, and the begin where
/// several would be the same. Rows may change places without changing them.
fn ids(people: &People, sessions: &[(Session, usize)]) -> Vec<String> {
    let base = |(session, person): &(Session, usize)| {
        let person = people.list.get(*person).map(|person| person.id.as_str()).unwrap_or_default();
        let groups = session
            .details
            .audience
            .as_ref()
            .map_or("all".to_owned(), |(groups, _)| groups.join("-"));
        let base = format!("{person}-{}-{groups}", day_name(&session.slot.when));
        // Four days and more that do not follow each other.
        if base.len() > LONGEST_BASE { format!("{person}-days-{groups}") } else { base }
    };
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for session in sessions.iter().filter(|(session, _)| session.details.id.is_none()) {
        *count.entry(base(session)).or_default() += 1;
    }
    let id = |session: &(Session, usize)| {
        // One identifier for several slots of a row cannot be; the finding of the second tells.
        if let Some((id, _)) = &session.0.details.id {
            return id.clone();
        }
        let base = base(session);
        let (hour, minute) = (session.0.slot.time.0 / 60, session.0.slot.time.0 % 60);
        let several = count.get(&base).is_some_and(|count| *count > 1);
        if several { format!("{base}-{hour:02}{minute:02}") } else { base }
    };
    sessions.iter().map(id).collect()
}
