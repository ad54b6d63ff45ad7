//! Reading definitions: «(далее – ИС «Дневник.ру»)», «(далее соответственно – А, Б)».
//!
//! The bracket that a text forgot to close ends at the first comma; without brackets only «, далее
//! – Портал,» with a capital or a quotation mark is a definition. [`phrase`] finds
//! what a term stands for.

use std::ops::Range;

use super::flow::Flow;
use super::letters::{
    has_stem, is_abbreviation, is_capitalised, is_dash, is_quote, is_space, words,
};
use super::phrase;
use crate::model::text::Term;

/// Words that introduce a term.
const INTRODUCTIONS: [&str; 2] = ["далее", "в дальнейшем"];
/// Most words between the introduction and the dash («по тексту», «при совместном упоминании»).
const MOST_QUALIFIERS: usize = 5;
/// Longest definition within brackets, in characters.
const LONGEST: usize = 160;
/// Most words of a term.
const MOST_WORDS: usize = 9;
/// Most definitions of an act.
const MOST: usize = 300;

/// A place that defines one term.
pub(super) struct Definition {
    /// Index into the terms.
    pub(super) term: usize,
    /// The term, within the joined words.
    pub(super) range: Range<usize>,
    /// From the beginning of the phrase that it stands for to the end of the bracket.
    pub(super) whole: Range<usize>,
    /// Whether it stands in quotation marks of its own: «(далее – «Портал»)».
    pub(super) quoted: bool,
}

/// The terms of an act and the places that define them, in order; a term that is defined again
/// with the same meaning has two places.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) terms: Vec<Term>,
    pub(super) definitions: Vec<Definition>,
}

/// A definition as it is written.
struct Written {
    /// Where the phrase before it ends.
    start: usize,
    /// Where the bracket ends.
    end: usize,
    /// The terms.
    terms: Vec<Range<usize>>,
    /// Whether each term stands for a phrase of its own.
    respectively: bool,
}

/// The terms that `flow` defines.
pub(super) fn find(flow: &Flow<'_>) -> Terms {
    let mut found = Terms::default();
    let text = flow.text.as_str();
    let mut places: Vec<(usize, &str)> =
        INTRODUCTIONS.iter().flat_map(|word| text.match_indices(word)).collect();
    places.sort_unstable();
    let mut end = 0;
    for (at, word) in places {
        if at < end {
            continue;
        }
        if found.definitions.len() >= MOST {
            break;
        }
        if let Some(written) = read(text, at, at + word.len()) {
            end = written.end;
            found.add(flow, &written);
        }
    }
    found
}

impl Terms {
    fn add(&mut self, flow: &Flow<'_>, written: &Written) {
        let phrases = phrase::phrases(flow, written.start, &written.terms, written.respectively);
        for (range, phrase) in written.terms.iter().zip(phrases) {
            let Some(run) = flow.run_at(range.start) else { continue };
            let term = Term {
                short: flow.text[range.clone()].to_owned(),
                full: flow.text[phrase.clone()].to_owned(),
                anchor: run.anchor(),
                line: run.line,
            };
            if names_itself(&term) {
                continue;
            }
            let same = |known: &Term| known.short == term.short && known.full == term.full;
            let index = self.terms.iter().position(same).unwrap_or(self.terms.len());
            if index == self.terms.len() {
                self.terms.push(term);
            }
            let quoted = flow.text[..range.start].ends_with(is_quote);
            let whole = phrase.start..written.end;
            self.definitions.push(Definition { term: index, range: range.clone(), whole, quoted });
        }
    }
}

/// Whether the phrase says no more than the term: «Настоящий Регламент (далее – Регламент)».
fn names_itself(term: &Term) -> bool {
    let own = words(&term.short).count();
    let full = words(&term.full).map(|word| &term.full[word]);
    let rest = full.filter(|word| !has_stem(word, &["настоящ", "данн"])).count();
    rest == own && words(&term.full).count() > own
}

