//! One build at a time for an output folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::PublishError;

/// A lock file that is held; it is free again when the value is dropped, also after a crash.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Closed, and so unlocked, after the file has been removed.
    _file: File,
}

/// Takes the lock file at `path`.
///
/// # Errors
/// [`PublishError::Locked`] if another process has it; an I/O error with the path.
pub fn acquire(path: &Path) -> Result<Lock, PublishError> {
    loop {
        let options = File::options().create(true).truncate(false).write(true).open(path);
        let file = options.map_err(PublishError::io(path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(PublishError::Locked(path.to_owned())),
            Err(TryLockError::Error(error)) => return Err(PublishError::io(path)(error)),
        }
        // Whoever held the lock may have removed the file between opening and locking: then
        // ours is a file without a name, and another build could lock a new one.
        if is_at(&file, path).map_err(PublishError::io(path))? {
            return Ok(Lock { path: path.to_owned(), _file: file });
        }
    }
}

/// Removes the file while it is still locked.
impl Drop for Lock {
    fn drop(&mut self) {
        if cfg!(unix) {
            // A file that cannot be removed does no harm: the next build locks it again.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Whether `file` is the one that stands at `path`.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let ours = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((ours.dev(), ours.ino()) == (there.dev(), there.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere the file is never removed, so that it is always the one.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}
