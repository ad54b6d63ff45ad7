//! `manifest.json`: every file of the site with its size and SHA-256.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Name of the manifest in the output folder.
pub const NAME: &str = "manifest.json";
/// Value of `format` in the manifest.
const FORMAT: &str = "reglament-manifest/1";

/// What the manifest says of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the content.
    pub sha256: [u8; 32],
}

/// A manifest as it stands in the file.
#[derive(Serialize, Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    format: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    files: Vec<Line<'a>>,
}

/// One file's line.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    path: std::borrow::Cow<'a, str>,
    size: u64,
    sha256: String,
}

/// The manifest of `entries`, in the order of their paths.
///
/// # Errors
/// Never in practice: strings and numbers only.
pub fn to_json(entries: &BTreeMap<String, Entry>) -> serde_json::Result<Vec<u8>> {
    let files = entries.iter().map(|(path, entry)| Line {
        path: path.into(),
        size: entry.size,
        sha256: crate::model::passages::hex(&entry.sha256),
    });
    let mut bytes = serde_json::to_vec(&File { format: FORMAT.into(), files: files.collect() })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The paths that a manifest names; `None` if `bytes` is no manifest of ours.
#[must_use]
pub fn paths(bytes: &[u8]) -> Option<Vec<String>> {
    let file: File<'_> = serde_json::from_slice(bytes).ok()?;
    (file.format == FORMAT).then(|| file.files.into_iter().map(|f| f.path.into_owned()).collect())
}

/// The files that a manifest names, by path; `None` if `bytes` is no manifest of ours.
#[must_use]
pub fn entries(bytes: &[u8]) -> Option<BTreeMap<String, Entry>> {
    let file: File<'_> = serde_json::from_slice(bytes).ok()?;
    let entry = |line: &Line<'_>| Some(Entry { size: line.size, sha256: unhex(&line.sha256)? });
    let entries = file.files.iter().map(|line| Some((line.path.to_string(), entry(line)?)));
    entries.collect::<Option<_>>().filter(|_| file.format == FORMAT)
}

/// 64 hexadecimal digits as 32 bytes.
fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}
