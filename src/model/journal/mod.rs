//! The publication journal (журнал размещения): what was posted, when, and the chain that shows
//! that nothing was altered afterwards.
//!
//! A journal is a file of JSON Lines that only grows. Each entry carries the hash of the one
//! before and its own, so that a change of any byte, a lost, an added or a moved line is found by
//! [`parse`]. What a chain cannot tell is a cut tail: for that the present journal has to continue
//! the published one, [`Journal::continues`].

mod frozen;
mod line;
mod moment;
mod read;

use std::sync::Arc;

use jiff::civil::Date;

pub use self::frozen::{Frozen, frozen};
pub use self::line::is_commit;
pub use self::moment::Moment;
pub use self::read::{parse, repaired};
use crate::diagnostics::{LineIndex, Place};

/// What stands for the hash of the entry before the first one.
pub const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The journal of one school.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// Path from the workspace's root; empty if there is no file.
    path: Arc<str>,
    /// The lines that end in a line feed, as they stand in the file.
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    broken: bool,
}

/// An entry (запись журнала) with its place in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Number, from 1.
    pub seq: u64,
    /// Hash of the entry before; [`NO_HASH`] for the first.
    pub previous: String,
    /// What it tells.
    pub record: Record,
    /// SHA-256 of the line up to this member, 64 hexadecimal digits in lower case.
    pub hash: String,
}

/// What an entry tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What happened.
    pub kind: EntryKind,
    /// Identifier of the regulation.
    pub regulation: String,
    /// Date of approval of the edition.
    pub edition: Date,
    /// SHA-256 of the canonical text, see [`super::passages`].
    pub text_sha256: String,
    /// How many errata the front matter had: this entry and those before it tell of them.
    pub errata: usize,
    /// The files that were found on the site: page, printed act, data.
    pub files: Vec<PostedFile>,
    /// Last day for posting by the local rule, as it was known then.
    pub due: Date,
    /// Last day for posting by the law, as it was known then.
    pub due_law: Date,
    /// When.
    pub at: Moment,
    /// The commit of the content: 7 to 64 hexadecimal digits.
    pub commit: Option<String>,
    /// Absolute address of the edition's page.
    pub address: String,
    /// Program and version, `reglament 0.1.0`.
    pub tool: String,
}

/// What happened to an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKind {
    /// Размещена: it is on the site for the first time.
    Posted,
    /// Размещена повторно: the same text, other files.
    Reposted,
    /// Исправлена опечатка: the text was put right under the same approval; the reason.
    Corrected(String),
    /// Снята с сайта; the reason.
    Withdrawn(String),
}

/// A file on the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedFile {
    /// Path in the output folder, with `/`.
    pub path: String,
    /// SHA-256 of its bytes, 64 hexadecimal digits in lower case.
    pub sha256: String,
}

/// Where a journal ends (контрольная точка): published, it shows later that nothing was cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Number of entries.
    pub count: u64,
    /// Hash of the last one; [`NO_HASH`] if there is none.
    pub hash: String,
}

/// A time stamp (отметка времени): the answer of a service that a journal was there at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// How many entries the journal had.
    pub count: u64,
    /// The answer, RFC 3161, in DER.
    pub bytes: Vec<u8>,
}

/// The present journal does not continue the published one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diverged {
    /// Head of the present one.
    pub ours: Head,
    /// Head of the published one.
    pub published: Head,
    /// Number of entries from the first on that are the same in both.
    pub common: u64,
}

impl Default for Head {
    fn default() -> Self {
        Self { count: 0, hash: NO_HASH.to_owned() }
    }
}

impl EntryKind {
    /// Name in the journal and in data files.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Posted => "posted",
            Self::Reposted => "reposted",
            Self::Corrected(_) => "corrected",
            Self::Withdrawn(_) => "withdrawn",
        }
    }

    /// The reason that this kind has to have.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Corrected(reason) | Self::Withdrawn(reason) => Some(reason),
            Self::Posted | Self::Reposted => None,
        }
    }
}

