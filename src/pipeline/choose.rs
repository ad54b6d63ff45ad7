//! Choosing a school, a regulation or an edition by what a command was given.

use std::io;
use std::path::{Path, PathBuf};

use super::RunError;
use crate::diagnostics::Diagnostics;
use crate::source::Workspace;

/// Why there is nothing to work on.
#[derive(Debug)]
pub enum ChooseError {
    /// A file or the workspace cannot be opened.
    Open {
        /// Its path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file cannot be read, or the school has mistakes that hide the edition.
    Found(Diagnostics),
    /// One is to be chosen among these: schools, regulations or dates of editions.
    Choose {
        /// What is to be chosen.
        what: Choice,
        /// What was asked for; `None` if nothing was.
        wanted: Option<String>,
        /// What there is.
        known: Vec<String>,
    },
}

/// What may have to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A school.
    School,
    /// A regulation.
    Regulation,
    /// An edition.
    Edition,
}

/// The workspace at `root`, for commands over all schools.
pub(super) fn workspace(root: &Path) -> Result<Workspace, RunError> {
    Workspace::open(root).map_err(|source| RunError::Root { path: root.to_owned(), source })
}

/// The workspace at `path`.
pub(super) fn open(path: &Path) -> Result<Workspace, ChooseError> {
    Workspace::open(path).map_err(|source| ChooseError::Open { path: path.to_owned(), source })
}

/// The one that is wanted or, if none is, the only one.
pub(super) fn only<'a>(
    what: Choice,
    wanted: Option<&str>,
    known: impl Iterator<Item = &'a str>,
) -> Result<&'a str, ChooseError> {
    let known: Vec<&str> = known.collect();
    let found = match wanted {
        Some(wanted) => known.iter().find(|id| **id == wanted),
        None => known.first().filter(|_| known.len() == 1),
    };
    found.copied().ok_or_else(|| ChooseError::Choose {
        what,
        wanted: wanted.map(ToOwned::to_owned),
        known: known.iter().map(|id| (*id).to_owned()).collect(),
    })
}
