//! Names of persons.

use super::dates::NBSP;
use super::placeholder::is_marked;

/// «Иванова Мария Петровна» as «М. П. Иванова»; a name of one word and the mark of one
/// that is to be filled in stay as they are.
///
/// The first word is taken for the family name, as official Russian lists write it.
#[must_use]
pub fn with_initials(full: &str) -> String {
    if is_marked(full) {
        return full.to_owned();
    }
    let mut words = full.split_whitespace();
    let Some(family) = words.next() else { return String::new() };
    let initials = words.filter_map(|word| word.chars().next());
    let mut short: String = initials.flat_map(|initial| [initial, '.', NBSP]).collect();
    short.push_str(family);
    short
}
