//! VEVENT components of one timetable of a school.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::component::Component;
use super::instant::{at, local};
use super::series::{Series, rule};
use super::{stamped, wording};
use crate::language::dates::weekday_id;
use crate::model::occurrence::{Occurrence, Outcome};
use crate::model::stamps::{Stamper, fingerprint};
use crate::model::timetable::{Pattern, Session, TimeRange, Timetable};
use crate::outputs::context::SchoolContext;

/// Writes the events of one timetable.
pub(super) struct EventWriter<'a, 's, 'k> {
    ctx: &'a SchoolContext<'a>,
    timetable: &'a Timetable,
    stamper: &'s mut Stamper<'k>,
    /// Address of the timetable page.
    page: String,
    names: InZone,
    /// Events that have not been taken.
    written: String,
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
    /// The recurring event.
    Master(Master),
    /// Takes the place of the instance with this start.
    Override(String),
}

/// What a recurring event says of its instances.
struct Master {
    rule: String,
    /// Starts that are left out.
    left_out: Vec<String>,
    /// Fingerprint of the instances that differ, if there are any. Nobody sees it; with it the
    /// recurring event changes whenever one of them does, comes or goes.
    exceptions: Option<u64>,
}

impl<'a, 's, 'k> EventWriter<'a, 's, 'k> {
    /// A writer for `timetable`, which is the context's.
    pub(super) fn new(
        ctx: &'a SchoolContext<'a>,
        timetable: &'a Timetable,
        stamper: &'s mut Stamper<'k>,
    ) -> Self {
        let page = ctx.addresses.absolute(&ctx.addresses.timetable());
        let names = InZone::new(&ctx.school.zone.name);
        Self { ctx, timetable, stamper, page, names, written: String::new() }
    }

    /// The events written since the last call.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.written)
    }

    /// The events of `series`, instances of `session` on one weekday.
    pub(super) fn series(&mut self, session: &'a Session, series: &Series<'a>) {
        for instance in &series.apart {
            let uid = self.uid(&format!(
                "{}.{}.{}",
                session.details.id,
                weekday_id(instance.planned.weekday()),
                instance.planned
            ));
            self.write(&uid, instance, &Role::Single);
        }
        let Some(first) = series.kept.first() else { return };
        let weekday = first.planned.weekday();
        let uid = self.uid(&format!("{}.{}", session.details.id, weekday_id(weekday)));
        if series.kept.len() == 1 {
            return self.write(&uid, first, &Role::Single);
        }
        let last = series.kept.last().unwrap_or(first);
        let until = self.last_day(last.planned, session.time);
        let Some(rule) = rule(&session.pattern, weekday, until) else { return };
        let start = |date: &Date| local(at(*date, session.time.start));
        let left_out = series.left_out.iter().map(start).collect();
        let differing = series.kept.iter().filter(|instance| instance.outcome != Outcome::Held);
        let differing: Vec<(String, String)> = differing
            .map(|instance| {
                let start = start(&instance.planned);
                let content = self.content(&uid, instance, &Role::Override(start.clone()));
                (start, content)
            })
            .collect();
        let contents: String = differing.iter().map(|(_, content)| content.as_str()).collect();
        let exceptions = (!differing.is_empty()).then(|| fingerprint(&contents));
        let master = Role::Master(Master { rule, left_out, exceptions });
        self.write(&uid, &as_planned(first, session), &master);
        for (start, content) in differing {
            stamped(self.stamper, (&uid, Some(&start)), &content, &mut self.written);
        }
    }

    /// The events of a session on chosen dates.
    pub(super) fn chosen_dates(&mut self, instances: &[&'a Occurrence<'a>]) {
        for instance in instances {
            if !matches!(instance.outcome, Outcome::Skipped(_)) {
                let uid = self.uid(&format!("{}.{}", instance.details.id, instance.planned));
                self.write(&uid, instance, &Role::Single);
            }
        }
    }

    /// The event of an extra consultation.
    pub(super) fn extra(&mut self, instance: &'a Occurrence<'a>) {
        self.write(&self.uid(&instance.details.id), instance, &Role::Single);
    }

    /// The event of an instance that somebody takes over, for the calendar of that person.
    pub(super) fn taken_over(&mut self, instance: &'a Occurrence<'a>) {
        let Occurrence { details, planned, person, .. } = instance;
        let uid = self.uid(&format!("{}.{planned}_{}", details.id, person.id));
        self.write(&uid, instance, &Role::Single);
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

    fn write(&mut self, uid: &str, instance: &Occurrence<'_>, role: &Role) {
        let content = self.content(uid, instance, role);
        stamped(self.stamper, (uid, None), &content, &mut self.written);
    }

    /// The event without its stamps.
    fn content(&self, uid: &str, instance: &Occurrence<'_>, role: &Role) -> String {
        let cancelled = matches!(instance.outcome, Outcome::Cancelled(_));
        let words = wording::words(self.ctx, instance, &self.page);
        let mut event = Component::new("VEVENT");
        event.text("UID", uid);
        if let Role::Override(planned) = role {
            event.fixed(&self.names.replaced, planned.as_str());
        }
        event.fixed(&self.names.start, local(at(instance.date, instance.time.start)));
        event.fixed(&self.names.end, local(at(instance.date, instance.time.end)));
        if let Role::Master(master) = role {
            event.fixed("RRULE", &master.rule);
            for start in &master.left_out {
                event.fixed(&self.names.left_out, start);
            }
            if let Some(exceptions) = master.exceptions {
                event.fixed("X-REGLAMENT-EXCEPTIONS", format!("{exceptions:016x}"));
            }
        }
        event.text("SUMMARY", &words.summary);
        event.text("DESCRIPTION", &words.description);
        event.text("LOCATION", &words.location);
        event.texts("CATEGORIES", words.categories.into_iter());
        event.fixed("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
        event.fixed("TRANSP", "TRANSPARENT");
        event.uri("URL", &self.page);
        event.to_text()
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
