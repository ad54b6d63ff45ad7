//! From timetables to dated instances: what website, feeds and posters show.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::calendar::{DayKind, Holiday, ProductionCalendar};
use super::school::School;
use super::timetable::{Details, Extra, Move, Pattern, Person, Session, TimeRange, Timetable};

/// One dated instance of a session (консультация в определённый день).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence<'a> {
    /// The timetable from which it comes.
    pub timetable: &'a Timetable,
    /// Which session of it, or which extra one.
    pub source: Source,
    /// Who gives it.
    pub person: &'a Person,
    /// Who, where, what as planned.
    pub details: &'a Details,
    /// Planned date.
    pub planned: Date,
    /// Date on which it takes place; the planned one unless moved.
    pub date: Date,
    /// Time at which it takes place, or would.
    pub time: TimeRange,
    /// Room in which it takes place, or would.
    pub room: Option<&'a str>,
    /// What becomes of it.
    pub outcome: Outcome<'a>,
}

/// Where an occurrence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Index into [`Timetable::sessions`].
    Session(usize),
    /// Index into [`Timetable::extra`].
    Extra(usize),
}

/// What becomes of a planned instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// Takes place as planned.
    Held,
    /// Takes place otherwise than planned, for this reason if one is given.
    Moved(Option<&'a str>),
    /// Takes place as planned with somebody else, for this reason if one is given.
    Substituted(Option<&'a str>),
    /// Was cancelled, for this reason if one is given.
    Cancelled(Option<&'a str>),
    /// Never planned to take place: the day is off.
    Skipped(Skip<'a>),
}

/// Why an instance is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip<'a> {
    /// School holidays with this name (каникулы).
    Break(&'a str),
    /// A public holiday (праздник).
    Holiday(Holiday),
    /// A transferred day off (перенос выходного).
    TransferredDayOff,
    /// A regional or own day off with this name.
    DayOff(&'a str),
}

impl Occurrence<'_> {
    /// Whether somebody can come: held, moved or with a substitute.
    #[must_use]
    pub const fn takes_place(&self) -> bool {
        matches!(self.outcome, Outcome::Held | Outcome::Moved(_) | Outcome::Substituted(_))
    }
}

/// All instances of the school's timetables, ordered by date, time and id; skipped and cancelled
/// ones included. Empty if the school has no timetable.
#[must_use]
pub fn occurrences<'a>(school: &'a School, calendar: &ProductionCalendar) -> Vec<Occurrence<'a>> {
    let mut found = Vec::new();
    for timetable in &school.timetables {
        collect(school, calendar, timetable, &mut found);
    }
    // Nearly in order: only moved and extra ones stand elsewhere.
    found.sort_by(|a, b| {
        (a.date, a.time, &a.details.id, a.planned).cmp(&(b.date, b.time, &b.details.id, b.planned))
    });
    found
}

/// Appends the instances of one timetable.
fn collect<'a>(
    school: &'a School,
    calendar: &ProductionCalendar,
    timetable: &'a Timetable,
    found: &mut Vec<Occurrence<'a>>,
) {
    let days = days(school, calendar, timetable);
    let mut sessions: Vec<usize> = (0..timetable.sessions.len()).collect();
    sessions.sort_by_key(|index| {
        let session = &timetable.sessions[*index];
        (session.time, &session.details.id)
    });
    let mut planned: Vec<Vec<usize>> = vec![Vec::new(); days.len()];
    for index in sessions {
        for position in planned_days(&timetable.sessions[index], &days) {
            planned[position].push(index);
        }
    }
    found.reserve(planned.iter().map(Vec::len).sum());
    for (day, sessions) in days.iter().zip(planned) {
        for index in sessions {
            let in_breaks = timetable.sessions[index].in_breaks;
            let skip = day.off.or_else(|| day.during.filter(|_| !in_breaks));
            found.extend(instance(timetable, index, day.date, skip));
        }
    }
    let extra = timetable.extra.iter().enumerate();
    found.extend(extra.filter_map(|(index, extra)| extra_instance(timetable, index, extra)));
}

