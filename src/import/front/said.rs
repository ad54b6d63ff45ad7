//! What front matter says, to be compared with the words of the file that went there.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::facts::month;
use super::role::HEADS;
use crate::import::text::words;

/// Words that the keys themselves say: `approved`, `order`, `number`, `date`.
const KEYS: [&str; 8] = ["от", "г", "года", "год", "приказ", "пр", "протокол", "прот"];

/// The words of front matter that are not yet compared.
#[derive(Debug, Default)]
pub(in crate::import) struct Said {
    open: BTreeMap<String, usize>,
    /// For day, month and year of each date how they may be written in the file.
    dates: Vec<Vec<String>>,
}

impl Said {
    /// Adds a value or a comment.
    pub(in crate::import) fn text(&mut self, text: &str) {
        for word in words(text) {
            *self.open.entry(word).or_default() += 1;
        }
    }

    /// Adds a date: `2026-03-12` says «12 марта 2026 г.» and «12.03.26».
    pub(in crate::import) fn date(&mut self, date: Date) {
        let two = |number: i8| vec![number.to_string(), format!("{number:02}")];
        let year = vec![date.year().to_string(), format!("{:02}", date.year() % 100)];
        self.dates.extend([two(date.day()), two(date.month()), year]);
    }

    /// Takes a word of the file off; `false` if the front matter does not say it (once more).
    pub(in crate::import) fn take(&mut self, word: &str) -> bool {
        if let Some(count) = self.open.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            return true;
        }
        let lower = word.to_lowercase();
        if KEYS.contains(&&*lower) || HEADS.iter().any(|(head, _)| *head == lower) {
            return true;
        }
        let lower = month(&lower).map_or(lower, |month| format!("{month:02}"));
        let found = self.dates.iter().position(|part| part.contains(&lower));
        found.map(|at| self.dates.remove(at)).is_some()
    }
}
