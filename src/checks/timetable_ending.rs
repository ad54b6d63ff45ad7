//! `timetable-ending`: the last timetable ends soon or has ended, and none follows.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// How many days before the end the school is told.
const NOTICE_DAYS: i64 = 14;

/// Longest time without school days, in days: the summer and a break before it.
const LONGEST_PAUSE: usize = 150;

/// A break that follows the last day, the summer too, is time left.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Some(last) = subject.school.timetables.iter().max_by_key(|t| t.to) else { return };
    let warned_from = needed_until(subject, last.to).checked_sub(NOTICE_DAYS.days());
    if warned_from.is_ok_and(|date| subject.today < date) {
        return;
    }
    let ended = if last.to < subject.today { "yes" } else { "no" };
    let ending = Diagnostic::warning("timetable-ending", last.place.clone());
    found.push(ending.with("ended", ended).with("to", last.to.to_string()));
}

/// The last day before a new timetable is needed: `end`, or the end of the holidays that follow.
fn needed_until(subject: &Subject<'_>, end: Date) -> Date {
    let next = |date: &Date| date.tomorrow().ok().filter(|next| subject.in_holidays(*next));
    std::iter::successors(Some(end), next).take(LONGEST_PAUSE).last().unwrap_or(end)
}
