//! Numbers and bullets at the beginning of a paragraph.

/// What kind of mark begins a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Shape {
    /// `5.2.`, `5.2.1)`: a number of two parts or more.
    Clause,
    /// `3.`: one number and a full stop.
    Dot,
    /// `3)`.
    Bracket,
    /// `а)`.
    Letter,
    /// `IV.`, «Раздел 2», «Глава I».
    Roman,
    /// `-`, `•`.
    Bullet,
}

/// A mark at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) shape: Shape,
    /// Its length in bytes.
    pub(super) end: usize,
    /// Where what it marks begins, in bytes.
    pub(super) rest: usize,
}

/// Characters that are bullets where white space follows.
const BULLETS: &str = "-–—−•·∙●○◦▪■□►➢✓✔*+";
/// Letters that old symbol fonts show as bullets.
const LETTER_BULLETS: &str = "oüØ§qvШ";
/// Words before the number of a section.
const SECTION_WORDS: [&str; 5] = ["раздел", "глава", "часть", "статья", "§"];

/// The mark that begins `text`, which has no white space before its first letter.
pub(super) fn mark(text: &str) -> Option<Mark> {
    bullet(text).or_else(|| decimal(text)).or_else(|| letter(text)).or_else(|| roman(text))
}

fn marked(text: &str, shape: Shape, end: usize) -> Mark {
    let rest = text.get(end..).unwrap_or_default();
    Mark { shape, end, rest: text.len() - rest.trim_start().len() }
}

fn bullet(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    let end = first.len_utf8();
    let after = text.get(end..)?;
    let private = ('\u{f000}'..='\u{f0ff}').contains(&first);
    let spaced = after.starts_with(char::is_whitespace);
    let known = private
        || BULLETS.contains(first) && spaced
        || LETTER_BULLETS.contains(first) && (after.starts_with(['\t']) || after.starts_with("  "))
        // «-учёт расписания»: the space was forgotten.
        || "-–".contains(first) && after.starts_with(char::is_lowercase);
    known.then(|| marked(text, Shape::Bullet, end))
}

/// `5.2.`, `3.`, `3)`, with or without a space behind.
fn decimal(text: &str) -> Option<Mark> {
    let (mut parts, mut end) = (0, 0);
    loop {
        let digits = text.get(end..)?.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 3 {
            break;
        }
        parts += 1;
        end += digits;
        let tail = text.get(end..)?.as_bytes();
        if tail.first() != Some(&b'.') || !tail.get(1).is_some_and(u8::is_ascii_digit) {
            break;
        }
        end += 1;
    }
    let tail = text.get(end..)?;
    // More digits, as of a year, make no number of a clause of it.
    if parts == 0 || tail.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let close = tail.chars().next().filter(|c| matches!(c, '.' | ')'));
    let rest = tail.get(close.map_or(0, char::len_utf8)..)?;
    let spaced = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let word = rest.trim_start();
    let opens = word.starts_with(|c: char| c.is_uppercase() || "«\"„“([".contains(c));
    let shape = match (parts, close) {
        (1, Some('.')) if spaced || opens => Shape::Dot,
        (1, Some(')')) if !rest.starts_with(|c: char| c.is_ascii_digit()) => Shape::Bracket,
        (2.., Some(_)) if spaced || opens => Shape::Clause,
        (2.., None) if spaced && opens => Shape::Clause,
        _ => return None,
    };
    Some(marked(text, shape, end + close.map_or(0, char::len_utf8)))
}

/// `а)`, `б)`.
fn letter(text: &str) -> Option<Mark> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    let end = first.len_utf8();
    let after = text.get(end..)?;
    after.starts_with(')').then(|| marked(text, Shape::Letter, end + 1))
}

/// `IV.`, «Раздел 2.».
fn roman(text: &str) -> Option<Mark> {
    let word = text.split_whitespace().next()?;
    let lower = word.to_lowercase();
    if SECTION_WORDS.contains(&lower.as_str()) {
        let number = text.split_whitespace().nth(1)?.trim_end_matches(['.', ':', ')']);
        let named = number.bytes().all(|b| b.is_ascii_digit()) || is_roman(number);
        return (named && first_is_upper(text)).then(|| marked(text, Shape::Roman, word.len()));
    }
    let core = word.strip_suffix('.').filter(|core| is_roman(core))?;
    (core.len() < text.len()).then(|| marked(text, Shape::Roman, word.len()))
}

fn first_is_upper(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c == '§')
}

/// Roman digits, also those typed in Cyrillic letters («IУ», «ХI»).
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().count() <= 6 && word.chars().all(|c| "IVXLCХІСУY".contains(c))
}

/// Whether `text` ends as a sentence or an element of a list does; quotation marks and brackets
/// behind the point do not matter.
pub(super) fn is_closed(text: &str) -> bool {
    let core = text.trim_end().trim_end_matches(['»', '"', '”', ')', ']']);
    if !core.ends_with(['.', '!', '?', ';', ':', '…']) {
        return false;
    }
    let word = core.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    !is_abbreviation(word)
}

/// `г.`, `им.`, `Г.К.`: a point that ends no sentence.
fn is_abbreviation(word: &str) -> bool {
    let initials = word.len() > 1
        && word.split_terminator('.').all(|part| {
            let mut chars = part.chars();
            matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase())
        });
    let short = ["им.", "ул.", "ст.", "п.", "пп.", "ч.", "см.", "г.", "гг.", "тел.", "д.", "стр."];
    word.ends_with('.') && (initials || short.contains(&word.to_lowercase().as_str()))
}

/// Whether `text` begins with a small letter.
pub(super) fn begins_small(text: &str) -> bool {
    text.trim_start().starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{Shape, is_closed, mark};

    #[test]
    fn marks_of_acts() {
        for (text, shape, rest) in [
            ("1. Общие положения", Shape::Dot, "Общие положения"),
            ("1.Общие", Shape::Dot, "Общие"),
            ("5.2.1. Он", Shape::Clause, "Он"),
            ("5.2.Он", Shape::Clause, "Он"),
            ("5.2 Он", Shape::Clause, "Он"),
            ("10)принимает решение", Shape::Bracket, "принимает решение"),
            ("1)", Shape::Bracket, ""),
            ("а) один", Shape::Letter, "один"),
            ("IV. Права", Shape::Roman, "Права"),
            ("- учёт", Shape::Bullet, "учёт"),
            ("\u{f0b7}учёт", Shape::Bullet, "учёт"),
            ("-учёт", Shape::Bullet, "учёт"),
            ("o\tучёт", Shape::Bullet, "учёт"),
        ] {
            let found = mark(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.shape, &text[found.rest..]), (shape, rest), "{text}");
        }
        for text in [
            "40» им.",
            "2026 год",
            "2.5 часа",
            "8 (812) 490",
            "о порядке",
            "01.09.2026 г.",
            "5",
            "",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }

    #[test]
    fn ends_of_sentences() {
        for text in ["уроков.", "следующее:", "платный).", "«Дневник.ру».", "и т. д.;"]
        {
            assert!(is_closed(text), "{text}");
        }
        for text in ["СШ № 40» им.", "имени Г.К.", "в 2020 г.", "на ББЖ", "школы,"]
        {
            assert!(!is_closed(text), "{text}");
        }
    }
}
