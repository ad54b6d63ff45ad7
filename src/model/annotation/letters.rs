//! Letters and words as the annotation compares them.

use std::ops::Range;

/// The letter in lower case, «ё» as «е».
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        'а'..='я' | 'a'..='z' | '0'..='9' => c,
        'А'..='Я' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        'ё' | 'Ё' => 'е',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether the character belongs to a word: a letter, a digit, a combining mark.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | '\u{300}'..='\u{36f}' => true,
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// Byte ranges of the words of `text`: runs of letters and digits.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let rest = &text[start..];
        at = start + rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        Some(start..at)
    })
}

/// Whether two words are the same but for case and «ё».
pub(super) fn same(a: &str, b: &str) -> bool {
    a.chars().map(fold).eq(b.chars().map(fold))
}

/// What follows `stem`, which is in lower case, in `word`; `None` if it begins otherwise.
pub(super) fn after_stem<'w>(word: &'w str, stem: &str) -> Option<&'w str> {
    let mut rest = word.chars();
    stem.chars().all(|c| rest.next().map(fold) == Some(c)).then_some(rest.as_str())
}

/// Whether `word` begins with one of `stems`, which are in lower case.
pub(super) fn has_stem(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| after_stem(word, stem).is_some())
}

/// Whether `word` is an abbreviation in capitals: two letters or more, nothing else.
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && word.chars().nth(1).is_some()
}

/// Whether `word` begins with a capital letter.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether the character is a quotation mark of any kind.
pub(super) const fn is_quote(c: char) -> bool {
    matches!(c, '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '‘' | '’')
}

/// Whether the character is a hyphen or a dash.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}

/// Whether the character is a space within a paragraph.
pub(super) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}
