//! What changes on the disk, as the system tells it or, where it does not, by looking once a
//! second.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Polling, poll};
use crate::publish::relative;

/// The folders that are watched, in the root. Nothing else is: the output may be beside them.
pub(super) const FOLDERS: [&str; 2] = ["content", "themes"];

/// Something that was seen.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// Changes at these paths from the root, with `/`.
    Paths(BTreeSet<String>),
    /// Changes that nobody can name, or a folder that came or went: the watch is to be renewed.
    Lost,
}

/// Watches the folders of a workspace.
pub(super) struct Watch {
    root: PathBuf,
    sender: Sender<Seen>,
    /// `None` where files are looked at.
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Watches the workspace at `root` and sends what is seen. Tells why it has to look by
    /// itself, if it has to.
    ///
    /// # Errors
    /// If the system refuses a thread for that.
    pub(super) fn new(
        root: &Path,
        poll: bool,
        sender: Sender<Seen>,
    ) -> io::Result<(Self, Option<Polling>)> {
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let reason = if poll {
            Some(Polling::Wanted)
        } else {
            is_remote(&root).then_some(Polling::FileSystem)
        };
        let mut watch = Self { root, sender, watcher: None };
        let reason = watch.begin(reason)?;
        Ok((watch, reason))
    }

    /// Watches anew, folders that have come since included. If the system has no room for that,
    /// it is looked once a second from now on, and that is told.
    ///
    /// # Errors
    /// If the system refuses a thread for that.
    pub(super) fn renew(&mut self) -> io::Result<Option<Polling>> {
        // The watches of the one before would take room.
        if self.watcher.take().is_none() {
            // What came and went is seen by looking.
            return Ok(None);
        }
        self.begin(None)
    }

    /// Watches, or looks if there is a `reason`, which is given back.
    fn begin(&mut self, reason: Option<Polling>) -> io::Result<Option<Polling>> {
        if reason.is_none() {
            self.watcher = self.watch().ok();
        }
        if self.watcher.is_some() {
            return Ok(None);
        }
        poll::start(self.root.clone(), self.sender.clone())?;
        Ok(reason.or(Some(Polling::Limit)))
    }

    fn watch(&self) -> notify::Result<RecommendedWatcher> {
        let (sender, root) = (self.sender.clone(), self.root.clone());
        let hand_on = move |event: notify::Result<Event>| {
            if let Some(seen) = seen(&root, event) {
                // Nobody listens any more when the session is over.
                let _ = sender.send(seen);
            }
        };
        let mut watcher = RecommendedWatcher::new(hand_on, Config::default())?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS {
            match watcher.watch(&self.root.join(folder), RecursiveMode::Recursive) {
                Err(error) if has_no_room(&error) => return Err(error),
                // A folder that is away: its coming is seen in the root.
                Ok(()) | Err(_) => {}
            }
        }
        Ok(watcher)
    }
}

/// Whether the system watches no more.
fn has_no_room(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::StorageFull,
        _ => false,
    }
}

/// What an event means for the workspace at `root`, if anything.
fn seen(root: &Path, event: notify::Result<Event>) -> Option<Seen> {
    let Ok(event) = event else { return Some(Seen::Lost) };
    if event.need_rescan() {
        return Some(Seen::Lost);
    }
    let read = match event.kind {
        EventKind::Access(kind) => kind != AccessKind::Close(AccessMode::Write),
        _ => false,
    };
    let mut paths = BTreeSet::new();
    for path in event.paths.iter().filter(|_| !read) {
        let path = relative(root, path);
        let (first, inner) = path.split_once('/').unwrap_or((&path, ""));
        if !FOLDERS.contains(&first) {
            continue;
        }
        let metadata = matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_)));
        if inner.is_empty() && !metadata {
            return Some(Seen::Lost);
        }
        // Hidden files are not read.
        if !inner.split('/').any(|part| part.starts_with('.')) {
            paths.insert(path);
        }
    }
    (!paths.is_empty()).then_some(Seen::Paths(paths))
}

/// Whether `path` is on a file system whose changes may be made by another machine, of which the
/// system does not tell: NFS, SMB, 9P (WSL), shared folders of `VirtualBox`.
#[cfg(target_os = "linux")]
fn is_remote(path: &Path) -> bool {
    const REMOTE: [u32; 6] = [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x786F_4256];
    let kind = rustix::fs::statfs(path).map(|system| system.f_type);
    // The kernel's numbers have 32 bits; the type of the field is the machine's.
    #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, reason = "32 bits")]
    kind.is_ok_and(|kind| REMOTE.contains(&(kind as u32)))
}

#[cfg(not(target_os = "linux"))]
const fn is_remote(_: &Path) -> bool {
    false
}
