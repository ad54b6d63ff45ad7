//! Time zones as VTIMEZONE, built from jiff's database for the years that a feed needs.
//!
//! 1. A zone whose offset does not change in those years is one STANDARD from 1970.
//! 2. Changes that come every year on the same weekday of the same month become yearly rules.
//! 3. Any others are written out one by one.

use std::fmt::Write as _;

use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Dst, Offset, TimeZone};

use super::component::Component;
use super::instant::{local, weekday};

/// A change of a zone's offset.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    /// Local time of the change, by the clock before it.
    at: DateTime,
    from: Offset,
    to: Offset,
    daylight: bool,
    /// Abbreviation after the change, `CEST`.
    name: String,
}

impl Change {
    /// Which weekday of the month it is, 1 to 4, and whether it is the last one.
    fn nth(&self) -> (i8, bool) {
        let date = self.at.date();
        ((date.day() - 1) / 7 + 1, date.day() + 7 > date.days_in_month())
    }

    /// Whether `self` and `other` differ in the year alone, so far as one of the two ways to
    /// count weekdays goes.
    fn recurs_as(&self, other: &Self, last: bool) -> bool {
        let same_weekday =
            if last { self.nth().1 && other.nth().1 } else { self.nth().0 == other.nth().0 };
        same_weekday
            && self.at.month() == other.at.month()
            && self.at.weekday() == other.at.weekday()
            && self.at.time() == other.at.time()
            && (self.from, self.to, self.daylight) == (other.from, other.to, other.daylight)
    }
}

/// The VTIMEZONE of `zone` under the name `tzid`, right for all times from the year of `first`
/// to the year of `last`.
pub(super) fn component(
    tzid: &str,
    zone: &TimeZone,
    first: Date,
    last: Date,
) -> Component<'static> {
    let mut component = Component::new("VTIMEZONE");
    component.text("TZID", tzid);
    let changes = changes(zone, first.year().saturating_sub(1), last.year());
    if let Some(rules) = yearly_rules(&changes) {
        for (change, rule) in rules {
            component.component(observance(change, Some(rule)));
        }
        return component;
    }
    component.component(observance(&state_before(zone, &changes, first), None));
    for change in &changes {
        component.component(observance(change, None));
    }
    component
}

/// The changes of `zone` from the begin of `first_year` to the end of `last_year`.
fn changes(zone: &TimeZone, first_year: i16, last_year: i16) -> Vec<Change> {
    let Ok(begin) = date(first_year, 1, 1).to_zoned(TimeZone::UTC) else { return Vec::new() };
    let mut from = zone.to_offset(begin.timestamp());
    let mut changes = Vec::new();
    for transition in zone.following(begin.timestamp()) {
        let at = from.to_datetime(transition.timestamp());
        if at.year() > last_year {
            break;
        }
        let to = transition.offset();
        let daylight = transition.dst() == Dst::Yes;
        changes.push(Change { at, from, to, daylight, name: transition.abbreviation().to_owned() });
        from = to;
    }
    changes.retain(|change| change.from != change.to);
    changes
}

/// What held before the first of `changes`, as if it had held since 1970.
fn state_before(zone: &TimeZone, changes: &[Change], first: Date) -> Change {
    let since = date(first.year().saturating_sub(1), 1, 1).to_zoned(TimeZone::UTC);
    let since = since.map(|begin| begin.timestamp()).unwrap_or_default();
    let info = zone.to_offset_info(since);
    let offset = changes.first().map_or_else(|| info.offset(), |change| change.from);
    Change {
        at: date(1970, 1, 1).at(0, 0, 0, 0),
        from: offset,
        to: offset,
        daylight: !changes.is_empty() && info.dst() == Dst::Yes,
        name: info.abbreviation().to_owned(),
    }
}

/// The first year's two changes with their rules, if all later ones repeat them.
fn yearly_rules(changes: &[Change]) -> Option<Vec<(&Change, String)>> {
    let (first_pair, others) = changes.split_at_checked(2)?;
    if !changes.len().is_multiple_of(2) || others.is_empty() {
        return None;
    }
    let mut rules = Vec::with_capacity(2);
    for (index, change) in first_pair.iter().enumerate() {
        let repeats = others.iter().skip(index).step_by(2);
        let every = |last| repeats.clone().all(|other| change.recurs_as(other, last));
        let nth = match (every(true), every(false)) {
            (true, _) => -1,
            (false, true) => change.nth().0,
            (false, false) => return None,
        };
        rules.push((change, yearly_rule(change, nth)));
    }
    Some(rules)
}

fn yearly_rule(change: &Change, nth: i8) -> String {
    let weekday = weekday(change.at.weekday());
    format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{weekday}", change.at.month())
}

fn observance(change: &Change, rule: Option<String>) -> Component<'static> {
    let mut observance = Component::new(if change.daylight { "DAYLIGHT" } else { "STANDARD" });
    observance.fixed("DTSTART", local(change.at));
    observance.fixed("TZOFFSETFROM", offset(change.from));
    observance.fixed("TZOFFSETTO", offset(change.to));
    if let Some(rule) = rule {
        observance.fixed("RRULE", rule);
    }
    observance.text("TZNAME", &change.name);
    observance
}

/// `+0300`, with seconds only where the offset has them.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let mut text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    if !seconds.is_multiple_of(60) {
        let _ = write!(text, "{:02}", seconds % 60);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str) -> String {
        let zone = TimeZone::get(name).expect("known zone");
        component(name, &zone, date(2026, 9, 1), date(2027, 5, 31)).to_text()
    }

    #[test]
    fn a_constant_zone_is_one_observance() {
        let text = written("Asia/Yakutsk");
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1, "{text}");
        assert!(text.contains("DTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\n"), "{text}");
        assert!(!text.contains("RRULE"), "{text}");
    }

    #[test]
    fn regular_changes_are_rules() {
        let text = written("Europe/Berlin");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), "{text}");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"), "{text}");
        let text = written("America/New_York");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"), "{text}");
        assert!(text.contains("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"), "{text}");
    }

    #[test]
    fn irregular_changes_are_written_out() {
        let text = written("Africa/Casablanca");
        assert!(!text.contains("RRULE"), "{text}");
        assert!(text.matches("TZOFFSETTO").count() > 4, "{text}");
    }
}
