//! References and terms: what becomes one, where it leads, what it stands for; no word changes.
