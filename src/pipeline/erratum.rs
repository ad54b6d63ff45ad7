//! Errata: mistakes of writing in an approved text, put right without a new approval.
//!
//! The webmaster corrects the words in the edition's file; this records what stood there, what
//! stands there now and why, and freezes the corrected text. Clauses that were added or removed
//! are no mistake of writing: they need a new approval.

use std::path::PathBuf;

use jiff::civil::Date;

use super::choose::{Choice, ChooseError, only, open};
use super::clock::Clock;
use super::lock::restamp;
use super::{Request, RunError};
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::frozen::{Change, canonical, changes, excerpts};
use crate::model::passages::{Passage, PassageKind, passages, sha256};
use crate::model::regulation::{Edition, Erratum, Regulation};
use crate::model::resolve;
use crate::publish;
use crate::source::yaml::quoted;
use crate::source::{self, Workspace, front};

/// What is to be recorded.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// Id of the school; may be left out if there is one.
    pub school: Option<String>,
    /// Id of the regulation; may be left out if the school has one.
    pub regulation: Option<String>,
    /// Date of approval of the edition; the latest if left out.
    pub edition: Option<Date>,
    /// Where, as people cite it; by the number of the clause if left out.
    pub at: Option<String>,
    /// Why it is no amendment.
    pub reason: String,
    /// What day it is.
    pub clock: Clock,
}

/// What was recorded.
#[derive(Debug)]
pub struct Corrected {
    /// Path of the edition's file, from the workspace's root.
    pub path: String,
    /// Each mistake: where, what stood there, what stands there now.
    pub errata: Vec<[String; 3]>,
    /// SHA-256 of the canonical text, hexadecimal.
    pub sha256: String,
}

/// Why nothing was recorded. The workspace is as it was.
#[derive(Debug)]
pub enum ErratumError {
    /// There is nothing to correct, or a choice among several.
    Choose(ChooseError),
    /// The edition was not approved by `reglament approve`: its text was not kept.
    NotFrozen(String),
    /// The text is as it was approved.
    Same(String),
    /// This many passages were added or removed.
    Amended(usize),
    /// `errata` stands on one line in this file and cannot be added to.
    OneLine(String),
    /// The system refused.
    Run(RunError),
}

impl From<RunError> for ErratumError {
    fn from(error: RunError) -> Self {
        Self::Run(error)
    }
}

impl From<ChooseError> for ErratumError {
    fn from(error: ChooseError) -> Self {
        Self::Choose(error)
    }
}

/// Records the differences between an edition's text and the text as approved.
///
/// # Errors
/// [`ErratumError`].
pub fn correct(correction: &Correction, words: &Catalogue) -> Result<Corrected, ErratumError> {
    let workspace = open(&correction.root)?;
    let mut found = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut found);
    let ids = sites.schools.iter().map(String::as_str);
    let id = only(Choice::School, correction.school.as_deref(), ids)?;
    let shared = resolve::shared(&sites, &mut found);
    let sources = source::read_school(&workspace, id, &mut found);
    let Some(school) = resolve::school(&sources, &shared, &mut found) else {
        return Err(ErratumError::Choose(ChooseError::Found(found)));
    };
    let ids = school.regulations.iter().map(|act| act.id.as_str());
    let wanted = only(Choice::Regulation, correction.regulation.as_deref(), ids)?;
    let act = school.regulations.iter().find(|act| act.id == wanted);
    let edition = act.and_then(|act| chosen(act, correction.edition).transpose()).transpose()?;
    let Some(edition) = edition else {
        return Err(ErratumError::Choose(ChooseError::Found(found)));
    };
    let today = correction.clock.today(&school.zone.rules);
    let corrected = record(&workspace, edition, (correction, today), words)?;
    restamp(&Request::of_school(&correction.root, id, correction.clock))?;
    Ok(corrected)
}

/// The edition of that date, else the latest.
fn chosen(act: &Regulation, date: Option<Date>) -> Result<Option<&Edition>, ChooseError> {
    let Some(date) = date else { return Ok(act.latest()) };
    let edition = act.editions.iter().find(|edition| edition.approval.date == date);
    edition.map(Some).ok_or_else(|| ChooseError::Choose {
        what: Choice::Edition,
        wanted: Some(date.to_string()),
        known: act.editions.iter().map(|edition| edition.approval.date.to_string()).collect(),
    })
}

