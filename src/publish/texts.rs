//! Texts that the program writes anew as often as it is asked: schemas, pages of a manual.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;
use super::replace::replace;

/// Writes `files`, names and texts, into `folder`, which is made if it is not there; the result
/// are their paths. Files that say `mark` are ours and replaced.
///
/// # Errors
/// If a file stands in the place of one that does not say `mark`: then nothing is written; or if
/// the system refuses.
pub fn texts(
    folder: &Path,
    files: &[(String, String)],
    mark: &str,
) -> Result<Vec<PathBuf>, PublishError> {
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    for path in &paths {
        refuse_foreign(path, mark)?;
    }
    fs::create_dir_all(folder).map_err(PublishError::io(folder))?;
    for (path, (_, text)) in paths.iter().zip(files) {
        replace(path, text)?;
    }
    Ok(paths)
}

fn refuse_foreign(path: &Path, mark: &str) -> Result<(), PublishError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(PublishError::io(path)(error)),
    };
    if String::from_utf8_lossy(&bytes).contains(mark) {
        return Ok(());
    }
    Err(PublishError::NotOurs(path.to_owned()))
}
