//! Whether the text of an edition is the one that was posted.

use super::{Entry, EntryKind, Journal};
use crate::model::passages::{passages, sha256};
use crate::model::regulation::{Edition, Erratum};

/// How the text of an edition stands to the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Frozen<'a> {
    /// It was never posted and may still be changed.
    Free,
    /// It is the one that was posted last.
    Same,
    /// It is another one, and these errata of the front matter are not in the journal: a
    /// correction to be posted.
    ToCorrect(&'a [Erratum]),
    /// It is another one than this entry posted, and nothing says why.
    Changed(&'a Entry),
}

/// How the text of `edition` of the regulation with the id `regulation` stands.
///
/// Each entry says how many errata the front matter had: those behind them are to be posted.
#[must_use]
pub fn frozen<'a>(journal: &'a Journal, regulation: &str, edition: &'a Edition) -> Frozen<'a> {
    let approved = edition.approval.date;
    let stated =
        |entry: &&Entry| matches!(entry.record.kind, EntryKind::Posted | EntryKind::Corrected(_));
    let entries = journal.entries.iter().filter(|entry| entry.record.is_of(regulation, approved));
    let Some(posted) = entries.clone().rfind(stated) else { return Frozen::Free };
    if sha256(&passages(&edition.text)) == posted.record.text_sha256 {
        return Frozen::Same;
    }
    let told = entries.map(|entry| entry.record.errata).max().unwrap_or_default();
    match edition.errata.get(told..) {
        Some(new) if !new.is_empty() => Frozen::ToCorrect(new),
        _ => Frozen::Changed(posted),
    }
}
