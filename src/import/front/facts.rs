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
        let month = self::month(&month.to_lowercase());
        let digits: String = year.chars().take_while(char::is_ascii_digit).collect();
        let followed = words.get(index + 3).is_some_and(|(_, word)| word.starts_with("г."));
        let short = digits.len() == 2 && (year.ends_with("г.") || followed);
        let whole = digits.len() == 4 || short;
        let year_number: Option<i16> = digits.parse().ok().filter(|_| whole);
        let year_number = year_number.map(|number| if short { 2000 + number } else { number });
        if let (Some(month), Some(year_number)) = (month, year_number) {
            let date = Date::new(year_number, month, day).ok()?;
            return Some((date, *start..at + year.len()));
        }
    }
    None
}

/// The month, from 1, that a word in small letters names: «март», «марта».
pub(super) fn month(word: &str) -> Option<i8> {
    let named = |stem: &str| {
        let end = word.strip_prefix(stem);
        end.is_some_and(|end| matches!(end, "" | "ь" | "я" | "й" | "а" | "."))
    };
    let index = MONTHS.iter().position(|stem| named(stem))?;
    i8::try_from(index + 1).ok()
}

/// `31.08.2026`, `2026-08-31`.
fn numeric(word: &str) -> Option<Date> {
    let word = word.trim_end_matches("г.").trim_end_matches('г');
    if let Ok(date) = word.parse() {
        return Some(date).filter(|_| word.len() == 10);
    }
    let mut parts = word.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    // «12.03.26»: acts of schools that are imported are of this century.
    let century = if year.len() == 2 { 2000 } else { 0 };
    let digits = [day, month, year].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let short = century > 0 && day.len() == 2 && month.len() == 2;
    let whole = digits && parts.next().is_none_or(str::is_empty) && (year.len() == 4 || short);
    let year = century + year.parse::<i16>().ok()?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok();
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
            let short = word.trim_end_matches('.');
            matches!(short, "пр" | "прот")
                || word.starts_with("приказ")
                || word.starts_with("протокол")
        })
    };
    // «приказом директора СОШ № 2 от 31.08.2026 № 112-о»: the second is the order's.
    let chosen = found.iter().find(|(_, _, range)| behind(range));
    let chosen = chosen.or_else(|| found.iter().find(|(_, _, range)| before(range)));
    let chosen = chosen.or_else(|| found.iter().find(|(index, ..)| named(*index)));
    chosen.map(|(_, value, range)| (value.clone(), range.clone()))
}
