//! From the Markdown of an edition to the tree of the act.
//!
//! 1. pulldown-cmark gives events with their byte ranges (CommonMark, tables, footnotes; no
//!    typographic changes);
//! 2. [`Builder`] makes blocks of them, with the literal marks of items from the source;
//! 3. [`outline`] nests blocks into sections and clauses and gives anchors.
//!
//! No word is lost: raw HTML becomes text but for `<sup>`, `<sub>` and `<br>`, code is a
//! paragraph, an image is its description.

mod blocks;
mod inlines;
mod outline;

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::text::RegulationText;
use crate::diagnostics::{Diagnostics, LineIndex};
use blocks::Builder;

/// Whether `c`, between these characters, is a sign of Markdown wherever it stands; with `\` before
/// it, it is itself. Signs that begin blocks and part cells are not among them.
#[must_use]
pub fn is_sign(before: Option<char>, c: char, after: Option<char>) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '\\' | '`' | '*' | '[' | ']' | '<' | '#' => true,
        '_' => !(word(before) && word(after)),
        '&' => word(after) || after == Some('#'),
        _ => false,
    }
}

/// The tree of `source`; places for findings come from `index`.
pub fn parse(source: &str, index: &LineIndex<'_>, found: &mut Diagnostics) -> RegulationText {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events: Vec<_> = Parser::new_ext(source, options).into_offset_iter().collect();
    let labels = events.iter().filter_map(|(event, _)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => Some(label.to_string()),
        _ => None,
    });
    let mut numbers = BTreeMap::new();
    for (number, label) in labels.enumerate() {
        numbers.entry(label).or_insert(number);
    }
    let mut builder = Builder::new(source, index, numbers, found);
    for (event, range) in events {
        builder.event(event, range);
    }
    let (nodes, footnotes) = builder.finish();
    RegulationText { nodes: outline::outline(nodes), footnotes, terms: Vec::new() }
}
