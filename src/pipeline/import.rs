//! Importing: a school's own file becomes an edition, or a draft where no date is known.
//!
//! The file is read, understood and accounted for; then, if every word is, the edition is written
//! where nothing was before.

use std::io;
use std::path::{Path, PathBuf};

use super::choose::{Choice, ChooseError, only, open};
use crate::diagnostics::Diagnostics;
use crate::import::read::too_large;
use crate::import::report::Report;
use crate::import::{Given, edition, read};
use crate::language::transliteration::slug;
use crate::model::resolve::is_regulation_id;
use crate::publish::{self, PublishError};
use crate::source::archive::LARGEST_FILE;
use crate::source::files::read_limited;
use crate::source::{self, Workspace};

/// Longest identifier that is made of a title, in characters.
const LONGEST_ID: usize = 24;
/// Words of titles that tell acts apart the least.
const COMMON: [&str; 15] = [
    "регламент",
    "положение",
    "порядок",
    "правила",
    "об",
    "о",
    "и",
    "в",
    "на",
    "по",
    "при",
    "для",
    "оказания",
    "работе",
    "работы",
];

/// What is to be imported, and where to.
#[derive(Debug, Clone)]
pub struct Import {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// The file; it may lie anywhere.
    pub file: PathBuf,
    /// Id of the school; may be left out if there is one.
    pub school: Option<String>,
    /// Id of the regulation; made of the title if left out.
    pub regulation: Option<String>,
    /// What the person knows better than the file.
    pub given: Given,
    /// Where the edition goes.
    pub to: Target,
    /// Where the report goes as JSON.
    pub report: Option<PathBuf>,
}

/// Where what was imported goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To its place in the workspace.
    Workspace,
    /// To this file.
    File(PathBuf),
    /// It is printed.
    Printed,
    /// It is printed, and nothing at all is written.
    Tried,
}

impl Target {
    /// Whether nothing is written but, perhaps, a report.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        matches!(self, Self::Printed | Self::Tried)
    }
}

/// What was imported.
#[derive(Debug)]
pub struct Done {
    /// Path of the edition's file.
    pub path: String,
    /// The edition's file.
    pub text: String,
    /// Ids of school and regulation for the next command.
    pub act: Option<String>,
    /// Whether it is a draft, since no date of approval is known.
    pub draft: bool,
    /// What became of every word.
    pub report: Report,
    /// Notes for a person.
    pub found: Diagnostics,
}

