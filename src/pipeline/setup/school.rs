//! A school of a workspace.

use std::path::Path;

use super::{Files, SetupError};
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::resolve;
use crate::pipeline::choose::workspace;
use crate::pipeline::comments::localised;
use crate::source;
use crate::source::yaml::quoted;

/// What begins the keys of the texts in written files.
pub(super) const KEY: &str = "setup-";

/// What is known of a school; what is not, a person fills in later.
#[derive(Debug, Clone, Default)]
pub struct SchoolFacts {
    /// Identifier: the name of its folder.
    pub id: String,
    /// Full official name.
    pub name: Option<String>,
    /// Short name.
    pub short_name: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// Time zone of the tz database.
    pub zone: Option<String>,
    /// Id of its information system, if it uses one.
    pub system: Option<String>,
    /// Phone of the school.
    pub phone: Option<String>,
    /// E-mail of the school.
    pub email: Option<String>,
}

/// Whether `id` may name a school.
#[must_use]
pub fn is_free_id(id: &str) -> bool {
    resolve::is_id(id) && !resolve::is_reserved_school(id)
}

/// Ids of the information systems of the workspace at `root`, with their names.
///
/// # Errors
/// If the workspace cannot be entered.
pub fn systems(root: &Path) -> Result<Vec<(String, String)>, SetupError> {
    let mut aside = Diagnostics::default();
    let sites = source::read_site(&workspace(root)?, &mut aside);
    let systems = resolve::shared(&sites, &mut aside).systems.into_iter();
    Ok(systems.filter_map(|(id, system)| Some((id, system?.name.clone()))).collect())
}

/// The file of a new school in the workspace at `root`.
///
/// # Errors
/// If there is no site, or it has a place for one school only and has one.
pub fn new_school(
    root: &Path,
    facts: &SchoolFacts,
    catalogue: &Catalogue,
) -> Result<Files, SetupError> {
    let workspace = workspace(root)?;
    if !workspace.exists("content/site.yaml") {
        return Err(SetupError::NoSite);
    }
    let mut aside = Diagnostics::default();
    let sites = source::read_site(&workspace, &mut aside);
    let shared = resolve::shared(&sites, &mut aside);
    if !shared.site.portal && sites.schools.iter().any(|id| *id != facts.id) {
        return Err(SetupError::OneSchool);
    }
    Ok(vec![school_file(facts, catalogue)])
}

/// `school.yaml` with comments, and marks where something is to be filled in.
pub(super) fn school_file(facts: &SchoolFacts, catalogue: &Catalogue) -> (String, String) {
    let text = localised(include_str!("files/school.yaml"), KEY, catalogue);
    let value = |given: &Option<String>, key| given.clone().unwrap_or_else(|| todo(catalogue, key));
    let zone = match &facts.zone {
        Some(zone) => zone.clone(),
        None => format!("Europe/Moscow  # {}", todo(catalogue, "setup-todo-zone")),
    };
    let system = match &facts.system {
        Some(system) => format!("system: {system}"),
        None => "# system: dnevnik".to_owned(),
    };
    let values = [
        ("$name$", quoted(&value(&facts.name, "setup-todo-name"))),
        ("$short_name$", quoted(&value(&facts.short_name, "setup-todo-short-name"))),
        ("$city$", quoted(&value(&facts.city, "setup-todo-city"))),
        ("$zone$", zone),
        ("$address$", quoted(&todo(catalogue, "setup-todo-address"))),
        ("$phone$", quoted(&value(&facts.phone, "setup-todo-phone"))),
        ("$email$", quoted(&value(&facts.email, "setup-todo-email"))),
        ("$director$", quoted(&todo(catalogue, "setup-todo-director"))),
        ("$system$", system),
    ];
    (format!("content/schools/{}/school.yaml", facts.id), filled(&text, &values))
}

/// The mark that the text `key` is to be filled in.
pub(super) fn todo(catalogue: &Catalogue, key: &str) -> String {
    catalogue.format("setup-todo", &[("what", catalogue.text(key).into())])
}

/// `text` with the values in their places: each stands once, and what comes in is not looked
/// through again.
pub(super) fn filled(text: &str, values: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, (mark, value))) = first(rest, values) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        out.push_str(value);
        rest = after.get(mark.len()..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// The first of the marks in `text`.
fn first<'v>(
    text: &str,
    values: &'v [(&'v str, String)],
) -> Option<(usize, &'v (&'v str, String))> {
    values.iter().filter_map(|value| Some((text.find(value.0)?, value))).min_by_key(|(at, _)| *at)
}
