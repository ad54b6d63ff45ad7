//! Dates and times as files write them, and what was probably meant by other writings.

use jiff::civil::Date;

use super::fields::text;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::timetable::{TimeOfDay, TimeRange};
use crate::source::Document;
use crate::source::yaml::Node;

/// A date `YYYY-MM-DD` of the years 1990 to 2200.
pub(super) fn date(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Date> {
    let text = text(document, node, found)?;
    let date = parse_date(&text);
    if date.is_none() {
        let wrong = Diagnostic::error("date-invalid", document.place(node));
        let wrong = wrong.with("cause", date_fault(&text)).near(date_meant(&text));
        found.push(wrong.with("date", text));
    }
    date
}

/// The date `YYYY-MM-DD`, if it exists and lies in the years 1990 to 2200.
pub(super) fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    let date: Date = if shaped { text.parse().ok()? } else { return None };
    (1990..=2200).contains(&date.year()).then_some(date)
}

/// What is wrong with a date, as a word for the texts: `shape`, `absent` or `range`.
fn date_fault(text: &str) -> &'static str {
    let numbers = text.split('-').map(|part| part.parse().ok());
    let Some(&[year, month, day]) = numbers.collect::<Option<Vec<i16>>>().as_deref() else {
        return "shape";
    };
    let [Ok(month), Ok(day)] = [month, day].map(i8::try_from) else { return "shape" };
    match Date::new(year, month, day) {
        _ if text.len() != 10 => "shape",
        Ok(_) => "range",
        Err(_) => "absent",
    }
}

/// The date that was probably meant by one in Russian writing, `31.08.2026`, as it should be
/// written.
fn date_meant(text: &str) -> Option<String> {
    let mut parts = text.trim_end_matches(['г', '.', ' ']).split(['.', '/']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    parse_date(&date).map(|_| date)
}

/// A range `HH:MM-HH:MM`, its end later than its start.
pub(super) fn time_range(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<TimeRange> {
    let text = text(document, node, found)?;
    let parts = text.split_once(['-', '–', '—']);
    let times = parts.map(|(start, end)| (time(start.trim()), time(end.trim())));
    let Some((Some(start), Some(end))) = times else {
        let wrong = Diagnostic::error("time-invalid", document.place(node));
        found.push(wrong.near(time_meant(&text)).with("time", text));
        return None;
    };
    if start >= end {
        let wrong = Diagnostic::error("time-order", document.place(node));
        found.push(wrong.with("start", start.to_string()).with("end", end.to_string()));
        return None;
    }
    Some(TimeRange { start, end })
}

/// The range that was probably meant by one in Russian writing, `с 14.30 до 15.15`.
fn time_meant(text: &str) -> Option<String> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let &[from_hour, from, to_hour, to] = digits.collect::<Vec<_>>().as_slice() else {
        return None;
    };
    let (from, to) = (format!("{from_hour}:{from}"), format!("{to_hour}:{to}"));
    (time(&from)? < time(&to)?).then(|| format!("{from}-{to}"))
}

fn time(text: &str) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if hour.is_empty() || hour.len() > 2 || minute.len() != 2 || !digits(hour) || !digits(minute) {
        return None;
    }
    TimeOfDay::new(hour.parse().ok()?, minute.parse().ok()?)
}
