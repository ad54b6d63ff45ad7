//! How often a session takes place, in words.

use jiff::civil::{Date, Weekday};

use crate::language::dates::{day_month, long, weekday};
use crate::language::{Arg, Catalogue};
use crate::model::timetable::{Pattern, Session};

/// Keys of the grammatical genders of weekdays, from Monday.
const GENDERS: [&str; 7] = [
    "site-gender-mon",
    "site-gender-tue",
    "site-gender-wed",
    "site-gender-thu",
    "site-gender-fri",
    "site-gender-sat",
    "site-gender-sun",
];

/// How often `session` takes place on `day`, or `None` for every week:
/// «раз в 2 недели, считая с 7 сентября 2026 г.», «последний четверг месяца».
#[must_use]
pub fn rhythm(catalogue: &Catalogue, session: &Session, day: Weekday) -> Option<String> {
    match &session.pattern {
        Pattern::Weekly { interval: 1, .. } => None,
        Pattern::Weekly { interval, anchor, .. } => {
            let from = on_weekday(*anchor, day);
            let args =
                [("weeks", Arg::from(*interval)), ("date", Arg::from(long(catalogue, from)))];
            Some(catalogue.format("site-every-weeks", &args))
        }
        Pattern::Monthly { nth, .. } => Some(nth_of_month(catalogue, *nth, day)),
        Pattern::Dates(dates) => {
            let dates: Vec<String> = dates.iter().map(|date| day_month(catalogue, *date)).collect();
            Some(dates.join(", "))
        }
    }
}

/// «последний четверг месяца»; the numeral agrees with the gender of the weekday's name.
fn nth_of_month(catalogue: &Catalogue, nth: i8, day: Weekday) -> String {
    let gender = catalogue.text(GENDERS[usize::from(day.to_monday_zero_offset().unsigned_abs())]);
    let nth = if nth < 0 { "last".to_owned() } else { nth.to_string() };
    let key = format!("site-nth-{gender}-{nth}");
    let (nth, day) = (catalogue.text(&key), weekday(catalogue, day));
    format!("{nth} {day} {}", catalogue.text("site-of-month"))
}

/// Weekdays on which `session` is planned, in order from Monday; empty for chosen dates.
#[must_use]
pub fn weekdays(session: &Session) -> &[Weekday] {
    match &session.pattern {
        Pattern::Weekly { days, .. } | Pattern::Monthly { days, .. } => days,
        Pattern::Dates(_) => &[],
    }
}

/// The date with weekday `day` in the week (Monday to Sunday) of `date`.
fn on_weekday(date: Date, day: Weekday) -> Date {
    let offset = day.to_monday_zero_offset() - date.weekday().to_monday_zero_offset();
    date.checked_add(jiff::Span::new().days(offset)).unwrap_or(date)
}
