//! `school.yaml`.

use serde_json::{Value, json};

use super::model::values;
use super::site::print;
use super::values::{list, number, zone};
use super::writer::Need::{Optional, Required};
use super::writer::Writer;
use crate::language::dates::WEEKDAY_IDS;

/// `school.yaml`.
pub(super) fn school(w: Writer<'_>) -> Value {
    let director = [("name", Required, w.text()), ("post", Optional, w.text())];
    let breaks =
        [("name", Required, w.text()), ("from", Required, w.date()), ("to", Required, w.date())];
    let days_off = [("date", Required, w.date()), ("name", Required, w.text())];
    w.map(
        "school",
        [
            ("name", Required, w.text()),
            ("short_name", Required, w.text()),
            ("city", Required, w.text()),
            ("region", Optional, w.text()),
            ("address", Optional, w.text()),
            ("phone", Optional, w.text()),
            ("email", Optional, w.text()),
            ("website", Optional, w.known_address()),
            ("zone", Required, zone()),
            ("week", Optional, number(5, 6)),
            ("hours", Optional, hours(w)),
            ("accent", Optional, w.colour()),
            ("director", Optional, w.map("director", director)),
            ("founder", Optional, founder(w)),
            ("system", Optional, w.text()),
            ("print", Optional, print(w)),
            ("parameters", Optional, values()),
            ("breaks", Optional, list(w.map("breaks", breaks))),
            ("days_off", Optional, list(w.map("days-off", days_off))),
        ],
    )
}

fn founder(w: Writer<'_>) -> Value {
    w.map(
        "founder",
        [
            ("name", Required, w.text()),
            ("address", Optional, w.text()),
            ("phone", Optional, w.text()),
            ("email", Optional, w.text()),
            ("website", Optional, w.known_address()),
            ("hours", Optional, w.text()),
        ],
    )
}

/// A weekday, or a range of weekdays from the earlier to the later, to a range of time.
fn hours(w: Writer<'_>) -> Value {
    let ranges = WEEKDAY_IDS.iter().enumerate().map(|(index, first)| {
        let last: Vec<&str> = WEEKDAY_IDS.into_iter().skip(index).collect();
        format!(r"{first}(?:\s*[-–]\s*(?:{}))?", last.join("|"))
    });
    let pattern = format!(r"^\s*(?:{})\s*$", ranges.collect::<Vec<_>>().join("|"));
    json!({
        "type": "object",
        "patternProperties": { pattern: w.time_range() },
        "additionalProperties": false,
    })
}
