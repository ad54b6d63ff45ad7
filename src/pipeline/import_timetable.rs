//! Importing a timetable: a school's table becomes `timetable.yaml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::clock::Clock;
use super::import::{ImportError, Target, bytes, home};
use super::setup::timetable::is_sample;
use crate::checks::{self, Purpose};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::import::timetable::yaml;
use crate::language::{Arg, Catalogue};
use crate::model::occurrence::occurrences;
use crate::model::resolve;
use crate::publish::{self, PublishError};
use crate::source::spreadsheet::{self, Reading};
use crate::source::{self, Document, Workspace};

/// What is to be imported, and where to.
#[derive(Debug, Clone)]
pub struct Import {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The table; it may lie anywhere.
    pub file: PathBuf,
    /// Id of the school; may be left out if there is one.
    pub school: Option<String>,
    /// Where the timetable goes.
    pub to: Target,
    /// What day it is.
    pub clock: Clock,
}

/// What was imported.
#[derive(Debug)]
pub struct Done {
    /// Path of the file that was written, or would be; `None` if it is only shown.
    pub path: Option<PathBuf>,
    /// The timetable as YAML.
    pub text: String,
    /// Notes and warnings about cells.
    pub found: Diagnostics,
    /// Cells that hold something, and those of them that were understood.
    pub cells: usize,
    /// Understood cells.
    pub used: usize,
    /// Whether a sample that `init` had written gave way to it.
    pub replaced: bool,
}

/// Imports a table.
///
/// # Errors
/// [`ImportError`]; nothing was written then.
pub fn import(wanted: &Import, catalogue: &Catalogue) -> Result<Done, ImportError> {
    let mut found = Diagnostics::default();
    let name: Arc<str> = Arc::from(wanted.file.display().to_string().replace('\\', "/"));
    let bytes = bytes(&wanted.file, spreadsheet::LARGEST)?;
    if bytes.is_none() {
        let large = Diagnostic::error("file-too-large", Place::file(Arc::clone(&name)));
        found.push(large.with("limit", spreadsheet::LARGEST >> 20));
    }
    let reading = bytes.and_then(|bytes| spreadsheet::read(&name, &bytes, &mut found));
    let Some(Reading { document, cells, used }) = reading else {
        return Err(ImportError::Found(found, None));
    };
    // Where the table lies on somebody's disk is nobody's business.
    let file = wanted.file.file_name().unwrap_or_default().to_string_lossy();
    let text = yaml(&document, &file, &found, catalogue);
    let (workspace, school) = home(&wanted.root, wanted.school.as_deref(), &wanted.to)?;
    let path = path(wanted, workspace.as_ref().zip(school.as_deref()));
    if let (Some(workspace), Some(school), Some(path)) = (&workspace, &school, &path) {
        found.extend(judged((workspace, school), document, path, wanted));
    }
    found.sort();
    if found.has_errors() {
        return Err(ImportError::Found(found, None));
    }
    let target = path.as_deref().filter(|_| !wanted.to.is_shown());
    let replaced = target.map_or(Ok(false), |path| write(workspace.as_ref(), path, &text))?;
    Ok(Done { path, text, found, cells, used, replaced })
}

/// Where the timetable goes, or would: into the school's folder, unless another file is named.
fn path(wanted: &Import, school: Option<(&Workspace, &str)>) -> Option<PathBuf> {
    let own = school.map(|(workspace, school)| {
        workspace.path(&format!("content/schools/{school}/timetable.yaml"))
    });
    if let Target::File(path) = &wanted.to { Some(path.clone()) } else { own }
}

/// What `check` will say of the timetable once it is one of its school, with the cells as places.
fn judged(
    (workspace, school): (&Workspace, &str),
    document: Document,
    path: &Path,
    wanted: &Import,
) -> Vec<Diagnostic> {
    // What else is wrong with the workspace, `check` tells.
    let (mut aside, mut all) = (Diagnostics::default(), Diagnostics::default());
    let shared = resolve::shared(&source::read_site(workspace, &mut aside), &mut aside);
    let mut sources = source::read_school(workspace, school, &mut aside);
    let name = Arc::clone(&document.path);
    // The table may lie in the school's folder already, or in the place of the sample of `init`.
    // Elsewhere the timetable has no others beside it.
    let id = id(path, &workspace.path(&format!("content/schools/{school}")));
    let table = fs::canonicalize(&wanted.file).ok();
    sources.timetables.retain(|(other, document)| {
        let here = fs::canonicalize(workspace.path(&document.path)).ok();
        id.as_ref().is_some_and(|id| id != other) && here != table
    });
    sources.timetables.push((id.unwrap_or_else(|| "timetable".to_owned()), document));
    if let Some(school) = resolve::school(&sources, &shared, &mut all) {
        let today = wanted.clock.today(&school.zone.rules);
        let planned = occurrences(&school, &shared.calendar);
        all.append(checks::run(&school, &planned, &shared.calendar, today, Purpose::Check));
    }
    // A timetable beside it may be where a finding stands that names this one.
    let here = Arg::from(&*name);
    let own = |finding: &&Diagnostic| {
        finding.place.path == name || finding.args.iter().any(|(_, arg)| *arg == here)
    };
    all.iter().filter(own).cloned().collect()
}

/// The id of the timetable at `path` if that is one of the school in `folder`.
fn id(path: &Path, folder: &Path) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let is = |folder: PathBuf| std::path::absolute(folder).ok().as_deref() == path.parent();
    let own = is(folder.to_owned()) || is(folder.join("timetables"));
    own.then(|| path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
}

/// Writes the timetable where nothing is, or in the place of a sample; whether there was one.
fn write(workspace: Option<&Workspace>, path: &Path, text: &str) -> Result<bool, PublishError> {
    if !holds_sample(path) {
        publish::create_all(workspace, &[(path.to_owned(), text.to_owned())])?;
        return Ok(false);
    }
    workspace.map_or(Ok(()), |w| w.check_target(path)).map_err(PublishError::io(path))?;
    publish::replace(path, text)?;
    Ok(true)
}

/// Whether the file is a timetable that `init` wrote and nobody has touched since.
fn holds_sample(path: &Path) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file());
    is_file && fs::read_to_string(path).is_ok_and(|text| is_sample(&text))
}
