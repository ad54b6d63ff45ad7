//! The status of an edition in words, and the sign that repeats them.

use super::{EditionStatus, SOON_DAYS};
use crate::language::dates::long;
use crate::language::{Arg, Catalogue};
use crate::model::status::{Posted, Posting, Validity, Witness};

/// Signs: in time, late, soon, overdue, nothing to say.
const SIGNS: [&str; 5] = ["●", "◆", "▲", "■", "○"];

/// The sign of a posting on the day of the status.
#[must_use]
pub const fn sign(posting: Posting) -> &'static str {
    match posting {
        Posting::Posted(Posted { late: 0, .. }) => SIGNS[0],
        Posting::Posted(_) => SIGNS[1],
        Posting::Running(0..=SOON_DAYS) => SIGNS[2],
        Posting::Overdue(_) => SIGNS[3],
        Posting::Running(_) | Posting::Unrecorded | Posting::Withdrawn(_) => SIGNS[4],
    }
}

/// The sign of a posting as long as nothing is recorded: a term that runs today is soon over.
#[must_use]
pub const fn lasting_sign(posting: Posting) -> &'static str {
    match posting {
        Posting::Running(_) => SIGNS[4],
        other => sign(other),
    }
}

/// «3-й день из 10», «в день утверждения», «с опозданием на 2 дня».
#[must_use]
pub fn note(catalogue: &Catalogue, posted: Posted, term: u32) -> String {
    if posted.late > 0 {
        let key = if posted.beyond_law { "standing-note-unlawful" } else { "standing-note-late" };
        return catalogue.format(key, &[("days", posted.late.into())]);
    }
    let kind = if posted.day == 0 { "first" } else { "day" };
    // Texts: a number would be asked for its plural form.
    let args = [
        ("kind", Arg::from(kind)),
        ("day", posted.day.to_string().into()),
        ("of", term.to_string().into()),
    ];
    catalogue.format("standing-note", &args)
}

/// The posting in words with dates only, which no passing of time makes wrong.
#[must_use]
pub fn lasting(catalogue: &Catalogue, edition: &EditionStatus) -> String {
    let on = |date| Arg::from(long(catalogue, date));
    match edition.status.posting {
        Posting::Running(_) => catalogue.format("standing-approved", &[("due", on(edition.due))]),
        Posting::Overdue(_) => catalogue.format("standing-overdue", &[("due", on(edition.due))]),
        Posting::Unrecorded => catalogue.text("standing-unrecorded").to_owned(),
        Posting::Withdrawn(date) => catalogue.format("standing-withdrawn", &[("date", on(date))]),
        Posting::Posted(posted) => {
            let told = posted.witness == Witness::School;
            let key = if told { "standing-told" } else { "standing-posted" };
            let note = note(catalogue, posted, edition.term);
            catalogue.format(key, &[("date", on(posted.date)), ("note", note.into())])
        }
    }
}

/// The posting in words as of the day of the status.
#[must_use]
pub fn now(catalogue: &Catalogue, edition: &EditionStatus) -> String {
    let days = |key: &str, days: u32| catalogue.format(key, &[("days", days.into())]);
    match edition.status.posting {
        Posting::Running(0) => catalogue.text("standing-now-last").to_owned(),
        Posting::Running(left) => days("standing-now-approved", left),
        Posting::Overdue(late) if edition.beyond_law => days("standing-now-unlawful", late),
        Posting::Overdue(late) => days("standing-now-overdue", late),
        Posting::Unrecorded | Posting::Withdrawn(_) => lasting(catalogue, edition),
        Posting::Posted(posted) => {
            let key = match (posted.witness, posted.late) {
                (Witness::Journal(_), 0) => "standing-now-posted",
                (Witness::Journal(_), _) => "standing-now-late",
                (Witness::School, 0) => "standing-now-told",
                (Witness::School, _) => "standing-now-told-late",
            };
            let date = long(catalogue, posted.date);
            let note = note(catalogue, posted, edition.term);
            catalogue.format(key, &[("date", date.into()), ("note", note.into())])
        }
    }
}

/// The force in words as of the day of the status.
#[must_use]
pub fn force(catalogue: &Catalogue, validity: Validity) -> String {
    let key = format!("force-{}", validity.id());
    let on = |date| ("date", Arg::from(long(catalogue, date)));
    match validity {
        Validity::Upcoming(date) | Validity::Expired(date) | Validity::Replaced(date) => {
            catalogue.format(&key, &[on(date)])
        }
        Validity::ToRevise { last, left } => {
            catalogue.format(&key, &[on(last), ("days", left.into())])
        }
        Validity::InForce | Validity::Never => catalogue.text(&key).to_owned(),
    }
}
