//! Model regulations, and the values that schools give to their parameters.

use serde_json::{Value, json};

use super::values::{ID, audience, flag, number};
use super::writer::Need::{Optional, Required};
use super::writer::{Writer, map};
use crate::model::resolve::template::TAKEN;
use crate::model::template::FACTS;

/// Front matter of a model.
pub(super) fn model(w: Writer<'_>) -> Value {
    w.map(
        "model",
        [
            ("about", Required, w.text()),
            ("title", Required, w.text()),
            ("short_title", Optional, w.text()),
            ("summary", Optional, w.text()),
            ("affects", Optional, audience()),
            ("parameters", Optional, parameters(w)),
        ],
    )
}

/// A map of names to parameters.
fn parameters(w: Writer<'_>) -> Value {
    let facts = FACTS.iter().filter_map(|fact| fact.split('.').next());
    let taken: Vec<&str> = TAKEN.into_iter().chain(facts).collect();
    let pattern = format!("^(?!(?:{})$)[a-z][a-z0-9_]*$", taken.join("|"));
    let kinds = ["text", "flag", "number", "list", "choice"].map(|kind| parameter(w, kind));
    json!({
        "type": "object",
        "patternProperties": { pattern: { "anyOf": Vec::from(kinds) } },
        "additionalProperties": false,
    })
}

/// A parameter of one type.
fn parameter(w: Writer<'_>, kind: &str) -> Value {
    let mut keys = w.keys(
        "parameter",
        [
            ("type", Required, json!({ "const": kind })),
            ("question", Required, w.text()),
            ("example", Optional, w.text()),
            ("optional", Optional, flag(false)),
            ("default", Optional, json!({})),
        ],
    );
    let bound = || number(0, u16::MAX);
    match kind {
        "number" => {
            let bounds = [("from", Optional, bound()), ("to", Optional, bound())];
            keys.extend(w.keys("parameter", bounds));
        }
        "list" => keys.extend(w.keys("parameter", [("of", Optional, choices(w))])),
        "choice" => keys.extend(w.keys("parameter", [("of", Required, choices(w))])),
        _ => {}
    }
    map(keys)
}

/// A map of ids to meanings.
fn choices(w: Writer<'_>) -> Value {
    json!({
        "type": "object",
        "patternProperties": { format!(r"^\s*{ID}\s*$"): w.text() },
        "additionalProperties": false,
    })
}

/// A map of models to maps of names to values: of which kind they are, each model says.
pub(super) fn values() -> Value {
    let values = json!({ "type": "object", "patternProperties": { "": {} } });
    json!({ "type": "object", "patternProperties": { "": values } })
}
