//! One order of reading for both texts, and what has moved in it.

use super::matching::Pairs;
use super::side::Side;
use super::tokens::Lexicon;
use super::{Entry, Presence, words};

/// The entries of a redline.
pub(super) fn entries(
    old: &Side<'_>,
    new: &Side<'_>,
    pairs: &Pairs,
    lexicon: &Lexicon,
) -> Vec<Entry> {
    let moved = moved(old, new, pairs);
    let gone = Gone::new(old, new, pairs, &moved);
    let mut weaver = Weaver { old, new, pairs, lexicon, moved, gone, entries: Vec::new() };
    weaver.inside(None, None);
    weaver.entries
}

/// Which new passages have moved: those that belong to another passage than before, and of those
/// that stayed within the same one as few and as short ones as explain the new order.
fn moved(old: &Side<'_>, new: &Side<'_>, pairs: &Pairs) -> Vec<bool> {
    let mut moved = vec![false; new.passages.len()];
    let mut letters: Vec<u64> = new.bags.iter().map(|bag| u64::from(bag.letters) + 1).collect();
    for index in (0..new.passages.len()).rev() {
        if let Some(parent) = new.passages[index].parent {
            letters[parent] += letters[index];
        }
    }
    let parents = |(a, b): (usize, usize)| (old.passages[a].parent, new.passages[b].parent);
    let mut mark = |group: &[(usize, usize)], only_strangers: bool| {
        let sequence: Vec<_> = group.iter().map(|(_, b)| (*b, letters[*b])).collect();
        for (pair, stays) in group.iter().zip(heaviest_increasing(&sequence)) {
            let (before, after) = parents(*pair);
            moved[pair.1] |= !(stays || (only_strangers && pairs.same(before, after)));
        }
    };
    let mut groups: Vec<Vec<(usize, usize)>> = vec![Vec::new(); new.passages.len() + 1];
    let mut all = Vec::new();
    for pair in pairs.all() {
        let (before, after) = parents(pair);
        if pairs.same(before, after) {
            groups[after.map_or(0, |parent| parent + 1)].push(pair);
        }
        all.push(pair);
    }
    mark(&all, true);
    for group in &groups {
        mark(group, false);
    }
    for pair in all {
        moved[pair.1] |= elsewhere(old, new, pairs, pair);
    }
    moved
}

/// Whether a pair belongs to another passage than before, both of which are in both texts.
fn elsewhere(
    old: &Side<'_>,
    new: &Side<'_>,
    pairs: &Pairs,
    (before, after): (usize, usize),
) -> bool {
    let (was, is) = (&old.passages[before], &new.passages[after]);
    if !was.anchor.is_empty() && was.anchor == is.anchor {
        return false;
    }
    let was_left = was.parent.is_none_or(|p| pairs.to_new[p].is_some_and(|p| Some(p) != is.parent));
    let is_known = is.parent.is_none_or(|p| pairs.to_old[p].is_some_and(|p| Some(p) != was.parent));
    (was.parent.is_some() || is.parent.is_some()) && was_left && is_known
}

/// Which of `sequence` (places, all different, with weights) belong to the rising part of it that
/// weighs the most.
fn heaviest_increasing(sequence: &[(usize, u64)]) -> Vec<bool> {
    let mut places: Vec<usize> = sequence.iter().map(|(place, _)| *place).collect();
    places.sort_unstable();
    // A Fenwick tree of the heaviest end so far, by place: weight and index in the sequence.
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); places.len() + 1];
    let mut before = vec![None; sequence.len()];
    let mut heaviest = (0, None);
    for (index, (place, weight)) in sequence.iter().enumerate() {
        let rank = places.partition_point(|other| other < place) + 1;
        let mut best = (0, None);
        let mut at = rank - 1;
        while at > 0 {
            best = if tree[at].0 > best.0 { tree[at] } else { best };
            at &= at - 1;
        }
        before[index] = best.1;
        let here = (best.0 + weight, Some(index));
        heaviest = if here.0 > heaviest.0 { here } else { heaviest };
        at = rank;
        while at < tree.len() {
            tree[at] = if here.0 > tree[at].0 { here } else { tree[at] };
            at += at & at.wrapping_neg();
        }
    }
    let mut stays = vec![false; sequence.len()];
    let mut at = heaviest.1;
    while let Some(index) = at {
        stays[index] = true;
        at = before[index];
    }
    stays
}

