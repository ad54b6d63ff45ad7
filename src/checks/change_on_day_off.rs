//! `change-on-day-off`: a cancellation or a substitute on days on which nothing takes place
//! anyway, or a move to such a day.

use jiff::civil::Date;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::occurrence::{Skip, day_off, planned_dates};
use crate::model::timetable::{Session, Timetable};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for timetable in &subject.school.timetables {
        for (change, place, date, name) in changes(subject, timetable) {
            let useless = Diagnostic::warning("change-on-day-off", place.clone());
            let useless = useless.with("change", change).with("date", date.to_string());
            found.push(name.add_to(useless));
        }
    }
}

/// What kind of change, where it stands, the day, and why nothing takes place on it.
type Change<'a> = (&'static str, &'a Place, Date, Reason<'a>);

fn changes<'a>(subject: &'a Subject<'_>, timetable: &'a Timetable) -> Vec<Change<'a>> {
    let off = |session: usize, date| reason(subject, &timetable.sessions[session], date);
    let cancelled = timetable.cancelled.iter();
    let cancelled =
        cancelled.filter_map(|c| Some(("cancelled", &c.place, c.date, off(c.session, c.date)?)));
    let moved = timetable.moved.iter().filter(|m| m.to != m.date);
    let moved = moved.filter_map(|m| Some(("moved", &m.place, m.to, off(m.session, m.to)?)));
    let substituted = timetable.substituted.iter().filter_map(|s| {
        let planned = planned_dates(&timetable.sessions[s.session]);
        let mut days = planned.into_iter().filter(|day| s.from <= *day && *day <= s.to);
        let first = days.next()?;
        let reason = off(s.session, first)?;
        let all = days.all(|day| off(s.session, day).is_some());
        all.then_some(("substituted", &s.place, first, reason))
    });
    cancelled.chain(moved).chain(substituted).collect()
}

/// Why nothing takes place.
#[derive(Clone, Copy)]
pub(super) struct Reason<'a>(Skip<'a>);

impl Reason<'_> {
    /// The finding with the arguments `why` and `name`.
    pub(super) fn add_to(self, finding: Diagnostic) -> Diagnostic {
        let (why, name) = match self.0 {
            Skip::Break(name) => ("break", name),
            Skip::DayOff(name) => ("day-off", name),
            Skip::Holiday(_) => ("holiday", ""),
            Skip::TransferredDayOff => ("transferred", ""),
        };
        finding.with("why", why).with("name", name)
    }
}

/// Why `session` cannot take place on `date`.
pub(super) fn reason<'a>(
    subject: &'a Subject<'_>,
    session: &Session,
    date: Date,
) -> Option<Reason<'a>> {
    let breaks = || subject.school.breaks.iter().filter(|_| !session.in_breaks);
    let during = || breaks().find(|b| b.from <= date && date <= b.to);
    off(subject, date).or_else(|| during().map(|b| Reason(Skip::Break(&b.name))))
}

/// Why nobody is at the school on `date`; breaks do not count.
pub(super) fn off<'a>(subject: &'a Subject<'_>, date: Date) -> Option<Reason<'a>> {
    day_off(subject.school, subject.calendar, date).map(Reason)
}
