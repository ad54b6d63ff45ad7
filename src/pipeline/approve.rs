//! Approving: a draft becomes an edition and is frozen.
//!
//! The draft's file with the facts of the approval in its front matter becomes the edition's
//! file; the canonical text is kept beside it (see [`crate::model::frozen`]); then the draft is
//! removed. Nothing is written unless the edition can be understood and judged without errors.

use std::io;
use std::path::PathBuf;

use jiff::civil::Date;

use super::choose::{Choice, ChooseError, only, open};
use super::clock::Clock;
use super::lock::restamp;
use super::{Request, RunError};
use crate::checks::{self, Purpose};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::due::DueDates;
use crate::model::frozen::canonical;
use crate::model::occurrence::occurrences;
use crate::model::passages::{passages, sha256};
use crate::model::regulation::Edition;
use crate::model::resolve::{self, Shared};
use crate::publish::{self, PublishError};
use crate::source::files::normalise;
use crate::source::yaml::quoted;
use crate::source::{self, SchoolSources, Workspace, front};

/// Name of a draft's file without ending.
const DRAFT: &str = "draft";

/// What is to be approved, and how.
#[derive(Debug, Clone)]
pub struct Approval {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// Id of the school; may be left out if there is one.
    pub school: Option<String>,
    /// Id of the regulation; may be left out if the school has one.
    pub regulation: Option<String>,
    /// Date of approval.
    pub date: Date,
    /// Who approved, by which order, and from when on it is in force.
    pub facts: Facts,
    /// What day it is.
    pub clock: Clock,
}

/// The facts of an approval.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Who approved: «приказом директора».
    pub by: Option<String>,
    /// Number of the order.
    pub order: Option<String>,
    /// Protocols with their role, `adopted` or `agreed`: body, and date and number where known.
    pub protocols: Vec<(&'static str, [Option<String>; 3])>,
    /// First day in force.
    pub in_force: Option<Date>,
    /// Last day in force.
    pub valid_until: Option<Date>,
}

/// What was approved.
#[derive(Debug)]
pub struct Approved {
    /// Path of the edition's file, from the workspace's root.
    pub path: String,
    /// SHA-256 of the canonical text, hexadecimal.
    pub sha256: String,
    /// Until when it has to be posted.
    pub due: DueDates,
    /// Warnings and notes about the edition.
    pub found: Diagnostics,
}

/// Why nothing was approved. The workspace is as it was.
#[derive(Debug)]
pub enum ApproveError {
    /// There is nothing to approve, or a choice among several.
    Choose(ChooseError),
    /// The regulation has no draft: this file does not exist.
    NoDraft(String),
    /// There is an edition of that date already.
    Exists(String),
    /// The date lies in the future.
    Future(Date),
    /// The edition would have errors.
    Found(Diagnostics),
    /// The system refused.
    Run(RunError),
}

impl From<RunError> for ApproveError {
    fn from(error: RunError) -> Self {
        Self::Run(error)
    }
}

impl From<ChooseError> for ApproveError {
    fn from(error: ChooseError) -> Self {
        Self::Choose(error)
    }
}

/// Approves the draft of a regulation.
///
/// # Errors
/// [`ApproveError`]; nothing was written then, but for [`ApproveError::Run`], which names the
/// file that could not be.
pub fn approve(approval: &Approval) -> Result<Approved, ApproveError> {
    let workspace = open(&approval.root)?;
    let mut found = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut found);
    let ids = sites.schools.iter().map(String::as_str);
    let school = only(Choice::School, approval.school.as_deref(), ids)?.to_owned();
    let shared = resolve::shared(&sites, &mut found);
    let mut sources = source::read_school(&workspace, &school, &mut found);
    let regulation = regulation(&sources, approval.regulation.as_deref())?;
    let file = |name: &str| source::regulation_file(&school, &regulation, name);
    let (draft, edition) = (file("draft.md"), file(&format!("{}.md", approval.date)));
    if !workspace.exists(&draft) {
        return Err(ApproveError::NoDraft(draft));
    }
    if workspace.exists(&edition) {
        return Err(ApproveError::Exists(edition));
    }
    let text = text(&workspace, &draft, approval, &mut found);
    let text = text.ok_or_else(|| ApproveError::Found(std::mem::take(&mut found)))?;
    let plain = normalise(text.clone());
    place(&mut sources, &regulation, (&edition, &plain), approval.date, &mut found);
    let Some(made) = judged(&sources, &shared, (approval, &regulation), &mut found)? else {
        return Err(ApproveError::Found(found));
    };
    let lock = file(&format!("{}.lock", approval.date));
    write(&workspace, [&edition, &lock, &draft], &text, &made).map_err(RunError::Publish)?;
    restamp(&Request::of_school(&approval.root, &school, approval.clock))?;
    let sha256 = sha256(&passages(&made.text));
    Ok(Approved { path: edition, sha256, due: made.due, found })
}

