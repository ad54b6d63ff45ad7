//! What Typst says about a layout, as findings.

use std::sync::Arc;

use typst::diag::{Severity, SourceDiagnostic};
use typst::{World, WorldExt};

use super::world::Sheet;
use crate::diagnostics::{Diagnostic, LineIndex, Place};

/// Identifier of all findings about layouts.
const LAYOUT: &str = "print-layout";

/// The finding for what Typst said while it made `output` (a path in the output folder);
/// `folder` is the theme's folder from the workspace's root, `themes/default`.
pub(super) fn finding(
    said: &SourceDiagnostic,
    sheet: &Sheet,
    folder: &str,
    output: &str,
) -> Diagnostic {
    let place = place(said, sheet, folder);
    let mut detail = said.message.to_string();
    for hint in &said.hints {
        detail.push_str("; ");
        detail.push_str(&hint.v);
    }
    let finding = match said.severity {
        Severity::Error => Diagnostic::error(LAYOUT, place),
        Severity::Warning => Diagnostic::warning(LAYOUT, place),
    };
    finding.with("detail", detail).with("output", output)
}

/// The first place in a layout that is known: where it was said, else where it was called from.
fn place(said: &SourceDiagnostic, sheet: &Sheet, folder: &str) -> Place {
    let calls = said.trace.iter().map(|call| call.span.into());
    let spans = std::iter::once(said.span).chain(calls);
    for span in spans {
        let source = span.id().and_then(|id| sheet.source(id).ok());
        if let (Some(source), Some(range)) = (source, sheet.range(span)) {
            let id = source.id();
            let name = id.vpath().get_without_slash();
            let path: Arc<str> = format!("{folder}/print/{name}").into();
            return LineIndex::new(path, source.text()).bytes(range);
        }
    }
    let name = sheet.main().vpath().get_without_slash().to_owned();
    Place::file(format!("{folder}/print/{name}"))
}
