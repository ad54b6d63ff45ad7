//! Rows that tell the same consultation of one date each: it is one session with several dates.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::rows::{Session, Text};
use super::slots::When;
use super::times::Range;

/// What a session of chosen dates says besides them.
type Said = (
    usize,
    Range,
    [Option<String>; 5],
    Option<Vec<&'static str>>,
    Option<&'static str>,
    [Option<Date>; 2],
    bool,
);

/// The sessions, those of chosen dates that differ in nothing else as one, where the first stood.
/// A date that is told twice stays apart: that is a mistake.
pub(super) fn joined(sessions: Vec<(Session, usize)>) -> Vec<(Session, usize)> {
    let mut known: BTreeMap<Said, (usize, BTreeSet<Date>)> = BTreeMap::new();
    let mut all: Vec<(Session, usize)> = Vec::new();
    for (session, person) in sessions {
        if let When::Dates(dates) = &session.slot.when {
            let first = known.entry(said(&session, person));
            let (first, told) = first.or_insert_with(|| (all.len(), BTreeSet::new()));
            let twice = dates.iter().any(|(date, _)| told.contains(date));
            told.extend(dates.iter().map(|(date, _)| *date));
            if let Some((Session { slot, .. }, _)) = all.get_mut(*first).filter(|_| !twice)
                && let When::Dates(before) = &mut slot.when
            {
                before.extend(dates);
                continue;
            }
        }
        all.push((session, person));
    }
    all
}

fn said(Session { slot, details, .. }: &Session, person: usize) -> Said {
    let text = |text: &Text| text.as_ref().map(|(text, _)| text.clone());
    let date = |date: Option<(Date, _)>| date.map(|(date, _)| date);
    (
        person,
        slot.time,
        [
            text(&details.id),
            text(if slot.room.is_some() { &slot.room } else { &details.room }),
            text(&details.link),
            text(&details.booking),
            text(&details.topic),
        ],
        details.audience.as_ref().map(|(groups, _)| groups.clone()),
        details.channel.map(|(channel, _)| channel),
        [date(details.from), date(details.to)],
        details.in_breaks.is_some(),
    )
}
