//! Dates and times in the forms that RFC 5545 wants.

use jiff::civil::{Date, DateTime, Weekday};

use crate::model::timetable::TimeOfDay;

/// `20260903T153000`.
pub(super) fn local(at: DateTime) -> String {
    let mut text = String::with_capacity(16);
    push_day(&mut text, at.date());
    text.push('T');
    for number in [at.hour(), at.minute(), at.second()] {
        push_pair(&mut text, number.unsigned_abs());
    }
    text
}

/// `20260903`.
pub(super) fn day(date: Date) -> String {
    let mut text = String::with_capacity(16);
    push_day(&mut text, date);
    text
}

fn push_day(text: &mut String, date: Date) {
    let year = date.year().unsigned_abs();
    for number in [year / 100, year % 100] {
        push_pair(text, u8::try_from(number).unwrap_or_default());
    }
    push_pair(text, date.month().unsigned_abs());
    push_pair(text, date.day().unsigned_abs());
}

/// Two digits of a number below 100.
fn push_pair(text: &mut String, number: u8) {
    text.push(char::from(b'0' + number / 10 % 10));
    text.push(char::from(b'0' + number % 10));
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
