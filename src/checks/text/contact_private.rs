//! `contact-private`: a mobile number or a mailbox of a person. The finding does not repeat it.

use super::Act;
use super::contacts::strangers;
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    for (flow, contact) in strangers(act) {
        if contact.is_private() {
            let private = act.flow_place(flow, &contact.words);
            found.push(
                Diagnostic::warning("contact-private", private).with("kind", contact.kind.id()),
            );
        }
    }
}
