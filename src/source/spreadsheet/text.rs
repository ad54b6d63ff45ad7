//! Words, numbers and marks of a cell, in whatever way people write them.

/// A piece of a cell's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters, small, «ё» as «е».
    Word(String),
    /// Digits.
    Number(String),
    /// Anything else; all dashes are `-`, `^` stands before superscript digits.
    Mark(char),
}

impl Token {
    /// The word, if it is one.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The number, if it is one of at most `digits` digits.
    pub(super) fn number(&self, digits: usize) -> Option<u16> {
        match self {
            Self::Number(number) if number.len() <= digits => number.parse().ok(),
            _ => None,
        }
    }

    /// Whether it is this mark.
    pub(super) fn is(&self, mark: char) -> bool {
        *self == Self::Mark(mark)
    }
}

/// A token and the bytes of the text it stands in.
pub(super) type Placed = (Token, std::ops::Range<usize>);

/// The tokens of `text`; white space only parts them, but a line break is a mark.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    placed(text).into_iter().map(|(token, _)| token).collect()
}

/// The tokens of `text` with their places.
pub(super) fn placed(text: &str) -> Vec<Placed> {
    let mut out: Vec<Placed> = Vec::new();
    // Whether the last token may go on.
    let mut open = false;
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        let raised = raised(c);
        if c.is_whitespace() && c != '\n' {
            open = false;
            continue;
        }
        let after_raised = is_raised(&out);
        let same = |token: &Token| match token {
            Token::Word(_) => c.is_alphabetic(),
            Token::Number(_) if after_raised => raised.is_some(),
            Token::Number(_) => c.is_ascii_digit(),
            Token::Mark(_) => false,
        };
        if open
            && out.last().is_some_and(|(token, _)| same(token))
            && let Some((token, place)) = out.last_mut()
        {
            place.end = range.end;
            match token {
                Token::Word(word) => word.extend(small(c)),
                Token::Number(number) => number.push(raised.unwrap_or(c)),
                Token::Mark(_) => {}
            }
        } else if let Some(digit) = raised {
            out.push((Token::Mark('^'), range.start..range.start));
            out.push((Token::Number(digit.to_string()), range));
        } else if c.is_ascii_digit() {
            out.push((Token::Number(c.to_string()), range));
        } else if c.is_alphabetic() {
            out.push((Token::Word(small(c).collect()), range));
        } else if !is_invisible(c) {
            out.push((Token::Mark(mark(c)), range));
        }
        open = true;
    }
    out
}

/// Whether the last number is superscript.
fn is_raised(out: &[Placed]) -> bool {
    let before = out.len().checked_sub(2).and_then(|at| out.get(at));
    before.is_some_and(|(token, _)| token.is('^'))
}

/// The digit that a superscript one stands for.
fn raised(c: char) -> Option<char> {
    let digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = digits.iter().position(|digit| *digit == c)?;
    char::from_digit(u32::try_from(digit).ok()?, 10)
}

fn small(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c })
}

/// Marks of direction, soft hyphens and the like.
fn is_invisible(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// All dashes are the same.
fn mark(c: char) -> char {
    match c {
        '‐'..='―' | '−' | '﹣' | '－' => '-',
        other => other,
    }
}

/// `text` with each run of spaces as one, line breaks kept, without white space at the ends.
pub(super) fn squeezed(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// `text` on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` for comparing: small letters, digits and `№`, nothing else; «ё» as «е».
pub(super) fn key(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric() || *c == '№');
    kept.flat_map(small).collect()
}

/// The one of `names` that `word` is most like, if it is at least so `alike`, from 0 to 1.
/// Not [`crate::language::near`], which asks how Cyrillic letters look as Latin ones.
pub(super) fn nearest(
    word: &str,
    names: impl Iterator<Item = &'static str>,
    alike: f64,
) -> Option<&'static str> {
    let scored = names.map(|name| (strsim::normalized_damerau_levenshtein(word, name), name));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 >= alike).then_some(best.1)
}

/// Whether a cell says that there is nothing: «-», «нет».
pub(super) fn is_nothing(text: &str) -> bool {
    matches!(key(text).as_str(), "" | "нет" | "отсутствует")
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    #[test]
    fn superscript_minutes_are_numbers_of_their_own() {
        let number = |digits: &str| Token::Number(digits.to_owned());
        let expected = [number("14"), Token::Mark('^'), number("30"), Token::Mark('-')];
        assert_eq!(tokens("14³⁰–")[..], expected);
        let word = Token::Word("четверг".to_owned());
        assert_eq!(tokens(" ЧЕТВЁРГ\u{a0}— 5"), [word, Token::Mark('-'), number("5")]);
    }
}
