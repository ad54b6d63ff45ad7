//! What other people's code reads from a feed: `icalendar` parses it, `rrule` expands it.
//!
//! Known traps of `rrule` 0.14: it takes all-day and floating values for the machine's zone and
//! ignores an EXDATE of another type; [`expand`] therefore refuses such values.

use std::collections::BTreeMap;

use icalendar::parser::{Component, Property, read_calendar, unfold};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SpanRound, Timestamp, Unit};
use reglament::model::occurrence::{Occurrence, Outcome};
use reglament::model::timetable::TimeOfDay;
use rrule::RRuleSet;
use unicode_normalization::UnicodeNormalization as _;

/// A dated instance as a subscriber sees it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instance {
    start: Timestamp,
    end: Timestamp,
    cancelled: bool,
}

impl Instance {
    /// The instance that the model describes; `None` if the day is off.
    pub(super) fn of(occurrence: &Occurrence<'_>, zone: &TimeZone) -> Option<Self> {
        let cancelled = match occurrence.outcome {
            Outcome::Held | Outcome::Moved(_) | Outcome::Substituted(_) => false,
            Outcome::Cancelled(_) => true,
            Outcome::Skipped(_) => return None,
        };
        let moment = |time: TimeOfDay| {
            let minutes = jiff::Span::new().minutes(i64::from(time.minutes()));
            let local = occurrence.date.at(0, 0, 0, 0).checked_add(minutes).expect("local time");
            zone.to_timestamp(local).expect("moment")
        };
        let time = occurrence.time;
        Some(Self { start: moment(time.start), end: moment(time.end), cancelled })
    }
}

impl Instance {
    /// The instance as `ics_check.py --expect` takes it.
    pub(super) fn to_json(&self) -> serde_json::Value {
        let moment = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let status = if self.cancelled { "CANCELLED" } else { "CONFIRMED" };
        serde_json::json!({"start": moment(self.start), "end": moment(self.end), "status": status})
    }
}

/// The text with its lines unfolded.
pub(super) fn unfolded(text: &str) -> String {
    unfold(text)
}

/// A VEVENT.
pub(super) struct Event {
    lines: Vec<(String, BTreeMap<String, String>, String)>,
}

impl Event {
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let named = self.lines.iter().filter(move |(found, ..)| found == name);
        named.map(|(_, parameters, value)| {
            (parameters.get("TZID").map_or("", String::as_str), value.as_str())
        })
    }

    fn one<'a>(&'a self, name: &'a str) -> Option<(&'a str, &'a str)> {
        let mut all = self.all(name);
        let first = all.next();
        assert!(all.next().is_none(), "{name} twice");
        first
    }

    fn local(&self, name: &str) -> Option<(String, DateTime)> {
        let (zone, value) = self.one(name)?;
        assert!(!zone.is_empty() && value.len() == 15, "{name} without a zone: {value}");
        Some((zone.to_owned(), DateTime::strptime("%Y%m%dT%H%M%S", value).expect("local time")))
    }

    /// A property of type TEXT as people see it; `icalendar` has taken the escapes away.
    pub(super) fn text(&self, name: &str) -> String {
        self.one(name).map_or_else(String::new, |(_, value)| value.to_owned())
    }
}

/// The events of an unfolded feed.
pub(super) fn events(unfolded: &str) -> Vec<Event> {
    let calendar = read_calendar(unfolded).expect("a calendar");
    let events = calendar.components.iter().filter(|c| c.name.as_str() == "VEVENT");
    events.map(|c| Event { lines: c.properties.iter().map(raw).collect() }).collect()
}

fn raw(property: &Property<'_>) -> (String, BTreeMap<String, String>, String) {
    let parameters = property.params.iter().map(|parameter| {
        let value = parameter.val.as_ref().map(|value| value.as_str().to_owned());
        (parameter.key.as_str().to_owned(), value.unwrap_or_default())
    });
    (property.name.as_str().to_owned(), parameters.collect(), property.val.as_str().to_owned())
}

