//! Finding uses of terms: forms of ordinary words, exact abbreviations and quoted names.
//!
//! An abbreviation is a use wherever it stands outside its definition; ordinary words only behind
//! it, since before it they may mean anything. A term in small letters may begin a sentence; one
//! with a capital must have it. Names of documents in quotation marks use no ordinary word, and a
//! name of one thing (its phrase has «» or №) has no plural.

use std::ops::Range;

use super::flow::Flow;
use super::inflection::inflects;
use super::letters::{
    fold, is_abbreviation, is_capitalised, is_dash, is_quote, is_space, same, words,
};
use super::terms::{Definition, Terms};
use super::{Span, What};

/// Endings of cases of the plural that no case of the singular has.
const PLURAL: [&str; 14] =
    ["ах", "ях", "ам", "ям", "ами", "ями", "ов", "ев", "ций", "ний", "ых", "их", "ыми", "ими"];
/// Longest name in quotation marks, in bytes.
const LONGEST_NAME: usize = 400;

/// A word of a term.
struct PatternWord<'t> {
    word: &'t str,
    /// Whether it must be written as it is.
    exact: bool,
    /// What stands between it and the word before, without spaces.
    gap: String,
}

/// A term as it is looked for.
struct Pattern<'t> {
    words: Vec<PatternWord<'t>>,
    definition: &'t Definition,
    /// Whether it holds an abbreviation.
    strong: bool,
    /// Whether it is one thing that has a name.
    unique: bool,
    /// Whether a quotation mark ends it.
    closed: bool,
}

/// The uses of the terms of `found`, in order and apart.
pub(super) fn find(flow: &Flow<'_>, found: &Terms) -> Vec<Span> {
    let text = flow.text.as_str();
    let patterns: Vec<_> = found
        .definitions
        .iter()
        .filter_map(|definition| pattern(text, definition, found))
        .collect();
    let mut by_initial = [const { Vec::new() }; 64];
    for pattern in &patterns {
        by_initial[initial(pattern.words[0].word)].push(pattern);
    }
    let defined: Vec<_> = found.definitions.iter().map(|d| d.range.clone()).collect();
    let names = if patterns.is_empty() { Vec::new() } else { names(text) };
    let mut spans: Vec<Span> = Vec::new();
    let mut end = 0;
    for index in 0..flow.words.len() {
        let word = &flow.words[index];
        let likely = &by_initial[initial(&text[word.clone()])];
        if likely.is_empty() || word.start < end || within(&defined, word.start) {
            continue;
        }
        let at = Position { flow, index, in_name: within(&names, word.start) };
        if let Some((pattern, behind)) = at.best(likely) {
            end = behind;
            let what = What::Term(pattern.definition.term);
            spans.push(Span { range: word.start..behind, what });
        }
    }
    spans
}

fn pattern<'t>(text: &'t str, definition: &'t Definition, found: &Terms) -> Option<Pattern<'t>> {
    let term = &text[definition.range.clone()];
    let mut list: Vec<PatternWord<'_>> = Vec::new();
    let mut end = 0;
    let mut quoted = false;
    for range in words(term) {
        let between = &term[end..range.start];
        quoted = between.chars().fold(quoted, |quoted, c| match c {
            '«' => true,
            '»' => false,
            _ => quoted,
        });
        let word = &term[range.clone()];
        let short = term[range.end..].starts_with('.');
        let exact = quoted || short || is_abbreviation(word) || !word.chars().any(|c| fold(c) == c);
        list.push(PatternWord { word, exact, gap: gap(between) });
        end = range.end;
    }
    let strong = list.iter().any(|word| word.exact && is_abbreviation(word.word));
    let full = found.terms.get(definition.term).map_or("", |term| term.full.as_str());
    let unique = !strong && list.last().is_some_and(|last| has_name(full, last));
    let closed = term.ends_with(is_quote);
    (!list.is_empty()).then_some(Pattern { words: list, definition, strong, unique, closed })
}

/// Whether a name or a number follows `word` in `full`: «Средняя школа № 40».
fn has_name(full: &str, word: &PatternWord<'_>) -> bool {
    words(full).any(|range| {
        let here = &full[range.clone()];
        let own = same(word.word, here) || inflects(word.word, here) || inflects(here, word.word);
        own && full[range.end..].trim_start_matches(is_space).starts_with(['«', '"', '№'])
    })
}

