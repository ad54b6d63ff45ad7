//! What was made lately, up to a number of bytes.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Values by key; the one that was not asked for the longest goes first.
#[derive(Debug)]
pub(super) struct Cache<V> {
    /// Most bytes; the latest value stays even if it alone has more.
    limit: usize,
    entries: Mutex<VecDeque<Entry<V>>>,
}

#[derive(Debug)]
struct Entry<V> {
    key: String,
    bytes: usize,
    value: Arc<V>,
}

impl<V> Cache<V> {
    /// An empty cache for `limit` bytes.
    pub(super) fn new(limit: usize) -> Self {
        Self { limit, entries: Mutex::default() }
    }

    /// The value of `key`, if it is still there.
    pub(super) fn get(&self, key: &str) -> Option<Arc<V>> {
        let mut entries = self.entries();
        let at = entries.iter().position(|entry| entry.key == key)?;
        let entry = entries.remove(at)?;
        let value = Arc::clone(&entry.value);
        entries.push_back(entry);
        Some(value)
    }

    /// Keeps `value`, which has so many `bytes`, and returns it.
    pub(super) fn put(&self, key: String, bytes: usize, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let mut entries = self.entries();
        entries.retain(|entry| entry.key != key);
        entries.push_back(Entry { key, bytes, value: Arc::clone(&value) });
        let mut all: usize = entries.iter().map(|entry| entry.bytes).sum();
        while all > self.limit && entries.len() > 1 {
            all -= entries.pop_front().map_or(0, |entry| entry.bytes);
        }
        value
    }

    /// A thread that panicked left whole entries behind.
    fn entries(&self) -> MutexGuard<'_, VecDeque<Entry<V>>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Cache;

    #[test]
    fn the_one_not_asked_for_longest_goes() {
        let cache = Cache::new(10);
        cache.put("a".to_owned(), 4, 1);
        cache.put("b".to_owned(), 4, 2);
        assert_eq!(cache.get("a").as_deref(), Some(&1));
        cache.put("c".to_owned(), 4, 3);
        assert_eq!(cache.get("b"), None);
        assert_eq!(cache.get("a").as_deref(), Some(&1));
        cache.put("d".to_owned(), 40, 4);
        assert_eq!(cache.get("a"), None);
        assert_eq!(cache.get("d").as_deref(), Some(&4));
    }
}
