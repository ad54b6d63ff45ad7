//! `protected-altered`: a section that the school may not alter has other words.
//!
//! Letters and digits are compared, in any case, ё as е; numbers of items, marks and spaces are
//! not. «…» in the system's text stands for words of the school's own, at most
//! [`LONGEST_OWN`] of them.

use super::Act;
use super::flow::{Token, tokens};
use super::protected::{Wording, sections};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Most words for which «…» stands.
const LONGEST_OWN: usize = 12;

/// Words by which the text behind «…» is found again.
const AGAIN: usize = 3;

/// Words of either text that the finding shows.
const SHOWN: usize = 4;

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for (section, index) in sections(act) {
        let Some(index) = index else { continue };
        let (model, own) = (Wording::of_system(section), Wording::of_act(act, index));
        let expected = pieces(&model.folded);
        let actual = tokens(&own.folded);
        let Some((at, own_at)) = difference(&expected, &actual) else { continue };
        let place = match actual.get(own_at).and_then(|token| own.passage(token.start)) {
            Some((line, end)) => {
                let words = shown(&own.words[..end], &actual[own_at..]);
                act.written.place(line, words)
            }
            None => act.place(&act.passages[index], &act.passages[index].words),
        };
        let altered = Diagnostic::warning("protected-altered", place);
        let altered = altered.with("title", section.title.as_str());
        let was = expected.get(at..).map_or("", |rest| shown(&model.words, rest));
        let now = actual.get(own_at..).map_or("", |rest| shown(&own.words, rest));
        let or_none = |words: &str| if words.is_empty() { "none" } else { words }.to_owned();
        found.push(altered.with("was", or_none(was)).with("now", or_none(now)));
    }
}

/// Words and «…» of the system's text.
fn pieces(text: &str) -> Vec<Token<'_>> {
    let mut out = tokens(text);
    let own = text.match_indices('…').map(|(start, text)| Token { text, start });
    out.extend(own);
    out.sort_unstable_by_key(|token| token.start);
    out
}

/// Where the texts begin to differ, in both.
fn difference(expected: &[Token<'_>], actual: &[Token<'_>]) -> Option<(usize, usize)> {
    let mut own_at = 0;
    for (at, piece) in expected.iter().enumerate() {
        let rest = &actual[own_at..];
        if piece.text != "…" {
            if rest.first().is_none_or(|token| token.text != piece.text) {
                return Some((at, own_at));
            }
            own_at += 1;
            continue;
        }
        let next = expected[at + 1..].iter().take_while(|piece| piece.text != "…").take(AGAIN);
        let next: Vec<_> = next.map(|piece| piece.text).collect();
        let again = |skip: &usize| {
            let there = rest.iter().skip(*skip).take(next.len()).map(|token| token.text);
            there.eq(next.iter().copied()) && (!next.is_empty() || *skip == rest.len())
        };
        match (0..=LONGEST_OWN.min(rest.len())).find(again) {
            Some(skip) => own_at += skip,
            None => return Some((at, own_at)),
        }
    }
    (own_at < actual.len()).then_some((expected.len(), own_at))
}

/// The first words as `text` has them, up to its end.
fn shown<'a>(text: &'a str, words: &[Token<'_>]) -> &'a str {
    let mut ends = words.iter().take(SHOWN).map(Token::end).filter(|end| *end <= text.len());
    match (words.first(), ends.next_back()) {
        (Some(first), Some(end)) => &text[first.start..end],
        _ => "",
    }
}
