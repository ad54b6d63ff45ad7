//! Comparing two texts: files, or editions of a regulation of the workspace.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostics::{Diagnostics, LineIndex};
use crate::model::markdown;
use crate::model::redline::{Redline, redline};
use crate::model::regulation::{Edition, Regulation};
use crate::model::resolve;
use crate::model::school::School;
use crate::model::text::RegulationText;
use crate::source::{self, Workspace};

/// Two texts to compare.
#[derive(Debug, Clone)]
pub enum Texts {
    /// Two Markdown files, with or without front matter.
    Files(PathBuf, PathBuf),
    /// Two editions by their dates of approval.
    Editions {
        /// The folder that holds `content/`.
        root: PathBuf,
        /// Id of the school; may be left out if there is one.
        school: Option<String>,
        /// Id of the regulation; may be left out if the school has one.
        regulation: Option<String>,
        /// The dates, the old one first.
        dates: (Date, Date),
    },
}

/// What was compared.
#[derive(Debug)]
pub struct Compared {
    /// What changed.
    pub redline: Redline,
    /// Dates of approval of two editions; `None` for files.
    pub editions: Option<(Date, Date)>,
}

/// Why two texts could not be compared.
#[derive(Debug)]
pub enum CompareError {
    /// A file or the workspace cannot be opened.
    Open {
        /// Its path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file cannot be read, or the school has mistakes that hide the edition.
    Found(Diagnostics),
    /// One is to be chosen among these: schools, regulations or dates of editions.
    Choose {
        /// What is to be chosen.
        what: Choice,
        /// What was asked for; `None` if nothing was.
        wanted: Option<String>,
        /// What there is.
        known: Vec<String>,
    },
}

/// What may have to be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A school.
    School,
    /// A regulation.
    Regulation,
    /// An edition.
    Edition,
}

/// Compares two texts.
///
/// # Errors
/// If they cannot be found or read.
pub fn compare(texts: &Texts) -> Result<Compared, CompareError> {
    match texts {
        Texts::Files(old, new) => {
            let redline = redline(&read(old)?, &read(new)?, false);
            Ok(Compared { redline, editions: None })
        }
        Texts::Editions { root, school, regulation, dates } => {
            editions(root, school.as_deref(), regulation.as_deref(), *dates)
        }
    }
}

fn open(path: &Path) -> Result<Workspace, CompareError> {
    Workspace::open(path).map_err(|source| CompareError::Open { path: path.to_owned(), source })
}

/// The text of a file.
fn read(path: &Path) -> Result<RegulationText, CompareError> {
    let real = std::fs::canonicalize(path);
    let real = real.map_err(|source| CompareError::Open { path: path.to_owned(), source })?;
    let folder = real.parent().unwrap_or(&real);
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let mut found = Diagnostics::default();
    let Some((body, first_line)) = source::read_act(&open(folder)?, &name, &mut found) else {
        return Err(CompareError::Found(found));
    };
    let index = LineIndex::part(Arc::from(name.as_ref()), &body, first_line);
    Ok(markdown::parse(&body, &index, &mut found))
}

fn editions(
    root: &Path,
    school: Option<&str>,
    regulation: Option<&str>,
    (old, new): (Date, Date),
) -> Result<Compared, CompareError> {
    let workspace = open(root)?;
    let mut found = Diagnostics::default();
    let sources = source::read_site(&workspace, &mut found);
    let known = sources.schools.iter().map(String::as_str);
    let id = only(Choice::School, school, known)?.to_owned();
    let shared = resolve::shared(&sources, &mut found);
    let school =
        resolve::school(&source::read_school(&workspace, &id, &mut found), &shared, &mut found);
    let Some(school) = school else { return Err(CompareError::Found(found)) };
    let texts =
        act(&school, regulation).and_then(|act| Ok((edition(act, old)?, edition(act, new)?)));
    match texts {
        Ok((before, after)) => Ok(Compared {
            redline: redline(&before.text, &after.text, shared.site.yo_differs),
            editions: Some((old, new)),
        }),
        // A mistake in an edition is why it is not there.
        Err(_) if found.has_errors() => Err(CompareError::Found(found)),
        Err(error) => Err(error),
    }
}

fn act<'s>(school: &'s School, id: Option<&str>) -> Result<&'s Regulation, CompareError> {
    let ids = school.regulations.iter().map(|act| act.id.as_str());
    let id = only(Choice::Regulation, id, ids)?;
    let act = school.regulations.iter().find(|act| act.id == id);
    act.ok_or_else(|| CompareError::Found(Diagnostics::default()))
}

fn edition(act: &Regulation, approved: Date) -> Result<&Edition, CompareError> {
    act.editions.iter().find(|edition| edition.approval.date == approved).ok_or_else(|| {
        CompareError::Choose {
            what: Choice::Edition,
            wanted: Some(approved.to_string()),
            known: act.editions.iter().map(|edition| edition.approval.date.to_string()).collect(),
        }
    })
}

/// The one that is wanted or, if none is, the only one.
fn only<'a>(
    what: Choice,
    wanted: Option<&str>,
    known: impl Iterator<Item = &'a str>,
) -> Result<&'a str, CompareError> {
    let known: Vec<&str> = known.collect();
    let found = match wanted {
        Some(wanted) => known.iter().find(|id| **id == wanted),
        None => known.first().filter(|_| known.len() == 1),
    };
    found.copied().ok_or_else(|| CompareError::Choose {
        what,
        wanted: wanted.map(ToOwned::to_owned),
        known: known.iter().map(|id| (*id).to_owned()).collect(),
    })
}
