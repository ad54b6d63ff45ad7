//! Replacing one file in one step.

use std::fs;
use std::path::Path;

use super::PublishError;

/// Writes `content` to `path`: into a hidden file beside it first, which then takes its place.
///
/// # Errors
/// If the system refuses; what stood at `path` is then as it was.
pub fn replace(path: &Path, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.new"));
    let written = fs::write(&beside, content).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What cannot be removed is overwritten by the next build, and hidden until then.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(PublishError::io(path))
}
