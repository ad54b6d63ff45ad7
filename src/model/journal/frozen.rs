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
    ToCorrect(Vec<&'a Erratum>),
    /// It is another one than this entry posted, and nothing says why.
    Changed(&'a Entry),
}

/// How the text of `edition` of the regulation with the id `regulation` stands.
///
/// An erratum is to be posted if it is dated on the day of the last posted text or later, and
/// there are more errata than corrections in the journal.
#[must_use]
pub fn frozen<'a>(journal: &'a Journal, regulation: &str, edition: &'a Edition) -> Frozen<'a> {
    let approved = edition.approval.date;
    let stated =
        |entry: &&Entry| matches!(entry.record.kind, EntryKind::Posted | EntryKind::Corrected(_));
    let last = journal.entries.iter().filter(|entry| entry.record.is_of(regulation, approved));
    let Some(last) = last.rev().find(stated) else { return Frozen::Free };
    if sha256(&passages(&edition.text)) == last.record.text_sha256 {
        return Frozen::Same;
    }
    let posted = last.record.at.date();
    let new: Vec<_> = edition.errata.iter().filter(|erratum| erratum.date >= posted).collect();
    let corrections = journal.corrections(regulation, approved).count();
    if new.is_empty() || edition.errata.len() <= corrections {
        Frozen::Changed(last)
    } else {
        Frozen::ToCorrect(new)
    }
}
