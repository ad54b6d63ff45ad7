//! Stamps of calendar events, and the lock that keeps them from build to build.
//!
//! Calendar programs take an event for changed when its SEQUENCE and LAST-MODIFIED grow. Both
//! must grow when something visible changed and at no other time, so a lock beside the
//! timetable remembers the content of every event as a fingerprint.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::DateTime;
use sha2::{Digest, Sha256};

use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex};

/// Greatest SEQUENCE: calendar programs read a signed number of 32 bits.
const GREATEST: u32 = 0x7fff_ffff;

/// Form of a moment in UTC.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// Stands in the lock for the instance of an event that replaces none.
const WHOLE: &str = "-";

/// How an event stood at the last build (отметка события).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Fingerprint of the content.
    pub fingerprint: u64,
    /// SEQUENCE, 0 to 2147483647.
    pub sequence: u32,
    /// LAST-MODIFIED in UTC, whole seconds.
    pub modified: DateTime,
    /// Whether the event is no longer published; should it return, its SEQUENCE goes on.
    pub gone: bool,
}

/// The stamps of a school's events by UID and instance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamps(BTreeMap<String, Stamp>);

impl Stamps {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many events have another stamp in `other`, or are in one of the two only.
    #[must_use]
    pub fn differing(&self, other: &Self) -> usize {
        let here = self.0.iter().filter(|(key, stamp)| other.0.get(*key) != Some(*stamp));
        let there = other.0.keys().filter(|key| !self.0.contains_key(*key));
        here.count() + there.count()
    }

    /// The lock: `comment`, then one event a line, in order.
    #[must_use]
    pub fn to_text(&self, comment: &str) -> String {
        let mut text = String::with_capacity(64 + self.0.len() * 96);
        for line in comment.lines() {
            let _ = writeln!(text, "# {line}");
        }
        for (key, stamp) in &self.0 {
            let Stamp { fingerprint, sequence, modified, gone } = stamp;
            let moment = modified.strftime(MOMENT);
            let gone = if *gone { " gone" } else { "" };
            let _ = writeln!(text, "{key} {fingerprint:016x} {sequence} {moment}{gone}");
        }
        text
    }
}

/// Reads a lock. A line that is none of ours is a finding, the first one only.
pub fn parse(path: &str, text: &str, found: &mut Diagnostics) -> Stamps {
    let mut stamps = BTreeMap::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let known = parse_line(line).filter(|(key, _)| !stamps.contains_key(key));
        let Some((key, stamp)) = known else {
            let place = LineIndex::new(path.into(), text).line(number);
            found.push(Diagnostic::error("stamps-broken", place));
            break;
        };
        stamps.insert(key, stamp);
    }
    Stamps(stamps)
}

/// `uid instance fingerprint sequence moment [gone]`.
fn parse_line(line: &str) -> Option<(String, Stamp)> {
    let mut words = line.split_whitespace();
    let (uid, instance) = (words.next()?, words.next()?);
    let fingerprint = words.next().filter(|digits| digits.len() == 16)?;
    let fingerprint = u64::from_str_radix(fingerprint, 16).ok()?;
    let sequence = words.next()?.parse().ok().filter(|sequence| *sequence <= GREATEST)?;
    let modified = DateTime::strptime(MOMENT, words.next()?).ok()?;
    let gone = match words.next() {
        None => false,
        Some("gone") => true,
        Some(_) => return None,
    };
    let known = instance == WHOLE || DateTime::strptime("%Y%m%dT%H%M%S", instance).is_ok();
    let whole = known && uid.contains('@') && words.next().is_none();
    whole.then(|| (key(uid, instance), Stamp { fingerprint, sequence, modified, gone }))
}

fn key(uid: &str, instance: &str) -> String {
    format!("{uid} {instance}")
}

/// The fingerprint of an event's content: the first 64 bits of its SHA-256.
#[must_use]
pub fn fingerprint(content: &str) -> u64 {
    let hash = Sha256::digest(content);
    hash.iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// Gives the events of one build their stamps.
#[derive(Debug)]
pub struct Stamper<'a> {
    known: &'a Stamps,
    now: DateTime,
    given: BTreeMap<String, Stamp>,
}

impl<'a> Stamper<'a> {
    /// `known` are the stamps of the last build, `now` is the moment of this one in UTC.
    #[must_use]
    pub fn new(known: &'a Stamps, now: DateTime) -> Self {
        Self { known, now, given: BTreeMap::new() }
    }

