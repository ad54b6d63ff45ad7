//! Dates as people write them: «05.09.2026», «5 сентября 2026 г.», «05.09».

use std::ops::Range;

use jiff::civil::Date;

use super::text::{Placed, Token, placed};

/// A date in a text, perhaps without its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) day: i8,
    pub(super) month: i8,
    pub(super) year: Option<i16>,
    /// Bytes of the text in which it stands.
    pub(super) range: Range<usize>,
}

/// Names of the months as they follow a day, by their beginnings.
const MONTHS: [&str; 12] =
    ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

impl Written {
    /// The date; where it has no year, the one in which it lies within `term`.
    pub(super) fn date(&self, term: Option<(Date, Date)>) -> Option<Date> {
        let of = |year| Date::new(year, self.month, self.day).ok();
        match (self.year, term) {
            (Some(year), _) => of(year),
            (None, Some((from, to))) => {
                let mut fitting =
                    (from.year()..=to.year()).filter_map(of).filter(|d| (from..=to).contains(d));
                fitting.next().filter(|_| fitting.next().is_none())
            }
            (None, None) => None,
        }
    }
}

/// The dates in `text`, in order; what cannot be one, «31.02.2026», is passed over.
pub(super) fn find(text: &str) -> Vec<Written> {
    let tokens = placed(text);
    let mut found = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((_, after)) = rest.split_first() {
        rest = match date(rest) {
            Some((date, used)) => {
                found.push(date);
                rest.get(used..).unwrap_or_default()
            }
            None => after,
        };
    }
    found
}

/// The date with which `tokens` begin, and how many of them it takes.
fn date(tokens: &[Placed]) -> Option<(Written, usize)> {
    let token = |at: usize| tokens.get(at).map(|(token, _)| token);
    let number = |at, digits| token(at).and_then(|token| token.number(digits));
    let mark = |at, c| token(at).is_some_and(|token| token.is(c));
    let start = tokens.first()?.1.start;
    let place = |used: usize| start..tokens.get(used - 1).map_or(start, |(_, range)| range.end);
    // «2026-09-05», as programs write it.
    if let (Some(year), true, Some(month), true, Some(day)) =
        (number(0, 4), mark(1, '-'), number(2, 2), mark(3, '-'), number(4, 2))
        && year >= 1000
    {
        return written(day, month, Some(year)).map(|date| (date.at(place(5)), 5));
    }
    let (day, at) = match number(0, 2) {
        Some(day) => (day, 0),
        // «05» сентября 2026 г.
        None if mark(0, '«') || mark(0, '"') || mark(0, '“') => (number(1, 2)?, 2),
        None => return None,
    };
    if at == 0 && mark(1, '.') {
        let month = number(2, 2)?;
        let year = if mark(3, '.') { year(token(4)) } else { None };
        let used = if year.is_some() { 5 } else { 3 };
        // «14.30» is a time, but nothing else is a day and a month.
        return written(day, month, year).map(|date| (date.at(place(used)), used));
    }
    let at = if at == 0 { 1 } else { at + 1 };
    let month = month(token(at)?.word()?)?;
    let year = year(token(at + 1));
    let used = at + 1 + usize::from(year.is_some());
    written(day, month, year).map(|date| (date.at(place(used)), used))
}

impl Written {
    fn at(self, range: Range<usize>) -> Self {
        Self { range, ..self }
    }
}

/// A day that some year has.
fn written(day: u16, month: u16, year: Option<u16>) -> Option<Written> {
    let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
    let year = year.and_then(|year| i16::try_from(year).ok());
    Date::new(year.unwrap_or(2024), month, day).ok()?;
    Some(Written { day, month, year, range: 0..0 })
}

/// A year of four digits, or of two: those of this century.
fn year(token: Option<&Token>) -> Option<u16> {
    match token? {
        Token::Number(digits) if digits.len() == 4 => {
            digits.parse().ok().filter(|year| (1990..=2200).contains(year))
        }
        Token::Number(digits) if digits.len() == 2 => {
            digits.parse::<u16>().ok().map(|year| 2000 + year)
        }
        _ => None,
    }
}

/// The number of the month with this name, from 1.
fn month(word: &str) -> Option<u16> {
    if word.chars().count() < 3 {
        return None;
    }
    let index = MONTHS.iter().position(|begin| word.starts_with(begin))?;
    // «мая», but not «март», which comes before, and not «маршрут».
    let known = index != 4 || matches!(word, "мая" | "май");
    known.then(|| u16::try_from(index + 1).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn dates_are_found_in_texts() {
        let dates = |text: &str| {
            let term = "2026-09-01".parse().ok().zip("2027-05-31".parse().ok());
            let found = find(text).into_iter().map(|date| date.date(term));
            found.map(|date| date.map(|d| d.to_string()).unwrap_or_default()).collect::<Vec<_>>()
        };
        assert_eq!(dates("с 01.09.2026 по 30.12.2026 г."), ["2026-09-01", "2026-12-30"]);
        assert_eq!(dates("5 сентября, 12 декабря 2026 года"), ["2026-09-05", "2026-12-12"]);
        assert_eq!(dates("от «28» августа 2026 г. № 45"), ["2026-08-28"]);
        assert_eq!(dates("05.09, 16.01"), ["2026-09-05", "2027-01-16"]);
        assert_eq!(dates("05.09.26; 2026-10-03"), ["2026-09-05", "2026-10-03"]);
        assert_eq!(dates("1 мая и 3 марта"), ["2027-05-01", "2027-03-03"]);
        assert_eq!(dates("31.02.2026, каб. 214"), [""; 0]);
    }
}
