//! Reading single files safely: inside the workspace, limited in size, UTF-8; and whether new ones
//! would lie inside.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::recording::{Access, Recording};
use crate::diagnostics::{self, Diagnostic, Diagnostics, LineIndex, Place};

/// Largest text file, in bytes.
pub const LARGEST_TEXT: u64 = 8 << 20;
/// Largest file of a theme, in bytes.
pub const LARGEST_ASSET: u64 = 32 << 20;

/// The workspace: the folder that holds `content/` and `themes/`.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
    /// The root with all links resolved; nothing outside it is read.
    real: PathBuf,
    access: Access,
}

impl Workspace {
    /// The workspace at `root`.
    ///
    /// # Errors
    /// If `root` does not exist or cannot be entered.
    pub fn open(root: &Path) -> io::Result<Self> {
        let real = fs::canonicalize(root)?;
        Ok(Self { root: root.to_owned(), real, access: Access::Disk })
    }

    /// The same workspace, which keeps what is read of it for [`Workspace::recorded`].
    #[must_use]
    pub fn recording(&self) -> Self {
        Self { access: Access::recording(), ..self.clone() }
    }

    /// What was read since [`Workspace::recording`]; nothing if it was not called.
    #[must_use]
    pub fn recorded(self) -> Recording {
        self.access.recorded()
    }

    /// The workspace as it was when `recording` was made: the disk is not touched.
    #[must_use]
    pub fn replaying(&self, recording: &Arc<Recording>) -> Self {
        Self { access: Access::Replay(Arc::clone(recording)), ..self.clone() }
    }

    /// The path of `relative` (with `/`) on this machine.
    #[must_use]
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Reads a text file: UTF-8, without a byte order mark, with line ends as `\n`. Mistakes go
    /// to `found`.
    pub fn read_text(&self, relative: &str, found: &mut Diagnostics) -> Option<String> {
        self.read_as_is(relative, found).map(normalise)
    }

    /// Reads a text file in UTF-8 with its mark and line ends as they are, for a change that is
    /// to leave them so. Mistakes go to `found`.
    pub fn read_as_is(&self, relative: &str, found: &mut Diagnostics) -> Option<String> {
        let bytes = self.read(relative, LARGEST_TEXT, found)?;
        match String::from_utf8(bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let lossy = String::from_utf8_lossy(error.as_bytes());
                let place = LineIndex::new(Arc::from(relative), &lossy).bytes(valid..valid + 1);
                found.push(Diagnostic::error("file-not-utf8", place));
                None
            }
        }
    }

    /// Reads a file of at most `largest` bytes. Mistakes go to `found`.
    pub fn read(&self, relative: &str, largest: u64, found: &mut Diagnostics) -> Option<Vec<u8>> {
        self.access.file(relative, || self.read_disk(relative, largest, found))
    }

    fn read_disk(&self, relative: &str, largest: u64, found: &mut Diagnostics) -> Option<Vec<u8>> {
        let path = self.path(relative);
        let bytes = self.check_inside(&path).and_then(|()| read_limited(&path, largest));
        match bytes {
            Ok(Some(bytes)) => Some(bytes),
            Ok(None) => {
                let large = Diagnostic::error("file-too-large", Place::file(relative));
                found.push(large.with("limit", largest >> 20));
                None
            }
            Err(error) => {
                found.push(unreadable(relative, &error));
                None
            }
        }
    }

    /// Whether there is a file, folder or link at `relative`.
    #[must_use]
    pub fn exists(&self, relative: &str) -> bool {
        self.access.presence(relative, || fs::symlink_metadata(self.path(relative)).is_ok())
    }

    /// Names of the folders (`true`) and files (`false`) in the folder `relative`, sorted;
    /// hidden ones left out. A folder that is absent is empty.
    pub fn list(&self, relative: &str, found: &mut Diagnostics) -> Vec<(String, bool)> {
        if !self.exists(relative) {
            return Vec::new();
        }
        self.access.folder(relative, || self.list_disk(relative, found))
    }

    fn list_disk(&self, relative: &str, found: &mut Diagnostics) -> Vec<(String, bool)> {
        let walk = WalkDir::new(self.path(relative)).min_depth(1).max_depth(1);
        let mut names = Vec::new();
        for entry in walk.sort_by_file_name() {
            match entry {
                Ok(entry) => names.extend(self.entry(relative, &entry, found)),
                Err(error) => {
                    let error =
                        error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
                    found.push(unreadable(relative, &error));
                }
            }
        }
        names
    }

    fn entry(
        &self,
        folder: &str,
        entry: &DirEntry,
        found: &mut Diagnostics,
    ) -> Option<(String, bool)> {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            return None;
        }
        let relative = format!("{folder}/{name}");
        let link = entry.path_is_symlink().then(|| self.check_inside(entry.path()));
        if let Some(Err(error)) = link {
            found.push(unreadable(&relative, &error));
            return None;
        }
        Some((name, fs::metadata(entry.path()).is_ok_and(|meta| meta.is_dir())))
    }

    /// Whether a new file at `path` will be where its path says. One that lies anywhere else than
    /// in the workspace is where somebody wants it.
    ///
    /// # Errors
    /// If a folder on the way is a link that leads out of the workspace.
    pub fn check_target(&self, path: &Path) -> io::Result<()> {
        let named = std::path::absolute(path)?.starts_with(std::path::absolute(&self.root)?);
        let climbs = path.components().any(|part| part == Component::ParentDir);
        if named && !climbs { self.check_inside(&nearest(path)?) } else { Ok(()) }
    }

    /// Links may lead only to places inside the workspace.
    fn check_inside(&self, path: &Path) -> io::Result<()> {
        if fs::canonicalize(path)?.starts_with(&self.real) {
            Ok(())
        } else {
            Err(io::Error::new(io::ErrorKind::PermissionDenied, Outside))
        }
    }
}

/// A link leads out of the workspace.
#[derive(Debug)]
struct Outside;

impl std::fmt::Display for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a link leads out of the workspace")
    }
}

impl std::error::Error for Outside {}

/// Whether the system has nothing against it, but a link leads out of the workspace.
#[must_use]
pub fn is_outside(error: &io::Error) -> bool {
    matches!(error.get_ref(), Some(inner) if inner.is::<Outside>())
}

fn unreadable(relative: &str, error: &io::Error) -> Diagnostic {
    let id = match error.kind() {
        _ if is_outside(error) => "symlink-outside",
        io::ErrorKind::NotFound => "file-missing",
        io::ErrorKind::IsADirectory => "file-is-folder",
        _ => "file-unreadable",
    };
    let unreadable = Diagnostic::error(id, Place::file(relative));
    unreadable.with("cause", diagnostics::cause(error)).with("detail", error.to_string())
}

/// The part of `path` that exists, without links.
///
/// # Errors
/// If there is none, since the working directory is gone.
pub fn nearest(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    path.ancestors()
        .find_map(|part| fs::canonicalize(part).ok())
        .ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// The bytes of a file that may lie anywhere, or `None` if there are more than `largest`.
///
/// # Errors
/// If it cannot be opened or read.
pub fn read_limited(path: &Path, largest: u64) -> io::Result<Option<Vec<u8>>> {
    let file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > largest {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
    file.take(largest + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= largest).then_some(bytes))
}

/// `text` without a byte order mark, with line ends as `\n`.
pub(crate) fn normalise(text: String) -> String {
    let text = match text.strip_prefix(super::MARK) {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
