//! Writing one file in one step.

use std::convert::Infallible;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::PublishError;
use crate::source::Workspace;

/// Most hidden files beside one that runs may leave behind when they are killed.
const MOST_LEFT: usize = 16;

/// Writes `content` to `path`, where nothing may be: into a hidden file beside it first, which is
/// then linked to its name, so that it is there as a whole or not at all.
///
/// # Errors
/// If there is a file at `path`, which stays as it was, or the system refuses.
pub fn create(path: &Path, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let Ok(()) = create_checked(path, content, |_| Ok::<(), Infallible>(()))?;
    Ok(())
}

/// The same, if `check` finds the hidden file good; else nothing is at `path`, and the result is
/// what `check` said.
///
/// # Errors
/// Likewise.
pub fn create_checked<T, E>(
    path: &Path,
    content: impl AsRef<[u8]>,
    check: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<Result<T, E>, PublishError> {
    let content = content.as_ref();
    let beside = beside(path, content)?;
    let checked = check(&beside);
    let linked = match checked {
        Ok(_) => fs::hard_link(&beside, path).or_else(|error| unlinked(path, content, error)),
        Err(_) => Ok(()),
    };
    let _ = fs::remove_file(&beside);
    linked.map(|()| checked).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => PublishError::Exists(vec![path.to_owned()]),
        _ => PublishError::io(path)(error),
    })
}

/// Writes `content` to `path`, where nothing may be, on file systems without links (FAT, some
/// network folders): they refused with `error`.
fn unlinked(path: &Path, content: &[u8], error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return Err(error);
    }
    let mut file = File::create_new(path)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

/// Writes files, where nothing may be, with the folders around them: all or none, and none through
/// a link that leads out of the `workspace`.
///
/// # Errors
/// If some are there already, a link leads out, or the system refuses. What was written before, and
/// the folders that were made for it, are then removed again.
pub fn create_all(
    workspace: Option<&Workspace>,
    files: &[(PathBuf, String)],
) -> Result<(), PublishError> {
    let there = files.iter().map(|(path, _)| path);
    let there = there.filter(|path| fs::symlink_metadata(path).is_ok());
    let there: Vec<PathBuf> = there.cloned().collect();
    if !there.is_empty() {
        return Err(PublishError::Exists(there));
    }
    for (path, _) in files {
        workspace.map_or(Ok(()), |w| w.check_target(path)).map_err(PublishError::io(path))?;
    }
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

/// Writes the hidden file in which that at `path` is made. It is new: nothing is followed or
/// written over. One that an interrupted run has left gives way to the next name.
fn beside(path: &Path, content: &[u8]) -> Result<PathBuf, PublishError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for number in 1..=MOST_LEFT {
        let beside = path.with_file_name(format!(".{name}.new{number}"));
        let mut file = match File::create_new(&beside) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(PublishError::io(path)(error)),
        };
        if let Err(error) = file.write_all(content) {
            let _ = fs::remove_file(&beside);
            return Err(PublishError::io(path)(error));
        }
        return Ok(beside);
    }
    Err(PublishError::Left(path.with_file_name(format!(".{name}.new*"))))
}

/// Writes `content` to `path`: into a hidden file beside it first, which then takes its place.
///
/// # Errors
/// If the system refuses; what stood at `path` is then as it was.
pub fn replace(path: &Path, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let beside = beside(path, content.as_ref())?;
    fs::rename(&beside, path).map_err(|error| {
        let _ = fs::remove_file(&beside);
        PublishError::io(path)(error)
    })
}
