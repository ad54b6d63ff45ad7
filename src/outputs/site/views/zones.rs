//! Time zones in words, and hours carried from one zone to another.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::language::dates::NBSP;
use crate::language::{Arg, Catalogue, dates};
use crate::model::clock::Zone;
use crate::model::clock::{self, MOSCOW, offset_minutes};
use crate::model::timetable::{TimeOfDay, TimeRange};

/// The moment of a local date and time; 24:00 is the midnight after the date. A time that a
/// change of clocks leaves out moves on by the gap; out of range it is the epoch.
#[must_use]
pub fn moment(date: Date, time: TimeOfDay, zone: &TimeZone) -> Timestamp {
    let midnight = date.at(0, 0, 0, 0);
    let local = midnight.checked_add(SignedDuration::from_mins(i64::from(time.minutes())));
    let moment = local.and_then(|local| zone.to_timestamp(local));
    moment.unwrap_or(Timestamp::UNIX_EPOCH)
}

/// `range` of the first zone in the words of the second: «13:00–01:00 следующего дня».
#[must_use]
pub fn carried(
    catalogue: &Catalogue,
    date: Date,
    range: TimeRange,
    (from, to): (&TimeZone, &TimeZone),
) -> String {
    let there = clock::carried(date, range, from, to);
    let (start, end) = (dates::clock(there.start), dates::clock(there.end));
    let end_day = day_words(catalogue, there.end_day);
    if there.start_day == there.end_day || there.start_day == 0 {
        return format!("{start}–{end}{end_day}");
    }
    let start_day = day_words(catalogue, there.start_day);
    format!("{start}{start_day} – {end}{end_day}")
}

/// `range` of the first zone in the words of the second as of `date`, and what it becomes where
/// clocks of one of them are changed in the year after it: «07:00–19:00, с 29 марта 2027 г.
/// 08:00–20:00».
#[must_use]
pub fn carried_on(
    catalogue: &Catalogue,
    date: Date,
    range: TimeRange,
    (from, to): (&Zone, &Zone),
) -> String {
    let mut text = carried(catalogue, date, range, (&from.rules, &to.rules));
    let mut ahead = clock::ahead(date, &from.rules, &to.rules);
    for change in changes(date, [from, to]) {
        let then = clock::ahead(change, &from.rules, &to.rules);
        if then != ahead {
            let words = catalogue.text("site-from");
            let day = dates::long(catalogue, change);
            let hours = carried(catalogue, change, range, (&from.rules, &to.rules));
            text.push_str(&format!(", {words}{NBSP}{day} {hours}"));
            ahead = then;
        }
    }
    text
}

/// The days in the year after `date` on which clocks of one of the zones are changed, in order.
fn changes(date: Date, zones: [&Zone; 2]) -> Vec<Date> {
    let last = date.checked_add(jiff::Span::new().days(365)).unwrap_or(date);
    let mut days = Vec::new();
    for zone in zones {
        let Ok(start) = zone.rules.to_timestamp(date.at(0, 0, 0, 0)) else { continue };
        let following = zone.rules.following(start);
        let local = following.map(|change| zone.rules.to_datetime(change.timestamp()).date());
        days.extend(local.take_while(|day| *day <= last).filter(|day| *day > date));
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn day_words(catalogue: &Catalogue, day: i8) -> String {
    let key = match day {
        0 => return String::new(),
        1 => "site-next-day",
        _ => "site-previous-day",
    };
    format!(" {}", catalogue.text(key).replace(' ', "\u{a0}"))
}

/// «по московскому времени», or «по времени UTC+5».
#[must_use]
pub fn zone_words(catalogue: &Catalogue, date: Date, zone: &Zone) -> String {
    if zone.name == MOSCOW {
        return catalogue.text("site-moscow-time").to_owned();
    }
    let offset = offset_minutes(date, &zone.rules);
    catalogue.format("site-zone-time", &[("zone", Arg::from(signed("UTC", offset)))])
}

/// «Время местное: МСК+4 (UTC+7)»; without figures where clocks are changed in the course of
/// the year, since a figure would be wrong for a part of it.
#[must_use]
pub fn local_time(catalogue: &Catalogue, date: Date, zone: &Zone) -> String {
    let own = offset_minutes(date, &zone.rules);
    if own != offset_minutes(half_a_year_later(date), &zone.rules) {
        return catalogue.text("site-local-time").to_owned();
    }
    let utc = signed("UTC", own);
    let figures = match TimeZone::get(MOSCOW) {
        Ok(moscow) if own == offset_minutes(date, &moscow) => {
            return catalogue.text("site-local-time-moscow").to_owned();
        }
        Ok(moscow) => {
            let ahead = own - offset_minutes(date, &moscow);
            format!("{} ({utc})", signed(catalogue.text("site-moscow-short"), ahead))
        }
        Err(_) => utc,
    };
    format!("{}:{NBSP}{}", catalogue.text("site-local-time"), figures.replace(' ', "\u{a0}"))
}

fn half_a_year_later(date: Date) -> Date {
    date.checked_add(jiff::Span::new().days(182)).unwrap_or(date)
}

/// `UTC+7`, `UTC+5:30`, `UTC−3`; without a figure for 0.
fn signed(word: &str, minutes: i32) -> String {
    format!("{word}{}", dates::signed_hours(minutes))
}
