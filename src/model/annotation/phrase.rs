//! What a term stands for: the phrase before its definition.
//!
//! The term is laid over the words before it: a letter of an abbreviation over a word that begins
//! with it, or also over a letter within («безБумажный» for ББЖ), a word over one of its forms.
//! Words of the phrase may be left over («вариант ведения», «обучающихся»). The shortest phrase
//! that reaches the bracket counts; for a term of ordinary words, adjectives before it belong to
//! it. A term that fits nothing stands for the words back to the nearest comma, at most twelve.

use std::ops::Range;

use super::flow::Flow;
use super::inflection::inflects;
use super::letters::{after_stem, fold, is_abbreviation, is_dash, is_quote, is_space, same, words};

/// Most words of a phrase that nothing shows to be the meaning.
const LONGEST_GUESS: usize = 12;
/// Words between a term's own words and the bracket: beyond that they are another phrase.
const FARTHEST: usize = 14;
/// Most words that are searched before a bracket.
const MOST_WORDS: usize = 48;
/// Most pieces of a term.
const MOST_PIECES: usize = 32;

/// A piece of a term that must be found in the phrase.
#[derive(Clone, Copy)]
enum Piece<'t> {
    /// A letter of the abbreviation `word`; `index` counts its letters.
    Letter { letter: char, word: &'t str, index: usize },
    /// A word, or the beginning of one if a full stop follows it.
    Word { word: &'t str, short: bool },
}

/// The phrases that `terms` stand for, which end at `end`: one for all of them, or, if each has
/// its own, one for each.
pub(super) fn phrases(
    flow: &Flow<'_>,
    end: usize,
    terms: &[Range<usize>],
    respectively: bool,
) -> Vec<Range<usize>> {
    if !respectively {
        let found = terms.iter().filter_map(|term| laid(flow, end, term));
        let phrase = found.min_by_key(|phrase| phrase.start).unwrap_or_else(|| guess(flow, end));
        return vec![phrase; terms.len()];
    }
    let mut end = end;
    let mut phrases = Vec::new();
    for term in terms.iter().rev() {
        let phrase = laid(flow, end, term).unwrap_or_else(|| guess(flow, end));
        end = before_joint(&flow.text[..phrase.start]);
        phrases.push(phrase);
    }
    phrases.reverse();
    phrases
}

/// Where the phrase before «, » or « и » ends.
fn before_joint(text: &str) -> usize {
    let text = text.trim_end_matches(|c| is_space(c) || is_quote(c));
    text.strip_suffix(" и").unwrap_or(text).trim_end_matches(|c| is_space(c) || c == ',').len()
}

/// The phrase before `end` over which the term at `term` can be laid.
fn laid(flow: &Flow<'_>, end: usize, term: &Range<usize>) -> Option<Range<usize>> {
    let text = flow.text.as_str();
    let list = flow.words_in(&(sentence_start(text, end)..end));
    let list = &list[list.len().saturating_sub(MOST_WORDS)..];
    let pieces = pieces(&text[term.clone()]);
    if pieces.is_empty() || pieces.len() > MOST_PIECES {
        return None;
    }
    let mut overlay = Overlay { text, words: list, pieces: &pieces, failed: Vec::new() };
    overlay.failed = vec![false; (pieces.len() + 1) * (list.len() + 1)];
    let found = (0..list.len()).rev().find_map(|first| Some((first, overlay.from(first)?)));
    let (first, behind) = found?;
    let named = pieces.iter().any(|piece| matches!(piece, Piece::Letter { .. }));
    let start = if named { first } else { with_adjectives(text, list, first) };
    let own_end = list[behind - 1].end;
    let has_name = text[own_end..].trim_start_matches(is_space).starts_with(['«', '"', '№']);
    let far = !named && !has_name && list.len() - first > FARTHEST;
    let end = if far { own_end } else { end };
    Some(with_quote(text, list[start].start)..end)
}

/// Lays pieces over words.
struct Overlay<'a> {
    text: &'a str,
    words: &'a [Range<usize>],
    pieces: &'a [Piece<'a>],
    /// Whether the pieces from one do not fit the words from another, by both.
    failed: Vec<bool>,
}

impl Overlay<'_> {
    /// Lays all pieces over the words from `first`, which takes the first piece: the index
    /// behind the last word that is needed.
    fn from(&mut self, first: usize) -> Option<usize> {
        let (taken, most) = self.takes(0, first)?;
        (taken..=most).rev().find_map(|count| self.rest(count, first + 1))
    }

    fn rest(&mut self, piece: usize, word: usize) -> Option<usize> {
        if piece == self.pieces.len() {
            return Some(word);
        }
        let cell = piece * (self.words.len() + 1) + word;
        if word == self.words.len() || self.failed[cell] {
            return None;
        }
        let here = self.takes(piece, word).and_then(|(taken, most)| {
            (taken..=most).rev().find_map(|count| self.rest(piece + count, word + 1))
        });
        let found = here.or_else(|| self.rest(piece, word + 1));
        self.failed[cell] = found.is_none();
        found
    }

    /// How many pieces from `piece` the word can take: at least and at most.
    fn takes(&self, piece: usize, word: usize) -> Option<(usize, usize)> {
        let word = &self.text[self.words[word].clone()];
        match self.pieces[piece] {
            Piece::Word { word: own, short } => {
                let fits = same(own, word) || inflects(own, word) || inflects(word, own);
                let begins = short && after_stem(word, &folded(own)).is_some();
                (fits || begins).then_some((1, 1))
            }
            Piece::Letter { word: own, index: 0, .. } if same(own, word) => {
                let count = own.chars().count();
                Some((count, count))
            }
            Piece::Letter { .. } => {
                let most = self.letters(piece, word);
                (most > 0).then_some((1, most))
            }
        }
    }

    /// How many letters from `piece` stand in `word` in order, the first at its beginning.
    fn letters(&self, piece: usize, word: &str) -> usize {
        let mut rest = word.chars().map(fold);
        let mut count = 0;
        for piece in &self.pieces[piece..] {
            let Piece::Letter { letter, .. } = piece else { break };
            let fits = match count {
                0 => rest.next() == Some(*letter),
                _ => rest.any(|c| c == *letter),
            };
            if !fits {
                break;
            }
            count += 1;
        }
        count
    }
}

