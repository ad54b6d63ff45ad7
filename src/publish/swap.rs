//! Putting a finished folder in the place of another.
//!
//! Where the file system can, the two are exchanged in one step, and a reader sees either the
//! old site or the new one. Elsewhere (a mount point, some network disks, Windows) files are
//! moved one by one, `index.html` last, behind an intent file: a run that was interrupted is
//! finished by the next. That is atomic for each file only.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::PublishError;
use super::tree::{files_of, remove};

/// Puts `folder` in the place of `output`.
pub(super) fn publish(folder: &Path, output: &Path) -> Result<(), PublishError> {
    if fs::symlink_metadata(output).is_err() {
        return fs::rename(folder, output).map_err(PublishError::io(output));
    }
    if exchange(folder, output).is_ok() {
        // The folder now holds the old site.
        return remove(folder);
    }
    let intent = intent_path(folder);
    fs::write(&intent, b"publishing\n").map_err(PublishError::io(&intent))?;
    move_files(folder, output)
}

/// Whether moving the files of `folder` has begun and not ended.
pub(super) fn is_pending(folder: &Path) -> bool {
    intent_path(folder).exists()
}

/// Finishes what an interrupted run began.
pub(super) fn resume(folder: &Path, output: &Path) -> Result<(), PublishError> {
    if is_pending(folder) { move_files(folder, output) } else { Ok(()) }
}

/// The file that tells that moving has begun.
fn intent_path(folder: &Path) -> PathBuf {
    let mut name = folder.as_os_str().to_owned();
    name.push(".intent");
    PathBuf::from(name)
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Moves every file of `folder` to `output`, removes what the new manifest does not name, then
/// the folder and the intent. May be called again after an interruption: files that have been
/// moved are named by the manifest, which is moved last but for the start pages.
fn move_files(folder: &Path, output: &Path) -> Result<(), PublishError> {
    let mut files = files_of(folder)?;
    files.sort_by_key(|path| {
        (path.ends_with("index.html"), path == super::manifest::NAME, path.clone())
    });
    for path in &files {
        let (from, to) = (folder.join(path), output.join(path));
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(PublishError::io(parent))?;
        }
        move_file(&from, &to).map_err(PublishError::io(&to))?;
    }
    remove_old(output)?;
    remove(folder)?;
    let intent = intent_path(folder);
    fs::remove_file(&intent).map_err(PublishError::io(&intent))
}

/// Renames a file, or copies it through a neighbour where the two are on different disks.
fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    if fs::rename(from, to).is_ok() {
        return Ok(());
    }
    let mut neighbour = to.as_os_str().to_owned();
    neighbour.push(".new");
    let neighbour = PathBuf::from(neighbour);
    fs::copy(from, &neighbour)?;
    fs::rename(&neighbour, to)?;
    fs::remove_file(from)
}

/// Removes files that the manifest does not name, and folders that became empty.
fn remove_old(output: &Path) -> Result<(), PublishError> {
    let path = output.join(super::manifest::NAME);
    let bytes = fs::read(&path).map_err(PublishError::io(&path))?;
    let known: BTreeSet<_> =
        super::manifest::paths(&bytes).unwrap_or_default().into_iter().collect();
    for file in files_of(output)? {
        if file != super::manifest::NAME && !known.contains(&file) {
            let path = output.join(&file);
            fs::remove_file(&path).map_err(PublishError::io(&path))?;
        }
    }
    for entry in WalkDir::new(output).min_depth(1).contents_first(true).into_iter().flatten() {
        if entry.file_type().is_dir() {
            // A folder that is not empty stays.
            let _ = fs::remove_dir(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outputs::Artifact;
    use crate::publish::Staging;

    fn site(output: &Path, pages: &[&str]) -> Staging {
        let staging = Staging::begin(output).unwrap();
        let artifacts = pages.iter().map(|page| Artifact::new(*page, page.as_bytes()));
        staging.write(&artifacts.collect::<Vec<_>>()).unwrap();
        staging
    }

    #[test]
    fn moving_file_by_file_ends_in_the_same_site() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("public");
        site(&output, &["index.html", "old/a.html"]).finish().unwrap();
        let exchanged = folder.path().join("exchanged");
        site(&exchanged, &["index.html", "new/b.html"]).finish().unwrap();

        let copy = folder.path().join(".public.staging");
        fs::rename(&exchanged, &copy).unwrap();
        fs::write(intent_path(&copy), b"").unwrap();
        // A run was interrupted after one file; the next finishes it before it begins.
        fs::create_dir_all(output.join("new")).unwrap();
        fs::rename(copy.join("new/b.html"), output.join("new/b.html")).unwrap();
        drop(Staging::begin(&output).unwrap());

        let mut files = files_of(&output).unwrap();
        files.sort();
        assert_eq!(files, ["index.html", "manifest.json", "new/b.html"]);
        assert!(!output.join("old").exists());
        assert!(!is_pending(&copy));
    }

    #[test]
    fn a_run_that_was_interrupted_at_its_very_end_is_finished() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("public");
        site(&output, &["index.html"]).finish().unwrap();
        // All files had been moved and their folder removed; only the intent was left.
        fs::write(intent_path(&folder.path().join(".public.staging")), b"").unwrap();
        site(&output, &["index.html", "new.html"]).finish().unwrap();
        assert!(output.join("new.html").exists());
    }
}
