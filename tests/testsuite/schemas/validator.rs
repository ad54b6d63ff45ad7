//! The independent validator: `tests/checks/schema_check.py`.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use reglament::language::{Catalogue, Language};
use reglament::model::resolve::schema::{self, Kind};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::workspace::{project, python, skipped};

/// Values to be judged, each by the schema of a kind.
pub(super) struct Validator {
    python: PathBuf,
    folder: TempDir,
    values: Vec<(Kind, Value)>,
}

impl Validator {
    /// The validator, if it is installed.
    pub(super) fn new() -> Option<Self> {
        let Some(python) = python("jsonschema") else {
            skipped("schemas: no jsonschema in the virtual environment (tests/tools/install)");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in schema::files(&Catalogue::new(Language::Russian)) {
            fs::write(folder.path().join(name), text).expect("a schema");
        }
        Some(Self { python, folder, values: Vec::new() })
    }

    /// Puts a value among those to be judged.
    pub(super) fn ask(&mut self, kind: Kind, value: Value) {
        self.values.push((kind, value));
    }

    /// The fault of each value, in order; `None` for one that fits.
    pub(super) fn faults(&self) -> Vec<Option<String>> {
        let mut input = String::new();
        let mut current = None;
        for (kind, value) in &self.values {
            if current != Some(*kind) {
                let schema = self.folder.path().join(kind.file());
                input.push_str(&format!("{}\n", json!({ "schema": schema })));
                current = Some(*kind);
            }
            input.push_str(&format!("{}\n", json!({ "value": value })));
        }
        let mut child = Command::new(&self.python)
            .arg(project().join("tests/checks/schema_check.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the validator");
        let mut stdin = child.stdin.take().expect("a pipe");
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("verdicts");
        writer.join().expect("a writer").expect("everything read");
        assert!(output.status.success(), "a schema is none");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let faults: Vec<_> =
            text.lines().map(|line| (line != "ok").then(|| line.to_owned())).collect();
        assert_eq!(faults.len(), self.values.len());
        faults
    }
}
