//! Which passage of the old text is which of the new one.
//!
//! 1. Passages with equal words in the same order hold the two texts together ([`similar`]).
//! 2. Between them the likest are paired, in order ([`align`]).
//! 3. What holds paired passages is paired; short passages that are equal by chance are not.
//! 4. What is left and equal or very like elsewhere has moved.
//! 5. What is left within paired passages is paired as in step 2.

use std::collections::{BTreeMap, HashMap};

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::bag::Bag;
use super::side::Side;
use super::tokens::Lexicon;
use crate::model::passages::PassageKind;

/// Least likeness of two passages at different places, 0 to 1.
const ALIKE: f32 = 0.5;
/// Least likeness of two passages with the same anchor.
const ALIKE_HERE: f32 = 0.3;
/// Least likeness of two passages that are not where they were.
const ALIKE_MOVED: f32 = 0.7;
/// Fewest words of a passage that is recognised wherever it is.
const TELLING_WORDS: u32 = 4;
/// Fewest letters of a passage that is recognised wherever it is.
const TELLING_LETTERS: u32 = 24;
/// In how many passages a word may be by which another place is looked for.
const RARE: usize = 8;
/// Most pairs that are compared within one gap; beyond it only those with the same anchor are.
const MOST_COMPARED: usize = 250_000;

/// Pairs of passages.
#[derive(Debug)]
pub(super) struct Pairs {
    /// The new passage of each old one.
    pub(super) to_new: Vec<Option<usize>>,
    /// The old passage of each new one.
    pub(super) to_old: Vec<Option<usize>>,
}

impl Pairs {
    fn join(&mut self, old: usize, new: usize) {
        self.to_new[old] = Some(new);
        self.to_old[new] = Some(old);
    }

    fn part(&mut self, old: usize, new: usize) {
        self.to_new[old] = None;
        self.to_old[new] = None;
    }

    /// Whether these are the same: a pair, or neither is anything.
    pub(super) fn same(&self, old: Option<usize>, new: Option<usize>) -> bool {
        match (old, new) {
            (Some(old), Some(new)) => self.to_new[old] == Some(new),
            (old, new) => old == new,
        }
    }

    /// All pairs by the old passage.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, usize)> {
        self.to_new.iter().enumerate().filter_map(|(old, new)| Some((old, (*new)?)))
    }
}

/// The pairs of the passages of `old` and `new`.
pub(super) fn pairs(old: &Side<'_>, new: &Side<'_>, lexicon: &Lexicon) -> Pairs {
    let pairs =
        Pairs { to_new: vec![None; old.passages.len()], to_old: vec![None; new.passages.len()] };
    let mut matcher = Matcher { old, new, lexicon, pairs };
    matcher.gaps();
    matcher.holders();
    matcher.drop_chance();
    matcher.moves();
    matcher.holders();
    matcher.inner();
    matcher.pairs
}

struct Matcher<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    lexicon: &'a Lexicon,
    pairs: Pairs,
}