/// The pieces of a term: letters of abbreviations outside quotation marks, and words.
fn pieces(term: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for range in words(term) {
        let word = &term[range.clone()];
        let open = term[..range.start].matches('«').count();
        let quoted = open > term[..range.start].matches('»').count();
        let single = word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic);
        if single || is_abbreviation(word) && !quoted {
            let letters = word.chars().enumerate();
            pieces.extend(letters.map(|(index, c)| Piece::Letter { letter: fold(c), word, index }));
        } else {
            let short = term[range.end..].starts_with('.');
            pieces.push(Piece::Word { word, short });
        }
    }
    pieces
}

fn folded(word: &str) -> String {
    word.chars().map(fold).collect()
}

/// The first of the adjectives before the word at `first`; behind a dash, those before the noun
/// in front of it: «Муниципального учреждения – Лицей № 2».
fn with_adjectives(text: &str, list: &[Range<usize>], first: usize) -> usize {
    let gap = |index: usize| &text[list[index - 1].end..list[index].start];
    let mut start = first;
    if start > 0 && gap(start).trim().chars().all(is_dash) && !gap(start).trim().is_empty() {
        start -= 1;
    }
    while start > 0 {
        let spaced = gap(start).chars().all(|c| is_space(c) || is_quote(c));
        if !spaced || !is_adjective(&text[list[start - 1].clone()]) {
            break;
        }
        start -= 1;
    }
    start
}

/// Endings that only adjectives and participles have but for the nouns of [`NOUN`].
const ADJECTIVE: [&str; 16] = [
    "ого", "его", "ому", "ему", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ыми",
    "ими",
];
/// Endings of nouns among them.
const NOUN: [&str; 5] = ["ние", "тие", "вие", "ний", "ций"];
/// Endings that nouns seldom have, in long words.
const SHARED: [&str; 9] = ["ьной", "ьном", "ьным", "нной", "нном", "нным", "ским", "ском", "ской"];

/// Whether `word` looks like an adjective or a participle; short words do not tell.
fn is_adjective(word: &str) -> bool {
    let word = folded(word);
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    word.chars().count() > 5 && (ends(&ADJECTIVE) && !ends(&NOUN) || ends(&SHARED))
}

/// `start`, or the quotation mark that stands before it.
fn with_quote(text: &str, start: usize) -> usize {
    let quote = text[..start].chars().next_back().filter(|c| is_quote(*c));
    start - quote.map_or(0, char::len_utf8)
}

/// The words back to the nearest comma, dash or bracket around them, at most twelve.
fn guess(flow: &Flow<'_>, end: usize) -> Range<usize> {
    let text = flow.text.as_str();
    let list = flow.words_in(&(sentence_start(text, end)..end));
    let mut first = list.len();
    let mut depth = 0;
    while first > 0 && list.len() - first < LONGEST_GUESS {
        let behind = list.get(first).map_or(end, |word| word.start);
        let gap = &text[list[first - 1].end..behind];
        depth += gap.matches(')').count();
        let opened = gap.matches('(').count();
        let border = gap.contains([',', ':', '–', '—']) && depth == 0;
        if first < list.len() && (border || opened > depth) {
            break;
        }
        depth = depth.saturating_sub(opened);
        first -= 1;
    }
    list.get(first).map_or(end..end, |word| with_quote(text, word.start)..end)
}

/// Where the sentence begins in which the byte at `end` stands. A full stop behind one or two
/// letters («г.», «им.», «К.») or within a name does not end it.
fn sentence_start(text: &str, end: usize) -> usize {
    let mut rest = &text[..end];
    while let Some(at) = rest.rfind(['.', ';', '!', '?', '\n']) {
        let behind = &text[at + 1..end];
        let stop = rest[at..].starts_with(['\n', ';']);
        let letters = rest[..at].chars().rev().take_while(|c| c.is_alphabetic()).take(3).count();
        let spaced = behind.starts_with(is_space) && (letters == 0 || letters > 2);
        let capital = behind.trim_start().starts_with(|c: char| c.is_uppercase() || is_quote(c));
        // «ДНЕВНИК. РУ» is one name.
        let in_name = || behind.matches('»').count() > behind.matches('«').count();
        if stop || spaced && capital && !in_name() {
            return at + 1;
        }
        rest = &rest[..at];
    }
    0
}
