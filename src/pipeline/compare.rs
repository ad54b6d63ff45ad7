//! Comparing two texts: files, or editions of a regulation of the workspace.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::choose::{Choice, ChooseError, only, open};
use crate::diagnostics::{Diagnostics, LineIndex};
use crate::model::markdown;
use crate::model::redline::{Redline, redline};
use crate::model::regulation::{Edition, Regulation};
use crate::model::resolve;
use crate::model::school::School;
use crate::model::text::RegulationText;
use crate::source;

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

/// Compares two texts.
///
/// # Errors
/// If they cannot be found or read.
pub fn compare(texts: &Texts) -> Result<Compared, ChooseError> {
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

/// The text of a file.
fn read(path: &Path) -> Result<RegulationText, ChooseError> {
    let real = std::fs::canonicalize(path);
    let real = real.map_err(|source| ChooseError::Open { path: path.to_owned(), source })?;
    let folder = real.parent().unwrap_or(&real);
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let mut found = Diagnostics::default();
    let Some((body, first_line)) = source::read_act(&open(folder)?, &name, &mut found) else {
        // Whoever named the file by a path is told of it by the same.
        let given = Arc::<str>::from(path.display().to_string());
        return Err(ChooseError::Found(found.map(|mut finding| {
            finding.place.path = Arc::clone(&given);
            finding
        })));
    };
    let index = LineIndex::part(Arc::from(name.as_ref()), &body, first_line);
    Ok(markdown::parse(&body, &index, &mut found))
}

fn editions(
    root: &Path,
    school: Option<&str>,
    regulation: Option<&str>,
    (old, new): (Date, Date),
) -> Result<Compared, ChooseError> {
    let workspace = open(root)?;
    let mut found = Diagnostics::default();
    let sources = source::read_site(&workspace, &mut found);
    let known = sources.schools.iter().map(String::as_str);
    let id = only(Choice::School, school, known)?.to_owned();
    let shared = resolve::shared(&sources, &mut found);
    let school =
        resolve::school(&source::read_school(&workspace, &id, &mut found), &shared, &mut found);
    let Some(school) = school else { return Err(ChooseError::Found(found)) };
    let texts =
        act(&school, regulation).and_then(|act| Ok((edition(act, old)?, edition(act, new)?)));
    match texts {
        Ok((before, after)) => Ok(Compared {
            redline: redline(&before.text, &after.text, shared.site.yo_differs),
            editions: Some((old, new)),
        }),
        // A mistake in an edition is why it is not there.
        Err(_) if found.has_errors() => Err(ChooseError::Found(found)),
        Err(error) => Err(error),
    }
}

fn act<'s>(school: &'s School, id: Option<&str>) -> Result<&'s Regulation, ChooseError> {
    let ids = school.regulations.iter().map(|act| act.id.as_str());
    let id = only(Choice::Regulation, id, ids)?;
    let act = school.regulations.iter().find(|act| act.id == id);
    act.ok_or_else(|| ChooseError::Found(Diagnostics::default()))
}

fn edition(act: &Regulation, approved: Date) -> Result<&Edition, ChooseError> {
    act.editions.iter().find(|edition| edition.approval.date == approved).ok_or_else(|| {
        ChooseError::Choose {
            what: Choice::Edition,
            wanted: Some(approved.to_string()),
            known: act.editions.iter().map(|edition| edition.approval.date.to_string()).collect(),
        }
    })
}
