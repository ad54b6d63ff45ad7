//! What is entered in the journals.

use super::{Posting, PostingError};
use crate::checks::Purpose;
use crate::model::journal::{
    Entry, EntryKind, Frozen, Journal, Moment, PostedFile, Record, frozen,
};
use crate::model::passages::{hex, passages, sha256};
use crate::model::regulation::{Edition, Regulation};
use crate::model::school::School;
use crate::outputs::addresses::Addresses;
use crate::pipeline::Site;
use crate::publish;
use crate::source;
use crate::verify::{EditionVerdict, Reference, Report, Verdict, Weight};

/// Program and version.
const TOOL: &str = concat!("reglament ", env!("CARGO_PKG_VERSION"));

/// Appends what is new to the journal of every school: only what the `report` found on the site
/// as the `reference` has it, with our text.
///
/// # Errors
/// If the system refuses; entries of schools before that one stay.
pub(super) fn append(
    posting: &Posting<'_>,
    report: &Report,
    reference: &Reference,
) -> Result<Vec<(String, Entry)>, PostingError> {
    let (site, mut found) = Site::open(&posting.request, Purpose::Build)?;
    let mut all = Vec::new();
    for id in &site.schools {
        let made = site.judged(id, &mut found, |judged| {
            let addresses = Addresses::new(&site.shared.site, judged.school);
            let school = Entering { posting, report, reference, addresses };
            school.lines(judged.school)
        });
        let Some((journal, lines)) = made else { continue };
        if lines.is_empty() {
            continue;
        }
        let path = site.workspace.path(&source::journal(id));
        let before = journal.bytes().len() - lines.len();
        publish::append(&path, before as u64, lines.as_bytes())?;
        let new = lines.lines().count();
        let entries = journal.entries().iter().rev().take(new).rev();
        all.extend(entries.map(|entry| (id.clone(), entry.clone())));
    }
    if found.has_errors() { Err(PostingError::Found(found)) } else { Ok(all) }
}

/// The entries of one school at work.
struct Entering<'a> {
    posting: &'a Posting<'a>,
    report: &'a Report,
    reference: &'a Reference,
    addresses: Addresses,
}

impl Entering<'_> {
    /// The journal with its new entries, and their lines.
    fn lines(&self, school: &School) -> (Journal, String) {
        let mut journal = school.journal.clone();
        let mut lines = String::new();
        let mut records = Vec::new();
        for act in &school.regulations {
            records.extend(
                act.editions.iter().filter_map(|edition| self.record(school, act, edition)),
            );
        }
        records.extend(self.withdrawn(school));
        for record in records {
            // A record is strings and dates: it can be written.
            lines.push_str(&journal.append(record).unwrap_or_default());
        }
        (journal, lines)
    }

    /// What is to be entered about an edition, if it is on the site.
    fn record(&self, school: &School, act: &Regulation, edition: &Edition) -> Option<Record> {
        let date = edition.approval.date;
        let page = self.addresses.edition(&act.id, date);
        let files = [self.addresses.act(&act.id, date), self.addresses.edition_data(&act.id, date)];
        let present = files.iter().filter(|path| self.reference.size(path).is_some());
        let mut asked = present.clone().chain([&page]);
        if !asked.all(|path| self.is_there(path)) {
            return None;
        }
        let text_sha256 = sha256(&passages(&edition.text));
        let same =
            |on_site: &EditionVerdict| on_site.page.0 == page && on_site.sha256 == text_sha256;
        if !self.report.editions.iter().any(same) {
            return None;
        }
        let files: Vec<PostedFile> = present.filter_map(|path| self.posted(path)).collect();
        let kind = kind(&school.journal, act, edition, &files)?;
        Some(Record {
            kind,
            regulation: act.id.clone(),
            edition: date,
            text_sha256,
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
    fn withdrawn(&self, school: &School) -> Vec<Record> {
        let Some(reason) = &self.posting.withdrawn else { return Vec::new() };
        let known = |record: &Record| {
            let act = school.regulations.iter().find(|act| act.id == record.regulation);
            act.is_some_and(|act| act.editions.iter().any(|e| e.approval.date == record.edition))
        };
        let mut records: Vec<Record> = Vec::new();
        for entry in school.journal.entries().iter().rev() {
            let record = &entry.record;
            let again = records.iter().any(|other| other.is_of(&record.regulation, record.edition));
            let gone = matches!(record.kind, EntryKind::Withdrawn(_));
            let page = self.addresses.edition(&record.regulation, record.edition);
            let on_site = self.posting.site.get(&page, None).is_ok();
            if again || gone || known(record) || on_site {
                continue;
            }
            let at = self.now(school);
            let kind = EntryKind::Withdrawn(reason.clone());
            let commit = self.posting.commit.clone();
            let tool = TOOL.to_owned();
            records.push(Record { kind, at, commit, tool, ..record.clone() });
        }
        records.reverse();
        records
    }

    /// The moment of the run at the school.
    fn now(&self, school: &School) -> Moment {
        let now = self.posting.request.clock.moment(&school.zone.rules);
        Moment::new(now, &school.zone)
    }

    /// Whether visitors get this file as they should.
    fn is_there(&self, path: &str) -> bool {
        let found = self.report.files.binary_search_by(|(known, _)| known.as_str().cmp(path));
        let verdict = found.ok().map(|index| &self.report.files[index].1);
        verdict.is_some_and(|verdict: &Verdict| verdict.weight() < Weight::Wrong)
    }

    /// The file with its hash.
    fn posted(&self, path: &str) -> Option<PostedFile> {
        let sha256 = hex(&self.reference.sha256(path)?);
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
        Frozen::ToCorrect(errata) => {
            let reasons = errata.iter().map(|erratum| match &erratum.reason {
                Some(reason) => format!("{}: {reason}", erratum.at),
                None => format!("{}: «{}» → «{}»", erratum.at, erratum.was, erratum.now),
            });
            Some(EntryKind::Corrected(reasons.collect::<Vec<_>>().join("; ")))
        }
        _ if matches!(last.record.kind, EntryKind::Withdrawn(_)) => Some(EntryKind::Reposted),
        _ if last.record.files != files => Some(EntryKind::Reposted),
        _ => None,
    }
}
