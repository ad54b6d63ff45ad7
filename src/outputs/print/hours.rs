//! Hours of a support desk in the school's local time.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::language::{Arg, Catalogue, dates};
use crate::model::school::Zone;
use crate::model::system::{DeskDays, DeskHours, OpenHours};
use crate::model::timetable::TimeRange;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// The zone in which Russian desks state their hours.
const MOSCOW: &str = "Europe/Moscow";

/// Difference of two zones on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    /// Minutes that the school's clock is ahead of the desk's; negative if behind.
    minutes: i32,
}

impl Shift {
    /// From the zone `from` to the zone `to`, as it is at noon of `date`.
    pub(super) fn between(from: &Zone, to: &Zone, date: Date) -> Self {
        Self { minutes: offset(&to.rules, date) - offset(&from.rules, date) }
    }

    /// From Moscow time to `zone` on `date`; `None` if the time zone database lacks Moscow.
    pub(super) fn from_moscow(zone: &Zone, date: Date) -> Option<Self> {
        let moscow = TimeZone::get(MOSCOW).ok()?;
        Some(Self { minutes: offset(&zone.rules, date) - offset(&moscow, date) })
    }

    /// Whether both clocks show the same.
    pub(super) const fn is_zero(self) -> bool {
        self.minutes == 0
    }

    /// «+4», «−1», «+2:30»; empty for none.
    pub(super) fn signed(self) -> String {
        let sign = if self.minutes < 0 { '−' } else { '+' };
        let (hours, minutes) = (self.minutes.abs() / 60, self.minutes.abs() % 60);
        match (hours, minutes) {
            (0, 0) => String::new(),
            (hours, 0) => format!("{sign}{hours}"),
            (hours, minutes) => format!("{sign}{hours}:{minutes:02}"),
        }
    }

    /// The range on the school's clock.
    fn local(self, range: TimeRange) -> Local {
        let start = i32::from(range.start.minutes()) + self.minutes;
        let end = i32::from(range.end.minutes()) + self.minutes;
        let days = start.div_euclid(DAY);
        Local { start: start - days * DAY, end: end - days * DAY, days }
    }
}

/// A range on the school's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Local {
    /// Minutes from midnight, below a day.
    start: i32,
    /// Minutes from the same midnight, more than a day if it ends on the next.
    end: i32,
    /// Days by which the start has moved: -1, 0 or 1.
    days: i32,
}

impl Local {
    /// «13:00–01:00».
    fn text(self) -> String {
        format!("{}–{}", clock(self.start, DAY), clock(self.end, DAY))
    }
}

/// `HH:MM`; midnight at the end of a day is 24:00.
fn clock(minutes: i32, day: i32) -> String {
    let minutes = if minutes > day { minutes - day } else { minutes };
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes that `zone` is ahead of UTC at noon UTC of `date`.
fn offset(zone: &TimeZone, date: Date) -> i32 {
    let noon = date.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
    noon.map_or(0, |noon| zone.to_offset(noon.timestamp()).seconds() / 60)
}

/// How people call a zone: «по московскому времени», or its difference to UTC on `date`.
pub(super) fn zone_words(catalogue: &Catalogue, zone: &Zone, date: Date) -> String {
    if zone.name == MOSCOW {
        return catalogue.text("poster-moscow-time").to_owned();
    }
    let offset = Shift { minutes: offset(&zone.rules, date) };
    catalogue.format("poster-utc-time", &[("offset", Arg::from(offset.signed()))])
}

/// What a line of a desk's hours says on the school's clock: days and hours.
pub(super) fn local_hours(
    catalogue: &Catalogue,
    hours: &DeskHours,
    shift: Shift,
) -> (String, String) {
    let OpenHours::Between(range) = hours.open else {
        return (days(catalogue, &hours.days, 0), catalogue.text("poster-always").to_owned());
    };
    let local = shift.local(range);
    let mut days = days(catalogue, &hours.days, local.days);
    if local.end > DAY {
        days = catalogue.format("poster-past-midnight", &[("days", days.into())]);
    }
    (days, local.text())
}

/// What a line says on the desk's own clock; no hours where that is the same everywhere.
pub(super) fn stated_hours(catalogue: &Catalogue, hours: &DeskHours) -> (String, Option<String>) {
    let text = match hours.open {
        OpenHours::Always => None,
        OpenHours::Between(range) => Some(range.to_string()),
    };
    (days(catalogue, &hours.days, 0), text)
}

/// Days in words, `moved` days later than stated.
fn days(catalogue: &Catalogue, days: &DeskDays, moved: i32) -> String {
    match days {
        DeskDays::Daily => catalogue.text("poster-daily").to_owned(),
        DeskDays::Workdays if moved > 0 => catalogue.text("poster-after-workdays").to_owned(),
        DeskDays::Workdays if moved < 0 => catalogue.text("poster-before-workdays").to_owned(),
        DeskDays::Workdays => catalogue.text("poster-workdays").to_owned(),
        DeskDays::Weekdays(days) => {
            let mut moved: Vec<Weekday> = days.iter().map(|day| day.wrapping_add(moved)).collect();
            moved.sort_by_key(|day| day.to_monday_zero_offset());
            weekdays(catalogue, &moved)
        }
    }
}

/// «пн–пт», «пн, ср, пт»: runs of three or more days as a range.
pub(super) fn weekdays(catalogue: &Catalogue, days: &[Weekday]) -> String {
    let short = |day: &Weekday| dates::weekday_short(catalogue, *day);
    let runs = days.chunk_by(|a, b| a.to_monday_zero_offset() + 1 == b.to_monday_zero_offset());
    let words = runs.map(|run| match run {
        [first, _, .., last] => format!("{}–{}", short(first), short(last)),
        few => few.iter().map(short).collect::<Vec<_>>().join(", "),
    });
    words.collect::<Vec<_>>().join(", ")
}
