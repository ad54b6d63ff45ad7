//! A whole workspace: what `reglament init DIR` writes.

use std::path::Path;

use super::school::{KEY, SchoolFacts, filled, school_file, todo};
use super::timetable::{term, timetable_file};
use super::{Files, SetupError, write};
use crate::language::Catalogue;
use crate::language::placeholder::NOWHERE;
use crate::model::resolve::schema;
use crate::pipeline::clock::Clock;
use crate::pipeline::comments::localised;
use crate::pipeline::recipes::{self, Service};
use crate::source::yaml::quoted;

/// What is known of a site and its first school.
#[derive(Debug, Clone)]
pub struct SiteFacts {
    /// Whether a start page lists several schools.
    pub portal: bool,
    /// Name of the site.
    pub title: Option<String>,
    /// Address under which it will be served.
    pub base_url: Option<String>,
    /// Its first school.
    pub school: SchoolFacts,
    /// Whose recipe for checking and publishing is written, too.
    pub service: Option<Service>,
    /// What day it is.
    pub clock: Clock,
}

/// Information systems that are known without asking: id, file and memo.
const SYSTEMS: [(&str, &str, &str); 3] = [
    (
        "dnevnik",
        include_str!("../../../content/systems/dnevnik.yaml"),
        include_str!("../../../content/systems/dnevnik.memo.md"),
    ),
    (
        "eljur",
        include_str!("../../../content/systems/eljur.yaml"),
        include_str!("../../../content/systems/eljur.memo.md"),
    ),
    (
        "mosreg",
        include_str!("../../../content/systems/mosreg.yaml"),
        include_str!("../../../content/systems/mosreg.memo.md"),
    ),
];

/// The model regulation that a new workspace begins with.
const MODEL: (&str, &str) =
    ("content/models/pomoshch.md", include_str!("../../../content/models/pomoshch.md"));

/// What git leaves alone.
const IGNORED: &str = "/public/\n/print/\n/.public.*\n";

/// Ids of the systems that come with the program, with the keys of their names.
#[must_use]
pub fn systems() -> [(&'static str, String); 3] {
    SYSTEMS.map(|(id, ..)| (id, format!("setup-system-{id}")))
}

/// Writes a new workspace into the folder `root`: all of its files or none. Returns their paths
/// from there.
///
/// # Errors
/// If one of the files is there already, or the system refuses.
pub fn new_workspace(
    root: &Path,
    facts: &SiteFacts,
    catalogue: &Catalogue,
) -> Result<Vec<String>, SetupError> {
    let mut files = files(facts, catalogue);
    let schemas = schema::files(catalogue).into_iter();
    files.extend(schemas.map(|(name, text)| (format!("{}/{name}", schema::FOLDER), text)));
    if let Some(service) = facts.service {
        files.extend(recipes::recipe(service, false, catalogue));
    }
    write(root, &files)?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

fn files(facts: &SiteFacts, catalogue: &Catalogue) -> Files {
    let school = &facts.school;
    let today = facts.clock.today(&jiff::tz::TimeZone::UTC);
    let timetable = timetable_file(term(None, None, today), catalogue);
    let mut files = vec![
        ("content/site.yaml".to_owned(), site_file(facts, catalogue)),
        school_file(school, catalogue),
        (format!("content/schools/{}/timetable.yaml", school.id), timetable),
        (MODEL.0.to_owned(), MODEL.1.to_owned()),
        (".gitignore".to_owned(), IGNORED.to_owned()),
        (".gitattributes".to_owned(), format!("{}\n", recipes::JOURNALS)),
        ("README.md".to_owned(), readme(school, catalogue)),
    ];
    let system = SYSTEMS.iter().find(|(id, ..)| school.system.as_deref() == Some(id));
    if let Some((id, file, memo)) = system {
        files.push((format!("content/systems/{id}.yaml"), (*file).to_owned()));
        files.push((format!("content/systems/{id}.memo.md"), (*memo).to_owned()));
    }
    files
}

fn site_file(facts: &SiteFacts, catalogue: &Catalogue) -> String {
    let text = localised(include_str!("files/site.yaml"), KEY, catalogue);
    let title = facts.title.clone().unwrap_or_else(|| todo(catalogue, "setup-todo-title"));
    let base_url = match &facts.base_url {
        Some(url) => quoted(url),
        None => format!("https://{NOWHERE}/  # {}", todo(catalogue, "setup-todo-url")),
    };
    let values = [
        ("$title$", quoted(&title)),
        ("$base_url$", base_url),
        ("$portal$", facts.portal.to_string()),
    ];
    filled(&text, &values)
}

/// What to do next, in the folder itself.
fn readme(school: &SchoolFacts, catalogue: &Catalogue) -> String {
    let text = catalogue.format("setup-readme", &[("school", school.id.as_str().into())]);
    format!("{}\n", text.trim_end())
}
