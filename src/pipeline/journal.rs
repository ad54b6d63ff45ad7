//! The journals of the schools: their heads and time stamps, and repair of a last line that a
//! crash tore.

use std::path::Path;

use jiff::Timestamp;

use super::{RunError, choose, timestamp};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::journal::{Head, Journal, parse, repaired};
use crate::model::resolve;
use crate::model::site::TimestampService;
use crate::publish;
use crate::source::{self, Workspace};

/// The journal of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolJournal {
    /// Id of the school.
    pub school: String,
    /// Its head.
    pub head: Head,
    /// Whether it is sound.
    pub state: State,
    /// Its time stamps: numbers of entries, and when they were there; `None` if that cannot be
    /// checked, since `site.yaml` names no service.
    pub tokens: Vec<(u64, Option<Timestamp>)>,
}

/// How a journal was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Without faults.
    Sound,
    /// Its torn last line was removed, or ended.
    Repaired,
    /// It has faults, which are among the findings.
    Broken,
}

/// The journals of these schools (all, if none is named) that have entries, in the order of the
/// schools, and the faults of those that have some. With `repair` a torn last line is put right
/// where nothing else is wrong.
///
/// # Errors
/// If the workspace cannot be entered, a school is unknown, or the system refuses to write.
pub fn journals(
    root: &Path,
    schools: &[String],
    repair: bool,
) -> Result<(Vec<SchoolJournal>, Diagnostics), RunError> {
    let workspace = choose::workspace(root)?;
    let mut found = Diagnostics::default();
    let sources = source::read_site(&workspace, &mut found);
    let chosen = super::chosen(&sources, schools)?;
    // Mistakes of other files are for `check` to find.
    let service = resolve::shared(&sources, &mut Diagnostics::default()).site.timestamp;
    let mut journals = Vec::new();
    for school in chosen {
        let path = source::journal(&school);
        let bytes = source::read_journal(&workspace, &school, &mut found);
        let mend = repair.then(|| repaired(&bytes)).flatten();
        if let Some(mended) = &mend {
            publish::replace(&workspace.path(&path), mended)?;
        }
        let state = if mend.is_some() { State::Repaired } else { State::Sound };
        let journal = parse(&path, mend.as_deref().unwrap_or(&bytes), &mut found);
        let state = if journal.is_sound() { state } else { State::Broken };
        let tokens = tokens(&workspace, &school, &journal, service.as_ref(), &mut found);
        if !bytes.is_empty() || !tokens.is_empty() {
            journals.push(SchoolJournal { school, head: journal.head(), state, tokens });
        }
    }
    Ok((journals, found))
}

/// The time stamps of a journal that hold; the others are findings.
fn tokens(
    workspace: &Workspace,
    school: &str,
    journal: &Journal,
    service: Option<&TimestampService>,
    found: &mut Diagnostics,
) -> Vec<(u64, Option<Timestamp>)> {
    let mut tokens = Vec::new();
    for (count, _) in source::read_tokens(workspace, school, found) {
        let Some(service) = service else {
            tokens.push((count, None));
            continue;
        };
        let path = source::token(school, count);
        let authority = workspace.path(&service.authority);
        let entry = journal.entries().iter().find(|entry| entry.seq == count);
        let checked = entry
            .ok_or_else(|| "none".to_owned())
            .and_then(|entry| timestamp::verify(&workspace.path(&path), &entry.hash, &authority));
        match checked {
            Ok(time) => tokens.push((count, Some(time))),
            Err(detail) => {
                let wrong = Diagnostic::error("timestamp-wrong", Place::file(path.as_str()));
                found.push(wrong.with("count", count).with("detail", detail));
            }
        }
    }
    tokens
}
