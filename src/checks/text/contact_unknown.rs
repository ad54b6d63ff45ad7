//! `contact-unknown`: a phone or an address that the content does not give.

use super::Act;
use super::contacts::strangers;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for (flow, contact) in strangers(act) {
        if contact.is_private() {
            continue; // `contact-private` tells of it.
        }
        let place = act.flow_place(flow, &contact.words);
        let unknown = Diagnostic::warning("contact-unknown", place);
        found.push(unknown.with("kind", contact.kind.id()).with("contact", contact.words));
    }
}
