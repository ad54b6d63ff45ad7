//! Style sheet, script, fonts and icon under names that change with their content.
//!
//! A name with a content hash may be cached for ever. References between the files, `url(…)` in
//! style sheets, follow the names.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::outputs::Artifact;
use crate::source::theme::Theme;

/// Folder of the theme with files that are served as they are.
const SOURCE: &str = "static/";
/// Folder of the output that they go to.
const TARGET: &str = "assets/";
/// Digits of the hash in a name.
const HASH_DIGITS: usize = 10;

/// The static files of a theme with their names in the output.
#[derive(Debug, Clone, Default)]
pub(super) struct Assets {
    files: Vec<Artifact>,
    /// Path in the output by path within the theme's folder.
    paths: BTreeMap<String, String>,
}

impl Assets {
    /// Names and rewrites the static files of `theme`.
    pub(super) fn new(theme: &Theme) -> Self {
        let mut assets = Self::default();
        let is_sheet = |name: &str| name.rsplit_once('.').is_some_and(|(_, end)| end == "css");
        let (sheets, others): (Vec<_>, Vec<_>) =
            theme.folder(SOURCE).partition(|(name, _)| is_sheet(name));
        for (name, bytes) in others {
            assets.add(name, bytes.to_vec());
        }
        for (name, bytes) in sheets {
            let rewritten = assets.rewrite(bytes);
            assets.add(name, rewritten);
        }
        assets
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let path = format!("{TARGET}{}", hashed(name, &bytes));
        self.paths.insert(name.to_owned(), path.clone());
        self.files.push(Artifact::new(path, bytes));
    }

    /// A style sheet with the new names in its `url(…)`; bytes that are no text stay.
    fn rewrite(&self, bytes: &[u8]) -> Vec<u8> {
        let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
        let mut text = text.to_owned();
        for (name, path) in &self.paths {
            let target = path.strip_prefix(TARGET).unwrap_or(path);
            text = text.replace(&format!("url({name})"), &format!("url({target})"));
        }
        text.into_bytes()
    }

    /// Path in the output of the theme's file `name`; that name itself if there is none.
    pub(super) fn path<'a>(&'a self, name: &'a str) -> &'a str {
        self.paths.get(name).map_or(name, String::as_str)
    }

    /// All files.
    pub(super) fn files(&self) -> &[Artifact] {
        &self.files
    }
}

/// `site.css` as `site.0123456789.css`; text files, which people look for, keep their name.
fn hashed(name: &str, bytes: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((_, "txt")) | None => name.to_owned(),
        Some((stem, ending)) => format!("{stem}.{}.{ending}", content_hash(bytes)),
    }
}

fn content_hash(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut hash = String::with_capacity(HASH_DIGITS);
    for byte in digest.iter().take(HASH_DIGITS / 2) {
        hash.push_str(&format!("{byte:02x}"));
    }
    hash
}