/// A word of the act at which a use may begin.
struct Position<'f> {
    flow: &'f Flow<'f>,
    index: usize,
    /// Whether it stands in a name in quotation marks.
    in_name: bool,
}

impl Position<'_> {
    /// The pattern with the longest match and its end; of definitions of one term the last
    /// before this position, else the first.
    fn best<'p>(&self, patterns: &[&'p Pattern<'p>]) -> Option<(&'p Pattern<'p>, usize)> {
        let start = self.flow.words[self.index].start;
        let mut best: Option<(&Pattern<'_>, usize)> = None;
        for pattern in patterns.iter().copied() {
            let Some(end) = self.end(pattern) else { continue };
            let place = &pattern.definition.whole;
            let better = |(other, longest): (&Pattern<'_>, usize)| {
                let nearer = place.end <= start && place.end > other.definition.whole.end;
                end > longest || end == longest && nearer
            };
            if best.is_none_or(better) {
                best = Some((pattern, end));
            }
        }
        best
    }

    /// Where the pattern ends if it is used here.
    fn end(&self, pattern: &Pattern<'_>) -> Option<usize> {
        let text = self.flow.text.as_str();
        let list = self.flow.words.get(self.index..self.index + pattern.words.len())?;
        let fits = list.iter().zip(&pattern.words).enumerate().all(|(index, (range, wanted))| {
            let joined = index == 0 || gap(&text[list[index - 1].end..range.start]) == wanted.gap;
            joined && fits(wanted, &text[range.clone()], index == 0)
        });
        let last = list.last()?.end;
        let quote = text[last..].chars().next().filter(|c| pattern.closed && is_quote(*c));
        let end = last + quote.map_or(0, char::len_utf8);
        (fits && self.means(pattern, list[0].start..end)).then_some(end)
    }

    /// Whether the words at `range` mean the term.
    fn means(&self, pattern: &Pattern<'_>, range: Range<usize>) -> bool {
        let text = self.flow.text.as_str();
        let definition = pattern.definition;
        let own = range.start < definition.whole.end && definition.whole.start < range.end;
        let early = range.start < definition.range.start;
        if own || early && !pattern.strong || hyphenated(text, &range) {
            return false;
        }
        if self.in_name && !pattern.strong && !definition.quoted {
            return false;
        }
        let plural = |range: &Range<usize>| {
            self.flow
                .words_in(range)
                .iter()
                .any(|word| PLURAL.iter().any(|ending| text[word.clone()].ends_with(ending)))
        };
        !(pattern.unique && !plural(&definition.range) && plural(&range))
    }
}

/// Whether `word` is the word of the pattern or a form of it, with fitting capitals.
fn fits(wanted: &PatternWord<'_>, word: &str, first: bool) -> bool {
    if wanted.exact {
        return wanted.word == word;
    }
    let capital = is_capitalised(word);
    let cased = if is_capitalised(wanted.word) { capital } else { first || !capital };
    cased && !is_abbreviation(word) && (same(wanted.word, word) || inflects(wanted.word, word))
}

/// Whether a hyphen makes the words part of a longer one.
fn hyphenated(text: &str, range: &Range<usize>) -> bool {
    let joins = |dash: Option<char>, letter: Option<char>| {
        dash.is_some_and(is_dash) && letter.is_some_and(char::is_alphanumeric)
    };
    let mut before = text[..range.start].chars().rev();
    let mut after = text[range.end..].chars();
    joins(before.next(), before.next()) || joins(after.next(), after.next())
}

/// What stands between two words, without spaces, all quotation marks and dashes alike.
fn gap(between: &str) -> String {
    let kept = between.chars().filter(|c| !is_space(*c));
    kept.map(|c| {
        if is_quote(c) {
            '"'
        } else if is_dash(c) {
            '-'
        } else {
            c
        }
    })
    .collect()
}

/// Names in «», in order; a quotation mark that is never closed begins none.
fn names(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut end = 0;
    for (at, _) in text.match_indices('«') {
        let Some(length) = text[at..].find(['»', '\n']) else { break };
        let closed = text[at + length..].starts_with('»') && length <= LONGEST_NAME;
        if closed && at >= end {
            end = at + length;
            names.push(at..end);
        }
    }
    names
}

fn within(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after.checked_sub(1).is_some_and(|index| at < ranges[index].end)
}

/// A small number for the first letter of a word.
fn initial(word: &str) -> usize {
    word.chars().next().map_or(0, |c| u32::from(fold(c)) as usize % 64)
}
