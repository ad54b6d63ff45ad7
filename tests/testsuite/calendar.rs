//! The production calendar against its own published lists, and due dates against those of the
//! law's own counting, made day by day here.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use reglament::diagnostics::Diagnostics;
use reglament::model::calendar::{DayKind, ProductionCalendar, WorkingWeek};
use reglament::model::due::due_dates;
use reglament::model::resolve;
use reglament::model::site::{DayCount, PublicationRule};
use reglament::source::{Workspace, read_site};

use super::workspace::project;

const LOCAL: PublicationRule =
    PublicationRule { days: 10, count: DayCount::Calendar, roll_forward: false };

fn calendar() -> ProductionCalendar {
    let workspace = Workspace::open(project()).expect("the project");
    let mut found = Diagnostics::default();
    resolve::shared(&read_site(&workspace, &mut found), &mut found).calendar
}

/// The days not worked in a five-day week as the data file lists them month by month, apart
/// from the lists that the program reads: `nonworking_by_month: {"01": "1-8,13", …}`.
fn published() -> Vec<Date> {
    let path = project().join("src/source/ru_production_calendar.yaml");
    let text = std::fs::read_to_string(path).expect("the data");
    let mut days = Vec::new();
    let mut year = 0;
    for line in text.lines() {
        let name = line.trim().trim_end_matches(':');
        if line.starts_with("  2") && name.len() == 4 {
            year = name.parse().expect("a year");
        }
        let Some((_, months)) = line.split_once("nonworking_by_month: {") else { continue };
        for entry in months.trim_end_matches('}').split("\", ") {
            let (month, list) = entry.split_once(": \"").expect("a month");
            let month = month.trim_matches('"').parse().expect("its number");
            for part in list.trim_matches('"').split(',') {
                let (first, last) = part.split_once('-').unwrap_or((part, part));
                let number = |text: &str| text.parse::<i8>().expect("a day");
                days.extend((number(first)..=number(last)).map(|day| date(year, month, day)));
            }
        }
    }
    days
}

fn days_of(years: std::ops::RangeInclusive<i16>) -> impl Iterator<Item = Date> {
    let (first, last) = (date(*years.start(), 1, 1), date(*years.end(), 12, 31));
    first.series(1.day()).take_while(move |day| *day <= last)
}

#[test]
fn every_day_of_the_adopted_years_is_as_published() {
    let (calendar, published) = (calendar(), published());
    assert_eq!(published.len(), 4 * 118, "days off in 2024–2027");
    for day in days_of(2024..=2027) {
        let off = calendar.day(day, WorkingWeek::FiveDay) != DayKind::Working;
        assert_eq!(off, published.contains(&day), "{day}");
        assert!(calendar.knows(day));
    }
    assert!(!calendar.knows(date(2028, 1, 1)));
}

#[test]
fn due_dates_are_those_of_the_law() {
    let (calendar, published) = (calendar(), published());
    let dates = |approved| {
        let due = due_dates(approved, LOCAL, &calendar, WorkingWeek::FiveDay);
        (due.local, due.law)
    };
    assert_eq!(dates(date(2026, 12, 25)), (date(2027, 1, 4), date(2027, 1, 19)));
    assert_eq!(dates(date(2026, 4, 24)), (date(2026, 5, 4), date(2026, 5, 12)));
    assert_eq!(dates(date(2026, 11, 20)), (date(2026, 11, 30), date(2026, 12, 4)));
    for approved in days_of(2024..=2026) {
        let mut worked = approved.series(1.day()).skip(1).filter(|day| !published.contains(day));
        let expected = (approved + 10.days(), worked.nth(9).expect("a day"));
        assert_eq!(dates(approved), expected, "{approved}");
        assert!(expected.0 <= expected.1, "the local rule is the stricter one: {approved}");
    }
}

#[test]
fn a_last_day_off_moves_only_where_that_is_set() {
    let calendar = calendar();
    let rolling = PublicationRule { roll_forward: true, ..LOCAL };
    let due = due_dates(date(2026, 12, 25), rolling, &calendar, WorkingWeek::FiveDay);
    assert_eq!(due.local, date(2027, 1, 11));
    let beyond = due_dates(date(2027, 12, 28), LOCAL, &calendar, WorkingWeek::FiveDay);
    assert!(beyond.computed, "no calendar is adopted for 2028");
    assert!(!due.computed);
}
