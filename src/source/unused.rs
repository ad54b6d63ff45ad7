//! Files that nobody reads where they lie.

use super::spreadsheet::ENDINGS;
use crate::diagnostics::{Diagnostic, Place};

/// Endings of documents that `reglament import` turns into editions or, of old ones, says how.
const DOCUMENTS: [&str; 8] = ["docx", "odt", "doc", "rtf", "pdf", "html", "htm", "txt"];

/// A warning about the file or folder at `path`, which has no effect: what is probably meant by it
/// depends on its ending.
pub(super) fn unused(path: &str) -> Diagnostic {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    // A table of the old format has to be saved anew.
    let ending = if ending == "xls" { "xlsx" } else { ending };
    let kind = match ending {
        _ if ENDINGS.contains(&ending) => "table",
        _ if DOCUMENTS.contains(&ending) => "document",
        _ => "other",
    };
    let unused = Diagnostic::warning("file-unused", Place::file(path)).with("kind", kind);
    unused.with("path", path).with("ending", ending)
}
