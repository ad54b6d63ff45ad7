//! JSON Schemas and `resolve` say the same of every file: of keys, of what is required, of values.

mod documents;
mod validator;

use std::collections::BTreeSet;
use std::fs;

use reglament::diagnostics::Diagnostic;
use reglament::language::{Arg, Catalogue, Language};
use reglament::model::resolve::schema::{self, Kind};
use serde_json::{Value, json};

use crate::workspace::{Workspace, files, has_extension, project};
use documents::{File, errors, read};
use validator::Validator;

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
/// Findings about keys that belong together.
const TOGETHER: [&str; 4] = ["session-days", "session-every", "duty-days", "validity-twice"];

/// The schemas by kind.
fn schemas() -> Vec<(Kind, Value)> {
    let files = schema::files(&Catalogue::new(Language::Russian));
    let parsed = Kind::ALL.into_iter().zip(files).map(|(kind, (name, text))| {
        assert_eq!(name, kind.file());
        (kind, serde_json::from_str(&text).expect("JSON"))
    });
    parsed.collect()
}

fn schema_of(kind: Kind) -> Value {
    schemas().into_iter().find(|(known, _)| *known == kind).expect("a schema").1
}

/// A map within a file: its pointer, the schemas that may stand there and, of these, those that know
/// all of its keys.
struct Place<'s> {
    pointer: String,
    alternatives: Vec<&'s Value>,
    schemas: Vec<&'s Value>,
}

/// All maps of `value` with their schemas.
fn maps<'s>(value: &Value, pointer: &str, choices: &[&'s Value], out: &mut Vec<Place<'s>>) {
    let alternatives = choices.iter().flat_map(|schema| match schema["anyOf"].as_array() {
        Some(any) => any.iter().collect(),
        None => vec![*schema],
    });
    let said = |schema: &&Value| {
        let known = schema["properties"].as_object().into_iter().flatten();
        let mut fixed = known.filter_map(|(key, of_key)| Some((key, of_key.get("const")?)));
        fixed.all(|(key, fixed)| value[key] == *fixed)
    };
    let alternatives: Vec<&Value> = alternatives.filter(said).collect();
    match value {
        Value::Object(entries) => {
            let fits = |schema: &&Value| {
                let known = schema["properties"].as_object();
                schema["patternProperties"].is_object()
                    || known.is_some_and(|known| entries.keys().all(|key| known.contains_key(key)))
            };
            let schemas: Vec<&Value> = alternatives.iter().copied().filter(fits).collect();
            for (key, inner) in entries {
                let of_key = |schema: &&'s Value| match schema["patternProperties"].as_object() {
                    Some(patterns) => patterns.values().next(),
                    None => schema["properties"].get(key),
                };
                let inside: Vec<&Value> = schemas.iter().filter_map(of_key).collect();
                maps(inner, &format!("{pointer}/{key}"), &inside, out);
            }
            out.push(Place { pointer: pointer.to_owned(), alternatives, schemas });
        }
        Value::Array(items) => {
            let inside = alternatives.iter().filter_map(|schema| schema.get("items"));
            let inside: Vec<&Value> = inside.collect();
            for (index, inner) in items.iter().enumerate() {
                maps(inner, &format!("{pointer}/{index}"), &inside, out);
            }
        }
        _ => {}
    }
}

/// Keys of the schemas at a place, and those that are required by all of them.
fn keys(place: &Place<'_>) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut all = BTreeSet::new();
    let mut required: Option<BTreeSet<String>> = None;
    for schema in &place.alternatives {
        all.extend(
            schema["properties"].as_object().into_iter().flatten().map(|(key, _)| key.clone()),
        );
    }
    for schema in &place.schemas {
        let own = schema["required"].as_array().into_iter().flatten();
        let own: BTreeSet<_> = own.filter_map(|key| key.as_str().map(str::to_owned)).collect();
        required = Some(required.map_or(own.clone(), |known| &known & &own));
    }
    (all, required.unwrap_or_default())
}

fn complete() -> (Workspace, Vec<File>) {
    let workspace = Workspace::case("sound-complete");
    assert!(errors(&workspace).is_empty(), "{:?}", errors(&workspace));
    let files = read(&workspace);
    (workspace, files)
}

/// The text argument `name` of a finding.
fn argument<'d>(finding: &'d Diagnostic, name: &str) -> &'d str {
    let value = finding.args.iter().find(|(known, _)| *known == name);
    match value {
        Some((_, Arg::Text(text))) => text,
        _ => panic!("{}: no text {name}", finding.id),
    }
}