/// The regulation that is meant: one that has a draft, if none is named.
fn regulation(sources: &SchoolSources, wanted: Option<&str>) -> Result<String, ApproveError> {
    let drafted = sources.regulations.iter().filter(|(id, editions)| {
        wanted == Some(id) || editions.iter().any(|edition| edition.stem == DRAFT)
    });
    let ids = drafted.map(|(id, _)| id.as_str());
    Ok(only(Choice::Regulation, wanted, ids)?.to_owned())
}

/// The draft's text with the approval in its front matter.
fn text(
    workspace: &Workspace,
    draft: &str,
    approval: &Approval,
    found: &mut Diagnostics,
) -> Option<String> {
    let text = workspace.read_as_is(draft, found)?;
    let appended = front::appended(&text, &yaml(approval.date, &approval.facts));
    if appended.is_none() {
        found.push(Diagnostic::error("front-matter-missing", Place::file(draft)));
    }
    appended
}

/// The facts of the approval as lines of front matter.
fn yaml(date: Date, facts: &Facts) -> String {
    let mut out = format!("approved:\n  date: {date}\n");
    let named = [("by", &facts.by), ("order", &facts.order)];
    for (key, value) in named.iter().filter_map(|(key, value)| Some((key, value.as_ref()?))) {
        out.push_str(&format!("  {key}: {}\n", quoted(value)));
    }
    if !facts.protocols.is_empty() {
        out.push_str("  protocols:\n");
    }
    for (role, protocol) in &facts.protocols {
        let parts = ["body", "date", "number"].iter().zip(protocol);
        let parts = parts.filter_map(|(key, value)| Some((key, value.as_ref()?)));
        for (index, (key, value)) in parts.enumerate() {
            let dash = if index == 0 { '-' } else { ' ' };
            let value = if *key == "date" { value.clone() } else { quoted(value) };
            out.push_str(&format!("    {dash} {key}: {value}\n"));
        }
        out.push_str(&format!("      role: {role}\n"));
    }
    let days = [("in_force", facts.in_force), ("valid_until", facts.valid_until)];
    for (key, day) in days.iter().filter_map(|(key, day)| Some((key, (*day)?))) {
        out.push_str(&format!("{key}: {day}\n"));
    }
    out
}

/// Puts the edition in the place of the draft.
fn place(
    sources: &mut SchoolSources,
    regulation: &str,
    (path, text): (&str, &str),
    date: Date,
    found: &mut Diagnostics,
) {
    let made = source::edition(&date.to_string(), path, text, found);
    let act = sources.regulations.iter_mut().find(|(id, _)| id == regulation);
    if let Some((_, editions)) = act {
        editions.retain(|edition| edition.stem != DRAFT);
        editions.extend(made);
    }
}

/// The edition as it would be, if the school has no errors then.
fn judged(
    sources: &SchoolSources,
    shared: &Shared,
    (approval, regulation): (&Approval, &str),
    found: &mut Diagnostics,
) -> Result<Option<Edition>, ApproveError> {
    let Some(school) = resolve::school(sources, shared, found) else { return Ok(None) };
    let today = approval.clock.today(&school.zone.rules);
    if approval.date > today {
        return Err(ApproveError::Future(approval.date));
    }
    let occurrences = occurrences(&school, &shared.calendar);
    found.append(checks::run(&school, &occurrences, &shared.calendar, today, Purpose::Build));
    if found.has_errors() {
        return Ok(None);
    }
    let act = school.regulations.into_iter().find(|act| act.id == regulation);
    let mut editions = act.into_iter().flat_map(|act| act.editions);
    Ok(editions.find(|edition| edition.approval.date == approval.date))
}

/// Writes the edition and its lock, removes the draft.
fn write(
    workspace: &Workspace,
    [edition, lock, draft]: [&str; 3],
    text: &str,
    made: &Edition,
) -> Result<(), PublishError> {
    // A lock without its edition is worth nothing: one that a broken run left is replaced.
    let frozen = canonical(&passages(&made.text));
    publish::replace(&workspace.path(lock), &frozen)?;
    publish::create(&workspace.path(edition), text)?;
    let draft = workspace.path(draft);
    std::fs::remove_file(&draft).or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => Ok(()),
        _ => Err(PublishError::Io { path: draft, source: error }),
    })
}