/// A day of a timetable's validity.
struct Day<'a> {
    date: Date,
    /// Why nothing takes place on it, if it is off for everybody.
    off: Option<Skip<'a>>,
    /// The school break in which it lies.
    during: Option<Skip<'a>>,
}

/// Every day from the timetable's first to its last: looked up in the calendar once.
fn days<'a>(
    school: &'a School,
    calendar: &ProductionCalendar,
    timetable: &Timetable,
) -> Vec<Day<'a>> {
    let mut days = Vec::new();
    let mut date = timetable.from;
    while date <= timetable.to {
        let during = school.breaks.iter().find(|b| b.from <= date && date <= b.to);
        let during = during.map(|b| Skip::Break(&b.name));
        days.push(Day { date, off: day_off(school, calendar, date), during });
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    days
}

/// Why `date` is off for everybody at the school, breaks apart; an ordinary Saturday or Sunday is
/// not.
#[must_use]
pub fn day_off<'a>(
    school: &'a School,
    calendar: &ProductionCalendar,
    date: Date,
) -> Option<Skip<'a>> {
    if let Some(day) = school.days_off.iter().find(|day| day.date == date) {
        return Some(Skip::DayOff(&day.name));
    }
    match calendar.day(date, school.week) {
        DayKind::Holiday(holiday) => Some(Skip::Holiday(holiday)),
        DayKind::TransferredDayOff => Some(Skip::TransferredDayOff),
        DayKind::Working | DayKind::Weekend => None,
    }
}

/// Positions of the days on which a session is planned; weekly ones by counting days.
fn planned_days(session: &Session, days: &[Day<'_>]) -> Vec<usize> {
    let position = |date: Date| days.binary_search_by_key(&date, |day| day.date).ok();
    let Pattern::Weekly { days: weekdays, interval, anchor } = &session.pattern else {
        return planned_dates(session).into_iter().filter_map(position).collect();
    };
    let end = days.partition_point(|day| day.date <= session.to);
    let step = 7 * usize::from(*interval).max(1);
    let first =
        |day: &Weekday| first_in_step(session.from, *day, *interval, *anchor).and_then(position);
    weekdays.iter().filter_map(first).flat_map(|first| (first..end).step_by(step)).collect()
}

/// The dates on which a session is planned, in order, whether or not the day is off.
#[must_use]
pub fn planned_dates(session: &Session) -> Vec<Date> {
    let in_term = |date: &Date| session.from <= *date && *date <= session.to;
    match &session.pattern {
        Pattern::Dates(dates) => dates.iter().copied().filter(in_term).collect(),
        Pattern::Weekly { days, interval, anchor } => {
            let mut dates: Vec<Date> = days
                .iter()
                .flat_map(|day| weekly(session.from, session.to, *day, *interval, *anchor))
                .collect();
            dates.sort_unstable();
            dates
        }
        Pattern::Monthly { days, nth } => monthly(session.from, session.to, days, *nth),
    }
}

/// Whether a session is planned on `date`.
#[must_use]
pub fn is_planned_on(session: &Session, date: Date) -> bool {
    if date < session.from || session.to < date {
        return false;
    }
    match &session.pattern {
        Pattern::Weekly { days, interval, anchor } => {
            days.contains(&date.weekday())
                && first_in_step(date, date.weekday(), *interval, *anchor) == Some(date)
        }
        _ => planned_dates(session).contains(&date),
    }
}

/// Whether a session is planned on any date.
#[must_use]
pub fn is_ever_planned(session: &Session) -> bool {
    match &session.pattern {
        Pattern::Weekly { days, interval, anchor } => days.iter().any(|day| {
            let first = first_in_step(session.from, *day, *interval, *anchor);
            first.is_some_and(|first| first <= session.to)
        }),
        _ => !planned_dates(session).is_empty(),
    }
}

/// Every `interval`-th week's `day` from `from` to `to`, both included, in step with `anchor`.
fn weekly(from: Date, to: Date, day: Weekday, interval: u8, anchor: Date) -> Vec<Date> {
    let step: Span = i64::from(interval.max(1)).weeks();
    let first = first_in_step(from, day, interval, anchor).filter(|first| *first <= to);
    let next = |date: &Date| date.checked_add(step).ok().filter(|date| *date <= to);
    std::iter::successors(first, next).collect()
}

/// The first `day` not before `from` whose week is a whole number of intervals from `anchor`'s.
fn first_in_step(from: Date, day: Weekday, interval: u8, anchor: Date) -> Option<Date> {
    let to_day = i64::from(from.weekday().until(day));
    let first = from.checked_add(to_day.days()).ok()?;
    if interval <= 1 {
        return Some(first);
    }
    let days = (monday(first)? - monday(anchor)?).get_days();
    let behind = i64::from(days / 7).rem_euclid(i64::from(interval));
    let wait = if behind == 0 { 0 } else { i64::from(interval) - behind };
    first.checked_add(wait.weeks()).ok()
}

/// The Monday of the week in which `date` lies.
fn monday(date: Date) -> Option<Date> {
    let since = i64::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(since.days()).ok()
}

fn monthly(from: Date, to: Date, days: &[Weekday], nth: i8) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut month = from.first_of_month();
    while month <= to {
        let in_month = days.iter().filter_map(|day| month.nth_weekday_of_month(nth, *day).ok());
        dates.extend(in_month.filter(|date| from <= *date && *date <= to));
        let Ok(following) = month.checked_add(1.month()) else { break };
        month = following;
    }
    dates.sort_unstable();
    dates
}

