//! What editions and drafts have in common: titles, the text, what it changes, what is accepted.

use std::sync::Arc;

use jiff::civil::Date;

use super::fields::{self, Fields};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::annotation;
use crate::model::audience::Audience;
use crate::model::markdown;
use crate::model::regulation::{Acceptance, Erratum, Written};
use crate::model::text::RegulationText;
use crate::source::yaml::Node;
use crate::source::{Document, EditionSource};

/// The common keys of the front matter.
pub(super) struct Wording {
    pub(super) title: Option<String>,
    pub(super) short_title: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) affects: Audience,
    pub(super) accepted: Vec<Acceptance>,
}

/// Takes the common keys.
pub(super) fn wording(fields: &mut Fields<'_, '_>) -> Wording {
    let document = fields.document;
    let title = fields.text("title");
    let short_title = fields.optional_text("short_title").or_else(|| title.clone());
    let summary = fields.optional_text("summary");
    let affects = fields.take("affects");
    let affects = affects.and_then(|n| fields::audience(document, n, fields.found));
    let mut accepted = Vec::new();
    for node in fields.list("accepted") {
        accepted.extend(acceptance(document, node, fields.found));
    }
    Wording { title, short_title, summary, affects: affects.unwrap_or_default(), accepted }
}

/// The text behind the front matter; that there is none is a finding.
pub(super) fn text(source: &EditionSource, found: &mut Diagnostics) -> RegulationText {
    let mut text = markdown::parse(&source.body, &source.body_index(), found);
    if text.nodes.is_empty() {
        let place = Place::file(source.front.path.clone());
        found.push(Diagnostic::error("edition-without-text", place));
    }
    annotation::annotate(&mut text);
    text
}

/// The source of the text.
pub(super) fn written(source: &EditionSource) -> Written {
    Written {
        path: Arc::clone(&source.front.path),
        body: Arc::clone(&source.body),
        first_line: source.body_line,
    }
}

/// `{finding, at, reason}`.
fn acceptance(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Acceptance> {
    let mut fields = Fields::new(document, node, found)?;
    let finding = fields.text("finding");
    let at = fields.optional_text("at");
    let reason = fields.text("reason");
    fields.finish();
    Some(Acceptance { finding: finding?, at, reason: reason?, place: document.place(node) })
}

/// `{date, at, was, now, reason}`, by date; `approved` is the date of approval of the edition.
pub(super) fn errata(fields: &mut Fields<'_, '_>, approved: Option<Date>) -> Vec<Erratum> {
    let document = fields.document;
    let mut errata = Vec::new();
    for node in fields.list("errata") {
        errata.extend(erratum(document, node, approved, fields.found));
    }
    errata.sort_by_key(|erratum: &Erratum| erratum.date);
    errata
}

fn erratum(
    document: &Document,
    node: &Node,
    approved: Option<Date>,
    found: &mut Diagnostics,
) -> Option<Erratum> {
    let mut fields = Fields::new(document, node, found)?;
    let dated = fields.require("date");
    let date = dated.and_then(|node| fields::date(document, node, fields.found));
    if let (Some(node), Some(date), Some(approved)) = (dated, date, approved)
        && date < approved
    {
        let early = Diagnostic::error("erratum-early", document.place(node));
        fields.found.push(early.with("approved", approved.to_string()));
    }
    let at = fields.text("at");
    let was = fields.text("was");
    let now = fields.text("now");
    let reason = fields.optional_text("reason");
    fields.finish();
    Some(Erratum { date: date?, at: at?, was: was?, now: now?, reason })
}
