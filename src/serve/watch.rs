//! What changes on the disk, as the system tells it or, where it does not, by looking once a
//! second.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher};
use notify::{RecursiveMode, Watcher};

use super::Polling;

/// The folders that are watched, in the root. Nothing else is: the output may be beside them.
const FOLDERS: [&str; 2] = ["content", "themes"];
/// How often is looked where the system does not tell.
const INTERVAL: Duration = Duration::from_secs(1);

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
    polling: bool,
    watcher: Option<Box<dyn Watcher + Send>>,
}

impl Watch {
    /// Watches the workspace at `root` and sends what is seen. Tells why it has to look by
    /// itself, if it has to.
    pub(super) fn new(root: &Path, poll: bool, sender: Sender<Seen>) -> (Self, Option<Polling>) {
        let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let reason = if poll {
            Some(Polling::Wanted)
        } else {
            is_remote(&root).then_some(Polling::FileSystem)
        };
        let mut watch = Self { root, sender, polling: reason.is_some(), watcher: None };
        let limit = watch.renew();
        (watch, reason.or(limit))
    }

    /// Watches anew, folders that have come since included. If the system has no room for that,
    /// it is looked once a second from now on, and that is told.
    pub(super) fn renew(&mut self) -> Option<Polling> {
        self.watcher = None;
        if !self.polling {
            match self.start::<RecommendedWatcher>(Config::default()) {
                Ok(()) => return None,
                Err(_) => self.polling = true,
            }
            // What fails below fails for a folder that is away: its coming is seen in the root.
            let _ = self.start::<PollWatcher>(Config::default().with_poll_interval(INTERVAL));
            return Some(Polling::Limit);
        }
        let _ = self.start::<PollWatcher>(Config::default().with_poll_interval(INTERVAL));
        None
    }

    fn start<W: Watcher + Send + 'static>(&mut self, config: Config) -> notify::Result<()> {
        let (sender, root) = (self.sender.clone(), self.root.clone());
        let hand_on = move |event: notify::Result<Event>| {
            if let Some(seen) = seen(&root, event) {
                // Nobody listens any more when the session is over.
                let _ = sender.send(seen);
            }
        };
        let mut watcher = W::new(hand_on, config)?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS {
            let folder = self.root.join(folder);
            match watcher.watch(&folder, RecursiveMode::Recursive) {
                Err(error) if has_no_room(&error) => return Err(error),
                // A folder that is away: its coming is seen in the root.
                Ok(()) | Err(_) => {}
            }
        }
        self.watcher = Some(Box::new(watcher));
        Ok(())
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
        let inner = path.strip_prefix(root).unwrap_or(path);
        let parts: Vec<_> = inner.components().map(|p| p.as_os_str().to_string_lossy()).collect();
        match parts.first() {
            Some(first) if FOLDERS.contains(&first.as_ref()) => {}
            _ => continue,
        }
        if let [_] = parts.as_slice()
            && !matches!(event.kind, EventKind::Modify(notify::event::ModifyKind::Metadata(_)))
        {
            return Some(Seen::Lost);
        }
        // Hidden files are not read.
        if !parts.iter().any(|part| part.starts_with('.')) {
            paths.insert(parts.join("/"));
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