/// Why nothing was imported. Nothing was written.
#[derive(Debug)]
pub enum ImportError {
    /// There is no workspace, or a choice among several schools.
    Choose(ChooseError),
    /// The imported file cannot be read.
    Open {
        /// Its path.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file cannot be understood, or words are not accounted for; with the report, if there
    /// is one.
    Found(Diagnostics, Option<Box<Report>>),
    /// No regulation can have this identifier.
    Id(String),
    /// The edition is there already, or the system refused to write.
    Write(PublishError),
}

impl From<PublishError> for ImportError {
    fn from(error: PublishError) -> Self {
        Self::Write(error)
    }
}

impl From<ChooseError> for ImportError {
    fn from(error: ChooseError) -> Self {
        Self::Choose(error)
    }
}

/// Imports a file.
///
/// # Errors
/// [`ImportError`]; nothing was written then.
pub fn import(wanted: &Import) -> Result<Done, ImportError> {
    if let Some(id) = wanted.regulation.as_ref().filter(|id| !is_regulation_id(id)) {
        return Err(ImportError::Id(id.clone()));
    }
    let (workspace, school) = home(&wanted.root, wanted.school.as_deref(), &wanted.to)?;
    let mut found = Diagnostics::default();
    let name = wanted.file.display().to_string();
    let Some(bytes) = bytes(&wanted.file, LARGEST_FILE as u64)? else {
        found.push(too_large(&name, LARGEST_FILE));
        return Err(ImportError::Found(found, None));
    };
    let extract = read::read(&name, &bytes, &mut found);
    let Some(extract) = extract.filter(|_| !found.has_errors()) else {
        return Err(ImportError::Found(found, None));
    };
    // The place depends on what stands in the file, and findings name it.
    let path = |title: &str, date| path(wanted, school.as_deref(), title, date);
    let first = edition(&extract, &wanted.given, "draft.md");
    let (path, act) = path(&first.title, first.date);
    let made = edition(&extract, &wanted.given, &path);
    found.append(made.found);
    found.sort();
    if found.has_errors() {
        return Err(ImportError::Found(found, Some(Box::new(made.report))));
    }
    let done =
        Done { draft: made.date.is_none(), text: made.text, report: made.report, path, act, found };
    write(wanted, workspace.as_ref(), &done)?;
    Ok(done)
}

/// The workspace at `root` and the id of the school there that is meant; both have to be known
/// only for what goes to its place in the workspace.
pub(super) fn home(
    root: &Path,
    wanted: Option<&str>,
    to: &Target,
) -> Result<(Option<Workspace>, Option<String>), ChooseError> {
    let workspace = match open(root) {
        Ok(workspace) => workspace,
        Err(error) if *to == Target::Workspace => return Err(error),
        Err(_) => return Ok((None, wanted.map(str::to_owned))),
    };
    let schools = workspace.list("content/schools", &mut Diagnostics::default());
    let ids = schools.iter().filter(|(_, folder)| *folder).map(|(name, _)| name.as_str());
    let school = match only(Choice::School, wanted, ids) {
        Ok(id) => Some(id.to_owned()),
        Err(error) if *to == Target::Workspace => return Err(error),
        Err(_) => wanted.map(str::to_owned),
    };
    Ok((Some(workspace), school))
}

/// The bytes of the imported file; `None` if there are more than `largest`.
pub(super) fn bytes(path: &Path, largest: u64) -> Result<Option<Vec<u8>>, ImportError> {
    let failed = |source| ImportError::Open { path: path.to_owned(), source };
    read_limited(path, largest).map_err(failed)
}

/// The path of the edition's file, and `SCHOOL/REGULATION` for the next command.
fn path(
    wanted: &Import,
    school: Option<&str>,
    title: &str,
    date: Option<jiff::civil::Date>,
) -> (String, Option<String>) {
    let id = wanted.regulation.clone().unwrap_or_else(|| regulation_id(title));
    let name = date.map_or_else(|| "draft.md".to_owned(), |date| format!("{date}.md"));
    let act = school.map(|school| format!("{school}/{id}"));
    if let Target::File(path) = &wanted.to {
        return (path.display().to_string(), None);
    }
    (school.map_or(name.clone(), |school| source::regulation_file(school, &id, &name)), act)
}

/// An identifier for an act of this title: its first words that say something.
fn regulation_id(title: &str) -> String {
    let words = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !COMMON.contains(&word.to_lowercase().as_str()));
    let mut id = String::new();
    for word in words {
        let word = slug(word, LONGEST_ID).replace('.', "");
        if word.is_empty() || id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        id.push_str(if id.is_empty() { "" } else { "-" });
        id.push_str(&word);
    }
    if is_regulation_id(&id) { id } else { "regulation".to_owned() }
}

/// Writes the report and the edition where nothing is: both or neither.
fn write(wanted: &Import, workspace: Option<&Workspace>, done: &Done) -> Result<(), PublishError> {
    let mut files = Vec::new();
    if let Some(path) = wanted.report.as_ref().filter(|_| wanted.to != Target::Tried) {
        let file = wanted.file.display().to_string();
        let account = done.report.json(&file, &done.path);
        files.push((path.clone(), format!("{account:#}\n")));
    }
    match (&wanted.to, workspace) {
        (Target::File(path), _) => files.push((path.clone(), done.text.clone())),
        (Target::Workspace, Some(workspace)) => {
            files.push((workspace.path(&done.path), done.text.clone()));
        }
        _ => {}
    }
    publish::create_all(workspace, &files)
}

#[cfg(test)]
mod tests {
    use super::regulation_id;

    #[test]
    fn identifiers_are_short_and_say_something() {
        for (title, id) in [
            ("Регламент оказания помощи при работе в ИС «Дневник.ру»", "pomoshhi-is-dnevnik-ru"),
            ("Положение о школьной форме", "shkolnoj-forme"),
            ("Порядок", "regulation"),
            ("", "regulation"),
        ] {
            assert_eq!(regulation_id(title), id, "{title}");
        }
    }
}
