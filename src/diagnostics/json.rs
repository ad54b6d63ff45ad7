//! Findings as data.

use serde::Serialize;

use super::{Diagnostics, Severity};
use crate::language::Catalogue;

/// The report: counts and findings.
#[derive(Serialize)]
struct Report<'a> {
    errors: usize,
    warnings: usize,
    findings: Vec<Finding<'a>>,
}

/// One finding; `line` and `column` are from 1 and absent where the whole file is meant, and in a
/// spreadsheet, where `cell` is given and, if the file has sheets, `sheet`.
#[derive(Serialize)]
struct Finding<'a> {
    id: &'a str,
    severity: &'a str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// Why the school accepts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<&'a str>,
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
}

/// One JSON object with all findings and a final line break.
#[must_use]
pub fn render(found: &Diagnostics, catalogue: &Catalogue) -> String {
    let findings = found.iter().map(|d| {
        let cell = d.place.cell.as_ref();
        let placed = d.place.line > 0 && cell.is_none();
        Finding {
            id: d.id,
            severity: d.severity.id(),
            message: d.message(catalogue),
            help: d.help(catalogue),
            accepted: d.accepted.as_deref(),
            path: &d.place.path,
            line: placed.then_some(d.place.line),
            column: placed.then_some(d.place.column),
            length: placed.then_some(d.place.length),
            sheet: cell.and_then(|cell| cell.sheet.as_deref()),
            cell: cell.map(|cell| cell.name.as_str()),
        }
    });
    let report = Report {
        errors: found.count(Severity::Error),
        warnings: found.count(Severity::Warning),
        findings: findings.collect(),
    };
    // Strings and numbers only: serialising them cannot fail.
    let mut out = serde_json::to_string_pretty(&report).unwrap_or_default();
    out.push('\n');
    out
}
