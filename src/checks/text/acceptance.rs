//! `accepted-unused`: an acceptance in the front matter to which there is no finding.
//!
//! Also the place where acceptances are applied: an accepted finding is a note with the reason.

use std::cell::Cell;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::language::Catalogue;
use crate::language::near::nearest;
use crate::model::regulation::Acceptance;

/// `found` with what `accepted` accepts as notes, and findings for acceptances without use.
pub(super) fn apply(found: Diagnostics, accepted: &[Acceptance]) -> Diagnostics {
    let used: Vec<Cell<bool>> = accepted.iter().map(|_| Cell::new(false)).collect();
    let mut judged = found.map(|finding| {
        let hit = accepted.iter().zip(&used).find(|(acceptance, _)| accepts(acceptance, &finding));
        match hit {
            Some((acceptance, used)) => {
                used.set(true);
                finding.accept(&acceptance.reason)
            }
            None => finding,
        }
    });
    for (acceptance, _) in accepted.iter().zip(&used).filter(|(_, used)| !used.get()) {
        let unused = Diagnostic::warning("accepted-unused", acceptance.place.clone());
        let known = Catalogue::finding_keys();
        let near = nearest(&acceptance.finding, known.iter().copied());
        let near = near.filter(|_| !known.contains(&acceptance.finding.as_str()));
        judged.push(unused.near(near).with("finding", acceptance.finding.as_str()));
    }
    judged
}

fn accepts(acceptance: &Acceptance, finding: &Diagnostic) -> bool {
    let here = |at: &String| finding.place.text.contains(at.as_str());
    acceptance.finding == finding.id && acceptance.at.as_ref().is_none_or(here)
}
