//! The timetables of a school: YAML files and spreadsheets, which give the same tree.

use std::sync::Arc;

use super::spreadsheet::{self, LARGEST};
use super::{Document, Workspace, read_yaml, unused};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};

/// Name of the file, without its ending, in which a school with one timetable has it.
const TIMETABLE: &str = "timetable";

/// The name of a timetable's file without its ending, if it is one.
fn stem(name: &str) -> Option<&str> {
    name.strip_suffix(".yaml").or_else(|| spreadsheet::stem(name))
}

/// Whether the file of this name in a school's folder is its timetable.
#[must_use]
pub fn is_timetable(name: &str) -> bool {
    stem(name) == Some(TIMETABLE)
}

/// Paths of the timetables in `folder`.
pub(super) fn list(workspace: &Workspace, folder: &str, found: &mut Diagnostics) -> Vec<String> {
    let mut paths = Vec::new();
    for (name, is_folder) in workspace.list(folder, found) {
        let path = format!("{folder}/{name}");
        match stem(&name) {
            Some(_) if !is_folder => paths.push(path),
            _ if spreadsheet::is_lock(&name) => {}
            _ => found.push(unused(&path)),
        }
    }
    paths
}

/// The timetables at `paths` with the names of their files without ending. Of two with the same
/// name the later one is an error: nobody could say which counts.
pub(super) fn read(
    workspace: &Workspace,
    paths: &[String],
    found: &mut Diagnostics,
) -> Vec<(String, Document)> {
    let mut documents = Vec::new();
    let mut known: Vec<(&str, &str)> = Vec::new();
    for path in paths {
        let name = path.rsplit('/').next().unwrap_or(path);
        let id = stem(name).unwrap_or(name);
        if let Some((_, other)) = known.iter().find(|(other, _)| *other == id) {
            let twice = Diagnostic::error("timetable-twice", Place::file(path.as_str()));
            found.push(twice.with("other", *other));
            continue;
        }
        known.push((id, path));
        documents.extend(document(workspace, path, found).map(|d| (id.to_owned(), d)));
    }
    documents
}

/// The tree of the timetable at `path`.
fn document(workspace: &Workspace, path: &str, found: &mut Diagnostics) -> Option<Document> {
    let is_yaml = path.rsplit_once('.').is_some_and(|(_, ending)| ending == "yaml");
    if is_yaml {
        return read_yaml(workspace, path, found);
    }
    let bytes = workspace.read(path, LARGEST, found)?;
    Some(spreadsheet::read(&Arc::from(path), &bytes, found)?.document)
}