fn record(
    workspace: &Workspace,
    edition: &Edition,
    (correction, today): (&Correction, Date),
    words: &Catalogue,
) -> Result<Corrected, ErratumError> {
    let path = edition.written.path.to_string();
    let Some(approved) = &edition.frozen else { return Err(ErratumError::NotFrozen(path)) };
    let passages = passages(&edition.text);
    let changes = changes(approved, &passages);
    let amended = changes.iter().filter(|change| change.was.is_none() || change.now.is_none());
    match amended.count() {
        0 if changes.is_empty() => return Err(ErratumError::Same(path)),
        0 => {}
        count => return Err(ErratumError::Amended(count)),
    }
    let at = correction.at.as_deref();
    let errata = changes.iter().filter_map(|change| erratum(change, &passages, at, words));
    let errata: Vec<[String; 3]> = errata.collect();
    let mut found = Diagnostics::default();
    let Some(mut text) = workspace.read_as_is(&path, &mut found) else {
        return Err(ErratumError::Choose(ChooseError::Found(found)));
    };
    let left = if has(&edition.errata, &errata) { [].as_slice() } else { errata.as_slice() };
    for erratum in left {
        let item = item(today, erratum, &correction.reason);
        text = front::with_item(&text, "errata", &item)
            .ok_or_else(|| ErratumError::OneLine(path.clone()))?;
    }
    let lock = path.strip_suffix("md").map(|stem| format!("{stem}lock")).unwrap_or_default();
    // The edition first: a run that breaks off between the two leaves a text that differs from
    // its lock, and can be repeated.
    publish::replace(&workspace.path(&path), &text).map_err(RunError::Publish)?;
    let frozen = canonical(&passages);
    publish::replace(&workspace.path(&lock), &frozen).map_err(RunError::Publish)?;
    Ok(Corrected { path, errata, sha256: sha256(&passages) })
}

/// Whether `errata` are the last ones of `known`: a run that broke off before the text was frozen
/// has recorded them.
fn has(known: &[Erratum], errata: &[[String; 3]]) -> bool {
    let last = known.len().checked_sub(errata.len()).and_then(|start| known.get(start..));
    let same = |(known, [at, was, now]): (&Erratum, &[String; 3])| {
        known.at == *at && known.was == *was && known.now == *now
    };
    last.is_some_and(|last| last.iter().zip(errata).all(same))
}

/// Where, what stood there and what stands there now.
fn erratum(
    change: &Change,
    all: &[Passage<'_>],
    at: Option<&str>,
    words: &Catalogue,
) -> Option<[String; 3]> {
    let (was, now) = excerpts(change.was.as_ref()?, change.now.as_ref()?);
    let at = at.map_or_else(|| place(all, change.passage, words), str::to_owned);
    Some([at, was, now])
}

/// «пункт 5.2», «подпункт 3) пункта 5.2»: the nearest numbers.
fn place(all: &[Passage<'_>], index: usize, words: &Catalogue) -> String {
    let mut next = Some(index);
    while let Some(passage) = next.and_then(|index| all.get(index)) {
        if let Some(number) = passage.number {
            let kind = match passage.kind {
                PassageKind::Section(_) => "section",
                PassageKind::Appendix(_) => "appendix",
                PassageKind::Item => "item",
                PassageKind::Table => "table",
                PassageKind::Footnote => "footnote",
                _ => "clause",
            };
            let number = number.trim_end_matches('.');
            let args = [("kind", kind.into()), ("number", number.into())];
            return words.format("erratum-place", &args);
        }
        next = passage.parent;
    }
    words.text("erratum-place-text").to_owned()
}

/// An item of `errata`.
fn item(today: Date, [at, was, now]: &[String; 3], reason: &str) -> Vec<String> {
    let mut lines = vec![format!("date: {today}")];
    for (key, value) in [("at", at.as_str()), ("was", was), ("now", now), ("reason", reason)] {
        lines.push(format!("{key}: {}", quoted(value)));
    }
    lines
}