#[test]
fn the_complete_workspace_has_every_key_of_every_schema() {
    let (_, files) = complete();
    let mut lacking = BTreeSet::new();
    for (kind, schema) in schemas() {
        let mut seen = BTreeSet::new();
        for file in files.iter().filter(|file| file.kind == kind) {
            let mut places = Vec::new();
            maps(&file.value, "", &[&schema], &mut places);
            for place in places {
                let value = file.value.pointer(&place.pointer).expect("a map");
                for schema in &place.schemas {
                    let here = value.as_object().expect("a map").keys();
                    seen.extend(here.map(|key| (*schema as *const Value as usize, key.clone())));
                }
            }
        }
        walk(&schema, &mut |map| {
            let known = map["properties"].as_object().into_iter().flatten();
            let address = std::ptr::from_ref(map) as usize;
            for (key, value) in known.filter(|(_, value)| value.get("description").is_some()) {
                if !seen.contains(&(address, key.clone())) {
                    lacking.insert(format!("{kind:?}: {key}: {}", value["description"]));
                }
            }
        });
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

/// Visits all schemas within a schema.
fn walk(schema: &Value, visit: &mut impl FnMut(&Value)) {
    visit(schema);
    match schema {
        Value::Object(members) => members.values().for_each(|inner| walk(inner, visit)),
        Value::Array(items) => items.iter().for_each(|inner| walk(inner, visit)),
        _ => {}
    }
}

#[test]
fn keys_are_those_that_resolve_knows() {
    let (workspace, files) = complete();
    for file in &files {
        let schema = schema_of(file.kind);
        let mut places = Vec::new();
        maps(&file.value, "", &[&schema], &mut places);
        for place in places {
            let named = place.schemas.iter().all(|schema| schema["properties"].is_object());
            assert!(!place.schemas.is_empty(), "{}{}: no schema", file.path, place.pointer);
            if !named {
                continue;
            }
            let name = format!("{}{}", file.path, place.pointer);
            assert_eq!(known(&workspace, file, &place), keys(&place).0, "{name}");
        }
    }
}

/// The keys that `resolve` names when it meets one that it does not know.
fn known(workspace: &Workspace, file: &File, place: &Place<'_>) -> BTreeSet<String> {
    let mut value = file.value.clone();
    value.pointer_mut(&place.pointer).expect("a map")["zzz"] = json!("x");
    let found = file.errors(workspace, &value);
    let found = found.iter().filter(|d| d.id == "key-unknown" && argument(d, "key") == "zzz");
    let mut known: BTreeSet<String> = BTreeSet::new();
    for finding in found {
        known.extend(argument(finding, "known").split(", ").map(str::to_owned));
    }
    // A draft knows the key only to refuse it.
    if file.kind == Kind::Draft && place.pointer.is_empty() {
        known.remove("approved");
    }
    // Of one day, `resolve` asks no further.
    if place.pointer.starts_with("/substituted") {
        known.extend(["from", "to"].map(str::to_owned));
    }
    known
}

#[test]
fn what_is_required_is_missed_by_resolve_and_nothing_else() {
    let (workspace, files) = complete();
    for file in &files {
        let schema = schema_of(file.kind);
        let mut places = Vec::new();
        maps(&file.value, "", &[&schema], &mut places);
        for place in places {
            if place.schemas.iter().any(|schema| schema["properties"].is_null()) {
                continue;
            }
            let (_, required) = keys(&place);
            let present = file.value.pointer(&place.pointer).expect("a map");
            for key in present.as_object().expect("a map").keys() {
                let mut value = file.value.clone();
                let map = value.pointer_mut(&place.pointer).expect("a map");
                map.as_object_mut().expect("a map").remove(key);
                let found = file.errors(&workspace, &value);
                let missed = found.iter().any(|d| {
                    let together = TOGETHER.contains(&d.id);
                    together || d.id == "key-missing" && argument(d, "key") == key
                });
                let alternative = ["date", "from", "to"].contains(&key.as_str())
                    && place.pointer.starts_with("/substituted")
                    || place.pointer.ends_with("/every")
                    || place.pointer.ends_with("/on")
                    || ["on", "dates"].contains(&key.as_str());
                if !alternative {
                    let name = format!("{}{}/{key}", file.path, place.pointer);
                    assert_eq!(missed, required.contains(key), "{name}: {found:?}");
                }
            }
        }
    }
}

/// Values that are put into every place of the complete workspace.
fn probes() -> Vec<Value> {
    let texts = [
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
    texts.into_iter().map(Value::from).chain(more).collect()
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
        if entry.path().is_dir() {
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

#[test]
fn every_text_of_a_schema_is_used_and_there() {
    for language in [Language::Russian, Language::English] {
        let catalogue = Catalogue::new(language);
        let mut used = BTreeSet::new();
        for (name, text) in schema::files(&catalogue) {
            let schema: Value = serde_json::from_str(&text).expect("JSON");
            walk(&schema, &mut |part| {
                for member in ["title", "description", "patternErrorMessage"] {
                    let Some(text) = part[member].as_str() else { continue };
                    assert!(!text.starts_with("schema-"), "{name}: no text {text}");
                    used.insert(text.to_owned());
                }
            });
        }
        for (key, text) in catalogue
            .fixed()
            .iter()
            .filter(|(key, _)| key.starts_with("schema-") && key.as_str() != "schema-written")
        {
            assert!(used.contains(text), "{key} is never used");
        }
    }
}

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
