//! Reading a journal: every line in itself, and each as the continuation of the one before.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::DateTime;

use super::line::{self, Fault, LONGEST};
use super::{Entry, Journal, NO_HASH};
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};

/// Findings of one journal, at most: a file with more is none.
const MOST: usize = 20;

/// A byte order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads the journal at `path`, from the workspace's root. Every fault is a finding with its
/// line; a journal with faults is not sound.
pub fn parse(path: &str, bytes: &[u8], found: &mut Diagnostics) -> Journal {
    let (whole, torn) = bytes.split_at(whole_length(bytes));
    let path: Arc<str> = path.into();
    let mut journal =
        Journal { path: Arc::clone(&path), bytes: whole.to_vec(), ..Journal::default() };
    let mut own = Diagnostics::default();
    if let Some(converted) = converted(&path, bytes) {
        own.push(converted);
    } else {
        let mut chain = Chain { path, line: 0, seq: 0, previous: Some(NO_HASH.into()), at: None };
        for line in whole.split_inclusive(|byte| *byte == b'\n') {
            if own.iter().count() < MOST {
                journal.entries.extend(chain.entry(&line[..line.len() - 1], &mut own));
            }
        }
        if !torn.is_empty() && own.iter().count() < MOST {
            own.push(chain.torn(torn));
        }
    }
    journal.broken = own.has_errors();
    found.append(own);
    journal
}

/// The journal without the line that a crash left unfinished; a line that lacks nothing but its
/// line feed gets it. `None` if there is no such line, or if the lines before it have faults.
#[must_use]
pub fn repaired(bytes: &[u8]) -> Option<Vec<u8>> {
    let whole = whole_length(bytes);
    let sound = |bytes: &[u8]| parse("", bytes, &mut Diagnostics::default()).is_sound();
    if whole == bytes.len() || !sound(&bytes[..whole]) {
        return None;
    }
    let ended = [bytes, b"\n"].concat();
    Some(if sound(&ended) { ended } else { bytes[..whole].to_vec() })
}

/// Length of the lines that end in a line feed.
fn whole_length(bytes: &[u8]) -> usize {
    bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)
}

/// That an editor or git has changed line ends or put a mark at the beginning; one finding.
fn converted(path: &Arc<str>, bytes: &[u8]) -> Option<Diagnostic> {
    let (what, line) = if bytes.starts_with(MARK) {
        ("mark", 0)
    } else {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        ("ends", lines.position(|line| line.ends_with(b"\r"))?)
    };
    let text = bytes.split(|byte| *byte == b'\n').nth(line).unwrap_or_default();
    let place = place(path, line, &String::from_utf8_lossy(text), 0..text.len());
    Some(Diagnostic::error("journal-bytes", place).with("what", what))
}

/// The place of a range of bytes in `line`, which has `before` lines before it.
fn place(path: &Arc<str>, before: usize, line: &str, at: Range<usize>) -> Place {
    let before = u32::try_from(before).unwrap_or(u32::MAX);
    LineIndex::part(Arc::clone(path), line, before).bytes(at)
}

/// The chain as far as it was read.
struct Chain {
    path: Arc<str>,
    /// Number of lines read.
    line: usize,
    /// Number of the last entry read.
    seq: u64,
    /// Hash of the last entry; `None` behind a line that is none.
    previous: Option<String>,
    /// Moment of the last entry in UTC.
    at: Option<DateTime>,
}

impl Chain {
    /// The entry of the next line, if it is sound in itself.
    fn entry(&mut self, bytes: &[u8], found: &mut Diagnostics) -> Option<Entry> {
        let text = String::from_utf8_lossy(bytes);
        let entry = read(bytes);
        let finding = match &entry {
            Ok(entry) => self.unlinked(entry, &text).or_else(|| self.backwards(entry, &text)),
            Err((fault, at)) => Some(self.faulty(*fault, at.clone(), &text)),
        };
        found.extend(finding);
        self.line += 1;
        let entry = entry.ok();
        self.seq = entry.as_ref().map_or(self.seq, |entry| entry.seq);
        self.previous = entry.as_ref().map(|entry| entry.hash.clone());
        self.at = self.at.max(entry.as_ref().map(|entry| entry.record.at.utc()));
        entry
    }

    /// The finding about a last line without a line feed.
    fn torn(&self, bytes: &[u8]) -> Diagnostic {
        let text = String::from_utf8_lossy(bytes);
        let entry = read(bytes).ok().filter(|entry| self.unlinked(entry, &text).is_none());
        let place = place(&self.path, self.line, &text, 0..text.len());
        let torn = Diagnostic::error("journal-torn", place);
        torn.with("complete", if entry.is_some() { "yes" } else { "no" })
    }

    fn faulty(&self, fault: Fault, at: Range<usize>, line: &str) -> Diagnostic {
        let place = place(&self.path, self.line, line, at);
        let (why, member) = match fault {
            Fault::Hash => return Diagnostic::error("journal-hash", place),
            Fault::Empty => ("empty", ""),
            Fault::Long => ("long", ""),
            Fault::End => ("end", ""),
            Fault::Json => ("json", ""),
            Fault::Members => ("members", ""),
            Fault::Value(member) => ("value", member),
            Fault::Form => ("form", ""),
        };
        let faulty = Diagnostic::error("journal-line", place).with("why", why);
        faulty.with("member", member).with("limit", LONGEST >> 10)
    }

    /// The finding about an entry that does not follow the one before. Behind a line that is no
    /// entry there is nothing to follow.
    fn unlinked(&self, entry: &Entry, line: &str) -> Option<Diagnostic> {
        let (expected, previous) = (self.seq.saturating_add(1), self.previous.as_ref()?);
        let member = if entry.seq != expected {
            "seq"
        } else if entry.previous != *previous {
            "previous"
        } else {
            return None;
        };
        let place = place(&self.path, self.line, line, line::at(line, member));
        let unlinked = Diagnostic::error("journal-chain", place).with("member", member);
        Some(unlinked.with("seq", entry.seq).with("expected", expected))
    }

    /// The finding about an entry that is earlier than one before it: the clock was wrong.
    fn backwards(&self, entry: &Entry, line: &str) -> Option<Diagnostic> {
        let at = &entry.record.at;
        self.at.filter(|before| at.utc() < *before)?;
        let place = place(&self.path, self.line, line, line::at(line, "at"));
        Some(Diagnostic::warning("journal-time", place).with("at", at.text()))
    }
}

fn read(bytes: &[u8]) -> Result<Entry, (Fault, Range<usize>)> {
    match std::str::from_utf8(bytes) {
        Ok(line) => line::read(line),
        Err(error) => Err((Fault::Json, error.valid_up_to()..error.valid_up_to() + 1)),
    }
}
