//! The words within a pair of passages.
//!
//! Changes are merged where what stands between them would only be confetti, so that a sentence
//! that was written anew is shown as one removal and one addition.

use std::ops::Range;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::bag::{Bag, share};
use super::matching::align;
use super::side::Line;
use super::tokens::{Lexicon, Phrase, Token};
use super::{Presence, Role, Row, Run};

/// Most letters of one or two words between changes, without a mark of punctuation, that are
/// too short to stand alone.
const SHORT: u32 = 8;
/// Least share of the shorter text that stays, 0 to 1; below it the whole is written anew.
const STAYS: f32 = 0.4;
/// Least likeness of two rows of a table, 0 to 1.
const ALIKE_ROWS: f32 = 0.4;
/// Most pairs of rows that are compared; in a longer table only equal rows are found.
const MOST_COMPARED: usize = 250_000;

/// `lines` as rows that only one text has.
pub(super) fn whole(lines: &[Line], presence: Presence) -> Vec<Row> {
    lines.iter().map(|line| whole_row(line, presence)).collect()
}

fn whole_row(line: &Line, presence: Presence) -> Row {
    let cells = line.cells.iter().map(|cell| only(cell, presence)).collect();
    Row { role: line.role, presence, cells }
}

/// A cell that only one text has.
fn only(phrase: &Phrase, presence: Presence) -> Vec<Run> {
    let text = joined(phrase, 0..phrase.tokens.len());
    if text.is_empty() { Vec::new() } else { vec![Run { presence, text }] }
}

/// The rows of two passages that are a pair.
pub(super) fn rows(old: &[Line], new: &[Line], lexicon: &Lexicon) -> Vec<Row> {
    let pairs = row_pairs(old, new, lexicon);
    let mut rows = Vec::with_capacity(new.len());
    let (mut before, mut after) = (0, 0);
    for (row, other) in pairs.into_iter().chain([(old.len(), new.len())]) {
        rows.extend(whole(&old[before..row], Presence::Old));
        rows.extend(whole(&new[after..other], Presence::New));
        if let (Some(a), Some(b)) = (old.get(row), new.get(other)) {
            rows.push(Row { role: b.role, presence: Presence::Both, cells: cells(a, b) });
        }
        (before, after) = (row + 1, other + 1);
    }
    rows
}

/// Which rows are which, in order.
fn row_pairs(old: &[Line], new: &[Line], lexicon: &Lexicon) -> Vec<(usize, usize)> {
    if let ([a], [b]) = (old, new)
        && a.role == Role::Words
        && b.role == Role::Words
    {
        return vec![(0, 0)];
    }
    let (old_ids, new_ids): (Vec<_>, Vec<_>) =
        (old.iter().map(Line::ids).collect(), new.iter().map(Line::ids).collect());
    let bags = |ids: &[Vec<u32>]| ids.iter().map(|ids| Bag::new(ids, lexicon)).collect::<Vec<_>>();
    let (old_bags, new_bags) = (bags(&old_ids), bags(&new_ids));
    let score = |a: usize, b: usize| {
        if old[a].role != new[b].role {
            return None;
        }
        let special = old[a].role != Role::Body;
        let first = |lines: &[Line], at: usize| lines[at].cells.first().map(ids);
        let likeness = old_bags[a].likeness(&new_bags[b], lexicon)
            + if first(old, a) == first(new, b) { 0.1 } else { 0.0 };
        (special || likeness >= ALIKE_ROWS).then_some(likeness + if special { 1.0 } else { 0.0 })
    };
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, &old_ids, &new_ids) {
        let (olds, news) = (op.old_range(), op.new_range());
        if op.tag() == DiffTag::Equal {
            pairs.extend(olds.zip(news));
        } else if olds.len().saturating_mul(news.len()) <= MOST_COMPARED {
            let found = align(olds.len(), news.len(), |a, b| score(olds.start + a, news.start + b));
            pairs.extend(found.into_iter().map(|(a, b)| (olds.start + a, news.start + b)));
        }
    }
    pairs
}

fn ids(phrase: &Phrase) -> Vec<u32> {
    phrase.tokens.iter().map(|token| token.id).collect()
}

/// The cells of two rows. If their counts differ, a column was added or removed: then equal
/// cells are found first.
fn cells(old: &Line, new: &Line) -> Vec<Vec<Run>> {
    let (olds, news) = (&old.cells, &new.cells);
    if olds.len() == news.len() {
        return olds.iter().zip(news).map(|(a, b)| runs(a, b)).collect();
    }
    let (old_ids, new_ids): (Vec<_>, Vec<_>) =
        (olds.iter().map(ids).collect(), news.iter().map(ids).collect());
    let mut cells = Vec::with_capacity(news.len());
    for op in capture_diff_slices(Algorithm::Myers, &old_ids, &new_ids) {
        let (a, b) = (&olds[op.old_range()], &news[op.new_range()]);
        let both = a.len().min(b.len());
        cells.extend(a.iter().zip(b).map(|(a, b)| runs(a, b)));
        cells.extend(a[both..].iter().map(|cell| only(cell, Presence::Old)));
        cells.extend(b[both..].iter().map(|cell| only(cell, Presence::New)));
    }
    cells
}

/// A change: tokens of the old text and those that stand for them in the new one.
#[derive(Debug, Clone)]
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

