//! `session-all-skipped`: all instances of a session, or of one of its weekdays, fall on breaks
//! and days off, or there are none.

use jiff::civil::Weekday;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::language::dates;
use crate::model::occurrence::{Occurrence, Outcome, Source};
use crate::model::timetable::{Pattern, Session};

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for timetable in &subject.school.timetables {
        let mut instances: Vec<Vec<&Occurrence<'_>>> = vec![Vec::new(); timetable.sessions.len()];
        let own = subject.occurrences.iter();
        for instance in own.filter(|o| o.timetable.position == timetable.position) {
            if let Source::Session(index) = instance.source {
                instances[index].push(instance);
            }
        }
        for (session, instances) in timetable.sessions.iter().zip(instances) {
            judge(session, &instances, found);
        }
    }
}

/// A session without instances is the finding `session-never`.
fn judge(session: &Session, instances: &[&Occurrence<'_>], found: &mut Diagnostics) {
    if instances.is_empty() {
        return;
    }
    let lost = |day: Option<Weekday>| {
        let own = instances.iter().filter(|o| day.is_none_or(|day| o.planned.weekday() == day));
        own.clone().all(|o| matches!(o.outcome, Outcome::Skipped(_))).then(|| own.count())
    };
    let days = match &session.pattern {
        Pattern::Weekly { days, .. } | Pattern::Monthly { days, .. } => days.as_slice(),
        Pattern::Dates(_) => &[],
    };
    let whole = lost(None).map(|count| ("all", count));
    let parts = days.iter().filter_map(|day| Some((dates::weekday_id(*day), lost(Some(*day))?)));
    let lost: Vec<_> = if whole.is_some() { whole.into_iter().collect() } else { parts.collect() };
    for (day, count) in lost {
        let skipped = Diagnostic::warning("session-all-skipped", session.details.place.clone());
        let skipped = skipped.with("session", session.details.id.as_str());
        let skipped = skipped.with("day", day).with("count", count);
        let skipped = skipped.with("from", session.from.to_string());
        found.push(skipped.with("to", session.to.to_string()));
    }
}
