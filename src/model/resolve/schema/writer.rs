//! Maps with described keys.

use serde_json::{Map, Value, json};

use super::values::optional;
use crate::language::Catalogue;

/// Writes schemas with descriptions from a catalogue.
#[derive(Clone, Copy)]
pub(super) struct Writer<'c> {
    pub(super) catalogue: &'c Catalogue,
}

/// A key of a map: its name, whether it is required, and the schema of its value.
pub(super) type Key = (&'static str, Need, Value);

/// Whether a key has to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It has to.
    Required,
    /// It may be left out, or have no value.
    Optional,
    /// It may be left out; which of such keys belong together, the map says.
    Alternative,
}

impl Writer<'_> {
    /// The keys with the descriptions `schema-<name>-<key>`.
    pub(super) fn keys<const N: usize>(self, name: &str, keys: [Key; N]) -> Vec<Key> {
        let describe = |(key, need, mut value): Key| {
            let text = format!("schema-{name}-{}", key.replace('_', "-"));
            value["description"] = json!(self.catalogue.text(&text));
            (key, need, value)
        };
        keys.into_iter().map(describe).collect()
    }

    /// A map of these keys and no others.
    pub(super) fn map<const N: usize>(self, name: &str, keys: [Key; N]) -> Value {
        map(self.keys(name, keys))
    }

    /// A value with a pattern, with what the editor says if it does not fit: `schema-wrong-<name>`.
    pub(super) fn pattern(self, name: &str, pattern: &str) -> Value {
        let message = format!("schema-wrong-{name}");
        json!({
            "type": "string",
            "pattern": pattern,
            "patternErrorMessage": self.catalogue.text(&message),
        })
    }
}

/// A map of these keys and no others.
pub(super) fn map(keys: Vec<Key>) -> Value {
    let required = keys.iter().filter(|(_, need, _)| *need == Need::Required);
    let required: Vec<&str> = required.map(|(key, ..)| *key).collect();
    let mut schema = json!({ "type": "object", "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    let property = |(key, need, value): Key| {
        let value = if need == Need::Optional { optional(value) } else { value };
        (key.to_owned(), value)
    };
    schema["properties"] = Value::Object(keys.into_iter().map(property).collect::<Map<_, _>>());
    schema
}
