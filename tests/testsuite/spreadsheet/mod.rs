//! Timetables in spreadsheets: the same as their twins in YAML, or a finding at the cell.

mod cells;
mod csv;
mod hostile;
mod import;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::workspace::{Workspace, generate};

/// The timetable that most tables tell.
const TWIN: &str = include_str!("twin.yaml");
/// The one of a table with weekdays as columns: days stand apart there.
const WEEK: &str = include_str!("week.yaml");
/// The school's folder.
const SCHOOL: &str = "content/schools/shkola";

/// The spreadsheets of `tests/tools/make_sheets.py`; `None` if its tools are not installed.
fn sheets() -> Option<TempDir> {
    let folder = tempfile::tempdir().expect("a folder");
    generate("make_sheets.py", "openpyxl, odf", folder.path()).then_some(folder)
}

/// The sound workspace with `bytes` as the only timetable.
fn workspace(name: &str, bytes: impl AsRef<[u8]>) -> Workspace {
    let workspace = Workspace::sound();
    workspace.remove(&format!("{SCHOOL}/timetable.yaml"));
    workspace.write(&format!("{SCHOOL}/{name}"), bytes);
    workspace
}

/// All files of the site that the workspace makes, and its lock of calendars.
fn site(workspace: &Workspace) -> BTreeMap<String, Vec<u8>> {
    workspace.build(&[]).expect(0);
    let mut files = workspace.files("public");
    let lock = fs::read(workspace.path(&format!("{SCHOOL}/calendar.lock"))).expect("a lock");
    files.insert("calendar.lock".to_owned(), lock);
    files
}

/// Asserts that a table gives the site of its twin, byte for byte.
#[track_caller]
fn assert_twin(name: &str, bytes: impl AsRef<[u8]>, expected: &BTreeMap<String, Vec<u8>>) {
    let made = site(&workspace(name, bytes));
    assert!(made.keys().eq(expected.keys()), "{name}: {:?}", made.keys());
    for (path, bytes) in expected {
        assert!(made.get(path) == Some(bytes), "{name}: {path} differs");
    }
}

/// The name of the file in which a school has the timetable of `path`.
fn timetable_name(path: &Path) -> String {
    let ending = path.extension().expect("an ending").to_string_lossy();
    format!("timetable.{ending}")
}

/// Ids of the findings of `check`, with the cells that they name.
fn found(workspace: &Workspace) -> Vec<(String, String)> {
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let findings = workspace.check(&["--format", "json"]).findings();
    findings.iter().map(|finding| (text(&finding["id"]), text(&finding["cell"]))).collect()
}

#[test]
fn tables_give_the_site_of_their_twins() {
    let Some(folder) = sheets() else { return };
    let twins = [TWIN, WEEK].map(|twin| site(&workspace("timetable.yaml", twin)));
    let mut count = 0;
    for entry in fs::read_dir(folder.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            continue;
        }
        let stem = path.file_stem().expect("a name").to_string_lossy();
        let twin = &twins[usize::from(stem == "week")];
        // The reading of days and times in one cell parts them, so it is the usual twin.
        let bytes = fs::read(&path).expect("a file");
        let made = workspace(&timetable_name(&path), &bytes);
        let run = made.build(&[]);
        assert_eq!(run.status, Some(0), "{stem}: {}", run.stderr);
        assert_twin(&timetable_name(&path), &bytes, twin);
        count += 1;
    }
    assert!(count >= 20, "{count} tables");
}
