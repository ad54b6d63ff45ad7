//! The production calendar against its own published lists, and due dates against those of the
//! law's own counting, made day by day here.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

use reglament::diagnostics::Diagnostics;
use reglament::model::calendar::{DayKind, ProductionCalendar, WorkingWeek};
use reglament::model::due::{day_of_term, due_dates};
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

/// The days off other than Sundays in a six-day week, as the data file lists them.
fn six_day() -> Vec<Date> {
    let path = project().join("src/source/ru_production_calendar.yaml");
    let text = std::fs::read_to_string(path).expect("the data");
    let lists = text.lines().filter_map(|line| line.trim().strip_prefix("days_off_mon_sat: ["));
    let dates = lists.flat_map(|list| list.trim_end_matches(']').split(", "));
    dates.map(|date| date.parse().expect("a date")).collect()
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

/// A term counted once more with lists alone: what is not worked is looked up, nothing computed.
struct Count {
    five_day: Vec<Date>,
    six_day: Vec<Date>,
}

impl Count {
    fn is_worked(&self, day: Date, week: WorkingWeek) -> bool {
        match week {
            WorkingWeek::FiveDay => !self.five_day.contains(&day),
            WorkingWeek::SixDay => day.weekday() != Weekday::Sunday && !self.six_day.contains(&day),
        }
    }

    fn last_day(&self, approved: Date, rule: PublicationRule, week: WorkingWeek) -> Date {
        let counted = |day: &Date| rule.count == DayCount::Calendar || self.is_worked(*day, week);
        let days = approved.series(1.day()).skip(1).filter(counted);
        let last = days.take(rule.days.into()).last().expect("a term");
        let worked = |day: &Date| !rule.roll_forward || self.is_worked(*day, week);
        last.series(1.day()).find(worked).expect("a day")
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn due_dates_agree_with_an_independent_count(
        day in 0_i64..1300,
        days in 1_u16..60,
        working: bool,
        roll_forward: bool,
        six: bool,
    ) {
        let count = Count { five_day: published(), six_day: six_day() };
        let approved = date(2024, 1, 1) + day.days();
        let week = if six { WorkingWeek::SixDay } else { WorkingWeek::FiveDay };
        let kind = if working { DayCount::Working } else { DayCount::Calendar };
        let rule = PublicationRule { days, count: kind, roll_forward };
        let calendar = calendar();
        let due = due_dates(approved, rule, &calendar, week);
        prop_assert_eq!(due.local, count.last_day(approved, rule, week));
        let law = PublicationRule { days: 10, count: DayCount::Working, roll_forward: false };
        prop_assert_eq!(due.law, count.last_day(approved, law, week));
        prop_assert!(!due.computed);
        // The last day has the number of the term.
        if !roll_forward {
            let number = day_of_term(approved, due.local, kind, &calendar, week);
            prop_assert_eq!(number, u32::from(days));
        }
    }
}

#[test]
fn the_ends_of_years_and_of_february_and_the_eve_of_holidays() {
    let calendar = calendar();
    let dates = |approved, rule| {
        let due = due_dates(approved, rule, &calendar, WorkingWeek::FiveDay);
        (due.local, due.law, due.computed)
    };
    let rolling = PublicationRule { roll_forward: true, ..LOCAL };
    let cases = [
        (date(2025, 12, 31), LOCAL, date(2026, 1, 10), date(2026, 1, 23)),
        (date(2025, 12, 31), rolling, date(2026, 1, 12), date(2026, 1, 23)),
        (date(2026, 12, 31), LOCAL, date(2027, 1, 10), date(2027, 1, 22)),
        // A leap year: 29 February is a day of the term.
        (date(2024, 2, 28), LOCAL, date(2024, 3, 9), date(2024, 3, 14)),
        (date(2024, 2, 28), rolling, date(2024, 3, 11), date(2024, 3, 14)),
        (date(2026, 2, 28), LOCAL, date(2026, 3, 10), date(2026, 3, 16)),
        // 30 April: of the ten working days none is on 1, 8 (2026: 11) or 9 May.
        (date(2026, 4, 30), LOCAL, date(2026, 5, 10), date(2026, 5, 18)),
        (date(2026, 4, 30), rolling, date(2026, 5, 12), date(2026, 5, 18)),
    ];
    for (approved, rule, local, law) in cases {
        assert_eq!(dates(approved, rule), (local, law, false), "{approved}");
    }
    // Nothing is adopted for 2028: New Year's holidays are computed, transfers are not known.
    assert_eq!(dates(date(2027, 12, 31), LOCAL), (date(2028, 1, 10), date(2028, 1, 21), true));
    assert_eq!(dates(date(2028, 2, 28), LOCAL), (date(2028, 3, 9), date(2028, 3, 14), true));
}
