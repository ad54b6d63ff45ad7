//! New workspaces, schools, timetables and regulations, written for people to go on with.
//!
//! Nothing that is there is ever replaced, and a command writes all of its files or none.
//!
//! - [`workspace`]: what `init` writes;
//! - [`school`], [`timetable`]: parts of a workspace that is there;
//! - [`regulation`]: a draft from a model regulation;
//! - [`zones`]: time zones of Russian towns.

pub mod regulation;
pub mod school;
pub mod timetable;
pub mod workspace;
pub mod zones;

use std::path::{Path, PathBuf};

use super::RunError;
use super::choose::ChooseError;
use crate::diagnostics::Diagnostics;
use crate::model::resolve::schema;
use crate::publish::{self, PublishError};
use crate::source::Workspace;

/// Files to be written: paths from the workspace's root, and texts.
pub type Files = Vec<(String, String)>;

/// Why nothing was written.
#[derive(Debug)]
pub enum SetupError {
    /// The workspace cannot be entered, or has mistakes.
    Choose(ChooseError),
    /// There is no `content/site.yaml`.
    NoSite,
    /// The site is of one school and not a portal, so that there is no place for another.
    OneSchool,
    /// No regulation can have this identifier.
    Id(String),
    /// The content has mistakes, or would have.
    Found(Diagnostics),
    /// There is no such model regulation among these; `None` if none was named.
    Model(Option<String>, Vec<String>),
    /// The system refused.
    Run(RunError),
}

impl From<ChooseError> for SetupError {
    fn from(error: ChooseError) -> Self {
        Self::Choose(error)
    }
}

impl From<RunError> for SetupError {
    fn from(error: RunError) -> Self {
        Self::Run(error)
    }
}

impl From<PublishError> for SetupError {
    fn from(error: PublishError) -> Self {
        Self::Run(RunError::Publish(error))
    }
}

/// Writes `files` into the workspace at `root`, which is made if it is not there; all or none.
///
/// # Errors
/// If some of them are there already, or the system refuses.
pub fn write(root: &Path, files: &Files) -> Result<(), SetupError> {
    // A folder that is not there yet has no links in it.
    let workspace = Workspace::open(root).ok();
    let files =
        files.iter().map(|(path, text)| (root.join(path), begun(root, files, (path, text))));
    Ok(publish::create_all(workspace.as_ref(), &files.collect::<Vec<(PathBuf, String)>>())?)
}

/// The text of a new file, with the line by which editors find its schema if that is there or
/// written as well.
fn begun(root: &Path, files: &Files, (path, text): (&str, &str)) -> String {
    let schemas = format!("{}/", schema::FOLDER);
    let written = files.iter().any(|(path, _)| path.starts_with(&schemas));
    let wanted = written || root.join(&schemas).is_dir();
    let modeline = schema::modeline(path).filter(|_| wanted).unwrap_or_default();
    format!("{modeline}{text}")
}
