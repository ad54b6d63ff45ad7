//! Web pages: saved from Word, Google Docs or `LibreOffice`, or written by hand.

mod inventory;
mod list;
mod notes;
mod paragraph;
mod style;
mod table;
mod tokens;
mod tree;
mod walk;

use crate::diagnostics::Diagnostic;
use crate::source::encoding;

use super::super::document::{Extract, Flow, Origin, Repair};
use super::{refusal, too_large};
use style::Sheet;
use walk::Walk;

/// Largest page, in bytes: Word writes some 20 kB for a page of text.
const LARGEST: usize = 16 << 20;
/// How many bytes are searched for the name of the encoding.
const HEAD: usize = 4096;

/// Whether the bytes are a web page: they begin with a tag that only pages have.
pub(super) fn is_html(bytes: &[u8]) -> bool {
    let head = head(bytes);
    let head = head.trim_start().trim_start_matches('\u{feff}').trim_start();
    let begins = ["<!doctype html", "<html", "<head", "<body", "<!--", "<meta", "<?xml"];
    begins.iter().any(|tag| head.starts_with(tag))
        && (head.contains("<html") || !head.starts_with("<?xml"))
}

/// The first bytes in small letters, without the zeros that UTF-16 has.
fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let ascii = head.iter().filter(|b| b.is_ascii() && **b != 0);
    ascii.map(|b| char::from(b.to_ascii_lowercase())).collect()
}

/// Reads a page. Refused: larger than 16 MiB, elements nested deeper than 400.
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<Extract, Box<Diagnostic>> {
    if bytes.len() > LARGEST {
        return Err(too_large(path, LARGEST).into());
    }
    let decoded = match label(&head(bytes)) {
        Some(label) => encoding::decode_labelled(bytes, &label),
        None => encoding::decode(bytes),
    };
    let decoded = decoded.ok_or_else(|| refusal("import-unknown-format", path))?;
    let tokens = tokens::tokens(&decoded.text);
    let sheet = Sheet::new(&tokens);
    let pairs = notes::pairs(&tokens);
    let tree = tree::tree(&tokens).ok_or_else(|| too_deep(path))?;
    let mut walk = Walk::new(&tree, &sheet, &pairs);
    walk.all();
    let mut repairs: Vec<Repair> = decoded.mended.iter().map(super::text::repair).collect();
    repairs.append(&mut walk.repairs);
    let inventory = vec![inventory::words(&tokens, &pairs)];
    let Walk { blocks, notes, omitted, .. } = walk;
    Ok(Extract { blocks, notes, flow: Flow::Paragraphs, repairs, omitted, inventory })
}

fn too_deep(path: &str) -> Diagnostic {
    refusal("import-too-deep", path).with("limit", tree::DEEPEST as u64)
}

/// The encoding that a page names: `<meta charset=…>` or in the content type.
fn label(head: &str) -> Option<String> {
    let after = head.split("charset").nth(1)?.trim_start().strip_prefix('=')?;
    let name = after.trim_start().trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c))?;
    name.get(..end).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Where the paragraph with this number stands.
fn origin(number: u32) -> Origin {
    Origin { page: 0, line: number }
}
