//! Times of the day as people write them in a table: «14.30-15.15», «с 14.30 до 15.15»,
//! «14³⁰–15¹⁵», «14-30 – 15-15», «1430-1515», «с 14 до 15 ч.».

use super::text::{Token, tokens};

/// Begin and end in minutes from midnight.
pub(super) type Range = (u16, u16);

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Something in it is neither a time nor a word that goes with one.
    Shape,
    /// A begin without an end.
    NoEnd,
    /// The end is not after the begin.
    Order,
}

/// A part of a text about times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// Hour and minute.
    Time(u16, u16),
    /// A number that may be an hour or minutes; how many digits it has.
    Bare(u16, usize),
    /// «–», «до».
    To,
    /// «,», «и».
    Also,
}

/// The ranges that `text` names, at least one.
pub(super) fn ranges(text: &str) -> Result<Vec<Range>, Fault> {
    let tokens = tokens(text);
    // «14,30-15,15» before «14-30 – 15-15, 16-00 – 17-00».
    let first = ranges_of(&tokens, true);
    first.or_else(|fault| ranges_of(&tokens, false).map_err(|_| fault))
}

/// The ranges; `comma`: whether a comma may stand between hour and minutes.
fn ranges_of(tokens: &[Token], comma: bool) -> Result<Vec<Range>, Fault> {
    let items = items(tokens, comma).ok_or(Fault::Shape)?;
    let parts = items.split(|item| *item == Item::Also).filter(|part| !part.is_empty());
    let ranges: Vec<Range> = parts.map(range).collect::<Result<_, _>>()?;
    if ranges.is_empty() { Err(Fault::Shape) } else { Ok(ranges) }
}

/// The one time that `text` names, in minutes from midnight.
pub(super) fn single(text: &str) -> Option<u16> {
    let items = items(&tokens(text), true)?;
    // Here «14-15» is no range.
    if let [Item::Bare(hour, _), Item::To, Item::Bare(minute, 2)] = items.as_slice() {
        return minutes(*hour, *minute);
    }
    match times(&items).as_deref() {
        Some([time]) => Some(*time),
        _ => None,
    }
}

/// A duration in minutes: «45 мин», «1 час», «1 ч 30 мин», «45».
pub(super) fn duration(text: &str) -> Option<u16> {
    let mut minutes = 0_u16;
    let mut number = None;
    for token in tokens(text) {
        match &token {
            Token::Number(_) if number.is_none() => number = Some(token.number(3)?),
            Token::Word(word) if word.starts_with('ч') => {
                minutes = minutes.checked_add(number.take()?.checked_mul(60)?)?;
            }
            Token::Word(word) if word.starts_with("мин") || word == "м" => {
                minutes = minutes.checked_add(number.take()?)?;
            }
            Token::Mark('.') => {}
            _ => return None,
        }
    }
    Some(minutes + number.unwrap_or(0)).filter(|minutes| (1..=24 * 60).contains(minutes))
}

/// One range: its items have no [`Item::Also`].
fn range(items: &[Item]) -> Result<Range, Fault> {
    let hyphens = items.iter().filter(|item| **item == Item::To).count();
    match times(items).as_deref() {
        Some([start, end]) if hyphens > 0 && start < end => Ok((*start, *end)),
        Some([_, _]) if hyphens > 0 => Err(Fault::Order),
        Some([_]) => Err(Fault::NoEnd),
        _ => Err(Fault::Shape),
    }
}

/// The times among `items`. Where all numbers stand bare, «14-30 – 15-15» is hours and minutes,
/// «14-15» hours, «14-30» an hour with minutes.
fn times(items: &[Item]) -> Option<Vec<u16>> {
    let bare: Vec<(u16, usize)> = items
        .iter()
        .filter_map(|item| match item {
            Item::Bare(number, digits) => Some((*number, *digits)),
            _ => None,
        })
        .collect();
    let exact = items.iter().any(|item| matches!(item, Item::Time(..)));
    let is_minutes = |(number, digits): &(u16, usize)| *digits == 2 && *number < 60;
    match bare.as_slice() {
        [a, b, c, d] if !exact && is_minutes(b) && is_minutes(d) => {
            Some(vec![minutes(a.0, b.0)?, minutes(c.0, d.0)?])
        }
        [a, b] if !exact && is_minutes(b) && (b.0 > 24 || b.0 <= a.0 || b.0 == 0) => {
            Some(vec![minutes(a.0, b.0)?])
        }
        _ => {
            let times = items.iter().filter_map(|item| match item {
                Item::Time(hour, minute) => Some(minutes(*hour, *minute)),
                Item::Bare(hour, _) => Some(minutes(*hour, 0)),
                Item::To | Item::Also => None,
            });
            times.collect()
        }
    }
}

/// Minutes from midnight, within 0 to 1440.
fn minutes(hour: u16, minute: u16) -> Option<u16> {
    let all = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && all <= 24 * 60).then_some(all)
}

