//! Thousands of values, and all files of the project: an independent validator takes by the schema
//! what `resolve` takes.

use std::collections::BTreeSet;
use std::fs;

use reglament::diagnostics::Diagnostic;
use serde_json::{Value, json};

use super::documents::{errors, read};
use super::validator::Validator;
use super::{TOGETHER, complete};
use crate::workspace::{Workspace, project};

/// Findings about the form of a value, which the schemas tell as well.
const FORM: [&str; 18] = [
    "wrong-type",
    "key-missing",
    "key-unknown",
    "text-empty",
    "text-control-character",
    "id-invalid",
    "date-invalid",
    "time-invalid",
    "value-unknown",
    "weekday-unknown",
    "number-invalid",
    "address-invalid",
    "zone-unknown",
    "colour-invalid",
    "term-invalid",
    "duty-day-of-year",
    "hours-days",
    "person-id-reserved",
];
/// Texts among them.
const TEXTS: [&str; 51] = [
    "",
    " ",
    "слово",
    "рoom",
    "a-b",
    "A",
    "2026-02-30",
    "2026-09-01",
    "1989-12-31",
    "2027-2-3",
    "31.08.2026",
    "14:30-15:15",
    "8:00–24:00",
    "25:00-26:00",
    "24:01-24:02",
    "14.30-15.15",
    "https://example.org/",
    "http://",
    "https:///x",
    "javascript:x",
    "https://a b",
    "mon",
    "пн",
    "last",
    "week",
    "always",
    "daily",
    "all",
    "parents",
    "ru",
    "calendar",
    "a3",
    "phone",
    "#8A3b12",
    "#12345",
    "3 years",
    "1 month",
    "51 years",
    "0 years",
    "600 months",
    "3 года",
    "09-01",
    "02-30",
    "Europe/Moscow",
    "MSK",
    "true",
    "5",
    "\u{7}",
    "1\n2",
    "adopted",
    "https://example.org/?q",
];

/// Values that are put into every place of the complete workspace.
fn probes() -> Vec<Value> {
    let more = [
        json!(0),
        json!(1),
        json!(5),
        json!(6),
        json!(8),
        json!(12),
        json!(31),
        json!(32),
        json!(366),
        json!(-1),
        json!(false),
        Value::Null,
        json!([]),
        json!({}),
        json!(["mon"]),
        json!(["all"]),
        json!([1]),
        json!([null]),
        json!(["2026-12-01"]),
        json!({ "nth": 2 }),
        json!({ "weeks": 1 }),
        json!({ "weeks": 2 }),
        json!({ "days": 1, "before_breaks": true }),
        json!({ "mon-fri": "08:00-18:00" }),
        json!({ "fri-mon": "08:00-18:00" }),
        json!({ "before_breaks": false, "dates": "2026-12-01" }),
        json!({ "all": {} }),
    ];
    TEXTS.into_iter().map(Value::from).chain(more).collect()
}

/// Pointers to everything within a value but the value itself; of the items of lists, to the first
/// of each form.
fn pointers(value: &Value, pointer: &str, out: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(key, v)| (key.clone(), v)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(i, v)| (i.to_string(), v)).collect(),
        _ => return,
    };
    for (key, inner) in inner {
        let pointer = format!("{pointer}/{key}");
        pointers(inner, &pointer, out);
        out.push(pointer);
    }
}

/// Whether schema and `resolve` may differ here: the schema is stricter on purpose.
fn stricter(pointer: &str, probe: &Value) -> bool {
    let key = pointer.rsplit('/').next().unwrap_or_default();
    let together = ["on", "dates", "every", "date", "from", "to", "days", "months", "yearly"];
    // A text `false` or a `-1` as an id are slips of the pen, and so is an empty value where
    // the map says which keys belong together.
    probe.is_boolean() || probe.is_null() && (together.contains(&key) || key == "before_breaks")
}

#[test]
fn values_fit_the_schema_if_and_only_if_resolve_takes_them() {
    let Some(mut validator) = Validator::new() else { return };
    let (workspace, files) = complete();
    let mut asked = Vec::new();
    for file in &files {
        let mut places = Vec::new();
        pointers(&file.value, "", &mut places);
        let mut forms = BTreeSet::new();
        places.retain(|pointer| forms.insert(pointer.replace(|c: char| c.is_ascii_digit(), "")));
        for pointer in places {
            for probe in probes() {
                let mut value = file.value.clone();
                *value.pointer_mut(&pointer).expect("a place") = probe.clone();
                let found = file.errors(&workspace, &value);
                let form = |d: &Diagnostic| FORM.contains(&d.id) || TOGETHER.contains(&d.id);
                let ids: Vec<_> = found.iter().map(|d| d.id).collect();
                let wrong = found.iter().any(form);
                validator.ask(file.kind, value);
                asked.push((file.path.clone(), pointer.clone(), probe, wrong, ids));
            }
        }
    }
    let mut differing = Vec::new();
    for ((path, pointer, probe, wrong, ids), fault) in asked.iter().zip(validator.faults()) {
        let too_strict = fault.is_some() && ids.is_empty() && !stricter(pointer, probe);
        // Of which kind a value is, the model says.
        let of_model = pointer.contains("/parameters/") && !pointer.ends_with("/question");
        let too_lax = fault.is_none() && *wrong && !of_model;
        if too_strict || too_lax {
            differing.push(format!("{path}{pointer} = {probe}: resolve {ids:?}, schema {fault:?}"));
        }
    }
    let asked = asked.len();
    assert!(differing.is_empty(), "{} of {asked}:\n{}", differing.len(), differing.join("\n"));
    assert!(asked > 5_000, "{asked} values");
}

#[test]
fn files_of_the_project_fit_their_schemas_if_resolve_takes_them() {
    let Some(mut validator) = Validator::new() else { return };
    let mut asked = Vec::new();
    let mut ask = |name: &str, workspace: &Workspace| {
        let errors = errors(workspace);
        for file in read(workspace) {
            let found = errors.get(&file.path).map(Vec::as_slice).unwrap_or_default();
            let form = |d: &Diagnostic| FORM.contains(&d.id) || TOGETHER.contains(&d.id);
            let ids: Vec<_> = found.iter().map(|d| d.id).collect();
            asked.push((format!("{name}: {}", file.path), found.iter().any(form), ids));
            validator.ask(file.kind, file.value);
        }
    };
    ask("content", &Workspace::of(&project().join("content")));
    for entry in fs::read_dir(project().join("tests/cases")).expect("cases") {
        let entry = entry.expect("a case");
        if entry.path().join("content").is_dir() {
            let name = entry.file_name().to_string_lossy().into_owned();
            ask(&name, &Workspace::case(&name));
        }
    }
    let mut differing = Vec::new();
    for ((name, wrong, ids), fault) in asked.iter().zip(validator.faults()) {
        if fault.is_some() && ids.is_empty() || fault.is_none() && *wrong {
            differing.push(format!("{name}: resolve {ids:?}, schema {fault:?}"));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
