//! What was read of a workspace, kept in memory: the preview shows the last state without
//! mistakes while the files on the disk already say something else.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The names in a folder, see [`Workspace::list`](super::Workspace::list).
type Names = Vec<(String, bool)>;

/// Files and folders as they were when they were read (снимок).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recording {
    /// Bytes by path; `None` for a file that could not be read.
    files: BTreeMap<String, Option<Vec<u8>>>,
    folders: BTreeMap<String, Names>,
    /// Whether there was something at a path.
    present: BTreeMap<String, bool>,
}

impl Recording {
    /// Whether both are known to say the same: why a file could not be read is not kept, so that
    /// recordings with such files are taken for different.
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        self == other && self.files.values().all(Option::is_some)
    }

    /// Calls `take` with all that was read, in order, each part with its length before it.
    pub fn each(&self, mut take: impl FnMut(&[u8])) {
        for (path, bytes) in &self.files {
            let bytes = bytes.as_deref().unwrap_or_default();
            take(format!("{path} {} ", bytes.len()).as_bytes());
            take(bytes);
        }
        take(format!("{:?}{:?}", self.folders, self.present).as_bytes());
    }

    /// The recording without the names in `folder`.
    #[must_use]
    pub fn without_folder(mut self, folder: &str) -> Self {
        self.folders.remove(folder);
        self
    }
}

/// From where a workspace is read.
#[derive(Debug, Clone)]
pub(super) enum Access {
    Disk,
    /// From the disk, and kept.
    Recording(Arc<Mutex<Recording>>),
    Replay(Arc<Recording>),
}

impl Access {
    /// From the disk into an empty recording.
    pub(super) fn recording() -> Self {
        Self::Recording(Arc::default())
    }

    /// What was read.
    pub(super) fn recorded(self) -> Recording {
        match self {
            Self::Disk => Recording::default(),
            Self::Recording(kept) => std::mem::take(&mut *held(&kept)),
            Self::Replay(kept) => Arc::unwrap_or_clone(kept),
        }
    }

    /// A file's bytes, which `read` gets from the disk.
    pub(super) fn file(
        &self,
        path: &str,
        read: impl FnOnce() -> Option<Vec<u8>>,
    ) -> Option<Vec<u8>> {
        match self {
            Self::Replay(kept) => kept.files.get(path).cloned().flatten(),
            Self::Disk => read(),
            Self::Recording(kept) => {
                let bytes = read();
                held(kept).files.insert(path.to_owned(), bytes.clone());
                bytes
            }
        }
    }

    /// A folder's names, which `list` gets from the disk.
    pub(super) fn folder(&self, path: &str, list: impl FnOnce() -> Names) -> Names {
        match self {
            Self::Replay(kept) => kept.folders.get(path).cloned().unwrap_or_default(),
            Self::Disk => list(),
            Self::Recording(kept) => {
                let names = list();
                held(kept).folders.insert(path.to_owned(), names.clone());
                names
            }
        }
    }

    /// Whether there is something at `path`, which `look` finds out.
    pub(super) fn presence(&self, path: &str, look: impl FnOnce() -> bool) -> bool {
        match self {
            Self::Replay(kept) => kept.present.get(path).copied().unwrap_or_default(),
            Self::Disk => look(),
            Self::Recording(kept) => {
                let present = look();
                held(kept).present.insert(path.to_owned(), present);
                present
            }
        }
    }
}

/// A thread that panicked left whole entries behind.
fn held(kept: &Mutex<Recording>) -> MutexGuard<'_, Recording> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}
