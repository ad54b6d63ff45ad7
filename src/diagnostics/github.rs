//! Findings as workflow commands of GitHub Actions, which annotate the changed files.

use super::{Diagnostics, Severity};
use crate::language::Catalogue;

/// `::error file=…,line=…,col=…,title=…::message` for each finding.
#[must_use]
pub fn render(found: &Diagnostics, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for diagnostic in found.iter() {
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = &diagnostic.place;
        let mut text = diagnostic.message(catalogue);
        if let Some(cell) = &place.cell {
            text = format!("{}: {text}", cell.label(catalogue));
        }
        if let Some(help) = diagnostic.help(catalogue) {
            text.push('\n');
            text.push_str(&help);
        }
        out.push_str(&format!("::{command} file={}", property(&place.path)));
        // A spreadsheet has no lines that could be annotated.
        if place.line > 0 && place.cell.is_none() {
            let end = place.column + place.length.saturating_sub(1);
            let (line, column) = (place.line, place.column);
            out.push_str(&format!(",line={line},col={column},endColumn={end}"));
        }
        out.push_str(&format!(",title={}::{}\n", property(diagnostic.id), data(&text)));
    }
    out
}

/// Text of a command with its special characters escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value with its special characters escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
