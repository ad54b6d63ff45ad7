//! JSON Schemas and `resolve` say the same of every file: of keys, of what is required, of values.

mod documents;
mod editors;
mod validator;
mod values;

use std::collections::BTreeSet;

use reglament::diagnostics::Diagnostic;
use reglament::language::{Arg, Catalogue, Language};
use reglament::model::resolve::schema::{self, Kind};
use serde_json::{Value, json};

use crate::workspace::Workspace;
use documents::{File, errors, read};

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
                    seen.extend(
                        here.map(|key| (std::ptr::from_ref(*schema) as usize, key.clone())),
                    );
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

#[test]
fn every_text_of_a_schema_is_used_and_there() {
    for language in [Language::Russian, Language::English] {
        let catalogue = Catalogue::new(language);
        let mut used = BTreeSet::new();
        for (name, text) in schema::files(&catalogue) {
            let schema: Value = serde_json::from_str(&text).expect("JSON");
            walk(&schema, &mut |part| {
                let members = ["title", "description", "patternErrorMessage"];
                for text in members.iter().filter_map(|member| part[*member].as_str()) {
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
