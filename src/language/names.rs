//! Names of persons.

use super::dates::NBSP;

/// «Иванова Мария Петровна» as «М. П. Иванова»; a name of one word stays as it is.
///
/// The first word is taken for the family name, as official Russian lists write it.
#[must_use]
pub fn with_initials(full: &str) -> String {
    let mut words = full.split_whitespace();
    let Some(family) = words.next() else { return String::new() };
    let initials = words.filter_map(|word| word.chars().next());
    let mut short: String = initials.flat_map(|initial| [initial, '.', NBSP]).collect();
    short.push_str(family);
    short
}
