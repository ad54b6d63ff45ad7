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

/// The timetables at `paths` with the names of their files without ending. Several with the same
/// name are an error, and none of them is read: nobody could say which counts.
pub(super) fn read(
    workspace: &Workspace,
    paths: &[String],
    found: &mut Diagnostics,
) -> Vec<(String, Document)> {
    let id = |path: &str| stem(path.rsplit('/').next().unwrap_or(path)).unwrap_or(path).to_owned();
    let mut documents = Vec::new();
    for (index, path) in paths.iter().enumerate() {
        let same = |other: &&String| id(other) == id(path);
        let (before, after) = paths.split_at(index);
        if let Some(other) = before.iter().find(same) {
            let twice = Diagnostic::error("timetable-twice", Place::file(path.as_str()));
            found.push(twice.with("other", other.as_str()));
        } else if after.iter().filter(same).count() == 1 {
            documents.extend(document(workspace, path, found).map(|d| (id(path), d)));
        }
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
