//! The JSON Schemas of what layouts read, made from the types: `docs/reference/print/`. A test
//! keeps them up to date; `SNAPSHOTS=overwrite` writes them.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use schemars::JsonSchema;
use schemars::r#gen::SchemaSettings;
use serde::Serialize;
use serde_json::Value;

use super::{act, comparison, contacts, memo, notice, poster, receipt, strips, timetable};
use crate::source::theme::Theme;

/// A layout with what makes the schema of its `data.json`.
type Layout = (&'static str, fn() -> serde_json::Result<Value>);

/// Layouts with the types of their `data.json`: what stands around the view, and the view.
const LAYOUTS: [Layout; 8] = [
    ("timetable", schema::<poster::Frame<'_>, timetable::View<'_>>),
    ("contacts", schema::<poster::Frame<'_>, contacts::View<'_>>),
    ("strips", schema::<poster::Frame<'_>, strips::View<'_>>),
    ("memo", schema::<poster::Frame<'_>, memo::View<'_>>),
    ("notice", schema::<poster::Frame<'_>, notice::View<'_>>),
    ("receipt", schema::<receipt::Frame<'_>, receipt::View<'_>>),
    ("act", schema::<act::Frame<'_>, act::View<'_>>),
    ("comparison", schema::<comparison::Frame<'_>, comparison::View<'_>>),
];

/// `data.json` of a layout.
#[derive(Serialize, JsonSchema)]
struct Data<F, V> {
    #[serde(flatten)]
    frame: F,
    /// What the sheet says.
    view: V,
}

/// The schema of the data of a layout.
fn schema<F: JsonSchema, V: JsonSchema>() -> serde_json::Result<Value> {
    let settings = SchemaSettings::draft2019_09();
    let schema = settings.into_generator().into_root_schema_for::<Data<F, V>>();
    let mut schema = serde_json::to_value(schema)?;
    require_all(&mut schema);
    Ok(schema)
}

/// Marks all members of objects as required: what is `None` is written as null.
fn require_all(schema: &mut Value) {
    let members = schema.get("properties").and_then(Value::as_object);
    let names = members.map(|members| members.keys().cloned().map(Value::String).collect());
    if let (Some(names), Some(schema)) = (names, schema.as_object_mut()) {
        schema.insert("required".into(), Value::Array(names));
    }
    match schema {
        Value::Object(members) => members.values_mut().for_each(require_all),
        Value::Array(items) => items.iter_mut().for_each(require_all),
        _ => {}
    }
}

/// The files of the folder by name.
fn written(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let file = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap_or_default();
        (entry.file_name().to_string_lossy().into_owned(), text)
    };
    entries.map(file).collect()
}

#[test]
fn schemas_are_up_to_date() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/print");
    let mut schemas = BTreeMap::new();
    for (layout, schema) in LAYOUTS {
        let mut schema = schema()?;
        schema["title"] = format!("data.json of {layout}.typ").into();
        let text = serde_json::to_string_pretty(&schema)?;
        schemas.insert(format!("{layout}.schema.json"), text + "\n");
    }
    #[expect(clippy::disallowed_methods, reason = "how a person blesses new texts")]
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::remove_dir_all(&folder)?;
        fs::create_dir_all(&folder)?;
        for (name, text) in &schemas {
            fs::write(folder.join(name), text)?;
        }
    }
    let found = written(&folder);
    let differing =
        |(name, text): (&String, &String)| (found.get(name) != Some(text)).then_some(name.clone());
    let differing: Vec<String> = schemas.iter().filter_map(differing).collect();
    assert!(differing.is_empty(), "{differing:?}: run again with SNAPSHOTS=overwrite");
    assert_eq!(found.len(), schemas.len(), "a schema without a layout");
    Ok(())
}

#[test]
fn every_layout_has_a_schema() {
    let theme = Theme::built_in();
    let reading = theme
        .folder("print/")
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("json(\"data.json\")"));
    let layouts: Vec<&str> = LAYOUTS.iter().map(|(layout, _)| *layout).collect();
    // Posters share `base.typ`, which reads the data of each.
    for (name, _) in reading.filter(|(name, _)| *name != "base.typ") {
        let layout = name.trim_end_matches(".typ");
        assert!(layouts.contains(&layout), "{name} reads data.json and has no schema");
    }
}
