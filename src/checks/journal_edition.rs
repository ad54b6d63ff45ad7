//! `journal-edition`: the journal tells of an edition that the school does not have.

use std::collections::BTreeSet;

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::journal::{Entry, EntryKind};

/// Each edition is reported once, with its last entry. One that was withdrawn may be gone.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let journal = &subject.school.journal;
    let mut seen = BTreeSet::new();
    for entry in journal.entries().iter().rev().filter(|_| journal.is_sound()) {
        let record = &entry.record;
        let last = seen.insert((record.regulation.as_str(), record.edition));
        let withdrawn = matches!(record.kind, EntryKind::Withdrawn(_));
        if last && !withdrawn && !is_there(subject, entry) {
            let gone = Diagnostic::warning("journal-edition", journal.place(entry));
            let gone = gone.with("regulation", record.regulation.as_str());
            found.push(gone.with("date", record.edition.to_string()));
        }
    }
}

fn is_there(subject: &Subject<'_>, entry: &Entry) -> bool {
    let regulations = &subject.school.regulations;
    let own = regulations.iter().filter(|regulation| regulation.id == entry.record.regulation);
    own.flat_map(|regulation| &regulation.editions)
        .any(|edition| edition.approval.date == entry.record.edition)
}
