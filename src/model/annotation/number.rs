//! Numbers of places as they are written and as they are compared.

use std::ops::Range;

use super::letters::{after_stem, is_letter, is_quote, is_space, same};

/// A number in a reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Where it stands, without «№» and quotation marks.
    pub(super) range: Range<usize>,
    /// In the form of [`normal`].
    pub(super) normal: String,
}

/// The number without «№», closing punctuation and differences of writing: small letters, Roman
/// digits in Latin letters.
#[must_use]
pub fn normal(number: &str) -> String {
    let core = number.trim_matches(|c: char| !is_letter(c));
    let roman = !core.is_empty() && core.chars().all(|c| "IVXLC".contains(latin(c)));
    let letter = |c: char| if roman { latin(c) } else { c };
    core.chars().map(letter).flat_map(char::to_lowercase).collect()
}

/// The Latin digit that looks like this Cyrillic letter, or the character itself.
const fn latin(c: char) -> char {
    match c {
        'І' => 'I',
        'Х' => 'X',
        'С' => 'C',
        _ => c,
    }
}

/// Whether all of `number` is digits with full stops between them.
pub(super) fn is_decimal(number: &str) -> bool {
    let group = |g: &str| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit());
    number.split('.').all(group)
}

/// `5`, `2.3` at the beginning of `text`, groups of at most three digits: its length in bytes.
/// Nothing if a letter or a sign follows that makes something else of it (`5-го`, `5/2`).
pub(super) fn decimal(text: &str) -> Option<usize> {
    let mut end = 0;
    loop {
        let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=3).contains(&digits) {
            return None;
        }
        end += digits;
        let mut after = text[end..].chars();
        let (next, second) = (after.next(), after.next());
        match (next, second) {
            (Some('.'), Some(c)) if c.is_ascii_digit() => end += 1,
            (Some('-'), Some(c)) if c.is_alphabetic() => return None,
            (Some('/'), _) => return None,
            (Some(c), _) if is_letter(c) => return None,
            _ => return Some(end),
        }
    }
}

/// A Roman number at the beginning of `text`: its length in bytes.
pub(super) fn roman(text: &str) -> Option<usize> {
    let end = text.find(|c| !is_letter(c)).unwrap_or(text.len());
    let fine = (1..=6).contains(&text[..end].chars().count());
    (fine && text[..end].chars().all(|c| "IVXLC".contains(latin(c)))).then_some(end)
}

/// A letter that names an item (`«а»`, `а)`, `а пункта`): its byte range in `text`.
pub(super) fn item_letter(text: &str) -> Option<Range<usize>> {
    let start = text.chars().next().filter(|c| is_quote(*c)).map_or(0, char::len_utf8);
    let letter = text[start..].chars().next().filter(|c| matches!(c, 'а'..='я'))?;
    let end = start + letter.len_utf8();
    let rest = &text[end..];
    let closed = rest.starts_with(|c: char| c == ')' || start > 0 && is_quote(c));
    let goes_on = rest.strip_prefix(is_space).is_some_and(|rest| rest.starts_with('п'));
    (closed || goes_on).then_some(start..end)
}

/// A capital letter that names an appendix: its length in bytes. It must end the phrase:
/// «Приложение В соответствии…» is a sentence that lacks its full stop.
pub(super) fn appendix_letter(text: &str) -> Option<usize> {
    let letter = text.chars().next().filter(|c| matches!(c, 'А'..='Я' | 'A'..='Z'))?;
    let rest = &text[letter.len_utf8()..];
    let ends = rest.is_empty() || rest.starts_with(|c| ",.;:)»\n".contains(c));
    let word = rest.trim_start().split(is_space).next().unwrap_or_default();
    (ends || rest.starts_with(is_space) && same(word, "к")).then_some(letter.len_utf8())
}

/// «первый», «второго»…: what the first letters say, up to ten.
const ORDINALS: [&str; 10] =
    ["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"];

/// The value of an ordinal in words, 1 to 10.
pub(super) fn ordinal(word: &str) -> Option<usize> {
    let known = ORDINALS.iter().position(|stem| after_stem(word, stem).is_some());
    known.map(|index| index + 1)
}
