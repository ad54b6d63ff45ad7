//! What is entered in the journals.

use super::{Posting, PostingError, Seen};
use crate::checks::Purpose;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::journal::{
    self, Entry, EntryKind, Frozen, Journal, Moment, PostedFile, Record, frozen,
};
use crate::model::passages::{hex, passages, sha256};
use crate::model::regulation::{Edition, Erratum, Regulation};
use crate::model::school::School;
use crate::outputs::addresses::Addresses;
use crate::pipeline::Site;
use crate::publish;
use crate::source::{self, files::LARGEST_TEXT};
use crate::verify::{EditionVerdict, Trouble, Verdict, Weight};

/// Program and version.
const TOOL: &str = concat!("reglament ", env!("CARGO_PKG_VERSION"));

/// Longest reason in an entry, in bytes: an entry's line has a limit, and the page of the edition
/// has each erratum in full.
const LONGEST_REASON: usize = 8 << 10;

/// Appends what is new to the journal of every school: only what was `seen` on the site as it
/// should be, with our text. `all` gets the new entries with the ids of their schools.
///
/// # Errors
/// If a school has errors or the system refuses; the entries of the other schools are made.
pub(super) fn append(
    posting: &Posting<'_>,
    seen: &Seen,
    all: &mut Vec<(String, Entry)>,
) -> Result<(), PostingError> {
    let (site, mut found) = Site::open(&posting.request, Purpose::Build)?;
    if found.has_errors() {
        return Err(PostingError::Found(found));
    }
    let mut trouble = None;
    for id in &site.schools {
        // What is wrong with one school does not keep the others from being entered.
        let mut own = Diagnostics::default();
        match entered(&site, id, (posting, seen), &mut own) {
            Ok(entries) => all.extend(entries.into_iter().map(|entry| (id.clone(), entry))),
            Err(error) => trouble = trouble.or(Some(error)),
        }
        found.append(own);
    }
    match trouble {
        Some(trouble) => Err(trouble),
        None if found.has_errors() => Err(PostingError::Found(found)),
        None => Ok(()),
    }
}

/// Makes the entries of one school; none if it has errors, which go to `found`.
fn entered(
    site: &Site<'_>,
    id: &str,
    (posting, seen): (&Posting<'_>, &Seen),
    found: &mut Diagnostics,
) -> Result<Vec<Entry>, PostingError> {
    let made = site.judged(id, found, |judged| {
        let addresses = Addresses::new(&site.shared.site, judged.school);
        Entering { posting, seen, addresses }.lines(judged.school)
    });
    let Some(made) = made else { return Ok(Vec::new()) };
    let (journal, lines) = made?;
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let path = source::journal(id);
    let faults = faults(&path, &journal);
    if faults.has_errors() {
        found.append(faults);
        return Ok(Vec::new());
    }
    let before = journal.bytes().len() - lines.len();
    publish::append(&site.workspace.path(&path), before as u64, lines.as_bytes())?;
    let new = journal.entries().len() - lines.lines().count();
    Ok(journal.entries().iter().skip(new).cloned().collect())
}

/// Why the next run would not read the journal at `path` again: what grows only must not be
/// written then.
fn faults(path: &str, journal: &Journal) -> Diagnostics {
    let mut found = Diagnostics::default();
    journal::parse(path, journal.bytes(), &mut found);
    if journal.bytes().len() as u64 > LARGEST_TEXT {
        let large = Diagnostic::error("file-too-large", Place::file(path));
        found.push(large.with("limit", LARGEST_TEXT >> 20));
    }
    found
}

/// The entries of one school at work.
struct Entering<'a> {
    posting: &'a Posting<'a>,
    seen: &'a Seen,
    addresses: Addresses,
}

