//! Stage 4, write: the one place that touches the output folder, [`mod@replace`] for single
//! files beside the content, [`Folder`] for printed sheets and [`texts()`] for schemas and manuals.
//!
//! [`Staging`] takes the files of the site as they are made and writes them into a folder
//! beside the output; [`Staging::finish`] adds the manifest and puts the new folder in the old
//! one's place in one step. Until then the output is as it was, whatever happens.

mod folder;
mod lock;
pub mod manifest;
mod replace;
mod staging;
mod swap;
mod texts;
mod tree;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use folder::Folder;
pub use lock::{Lock, acquire};
pub use replace::{append, create, create_all, create_checked, replace};
pub use staging::{Published, Staging, real};
pub use texts::texts;
pub use tree::{read, relative};

/// Why the site could not be written. The output folder is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// An operation on a path failed.
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The output folder holds files that no build of ours wrote.
    Foreign {
        /// The output folder.
        output: PathBuf,
        /// Some of the files, from the output folder.
        files: Vec<String>,
    },
    /// Another build is writing to the same folder.
    Locked(PathBuf),
    /// Two files were made for one path.
    Twice(String),
    /// Sheets were to be written into the content, the themes or a site.
    Protected(PathBuf),
    /// A file that is to be replaced is not one of ours.
    NotOurs(PathBuf),
    /// Files that were to be new are there already. They are as they were.
    Exists(Vec<PathBuf>),
    /// Hidden files of these names, which killed runs have left, leave no name for another.
    Left(PathBuf),
}

impl PublishError {
    /// An I/O error with its path.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |source| Self::Io { path: path.to_owned(), source }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Foreign { output, files } => {
                write!(f, "{}: foreign files: {}", output.display(), files.join(", "))
            }
            Self::Locked(path) => write!(f, "{}: locked by another build", path.display()),
            Self::Protected(path) => write!(f, "{}: no place for sheets", path.display()),
            Self::NotOurs(path) => write!(f, "{}: not a file of ours", path.display()),
            Self::Twice(path) => write!(f, "{path}: made twice"),
            Self::Exists(paths) => {
                let paths = paths.iter().map(|path| path.display().to_string());
                write!(f, "{}: there already", paths.collect::<Vec<_>>().join(", "))
            }
            Self::Left(path) => write!(f, "{}: left by killed runs", path.display()),
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
