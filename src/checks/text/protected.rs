//! Finding the sections of an act that the school may not alter.

use super::Act;
use super::flow::{fold, tokens};
use crate::model::passages::{Passage, PassageKind, passages};
use crate::model::system::ProtectedSection;

/// How like a title has to be, from 0 to 1: schools put their names into it.
const LIKE_ENOUGH: f64 = 0.65;

/// The protected sections of the school's system, each with the index of its passage in the act.
///
/// A section belongs to the title that is most like its own, and a title to the section most
/// like it, so that one section never stands for two.
pub(super) fn sections<'s>(act: &Act<'s>) -> Vec<(&'s ProtectedSection, Option<usize>)> {
    let Some(system) = &act.school.system else { return Vec::new() };
    let titles: Vec<_> = system.protected.iter().map(|section| bag(&section.title)).collect();
    let mut owned = vec![None::<(f64, usize)>; titles.len()];
    for (index, passage) in act.passages.iter().enumerate() {
        let PassageKind::Section(_) = passage.kind else { continue };
        let words = bag(&passage.words);
        let scores = titles.iter().map(|title| likeness(title, &words)).enumerate();
        let best = scores.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((title, score)) = best.filter(|(_, score)| *score >= LIKE_ENOUGH)
            && owned[title].is_none_or(|(before, _)| before < score)
        {
            owned[title] = Some((score, index));
        }
    }
    let owned = owned.into_iter().map(|owner| owner.map(|(_, index)| index));
    system.protected.iter().zip(owned).collect()
}

/// Words of a title.
fn bag(title: &str) -> Vec<String> {
    let folded = fold(title);
    let mut words: Vec<_> = tokens(&folded).iter().map(|token| token.text.to_owned()).collect();
    words.sort_unstable();
    words
}

/// Share of common words (Dice), from 0 to 1.
fn likeness(a: &[String], b: &[String]) -> f64 {
    let mut rest = b.to_vec();
    let common = a.iter().filter(|word| {
        let at = rest.iter().position(|other| other == *word);
        at.map(|at| rest.swap_remove(at)).is_some()
    });
    let common = u32::try_from(common.count()).unwrap_or(u32::MAX);
    let all = u32::try_from(a.len() + b.len()).unwrap_or(u32::MAX);
    if all == 0 { 0.0 } else { f64::from(2 * common) / f64::from(all) }
}

/// Running words with the places where passages begin.
pub(super) struct Wording {
    /// Words of all passages, with single spaces between these.
    pub(super) words: String,
    /// The same in small letters.
    pub(super) folded: String,
    /// Byte at which each passage begins, with its line.
    starts: Vec<(usize, u32)>,
}

impl Wording {
    fn new<'p>(passages: impl Iterator<Item = &'p Passage<'p>>) -> Self {
        let (mut words, mut starts) = (String::new(), Vec::new());
        for passage in passages.filter(|p| p.kind != PassageKind::Footnote) {
            words.push_str(if words.is_empty() { "" } else { " " });
            starts.push((words.len(), passage.line));
            words.push_str(&passage.words);
        }
        Self { folded: fold(&words), words, starts }
    }

    /// The words of the section of the act at this index, without its title.
    pub(super) fn of_act(act: &Act<'_>, index: usize) -> Self {
        let rest = act.passages[index + 1..].iter();
        Self::new(rest.take_while(|p| p.parent.is_some_and(|parent| parent >= index)))
    }

    /// The words that have to stand there.
    pub(super) fn of_system(section: &ProtectedSection) -> Self {
        Self::new(passages(&section.text).iter())
    }

    /// Line of the passage that holds byte `at`, and the byte at which the passage ends.
    pub(super) fn passage(&self, at: usize) -> Option<(u32, usize)> {
        let next = self.starts.partition_point(|(start, _)| *start <= at);
        let end = self.starts.get(next).map_or(self.words.len(), |(start, _)| start - 1);
        Some((self.starts.get(next.checked_sub(1)?)?.1, end))
    }
}
