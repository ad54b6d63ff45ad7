//! Time zones, and clocks of two of them side by side: a desk states its hours in one, a school
//! lives in another.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::timetable::TimeRange;

/// The zone in which Russian official times are given.
pub const MOSCOW: &str = "Europe/Moscow";

/// A time zone with the name under which it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Name in the IANA database, `Asia/Yakutsk`.
    pub name: String,
    /// The zone's rules.
    pub rules: TimeZone,
}

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// A range of time as the clocks of another zone show it. Days are relative to the day of the
/// original range: -1 the day before, 0 the same, 1 the day after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// Begin in minutes from midnight, 0 to 1439.
    pub start: u16,
    /// Day of the begin.
    pub start_day: i8,
    /// End in minutes from midnight, 1 to 1440.
    pub end: u16,
    /// Day of the end.
    pub end_day: i8,
}

/// Minutes by which clocks of `zone` are ahead of UTC at noon of `date`; 0 where the date is out
/// of range.
#[must_use]
pub fn offset_minutes(date: Date, zone: &TimeZone) -> i32 {
    let noon = zone.to_timestamp(date.at(12, 0, 0, 0));
    noon.map_or(0, |noon| zone.to_offset(noon).seconds() / 60)
}

/// Minutes by which clocks of `to` are ahead of those of `from` on `date`; negative if behind.
#[must_use]
pub fn ahead(date: Date, from: &TimeZone, to: &TimeZone) -> i32 {
    offset_minutes(date, to) - offset_minutes(date, from)
}

/// `range`, stated for `date` in the zone `from`, as the clocks of `to` show it.
#[must_use]
pub fn carried(date: Date, range: TimeRange, from: &TimeZone, to: &TimeZone) -> Carried {
    let ahead = ahead(date, from, to);
    let start = i32::from(range.start.minutes()) + ahead;
    let end = i32::from(range.end.minutes()) + ahead;
    // An end at midnight is 24:00 of the day that ends.
    let (start_day, end_day) = (start.div_euclid(DAY), (end - 1).div_euclid(DAY));
    let minutes = |time: i32, day: i32| u16::try_from(time - day * DAY).unwrap_or(0);
    let day = |day: i32| i8::try_from(day.clamp(-1, 1)).unwrap_or(0);
    Carried {
        start: minutes(start, start_day),
        start_day: day(start_day),
        end: minutes(end, end_day),
        end_day: day(end_day),
    }
}
