//! Taking typed values out of a YAML map, all mistakes reported.

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

pub(super) use super::moments::{date, parse_date, time_range};
use super::zones;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::language::dates;
pub(in crate::model) use crate::language::near::nearest;
use crate::language::placeholder::is_marked;
use crate::model::audience::{Audience, Group};
use crate::model::clock::Zone;
use crate::model::timetable::TimeRange;
use crate::source::Document;
use crate::source::yaml::{Node, Value};

/// Longest identifier, in characters.
const LONGEST_ID: usize = 60;

/// The fields of one map. Each field is asked for once; [`Fields::finish`] then reports the keys
/// that nobody asked for.
pub(super) struct Fields<'d, 'f> {
    /// The document, for places.
    pub(super) document: &'d Document,
    /// Where mistakes go.
    pub(super) found: &'f mut Diagnostics,
    entries: &'d [(Node, Node)],
    node: &'d Node,
    asked: Vec<&'static str>,
}

impl<'d, 'f> Fields<'d, 'f> {
    /// The fields of `node`, or `None` with a finding if it is no map.
    pub(super) fn new(
        document: &'d Document,
        node: &'d Node,
        found: &'f mut Diagnostics,
    ) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            found.push(wrong_type(document, node, "map"));
            return None;
        };
        Some(Self { document, found, entries, node, asked: Vec::new() })
    }

    /// The node under `key`; `None` if absent or null.
    pub(super) fn take(&mut self, key: &'static str) -> Option<&'d Node> {
        self.asked.push(key);
        let (_, node) = self.entries.iter().find(|(known, _)| known.scalar() == key)?;
        (node.value != Value::Null).then_some(node)
    }

    /// The node under `key`; its absence is a finding.
    pub(super) fn require(&mut self, key: &'static str) -> Option<&'d Node> {
        let node = self.take(key);
        if node.is_none() {
            let missing = Diagnostic::error("key-missing", self.place_of(key));
            self.found.push(missing.with("key", key));
        }
        node
    }

    /// The key's own place if it is there, else the first line of the map.
    fn place_of(&self, key: &str) -> Place {
        match self.entries.iter().find(|(known, _)| known.scalar() == key) {
            Some((known, _)) => self.document.place(known),
            None => match self.entries.first() {
                Some((first, _)) => self.document.place(first),
                None => self.document.place(self.node),
            },
        }
    }

    /// Required text, not empty.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        let node = self.require(key)?;
        text(self.document, node, self.found)
    }

    /// Optional text, not empty. What is marked as to be filled in is not known.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<String> {
        let node = self.take(key)?;
        text(self.document, node, self.found).filter(|text| !is_marked(text))
    }

    /// Required date.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        let node = self.require(key)?;
        date(self.document, node, self.found)
    }

    /// Optional date.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<Date> {
        let node = self.take(key)?;
        date(self.document, node, self.found)
    }

    /// `true` or `false`; `default` if absent or wrong.
    pub(super) fn flag(&mut self, key: &'static str, default: bool) -> bool {
        let Some(node) = self.take(key) else { return default };
        match &node.value {
            Value::Scalar { text, quoted: false } if text == "true" => true,
            Value::Scalar { text, quoted: false } if text == "false" => false,
            _ => {
                let near = nearest(node.scalar(), ["true", "false"].into_iter());
                self.found.push(wrong_type(self.document, node, "flag").near(near));
                default
            }
        }
    }

    /// The items of a list; empty if absent or wrong.
    pub(super) fn list(&mut self, key: &'static str) -> &'d [Node] {
        self.optional_list(key).unwrap_or_default()
    }

    /// The items of a list; `None` if absent, empty if wrong.
    pub(super) fn optional_list(&mut self, key: &'static str) -> Option<&'d [Node]> {
        let node = self.take(key)?;
        if let Value::List(items) = &node.value {
            return Some(items);
        }
        self.found.push(wrong_type(self.document, node, "list"));
        Some(&[])
    }

    /// An optional http(s) address.
    pub(super) fn optional_address(&mut self, key: &'static str) -> Option<String> {
        let node = self.take(key).filter(|node| !is_marked(node.scalar()))?;
        address(self.document, node, self.found)
    }

    /// A required time zone.
    pub(super) fn zone(&mut self, key: &'static str) -> Option<Zone> {
        let node = self.require(key)?;
        let name = text(self.document, node, self.found)?;
        // Only names of the database: `UTC+9` or a POSIX rule would not fit calendars.
        let rules = TimeZone::get(&name).ok().filter(|zone| zone.iana_name().is_some());
        if rules.is_none() {
            let unknown = Diagnostic::error("zone-unknown", self.document.place(node));
            self.found.push(unknown.with("zone", name.as_str()).near(zones::meant(&name)));
        }
        rules.map(|rules| Zone { name, rules })
    }

    /// A required range of time.
    pub(super) fn time_range(&mut self, key: &'static str) -> Option<TimeRange> {
        let node = self.require(key)?;
        time_range(self.document, node, self.found)
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self) {
        for (key, _) in self.entries {
            let name = key.scalar();
            if self.asked.contains(&name) {
                continue;
            }
            let near = nearest(name, self.asked.iter().copied());
            let mut known = self.asked.clone();
            known.dedup();
            let unknown = Diagnostic::error("key-unknown", self.document.place(key));
            let unknown = unknown.with("key", name).near(near);
            self.found.push(unknown.with("known", known.join(", ")));
        }
    }
}

/// A finding that `node` is not of the kind `expected` (`map`, `list`, `text`, `flag`, `number`).
pub(super) fn wrong_type(document: &Document, node: &Node, expected: &'static str) -> Diagnostic {
    let actual = match &node.value {
        Value::Null => "nothing",
        Value::Scalar { .. } => "text",
        Value::List(_) => "list",
        Value::Map(_) => "map",
    };
    let wrong = Diagnostic::error("wrong-type", document.place(node));
    wrong.with("expected", expected).with("actual", actual)
}

/// The node's text, trimmed and not empty.
pub(super) fn text(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<String> {
    let Value::Scalar { text, .. } = &node.value else {
        found.push(wrong_type(document, node, "text"));
        return None;
    };
    let trimmed = text.trim();
    if trimmed.is_empty() {
        found.push(Diagnostic::error("text-empty", document.place(node)));
        return None;
    }
    if trimmed.chars().any(|c| c.is_control() && c != '\n') {
        found.push(Diagnostic::error("text-control-character", document.place(node)));
        return None;
    }
    Some(trimmed.to_owned())
}

/// The node's text as an identifier.
pub(super) fn id(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<String> {
    let text = text(document, node, found)?;
    if is_id(&text) {
        return Some(text);
    }
    found.push(Diagnostic::error("id-invalid", document.place(node)).with("id", text));
    None
}

/// Names of Windows' devices: no file or folder can have one, with any ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether `text` is an identifier: `a-z`, `0-9`, `-`, no `-` first, at most 60 characters, and no
/// device of Windows, where the folder could not be made.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty()
        && text.len() <= LONGEST_ID
        && text.bytes().all(allowed)
        && !text.starts_with('-')
        && !DEVICES.contains(&text)
}

/// An `http` or `https` address without white space.
pub(super) fn address(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<String> {
    let text = text(document, node, found)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let sound = rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(bad_in_address)
    });
    if !sound {
        let wrong = Diagnostic::error("address-invalid", document.place(node));
        found.push(wrong.with("address", text));
        return None;
    }
    Some(text)
}

fn bad_in_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`' | '{' | '}')
}

/// One weekday or a list of them, in order from Monday, without repetition.
pub(super) fn weekdays(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<Vec<Weekday>> {
    let items = one_or_many(node);
    let mut days = Vec::new();
    for item in items {
        let name = text(document, item, found)?;
        let Some(day) = dates::weekday_from_id(&name) else {
            let wrong = Diagnostic::error("weekday-unknown", document.place(item));
            let near = nearest(&name, dates::WEEKDAY_IDS.into_iter());
            let wrong = wrong.with("day", name).with("known", dates::WEEKDAY_IDS.join(", "));
            found.push(wrong.near(near));
            return None;
        };
        days.push(day);
    }
    days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    Some(days)
}

/// `all`, one group or a list of groups.
pub(super) fn audience(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<Audience> {
    let mut audience = Audience::default();
    for item in one_or_many(node) {
        let name = text(document, item, found)?;
        match Group::from_id(&name) {
            Some(group) => audience = audience.with(group),
            None if name == "all" => audience = Audience::EVERYBODY,
            None => {
                let known = "all, parents, staff, pupils";
                let near = nearest(&name, ["all", "parents", "staff", "pupils"].into_iter());
                let wrong = Diagnostic::error("value-unknown", document.place(item));
                let wrong = wrong.with("value", name).with("known", known);
                found.push(wrong.near(near));
                return None;
            }
        }
    }
    if audience.is_empty() {
        found.push(wrong_type(document, node, "list"));
        return None;
    }
    Some(audience)
}

/// The items of a list, or the node itself.
pub(super) fn one_or_many(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// A whole number within `range`.
pub(super) fn number(
    document: &Document,
    node: &Node,
    range: std::ops::RangeInclusive<u16>,
    found: &mut Diagnostics,
) -> Option<u16> {
    let Value::Scalar { text, quoted: false } = &node.value else {
        found.push(wrong_type(document, node, "number"));
        return None;
    };
    let number = text.parse().ok().filter(|number| range.contains(number));
    if number.is_none() {
        let wrong = Diagnostic::error("number-invalid", document.place(node));
        let wrong = wrong.with("value", text.as_str());
        found.push(wrong.with("from", *range.start()).with("to", *range.end()));
    }
    number
}

/// One of `choices`, as its position.
pub(super) fn choice(
    document: &Document,
    node: &Node,
    choices: &[&str],
    found: &mut Diagnostics,
) -> Option<usize> {
    let value = text(document, node, found)?;
    let position = choices.iter().position(|choice| *choice == value);
    if position.is_none() {
        let near = nearest(&value, choices.iter().copied());
        let wrong = Diagnostic::error("value-unknown", document.place(node));
        let wrong = wrong.with("value", value.as_str()).with("known", choices.join(", "));
        found.push(wrong.near(near));
    }
    position
}
