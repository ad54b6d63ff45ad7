//! Files of a workspace as JSON values, which are YAML as well, and what `resolve` says of them.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use reglament::diagnostics::{Diagnostic, Diagnostics, Severity};
use reglament::model::resolve;
use reglament::model::resolve::schema::Kind;
use reglament::source;
use reglament::source::yaml::{Node, Value as Yaml};
use serde_json::Value;

use crate::workspace::{Workspace, files};

/// A file that has a schema.
pub(super) struct File {
    pub(super) path: String,
    pub(super) kind: Kind,
    pub(super) value: Value,
    /// What stands behind the front matter.
    body: String,
}

/// The files of the workspace that have schemas and are YAML.
pub(super) fn read(workspace: &Workspace) -> Vec<File> {
    let all = files(&workspace.path("content")).into_iter();
    let files = all.filter_map(|(path, bytes)| {
        let path = format!("content/{path}");
        let kind = Kind::of(&path)?;
        file(path, kind, &String::from_utf8(bytes).ok()?)
    });
    files.collect()
}

fn file(path: String, kind: Kind, text: &str) -> Option<File> {
    let (yaml, body) = match text.strip_prefix("---\n") {
        Some(rest) => rest.split_once("---\n")?,
        None => (text, ""),
    };
    let mut found = Diagnostics::default();
    let document = source::yaml::parse(Arc::from(path.as_str()), yaml.to_owned(), 0, &mut found)?;
    let value = json(&document.root);
    Some(File { path, kind, value, body: body.to_owned() }).filter(|_| found.is_empty())
}

/// The node as an editor takes it, by the core schema of YAML 1.2.
fn json(node: &Node) -> Value {
    match &node.value {
        Yaml::Null => Value::Null,
        Yaml::Scalar { text, quoted: true } => Value::String(text.clone()),
        Yaml::Scalar { text, .. } => match text.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            number => number
                .parse::<i64>()
                .map(Value::from)
                .or_else(|_| number.parse::<f64>().map(Value::from))
                .unwrap_or_else(|_| Value::String(text.clone())),
        },
        Yaml::List(items) => items.iter().map(json).collect(),
        Yaml::Map(entries) => {
            entries.iter().map(|(key, value)| (key.scalar().to_owned(), json(value))).collect()
        }
    }
}

impl File {
    /// Writes the file with another value.
    pub(super) fn write(&self, workspace: &Workspace, value: &Value) {
        let text = match self.path.strip_suffix(".md") {
            Some(_) => format!("---\n{value}\n---\n{}", self.body),
            None => format!("{value}\n"),
        };
        fs::write(workspace.path(&self.path), text).expect("a written file");
    }

    /// What `resolve` reports of the file with this value, which it then has no more.
    pub(super) fn errors(&self, workspace: &Workspace, value: &Value) -> Vec<Diagnostic> {
        let old = fs::read(workspace.path(&self.path)).expect("the file");
        self.write(workspace, value);
        let errors = errors(workspace).remove(&self.path).unwrap_or_default();
        fs::write(workspace.path(&self.path), old).expect("the file as it was");
        errors
    }
}

/// Errors of all files of the workspace by path, warnings left out.
pub(super) fn errors(workspace: &Workspace) -> BTreeMap<String, Vec<Diagnostic>> {
    let mut found = Diagnostics::default();
    let folder = source::Workspace::open(&workspace.path("")).expect("a folder");
    let sources = source::read_site(&folder, &mut found);
    let shared = resolve::shared(&sources, &mut found);
    for id in &sources.schools {
        let school = source::read_school(&folder, id, &mut found);
        resolve::school(&school, &shared, &mut found);
    }
    let mut errors: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for finding in found.iter().filter(|finding| finding.severity == Severity::Error) {
        errors.entry(finding.place.path.to_string()).or_default().push(finding.clone());
    }
    errors
}