impl Matcher<'_> {
    /// Equal passages in order, and between them the likest ones.
    fn gaps(&mut self) {
        let mut keys = Keys::default();
        let old_keys = keys.of(self.old);
        let new_keys = keys.of(self.new);
        for op in capture_diff_slices(Algorithm::Patience, &old_keys, &new_keys) {
            if op.tag() == DiffTag::Equal {
                op.old_range().zip(op.new_range()).for_each(|(old, new)| self.pairs.join(old, new));
            } else {
                self.align(
                    &op.old_range().collect::<Vec<_>>(),
                    &op.new_range().collect::<Vec<_>>(),
                );
            }
        }
    }

    /// Pairs the likest of these passages, in order.
    fn align(&mut self, olds: &[usize], news: &[usize]) {
        if olds.len().saturating_mul(news.len()) > MOST_COMPARED {
            return self.by_anchor(olds, news);
        }
        for (old, new) in align(olds.len(), news.len(), |i, j| self.score(olds[i], news[j])) {
            self.pairs.join(olds[old], news[new]);
        }
    }

    /// Pairs those of these passages that have the same anchor and are alike.
    fn by_anchor(&mut self, olds: &[usize], news: &[usize]) {
        let anchors = news.iter().map(|new| (self.new.passages[*new].anchor, *new));
        let anchors: HashMap<&str, usize> = anchors.collect();
        for old in olds {
            let found = anchors.get(self.old.passages[*old].anchor).copied();
            if let Some(new) = found.filter(|new| self.score(*old, *new).is_some()) {
                self.pairs.join(*old, new);
            }
        }
    }

    /// How well two passages fit each other; `None` if not at all.
    fn score(&self, old: usize, new: usize) -> Option<f32> {
        let (a, b) = (&self.old.passages[old], &self.new.passages[new]);
        if class(a.kind) != class(b.kind) {
            return None;
        }
        let numbered = a.number.is_some() && self.old.numbers[old] == self.new.numbers[new];
        let here = numbered || (a.anchor == b.anchor && !a.anchor.is_empty());
        let (bag, other) = (&self.old.bags[old], &self.new.bags[new]);
        if bag.letters == 0 && other.letters == 0 {
            let equal = self.old.ids[old] == self.new.ids[new];
            return (equal || here).then_some(if here { 0.4 } else { 0.2 });
        }
        let least = if here { ALIKE_HERE } else { ALIKE };
        let heading = class(a.kind) == Class::Heading;
        if !here && bag.limit(other) < least {
            return None;
        }
        let mut likeness = bag.likeness(other, self.lexicon);
        if here && bag.count.min(other.count) >= TELLING_WORDS {
            likeness = likeness.max(0.9 * bag.containment(other, self.lexicon));
        }
        let fits = likeness >= least || (heading && numbered);
        fits.then_some(likeness + if here { 0.3 } else { 0.0 })
    }

    /// Pairs passages that hold pairs with each other, if they hold the most of each other's.
    fn holders(&mut self) {
        for old in (0..self.old.passages.len()).rev() {
            if self.pairs.to_new[old].is_some() || self.old.children[old].is_empty() {
                continue;
            }
            let mut held: BTreeMap<usize, u32> = BTreeMap::new();
            let mut whole = 0;
            for child in &self.old.children[old] {
                let weight = self.old.bags[*child].letters + 1;
                whole += weight;
                let parent =
                    self.pairs.to_new[*child].and_then(|new| self.new.passages[new].parent);
                if let Some(parent) = parent.filter(|parent| self.may_hold(old, *parent)) {
                    *held.entry(parent).or_default() += weight;
                }
            }
            let best =
                held.into_iter().max_by_key(|(parent, weight)| (*weight, usize::MAX - parent));
            if let Some((parent, weight)) = best
                && 2 * weight >= whole
            {
                self.pairs.join(old, parent);
            }
        }
    }

    fn may_hold(&self, old: usize, new: usize) -> bool {
        let kinds = (self.old.passages[old].kind, self.new.passages[new].kind);
        self.pairs.to_old[new].is_none() && class(kinds.0) == class(kinds.1)
    }

    /// Parts short passages that are equal but belong to different ones, unless what stands right
    /// before or after them is a pair too.
    fn drop_chance(&mut self) {
        let pairs: Vec<_> = self.pairs.all().collect();
        let mut sure: Vec<bool> = pairs.iter().map(|pair| self.is_sure(*pair)).collect();
        let follows = |a: (usize, usize), b: (usize, usize)| a.0 + 1 == b.0 && a.1 + 1 == b.1;
        for at in 1..pairs.len() {
            sure[at] |= sure[at - 1] && follows(pairs[at - 1], pairs[at]);
        }
        for at in (1..pairs.len()).rev() {
            sure[at - 1] |= sure[at] && follows(pairs[at - 1], pairs[at]);
        }
        for ((old, new), _) in pairs.into_iter().zip(sure).filter(|(_, sure)| !sure) {
            self.pairs.part(old, new);
        }
    }

    /// Whether a pair is one whatever stands around it.
    fn is_sure(&self, (old, new): (usize, usize)) -> bool {
        let (a, b) = (&self.old.passages[old], &self.new.passages[new]);
        self.pairs.same(a.parent, b.parent)
            || a.anchor == b.anchor
            || telling(&self.old.bags[old])
            || !self.old.children[old].is_empty()
    }

    /// Pairs what is equal or very like at another place.
    fn moves(&mut self) {
        let is_left = |side: &Side<'_>, taken: &[Option<usize>], at: usize| {
            taken[at].is_none() && telling(&side.bags[at])
        };
        let olds: Vec<_> = (0..self.old.passages.len())
            .filter(|old| is_left(self.old, &self.pairs.to_new, *old))
            .collect();
        let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
        for old in &olds {
            for word in self.old.bags[*old].words() {
                places.entry(word).or_default().push(*old);
            }
        }
        for new in 0..self.new.passages.len() {
            if is_left(self.new, &self.pairs.to_old, new)
                && let Some(old) = self.origin(new, &places)
            {
                self.pairs.join(old, new);
            }
        }
    }

    /// The old passage that is likest to `new`, found by rare words.
    fn origin(&self, new: usize, places: &HashMap<u32, Vec<usize>>) -> Option<usize> {
        let bag = &self.new.bags[new];
        let rare = bag.words().filter_map(|word| places.get(&word)).filter(|at| at.len() <= RARE);
        let mut candidates: Vec<usize> = rare.flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let kind = class(self.new.passages[new].kind);
        let scored = candidates.into_iter().filter_map(|old| {
            let free = self.pairs.to_new[old].is_none();
            let fits = free && class(self.old.passages[old].kind) == kind;
            let other = &self.old.bags[old];
            let possible = fits && bag.limit(other) >= ALIKE_MOVED;
            let likeness = possible.then(|| bag.likeness(other, self.lexicon))?;
            (likeness >= ALIKE_MOVED).then_some((likeness, old))
        });
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(_, old)| old)
    }

    /// Pairs what is left within paired passages.
    fn inner(&mut self) {
        let (all_old, all_new) = (self.old, self.new);
        for old in 0..all_old.passages.len() {
            if let Some(new) = self.pairs.to_new[old] {
                self.align_left(&all_old.children[old], &all_new.children[new]);
            }
        }
        self.align_left(&all_old.roots, &all_new.roots);
    }

    /// As [`Matcher::align`], of those that are in no pair yet.
    fn align_left(&mut self, olds: &[usize], news: &[usize]) {
        let olds: Vec<_> =
            olds.iter().copied().filter(|old| self.pairs.to_new[*old].is_none()).collect();
        let news: Vec<_> =
            news.iter().copied().filter(|new| self.pairs.to_old[*new].is_none()).collect();
        if !olds.is_empty() && !news.is_empty() {
            self.align(&olds, &news);
        }
    }
}

