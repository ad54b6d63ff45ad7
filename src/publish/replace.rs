//! Writing one file in one step.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::PublishError;

/// Writes `text` to `path`, where nothing may be: into a hidden file beside it first, which is
/// then linked to its name, so that it is there as a whole or not at all.
///
/// # Errors
/// If there is a file at `path`, which stays as it was, or the system refuses.
pub fn create(path: &Path, text: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let beside = hidden(path);
    let written = fs::write(&beside, text).and_then(|()| fs::hard_link(&beside, path));
    let _ = fs::remove_file(&beside);
    written.map_err(PublishError::io(path))
}

/// Writes files, where nothing may be, with the folders around them: all or none.
///
/// # Errors
/// If one is there already or the system refuses. What was written before, and the folders that
/// were made for it, are then removed again.
pub fn create_all(files: &[(PathBuf, String)]) -> Result<(), PublishError> {
    let (mut folders, mut written) = (Vec::new(), Vec::new());
    let mut all = || {
        for (path, text) in files {
            let around: Vec<&Path> = path.ancestors().skip(1).take_while(|p| !p.exists()).collect();
            for folder in around.into_iter().rev().filter(|p| !p.as_os_str().is_empty()) {
                fs::create_dir(folder).map_err(PublishError::io(folder))?;
                folders.push(folder);
            }
            create(path, text)?;
            written.push(path);
        }
        Ok(())
    };
    let done = all();
    if done.is_err() {
        // What cannot be removed either is named by the next run.
        for path in written {
            let _ = fs::remove_file(path);
        }
        for folder in folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
    done
}

/// Adds `bytes` to the end of the file at `path`, which holds `before` bytes; 0 if it may be
/// absent. The bytes are on the disk when this returns.
///
/// # Errors
/// If the file has another length, since somebody else has added to it, or the system refuses.
/// What was written is then cut off again as far as the system allows.
pub fn append(path: &Path, before: u64, bytes: &[u8]) -> Result<(), PublishError> {
    let add = || {
        let mut file = File::options().create(before == 0).append(true).open(path)?;
        if file.metadata()?.len() != before {
            return Err(io::Error::other("the file has grown meanwhile"));
        }
        let added = file.write_all(bytes).and_then(|()| file.sync_all());
        if added.is_err() {
            let _ = file.set_len(before);
        }
        added
    };
    add().map_err(PublishError::io(path))
}

/// The hidden file in which that at `path` is made.
fn hidden(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.new"))
}

/// Writes `content` to `path`: into a hidden file beside it first, which then takes its place.
///
/// # Errors
/// If the system refuses; what stood at `path` is then as it was.
pub fn replace(path: &Path, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let beside = hidden(path);
    let written = fs::write(&beside, content).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What cannot be removed is overwritten by the next build, and hidden until then.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(PublishError::io(path))
}
