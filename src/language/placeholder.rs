//! Marks of what a person has to fill in: `[заполните: телефон школы]`, `[fill in: phone]`.
//!
//! New files carry them where nobody has told the program a fact; what is marked is no fact.

use std::ops::Range;

/// How marks begin, in each language. They end with `]` on the same line.
pub const OPENINGS: [&str; 2] = ["[заполните:", "[fill in:"];

/// Host of addresses that are not known yet. It leads nowhere by definition (RFC 2606).
pub const NOWHERE: &str = "zapolnite.invalid";

/// The marks in `text`, by their bytes, in order.
pub fn marks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = OPENINGS.iter().filter_map(|opening| rest.find(opening)).min()?;
        let line = rest.get(start..)?.lines().next()?;
        let length = line.find(']').map_or(line.len(), |end| end + 1);
        let range = at + start..at + start + length;
        at = range.end;
        Some(range)
    })
}

/// Whether there is a mark in `text`.
#[must_use]
pub fn is_marked(text: &str) -> bool {
    OPENINGS.iter().any(|opening| text.contains(opening))
}

#[cfg(test)]
mod tests {
    use super::{is_marked, marks};

    #[test]
    fn marks_are_found_in_both_languages() {
        let text =
            "a: \"[заполните: имя]\"  # [fill in: name]\nb: [1, 2]\nc: [заполните: без конца\nd: 1";
        let found: Vec<_> = marks(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["[заполните: имя]", "[fill in: name]", "[заполните: без конца"]);
        assert!(is_marked(text) && !is_marked("[1, 2]"));
    }
}