fn instance<'a>(
    timetable: &'a Timetable,
    index: usize,
    planned: Date,
    skip: Option<Skip<'a>>,
) -> Option<Occurrence<'a>> {
    let session = &timetable.sessions[index];
    let substitute = timetable.substituted.iter();
    let substitute = substitute
        .filter(|s| s.session == index && s.from <= planned && planned <= s.to)
        .find(|_| skip.is_none());
    let person = substitute.map_or(session.details.person, |s| s.person);
    let held = substitute.map_or(Outcome::Held, |s| Outcome::Substituted(s.reason.as_deref()));
    let mut occurrence = Occurrence {
        timetable,
        source: Source::Session(index),
        person: timetable.people.get(person)?,
        details: &session.details,
        planned,
        date: planned,
        time: session.time,
        room: session.details.room.as_deref(),
        outcome: skip.map_or(held, Outcome::Skipped),
    };
    let moved = timetable.moved.iter().find(|m| m.session == index && m.date == planned);
    let cancelled = timetable.cancelled.iter().find(|c| c.session == index && c.date == planned);
    if let Some(Move { to, time, room, reason, .. }) = moved {
        occurrence.date = *to;
        occurrence.time = *time;
        occurrence.room = room.as_deref();
        occurrence.outcome = Outcome::Moved(reason.as_deref());
    } else if let (Some(cancelled), None) = (cancelled, skip) {
        occurrence.outcome = Outcome::Cancelled(cancelled.reason.as_deref());
    }
    Some(occurrence)
}

fn extra_instance<'a>(
    timetable: &'a Timetable,
    index: usize,
    extra: &'a Extra,
) -> Option<Occurrence<'a>> {
    Some(Occurrence {
        timetable,
        source: Source::Extra(index),
        person: timetable.people.get(extra.details.person)?,
        details: &extra.details,
        planned: extra.date,
        date: extra.date,
        time: extra.time,
        room: extra.details.room.as_deref(),
        outcome: Outcome::Held,
    })
}
