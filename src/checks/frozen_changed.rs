//! `frozen-changed`: an approved text reads otherwise than approved.

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::frozen::{Change, changes, excerpts};
use crate::model::passages::{Passage, passages};
use crate::model::regulation::Edition;

pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    for edition in subject.school.regulations.iter().flat_map(|act| &act.editions) {
        let Some(approved) = &edition.frozen else { continue };
        let passages = passages(&edition.text);
        let changes = changes(approved, &passages);
        for change in &changes {
            found.push(finding(edition, &passages, change, changes.len()));
        }
    }
}

fn finding(
    edition: &Edition,
    passages: &[Passage<'_>],
    change: &Change,
    count: usize,
) -> Diagnostic {
    let (was, now) = match (&change.was, &change.now) {
        (Some(was), Some(now)) => excerpts(was, now),
        (was, now) => (was.clone().unwrap_or_default(), now.clone().unwrap_or_default()),
    };
    let kind = match (&change.was, &change.now) {
        (None, _) => "added",
        (_, None) => "removed",
        _ => "changed",
    };
    let changed = Diagnostic::error("frozen-changed", place(edition, passages, change));
    let changed = changed.with("kind", kind).with("was", short(&was)).with("now", short(&now));
    let changed = changed.with("approved", edition.approval.date.to_string());
    changed.with("count", count)
}

/// The passage; of a removed one, what follows it, else the file.
fn place(edition: &Edition, passages: &[Passage<'_>], change: &Change) -> Place {
    match passages.get(change.passage) {
        Some(passage) => edition.written.nth(passage.line, "", 0),
        None => Place::file(edition.written.path.clone()),
    }
}

/// Longest words shown in a finding, in characters.
const LONGEST: usize = 120;

/// `text`, cut if it is long.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
