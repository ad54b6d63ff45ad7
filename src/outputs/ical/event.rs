//! VEVENT components of one school's timetable.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::component::Component;
use super::instant::{at, day, local};
use super::series::{Series, rule};
use super::wording;
use crate::language::dates::weekday_id;
use crate::model::occurrence::{Occurrence, Outcome};
use crate::model::timetable::{Pattern, Session, TimeRange, Timetable};
use crate::outputs::context::SchoolContext;

/// Writes the events of one timetable.
pub(super) struct EventWriter<'a> {
    ctx: &'a SchoolContext<'a>,
    timetable: &'a Timetable,
    /// DTSTAMP and LAST-MODIFIED: midnight UTC of the day on which the timetable was approved.
    stamp: String,
    /// Address of the timetable page.
    page: String,
    names: InZone,
}

/// Names of properties whose value is a local time, with their TZID.
struct InZone {
    start: String,
    end: String,
    replaced: String,
    left_out: String,
}

impl InZone {
    fn new(zone: &str) -> Self {
        let name = |name| format!("{name};TZID={zone}");
        Self {
            start: name("DTSTART"),
            end: name("DTEND"),
            replaced: name("RECURRENCE-ID"),
            left_out: name("EXDATE"),
        }
    }
}

/// Where an event stands in a series.
enum Role {
    /// An event of its own.
    Single,
    /// The recurring event: its rule and the starts that are left out.
    Master { rule: String, left_out: Vec<String> },
    /// Takes the place of the instance with this start.
    Override(String),
}

impl<'a> EventWriter<'a> {
    /// A writer for `timetable`, which is the context's.
    pub(super) fn new(ctx: &'a SchoolContext<'a>, timetable: &'a Timetable) -> Self {
        let stamp = format!("{}T000000Z", day(timetable.approval.date));
        let page = ctx.addresses.absolute(&ctx.addresses.timetable());
        Self { ctx, timetable, stamp, page, names: InZone::new(&ctx.school.zone.name) }
    }

    /// The events of `series`, instances of `session` on one weekday.
    pub(super) fn series(&self, session: &'a Session, series: &Series<'a>, out: &mut String) {
        for instance in &series.apart {
            let uid = self.uid(&format!(
                "{}.{}.{}",
                session.details.id,
                weekday_id(instance.planned.weekday()),
                instance.planned
            ));
            self.write(&uid, instance, &Role::Single, out);
        }
        let Some(first) = series.kept.first() else { return };
        let weekday = first.planned.weekday();
        let uid = self.uid(&format!("{}.{}", session.details.id, weekday_id(weekday)));
        if series.kept.len() == 1 {
            return self.write(&uid, first, &Role::Single, out);
        }
        let last = series.kept.last().unwrap_or(first);
        let until = self.last_day(last.planned, session.time);
        let Some(rule) = rule(&session.pattern, weekday, until) else { return };
        let start = |date: &Date| local(at(*date, session.time.start));
        let left_out = series.left_out.iter().map(start).collect();
        let as_planned = as_planned(first, session);
        self.write(&uid, &as_planned, &Role::Master { rule, left_out }, out);
        for instance in series.kept.iter().filter(|i| i.outcome != Outcome::Held) {
            self.write(&uid, instance, &Role::Override(start(&instance.planned)), out);
        }
    }

    /// The events of a session on chosen dates.
    pub(super) fn chosen_dates(&self, instances: &[&'a Occurrence<'a>], out: &mut String) {
        for instance in instances {
            if !matches!(instance.outcome, Outcome::Skipped(_)) {
                let uid = self.uid(&format!("{}.{}", instance.details.id, instance.planned));
                self.write(&uid, instance, &Role::Single, out);
            }
        }
    }

    /// The event of an extra consultation.
    pub(super) fn extra(&self, instance: &'a Occurrence<'a>, out: &mut String) {
        self.write(&self.uid(&instance.details.id), instance, &Role::Single, out);
    }

    /// A world-wide unique identifier from the stable ones of session, timetable and school.
    fn uid(&self, id: &str) -> String {
        let school = &self.ctx.school.id;
        match self.timetable.id.as_str() {
            "timetable" => format!("{id}@{school}.reglament"),
            timetable => format!("{id}.{timetable}@{school}.reglament"),
        }
    }

    /// The day whose end in UTC comes after the instance of `date` and long before the next one:
    /// the local date, or the next one where the instance begins after midnight UTC.
    fn last_day(&self, date: Date, time: TimeRange) -> Date {
        let start = at(date, time.start).to_zoned(self.ctx.school.zone.rules.clone());
        start.map_or(date, |start| start.with_time_zone(TimeZone::UTC).date().max(date))
    }

    fn write(&self, uid: &str, instance: &Occurrence<'_>, role: &Role, out: &mut String) {
        let cancelled = matches!(instance.outcome, Outcome::Cancelled(_));
        let words = wording::words(self.ctx, instance, &self.page);
        let mut event = Component::new("VEVENT");
        event.text("UID", uid);
        event.fixed("DTSTAMP", self.stamp.as_str());
        event.fixed("LAST-MODIFIED", self.stamp.as_str());
        event.fixed("SEQUENCE", "0");
        if let Role::Override(planned) = role {
            event.fixed(&self.names.replaced, planned.as_str());
        }
        event.fixed(&self.names.start, local(at(instance.date, instance.time.start)));
        event.fixed(&self.names.end, local(at(instance.date, instance.time.end)));
        if let Role::Master { rule, left_out } = role {
            event.fixed("RRULE", rule);
            for start in left_out {
                event.fixed(&self.names.left_out, start);
            }
        }
        event.text("SUMMARY", &words.summary);
        event.text("DESCRIPTION", &words.description);
        event.text("LOCATION", &words.location);
        event.texts("CATEGORIES", words.categories.into_iter());
        event.fixed("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
        event.fixed("TRANSP", "TRANSPARENT");
        event.uri("URL", &self.page);
        out.push_str(&event.to_text());
    }
}

/// The instance as the session plans it: what the recurring event says of all its instances.
fn as_planned<'a>(instance: &Occurrence<'a>, session: &'a Session) -> Occurrence<'a> {
    Occurrence {
        date: instance.planned,
        person: instance.timetable.people.get(session.details.person).unwrap_or(instance.person),
        time: session.time,
        room: session.details.room.as_deref(),
        outcome: Outcome::Held,
        ..instance.clone()
    }
}

/// Whether the session has dates instead of a rule.
pub(super) const fn has_chosen_dates(session: &Session) -> bool {
    matches!(session.pattern, Pattern::Dates(_))
}
