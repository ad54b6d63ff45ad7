//! Days of the week as people write them: «пн, ср», «понедельник–пятница», «по вторникам»,
//! «1-й и 3-й понедельник месяца», «через неделю с 07.09.2026».

use jiff::civil::Date;

use super::dates;
use super::text::{Token, nearest, tokens};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Every week.
    Weekly,
    /// Every second week, counted from the week of this date.
    Fortnightly(Date),
    /// The n-th of the month, 1 to 4; -1 the last.
    Nth(i8),
}

/// Weekdays with their rhythm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    /// From 0 (Monday), in order, without repetition.
    pub(super) weekdays: Vec<usize>,
    pub(super) rhythm: Rhythm,
}

/// Why a text names no days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// This word is no day; another that it may be meant for.
    Word(String, Option<&'static str>),
    /// Even and odd weeks: nobody knows from which week they are counted.
    Parity,
    /// Every second week without a date from which it is counted.
    Start,
    /// «каждый второй вторник»: of the month, or every two weeks?
    Second,
    /// No day at all.
    None,
}

/// What stands for a word about days.
enum Meaning {
    Weekdays(Vec<usize>),
    Nth(i8),
    Except,
    Since,
    Until,
    Skip,
}

const NAMES: [&str; 7] =
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
/// How alike a misspelt name has to be, from 0 to 1.
const ALIKE: f64 = 0.7;
/// Beginnings of the names that have no other meaning, in all cases.
const STEMS: [&str; 7] =
    ["понедельн", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен"];
const SHORT: [&[&str]; 7] = [
    &["пн", "пнд", "пон", "понед"],
    &["вт", "втр", "втор"],
    &["ср", "срд"],
    &["чт", "чтв", "четв"],
    &["пт", "птн", "пятн"],
    &["сб", "суб", "субб"],
    &["вс", "вск", "воскр"],
];

/// The weekday, from 0, whose name is `word`.
pub(super) fn weekday(word: &str) -> Option<usize> {
    let short = SHORT.iter().position(|names| names.contains(&word));
    short.or_else(|| {
        let long = STEMS.iter().position(|stem| word.starts_with(stem))?;
        // «среди», «средство» are no Wednesdays.
        let wednesday =
            ["среда", "среду", "среды", "среде", "средам", "средой", "средами", "средах"];
        (long != 2 || wednesday.contains(&word)).then_some(long)
    })
}

/// The weekdays in `text`, in order, if it names nothing else.
pub(super) fn plain(text: &str) -> Option<usize> {
    match tokens(text).as_slice() {
        [Token::Word(word)] | [Token::Word(word), Token::Mark('.')] => weekday(word),
        _ => None,
    }
}

/// The days that `text` names; several where days have different rhythms.
pub(super) fn parse(text: &str, term: Option<(Date, Date)>) -> Result<Vec<Days>, Fault> {
    let (text, fortnightly) = fortnight(text, term)?;
    // Who leaves out Sunday alone means Saturday too.
    let small = text.to_lowercase();
    let but_sunday = small.contains("кроме воск") || small.contains("кроме вс");
    let text = if but_sunday { small.replace("ежедневно", "пн-вс") } else { text };
    let tokens = tokens(&text);
    let mut reading = Reading::default();
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        match token {
            Token::Mark('-') => reading.range = true,
            Token::Mark(_) => {}
            Token::Number(_) => reading.nth(token, next)?,
            Token::Word(_) if is_ending(&tokens, index) => {}
            Token::Word(word) => reading.word(word)?,
        }
    }
    reading.finish(fortnightly)
}

/// Whether the word is the ending of the ordinal before it: «1-й», «3 -я», «2ая».
fn is_ending(tokens: &[Token], index: usize) -> bool {
    let endings = ["й", "я", "ый", "ой", "ий", "ая", "е", "ю", "ую", "го", "ье", "ья", "ью"];
    let before = |back: usize| index.checked_sub(back).and_then(|at| tokens.get(at));
    let is_word = tokens.get(index).and_then(Token::word).is_some_and(|w| endings.contains(&w));
    let number = |token: Option<&Token>| matches!(token, Some(Token::Number(_)));
    is_word && (number(before(1)) || before(1).is_some_and(|t| t.is('-')) && number(before(2)))
}

/// What has been read of a text about days.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "which words have been met")]
struct Reading {
    groups: Vec<(Vec<usize>, Vec<i8>)>,
    nths: Vec<i8>,
    /// The last weekday, where a range may begin.
    last: Option<usize>,
    /// A dash or «по» has been read: the next weekday ends a range.
    range: bool,
    /// «с» has been read: a «по» that follows means a range.
    since: bool,
    /// «кроме» has been read.
    except: Option<Vec<usize>>,
    /// «каждый» and «месяца» have been read.
    every: bool,
    of_month: bool,
}

