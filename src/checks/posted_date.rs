//! `posted-date`: the date of an earlier posting cannot be right.

use super::Subject;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::regulation::{EarlierPosting, Edition};

/// The school's word is for the time before its journal: from then on the journal tells.
pub(super) fn check(subject: &Subject<'_>, found: &mut Diagnostics) {
    let editions = subject.school.regulations.iter().flat_map(|regulation| &regulation.editions);
    for edition in editions {
        found.extend(edition.posted.as_ref().and_then(|posted| doubt(subject, edition, posted)));
    }
}

fn doubt(subject: &Subject<'_>, edition: &Edition, posted: &EarlierPosting) -> Option<Diagnostic> {
    let approved = edition.approval.date;
    let since = subject.school.journal.since().filter(|since| *since <= posted.date);
    let place = posted.place.clone();
    let (doubt, why, limit) = if posted.date < approved {
        (Diagnostic::error("posted-date", place), "early", approved)
    } else if let Some(since) = since {
        (Diagnostic::error("posted-date", place), "journal", since)
    } else if posted.date > subject.today {
        // No error: the day of the run may have been set to one in the past.
        (Diagnostic::warning("posted-date", place), "future", subject.today)
    } else {
        return None;
    };
    let doubt = doubt.with("why", why).with("date", posted.date.to_string());
    Some(doubt.with("limit", limit.to_string()))
}