impl Entering<'_> {
    /// The journal with its new entries, and their lines.
    fn lines(&self, school: &School) -> Result<(Journal, String), PostingError> {
        let mut journal = school.journal.clone();
        let mut lines = String::new();
        let mut records = Vec::new();
        for act in &school.regulations {
            records.extend(
                act.editions.iter().filter_map(|edition| self.record(school, act, edition)),
            );
        }
        records.extend(self.withdrawn(school)?);
        for record in records {
            // A record is strings and dates: it can be written.
            lines.push_str(&journal.append(record).unwrap_or_default());
        }
        Ok((journal, lines))
    }

    /// What is to be entered about an edition, if it is on the site.
    fn record(&self, school: &School, act: &Regulation, edition: &Edition) -> Option<Record> {
        let date = edition.approval.date;
        let page = self.addresses.edition(&act.id, date);
        let files = [self.addresses.act(&act.id, date), self.addresses.edition_data(&act.id, date)];
        let present = files.iter().filter(|path| self.seen.reference.size(path).is_some());
        let mut asked = present.clone().chain([&page]);
        if !asked.all(|path| self.is_there(path)) {
            return None;
        }
        let text_sha256 = sha256(&passages(&edition.text));
        let same =
            |on_site: &EditionVerdict| on_site.page.0 == page && on_site.sha256 == text_sha256;
        if !self.seen.report.editions.iter().any(same) {
            return None;
        }
        let files: Vec<PostedFile> = present.filter_map(|path| self.posted(path)).collect();
        let kind = kind(&school.journal, act, edition, &files)?;
        Some(Record {
            kind,
            regulation: act.id.clone(),
            edition: date,
            text_sha256,
            errata: edition.errata.len(),
            files,
            due: edition.due.local,
            due_law: edition.due.law,
            at: self.now(school),
            commit: self.posting.commit.clone(),
            address: self.addresses.absolute(&page),
            tool: TOOL.to_owned(),
        })
    }

    /// Editions of the journal that are no longer in the content and no longer on the site.
    fn withdrawn(&self, school: &School) -> Result<Vec<Record>, PostingError> {
        let Some(words) = &self.posting.withdrawn else { return Ok(Vec::new()) };
        let known = |record: &Record| {
            let act = school.regulations.iter().find(|act| act.id == record.regulation);
            act.is_some_and(|act| act.editions.iter().any(|e| e.approval.date == record.edition))
        };
        let mut records: Vec<Record> = Vec::new();
        for entry in school.journal.entries().iter().rev() {
            let record = &entry.record;
            let again = records.iter().any(|other| other.is_of(&record.regulation, record.edition));
            let gone = matches!(record.kind, EntryKind::Withdrawn(_));
            if again || gone || known(record) || self.on_site(record)? {
                continue;
            }
            let at = self.now(school);
            let kind = EntryKind::Withdrawn(shortened(words.clone()));
            let commit = self.posting.commit.clone();
            let tool = TOOL.to_owned();
            records.push(Record { kind, at, commit, tool, ..record.clone() });
        }
        records.reverse();
        Ok(records)
    }

    /// Whether the page of the edition is still on the site.
    fn on_site(&self, record: &Record) -> Result<bool, PostingError> {
        let page = self.addresses.edition(&record.regulation, record.edition);
        match self.posting.site.get(&page, None) {
            Ok(_) => Ok(true),
            Err(Trouble::Missing) => Ok(false),
            Err(trouble) => Err(PostingError::Withdrawn(page, trouble)),
        }
    }

    /// When the site was seen, at the school.
    fn now(&self, school: &School) -> Moment {
        Moment::new(self.seen.clock.moment(&school.zone.rules), &school.zone)
    }

    /// Whether visitors get this file as they should.
    fn is_there(&self, path: &str) -> bool {
        let found = self.seen.report.files.binary_search_by(|(known, _)| known.as_str().cmp(path));
        let verdict = found.ok().map(|index| &self.seen.report.files[index].1);
        verdict.is_some_and(|verdict: &Verdict| verdict.weight() < Weight::Wrong)
    }

    /// The file with its hash.
    fn posted(&self, path: &str) -> Option<PostedFile> {
        let sha256 = hex(&self.seen.reference.sha256(path)?);
        Some(PostedFile { path: path.to_owned(), sha256 })
    }
}

/// What happened to the edition since its last entry; `None` if nothing.
fn kind(
    journal: &Journal,
    act: &Regulation,
    edition: &Edition,
    files: &[PostedFile],
) -> Option<EntryKind> {
    let Some(last) = journal.last(&act.id, edition.approval.date) else {
        return Some(EntryKind::Posted);
    };
    match frozen(journal, &act.id, edition) {
        Frozen::ToCorrect(errata) => Some(EntryKind::Corrected(reason(errata))),
        _ if matches!(last.record.kind, EntryKind::Withdrawn(_)) => Some(EntryKind::Reposted),
        _ if last.record.files != files => Some(EntryKind::Reposted),
        _ => None,
    }
}

/// What was put right, and why; what several errata have in common is said once.
fn reason(errata: &[Erratum]) -> String {
    let mut parts: Vec<(String, String)> = Vec::new();
    for erratum in errata {
        let why = erratum.reason.clone();
        let why = why.unwrap_or_else(|| format!("«{}» → «{}»", erratum.was, erratum.now));
        match parts.iter_mut().find(|(_, other)| *other == why) {
            Some((at, _)) => at.extend([", ", &erratum.at]),
            None => parts.push((erratum.at.clone(), why)),
        }
    }
    let parts: Vec<_> = parts.into_iter().map(|(at, why)| format!("{at}: {why}")).collect();
    shortened(parts.join("; "))
}

/// `reason` with at most [`LONGEST_REASON`] bytes.
fn shortened(mut reason: String) -> String {
    if reason.len() > LONGEST_REASON {
        reason.truncate(reason.floor_char_boundary(LONGEST_REASON - "…".len()));
        reason.push('…');
    }
    reason
}
