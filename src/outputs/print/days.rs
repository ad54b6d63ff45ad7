//! The days of a timetable poster with their sessions.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::remarks;
use super::timetable::meant;
use crate::language::{Arg, Catalogue, dates};
use crate::model::audience::Group;
use crate::model::occurrence::planned_dates;
use crate::model::timetable::{Details, Pattern, TimeRange, Timetable};
use crate::outputs::context::SchoolContext;

/// Letters between two details.
const SEPARATOR: usize = 3;

/// A weekday, or chosen dates, with the sessions.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Day {
    label: String,
    /// Whether it is not every week.
    dated: bool,
    sessions: Vec<Line>,
}

/// One session.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Line {
    start: String,
    end: String,
    place: String,
    /// Whether the place is short enough to be set as large as the time.
    large: bool,
    /// Empty where the whole poster is for them.
    audience: String,
    person: String,
    post: String,
    /// Whether the same person has been named above.
    again: bool,
    remarks: Vec<String>,
    /// Letters of audience, person, post, remarks and place: a measure of the room that they take.
    letters: [usize; 5],
}

/// Which sessions of a timetable are printed.
pub(super) struct Days<'a> {
    /// The school.
    pub(super) ctx: &'a SchoolContext<'a>,
    /// The timetable.
    pub(super) timetable: &'a Timetable,
    /// For whom; `None`: for all.
    pub(super) group: Option<Group>,
    /// What is over by then is left out.
    pub(super) since: Date,
}

impl Days<'_> {
    /// Weekdays that have sessions, from Monday, then chosen dates.
    pub(super) fn all(&self) -> Vec<Day> {
        let week = (0..7).filter_map(|index| Weekday::from_monday_zero_offset(index).ok());
        let mut days: Vec<Day> = week.map(|day| self.weekday(day)).collect();
        days.extend(self.dated());
        days.retain(|day| !day.sessions.is_empty());
        mark_again(&mut days);
        days
    }

    fn weekday(&self, day: Weekday) -> Day {
        let mut found: Vec<(TimeRange, Line)> = Vec::new();
        for session in &self.timetable.sessions {
            let (Pattern::Weekly { days, .. } | Pattern::Monthly { days, .. }) = &session.pattern
            else {
                continue;
            };
            let printed = meant(self.group, session.details.audience) && session.to >= self.since;
            if printed && days.contains(&day) {
                let catalogue = self.ctx.catalogue;
                let remarks = remarks::session(catalogue, self.timetable, session, Some(day));
                found.push((session.time, self.line(session.time, &session.details, remarks)));
            }
        }
        found.sort_by_key(|(time, _)| *time);
        let label = dates::weekday(self.ctx.catalogue, day).to_owned();
        Day { label, dated: false, sessions: found.into_iter().map(|(_, line)| line).collect() }
    }

    /// Chosen dates and single consultations; what falls on the same dates stands together.
    fn dated(&self) -> Vec<Day> {
        let mut found: BTreeMap<Vec<Date>, Vec<(TimeRange, Line)>> = BTreeMap::new();
        let catalogue = self.ctx.catalogue;
        for session in &self.timetable.sessions {
            let chosen = matches!(session.pattern, Pattern::Dates(_));
            if chosen && meant(self.group, session.details.audience) {
                let dates = planned_dates(session).into_iter().filter(|date| *date >= self.since);
                let remarks = remarks::session(catalogue, self.timetable, session, None);
                let line = self.line(session.time, &session.details, remarks);
                found.entry(dates.collect()).or_default().push((session.time, line));
            }
        }
        for extra in self.timetable.extra.iter().filter(|extra| extra.date >= self.since) {
            if meant(self.group, extra.details.audience) {
                let person = self.timetable.people.get(extra.details.person);
                let mut remarks = remarks::details(catalogue, &extra.details, person);
                remarks.extend(extra.reason.clone());
                let line = self.line(extra.time, &extra.details, remarks);
                found.entry(vec![extra.date]).or_default().push((extra.time, line));
            }
        }
        let found = found.into_iter().filter(|(dates, _)| !dates.is_empty());
        let day = |(dates, mut lines): (Vec<Date>, Vec<(TimeRange, Line)>)| {
            lines.sort_by_key(|(time, _)| *time);
            let sessions = lines.into_iter().map(|(_, line)| line).collect();
            Day { label: label(catalogue, &dates), dated: true, sessions }
        };
        found.map(day).collect()
    }

    fn line(&self, time: TimeRange, details: &Details, remarks: Vec<String>) -> Line {
        let letters = |text: &str| text.chars().count();
        let catalogue = self.ctx.catalogue;
        let person = self.timetable.people.get(details.person);
        let (place, large) = remarks::place(catalogue, details, details.room.as_deref(), person);
        let audience = match self.group {
            None => remarks::audience(catalogue, details.audience),
            Some(group) => remarks::also(catalogue, details.audience, group).to_owned(),
        };
        let post = person.map(|person| person.post.clone()).unwrap_or_default();
        let person = person.map(remarks::person).unwrap_or_default();
        let of_remarks = remarks.iter().map(|remark| letters(remark) + SEPARATOR).sum();
        let taken =
            [letters(&audience), letters(&person), letters(&post), of_remarks, letters(&place)];
        Line {
            start: time.start.to_string(),
            end: time.end.to_string(),
            place,
            large,
            letters: taken,
            audience,
            person,
            post,
            again: false,
            remarks,
        }
    }
}

/// Marks the sessions whose person has been named above.
fn mark_again(days: &mut [Day]) {
    let mut named: Vec<(String, String)> = Vec::new();
    for line in days.iter_mut().flat_map(|day| &mut day.sessions) {
        let who = (line.person.clone(), line.post.clone());
        line.again = named.contains(&who);
        if !line.again {
            named.push(who);
        }
    }
}

/// «24 ноября, вт», «26 ноября, 3 и 10 декабря, чт»; dates on several weekdays by the weekday:
/// «1 и 8 декабря, вт; 3 декабря, чт».
fn label(catalogue: &Catalogue, chosen: &[Date]) -> String {
    let mut weekdays: Vec<Weekday> = Vec::new();
    for date in chosen {
        if !weekdays.contains(&date.weekday()) {
            weekdays.push(date.weekday());
        }
    }
    let of_weekday = |day: &Weekday| {
        let on_it: Vec<Date> = chosen.iter().copied().filter(|d| d.weekday() == *day).collect();
        let short = dates::weekday_short(catalogue, *day);
        format!("{},{}{short}", days_and_months(catalogue, &on_it), dates::NBSP)
    };
    weekdays.iter().map(of_weekday).collect::<Vec<_>>().join("; ")
}

/// «26 ноября, 3 и 10 декабря»: the month is said after its last date.
fn days_and_months(catalogue: &Catalogue, chosen: &[Date]) -> String {
    let words = chosen.iter().enumerate().map(|(index, date)| {
        let next = chosen.get(index + 1).map(|next| (next.year(), next.month()));
        let goes_on = next == Some((date.year(), date.month()));
        if goes_on { date.day().to_string() } else { dates::day_month(catalogue, *date) }
    });
    enumerated(catalogue, words.collect())
}

/// «3, 10 и 17».
fn enumerated(catalogue: &Catalogue, mut words: Vec<String>) -> String {
    let last = words.pop().unwrap_or_default();
    if words.is_empty() {
        return last;
    }
    let args = [("first", Arg::from(words.join(", "))), ("last", last.into())];
    catalogue.format("poster-and", &args)
}
