//! The model regulations in `content/models`.

use std::sync::Arc;

use super::{EditionSource, Named, Workspace, edition, fences, unused};
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex};

/// The folder of model regulations.
const FOLDER: &str = "content/models";

/// All of them by id; what else lies there is a finding.
pub(super) fn read(workspace: &Workspace, found: &mut Diagnostics) -> Named<EditionSource> {
    let mut models = Vec::new();
    for (name, is_folder) in workspace.list(FOLDER, found) {
        let path = format!("{FOLDER}/{name}");
        match name.strip_suffix(".md") {
            Some(id) if !is_folder => {
                let model = read_fenced(workspace, &path, "model-front-matter", found);
                models.extend(model.map(|model| (id.to_owned(), model)));
            }
            _ => found.push(unused(&path)),
        }
    }
    models
}

/// Reads a file of front matter and text; `unfenced` is the finding that it has no front matter.
pub(super) fn read_fenced(
    workspace: &Workspace,
    path: &str,
    unfenced: &'static str,
    found: &mut Diagnostics,
) -> Option<EditionSource> {
    let text = workspace.read_text(path, found)?;
    if fences(&text).is_none() {
        let place = LineIndex::new(Arc::from(path), &text).at(1, 1, 3);
        found.push(Diagnostic::error(unfenced, place));
        return None;
    }
    edition("", path, &text, found)
}
