//! Kinds of values, as [`fields`](super::super::fields) takes them.

use serde_json::{Value, json};

use super::writer::Writer;
use crate::language::dates::WEEKDAY_IDS;
use crate::language::placeholder::OPENINGS;

/// Control characters other than a line break.
const CONTROL: &str = r"\x00-\x09\x0b-\x1f\x7f-\x9f";
/// Month and day, `02-29` included.
const MONTH_DAY: &str = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
     |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))";
/// A moment of the day, `24:00` included.
const TIME: &str = "(?:(?:[01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)";
/// A character of an address.
const IN_ADDRESS: &str = r#"[^\s\x00-\x1f\x7f-\x9f"<>\\`{}]"#;

/// A value that may be empty as well.
pub(super) fn optional(mut schema: Value) -> Value {
    if let Some(values) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        values.push(Value::Null);
    } else if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        choices.push(json!({ "type": "null" }));
    } else if let Some(kinds) = schema.get_mut("type") {
        let mut all = kinds.as_array().cloned().unwrap_or_else(|| vec![kinds.clone()]);
        all.push(json!("null"));
        *kinds = json!(all);
    }
    schema
}

/// A list of such items.
pub(super) fn list(items: Value) -> Value {
    let mut list = json!({ "type": "array" });
    list["items"] = items;
    list
}

/// A list of at least one such item.
pub(super) fn some(items: Value) -> Value {
    let mut some = list(items);
    some["minItems"] = json!(1);
    some
}

/// One of these schemas.
pub(super) fn any<const N: usize>(schemas: [Value; N]) -> Value {
    json!({ "anyOf": Vec::from(schemas) })
}

/// A mark that something is to be filled in.
pub(super) fn unknown() -> Value {
    let openings = OPENINGS.map(|opening| opening.replace('[', r"\["));
    json!({ "type": "string", "pattern": openings.join("|") })
}

/// One of these words.
pub(super) fn choice(words: &[&str]) -> Value {
    json!({ "enum": words })
}

/// `true` or `false`.
pub(super) fn flag(default: bool) -> Value {
    json!({ "type": "boolean", "default": default })
}

/// A whole number within a range.
pub(super) fn number(from: u16, to: u16) -> Value {
    json!({ "type": "integer", "minimum": from, "maximum": to })
}

/// Groups of people.
pub(super) fn audience() -> Value {
    let group = || choice(&["all", "parents", "staff", "pupils"]);
    any([group(), some(group())])
}

/// One weekday or several.
pub(super) fn weekdays() -> Value {
    any([choice(&WEEKDAY_IDS), list(choice(&WEEKDAY_IDS))])
}

/// A time zone: a name of the tz database.
pub(super) fn zone() -> Value {
    let names: Vec<String> = jiff::tz::db().available().map(|zone| zone.to_string()).collect();
    json!({ "enum": names })
}

impl Writer<'_> {
    /// Text that is not empty. A number is as good: nobody puts the room 214 into quotes.
    pub(super) fn text(self) -> Value {
        let pattern = format!(r"^\s*[^\s{CONTROL}](?:[^{CONTROL}]*[^\s{CONTROL}])?\s*$");
        let mut text = self.pattern("text", &pattern);
        text["type"] = json!(["string", "number"]);
        text
    }

    /// An identifier.
    pub(super) fn id(self) -> Value {
        let mut id = self.pattern("id", &format!(r"^\s*{ID}\s*$"));
        id["type"] = json!(["string", "integer"]);
        id["minimum"] = json!(0);
        id
    }

    /// A date of the years 1990 to 2200. Whether a year has a 29 February is left to `check`.
    pub(super) fn date(self) -> Value {
        let year = "(?:199[0-9]|2[01][0-9]{2}|2200)";
        self.pattern("date", &format!(r"^\s*{year}-{MONTH_DAY}\s*$"))
    }

    /// A day of every year.
    pub(super) fn day_of_year(self) -> Value {
        self.pattern("day-of-year", &format!("^{MONTH_DAY}$"))
    }

    /// A range of time. That the end is later is left to `check`.
    pub(super) fn time_range(self) -> Value {
        self.pattern("time", &format!(r"^\s*{TIME}\s*[-–—]\s*{TIME}\s*$"))
    }

    /// An http(s) address.
    pub(super) fn address(self) -> Value {
        self.pattern("address", &format!(r"^\s*https?://(?!/){IN_ADDRESS}+\s*$"))
    }

    /// An http(s) address, or a mark that it is to be filled in.
    pub(super) fn known_address(self) -> Value {
        any([self.address(), unknown()])
    }

    /// An http(s) address without query and fragment.
    pub(super) fn base_address(self) -> Value {
        self.pattern("address", &format!(r"^\s*https?://(?![^?#]*[?#])(?!/){IN_ADDRESS}+\s*$"))
    }

    /// A term, `3 years` or `18 months`, at most 50 years.
    pub(super) fn term(self) -> Value {
        let years = "0*(?:[1-9]|[1-4][0-9]|50) +years?";
        let months = "0*(?:[1-9][0-9]?|[1-5][0-9]{2}|600) +months?";
        self.pattern("term", &format!(r"^\s*(?:{years}|{months})\s*$"))
    }

    /// A colour `#rrggbb`. Whether it is dark enough is left to `check`.
    pub(super) fn colour(self) -> Value {
        self.pattern("colour", r"^\s*#[0-9a-fA-F]{6}\s*$")
    }
}

/// An identifier, without what stands around it.
pub(super) const ID: &str = r"(?!(?:con|prn|aux|nul|com[1-9]|lpt[1-9])\s*$)[a-z0-9][a-z0-9-]{0,59}";
