//! Dates and times in the forms that RFC 5545 wants.

use jiff::civil::{Date, DateTime, Weekday};

use crate::model::timetable::TimeOfDay;

/// `20260903T153000`.
pub(super) fn local(at: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", day(at.date()), at.hour(), at.minute(), at.second())
}

/// `20260903`.
pub(super) fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `date` at `time`; 24:00 is the next day's midnight.
pub(super) fn at(date: Date, time: TimeOfDay) -> DateTime {
    let hour = i8::try_from(time.hour() % 24).unwrap_or_default();
    let minute = i8::try_from(time.minute()).unwrap_or_default();
    let date = if time.hour() == 24 { date.tomorrow().unwrap_or(date) } else { date };
    date.at(hour, minute, 0, 0)
}

/// `MO` … `SU`.
pub(super) const fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