impl Reading {
    fn nth(&mut self, token: &Token, next: Option<&Token>) -> Result<(), Fault> {
        let number = token.number(1).and_then(|number| i8::try_from(number).ok());
        let nth = number.filter(|number| (1..=4).contains(number));
        let nth = nth.ok_or_else(|| {
            let number =
                if let Token::Number(number) = token { number.clone() } else { String::new() };
            let word = next.and_then(Token::word).unwrap_or_default();
            Fault::Word(format!("{number} {word}").trim().to_owned(), None)
        })?;
        self.nths.push(nth);
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        match meaning(word) {
            Some(Meaning::Weekdays(days)) => self.weekdays(&days),
            Some(Meaning::Nth(nth)) => self.nths.push(nth),
            Some(Meaning::Except) => self.except = Some(Vec::new()),
            Some(Meaning::Since) => self.since = true,
            Some(Meaning::Until) if self.since && self.last.is_some() => self.range = true,
            Some(Meaning::Until) => {}
            Some(Meaning::Skip) => {
                self.every |= word.starts_with("кажд");
                self.of_month |= word.starts_with("месяц");
            }
            None => {
                return Err(Fault::Word(word.to_owned(), nearest(word, NAMES.into_iter(), ALIKE)));
            }
        }
        Ok(())
    }

    fn weekdays(&mut self, days: &[usize]) {
        if let Some(except) = &mut self.except {
            except.extend(days);
            return;
        }
        let begin = self.last.filter(|_| self.range);
        let days: Vec<usize> = match (begin, days) {
            (Some(begin), [end]) if begin < *end => (begin..=*end).collect(),
            // Over the end of the week: «пт–пн».
            (Some(begin), [end]) => (begin..7).chain(0..=*end).collect(),
            _ => days.to_vec(),
        };
        self.last = days.last().copied();
        self.range = false;
        match self.groups.last_mut() {
            // «1-й понедельник и среда»: both are of the month.
            Some((group, _)) if self.nths.is_empty() => group.extend(days),
            _ => self.groups.push((days, std::mem::take(&mut self.nths))),
        }
    }

    fn finish(self, fortnightly: Option<Date>) -> Result<Vec<Days>, Fault> {
        let ambiguous = self.every && !self.of_month;
        if ambiguous && self.groups.iter().any(|(_, nths)| nths.contains(&2)) {
            return Err(Fault::Second);
        }
        if self.groups.is_empty() || !self.nths.is_empty() {
            return Err(Fault::None);
        }
        let mut all = Vec::new();
        for (mut weekdays, nths) in self.groups {
            weekdays.retain(|day| self.except.as_ref().is_none_or(|except| !except.contains(day)));
            weekdays.sort_unstable();
            weekdays.dedup();
            if weekdays.is_empty() {
                return Err(Fault::None);
            }
            if nths.is_empty() {
                let rhythm = fortnightly.map_or(Rhythm::Weekly, Rhythm::Fortnightly);
                all.push(Days { weekdays, rhythm });
            } else {
                let each = nths.into_iter().map(Rhythm::Nth);
                all.extend(each.map(|rhythm| Days { weekdays: weekdays.clone(), rhythm }));
            }
        }
        Ok(all)
    }
}

fn meaning(word: &str) -> Option<Meaning> {
    let ordinal = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    Some(match word {
        "и" | "а" | "также" | "во" | "в" | "день" | "дни" | "дням" | "дня" | "недели"
        | "неделю" | "раз" | "учебные" | "учебным" | "г" | "года" => {
            Meaning::Skip
        }
        "с" | "со" => Meaning::Since,
        "по" | "до" => Meaning::Until,
        "кроме" | "исключая" => Meaning::Except,
        "ежедневно" | "будни" | "будням" | "будние" | "будним" | "рабочие" | "рабочим" => {
            Meaning::Weekdays((0..5).collect())
        }
        "выходные" | "выходным" => Meaning::Weekdays(vec![5, 6]),
        "i" => Meaning::Nth(1),
        "ii" => Meaning::Nth(2),
        "iii" => Meaning::Nth(3),
        "iv" => Meaning::Nth(4),
        _ if ordinal(&["кажд", "месяц"]) => Meaning::Skip,
        _ if weekday(word).is_some() => Meaning::Weekdays(weekday(word).into_iter().collect()),
        _ if ordinal(&["перв"]) => Meaning::Nth(1),
        _ if ordinal(&["второй", "вторая", "вторую", "второе", "вторые", "вторым"]) => {
            Meaning::Nth(2)
        }
        _ if ordinal(&["трет"]) => Meaning::Nth(3),
        _ if ordinal(&["четверт"]) => Meaning::Nth(4),
        _ if ordinal(&["последн"]) => Meaning::Nth(-1),
        _ => return None,
    })
}

