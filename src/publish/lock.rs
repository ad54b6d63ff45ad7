//! One build at a time for an output folder.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::PublishError;

/// Takes the lock file at `path`; it is free again when the result is dropped, also after a
/// crash. The file itself stays: to remove it would let two builds hold two locks.
///
/// # Errors
/// [`PublishError::Locked`] if another process has it; an I/O error with the path.
pub(super) fn acquire(path: &Path) -> Result<File, PublishError> {
    let options = File::options().create(true).truncate(false).write(true).open(path);
    let file = options.map_err(PublishError::io(path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PublishError::Locked(path.to_owned())),
        Err(TryLockError::Error(error)) => Err(PublishError::io(path)(error)),
    }
}
