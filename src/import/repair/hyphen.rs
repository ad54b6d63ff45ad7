//! Words that the end of a line cut in two.

use std::collections::HashSet;

use crate::import::document::Origin;
use crate::import::ledger::{Fate, Ledger};
use crate::import::lines::{Doubt, Line};
use crate::import::text::Text;

/// Words of the whole text, small letters, hyphens within them kept.
pub(super) struct Words(HashSet<String>);

/// What follows or precedes a hyphen that is part of its word: «какой-либо», «по-новому».
const PARTICLES: [&str; 11] =
    ["либо", "то", "нибудь", "таки", "ка", "де", "по", "кое", "во", "в", "из"];

impl Words {
    /// The words of these lines.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            let text = line.text.plain().to_lowercase();
            let split = text.split(|c: char| !c.is_alphanumeric() && c != '-');
            words.extend(split.filter(|word| !word.is_empty()).map(ToOwned::to_owned));
        }
        Self(words)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// Appends a line to a paragraph whose last line is `before`: with a space, or as the second part
/// of a word.
pub(super) fn append(
    text: &mut Text,
    (before, line): (&str, Text),
    (origin, words): (Origin, &Words),
    ledger: &mut Ledger,
) -> Option<Doubt> {
    let after = line.plain();
    if after.starts_with([':', ';', ',', '.', ')', '»']) {
        text.push(line);
        return None;
    }
    let Some((first, second)) = halves(before, &after) else {
        text.space();
        text.push(line);
        return None;
    };
    let (with, without) = (format!("{first}-{second}"), format!("{first}{second}"));
    let (small_with, small) = (with.to_lowercase(), without.to_lowercase());
    let part = PARTICLES.contains(&second.as_str()) || PARTICLES.contains(&first.as_str());
    let letters = first.chars().chain(second.chars()).all(char::is_alphabetic);
    let known = words.has(&small_with) || part || !letters;
    if !known && words.has(&small) {
        ledger.settle(&text.pop(), Fate::Repair);
        ledger.repaired("repair-hyphen", origin, [&format!("{first}- {second}"), &without]);
        text.push(line);
        return None;
    }
    text.push(line);
    ledger.repaired("repair-hyphen", origin, [&format!("{first}- {second}"), &with]);
    (!known).then(|| Doubt::about("import-hyphen", "word", with))
}

/// The parts of a word before and after a hyphen at the end of a line.
fn halves(before: &str, after: &str) -> Option<(String, String)> {
    let stem = before.strip_suffix(['-', '\u{2010}'])?;
    let first = stem.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let second = after.split(|c: char| !c.is_alphanumeric()).next()?;
    let whole = !first.is_empty() && !second.is_empty();
    whole.then(|| (first.to_owned(), second.to_owned()))
}
