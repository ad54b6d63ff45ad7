//! Importing a timetable: a school's table becomes `timetable.yaml`.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::choose::{Choice, ChooseError, only, open};
use super::setup::timetable::is_sample;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::import::timetable::yaml;
use crate::language::Catalogue;
use crate::model::resolve;
use crate::publish::{self, PublishError};
use crate::source::spreadsheet::{self, Reading};
use crate::source::{self, Workspace};

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
}

/// Where a timetable goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `timetable.yaml` in the school's folder.
    Workspace,
    /// This file.
    File(PathBuf),
    /// Nowhere: it is shown.
    Shown,
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

/// Why nothing was imported. Nothing was written.
#[derive(Debug)]
pub enum ImportError {
    /// There is no workspace, or a choice among several schools.
    Choose(ChooseError),
    /// The table cannot be opened.
    Open {
        /// Its path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Cells cannot be understood, or the timetable has mistakes.
    Found(Diagnostics),
    /// There is a file in the place of the timetable.
    Exists(PathBuf),
    /// The system refused to write.
    Write(PublishError),
}

impl From<ChooseError> for ImportError {
    fn from(error: ChooseError) -> Self {
        Self::Choose(error)
    }
}

/// Imports a table.
///
/// # Errors
/// [`ImportError`]; nothing was written then.
pub fn import(wanted: &Import, catalogue: &Catalogue) -> Result<Done, ImportError> {
    let mut found = Diagnostics::default();
    let name: Arc<str> = Arc::from(wanted.file.display().to_string().replace('\\', "/"));
    let bytes = bytes(&wanted.file, &name, &mut found)?;
    let reading = bytes.and_then(|bytes| spreadsheet::read(&name, &bytes, &mut found));
    let Some(Reading { document, cells, used }) = reading else {
        return Err(ImportError::Found(found));
    };
    let text = yaml(&document, &name, &found, catalogue);
    let path = path(wanted, (&name, document), &mut found)?;
    if found.has_errors() {
        return Err(ImportError::Found(found));
    }
    let replaced = path.as_deref().is_some_and(holds_sample);
    if let Some(path) = path.as_ref().filter(|_| wanted.to != Target::Shown) {
        if replaced {
            publish::replace(path, &text).map_err(ImportError::Write)?;
        } else {
            write(path, &text)?;
        }
    }
    found.sort();
    Ok(Done { path, text, found, cells, used, replaced })
}

/// Where the timetable goes; within a workspace it is judged as one of its school first.
fn path(
    wanted: &Import,
    (name, document): (&Arc<str>, source::Document),
    found: &mut Diagnostics,
) -> Result<Option<PathBuf>, ImportError> {
    let workspace = match (&wanted.to, open(&wanted.root)) {
        (_, Ok(workspace)) => workspace,
        (Target::Workspace, Err(error)) => return Err(error.into()),
        (Target::File(path), Err(_)) => return Ok(Some(path.clone())),
        (Target::Shown, Err(_)) => return Ok(None),
    };
    let mut aside = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut aside);
    let ids = sites.schools.iter().map(String::as_str);
    let school = match (&wanted.to, only(Choice::School, wanted.school.as_deref(), ids)) {
        (_, Ok(school)) => school,
        (Target::Workspace, Err(error)) => return Err(error.into()),
        (Target::File(path), Err(_)) => return Ok(Some(path.clone())),
        (Target::Shown, Err(_)) => return Ok(None),
    };
    judge(&workspace, &sites, school, (name, document), found);
    let own = workspace.path(&format!("content/schools/{school}/timetable.yaml"));
    let path = if let Target::File(path) = &wanted.to { path.clone() } else { own };
    if wanted.to != Target::Shown && fs::symlink_metadata(&path).is_ok() && !holds_sample(&path) {
        return Err(ImportError::Exists(path));
    }
    Ok(Some(path))
}

/// Whether the file is a timetable that `init` wrote and nobody has touched since.
fn holds_sample(path: &Path) -> bool {
    let is_file = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file());
    is_file && fs::read_to_string(path).is_ok_and(|text| is_sample(&text))
}

/// What the model says of the timetable, with the cells as places.
fn judge(
    workspace: &Workspace,
    sites: &source::SiteSources,
    school: &str,
    (name, document): (&Arc<str>, source::Document),
    found: &mut Diagnostics,
) {
    let mut all = Diagnostics::default();
    let shared = resolve::shared(sites, &mut all);
    let mut sources = source::read_school(workspace, school, &mut all);
    sources.timetables = vec![("timetable".to_owned(), document)];
    resolve::school(&sources, &shared, &mut all);
    found.extend(all.iter().filter(|finding| finding.place.path == *name).cloned());
}

/// The bytes of the table; `None` with a finding if there are too many.
fn bytes(
    path: &Path,
    name: &Arc<str>,
    found: &mut Diagnostics,
) -> Result<Option<Vec<u8>>, ImportError> {
    let open = |source| ImportError::Open { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(open)?;
    file.take(spreadsheet::LARGEST + 1).read_to_end(&mut bytes).map_err(open)?;
    if bytes.len() as u64 > spreadsheet::LARGEST {
        let large = Diagnostic::error("file-too-large", Place::file(Arc::clone(name)));
        found.push(large.with("limit", spreadsheet::LARGEST >> 20));
        return Ok(None);
    }
    Ok(Some(bytes))
}

/// Writes the timetable where nothing may be, and the folders around it.
fn write(path: &Path, text: &str) -> Result<(), ImportError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|source| {
            ImportError::Write(PublishError::Io { path: folder.to_owned(), source })
        })?;
    }
    publish::create(path, text).map_err(|error| match error {
        PublishError::Io { source, .. } if source.kind() == io::ErrorKind::AlreadyExists => {
            ImportError::Exists(path.to_owned())
        }
        other => ImportError::Write(other),
    })
}
