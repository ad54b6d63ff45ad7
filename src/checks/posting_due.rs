//! `posting-due`, `posting-unrecorded`: an edition that is not on the site yet.
//!
//! Silence while more than a week of the term is left, then a note, a warning in the last days,
//! an error when the term has ended. What is replaced or has expired is left alone: it is too
//! late for it. Nor does lateness keep a site from being built: that would make it later.

use super::{Purpose, Subject};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::regulation::Edition;
use crate::model::status::{Posting, status};

/// Days left with which the school is told.
const NOTED: u32 = 7;

/// Days left with which it is warned.
const WARNED: u32 = 3;

/// A broken journal is a mistake of its own: what it does not tell is not known.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let Subject { school, calendar, today, .. } = *subject;
    for regulation in school.regulations.iter().filter(|_| school.journal.is_sound()) {
        for (index, edition) in regulation.editions.iter().enumerate() {
            let status = status(school, regulation, index, today, calendar);
            if status.validity.is_open() {
                found.extend(finding(subject, edition, status.posting));
            }
        }
    }
}

fn finding(subject: &Subject<'_>, edition: &Edition, posting: Posting) -> Option<Diagnostic> {
    let place = edition.place.clone();
    let (finding, days) = match posting {
        Posting::Running(left) if left <= WARNED => {
            (Diagnostic::warning("posting-due", place), left)
        }
        Posting::Running(left) if left <= NOTED => (Diagnostic::note("posting-due", place), left),
        Posting::Overdue(days) if subject.purpose == Purpose::Build => {
            (Diagnostic::warning("posting-due", place), days)
        }
        Posting::Overdue(days) => (Diagnostic::error("posting-due", place), days),
        Posting::Unrecorded => (Diagnostic::note("posting-unrecorded", place), 0),
        Posting::Running(_) | Posting::Posted(_) | Posting::Withdrawn(_) => return None,
    };
    let state = match posting {
        Posting::Overdue(_) if subject.today > edition.due.law => "unlawful",
        Posting::Overdue(_) => "late",
        Posting::Running(0) => "last",
        _ => "left",
    };
    let finding = finding.with("state", state).with("days", days);
    let (due, law) = (edition.due.local.to_string(), edition.due.law.to_string());
    Some(finding.with("due", due).with("law", law))
}
