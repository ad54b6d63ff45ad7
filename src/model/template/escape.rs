//! Values in Markdown: they stay the words that they are, whatever is in them.
//!
//! What has to be escaped depends on what stands before: «1.» begins a list only at the start of
//! a line. So values are marked while the template runs, and escaped when the text is whole.

use crate::model::markdown::is_sign;

/// Mark before a value; a private character, taken out of the values themselves.
const START: char = '\u{f0001}';
/// Mark behind a value.
const END: char = '\u{f0002}';

/// The value on one line, between marks.
pub(super) fn marked(value: &str) -> String {
    let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{START}{}{END}", unmarked(&line))
}

/// `text` without marks.
pub(super) fn unmarked(text: &str) -> String {
    text.replace([START, END], "")
}

/// `text` with the marked values escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some((before, value)) = rest.split_once(START) {
        out.push_str(before);
        let (value, after) = value.split_once(END).unwrap_or((value, ""));
        let line = out.rfind('\n').map_or(out.as_str(), |at| out.get(at + 1..).unwrap_or(""));
        let escaped = literal(value, begins_block(line));
        out.push_str(&escaped);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether what follows `line` begins a block: only white space and marks of lists, quotations,
/// headings and notes stand before it.
fn begins_block(line: &str) -> bool {
    let mut rest = line.trim_start();
    loop {
        let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let next = if let Some(rest) = rest.strip_prefix(['-', '*', '+', '>', '#']) {
            rest
        } else if let Some(rest) = digits.strip_prefix(['.', ')']).filter(|_| digits != rest) {
            rest
        } else if let Some((_, rest)) = rest.strip_prefix("[^").and_then(|r| r.split_once("]:")) {
            rest
        } else {
            return rest.is_empty();
        };
        rest = next.trim_start();
    }
}

/// `value` so that Markdown takes it for its words.
fn literal(value: &str, begins: bool) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    let head = if begins { head(value) } else { None };
    let mut before = None;
    let mut chars = value.chars().enumerate().peekable();
    while let Some((index, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        // A value may stand in a cell, or behind the begin of a line that the template writes.
        if is_sign(before, c, after) || ">|~".contains(c) || head == Some(index) {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

/// The character that would make a block of `value`: of `1.`, `-`, `#` and the like.
fn head(value: &str) -> Option<usize> {
    let first = value.chars().next()?;
    if matches!(first, '-' | '+' | '#' | '=' | ':') {
        return Some(0);
    }
    let digits = value.chars().take_while(char::is_ascii_digit).count();
    let mark = value.chars().nth(digits).filter(|_| digits > 0)?;
    matches!(mark, '.' | ')').then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{escaped, marked};
    use crate::diagnostics::{Diagnostics, LineIndex};
    use crate::model::markdown;
    use crate::model::passages::passages;
    use crate::model::text::RegulationText;

    /// The words of a paragraph in which `value` stands between `before` and `after`.
    fn words(before: &str, value: &str, after: &str) -> String {
        let source = escaped(&format!("{before}{}{after}\n", marked(value)));
        let index = LineIndex::new("x".into(), &source);
        let mut found = Diagnostics::default();
        let text = markdown::parse(&source, &index, &mut found);
        assert!(found.is_empty(), "{source}: {found:?}");
        assert_eq!(said(&text).len(), 1, "{source}: {text:?}");
        said(&text).concat()
    }

    /// Numbers and words of the passages.
    fn said(text: &RegulationText) -> Vec<String> {
        let all = passages(text).into_iter().map(|passage| match passage.number {
            Some(number) => format!("{number} {}", passage.words),
            None => passage.words,
        });
        all.collect()
    }

    const VALUES: [&str; 20] = [
        "Школа {{ 7*7 }} {% if %}",
        "**важно** и _так_ и `код`",
        "1. Первая",
        "12) вторая",
        "- третья",
        "+7 (900) 000-00-00",
        "# Школа",
        "> цитата",
        "a_b_c@example.org",
        "[ссылка](https://example.org) и [^1]",
        "<b>жирно</b> <https://example.org>",
        "a | b | c",
        "&amp; &#35; AT&T",
        "~~зачёркнуто~~",
        "\\* и \\",
        "==== ",
        "строка\nдругая\r\n\r\n# третья",
        "![картинка](x.png)",
        "$x$ ^2^",
        "«Школа № 5» – лучшая: {#x}",
    ];

    #[test]
    fn values_come_out_as_their_words() {
        for value in VALUES {
            let expected = value.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words("Школа ", value, " рядом"), format!("Школа {expected} рядом"));
            assert_eq!(words("Школа:", value, ""), format!("Школа:{expected}"));
        }
    }

    #[test]
    fn values_at_the_start_of_a_line_begin_nothing() {
        for value in VALUES {
            let expected = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let source = escaped(&format!("{} рядом\n", marked(value)));
            let mut found = Diagnostics::default();
            let index = LineIndex::new("x".into(), &source);
            let text = markdown::parse(&source, &index, &mut found);
            assert!(found.is_empty(), "{source}: {found:?}");
            assert_eq!(said(&text), [format!("{expected} рядом")], "{source}");
        }
    }
}