/// The items of a text; `comma`: whether one may stand between hour and minutes. `None` if something in it has nothing to do with times.
fn items(tokens: &[Token], comma: bool) -> Option<Vec<Item>> {
    let mut items: Vec<Item> = Vec::new();
    let mut rest = tokens;
    while let Some((token, after)) = rest.split_first() {
        rest = after;
        match token {
            Token::Number(digits) => {
                let (item, after) = time(digits, after, comma)?;
                items.push(item);
                rest = after;
            }
            Token::Mark('-') => items.push(Item::To),
            // A line that breaks behind a dash goes on.
            Token::Mark('\n') if items.last() == Some(&Item::To) => {}
            Token::Mark('\n') if matches!(after.first(), Some(Token::Mark('-'))) => {}
            Token::Mark(',' | ';' | '\n' | '/' | '+') => items.push(Item::Also),
            Token::Mark('.' | '(' | ')') => {}
            Token::Word(word) => match word.as_str() {
                "до" | "по" => items.push(Item::To),
                "и" => items.push(Item::Also),
                "с" | "со" | "в" | "ч" | "час" | "часа" | "часов" | "мин" | "минут" =>
                    {}
                _ => return None,
            },
            Token::Mark(_) => return None,
        }
    }
    Some(items)
}

/// The time that begins with `digits`, and the tokens behind it.
fn time<'t>(digits: &str, after: &'t [Token], comma: bool) -> Option<(Item, &'t [Token])> {
    let number: u16 = digits.parse().ok()?;
    if matches!(digits.len(), 3 | 4) {
        let (hour, minute) = (number / 100, number % 100);
        minutes(hour, minute)?;
        return Some((Item::Time(hour, minute), after));
    }
    let two = |token: &Token| match token {
        Token::Number(digits) if digits.len() == 2 => token.number(2),
        _ => None,
    };
    let (minute, rest) = match after {
        [Token::Mark(mark), minute, rest @ ..]
            if (matches!(mark, '.' | ':' | '^' | '=') || *mark == ',' && comma)
                && two(minute).is_some() =>
        {
            (two(minute)?, rest)
        }
        [Token::Word(hours), minute, rest @ ..] if is_hours(hours) && two(minute).is_some() => {
            (two(minute)?, rest)
        }
        [Token::Word(hours), Token::Mark('.'), minute, rest @ ..]
            if is_hours(hours) && two(minute).is_some() =>
        {
            (two(minute)?, rest)
        }
        _ if digits.len() <= 2 => return Some((Item::Bare(number, digits.len()), after)),
        _ => return None,
    };
    minutes(number, minute)?;
    // Seconds, which some programs add to a time.
    let rest = match rest {
        [Token::Mark(':'), Token::Number(seconds), rest @ ..] if seconds == "00" => rest,
        rest => rest,
    };
    Some((Item::Time(number, minute), rest))
}

fn is_hours(word: &str) -> bool {
    matches!(word, "ч" | "час" | "часа" | "часов")
}

#[cfg(test)]
mod tests {
    use super::{Fault, duration, ranges, single};

    #[test]
    fn times_are_read_in_all_their_writings() {
        let usual = Ok(vec![(870, 915)]);
        for text in [
            "14.30-15.15",
            "14:30–15:15",
            "14:30 — 15:15",
            "с 14.30 до 15.15",
            "с 14:30 по 15:15",
            "14-30 – 15-15",
            "14-30-15-15",
            "14³⁰–15¹⁵",
            "14³⁰ - 15¹⁵ ",
            "1430-1515",
            "14,30-15,15",
            "14.30 -\n15.15",
            "14 ч. 30 мин. – 15 ч. 15 мин.",
            "14:30:00 - 15:15:00",
            "14.30-15.15 ч.",
            "(14.30–15.15)",
        ] {
            assert_eq!(ranges(text), usual, "{text}");
        }
        assert_eq!(ranges("с 14 до 15 ч."), Ok(vec![(840, 900)]));
        assert_eq!(ranges("9-10"), Ok(vec![(540, 600)]));
        assert_eq!(ranges("14-16"), Ok(vec![(840, 960)]));
        assert_eq!(ranges("23:00-24:00"), Ok(vec![(1380, 1440)]));
    }

    #[test]
    fn several_times_stand_in_one_cell() {
        let two = Ok(vec![(870, 915), (960, 1020)]);
        for text in [
            "14.30-15.15, 16.00-17.00",
            "14.30-15.15\n16.00-17.00",
            "14:30–15:15; 16–17",
            "с 14.30 до 15.15 и с 16.00 до 17.00",
            "14-30 – 15-15, 16-00 – 17-00",
        ] {
            assert_eq!(ranges(text), two, "{text}");
        }
    }

    #[test]
    fn what_is_no_range_is_told() {
        for text in ["", "после уроков", "14.30-15.75", "25.00-26.00", "14.3-15.1", "14.30 15.15"]
        {
            assert_eq!(ranges(text), Err(Fault::Shape), "{text}");
        }
        for text in ["14.30", "с 14:30", "14-30", "1430"] {
            assert_eq!(ranges(text), Err(Fault::NoEnd), "{text}");
        }
        assert_eq!(ranges("15.15-14.30"), Err(Fault::Order));
    }

    #[test]
    fn single_times_and_durations() {
        for text in ["14.30", "14:30", "14-30", "14³⁰", "1430", "14:30:00", "14 ч. 30 мин"] {
            assert_eq!(single(text), Some(870), "{text}");
        }
        assert_eq!(single("14.30-15.15"), None);
        for text in ["45 мин", "45", "45 минут", "45 мин."] {
            assert_eq!(duration(text), Some(45), "{text}");
        }
        assert_eq!(duration("1 ч 30 мин"), Some(90));
        assert_eq!(duration("урок"), None);
    }
}
