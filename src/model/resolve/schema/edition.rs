//! Front matter of editions, drafts and memos.

use serde_json::{Value, json};

use super::site::publication;
use super::values::{any, audience, choice, list, number, some};
use super::writer::Need::{Alternative, Optional, Required};
use super::writer::{Key, Writer, map};

/// An edition.
pub(super) fn edition(w: Writer<'_>) -> Value {
    let own = w.keys(
        "edition",
        [
            ("approved", Required, approval(w)),
            ("in_force", Optional, w.date()),
            ("valid_for", Optional, w.term()),
            ("valid_until", Optional, w.date()),
            ("posted", Optional, w.date()),
            ("publication", Optional, publication(w)),
            ("duties", Optional, list(duty(w))),
            ("errata", Optional, list(erratum(w))),
        ],
    );
    let mut schema = map([wording(w), own].concat());
    let given = |key: &str| json!({ "required": [key], "properties": { key: { "not": { "type": "null" } } } });
    schema["not"] = json!({ "allOf": [given("valid_for"), given("valid_until")] });
    schema
}

/// A draft.
pub(super) fn draft(w: Writer<'_>) -> Value {
    map(wording(w))
}

/// A memo.
pub(super) fn memo(w: Writer<'_>) -> Value {
    w.map("memo", [("title", Required, w.text()), ("lead", Optional, w.text())])
}

/// What editions and drafts have in common.
fn wording(w: Writer<'_>) -> Vec<Key> {
    let acceptance = [
        ("finding", Required, w.text()),
        ("at", Optional, w.text()),
        ("reason", Required, w.text()),
    ];
    w.keys(
        "wording",
        [
            ("title", Required, w.text()),
            ("short_title", Optional, w.text()),
            ("summary", Optional, w.text()),
            ("affects", Optional, audience()),
            ("accepted", Optional, list(w.map("accepted", acceptance))),
        ],
    )
}

/// `approved` of an edition and of a timetable.
pub(super) fn approval(w: Writer<'_>) -> Value {
    let protocol = [
        ("body", Required, w.text()),
        ("role", Optional, choice(&["adopted", "agreed"])),
        ("number", Optional, w.text()),
        ("date", Optional, w.date()),
    ];
    w.map(
        "approval",
        [
            ("date", Required, w.date()),
            ("by", Optional, w.text()),
            ("order", Optional, w.text()),
            ("protocols", Optional, list(w.map("protocol", protocol))),
        ],
    )
}

fn duty(w: Writer<'_>) -> Value {
    w.map(
        "duty",
        [
            ("id", Required, w.id()),
            ("title", Required, w.text()),
            ("at", Optional, w.text()),
            ("who", Optional, w.text()),
            ("for", Optional, audience()),
            ("on", Required, duty_days(w)),
        ],
    )
}

/// `{days, months}`, `{before_breaks: true}`, `{yearly}` or `{dates}`.
fn duty_days(w: Writer<'_>) -> Value {
    let day = || any([number(1, 31), choice(&["last"])]);
    let (month, yearly) = (|| number(1, 12), || w.day_of_year());
    let mut schema = w.map(
        "duty-on",
        [
            ("days", Alternative, any([day(), some(day())])),
            ("months", Alternative, any([month(), some(month())])),
            ("before_breaks", Alternative, json!({ "type": "boolean" })),
            ("yearly", Alternative, any([yearly(), some(yearly())])),
            ("dates", Alternative, any([w.date(), some(w.date())])),
        ],
    );
    let only = |key: &str, others: &[&str]| {
        let others: Vec<Value> = others.iter().map(|key| json!({ "required": [key] })).collect();
        json!({ "required": [key], "not": { "anyOf": others } })
    };
    let mut breaks = only("before_breaks", &["days", "months", "yearly", "dates"]);
    breaks["properties"] = json!({ "before_breaks": { "const": true } });
    let not_breaks = json!({ "before_breaks": { "const": false } });
    let mut others = [
        only("days", &["yearly", "dates"]),
        only("yearly", &["days", "months", "dates"]),
        only("dates", &["days", "months", "yearly"]),
    ];
    for schema in &mut others {
        schema["properties"] = not_breaks.clone();
    }
    let [days, yearly, dates] = others;
    schema["oneOf"] = json!([breaks, days, yearly, dates]);
    schema
}

fn erratum(w: Writer<'_>) -> Value {
    w.map(
        "erratum",
        [
            ("date", Required, w.date()),
            ("at", Required, w.text()),
            ("was", Required, w.text()),
            ("now", Required, w.text()),
            ("reason", Optional, w.text()),
        ],
    )
}
