//! Looking at the files once a second, where the system does not tell of changes.
//!
//! `notify` has a watcher of this kind, which compares times in whole seconds: it misses the second
//! of two saves in one second. It also reports each absent folder and dangling link at every look.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{FileType, Metadata, Permissions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, SystemTime};

use walkdir::{DirEntry, WalkDir};

use super::watch::{FOLDERS, Seen};
use crate::publish::relative;

/// How long it waits between two looks.
const INTERVAL: Duration = Duration::from_secs(1);

/// Looks at the workspace at `root` now, then again and again on a thread of its own, and sends
/// what is not as it was, until nobody listens.
///
/// # Errors
/// If the system refuses a thread.
pub(super) fn start(root: PathBuf, sender: Sender<Seen>) -> io::Result<()> {
    let mut before = look(&root);
    let work = move || {
        loop {
            thread::sleep(INTERVAL);
            let now = look(&root);
            let paths = differing(&before, &now);
            before = now;
            if !paths.is_empty() && sender.send(Seen::Paths(paths)).is_err() {
                return;
            }
        }
    };
    thread::Builder::new().spawn(work).map(|_| ())
}

/// What there is, by path from the root.
type Look = BTreeMap<String, State>;

/// What a file or folder is without being read; `None`: a link that leads nowhere or in a circle,
/// or something that may not be looked at.
type State = Option<(FileType, Permissions, Content)>;

/// Length in bytes and time of the last change of a file; of a folder, what is in it tells.
type Content = Option<(u64, Option<SystemTime>)>;

fn look(root: &Path) -> Look {
    let mut seen = Look::new();
    for folder in FOLDERS {
        let walk = WalkDir::new(root.join(folder)).follow_links(true).into_iter();
        for entry in walk.filter_entry(|entry| !is_hidden(entry)) {
            let (path, state) = match &entry {
                Ok(entry) => (Some(entry.path()), entry.metadata().ok().map(|file| state(&file))),
                // One of a folder that cannot be read comes after the folder itself.
                Err(error) => (error.path(), None),
            };
            seen.extend(path.map(|path| (relative(root, path), state)));
        }
    }
    seen
}

/// Hidden files are not read.
fn is_hidden(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.')
}

fn state(file: &Metadata) -> (FileType, Permissions, Content) {
    let content = (!file.is_dir()).then(|| (file.len(), file.modified().ok()));
    (file.file_type(), file.permissions(), content)
}

/// Paths at which something came, went or changed.
fn differing(before: &Look, now: &Look) -> BTreeSet<String> {
    let changed = now.iter().filter(|(path, state)| before.get(*path) != Some(*state));
    let gone = before.iter().filter(|(path, _)| !now.contains_key(*path));
    changed.chain(gone).map(|(path, _)| path.clone()).collect()
}
