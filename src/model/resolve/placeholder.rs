//! What is still to be filled in, wherever it is marked: in values, comments and texts.

use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex};
use crate::language::placeholder::{NOWHERE, is_marked, marks};
use crate::source::{Document, EditionSource};

/// Reports the marks in a document, and addresses that lead nowhere.
pub(super) fn in_document(document: &Document, found: &mut Diagnostics) {
    report(&document.text, &document.index(), found);
}

/// Reports the marks in front matter and text.
pub(super) fn in_edition(edition: &EditionSource, found: &mut Diagnostics) {
    in_document(&edition.front, found);
    report(&edition.body, &edition.body_index(), found);
}

fn report(text: &str, index: &LineIndex<'_>, found: &mut Diagnostics) {
    for range in marks(text) {
        let inner = text.get(range.clone()).and_then(|mark| mark.split_once(':'));
        let what = inner.map_or("", |(_, what)| what).trim_end_matches([']', '\\']).trim();
        let left = Diagnostic::warning("placeholder-left", index.bytes(range));
        found.push(left.with("what", what));
    }
    for (at, host) in text.match_indices(NOWHERE) {
        // The mark behind it tells of it already.
        let rest = text.get(at..).and_then(|rest| rest.lines().next());
        if !rest.is_some_and(is_marked) {
            let place = index.bytes(at..at + host.len());
            found.push(Diagnostic::warning("placeholder-left", place).with("what", host));
        }
    }
}
