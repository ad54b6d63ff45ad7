//! What should be published.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::site::{Site, Trouble};
use crate::publish::manifest::{self, Entry};

/// The files that should be published.
#[derive(Debug, Clone)]
pub struct Reference {
    entries: BTreeMap<String, Entry>,
    /// The folder with the files themselves, if there is one.
    folder: Option<PathBuf>,
}

/// Why there is nothing to compare with.
#[derive(Debug)]
pub enum ReferenceError {
    /// The built folder's manifest cannot be read.
    Open {
        /// Its path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The site's own manifest cannot be had.
    Site(Trouble),
    /// It is no manifest of ours.
    NoManifest,
}

impl Reference {
    /// The files of a built `folder`.
    ///
    /// # Errors
    /// If there is no manifest, or it cannot be read.
    pub fn folder(folder: &Path) -> Result<Self, ReferenceError> {
        let path = folder.join(manifest::NAME);
        let bytes = std::fs::read(&path).map_err(|source| ReferenceError::Open { path, source })?;
        let mut reference = Self::parsed(&bytes)?;
        reference.folder = Some(folder.to_owned());
        Ok(reference)
    }

    /// The files that the manifest of `site` itself names: they can be compared with what was
    /// published, not with what was to be published.
    ///
    /// # Errors
    /// If the site has no manifest.
    pub fn of_site(site: &Site) -> Result<Self, ReferenceError> {
        let got = site.get(manifest::NAME, None).map_err(ReferenceError::Site)?;
        Self::parsed(&got.bytes)
    }

    /// `bytes` as a manifest, which is among the files itself.
    fn parsed(bytes: &[u8]) -> Result<Self, ReferenceError> {
        let mut entries = manifest::entries(bytes).ok_or(ReferenceError::NoManifest)?;
        let own = Entry { size: bytes.len() as u64, sha256: Sha256::digest(bytes).into() };
        entries.insert(manifest::NAME.to_owned(), own);
        Ok(Self { entries, folder: None })
    }

    /// Paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Size of the file at `path`, in bytes.
    #[must_use]
    pub fn size(&self, path: &str) -> Option<u64> {
        self.entries.get(path).map(|entry| entry.size)
    }

    /// SHA-256 of the file at `path`.
    #[must_use]
    pub fn sha256(&self, path: &str) -> Option<[u8; 32]> {
        self.entries.get(path).map(|entry| entry.sha256)
    }

    /// Whether `bytes` are the file at `path`.
    #[must_use]
    pub fn is(&self, path: &str, bytes: &[u8]) -> bool {
        let entry = self.entries.get(path);
        entry.is_some_and(|entry| {
            entry.size == bytes.len() as u64 && entry.sha256[..] == Sha256::digest(bytes)[..]
        })
    }

    /// Whether the files themselves are at hand.
    #[must_use]
    pub fn has_files(&self) -> bool {
        self.folder.is_some()
    }

    /// The file at `path`, if the files themselves are at hand.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        let bytes = std::fs::read(self.folder.as_ref()?.join(path)).ok()?;
        self.is(path, &bytes).then_some(bytes)
    }
}
