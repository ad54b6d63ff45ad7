//! The journals of the schools: their heads, and repair of a last line that a crash tore.

use std::path::Path;

use super::{RunError, choose};
use crate::diagnostics::Diagnostics;
use crate::model::journal::{Head, parse, repaired};
use crate::publish;
use crate::source;

/// The journal of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolJournal {
    /// Id of the school.
    pub school: String,
    /// Its head.
    pub head: Head,
    /// Whether it is sound.
    pub state: State,
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
        if !bytes.is_empty() {
            journals.push(SchoolJournal { school, head: journal.head(), state });
        }
    }
    Ok((journals, found))
}