/// All instances that the feed describes, in order.
pub(super) fn expand(text: &str) -> Vec<Instance> {
    let events = events(&unfolded(text));
    let mut found = Vec::new();
    for event in &events {
        let uid = event.one("UID").expect("UID").1;
        let (zone, start) = event.local("DTSTART").expect("DTSTART");
        let (_, end) = event.local("DTEND").expect("DTEND");
        let cancelled = event.one("STATUS").is_some_and(|(_, status)| status == "CANCELLED");
        let mut starts = starts(event, start);
        if event.one("RECURRENCE-ID").is_none() {
            let same = events.iter().filter(|e| e.one("UID").is_some_and(|(_, id)| id == uid));
            for (_, replaced) in same.filter_map(|event| event.local("RECURRENCE-ID")) {
                let known = starts.iter().position(|start| *start == replaced);
                starts.remove(known.expect("RECURRENCE-ID is an instance"));
            }
        }
        let zone = TimeZone::get(&zone).expect("zone");
        let length = start.until(end).expect("length");
        let length = length.round(SpanRound::new().largest(Unit::Minute)).expect("length");
        for start in starts {
            let moment = |local| zone.to_timestamp(local).expect("moment");
            let end = start.checked_add(length).expect("end");
            found.push(Instance { start: moment(start), end: moment(end), cancelled });
        }
    }
    found.sort();
    found
}

/// Local starts of a component by its rule and exceptions.
fn starts(event: &Event, start: DateTime) -> Vec<DateTime> {
    let Some((_, rule)) = event.one("RRULE") else {
        assert!(event.one("EXDATE").is_none(), "EXDATE without RRULE");
        return vec![start];
    };
    let (zone, value) = event.one("DTSTART").expect("DTSTART");
    let mut set = format!("DTSTART;TZID={zone}:{value}\nRRULE:{rule}");
    let all = expand_set(&set);
    assert_eq!(all.first(), Some(&start), "DTSTART is not the first instance of {rule}");
    let mut left_out = 0;
    for (exception_zone, exception) in event.all("EXDATE") {
        assert_eq!((exception_zone, exception.len()), (zone, 15), "EXDATE of another type");
        set.push_str(&format!("\nEXDATE;TZID={zone}:{exception}"));
        left_out += 1;
    }
    let left = expand_set(&set);
    assert_eq!(left.len() + left_out, all.len(), "an EXDATE is no instance: {set}");
    left
}

fn expand_set(set: &str) -> Vec<DateTime> {
    let set: RRuleSet = set.parse().expect("rule");
    let result = set.all(2000);
    assert!(!result.limited, "an endless rule");
    let local = result.dates.iter().map(|date| date.format("%Y%m%dT%H%M%S").to_string());
    local.map(|text| DateTime::strptime("%Y%m%dT%H%M%S", text).expect("date")).collect()
}

/// The changes of offset that the feed's VTIMEZONE describes: local time and offset in seconds.
pub(super) fn offsets(text: &str) -> Vec<(DateTime, i32)> {
    let unfolded = unfolded(text);
    let calendar = read_calendar(&unfolded).expect("a calendar");
    let zone = calendar.components.iter().find(|c| c.name.as_str() == "VTIMEZONE");
    zone.expect("VTIMEZONE").components.iter().flat_map(changes).collect()
}

/// The offset in seconds at a local time.
pub(super) fn offset_at(offsets: &[(DateTime, i32)], local: DateTime) -> i32 {
    let past = offsets.iter().filter(|(at, _)| *at <= local);
    past.max_by_key(|(at, _)| *at).expect("an observance holds").1
}

/// Moments at which an observance begins, with its offset.
fn changes(observance: &Component<'_>) -> Vec<(DateTime, i32)> {
    let value = |name| observance.find_prop(name).map(|property| property.val.as_str().to_owned());
    let start = value("DTSTART").expect("DTSTART");
    let offset = seconds(&value("TZOFFSETTO").expect("TZOFFSETTO"));
    let starts = match value("RRULE") {
        Some(rule) => expand_set(&format!("DTSTART:{start}Z\nRRULE:{rule};UNTIL=20400101T000000Z")),
        None => vec![DateTime::strptime("%Y%m%dT%H%M%S", &start).expect("start")],
    };
    starts.into_iter().map(|start| (start, offset)).collect()
}

fn seconds(offset: &str) -> i32 {
    let digits: i32 = offset[1..5].parse().expect("digits");
    let seconds = digits / 100 * 3600 + digits % 100 * 60;
    if offset.starts_with('-') { -seconds } else { seconds }
}

/// The text without what calendar programs cannot show, in normal form C, line by line.
pub(super) fn as_shown(text: &str) -> String {
    let breaks = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let shown = |c: &char| {
        (!c.is_control() || *c == '\n')
            && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            && !matches!(c, '\u{feff}' | '\u{fffd}'..='\u{ffff}')
    };
    let text = text.replace(breaks, "\n").replace('\t', " ");
    let composed: String = text.chars().filter(shown).nfc().collect();
    let lines = composed.split('\n').map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}
