//! `date-on-day-off`: a consultation whose date was chosen by hand falls on a day off.

use super::Subject;
use super::change_on_day_off::{off, reason};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::timetable::{Pattern, Timetable};

/// Chosen dates are left out on such days; extra consultations take place all the same.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for timetable in &subject.school.timetables {
        chosen(subject, timetable, found);
        for extra in &timetable.extra {
            let Some(reason) = off(subject, extra.date) else { continue };
            let place = extra.details.place.clone();
            let wrong = Diagnostic::warning("date-on-day-off", place).with("kind", "extra");
            let wrong = wrong.with("session", extra.details.id.as_str());
            found.push(reason.add_to(wrong.with("date", extra.date.to_string())));
        }
    }
}

/// If all dates of a session are off, `session-all-skipped` says so.
fn chosen(subject: &Subject<'_>, timetable: &Timetable, found: &mut Diagnostics) {
    for (index, session) in timetable.sessions.iter().enumerate() {
        let Pattern::Dates(dates) = &session.pattern else { continue };
        let moved = |date| timetable.moved.iter().any(|m| (m.session, m.date) == (index, date));
        let lost = dates.iter().filter(|date| !moved(**date));
        let lost = lost.filter_map(|date| Some((*date, reason(subject, session, *date)?)));
        let lost: Vec<_> = lost.collect();
        if lost.len() == dates.len() {
            continue;
        }
        for (date, reason) in lost {
            let place = session.details.place.clone();
            let wrong = Diagnostic::warning("date-on-day-off", place).with("kind", "date");
            let wrong = wrong.with("session", session.details.id.as_str());
            found.push(reason.add_to(wrong.with("date", date.to_string())));
        }
    }
}
