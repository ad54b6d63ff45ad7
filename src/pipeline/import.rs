//! Importing: a school's own file becomes an edition, or a draft where no date is known.
//!
//! The file is read, understood and accounted for; then, if every word is, the edition is written
//! where nothing was before.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::choose::{Choice, ChooseError, only, open};
use crate::diagnostics::Diagnostics;
use crate::import::report::Report;
use crate::import::{Given, edition, read};
use crate::language::transliteration::slug;
use crate::model::resolve::is_id;
use crate::publish::{self, PublishError};
use crate::source::{self, Workspace};

/// Largest file, in bytes: scans within a document make it large, its text does not.
const LARGEST: u64 = 64 << 20;
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

/// Where an edition goes.
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
    /// The file has more bytes than this many millions.
    Large(u64),
    /// The file cannot be understood, or words are not accounted for; with the report, if there
    /// is one.
    Found(Diagnostics, Option<Box<Report>>),
    /// No regulation can have this identifier.
    Id(String),
    /// The edition is there already.
    Exists(String),
    /// The system refused to write.
    Write(PublishError),
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
    let workspace = match wanted.to {
        Target::Workspace => Some(open(&wanted.root)?),
        _ => Workspace::open(&wanted.root).ok(),
    };
    if let Some(id) = wanted.regulation.as_ref().filter(|id| !is_id(id)) {
        return Err(ImportError::Id(id.clone()));
    }
    let school = school(workspace.as_ref(), wanted)?;
    let bytes = bytes(&wanted.file)?;
    let mut found = Diagnostics::default();
    let name = wanted.file.display().to_string();
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

/// Id of the school that the edition is for; `None` where it goes to no workspace.
fn school(workspace: Option<&Workspace>, wanted: &Import) -> Result<Option<String>, ChooseError> {
    let Some(workspace) = workspace else { return Ok(wanted.school.clone()) };
    let mut found = Diagnostics::default();
    let schools = workspace.list("content/schools", &mut found);
    let ids = schools.iter().filter(|(_, folder)| *folder).map(|(name, _)| name.as_str());
    let chosen = only(Choice::School, wanted.school.as_deref(), ids);
    match (chosen, &wanted.to) {
        (Ok(id), _) => Ok(Some(id.to_owned())),
        (Err(error), Target::Workspace) => Err(error),
        (Err(_), _) => Ok(wanted.school.clone()),
    }
}

/// The bytes of a file that may lie anywhere.
fn bytes(path: &Path) -> Result<Vec<u8>, ImportError> {
    let failed = |source| ImportError::Open { path: path.to_owned(), source };
    let file = fs::File::open(path).map_err(failed)?;
    let meta = file.metadata().map_err(failed)?;
    if meta.is_dir() {
        return Err(failed(io::ErrorKind::IsADirectory.into()));
    }
    if meta.len() > LARGEST {
        return Err(ImportError::Large(LARGEST >> 20));
    }
    let mut bytes = Vec::new();
    // A pipe has no length beforehand.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::Large(LARGEST >> 20));
    }
    Ok(bytes)
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
    if id.is_empty() { "regulation".to_owned() } else { id }
}

/// Writes the edition where nothing is, then the report.
fn write(wanted: &Import, workspace: Option<&Workspace>, done: &Done) -> Result<(), ImportError> {
    let at = match (&wanted.to, workspace) {
        (Target::File(path), _) => Some(path.clone()),
        (Target::Workspace, Some(workspace)) => Some(workspace.path(&done.path)),
        _ => None,
    };
    let absent = |path: &Path, shown: String| match fs::symlink_metadata(path) {
        Ok(_) => Err(ImportError::Exists(shown)),
        Err(_) => Ok(()),
    };
    let report = wanted.report.as_ref().filter(|_| wanted.to != Target::Tried);
    if let Some(path) = report {
        absent(path, path.display().to_string())?;
        let file = wanted.file.display().to_string();
        let account = done.report.json(&file, &done.path);
        publish::create(path, format!("{account:#}\n")).map_err(ImportError::Write)?;
    }
    let Some(at) = &at else { return Ok(()) };
    let written = absent(at, done.path.clone()).and_then(|()| create(at, &done.text));
    if let (Err(_), Some(report)) = (&written, report) {
        let _ = fs::remove_file(report);
    }
    written
}

/// Writes a file and makes the folders around it; those that it made go again if it fails.
fn create(path: &Path, text: &str) -> Result<(), ImportError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let missing: Vec<&Path> = folder
        .ancestors()
        .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
        .collect();
    let failed = |source| PublishError::Io { path: folder.to_owned(), source };
    let made = fs::create_dir_all(folder).map_err(failed);
    made.and_then(|()| publish::create(path, text)).map_err(|error| {
        for folder in missing {
            let _ = fs::remove_dir(folder);
        }
        ImportError::Write(error)
    })
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
