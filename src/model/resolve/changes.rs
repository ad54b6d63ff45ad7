//! What a timetable changes on single days: cancellations, moves, substitutes.

use jiff::civil::Date;

use super::fields::{self, Fields};
use super::timetable::Parts;
use crate::diagnostics::Diagnostic;
use crate::model::occurrence::{is_planned_on, planned_dates};
use crate::model::timetable::{Cancellation, Move, Substitution};
use crate::source::yaml::Node;

impl<'d> Parts<'d, '_> {
    /// `cancelled`.
    pub(super) fn cancellations(&mut self, nodes: &'d [Node]) -> Vec<Cancellation> {
        let mut read: Vec<Cancellation> = Vec::new();
        for node in nodes {
            let Some(new) = self.cancellation(node) else { continue };
            let known = read.iter().find(|old| (old.session, old.date) == (new.session, new.date));
            if let Some(known) = known {
                self.twice(node, new.date, known.place.line);
            }
            read.push(new);
        }
        read
    }

    /// `moved`.
    pub(super) fn moves(&mut self, nodes: &'d [Node], cancelled: &[Cancellation]) -> Vec<Move> {
        let mut read: Vec<Move> = Vec::new();
        for node in nodes {
            let Some(new) = self.moved(node) else { continue };
            let instance = (new.session, new.date);
            let known = read.iter().map(|old| (old.session, old.date, &old.place));
            let known =
                known.chain(cancelled.iter().map(|old| (old.session, old.date, &old.place)));
            let line = known.filter(|old| (old.0, old.1) == instance).map(|old| old.2.line).next();
            if let Some(line) = line {
                self.twice(node, new.date, line);
            }
            read.push(new);
        }
        read
    }

    /// `substituted`. A day cancelled within a longer substitution is no mistake, one whose only
    /// day is cancelled is.
    pub(super) fn substitutions(
        &mut self,
        nodes: &'d [Node],
        cancelled: &[Cancellation],
    ) -> Vec<Substitution> {
        let mut read: Vec<Substitution> = Vec::new();
        for node in nodes {
            let Some(new) = self.substitution(node) else { continue };
            let planned = planned_dates(&self.sessions[new.session]);
            let covered = |old: &Substitution| {
                let (from, to) = (old.from.max(new.from), old.to.min(new.to));
                let day = planned.iter().find(|day| from <= **day && **day <= to);
                day.filter(|_| old.session == new.session).map(|day| (*day, old.place.line))
            };
            let single = |old: &&Cancellation| {
                new.from == new.to && (old.session, old.date) == (new.session, new.from)
            };
            let known = read.iter().find_map(covered);
            let cancelled = cancelled.iter().find(single).map(|old| (old.date, old.place.line));
            if let Some((day, line)) = known.or(cancelled) {
                self.twice(node, day, line);
            }
            read.push(new);
        }
        read
    }

    fn twice(&mut self, node: &'d Node, date: Date, line: u32) {
        let twice = Diagnostic::error("change-twice", self.document.place(node));
        self.found.push(twice.with("date", date.to_string()).with("line", line));
    }

    fn cancellation(&mut self, node: &'d Node) -> Option<Cancellation> {
        let document = self.document;
        let mut fields = Fields::new(document, node, self.found)?;
        let session = fields.require("session");
        let on = fields.require("date");
        let reason = fields.optional_text("reason");
        fields.finish();
        let (session, date) = self.instance(session?, on?)?;
        Some(Cancellation { session, date, reason, place: document.place(on?) })
    }

    fn moved(&mut self, node: &'d Node) -> Option<Move> {
        let document = self.document;
        let mut fields = Fields::new(document, node, self.found)?;
        let session = fields.require("session");
        let date = fields.require("date");
        let target = fields.require("to");
        let to = target.and_then(|node| fields::date(document, node, fields.found));
        let at = fields.take("at");
        let time = at.map(|node| fields::time_range(document, node, fields.found));
        let room = fields.optional_text("room");
        let reason = fields.optional_text("reason");
        fields.finish();
        let (session, date) = self.instance(session?, date?)?;
        let planned = &self.sessions[session];
        Some(Move {
            session,
            date,
            to: to?,
            time: time.unwrap_or(Some(planned.time))?,
            room: room.or_else(|| planned.details.room.clone()),
            reason,
            place: document.place(target?),
        })
    }

    /// `{session, date}` or `{session, from, to}`, with `who` and `reason`.
    fn substitution(&mut self, node: &'d Node) -> Option<Substitution> {
        let document = self.document;
        let mut fields = Fields::new(document, node, self.found)?;
        let session = fields.require("session");
        let single = fields.take("date");
        let first = single.or_else(|| fields.require("from"));
        let last = single.or_else(|| fields.require("to"));
        let who = fields.require("who");
        let reason = fields.optional_text("reason");
        fields.finish();
        let (session, from, to) = match single {
            Some(date) => self.instance(session?, date).map(|(s, date)| (s, date, date))?,
            None => self.period(session?, first?, last?)?,
        };
        let person = self.person(who?)?;
        if person == self.sessions[session].details.person {
            let same = Diagnostic::error("substitute-same", document.place(who?));
            self.found.push(same.with("person", who?.scalar()));
            return None;
        }
        Some(Substitution { session, from, to, person, reason, place: document.place(first?) })
    }

    /// The session with the id in `session` that is planned at least once from `first` to `last`.
    fn period(
        &mut self,
        session: &'d Node,
        first: &'d Node,
        last: &'d Node,
    ) -> Option<(usize, Date, Date)> {
        let document = self.document;
        let index = self.session_named(session);
        let from = fields::date(document, first, self.found);
        let to = fields::date(document, last, self.found)?;
        let (index, from) = (index?, from?);
        let wrong = if to < from {
            Diagnostic::error("date-order", document.place(last))
        } else if planned_dates(&self.sessions[index]).iter().all(|day| *day < from || to < *day) {
            let id = self.sessions[index].details.id.as_str();
            Diagnostic::error("session-not-in-period", document.place(first)).with("session", id)
        } else {
            return Some((index, from, to));
        };
        self.found.push(wrong.with("from", from.to_string()).with("to", to.to_string()));
        None
    }

    /// The session with the id in `session` that is planned on the date in `date`.
    fn instance(&mut self, session: &'d Node, date: &'d Node) -> Option<(usize, Date)> {
        let document = self.document;
        let index = self.session_named(session);
        let on = fields::date(document, date, self.found)?;
        let index = index?;
        if !is_planned_on(&self.sessions[index], on) {
            let none = Diagnostic::error("session-not-on-date", document.place(date));
            let id = self.sessions[index].details.id.as_str();
            self.found.push(none.with("session", id).with("date", on.to_string()));
            return None;
        }
        Some((index, on))
    }

    /// The index of the session with the id in `node`.
    fn session_named(&mut self, node: &'d Node) -> Option<usize> {
        let id = fields::text(self.document, node, self.found)?;
        let index = self.sessions.iter().position(|s| s.details.id == id);
        // If it has mistakes of its own, these are told.
        if index.is_none() && !self.ids.contains_key(&id) {
            let known = self.sessions.iter().map(|s| s.details.id.as_str());
            let near = fields::nearest(&id, known);
            let unknown = Diagnostic::error("session-unknown", self.document.place(node));
            self.found.push(unknown.with("session", id.as_str()).near(near));
        }
        index
    }
}
