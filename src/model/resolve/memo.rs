//! Memos of information systems and of schools.

use super::fields::Fields;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::markdown;
use crate::model::memo::Memo;
use crate::source::EditionSource;

/// The memo in `source`: `title`, `lead` and the text; that there is no text is a finding.
pub(super) fn memo(source: &EditionSource, found: &mut Diagnostics) -> Option<Memo> {
    let document = &source.front;
    let text = markdown::parse(&source.body, &source.body_index(), found);
    let empty = text.nodes.is_empty();
    if empty {
        let place = Place::file(document.path.clone());
        found.push(Diagnostic::error("memo-without-text", place));
    }
    let mut fields = Fields::new(document, &document.root, found)?;
    let title = fields.text("title");
    let lead = fields.optional_text("lead");
    fields.finish();
    Some(Memo { title: title?, lead, text }).filter(|_| !empty)
}
