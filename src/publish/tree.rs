//! Folders of files, as both staging and swapping see them.

use std::fs;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use super::PublishError;

/// The file at `path` of the site in `folder`, if it has one that can be read.
#[must_use]
pub fn read(folder: &Path, path: &str) -> Option<Vec<u8>> {
    fs::read(folder.join(path)).ok()
}

/// Removes a folder that may be absent.
pub(super) fn remove(folder: &Path) -> Result<(), PublishError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(PublishError::io(folder)(error))
        }
        _ => Ok(()),
    }
}

/// `path` from `folder`, with `/`; as it is if it is elsewhere.
#[must_use]
pub fn relative(folder: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let parts = inner.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

/// The files below `folder`, from it, with `/`; none if it is absent.
pub(super) fn files_of(folder: &Path) -> Result<Vec<String>, PublishError> {
    let mut files = Vec::new();
    if fs::symlink_metadata(folder).is_err() {
        return Ok(files);
    }
    for entry in WalkDir::new(folder) {
        let entry = entry.map_err(|error| PublishError::io(folder)(error.into()))?;
        if !entry.file_type().is_dir() {
            files.push(relative(folder, entry.path()));
        }
    }
    Ok(files)
}
