//! The folder in which a site grows before it is published.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::lock::{self, Lock};
use super::manifest::{self, Entry};
use super::tree::{read, relative, remove};
use super::{PublishError, swap};
use crate::outputs::Artifact;

/// Most foreign files that an error names.
const MOST_NAMED: usize = 5;

/// A site that is being written beside its output folder.
#[derive(Debug)]
pub struct Staging {
    output: PathBuf,
    folder: PathBuf,
    written: Mutex<Written>,
    /// Held until the end: one build at a time.
    _lock: Lock,
}

/// What has been written so far.
#[derive(Debug, Default)]
struct Written {
    entries: BTreeMap<String, Entry>,
    folders: BTreeSet<String>,
}

/// A site that has been published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Number of files, the manifest included.
    pub files: usize,
    /// Bytes of all files without the manifest.
    pub bytes: u64,
}

impl Staging {
    /// Begins a site for the folder `output`, whose parent is made if it is absent.
    ///
    /// # Errors
    /// If the output holds foreign files, another build is at work, or the parent cannot be
    /// written to.
    pub fn begin(output: &Path) -> Result<Self, PublishError> {
        let output = real(output).map_err(PublishError::io(output))?;
        let parent = output.parent().unwrap_or(&output).to_owned();
        let name = output.file_name().map(|n| n.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| "site".to_owned());
        fs::create_dir_all(&parent).map_err(PublishError::io(&parent))?;
        let lock = lock::acquire(&parent.join(format!(".{name}.lock")))?;
        let folder = parent.join(format!(".{name}.staging"));
        swap::resume(&folder, &output)?;
        refuse_foreign(&output)?;
        remove(&folder)?;
        fs::create_dir(&folder).map_err(PublishError::io(&folder))?;
        Ok(Self { output, folder, written: Mutex::default(), _lock: lock })
    }

    /// Writes files. May be called from several threads at once.
    ///
    /// # Errors
    /// If a path was written before, or the system refuses.
    pub fn write(&self, artifacts: &[Artifact]) -> Result<(), PublishError> {
        for artifact in artifacts {
            self.make_folder(&artifact.path)?;
            let path = self.folder.join(&artifact.path);
            fs::write(&path, &artifact.bytes).map_err(PublishError::io(&path))?;
            let sha256 = Sha256::digest(&artifact.bytes).into();
            let entry = Entry { size: artifact.bytes.len() as u64, sha256 };
            if self.written().entries.insert(artifact.path.clone(), entry).is_some() {
                return Err(PublishError::Twice(artifact.path.clone()));
            }
        }
        Ok(())
    }

    /// The file at `path` of the site that is to be replaced, if it has one.
    #[must_use]
    pub fn replaced(&self, path: &str) -> Option<Vec<u8>> {
        read(&self.output, path)
    }

    /// Writes the manifest and puts the site in the place of the output folder.
    ///
    /// # Errors
    /// If the system refuses; the output is then as it was, or, where folders cannot be
    /// exchanged, the next build finishes what is left.
    pub fn finish(self) -> Result<Published, PublishError> {
        let written = std::mem::take(&mut *self.written());
        let path = self.folder.join(manifest::NAME);
        let json = manifest::to_json(&written.entries);
        let json = json.map_err(|error| PublishError::io(&path)(io::Error::other(error)))?;
        fs::write(&path, json).map_err(PublishError::io(&path))?;
        swap::publish(&self.folder, &self.output)?;
        let bytes = written.entries.values().map(|entry| entry.size).sum();
        Ok(Published { files: written.entries.len() + 1, bytes })
    }

    /// Makes the folder in which `path` stands.
    fn make_folder(&self, path: &str) -> Result<(), PublishError> {
        let Some((folder, _)) = path.rsplit_once('/') else { return Ok(()) };
        if self.written().folders.contains(folder) {
            return Ok(());
        }
        let full = self.folder.join(folder);
        fs::create_dir_all(&full).map_err(PublishError::io(&full))?;
        self.written().folders.insert(folder.to_owned());
        Ok(())
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        // A thread that panicked left whole entries behind.
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A site that was not finished leaves nothing behind.
impl Drop for Staging {
    fn drop(&mut self) {
        if !swap::is_pending(&self.folder) {
            // What cannot be removed now is removed by the next build.
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// The folder that `output` means. Where it is a link, as web servers like to have it, the site
/// goes into the folder behind the link, and the link stays.
///
/// # Errors
/// If it is a link to nowhere, or the system refuses.
pub fn real(output: &Path) -> io::Result<PathBuf> {
    if fs::symlink_metadata(output).is_ok() {
        fs::canonicalize(output)
    } else {
        std::path::absolute(output)
    }
}

/// Refuses an output folder with files that are not in its manifest.
fn refuse_foreign(output: &Path) -> Result<(), PublishError> {
    if fs::symlink_metadata(output).is_err() {
        return Ok(());
    }
    let known = fs::read(output.join(manifest::NAME)).ok();
    let known = known.and_then(|bytes| manifest::paths(&bytes)).unwrap_or_default();
    let known: BTreeSet<String> = known.into_iter().collect();
    let mut foreign = Vec::new();
    for entry in WalkDir::new(output).sort_by_file_name() {
        let entry = entry.map_err(|error| PublishError::io(output)(error.into()))?;
        if entry.depth() == 0 && entry.file_type().is_dir() || entry.file_type().is_dir() {
            continue;
        }
        let path = relative(output, entry.path());
        let ours = path == manifest::NAME && !known.is_empty();
        if !ours && !known.contains(&path) {
            foreign.push(path);
        }
        if foreign.len() == MOST_NAMED {
            break;
        }
    }
    if foreign.is_empty() {
        return Ok(());
    }
    Err(PublishError::Foreign { output: output.to_owned(), files: foreign })
}