/// Old passages that have no pair, by what they follow.
struct Gone {
    /// At the begin of each new passage; the first list is for those within none.
    first: Vec<Vec<usize>>,
    /// After each new passage and all within it.
    after: Vec<Vec<usize>>,
}

impl Gone {
    fn new(old: &Side<'_>, new: &Side<'_>, pairs: &Pairs, moved: &[bool]) -> Self {
        let count = new.passages.len();
        let mut gone = Self { first: vec![Vec::new(); count + 1], after: vec![Vec::new(); count] };
        gone.place(&old.roots, None, new, (pairs, moved));
        for (before, after) in pairs.all() {
            gone.place(&old.children[before], Some(after), new, (pairs, moved));
        }
        gone
    }

    /// Gives the removed ones among `siblings`, which stood within the pair of `parent`, a place.
    fn place(
        &mut self,
        siblings: &[usize],
        parent: Option<usize>,
        new: &Side<'_>,
        (pairs, moved): (&Pairs, &[bool]),
    ) {
        let mut follows: Option<usize> = None;
        for old in siblings {
            match pairs.to_new[*old] {
                None => match follows {
                    Some(new) => self.after[new].push(*old),
                    None => self.first[parent.map_or(0, |parent| parent + 1)].push(*old),
                },
                Some(now) if new.passages[now].parent == parent && !moved[now] => {
                    follows = Some(now);
                }
                Some(_) => {}
            }
        }
    }
}

/// Writes the entries.
struct Weaver<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    pairs: &'a Pairs,
    lexicon: &'a Lexicon,
    moved: Vec<bool>,
    gone: Gone,
    entries: Vec<Entry>,
}

impl Weaver<'_> {
    /// What is within the new passage `parent`, whose entry is `around`.
    fn inside(&mut self, parent: Option<usize>, around: Option<usize>) {
        let new = self.new;
        let removed = std::mem::take(&mut self.gone.first[parent.map_or(0, |parent| parent + 1)]);
        for old in removed {
            self.removed(old, around);
        }
        for child in parent.map_or(&new.roots, |parent| &new.children[parent]) {
            self.kept(*child, around);
            let removed = std::mem::take(&mut self.gone.after[*child]);
            for old in removed {
                self.removed(old, around);
            }
        }
    }

    fn kept(&mut self, new: usize, parent: Option<usize>) {
        let old = self.pairs.to_old[new];
        let rows = match old {
            Some(old) => words::rows(&self.old.lines[old], &self.new.lines[new], self.lexicon),
            None => words::whole(&self.new.lines[new], Presence::New),
        };
        self.entries.push(Entry {
            kind: self.new.passages[new].kind,
            old: old.map(|old| self.old.spot(old)),
            new: Some(self.new.spot(new)),
            moved: self.moved[new],
            renumbered: old.is_some_and(|old| self.old.numbers[old] != self.new.numbers[new]),
            parent,
            rows,
        });
        self.inside(Some(new), Some(self.entries.len() - 1));
    }

    fn removed(&mut self, old: usize, parent: Option<usize>) {
        let side = self.old;
        self.entries.push(Entry {
            kind: side.passages[old].kind,
            old: Some(side.spot(old)),
            new: None,
            moved: false,
            renumbered: false,
            parent,
            rows: words::whole(&side.lines[old], Presence::Old),
        });
        let here = Some(self.entries.len() - 1);
        for child in side.children[old].iter().filter(|c| self.pairs.to_new[**c].is_none()) {
            self.removed(*child, here);
        }
    }
}
