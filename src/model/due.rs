//! Until when an approved edition has to be posted.

use jiff::civil::Date;

use super::calendar::{DayKind, ProductionCalendar, WorkingWeek};
use super::site::{DayCount, PublicationRule};

/// Outer limit of the law: 10 working days (273-ФЗ, ст. 29 ч. 3; постановление № 1802, п. 16).
pub const LAW_WORKING_DAYS: u16 = 10;

/// Last days for posting an edition; both are included in the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDates {
    /// The rule by which [`DueDates::local`] was counted.
    pub rule: PublicationRule,
    /// Last day by the local rule.
    pub local: Date,
    /// Last day by the law.
    pub law: Date,
    /// Whether a day of a year without an adopted calendar was counted, so that a transfer of
    /// days off may still move the date.
    pub computed: bool,
}

/// Due dates of an edition approved on `approved`, for a school with this `week`.
///
/// The term begins on the day after the approval (ГК РФ, ст. 191). Dates stay within the range
/// of [`Date`]: one that would lie beyond is the last representable day.
#[must_use]
pub fn due_dates(
    approved: Date,
    rule: PublicationRule,
    calendar: &ProductionCalendar,
    week: WorkingWeek,
) -> DueDates {
    let law = add_working_days(approved, LAW_WORKING_DAYS, calendar, week);
    let mut local = match rule.count {
        DayCount::Calendar => add_days(approved, rule.days),
        DayCount::Working => add_working_days(approved, rule.days, calendar, week),
    };
    while rule.roll_forward && local < Date::MAX && !is_working(local, calendar, week) {
        local = next(local);
    }
    let computed = !calendar.knows(law) || !calendar.knows(local);
    DueDates { rule, local, law, computed }
}

/// Which day of the term `date` is for an edition approved on `approved`: the day after is the
/// first one, the day of the approval and all before it are 0. With a term of working days a day
/// that is not worked has the number of the working day before it.
#[must_use]
pub fn day_of_term(
    approved: Date,
    date: Date,
    count: DayCount,
    calendar: &ProductionCalendar,
    week: WorkingWeek,
) -> u32 {
    let mut days = 0;
    let mut day = approved;
    while day < date {
        day = next(day);
        days += u32::from(count == DayCount::Calendar || is_working(day, calendar, week));
    }
    days
}

fn add_days(date: Date, days: u16) -> Date {
    (0..days).fold(date, |date, _| next(date))
}

fn add_working_days(
    from: Date,
    days: u16,
    calendar: &ProductionCalendar,
    week: WorkingWeek,
) -> Date {
    let mut date = from;
    let mut left = days;
    while left > 0 && date < Date::MAX {
        date = next(date);
        if is_working(date, calendar, week) {
            left -= 1;
        }
    }
    date
}

fn is_working(date: Date, calendar: &ProductionCalendar, week: WorkingWeek) -> bool {
    calendar.day(date, week) == DayKind::Working
}

fn next(date: Date) -> Date {
    date.tomorrow().unwrap_or(Date::MAX)
}