/// Takes «через неделю с 07.09.2026» out of the text: the rest, and the date.
fn fortnight(text: &str, term: Option<(Date, Date)>) -> Result<(String, Option<Date>), Fault> {
    let small = text.to_lowercase().replace('ё', "е");
    if small.contains("четн") {
        return Err(Fault::Parity);
    }
    let phrases = ["через неделю", "раз в две недели", "раз в 2 недели", "каждую вторую неделю"];
    let Some(phrase) = phrases.into_iter().find(|phrase| small.contains(phrase)) else {
        return Ok((small, None));
    };
    let small = small.replace(phrase, " ").replace("1 раз", " ");
    let [date] = dates::find(&small).try_into().map_err(|_| Fault::Start)?;
    let start = date.date(term).ok_or(Fault::Start)?;
    let before = small.get(..date.range.start).unwrap_or_default().trim_end();
    // The phrase's own «с», «начиная с», «считая с».
    let before = before.strip_suffix('с').unwrap_or(before).trim_end();
    let before = ["начиная", "считая"]
        .iter()
        .fold(before, |before, word| before.strip_suffix(word).unwrap_or(before).trim_end());
    let after = small.get(date.range.end..).unwrap_or_default();
    let after = after.trim_start().trim_start_matches("г.").trim_start_matches(')');
    Ok((format!("{} {after}", before.trim_end_matches(['(', ','])), Some(start)))
}

/// Whether `text` says «ежедневно» and does not say which days are meant.
pub(super) fn is_daily(text: &str) -> bool {
    let small = text.to_lowercase();
    small.contains("ежедневно") && !small.contains("кроме")
}

#[cfg(test)]
mod tests {
    use super::{Days, Fault, Rhythm, parse};

    fn weekly(weekdays: &[usize]) -> Vec<Days> {
        vec![Days { weekdays: weekdays.to_vec(), rhythm: Rhythm::Weekly }]
    }

    #[test]
    fn weekdays_are_read_in_all_their_writings() {
        for text in
            ["вт", "Вт.", "ВТОРНИК", "вторник", "по вторникам", "каждый вторник", "во вторник"]
        {
            assert_eq!(parse(text, None), Ok(weekly(&[1])), "{text}");
        }
        for text in ["пн, ср", "пн и ср", "Понедельник, среда", "пн./ср.", "среда\nпонедельник"]
        {
            assert_eq!(parse(text, None), Ok(weekly(&[0, 2])), "{text}");
        }
        let week = [
            "пн-пт",
            "понедельник–пятница",
            "с понедельника по пятницу",
            "Пн.–Пт.",
            "ежедневно",
            "по будням",
            "рабочие дни",
            "ежедневно, кроме сб и вс",
        ];
        for text in week {
            assert_eq!(parse(text, None), Ok(weekly(&[0, 1, 2, 3, 4])), "{text}");
        }
        assert_eq!(parse("пн, ср–пт", None), Ok(weekly(&[0, 2, 3, 4])));
        assert_eq!(parse("выходные дни", None), Ok(weekly(&[5, 6])));
    }

    #[test]
    fn days_of_the_month_are_read() {
        let nth = |weekday, nth| Days { weekdays: vec![weekday], rhythm: Rhythm::Nth(nth) };
        for text in
            ["1-й и 3-й понедельник месяца", "1, 3 понедельник", "первый и третий понедельник"]
        {
            assert_eq!(parse(text, None), Ok(vec![nth(0, 1), nth(0, 3)]), "{text}");
        }
        for text in ["последняя пятница месяца", "последняя пт", "каждая последняя пятница"]
        {
            assert_eq!(parse(text, None), Ok(vec![nth(4, -1)]), "{text}");
        }
        for text in ["2-я среда месяца", "вторая среда", "каждая вторая среда месяца", "II среда"]
        {
            assert_eq!(parse(text, None), Ok(vec![nth(2, 2)]), "{text}");
        }
        let both = parse("1-я среда, последний четверг", None);
        assert_eq!(both, Ok(vec![nth(2, 1), nth(3, -1)]));
    }

    #[test]
    fn every_second_week_needs_a_date() {
        let start = "2026-09-07".parse().expect("a date");
        let every = Ok(vec![Days { weekdays: vec![0], rhythm: Rhythm::Fortnightly(start) }]);
        for text in [
            "понедельник через неделю с 07.09.2026",
            "раз в две недели с 7 сентября 2026 г., понедельник",
            "пн (через неделю, начиная с 07.09.2026)",
        ] {
            assert_eq!(parse(text, None), every, "{text}");
        }
        assert_eq!(parse("пн через неделю", None), Err(Fault::Start));
    }

    #[test]
    fn who_leaves_out_sunday_means_saturday_too() {
        let days = weekly(&[0, 1, 2, 3, 4, 5]);
        assert_eq!(parse("ежедневно, кроме воскресенья", None), Ok(days));
        assert_eq!(parse("ежедневно", None), Ok(weekly(&[0, 1, 2, 3, 4])));
    }

    #[test]
    fn what_cannot_be_said_is_told() {
        assert_eq!(parse("пн (чётные недели)", None), Err(Fault::Parity));
        assert_eq!(parse("по нечётным неделям, вт", None), Err(Fault::Parity));
        assert_eq!(parse("каждый второй вторник", None), Err(Fault::Second));
        let near = Fault::Word("бторник".to_owned(), Some("вторник"));
        assert_eq!(parse("бторник", None), Err(near));
        assert_eq!(parse("после уроков", None), Err(Fault::Word("после".to_owned(), None)));
        assert_eq!(parse("5-й вторник", None), Err(Fault::Word("5".to_owned(), None)));
        assert_eq!(parse(" , ", None), Err(Fault::None));
    }
}
