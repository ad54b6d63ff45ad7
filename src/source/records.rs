//! What the program itself keeps beside the content of a school: stamps of calendar events, the
//! publication journal and its time stamps.

use super::Workspace;
use super::files;
use crate::diagnostics::Diagnostics;

/// Name of the file in a school's folder that keeps the stamps of its calendar events.
pub(super) const CALENDAR_LOCK: &str = "calendar.lock";

/// Path of that file of the school `id`, from the workspace's root.
#[must_use]
pub fn calendar_lock(id: &str) -> String {
    format!("content/schools/{id}/{CALENDAR_LOCK}")
}

/// Path of the file `name` of a regulation of the school `school`, from the workspace's root.
#[must_use]
pub fn regulation_file(school: &str, regulation: &str, name: &str) -> String {
    format!("content/schools/{school}/regulations/{regulation}/{name}")
}

/// Largest time stamp, in bytes: with its certificates one has about 6 000.
pub const LARGEST_TOKEN: u64 = 1 << 20;

/// Name of the publication journal in a school's folder.
pub(super) const JOURNAL: &str = "journal.jsonl";

/// Path of the journal of the school `id`, from the workspace's root.
#[must_use]
pub fn journal(id: &str) -> String {
    format!("content/schools/{id}/{JOURNAL}")
}

/// Bytes of the journal of the school `id`: none if there is no file.
pub fn read_journal(workspace: &Workspace, id: &str, found: &mut Diagnostics) -> Vec<u8> {
    let path = journal(id);
    let exists = workspace.exists(&path);
    let bytes = exists.then(|| workspace.read(&path, files::LARGEST_TEXT, found)).flatten();
    bytes.unwrap_or_default()
}

/// Path of the time stamp of the first `count` entries of that journal.
#[must_use]
pub fn token(id: &str, count: u64) -> String {
    format!("content/schools/{id}/{}", token_name(count))
}

/// Name of the file with a time stamp of `count` entries.
fn token_name(count: u64) -> String {
    format!("journal-{count}.tsr")
}

/// The number of entries of which the file `name` is a time stamp, if it is one.
#[must_use]
pub fn token_count(name: &str) -> Option<u64> {
    let count = name.strip_prefix("journal-")?.strip_suffix(".tsr")?.parse().ok()?;
    (token_name(count) == name).then_some(count)
}

/// The time stamps beside the journal of the school `id`: numbers of entries, and bytes.
pub fn read_tokens(
    workspace: &Workspace,
    id: &str,
    found: &mut Diagnostics,
) -> Vec<(u64, Vec<u8>)> {
    let folder = format!("content/schools/{id}");
    let names = workspace.list(&folder, found).into_iter().map(|(name, _)| name);
    let mut tokens = Vec::new();
    for (count, name) in names.filter_map(|name| Some((token_count(&name)?, name))) {
        let bytes = workspace.read(&format!("{folder}/{name}"), LARGEST_TOKEN, found);
        tokens.extend(bytes.map(|bytes| (count, bytes)));
    }
    tokens.sort_unstable_by_key(|(count, _)| *count);
    tokens
}
