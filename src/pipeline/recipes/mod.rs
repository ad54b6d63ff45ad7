//! Recipes for services that check and publish on every commit.
//!
//! A recipe is a file of this folder, whose comments and messages are keys of the catalogue
//! `recipes`: a comment `# @ci-key` becomes the lines of that text, `@ci-key@` the text itself.

use std::fs;
use std::path::Path;

use super::comments::localised;
use super::{RunError, choose};
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::resolve;
use crate::publish::{self, PublishError};
use crate::source::{self, Workspace};

/// What begins the keys of its texts.
const KEY: &str = "ci-";

/// Where git is told what to leave alone.
const ATTRIBUTES: &str = ".gitattributes";

/// Keeps git from changing the line ends of journals, whose bytes are hashed.
pub(super) const JOURNALS: &str = "journal.jsonl -text";

const INSTALL: (&str, &str) = ("ci/install.sh", include_str!("install.sh"));
const JOURNAL: (&str, &str) = ("ci/journal.sh", include_str!("journal.sh"));
const GITHUB: (&str, &str) = (".github/workflows/reglament.yml", include_str!("github.yml"));
const GITLAB: (&str, &str) = (".gitlab-ci.yml", include_str!("gitlab.yml"));
const NETLIFY: [(&str, &str); 3] = [
    ("netlify.toml", include_str!("netlify.toml")),
    ("ci/netlify.sh", include_str!("netlify.sh")),
    ("netlify/functions/daily.mjs", include_str!("daily.mjs")),
];

/// A service that runs commands on a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// GitHub Actions.
    Github,
    /// GitLab CI.
    Gitlab,
    /// Netlify.
    Netlify,
}

/// Why no recipe was written.
#[derive(Debug)]
pub enum RecipeError {
    /// The workspace cannot be entered.
    Run(RunError),
    /// There is no `content/site.yaml`.
    NoSite,
    /// A file is there already or could not be written; those before it are removed again.
    Write(PublishError),
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// Paths from the workspace's root.
    pub files: Vec<String>,
    /// Whether it uses the deploy command of `site.yaml`; else the service's own pages.
    pub deploys: bool,
}

/// Writes the recipe for `service` into the workspace at `root`, all of its files or none, and
/// adds the rule for journals to `.gitattributes`. Nothing that is there is replaced.
///
/// # Errors
/// [`RecipeError`].
pub fn write(root: &Path, service: Service, catalogue: &Catalogue) -> Result<Recipe, RecipeError> {
    let workspace = choose::workspace(root).map_err(RecipeError::Run)?;
    if !workspace.exists("content/site.yaml") {
        return Err(RecipeError::NoSite);
    }
    let deploys = service != Service::Netlify && deploys(&workspace);
    let files = recipe(service, deploys, catalogue);
    let made = files.iter().map(|(path, text)| (workspace.path(path), text.clone()));
    let made: Vec<_> = made.collect();
    publish::create_all(Some(&workspace), &made).map_err(RecipeError::Write)?;
    let mut written: Vec<String> = files.into_iter().map(|(path, _)| path).collect();
    match attributes(&workspace) {
        Ok(true) => written.push(ATTRIBUTES.to_owned()),
        Ok(false) => {}
        Err(error) => return Err(undone(&workspace, &written, error)),
    }
    Ok(Recipe { files: written, deploys })
}

/// Whether `site.yaml` names a deploy command. Its mistakes are found by the checks.
fn deploys(workspace: &Workspace) -> bool {
    let mut aside = Diagnostics::default();
    let sources = source::read_site(workspace, &mut aside);
    !resolve::shared(&sources, &mut aside).site.deploy.is_empty()
}

/// The files of the recipe for `service` in the language of the catalogue: paths from the
/// workspace's root, and texts.
pub(super) fn recipe(
    service: Service,
    deploys: bool,
    catalogue: &Catalogue,
) -> Vec<(String, String)> {
    let files = files(service, deploys).into_iter();
    files.map(|(path, text)| (path.to_owned(), localised(&text, KEY, catalogue))).collect()
}

/// The files of a recipe as they stand beside this one.
fn files(service: Service, deploys: bool) -> Vec<(&'static str, String)> {
    let joined = |(path, head): (&'static str, &str), tail: &str| (path, format!("{head}{tail}"));
    let whole = |(path, text): (&'static str, &str)| (path, text.to_owned());
    match (service, deploys) {
        (Service::Netlify, _) => NETLIFY.into_iter().chain([INSTALL]).map(whole).collect(),
        (Service::Github, true) => {
            vec![joined(GITHUB, include_str!("github-deploy.yml")), whole(INSTALL), whole(JOURNAL)]
        }
        (Service::Github, false) => {
            vec![joined(GITHUB, include_str!("github-pages.yml")), whole(INSTALL), whole(JOURNAL)]
        }
        (Service::Gitlab, true) => {
            vec![joined(GITLAB, include_str!("gitlab-deploy.yml")), whole(INSTALL), whole(JOURNAL)]
        }
        (Service::Gitlab, false) => {
            vec![joined(GITLAB, include_str!("gitlab-pages.yml")), whole(INSTALL), whole(JOURNAL)]
        }
    }
}

/// Removes what was written before `error` came.
fn undone(workspace: &Workspace, written: &[String], error: PublishError) -> RecipeError {
    for path in written {
        // What cannot be removed either is named by the next run.
        let _ = fs::remove_file(workspace.path(path));
    }
    RecipeError::Write(error)
}

/// Adds the rule for journals to `.gitattributes`, unless it is there.
fn attributes(workspace: &Workspace) -> Result<bool, PublishError> {
    let path = workspace.path(ATTRIBUTES);
    let old = match fs::read_to_string(&path) {
        Ok(old) => old,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(PublishError::io(&path)(error)),
    };
    if old.lines().any(|line| line.trim() == JOURNALS) {
        return Ok(false);
    }
    let gap = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
    publish::replace(&path, format!("{old}{gap}{JOURNALS}\n"))?;
    Ok(true)
}
