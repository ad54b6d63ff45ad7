//! An entry as a line of the file: written in one way only, and read only if so written.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Entry, EntryKind, Moment, PostedFile, Record};
use crate::model::passages::hex;

/// Longest line, in bytes: an entry has about a thousand.
pub(super) const LONGEST: usize = 64 << 10;

/// What stands before the hash, and behind it at the end of the line.
const SEAL: (&str, &str) = (",\"hash\":\"", "\"}");

/// Digits of a SHA-256.
const DIGITS: usize = 64;

/// The members of a line in their order, without the hash.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Members {
    seq: u64,
    previous: String,
    kind: String,
    regulation: String,
    edition: String,
    text_sha256: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    errata: usize,
    files: Vec<FileMembers>,
    approved: String,
    due: String,
    due_law: String,
    at: String,
    zone: String,
    commit: Option<String>,
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    tool: String,
}

/// The members of a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileMembers {
    path: String,
    sha256: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`LONGEST`].
    Long,
    /// It does not end in a hash.
    End,
    /// It is no JSON.
    Json,
    /// A member is missing, not known or of another type.
    Members,
    /// This member has a value that it cannot have.
    Value(&'static str),
    /// It says the same in another form: spaces, order, escapes.
    Form,
    /// The hash is not that of the line.
    Hash,
}

impl Entry {
    /// The entry with its hash, and its line with the line feed.
    ///
    /// # Errors
    /// Never in practice: a record is strings and dates; an error of the serialiser is passed on.
    pub fn seal(
        seq: u64,
        previous: String,
        record: Record,
    ) -> Result<(Self, String), serde_json::Error> {
        let mut entry = Self { seq, previous, record, hash: String::new() };
        let mut line = entry.members()?;
        entry.hash = hash(&line);
        line.extend([SEAL.0, &entry.hash, SEAL.1, "\n"]);
        Ok((entry, line))
    }

    /// The line up to the hash.
    fn members(&self) -> Result<String, serde_json::Error> {
        let record = &self.record;
        let file = |file: &PostedFile| FileMembers {
            path: file.path.clone(),
            sha256: file.sha256.clone(),
        };
        let mut line = serde_json::to_string(&Members {
            seq: self.seq,
            previous: self.previous.clone(),
            kind: record.kind.id().to_owned(),
            regulation: record.regulation.clone(),
            edition: record.edition.to_string(),
            text_sha256: record.text_sha256.clone(),
            errata: record.errata,
            files: record.files.iter().map(file).collect(),
            approved: record.edition.to_string(),
            due: record.due.to_string(),
            due_law: record.due_law.to_string(),
            at: record.at.text(),
            zone: record.at.zone().to_owned(),
            commit: record.commit.clone(),
            address: record.address.clone(),
            reason: record.kind.reason().map(str::to_owned),
            tool: record.tool.clone(),
        })?;
        line.pop();
        Ok(line)
    }
}

/// The entry of a line without its line feed, or what is wrong with it and where, as a range of
/// bytes.
pub(super) fn read(line: &str) -> Result<Entry, (Fault, Range<usize>)> {
    let everywhere = 0..line.len();
    if line.is_empty() {
        return Err((Fault::Empty, everywhere));
    }
    if line.len() > LONGEST {
        return Err((Fault::Long, everywhere));
    }
    let (body, seal) = split(line).ok_or((Fault::End, line.len() - 1..line.len()))?;
    let members: Members =
        serde_json::from_str(&format!("{body}}}")).map_err(|error| misread(&error, body))?;
    let entry = entry(members, seal).map_err(|member| (Fault::Value(member), at(line, member)))?;
    if hash(body) != seal {
        let start = body.len() + SEAL.0.len();
        return Err((Fault::Hash, start..start + DIGITS));
    }
    match entry.members() {
        Ok(same) if same == body => Ok(entry),
        _ => Err((Fault::Form, everywhere)),
    }
}

