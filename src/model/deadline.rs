//! What falls due at a school: posting of editions, the end of their terms, periodic duties.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::calendar::ProductionCalendar;
use super::duty::{Duty, duty_dates};
use super::regulation::{Edition, Regulation};
use super::school::School;

/// How long before the end of its term an act is to be revised: a new edition has to be
/// agreed, approved and posted, and staff are told of changed conditions two months before
/// (Labour Code art. 74).
const TO_REVISE_MONTHS: i64 = 2;

/// Something that is due on a day (срок).
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// What is due.
    pub kind: DeadlineKind<'a>,
    /// The regulation from which it follows.
    pub regulation: &'a Regulation,
    /// The edition from which it follows.
    pub edition: &'a Edition,
    /// The day.
    pub date: Date,
    /// The day that the act names; another than [`Deadline::date`] if it is not worked.
    pub planned: Date,
}

/// What is due.
#[derive(Debug, Clone, Copy)]
pub enum DeadlineKind<'a> {
    /// Last day for posting the edition by the local rule.
    Posting,
    /// Day by which the act is to be revised.
    Revision,
    /// Last day of the act's term.
    Expiry,
    /// A periodic duty.
    Duty(&'a Duty),
}

/// The days of which calendars tell on `today`: from 1 September of the school year of `today`
/// to 31 August of the next one. They change on the first day of a school year only.
#[must_use]
pub fn horizon(today: Date) -> (Date, Date) {
    let year = if today.month() < 9 { today.year() - 1 } else { today.year() };
    (date(year, 9, 1), date(year + 2, 8, 31))
}

/// The deadlines of the school from `from` to `to`, both included, by date.
///
/// A duty is counted while the edition that lays it down is in force; the end of a term only
/// where no later edition replaces it before.
#[must_use]
pub fn deadlines<'a>(
    school: &'a School,
    calendar: &ProductionCalendar,
    from: Date,
    to: Date,
) -> Vec<Deadline<'a>> {
    let mut found = single_deadlines(school);
    for regulation in &school.regulations {
        for (index, edition) in regulation.editions.iter().enumerate() {
            let last = regulation.last_day(index).unwrap_or(to).min(to);
            for duty in &edition.duties {
                let dates = duty_dates(duty, school, calendar, edition.in_force.max(from), last);
                found.extend(dates.into_iter().map(|day| Deadline {
                    kind: DeadlineKind::Duty(duty),
                    regulation,
                    edition,
                    date: day.date,
                    planned: day.planned,
                }));
            }
        }
    }
    found.retain(|deadline| from <= deadline.date && deadline.date <= to);
    found.sort_by_key(|deadline| deadline.date);
    found
}

/// Last day of the term of the edition at `index`, unless a later edition replaces it before.
#[must_use]
pub fn end_of_term(regulation: &Regulation, index: usize) -> Option<Date> {
    let end = regulation.editions.get(index)?.valid_until?;
    (regulation.last_day(index) == Some(end)).then_some(end)
}

/// The day by which an act whose term ends on `end` is to be revised.
#[must_use]
pub fn revision(end: Date) -> Option<Date> {
    end.checked_sub(TO_REVISE_MONTHS.months()).ok()
}

/// The deadlines that come once, whenever they are: posting, revision and expiry of every
/// edition, by date.
#[must_use]
pub fn single_deadlines(school: &School) -> Vec<Deadline<'_>> {
    let mut found = Vec::new();
    for regulation in &school.regulations {
        for (index, edition) in regulation.editions.iter().enumerate() {
            let single = |kind, date| Deadline { kind, regulation, edition, date, planned: date };
            found.push(single(DeadlineKind::Posting, edition.due.local));
            let Some(end) = end_of_term(regulation, index) else { continue };
            found.push(single(DeadlineKind::Expiry, end));
            let revise = revision(end).filter(|date| *date >= edition.in_force);
            found.extend(revise.map(|date| single(DeadlineKind::Revision, date)));
        }
    }
    found.sort_by_key(|deadline| deadline.date);
    found
}
