//! From a file's bytes to an [`Extract`]: what it is shows its content, then the ending of its name.

pub mod characters;
mod html;
mod pdf;
mod text;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::source::encoding;

use super::document::Extract;

/// Largest text file, in bytes.
const LARGEST_TEXT: usize = 8 << 20;

/// Reads the file `path`. What keeps it from being read goes to `found`, and then there is no
/// [`Extract`].
pub fn read(path: &str, bytes: &[u8], found: &mut Diagnostics) -> Option<Extract> {
    let is_html = html::is_html(bytes) || has_ending(path, &["html", "htm", "xhtml"]);
    if pdf::is_pdf(bytes) {
        return pdf::read(path, bytes, found).map_err(|finding| found.push(finding)).ok();
    }
    let extract = if is_html { html::read(path, bytes) } else { read_text(path, bytes) };
    extract.map_err(|finding| found.push(finding)).ok()
}

/// A finding about the whole file.
fn refusal(id: &'static str, path: &str) -> Diagnostic {
    Diagnostic::error(id, Place::file(path))
}

/// A file of more bytes than `limit`.
fn too_large(path: &str, limit: usize) -> Diagnostic {
    refusal("import-too-large", path).with("limit", (limit >> 20) as u64)
}

fn read_text(path: &str, bytes: &[u8]) -> Result<Extract, Diagnostic> {
    if bytes.len() > LARGEST_TEXT {
        return Err(too_large(path, LARGEST_TEXT));
    }
    let decoded = encoding::decode(bytes).ok_or_else(|| refusal("import-unknown-format", path))?;
    Ok(text::read(&decoded, has_ending(path, &["md", "markdown"])))
}

/// Whether the name of the file ends in one of these.
fn has_ending(path: &str, endings: &[&str]) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