/// The words of two phrases.
fn runs(old: &Phrase, new: &Phrase) -> Vec<Run> {
    let (a, b) = (ids(old), ids(new));
    if a == b {
        return only(new, Presence::Both);
    }
    let ops = capture_diff_slices(Algorithm::Histogram, &a, &b);
    let changed = ops.iter().filter(|op| op.tag() != DiffTag::Equal);
    let mut hunks: Vec<Hunk> =
        changed.map(|op| Hunk { old: op.old_range(), new: op.new_range() }).collect();
    let pair = Pair { old: &old.tokens, new: &new.tokens };
    pair.widen(&mut hunks);
    while pair.merge(&mut hunks) {}
    if !pair.stays(&hunks) {
        hunks = vec![Hunk { old: 0..a.len(), new: 0..b.len() }];
    }
    let mut runs = Vec::with_capacity(2 * hunks.len() + 1);
    let mut push = |presence, phrase: &Phrase, range: Range<usize>| {
        if !range.is_empty() {
            runs.push(Run { presence, text: joined(phrase, range) });
        }
    };
    let mut at = 0;
    for hunk in hunks {
        push(Presence::Both, new, at..hunk.new.start);
        push(Presence::Old, old, hunk.old);
        at = hunk.new.end;
        push(Presence::New, new, hunk.new);
    }
    push(Presence::Both, new, at..b.len());
    runs
}

/// The words of these tokens with the space before them; runs of spaces are one.
fn joined(phrase: &Phrase, range: Range<usize>) -> String {
    let mut out = String::new();
    for (index, token) in phrase.tokens.iter().enumerate().take(range.end).skip(range.start) {
        if token.spaced && index > 0 {
            out.push(' ');
        }
        out.push_str(&phrase.text[token.start..token.end]);
    }
    out
}

/// The tokens of two phrases.
struct Pair<'a> {
    old: &'a [Token],
    new: &'a [Token],
}

impl Pair<'_> {
    /// Widens changes to what is written together with them. Between two changes as many tokens
    /// are the same in both texts, so that both sides move together.
    fn widen(&self, hunks: &mut Vec<Hunk>) {
        let glued = |tokens: &[Token], at: usize| {
            at > 0 && at < tokens.len() && tokens[at - 1].group == tokens[at].group
        };
        let mut wide: Vec<Hunk> = Vec::with_capacity(hunks.len());
        for index in 0..hunks.len() {
            let mut hunk = hunks[index].clone();
            let floor = wide.last().map_or(0, |last| last.old.end);
            let ceiling = hunks.get(index + 1).map_or(self.old.len(), |next| next.old.start);
            while hunk.old.start > floor
                && ((!hunk.old.is_empty() && glued(self.old, hunk.old.start))
                    || (!hunk.new.is_empty() && glued(self.new, hunk.new.start)))
            {
                hunk.old.start -= 1;
                hunk.new.start -= 1;
            }
            while hunk.old.end < ceiling
                && ((!hunk.old.is_empty() && glued(self.old, hunk.old.end))
                    || (!hunk.new.is_empty() && glued(self.new, hunk.new.end)))
            {
                hunk.old.end += 1;
                hunk.new.end += 1;
            }
            match wide.last_mut() {
                Some(last) if hunk.old.start == last.old.end => {
                    last.old.end = hunk.old.end;
                    last.new.end = hunk.new.end;
                }
                _ => wide.push(hunk),
            }
        }
        *hunks = wide;
    }

    /// Merges neighbouring changes once; says whether there was anything to merge.
    fn merge(&self, hunks: &mut Vec<Hunk>) -> bool {
        let count = hunks.len();
        let mut merged: Vec<Hunk> = Vec::with_capacity(count);
        for hunk in hunks.drain(..) {
            match merged.last_mut() {
                Some(last) if self.belong_together(last, &hunk) => {
                    last.old.end = hunk.old.end;
                    last.new.end = hunk.new.end;
                }
                _ => merged.push(hunk),
            }
        }
        *hunks = merged;
        hunks.len() < count
    }

    /// Whether what stands between two changes is too little to be shown as unchanged.
    fn belong_together(&self, a: &Hunk, b: &Hunk) -> bool {
        let between = &self.new[a.new.end..b.new.start];
        let replaces =
            !(a.old.is_empty() && b.old.is_empty() || a.new.is_empty() && b.new.is_empty());
        let words = between.iter().filter(|token| token.letters > 0).count();
        let stay = letters(between);
        let size = |hunk: &Hunk| {
            letters(&self.old[hunk.old.clone()]).max(letters(&self.new[hunk.new.clone()]))
        };
        let least = size(a).min(size(b));
        let short = words == between.len() && words <= 2 && stay <= SHORT;
        replaces && least > 0 && (short || 2 * stay <= least)
    }

    /// Whether enough of the shorter text stays for showing single changes.
    fn stays(&self, hunks: &[Hunk]) -> bool {
        let gone = hunks.iter().map(|hunk| letters(&self.old[hunk.old.clone()])).sum();
        let all = letters(self.old);
        let shorter = all.min(letters(self.new));
        shorter == 0 || share(all.saturating_sub(gone), shorter) >= STAYS
    }
}

fn letters(tokens: &[Token]) -> u32 {
    tokens.iter().map(|token| token.letters).sum()
}
