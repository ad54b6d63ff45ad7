//! Findings one a line, as compilers and editors know them.

use super::{Diagnostics, severity_key};
use crate::language::Catalogue;

/// `path:line:column: severity[id]: message` for each finding; the line is left out where the
/// whole file is meant, and in a spreadsheet sheet and cell stand in its place.
#[must_use]
pub fn render(found: &Diagnostics, catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for diagnostic in found.iter() {
        let place = &diagnostic.place;
        out.push_str(&place.path);
        if let Some(cell) = &place.cell {
            out.push_str(&format!(": {}", cell.label(catalogue)));
        } else if place.line > 0 {
            out.push_str(&format!(":{}:{}", place.line, place.column));
        }
        let severity = catalogue.text(severity_key(diagnostic.severity));
        let message = diagnostic.message(catalogue);
        out.push_str(&format!(": {severity}[{}]: {message}\n", diagnostic.id));
    }
    out
}