    /// The stamp of the event with this UID, or of its `instance` (a start in local time,
    /// `20260914T143000`), whose content without stamps is `content`.
    pub fn stamp(&mut self, uid: &str, instance: Option<&str>, content: &str) -> Stamp {
        let key = key(uid, instance.unwrap_or(WHOLE));
        let fingerprint = fingerprint(content);
        let known = self.known.0.get(&key);
        let stamp = match known {
            Some(same) if same.fingerprint == fingerprint && !same.gone => *same,
            _ => Stamp {
                fingerprint,
                sequence: known.map_or(0, |old| old.sequence.saturating_add(1).min(GREATEST)),
                modified: self.moment(uid),
                gone: false,
            },
        };
        self.given.insert(key, stamp);
        stamp
    }

    /// The moment of the build, but later than all that is known of events with this UID: a
    /// clock that goes backwards must not hide a change.
    fn moment(&self, uid: &str) -> DateTime {
        // «!» is the character after the space.
        let known = self.known.0.range(format!("{uid} ")..format!("{uid}!"));
        let last = known.map(|(_, stamp)| stamp.modified).max();
        let after = last.and_then(|last| last.checked_add(1.second()).ok());
        after.map_or(self.now, |after| after.max(self.now))
    }

    /// The stamps given, and those of events that are gone.
    #[must_use]
    pub fn finish(self) -> Stamps {
        let mut stamps = self.given;
        for (key, stamp) in &self.known.0 {
            stamps.entry(key.clone()).or_insert(Stamp { gone: true, ..*stamp });
        }
        Stamps(stamps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn now(day: i8) -> DateTime {
        date(2026, 11, day).at(0, 0, 0, 0)
    }

    /// One build over these events, as (UID, content).
    fn build(known: &Stamps, day: i8, events: &[(&str, &str)]) -> (Vec<Stamp>, Stamps) {
        let mut stamper = Stamper::new(known, now(day));
        let stamps = events.iter().map(|(uid, content)| stamper.stamp(uid, None, content));
        (stamps.collect(), stamper.finish())
    }

    #[test]
    fn stamps_grow_when_the_content_changes_and_only_then() {
        let (first, lock) = build(&Stamps::default(), 1, &[("a@s", "1"), ("b@s", "1")]);
        assert!(first.iter().all(|stamp| (stamp.sequence, stamp.modified) == (0, now(1))));
        let (second, lock) = build(&lock, 2, &[("a@s", "1"), ("b@s", "2")]);
        assert_eq!(second[0], first[0]);
        assert_eq!((second[1].sequence, second[1].modified), (1, now(2)));
        // Gone, and back with the old content: the sequence goes on.
        let (_, gone) = build(&lock, 3, &[("a@s", "1")]);
        assert_eq!(gone.differing(&lock), 1);
        let (back, _) = build(&gone, 4, &[("a@s", "1"), ("b@s", "2")]);
        assert_eq!((back[1].sequence, back[1].modified), (2, now(4)));
    }

    #[test]
    fn a_clock_that_goes_backwards_does_not_hide_a_change() {
        let (_, lock) = build(&Stamps::default(), 9, &[("a@s", "1")]);
        let (stamps, _) = build(&lock, 1, &[("a@s", "2")]);
        assert!(stamps[0].modified > now(9));
    }

    #[test]
    fn a_lock_is_read_as_it_was_written() {
        let known = Stamps::default();
        let mut writer = Stamper::new(&known, now(1));
        writer.stamp("a.mon@s.reglament", None, "1");
        writer.stamp("a.mon@s.reglament", Some("20260914T143000"), "2");
        let stamps = writer.finish();
        let mut found = Diagnostics::default();
        let text = stamps.to_text("one\ntwo");
        assert_eq!(parse("calendar.lock", &text, &mut found), stamps);
        assert!(found.is_empty() && text.starts_with("# one\n# two\na.mon@s.reglament - "));
        for wrong in ["<<<<<<< HEAD", "a@s - 12 0 20261101T000000Z", &text.repeat(2)] {
            let mut found = Diagnostics::default();
            parse("calendar.lock", wrong, &mut found);
            assert!(found.has_errors(), "{wrong}");
        }
    }
}