/// Whether the words tell which passage it is wherever it stands.
fn telling(bag: &Bag) -> bool {
    bag.count >= TELLING_WORDS && bag.letters >= TELLING_LETTERS
}

/// Kinds that a passage does not change into one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Class {
    Heading,
    Text,
    Note,
    Table,
    Footnote,
}

fn class(kind: PassageKind) -> Class {
    match kind {
        PassageKind::Section(_) | PassageKind::Appendix(_) => Class::Heading,
        PassageKind::Clause | PassageKind::Item | PassageKind::Paragraph => Class::Text,
        PassageKind::Note => Class::Note,
        PassageKind::Table => Class::Table,
        PassageKind::Footnote => Class::Footnote,
    }
}

/// One number for all passages with the same words; for those without any one of its own.
#[derive(Default)]
struct Keys<'a> {
    known: HashMap<(Class, &'a [u32]), usize>,
    count: usize,
}

impl<'a> Keys<'a> {
    fn of(&mut self, side: &'a Side<'_>) -> Vec<usize> {
        let mut keys = Vec::with_capacity(side.passages.len());
        for (passage, ids) in side.passages.iter().zip(&side.ids) {
            self.count += 1;
            let own = self.count;
            let words = (class(passage.kind), ids.as_slice());
            keys.push(if ids.is_empty() { own } else { *self.known.entry(words).or_insert(own) });
        }
        keys
    }
}

/// The pairs of 0..`olds` and 0..`news`, in order and without crossing, whose scores together are
/// the highest.
pub(super) fn align(
    olds: usize,
    news: usize,
    score: impl Fn(usize, usize) -> Option<f32>,
) -> Vec<(usize, usize)> {
    let width = news + 1;
    let mut best = vec![0.0_f32; (olds + 1) * width];
    let mut taken = vec![false; olds * news];
    for old in (0..olds).rev() {
        for new in (0..news).rev() {
            let skipped = best[(old + 1) * width + new].max(best[old * width + new + 1]);
            let paired = score(old, new).map(|score| score + best[(old + 1) * width + new + 1]);
            let pair = paired.filter(|paired| *paired > skipped);
            taken[old * news + new] = pair.is_some();
            best[old * width + new] = pair.unwrap_or(skipped);
        }
    }
    let (mut old, mut new, mut pairs) = (0, 0, Vec::new());
    while old < olds && new < news {
        if taken[old * news + new] {
            pairs.push((old, new));
            (old, new) = (old + 1, new + 1);
        } else if best[(old + 1) * width + new] >= best[old * width + new + 1] {
            old += 1;
        } else {
            new += 1;
        }
    }
    pairs
}