/// The definition whose introduction stands from `at` to `behind`.
fn read(text: &str, at: usize, behind: usize) -> Option<Written> {
    let before = text[..at].trim_end_matches(is_space);
    let bracket = before.ends_with('(');
    let start = before.len() - usize::from(bracket);
    if !bracket && !before.ends_with(',') {
        return None;
    }
    let (respectively, dashed, body) = qualifiers(text, behind)?;
    let (close, end) = if let Some(length) = close(&text[body..]).filter(|_| bracket) {
        (body + length, body + length + 1)
    } else {
        let end = body + text[body..].find([',', ';', '.', ')', '\n'])?;
        (end, end)
    };
    let first = text[body..close].trim_start_matches(is_space);
    let named = first.starts_with(is_quote) || is_capitalised(first);
    let word = words(first).next().map(|word| &first[word]).unwrap_or_default();
    if !bracket && !named || !dashed && !is_abbreviation(word) && !first.starts_with(is_quote) {
        return None;
    }
    let start = text[..start].trim_end_matches(|c| is_space(c) || c == ',').len();
    let terms = split(text, body..close, respectively);
    (!terms.is_empty()).then_some(Written { start, end, terms, respectively })
}

/// What stands between the introduction and the terms: whether it says «соответственно»,
/// whether a dash ends it, and where the terms begin.
fn qualifiers(text: &str, start: usize) -> Option<(bool, bool, usize)> {
    let mut at = start;
    let mut respectively = false;
    for _ in 0..=MOST_QUALIFIERS {
        let rest = text[at..].trim_start_matches(is_space);
        at = text.len() - rest.len();
        let first = rest.chars().next()?;
        if is_dash(first) || first == ':' {
            return Some((respectively, true, at + first.len_utf8()));
        }
        if is_quote(first) || first.is_uppercase() {
            return Some((respectively, false, at));
        }
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if length == 0 {
            return None;
        }
        respectively |= &rest[..length] == "соответственно";
        at += length;
    }
    None
}

/// Where the bracket around the beginning of `body` closes.
fn close(body: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in body.char_indices().take(LONGEST) {
        match c {
            '\n' => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The terms within `body`, apart at commas outside quotation marks and brackets.
fn split(text: &str, body: Range<usize>, respectively: bool) -> Vec<Range<usize>> {
    let mut terms = Vec::new();
    let mut depth = 0_i32;
    let mut start = body.start;
    for (at, c) in text[body.clone()].char_indices() {
        let at = body.start + at;
        depth += i32::from(matches!(c, '«' | '(')) - i32::from(matches!(c, '»' | ')'));
        let joined = ["или ", "и "].into_iter().find(|joined| {
            let before = text[start..at].ends_with(is_space);
            (respectively || *joined != "и ") && before && text[at..body.end].starts_with(joined)
        });
        let cut = if matches!(c, ',' | ';') { 1 } else { joined.map_or(0, str::len) };
        if depth == 0 && cut > 0 {
            terms.push(start..at);
            start = at + cut;
        }
    }
    terms.push(start..body.end);
    let goes_on = |term: &Range<usize>| {
        let words = text[term.clone()].trim_start();
        ["а ", "в том ", "при ", "для ", "которы"].iter().any(|begin| words.starts_with(begin))
    };
    let end = terms.iter().position(goes_on).unwrap_or(terms.len());
    terms.truncate(end);
    terms.into_iter().filter_map(|term| trimmed(text, term)).collect()
}

/// The range without spaces and without quotation marks around all of it; nothing if no term is
/// left or it is too long for one.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let end = range.start + text[range.clone()].trim_end_matches(|c| is_space(c) || c == '.').len();
    let start = end - text[range.start..end].trim_start_matches(is_space).len();
    let whole = &text[start..end];
    let mut inner = whole.chars();
    let quoted = inner.next().is_some_and(is_quote) && inner.next_back().is_some_and(is_quote);
    let inner = inner.as_str();
    let open = whole.chars().next().map_or(0, char::len_utf8);
    let range = if quoted && !inner.contains(is_quote) {
        start + open..start + open + inner.len()
    } else {
        start..end
    };
    let count = words(&text[range.clone()]).count();
    ((1..=MOST_WORDS).contains(&count)).then_some(range)
}
