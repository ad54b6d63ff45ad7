//! `date-impossible`: the 30th of each month, 31 April, 25:00.

use jiff::civil::Date;

use super::Act;
use super::flow::{Flow, Token, tokens};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Months as they stand behind a day, with their longest length in days.
const MONTHS: [(&str, i8); 12] = [
    ("января", 31),
    ("февраля", 29),
    ("марта", 31),
    ("апреля", 30),
    ("мая", 31),
    ("июня", 30),
    ("июля", 31),
    ("августа", 31),
    ("сентября", 30),
    ("октября", 31),
    ("ноября", 30),
    ("декабря", 31),
];

/// What may stand between the days of a list («до 15-го и до 30 числа»).
const BETWEEN: [&str; 10] = ["го", "е", "ого", "и", "или", "до", "с", "по", "к", "не"];

/// What tells that a day comes every month, in the same sentence.
const MONTHLY: [&str; 8] = [
    "каждого месяца",
    "ежемесячно",
    "раз в месяц",
    "раза в месяц",
    "текущего месяца",
    "отчетного месяца",
    "следующего месяца",
    "месяца, следующего",
];

/// Words before a time of the day.
const BEFORE_TIME: [&str; 8] = ["с", "до", "к", "в", "по", "после", "около", "позднее"];

/// Days that not every month has.
const FIRST_RARE_DAY: u32 = 29;

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let february = act.flows.iter().any(|flow| explains_february(&flow.folded));
    let dated = act.flows.iter().filter(|flow| flow.words.contains(|c: char| c.is_ascii_digit()));
    for flow in dated {
        let words = tokens(&flow.folded);
        for index in 0..words.len() {
            let fault = of_month(&words, index)
                .or_else(|| in_figures(flow, &words, index))
                .or_else(|| time(flow, &words, index))
                .or_else(|| every_month(flow, &words, index).filter(|_| !february));
            if let Some((kind, from, to)) = fault {
                let written = &flow.words[words[from].start..words[to].end()];
                let impossible =
                    Diagnostic::warning("date-impossible", act.flow_place(flow, written));
                found.push(impossible.with("kind", kind).with("date", written));
            }
        }
    }
}

/// Kind of the fault, first and last word of what is impossible.
type Fault = (&'static str, usize, usize);

/// Whether the text says what holds in February.
fn explains_february(folded: &str) -> bool {
    let said = ["последн", " нет", "28", "29"].iter().any(|word| folded.contains(word));
    folded.contains("феврал") && said
}

/// «15-го и 30 числа каждого месяца», seen from «числа» or «каждого».
fn every_month(flow: &Flow, words: &[Token<'_>], index: usize) -> Option<Fault> {
    let following = words.get(index + 1).map_or("", |token| token.text);
    let last = words[index].text == "числа";
    if !(last || words[index].text == "каждого" && following == "месяца") {
        return None;
    }
    let before = words[..index].iter().enumerate().rev();
    let list = before.take_while(|(_, t)| day(t).is_some() || BETWEEN.contains(&t.text));
    let days: Vec<_> = list.filter_map(|(at, token)| Some((at, day(token)?))).collect();
    let sentence = &flow.folded[flow.sentence(words[index].start)];
    let monthly = MONTHLY.iter().any(|words| sentence.contains(words));
    // «28 (29, 30, 31) числа» names the last day of every month.
    let covered = days.iter().any(|(_, day)| *day == FIRST_RARE_DAY - 1);
    let (at, _) = *days.iter().rev().find(|(_, day)| *day >= FIRST_RARE_DAY)?;
    let end = if last { index } else { index - 1 };
    (monthly && !covered && !sentence.contains("последн")).then_some(("monthly", at, end))
}

/// A number of one or two digits.
fn day(token: &Token<'_>) -> Option<u32> {
    (token.text.len() <= 2).then(|| token.text.parse().ok()).flatten()
}

/// «31 апреля», «29 февраля 2027 г.», seen from the month.
fn of_month(words: &[Token<'_>], index: usize) -> Option<Fault> {
    let month = MONTHS.iter().position(|(name, _)| *name == words[index].text)?;
    let ending = words.get(index.checked_sub(1)?)?.text == "го";
    let at = index.checked_sub(if ending { 2 } else { 1 })?;
    let day = i8::try_from(day(&words[at])?).ok()?;
    let year = words.get(index + 1).filter(|t| t.text.len() == 4);
    let year = year.and_then(|token| token.text.parse::<i16>().ok());
    let number = i8::try_from(month).ok()? + 1;
    let exists = match year.filter(|year| (1900..2200).contains(year)) {
        Some(year) => Date::new(year, number, day).is_ok(),
        None => (1..=MONTHS[month].1).contains(&day),
    };
    (!exists).then_some(("date", at, if year.is_some() { index + 1 } else { index }))
}

/// «31.04.2026», seen from the day.
fn in_figures(flow: &Flow, words: &[Token<'_>], index: usize) -> Option<Fault> {
    let [day, month, year] = words.get(index..index + 3)? else { return None };
    let shaped = (day.text.len(), month.text.len(), year.text.len()) == (2, 2, 4);
    let dotted = between(flow, day, month) == "." && between(flow, month, year) == ".";
    let alone = !flow.folded[..day.start].ends_with(['.', '-', '/', ',']);
    let (y, m, d): (i16, i8, i8) =
        (year.text.parse().ok()?, month.text.parse().ok()?, day.text.parse().ok()?);
    let impossible = (1900..2200).contains(&y) && Date::new(y, m, d).is_err();
    (shaped && dotted && alone && impossible).then_some(("date", index, index + 2))
}

/// «до 25:00», seen from the hour.
fn time(flow: &Flow, words: &[Token<'_>], index: usize) -> Option<Fault> {
    let [before, hour, minute] = words.get(index.checked_sub(1)?..index + 2)? else { return None };
    let clock = BEFORE_TIME.contains(&before.text) && between(flow, hour, minute) == ":";
    let (h, m) = (day(hour)?, day(minute)?);
    let impossible = h > 24 || m > 59 || (h == 24 && m > 0);
    let longer = flow.folded[minute.end()..].starts_with(':');
    (clock && minute.text.len() == 2 && impossible && !longer).then_some(("time", index, index + 1))
}

fn between<'a>(flow: &'a Flow, a: &Token<'_>, b: &Token<'_>) -> &'a str {
    &flow.folded[a.end()..b.start]
}
