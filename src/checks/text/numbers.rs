//! Literal numbers (номера) at the beginning of a text, read without changing a letter.

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    /// `3.`, `5.2.1.`, `5.2`, a heading's `3`.
    Dot,
    /// `8)`.
    Paren,
    /// `IV.`
    Roman,
    /// `а)`.
    Letter,
}

/// A number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) style: Style,
    /// Its parts; a letter is its place in the alphabet, from 1. Never empty.
    pub(super) parts: Vec<u16>,
    /// Whether punctuation ends it.
    pub(super) closed: bool,
}

/// Letters of the alphabet, by which lists go.
const ALPHABET: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

/// Letters that lists may leave out (GOST R 2.105).
const OPTIONAL: &str = "ёзйочъыь";

/// Greatest Roman numeral that is read: more sections than any act has.
const GREATEST_ROMAN: u16 = 39;

impl Number {
    /// The last part.
    pub(super) fn last(&self) -> u16 {
        self.parts.last().copied().unwrap_or_default()
    }

    /// The parts before the last.
    pub(super) fn prefix(&self) -> &[u16] {
        &self.parts[..self.parts.len() - 1]
    }

    /// Whether the number has several parts, as clauses do.
    pub(super) fn is_clause(&self) -> bool {
        self.parts.len() > 1
    }

    /// Values between `before` and this one that ought to be there.
    pub(super) fn missing_after(&self, before: u16) -> Vec<u16> {
        let between = before + 1..self.last();
        let wanted = |value: &u16| self.style != Style::Letter || !is_optional(*value);
        between.filter(wanted).collect()
    }

    /// This number with another last part, without closing punctuation.
    pub(super) fn with_last(&self, value: u16) -> String {
        match self.style {
            Style::Roman => roman(value),
            Style::Letter => letter(value).map(String::from).unwrap_or_default(),
            Style::Dot | Style::Paren => {
                let parts = self.prefix().iter().chain([&value]).map(u16::to_string);
                parts.collect::<Vec<_>>().join(".")
            }
        }
    }
}

fn letter(value: u16) -> Option<char> {
    ALPHABET.chars().nth(usize::from(value).checked_sub(1)?)
}

fn is_optional(value: u16) -> bool {
    letter(value).is_some_and(|c| OPTIONAL.contains(c))
}

/// The number at the beginning of `text` and its length in bytes.
///
/// Dates (`01.09.2026`), times (`09.00`), ordinals (`3-й`) and amounts (`5 дней`) are none.
pub(super) fn leading(text: &str) -> Option<(Number, usize)> {
    let (number, length) = decimal(text).or_else(|| lettered(text)).or_else(|| numeral(text))?;
    let after = text[length..].chars().next();
    let follows = |c: char| c.is_whitespace() || c.is_alphabetic() || "«„\"(*".contains(c);
    let ends = if number.closed { after.is_none_or(follows) } else { is_gap(after) };
    ends.then_some((number, length))
}

fn is_gap(after: Option<char>) -> bool {
    after.is_none_or(char::is_whitespace)
}

/// `5.2.1.`, `8)`, `5.2`; a single number without punctuation only if nothing follows.
fn decimal(text: &str) -> Option<(Number, usize)> {
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let part = &text[at..at + digits];
        if !(1..=3).contains(&digits) || part.starts_with('0') {
            return None;
        }
        parts.push(part.parse().ok()?);
        at += digits;
        let next = text[at..].strip_prefix('.').unwrap_or_default();
        if !next.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        at += 1;
    }
    let mark = [".)", ")", "."].into_iter().find(|mark| text[at..].starts_with(mark));
    let style = if mark.is_some_and(|m| m.contains(')')) { Style::Paren } else { Style::Dot };
    let length = at + mark.map_or(0, str::len);
    let bare = mark.is_none() && parts.len() == 1 && length < text.len();
    (!bare).then_some((Number { style, parts, closed: mark.is_some() }, length))
}

/// `а)`.
fn lettered(text: &str) -> Option<(Number, usize)> {
    let first = text.chars().next()?;
    let place = ALPHABET.chars().position(|c| c == first)?;
    text[first.len_utf8()..].strip_prefix(')')?;
    let parts = vec![u16::try_from(place + 1).ok()?];
    Some((Number { style: Style::Letter, parts, closed: true }, first.len_utf8() + 1))
}

/// `IV.`, also typed with letters that look like those of the numeral.
fn numeral(text: &str) -> Option<(Number, usize)> {
    let end = text.find(['.', ')'])?;
    let value = roman_value(&text[..end])?;
    let number = Number { style: Style::Roman, parts: vec![value], closed: true };
    is_gap(text[end + 1..].chars().next()).then_some((number, end + 1))
}

/// The value of a Roman numeral up to 39 in capitals, also if typed with Cyrillic letters that
/// look like its own, or with Y for V; `None` for anything else, such as an initial.
pub(super) fn roman_value(text: &str) -> Option<u16> {
    let latin = latin_numeral(text)?;
    (1..=GREATEST_ROMAN).find(|value| roman(*value) == latin)
}

/// `text` with the letters I, V, X of a Roman numeral for those that look like them.
pub(super) fn latin_numeral(text: &str) -> Option<String> {
    let has_one = text.contains(['I', 'І']);
    let all = text.chars().map(|c| match c {
        'I' | 'V' | 'X' => Some(c),
        'І' => Some('I'),
        'Y' | 'У' if has_one => Some('V'),
        'Х' if has_one || text.contains(['X', 'V']) => Some('X'),
        _ => None,
    });
    all.collect()
}

/// A Roman numeral up to 39.
fn roman(value: u16) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    "X".repeat(usize::from(value / 10)) + ONES[usize::from(value % 10)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Style, Vec<u16>, &str)> {
        leading(text).map(|(number, length)| (number.style, number.parts, &text[..length]))
    }

    #[test]
    fn numbers_of_acts() {
        assert_eq!(read("5.2.1. Текст"), Some((Style::Dot, vec![5, 2, 1], "5.2.1.")));
        assert_eq!(read("5.2 Текст"), Some((Style::Dot, vec![5, 2], "5.2")));
        assert_eq!(read("1)подписывает"), Some((Style::Paren, vec![1], "1)")));
        assert_eq!(read("5.Деятельность"), Some((Style::Dot, vec![5], "5.")));
        assert_eq!(read("б) второе"), Some((Style::Letter, vec![2], "б)")));
        assert_eq!(read("IY. Контроль"), Some((Style::Roman, vec![4], "IY.")));
        assert_eq!(read("ХІ. Контроль"), Some((Style::Roman, vec![11], "ХІ.")));
        assert_eq!(read("3"), Some((Style::Dot, vec![3], "3")));
    }

    #[test]
    fn what_is_no_number() {
        let others = [
            "01.09.2026 года",
            "1.9.2026 года",
            "09.00 начало",
            "5 рабочих дней",
            "3-й день",
            "2026. Год",
            "1.5-2 часа",
            "8 (000) 1",
            "X",
            "Х. Иванов",
            "IIII. Нет",
            "18:00",
            "24/7",
            "ж",
            "",
            "1,5 часа",
            "1.5%",
        ];
        for text in others {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn lists_may_leave_out_letters() {
        let (number, _) = leading("и) девятое").expect("a letter");
        assert_eq!(number.missing_after(8), Vec::<u16>::new());
        let (number, _) = leading("г) четвёртое").expect("a letter");
        assert_eq!(number.missing_after(2), [3]);
        assert_eq!(number.with_last(3), "в");
    }
}