/// The line up to its hash, and the hash.
fn split(line: &str) -> Option<(&str, &str)> {
    let length = SEAL.0.len() + DIGITS + SEAL.1.len();
    let (body, seal) = line.split_at_checked(line.len().checked_sub(length)?)?;
    let seal = seal.strip_prefix(SEAL.0)?.strip_suffix(SEAL.1)?;
    is_hash(seal).then_some((body, seal))
}

/// A fault that the reader of JSON found.
fn misread(error: &serde_json::Error, body: &str) -> (Fault, Range<usize>) {
    let fault = if error.is_data() { Fault::Members } else { Fault::Json };
    let column = error.column().clamp(1, body.len().max(1));
    (fault, column - 1..column)
}

/// Where `member` stands in `line`.
pub(super) fn at(line: &str, member: &str) -> Range<usize> {
    let name = format!("\"{member}\":");
    line.find(&name).map_or(0..line.len(), |start| start..start + name.len())
}

/// The entry, or the member that has a value that it cannot have.
fn entry(members: Members, seal: &str) -> Result<Entry, &'static str> {
    let kind = kind(&members)?;
    let edition = date(&members.edition, "edition")?;
    let (due, due_law) = (date(&members.due, "due")?, date(&members.due_law, "due_law")?);
    let files = members.files.into_iter().map(file).collect::<Option<_>>();
    let stated = [
        (members.seq > 0, "seq"),
        (is_hash(&members.previous), "previous"),
        (!members.regulation.is_empty(), "regulation"),
        (is_hash(&members.text_sha256), "text_sha256"),
        (members.errata > 0 || members.kind != "corrected", "errata"),
        (members.approved == members.edition, "approved"),
        (!members.zone.is_empty(), "zone"),
        (members.commit.as_deref().is_none_or(is_commit), "commit"),
        (members.address.starts_with("http"), "address"),
        (!members.tool.is_empty(), "tool"),
    ];
    if let Some((_, member)) = stated.into_iter().find(|(fine, _)| !fine) {
        return Err(member);
    }
    let record = Record {
        kind,
        regulation: members.regulation,
        edition,
        text_sha256: members.text_sha256,
        errata: members.errata,
        files: files.ok_or("files")?,
        due,
        due_law,
        at: Moment::read(&members.at, &members.zone).ok_or("at")?,
        commit: members.commit,
        address: members.address,
        tool: members.tool,
    };
    Ok(Entry { seq: members.seq, previous: members.previous, record, hash: seal.to_owned() })
}

/// A reason stands with the kinds that have one, and with no other.
fn kind(members: &Members) -> Result<EntryKind, &'static str> {
    match (members.kind.as_str(), &members.reason) {
        ("posted", None) => Ok(EntryKind::Posted),
        ("reposted", None) => Ok(EntryKind::Reposted),
        ("corrected", Some(reason)) => Ok(EntryKind::Corrected(reason.clone())),
        ("withdrawn", Some(reason)) => Ok(EntryKind::Withdrawn(reason.clone())),
        ("posted" | "reposted" | "corrected" | "withdrawn", _) => Err("reason"),
        _ => Err("kind"),
    }
}

fn date(text: &str, member: &'static str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| member)
}

fn file(members: FileMembers) -> Option<PostedFile> {
    let FileMembers { path, sha256 } = members;
    (!path.is_empty() && is_hash(&sha256)).then_some(PostedFile { path, sha256 })
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

fn is_hash(text: &str) -> bool {
    text.len() == DIGITS && is_hexadecimal(text)
}

/// Whether an entry can name this as the commit: 7 to 64 hexadecimal digits in lower case.
#[must_use]
pub fn is_commit(text: &str) -> bool {
    (7..=DIGITS).contains(&text.len()) && is_hexadecimal(text)
}

fn is_hexadecimal(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A plain name: the program looks for the file beside the journal and nowhere else.
fn hash(text: &str) -> String {
    hex(&Sha256::digest(text))
}
