//! Which days a timetable has to cover.

use jiff::civil::Date;

use super::Subject;
use crate::model::calendar::DayKind;

/// First and last day of the summer holidays, as month and day: the school year ends on 26 May
/// (федеральный календарный учебный график), the next one begins on 1 September.
const SUMMER: [(i8, i8); 2] = [(5, 27), (8, 31)];

impl Subject<'_> {
    /// Whether `date` lies in a break of the school or in the summer holidays.
    pub(super) fn in_holidays(&self, date: Date) -> bool {
        let day = (date.month(), date.day());
        (SUMMER[0] <= day && day <= SUMMER[1])
            || self.school.breaks.iter().any(|b| b.from <= date && date <= b.to)
    }

    /// Whether the school works and teaches on `date`.
    pub(super) fn is_schoolday(&self, date: Date) -> bool {
        !self.in_holidays(date)
            && self.calendar.day(date, self.school.week) == DayKind::Working
            && self.school.days_off.iter().all(|day| day.date != date)
    }
}

/// The days from `first` to `last`, both included.
pub(super) fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let next = |date: &Date| date.tomorrow().ok();
    std::iter::successors(Some(first), next).take_while(move |date| *date <= last)
}
