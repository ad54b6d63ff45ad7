//! `text-changed`, `erratum-unposted`: the text of an edition is not the one that was posted.
//!
//! A text is frozen with its posting. From a hash alone nothing can be shown of the difference:
//! the remedy says where the posted text is.

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::frozen::canonical;
use crate::model::journal::{Entry, Frozen, frozen};
use crate::model::passages::passages;
use crate::model::regulation::{Edition, Erratum};

/// Digits of a hash that are shown.
const SHOWN: usize = 12;

/// A broken journal is a mistake of its own: what it does not tell is not known.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let journal = &subject.school.journal;
    for regulation in subject.school.regulations.iter().filter(|_| journal.is_sound()) {
        for edition in &regulation.editions {
            match frozen(journal, &regulation.id, edition) {
                Frozen::Free | Frozen::Same => {}
                Frozen::ToCorrect(errata) => found.push(unposted(edition, errata)),
                // A text that differs from its lock is the finding `frozen-changed`.
                Frozen::Changed(_) if !is_locked_text(edition) => {}
                Frozen::Changed(posted) => found.push(changed(edition, posted)),
            }
        }
    }
}

/// Whether the text is the one in its lock; so it is without a lock.
fn is_locked_text(edition: &Edition) -> bool {
    let text = || canonical(&passages(&edition.text));
    edition.frozen.as_ref().is_none_or(|locked| **locked == text())
}

fn changed(edition: &Edition, posted: &Entry) -> Diagnostic {
    let record = &posted.record;
    let commit = record.commit.as_deref();
    let commit = commit.map(|commit| &commit[..commit.len().min(SHOWN)]);
    Diagnostic::error("text-changed", edition.place.clone())
        .with("date", record.at.date().to_string())
        .with("hash", &record.text_sha256[..SHOWN])
        .with("address", record.address.as_str())
        .with("path", &*edition.written.path)
        .with("commit", commit.unwrap_or("none"))
}

fn unposted(edition: &Edition, errata: &[Erratum]) -> Diagnostic {
    let first = errata.first().map_or("", |erratum| erratum.at.as_str());
    let unposted = Diagnostic::warning("erratum-unposted", edition.place.clone());
    unposted.with("count", errata.len()).with("at", first)
}
