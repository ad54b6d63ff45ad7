//! `timetable.yaml`.

use serde_json::{Value, json};

use super::edition::approval;
use super::values::{ID, any, audience, choice, flag, list, number, unknown, weekdays};
use super::writer::Need::{Alternative, Optional, Required};
use super::writer::{Key, Writer, map};
use crate::model::resolve::timetable::CHANNELS;
use crate::model::timetable::RESERVED_IDS;

/// `timetable.yaml`.
pub(super) fn timetable(w: Writer<'_>) -> Value {
    let valid = [("from", Required, w.date()), ("to", Required, w.date())];
    w.map(
        "timetable",
        [
            ("valid", Required, w.map("valid", valid)),
            ("approved", Required, any([approval(w), unknown()])),
            ("note", Optional, w.text()),
            ("people", Required, people(w)),
            ("sessions", Required, list(session(w))),
            ("cancelled", Optional, list(cancelled(w))),
            ("moved", Optional, list(moved(w))),
            ("substituted", Optional, list(substituted(w))),
            ("extra", Optional, list(extra(w))),
        ],
    )
}

/// A map of ids to persons.
fn people(w: Writer<'_>) -> Value {
    let person = w.map(
        "person",
        [
            ("name", Required, w.text()),
            ("post", Required, w.text()),
            ("phone", Optional, w.text()),
            ("email", Optional, w.text()),
        ],
    );
    let pattern = format!(r"^(?!(?:{})$)\s*{ID}\s*$", RESERVED_IDS.join("|"));
    json!({
        "type": "object",
        "patternProperties": { pattern: person },
        "additionalProperties": false,
    })
}

/// What sessions and extra consultations share.
fn details(w: Writer<'_>) -> Vec<Key> {
    w.keys(
        "session",
        [
            ("id", Required, w.id()),
            ("who", Required, w.text()),
            ("for", Required, audience()),
            ("at", Required, w.time_range()),
            ("room", Optional, w.text()),
            ("channel", Optional, choice(&CHANNELS)),
            ("link", Optional, w.known_address()),
            ("booking", Optional, w.text()),
            ("topic", Optional, w.text()),
        ],
    )
}

fn session(w: Writer<'_>) -> Value {
    let days = w.keys(
        "session",
        [
            ("on", Alternative, weekdays()),
            ("dates", Alternative, any([w.date(), list(w.date())])),
            ("every", Alternative, every(w)),
            ("from", Optional, w.date()),
            ("to", Optional, w.date()),
            ("in_breaks", Optional, flag(false)),
        ],
    );
    let mut session = map([details(w), days].concat());
    session["oneOf"] = json!([
        { "required": ["on"], "not": { "required": ["dates"] } },
        { "required": ["dates"],
          "not": { "anyOf": [{ "required": ["on"] }, { "required": ["every"] }] } },
    ]);
    session
}

/// `week`, `{weeks, from}` or `{nth}`. Every second week has to say from which.
fn every(w: Writer<'_>) -> Value {
    let single = [("weeks", Required, number(1, 1)), ("from", Optional, w.date())];
    let weeks = [("weeks", Required, number(2, 8)), ("from", Required, w.date())];
    let nth = any([
        json!({ "enum": [1, 2, 3, 4, "last"] }),
        json!({ "type": "string", "pattern": "^[1-4]$" }),
    ]);
    any([
        choice(&["week"]),
        w.map("every", weeks),
        w.map("every", single),
        w.map("every", [("nth", Required, nth)]),
    ])
}

fn cancelled(w: Writer<'_>) -> Value {
    w.map(
        "change",
        [
            ("session", Required, w.text()),
            ("date", Required, w.date()),
            ("reason", Optional, w.text()),
        ],
    )
}

fn moved(w: Writer<'_>) -> Value {
    let mut keys = w.keys(
        "change",
        [
            ("session", Required, w.text()),
            ("date", Required, w.date()),
            ("reason", Optional, w.text()),
        ],
    );
    keys.extend(w.keys(
        "moved",
        [
            ("to", Required, w.date()),
            ("at", Optional, w.time_range()),
            ("room", Optional, w.text()),
        ],
    ));
    map(keys)
}

/// Of one day, or of all days from one to another.
fn substituted(w: Writer<'_>) -> Value {
    let mut schema = w.map(
        "substituted",
        [
            ("session", Required, w.text()),
            ("date", Alternative, w.date()),
            ("from", Alternative, w.date()),
            ("to", Alternative, w.date()),
            ("who", Required, w.text()),
            ("reason", Optional, w.text()),
        ],
    );
    schema["oneOf"] = json!([
        { "required": ["date"],
          "not": { "anyOf": [{ "required": ["from"] }, { "required": ["to"] }] } },
        { "required": ["from", "to"], "not": { "required": ["date"] } },
    ]);
    schema
}

fn extra(w: Writer<'_>) -> Value {
    let more = w.keys("extra", [("date", Required, w.date()), ("reason", Optional, w.text())]);
    map([details(w), more].concat())
}
