//! Time zones in words, and hours carried from one zone to another.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::language::dates::NBSP;
use crate::language::{Arg, Catalogue};
use crate::model::school::Zone;
use crate::model::timetable::{TimeOfDay, TimeRange};

/// The zone in which Russian official times are given.
const MOSCOW: &str = "Europe/Moscow";

/// A time of the day in another zone: minutes from midnight, 0 to 1439, and the day it falls
/// on: -1 the day before, 0 the same, 1 the day after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shifted {
    /// Minutes from midnight.
    pub minutes: u16,
    /// Day relative to that of the original zone.
    pub day: i8,
}

/// The moment of a local date and time; 24:00 is the midnight after the date. A time that a
/// change of clocks leaves out moves on by the gap; out of range it is the epoch.
#[must_use]
pub fn moment(date: Date, time: TimeOfDay, zone: &TimeZone) -> Timestamp {
    let midnight = date.at(0, 0, 0, 0);
    let local = midnight.checked_add(SignedDuration::from_mins(i64::from(time.minutes())));
    let moment = local.and_then(|local| zone.to_timestamp(local));
    moment.unwrap_or(Timestamp::UNIX_EPOCH)
}

/// `time` on `date` in `from`, as the clocks of `to` show it.
#[must_use]
pub fn shifted(date: Date, time: TimeOfDay, from: &TimeZone, to: &TimeZone) -> Shifted {
    let there = to.to_datetime(moment(date, time, from));
    let minutes = i64::from(there.hour()) * 60 + i64::from(there.minute());
    let days = (there.date() - date).get_days().clamp(-1, 1);
    let day = i8::try_from(days).unwrap_or(0);
    Shifted { minutes: u16::try_from(minutes).unwrap_or(0), day }
}

/// `range` of `from` in the words of `to`: «13:00–01:00 следующего дня».
#[must_use]
pub fn carried(
    catalogue: &Catalogue,
    date: Date,
    range: TimeRange,
    (from, to): (&TimeZone, &TimeZone),
) -> String {
    let start = shifted(date, range.start, from, to);
    let mut end = shifted(date, range.end, from, to);
    if end.minutes == 0 {
        end = Shifted { minutes: 24 * 60, day: end.day - 1 };
    }
    let end_day = day_words(catalogue, end.day);
    if start.day == end.day || start.day == 0 {
        return format!("{}–{}{end_day}", clock(start.minutes), clock(end.minutes));
    }
    let start_day = day_words(catalogue, start.day);
    format!("{}{start_day} – {}{end_day}", clock(start.minutes), clock(end.minutes))
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
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

/// Minutes by which clocks of `zone` are ahead of UTC at noon of `date`.
#[must_use]
pub fn offset_minutes(date: Date, zone: &TimeZone) -> i32 {
    let noon = zone.to_timestamp(date.at(12, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH);
    zone.to_offset(noon).seconds() / 60
}

/// `UTC+7`, `UTC+5:30`, `UTC−3`; without a figure for 0.
fn signed(word: &str, minutes: i32) -> String {
    let sign = match minutes {
        0 => return word.to_owned(),
        1.. => '+',
        _ => '−',
    };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    if rest == 0 {
        format!("{word}{sign}{hours}")
    } else {
        format!("{word}{sign}{hours}:{rest:02}")
    }
}