impl Record {
    /// Whether it is about this edition of this regulation.
    #[must_use]
    pub fn is_of(&self, regulation: &str, edition: Date) -> bool {
        self.regulation == regulation && self.edition == edition
    }
}

impl Journal {
    /// An empty journal for the file at `path`, from the workspace's root.
    #[must_use]
    pub fn empty(path: &str) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// A journal that cannot be read: nothing is known of it, so it is not sound.
    #[must_use]
    pub fn unread() -> Self {
        Self { broken: true, ..Self::default() }
    }

    /// The entries in their order. Of a journal with faults only those lines that are sound in
    /// themselves.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The whole lines of the file, byte by byte; what a crash left behind them is not there.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether the chain is whole. What a broken journal does not tell is not known.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.broken
    }

    /// The day of the first entry, as the school's clocks showed it; `None` for an empty journal.
    #[must_use]
    pub fn since(&self) -> Option<Date> {
        self.entries.first().map(|entry| entry.record.at.date())
    }

    /// Where the journal ends.
    #[must_use]
    pub fn head(&self) -> Head {
        let head = |last: &Entry| Head { count: last.seq, hash: last.hash.clone() };
        self.entries.last().map(head).unwrap_or_default()
    }

    /// Adds an entry and returns its line, with the line feed, for the end of the file.
    ///
    /// # Errors
    /// Never in practice: a record is strings and dates; an error of the serialiser is passed on.
    pub fn append(&mut self, record: Record) -> Result<String, serde_json::Error> {
        let Head { count, hash } = self.head();
        let (entry, line) = Entry::seal(count + 1, hash, record)?;
        self.bytes.extend(line.as_bytes());
        self.entries.push(entry);
        Ok(line)
    }

    /// Checks that this journal begins with all of `published`, byte by byte.
    ///
    /// # Errors
    /// Both heads if it is shorter or another one.
    pub fn continues(&self, published: &Self) -> Result<(), Diverged> {
        if self.bytes.starts_with(&published.bytes) {
            return Ok(());
        }
        let pairs = self.entries.iter().zip(&published.entries);
        let common = pairs.take_while(|(ours, theirs)| ours == theirs).count() as u64;
        Err(Diverged { ours: self.head(), published: published.head(), common })
    }

    /// The entries about one edition, the oldest first.
    #[must_use]
    pub fn of<'a>(
        &'a self,
        regulation: &'a str,
        edition: Date,
    ) -> impl DoubleEndedIterator<Item = &'a Entry> {
        self.entries.iter().filter(move |entry| entry.record.is_of(regulation, edition))
    }

    /// The entry by which an edition came on the site.
    #[must_use]
    pub fn first(&self, regulation: &str, edition: Date) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.record.is_of(regulation, edition))
    }

    /// The last entry about an edition.
    #[must_use]
    pub fn last(&self, regulation: &str, edition: Date) -> Option<&Entry> {
        self.entries.iter().rfind(|entry| entry.record.is_of(regulation, edition))
    }

    /// The entry that took an edition from the site, unless it was posted again.
    #[must_use]
    pub fn withdrawal(&self, regulation: &str, edition: Date) -> Option<&Entry> {
        let last = self.last(regulation, edition);
        last.filter(|entry| matches!(entry.record.kind, EntryKind::Withdrawn(_)))
    }

    /// The line of `entry` in the file; only for an entry of a sound journal.
    #[must_use]
    pub fn place(&self, entry: &Entry) -> Place {
        let index = usize::try_from(entry.seq).unwrap_or(usize::MAX).saturating_sub(1);
        let line = self.bytes.split(|byte| *byte == b'\n').nth(index).unwrap_or_default();
        let before = u32::try_from(index).unwrap_or(u32::MAX);
        LineIndex::part(Arc::clone(&self.path), &String::from_utf8_lossy(line), before).line(1)
    }
}
