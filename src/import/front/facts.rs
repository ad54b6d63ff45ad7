//! Dates and numbers in stamps.

use std::ops::Range;

use jiff::civil::Date;

/// Stems of the months.
const MONTHS: [&str; 12] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

/// The first date in `text`, `31.08.2026` or `«31» августа 2026 г.`, and its bytes.
pub(super) fn date(text: &str) -> Option<(Date, Range<usize>)> {
    let words: Vec<(usize, &str)> = offsets(text);
    for (index, (start, word)) in words.iter().enumerate() {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(date) = numeric(core) {
            return Some((date, *start..start + word.len()));
        }
        let day: Option<i8> = core.parse().ok().filter(|day| (1..=31).contains(day));
        let (Some(day), Some((_, month)), Some((at, year))) =
            (day, words.get(index + 1), words.get(index + 2))
        else {
            continue;
        };
        let month = month.to_lowercase();
        let month = MONTHS.iter().rposition(|stem| month.starts_with(stem));
        let digits: String = year.chars().take_while(char::is_ascii_digit).collect();
        let year_number: Option<i16> = digits.parse().ok().filter(|_| digits.len() == 4);
        if let (Some(month), Some(year_number)) = (month, year_number) {
            let month = i8::try_from(month + 1).unwrap_or(1);
            let date = Date::new(year_number, month, day).ok()?;
            return Some((date, *start..at + year.len()));
        }
    }
    None
}

/// `31.08.2026`, `2026-08-31`.
fn numeric(word: &str) -> Option<Date> {
    let word = word.trim_end_matches("г.").trim_end_matches('г');
    if let Ok(date) = word.parse() {
        return Some(date).filter(|_| word.len() == 10);
    }
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none_or(str::is_empty) && year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    date.filter(|_| whole)
}

/// Words with their offsets.
fn offsets(text: &str) -> Vec<(usize, &str)> {
    let begin = text.as_ptr() as usize;
    text.split_whitespace().map(|word| (word.as_ptr() as usize - begin, word)).collect()
}

/// The number of the order or protocol: that beside the date, else that behind «приказ».
pub(super) fn number(text: &str, date: Option<&Range<usize>>) -> Option<(String, Range<usize>)> {
    let words = offsets(text);
    let mut found: Vec<(usize, String, Range<usize>)> = Vec::new();
    for (index, (start, word)) in words.iter().enumerate() {
        let Some(tail) = word.strip_prefix(['№', 'N']) else { continue };
        let (value, end) = if tail.is_empty() {
            let Some((at, next)) = words.get(index + 1) else { continue };
            (*next, at + next.len())
        } else {
            (tail, start + word.len())
        };
        let value = value.trim_matches(['.', ',', ';', ')', '_']);
        if value.chars().any(|c| c.is_ascii_digit()) {
            found.push((index, value.to_owned(), *start..end));
        }
    }
    let near = |between: Range<usize>| {
        let between = text.get(between).unwrap_or("much");
        between
            .split_whitespace()
            .all(|w| matches!(w.trim_matches(','), "г." | "года" | "от" | "г" | ""))
    };
    let behind = |range: &Range<usize>| {
        date.is_some_and(|date| range.start >= date.end && near(date.end..range.start))
    };
    let before = |range: &Range<usize>| {
        date.is_some_and(|date| range.end <= date.start && near(range.end..date.start))
    };
    let named = |index: usize| {
        let before = index.checked_sub(1).and_then(|at| words.get(at));
        before.is_some_and(|(_, word)| {
            let word = word.trim_start_matches('(').to_lowercase();
            word.starts_with("приказ") || word.starts_with("протокол")
        })
    };
    // «приказом директора СОШ № 2 от 31.08.2026 № 112-о»: the second is the order's.
    let chosen = found.iter().find(|(_, _, range)| behind(range));
    let chosen = chosen.or_else(|| found.iter().find(|(_, _, range)| before(range)));
    let chosen = chosen.or_else(|| found.iter().find(|(index, ..)| named(*index)));
    chosen.map(|(_, value, range)| (value.clone(), range.clone()))
}
