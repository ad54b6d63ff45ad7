//! How editors find the schemas: the first lines of files, settings, `reglament schema`.

use std::fs;

use reglament::model::resolve::schema::{self, Kind};
use serde_json::Value;

use super::complete;
use super::documents::errors;
use crate::workspace::{Workspace, files, has_extension, project};

#[test]
fn all_files_that_init_writes_lead_to_schemas() {
    let workspace = Workspace::sound();
    workspace.run(&["init", "site", "--school", "shkola-5", "--lang", "ru"]).expect(0);
    workspace.remove("content");
    fs::rename(workspace.path("site/content"), workspace.path("content")).expect("the content");
    fs::rename(workspace.path("site/schemas"), workspace.path("schemas")).expect("the schemas");
    let mut seen = 0;
    for path in files(&workspace.path("content")).into_keys() {
        let path = format!("content/{path}");
        if schema::modeline(&path).is_some() {
            assert_modeline_leads_to_a_schema(&workspace, &path);
            seen += 1;
        }
    }
    assert!(seen >= 3, "{seen}");
}

/// The line by which editors find the schema of the file at `path`, from the workspace's root, leads
/// to one that is there.
#[track_caller]
fn assert_modeline_leads_to_a_schema(workspace: &Workspace, path: &str) {
    let text = fs::read_to_string(workspace.path(path)).expect("the file");
    let modeline = schema::modeline(path).expect("a file with a schema");
    assert!(text.lines().take(2).any(|line| line == modeline.trim_end()), "{path}: {text}");
    let (_, target) = modeline.trim_end().split_once("$schema=").expect("a path");
    let folder = workspace.path(path).parent().expect("a folder").to_owned();
    assert!(folder.join(target).exists(), "{path}: {target} is not there");
}

#[test]
fn modelines_lead_to_schemas() {
    let (workspace, files) = complete();
    let run = workspace.run(&["schema"]).expect(0);
    assert_eq!(run.stdout.lines().count(), Kind::ALL.len());
    for file in files {
        let Some(modeline) = schema::modeline(&file.path) else {
            assert!(has_extension(&file.path, "md"), "{}", file.path);
            continue;
        };
        let text = fs::read_to_string(workspace.path(&file.path)).expect("the file");
        workspace.write(&file.path, format!("{modeline}{text}"));
        assert_modeline_leads_to_a_schema(&workspace, &file.path);
    }
    assert!(errors(&workspace).is_empty());
    assert_eq!(schema::modeline("content/schools/shkola/journal.jsonl"), None);
}

#[test]
fn a_foreign_file_is_not_replaced_by_a_schema() {
    let workspace = Workspace::sound();
    workspace.run(&["schema", "proba"]).expect(0);
    workspace.run(&["schema", "proba", "--lang", "en"]).expect(0);
    workspace.write("proba/site.schema.json", "{}");
    workspace.remove("proba/memo.schema.json");
    let run = workspace.run(&["schema", "proba"]).expect(2);
    assert!(run.stderr.contains("proba/site.schema.json"), "{}", run.stderr);
    assert!(!workspace.path("proba/memo.schema.json").exists());
}

#[test]
fn settings_in_the_reference_are_right() {
    let page = fs::read_to_string(project().join("docs/reference/editor.md")).expect("the page");
    let (_, block) = page.split_once("```json\n").expect("the settings");
    let settings: Value =
        serde_json::from_str(block.split("```").next().unwrap_or_default()).expect("JSON");
    let associations = settings["yaml.schemas"].as_object().expect("associations");
    for (schema, patterns) in associations {
        let patterns = patterns.as_array().cloned().unwrap_or_else(|| vec![patterns.clone()]);
        for pattern in patterns.iter().filter_map(Value::as_str) {
            let kind = Kind::of(&pattern.replace('*', "x")).expect("a file with a schema");
            assert_eq!(*schema, format!("./{}/{}", schema::FOLDER, kind.file()), "{pattern}");
        }
    }
    assert_eq!(associations.len(), 4);
    for kind in Kind::ALL {
        assert!(page.contains(&format!("`{}`", kind.file())), "{kind:?}");
    }
}
