//! Readers: from a file's bytes to an [`Extract`], without understanding what it says.
//!
//! What a file is shows its content, then the ending of its name.

mod aside;
pub mod characters;
mod docx;
mod html;
mod numerals;
mod odt;
mod pdf;
mod pieces;
mod symbols;
mod text;

use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};
use crate::source::archive::{self, Archive, COMPOUND};
use crate::source::encoding;

use super::document::Extract;

/// Largest text file, in bytes: an act of 500 pages has as many.
const LARGEST_TEXT: usize = 2 << 20;
/// Stands for a character that could not be read.
const LOST: char = char::REPLACEMENT_CHARACTER;

/// Reads the file `path`. What is wrong or doubtful goes to `found`; what keeps it from being read
/// is an error there, and then there is no [`Extract`].
pub fn read(path: &str, bytes: &[u8], found: &mut Diagnostics) -> Option<Extract> {
    if bytes.len() > archive::LARGEST_FILE {
        found.push(too_large(path, archive::LARGEST_FILE));
        return None;
    }
    if bytes.starts_with(b"PK") {
        return read_archive(path, bytes, found);
    }
    let is_html = html::is_html(bytes) || has_ending(path, &["html", "htm", "xhtml"]);
    let extract = match () {
        () if pdf::is_pdf(bytes) => pdf::read(path, bytes, found),
        () if is_html => html::read(path, bytes),
        () => read_plain(path, bytes, found),
    };
    extract.map_err(|finding| found.push(*finding)).ok()
}

/// A finding about the whole file.
fn refusal(id: &'static str, path: &str) -> Diagnostic {
    Diagnostic::error(id, Place::file(path))
}

/// Reads a document that is an archive.
fn read_archive(path: &str, bytes: &[u8], found: &mut Diagnostics) -> Option<Extract> {
    let place = Place::file(path);
    let archive = Archive::open(bytes).map_err(|fault| fault.diagnostic(place.clone()));
    let archive = archive.map_err(|finding| found.push(finding)).ok()?;
    let is_odt = archive.names().any(|name| name == odt::CONTENT);
    let read = if is_odt { odt::read } else { docx::read };
    read(archive, &place, found).map(pieces::clean)
}

/// Reads a file that is no archive.
fn read_plain(
    path: &str,
    bytes: &[u8],
    found: &mut Diagnostics,
) -> Result<Extract, Box<Diagnostic>> {
    if bytes.starts_with(COMPOUND) {
        let id = if is_encrypted(bytes) { "archive-encrypted" } else { "document-doc" };
        return Err(refusal(id, path).into());
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(refusal("document-rtf", path).into());
    }
    read_text(path, bytes, found)
}

/// Whether a compound file is an encrypted document: it has a stream of this name.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// A file of more bytes than `limit`.
#[must_use]
pub fn too_large(path: &str, limit: usize) -> Diagnostic {
    refusal("import-too-large", path).with("limit", (limit >> 20) as u64)
}

fn read_text(
    path: &str,
    bytes: &[u8],
    found: &mut Diagnostics,
) -> Result<Extract, Box<Diagnostic>> {
    if bytes.len() > LARGEST_TEXT {
        return Err(too_large(path, LARGEST_TEXT).into());
    }
    let decoded = encoding::decode(bytes).ok_or_else(|| refusal("import-unknown-format", path))?;
    found.extend(lost(path, &decoded.text));
    Ok(text::read(&decoded, has_ending(path, &["md", "markdown"])))
}

/// A warning if bytes of a text could not be read as characters.
fn lost(path: &str, text: &str) -> Option<Diagnostic> {
    let at = text.find(LOST)?;
    let place = LineIndex::new(path.into(), text).bytes(at..at + LOST.len_utf8());
    let count = text.matches(LOST).count() as u64;
    Some(
        Diagnostic::warning("import-lost-characters", place)
            .with("count", count)
            .with("page", 0_u64),
    )
}

/// Whether the name of the file ends in one of these.
fn has_ending(path: &str, endings: &[&str]) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
