//! Periodic duties that an act lays on people, and their dates.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::audience::Audience;
use super::calendar::{DayKind, ProductionCalendar};
use super::school::School;

/// A duty that comes again and again (периодическая обязанность).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Stable identifier, unique within the regulation.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Where the act says so, as people cite it («подпункт 12 пункта 5.2»).
    pub at: Option<String>,
    /// Who has to do it («администратор»).
    pub who: Option<String>,
    /// Whom it concerns.
    pub audience: Audience,
    /// When.
    pub days: DutyDays,
}

/// The days of a duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DutyDays {
    /// On these days of these months.
    Monthly {
        /// Days of the month, 1 to 31, or 32 for its last day; a day that a month lacks is its
        /// last one.
        days: Vec<i8>,
        /// Months, 1 to 12; empty for all.
        months: Vec<i8>,
    },
    /// On the last day before each of the school's breaks: the end of a quarter.
    BeforeBreaks,
    /// On these days of the year, as month and day.
    Yearly(Vec<(i8, i8)>),
    /// On these dates.
    Dates(Vec<Date>),
}

/// The last day of a month in [`DutyDays::Monthly`].
pub const LAST_DAY: i8 = 32;

/// One date of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DutyDate {
    /// The day that the act names.
    pub planned: Date,
    /// The last working day not after it: the same day unless that is not worked.
    pub date: Date,
}

/// The dates of `duty` whose planned day is from `from` to `to`, both included, in order.
#[must_use]
pub fn duty_dates(
    duty: &Duty,
    school: &School,
    calendar: &ProductionCalendar,
    from: Date,
    to: Date,
) -> Vec<DutyDate> {
    let mut planned: Vec<Date> = match &duty.days {
        DutyDays::Monthly { days, months } => monthly(days, months, from, to),
        DutyDays::BeforeBreaks => {
            school.breaks.iter().filter_map(|b| b.from.yesterday().ok()).collect()
        }
        DutyDays::Yearly(days) => yearly(days, from, to),
        DutyDays::Dates(dates) => dates.clone(),
    };
    planned.retain(|day| from <= *day && *day <= to);
    planned.sort_unstable();
    planned.dedup();
    let worked = |day| DutyDate { planned: day, date: last_working_day(day, school, calendar) };
    planned.into_iter().map(worked).collect()
}

fn monthly(days: &[i8], months: &[i8], from: Date, to: Date) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut month = from.first_of_month();
    while month <= to {
        if months.is_empty() || months.contains(&month.month()) {
            let last = month.days_in_month();
            let in_month =
                days.iter().filter_map(|day| month.with().day((*day).min(last)).build().ok());
            dates.extend(in_month);
        }
        let Ok(next) = month.checked_add(1.month()) else { break };
        month = next;
    }
    dates
}

fn yearly(days: &[(i8, i8)], from: Date, to: Date) -> Vec<Date> {
    let years = from.year()..=to.year();
    let in_year = |year: i16| {
        days.iter().filter_map(move |(month, day)| {
            let last = date(year, *month, 1).days_in_month();
            date(year, *month, 1).with().day((*day).min(last)).build().ok()
        })
    };
    years.flat_map(in_year).collect()
}

/// The last day not after `day` that the school works; at most a month back.
fn last_working_day(day: Date, school: &School, calendar: &ProductionCalendar) -> Date {
    let is_worked = |date: &Date| {
        calendar.day(*date, school.week) == DayKind::Working
            && school.days_off.iter().all(|off| off.date != *date)
    };
    let back = std::iter::successors(Some(day), |date| date.yesterday().ok());
    back.take(31).find(is_worked).unwrap_or(day)
}
