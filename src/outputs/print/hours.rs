//! Hours of a support desk in the school's local time.

use jiff::civil::{Date, Weekday};

use crate::language::{Arg, Catalogue, dates};
use crate::model::clock::Zone;
use crate::model::clock::{self, MOSCOW};
use crate::model::system::{DeskDays, DeskHours, OpenHours};

/// How people call a zone: «по московскому времени», or its difference to UTC on `date`.
pub(super) fn zone_words(catalogue: &Catalogue, zone: &Zone, date: Date) -> String {
    if zone.name == MOSCOW {
        return catalogue.text("poster-moscow-time").to_owned();
    }
    let offset = dates::signed_hours(clock::offset_minutes(date, &zone.rules));
    catalogue.format("poster-utc-time", &[("offset", Arg::from(offset))])
}

/// What a line of a desk's hours says on the school's clock: days and hours.
pub(super) fn local_hours(
    catalogue: &Catalogue,
    hours: &DeskHours,
    date: Date,
    (from, to): (&Zone, &Zone),
) -> (String, String) {
    let OpenHours::Between(range) = hours.open else {
        return (days(catalogue, &hours.days, 0), catalogue.text("poster-always").to_owned());
    };
    let local = clock::carried(date, range, &from.rules, &to.rules);
    let mut days = days(catalogue, &hours.days, i32::from(local.start_day));
    if local.end_day > local.start_day {
        days = catalogue.format("poster-past-midnight", &[("days", days.into())]);
    }
    (days, format!("{}–{}", dates::clock(local.start), dates::clock(local.end)))
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
