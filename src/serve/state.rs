//! What the threads of a session share.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Semaphore, watch};

use crate::language::Catalogue;
use crate::pipeline::preview::Snapshot;

/// Files that are made at once: each takes a core and, of sheets, some 50 MB.
const AT_ONCE: usize = 2;

/// The latest snapshot, and who looks at it.
pub(super) struct State {
    /// Port of the server.
    pub(super) port: u16,
    /// Texts of the overlay.
    pub(super) catalogue: Catalogue,
    /// `None` until everything was judged once.
    pub(super) snapshot: watch::Sender<Option<Arc<Snapshot>>>,
    /// To be held while a file is made.
    pub(super) turns: Semaphore,
    shown: Mutex<Shown>,
}

/// Paths of the files that open pages show, by page.
#[derive(Default)]
struct Shown {
    next: u64,
    files: BTreeMap<u64, Vec<String>>,
}

/// An open page; it is forgotten with this value.
pub(super) struct Tab {
    state: Arc<State>,
    number: u64,
}

impl State {
    pub(super) fn new(port: u16, catalogue: Catalogue) -> Self {
        Self {
            port,
            catalogue,
            snapshot: watch::Sender::new(None),
            turns: Semaphore::new(AT_ONCE),
            shown: Mutex::default(),
        }
    }

    /// Paths of the files that somebody looks at, those of the page opened last first.
    pub(super) fn shown(&self) -> Vec<String> {
        self.held().files.values().rev().flatten().cloned().collect()
    }

    fn held(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Tab {
    /// A page that has been opened.
    pub(super) fn new(state: &Arc<State>) -> Self {
        let mut shown = state.held();
        shown.next += 1;
        Self { number: shown.next, state: Arc::clone(state) }
    }

    /// The page shows these files, itself first.
    pub(super) fn shows(&self, files: Vec<String>) {
        self.state.held().files.insert(self.number, files);
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.state.held().files.remove(&self.number);
    }
}
