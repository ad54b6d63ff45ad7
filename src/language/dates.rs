//! Dates and ranges as people write them.

use jiff::civil::{Date, Weekday};

use super::{Catalogue, Language};

/// A no-break space.
pub const NBSP: char = '\u{a0}';

/// «24 ноября 2026 г.», “24 November 2026”; with no-break spaces.
#[must_use]
pub fn long(catalogue: &Catalogue, date: Date) -> String {
    let day_month = day_month(catalogue, date);
    let year = date.year();
    match catalogue.language() {
        Language::Russian => format!("{day_month}{NBSP}{year}{NBSP}г."),
        Language::English => format!("{day_month}{NBSP}{year}"),
    }
}

/// «24 ноября», “24 November”.
#[must_use]
pub fn day_month(catalogue: &Catalogue, date: Date) -> String {
    let key = MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1];
    format!("{}{NBSP}{}", date.day(), catalogue.text(key))
}

/// «вторник, 24 ноября», “Tuesday, 24 November”.
#[must_use]
pub fn weekday_day_month(catalogue: &Catalogue, date: Date) -> String {
    format!("{}, {}", weekday(catalogue, date.weekday()), day_month(catalogue, date))
}

/// «24.11.2026» in both languages.
#[must_use]
pub fn numeric(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// Name of a weekday: «вторник», “Tuesday”.
#[must_use]
pub fn weekday(catalogue: &Catalogue, day: Weekday) -> &str {
    catalogue.text(WEEKDAYS[weekday_index(day)])
}

/// Two-letter name of a weekday: «вт», “Tue”.
#[must_use]
pub fn weekday_short(catalogue: &Catalogue, day: Weekday) -> &str {
    catalogue.text(WEEKDAYS_SHORT[weekday_index(day)])
}

/// «13:05» for minutes from midnight, 0 to 1440.
#[must_use]
pub fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Difference of clocks in hours: «+4», «−1», «+2:30»; empty for none.
#[must_use]
pub fn signed_hours(minutes: i32) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => String::new(),
        (hours, 0) => format!("{sign}{hours}"),
        (hours, minutes) => format!("{sign}{hours}:{minutes:02}"),
    }
}

/// English three-letter name used in files and addresses: `mon` … `sun`.
#[must_use]
pub fn weekday_id(day: Weekday) -> &'static str {
    WEEKDAY_IDS[weekday_index(day)]
}

/// The weekday with this three-letter name.
#[must_use]
pub fn weekday_from_id(id: &str) -> Option<Weekday> {
    let index = WEEKDAY_IDS.iter().position(|known| *known == id)?;
    Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()
}

/// The three-letter names, from Monday.
pub const WEEKDAY_IDS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const WEEKDAYS: [&str; 7] = [
    "weekday-mon",
    "weekday-tue",
    "weekday-wed",
    "weekday-thu",
    "weekday-fri",
    "weekday-sat",
    "weekday-sun",
];

const WEEKDAYS_SHORT: [&str; 7] = [
    "weekday-short-mon",
    "weekday-short-tue",
    "weekday-short-wed",
    "weekday-short-thu",
    "weekday-short-fri",
    "weekday-short-sat",
    "weekday-short-sun",
];

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

fn weekday_index(day: Weekday) -> usize {
    usize::from(day.to_monday_zero_offset().unsigned_abs()) % 7
}
