//! Readers: from the bytes of a file to an [`Extract`], without understanding what it says.
//!
//! The reader is chosen by what the file is, not by its name.

mod docx;
mod numerals;
mod symbols;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::import::document::Extract;
use crate::source::archive::Archive;

/// How files of Office up to 2003 begin, and encrypted ones of all versions.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Reads the file at `path` of these bytes. What is wrong or doubtful goes to `found`; `None` if
/// the file cannot be read, with an error that says why.
pub fn read(path: &str, bytes: &[u8], found: &mut Diagnostics) -> Option<Extract> {
    let place = Place::file(path);
    let refused = match bytes {
        _ if bytes.starts_with(b"PK") => return read_archive(bytes, place, found),
        _ if bytes.starts_with(COMPOUND) && is_encrypted(bytes) => "archive-encrypted",
        _ if bytes.starts_with(COMPOUND) => "document-doc",
        _ if bytes.starts_with(b"{\\rtf") => "document-rtf",
        _ => "document-kind",
    };
    found.push(Diagnostic::error(refused, place));
    None
}

/// Reads a document that is an archive.
fn read_archive(bytes: &[u8], place: Place, found: &mut Diagnostics) -> Option<Extract> {
    match Archive::open(bytes) {
        Ok(archive) => docx::read(archive, place, found),
        Err(fault) => {
            found.push(fault.diagnostic(place));
            None
        }
    }
}

/// Whether a compound file is an encrypted document: it has a stream of this name.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
