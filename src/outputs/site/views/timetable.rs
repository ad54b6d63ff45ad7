//! The timetable page: the week, the dates to come, the deviations.

use jiff::civil::Weekday;
use serde::Serialize;
use tera::Value;

use super::coming::{self, Coming};
use super::exceptions::{self, DaysOffView, ExceptionView};
use super::facts::{self, PersonView};
use super::feeds::{self, FeedView};
use super::{patterns, phrases, zones};
use crate::language::dates::{day_month, weekday};
use crate::model::timetable::{Pattern, Session, Timetable};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// The timetable page.
#[derive(Debug, Clone, Serialize)]
pub struct TimetableView<'a> {
    /// Whether there is a timetable.
    pub exists: bool,
    /// «Действует с … по …».
    pub valid: String,
    /// «Утверждено приказом директора от … № …».
    pub approval: String,
    /// Remark of the timetable.
    pub note: Option<&'a str>,
    /// «Время местное: МСК+4 (UTC+7)».
    pub local_time: String,
    /// Days of the week with sessions.
    pub week: Vec<WeekdayView>,
    /// Sessions on chosen dates.
    pub single: Vec<Card>,
    /// Deviations from today on.
    pub exceptions: Vec<ExceptionView>,
    /// Whether some sessions go on in school holidays.
    pub some_in_breaks: bool,
    /// School holidays and single days off.
    pub days_off: Vec<DaysOffView>,
    /// «с 20 ноября 2026 г. по 17 декабря 2026 г.»
    pub listed: String,
    /// Dated list as HTML.
    pub days: Value,
    /// Consultants.
    pub people: Vec<PersonView<'a>>,
    /// Calendars to subscribe to.
    pub feeds: Vec<FeedView<'a>>,
    /// The poster for print.
    pub poster: Option<String>,
}

/// One day of the week.
#[derive(Debug, Clone, Serialize)]
pub struct WeekdayView {
    /// ISO number of the weekday, 1 to 7, for the script.
    pub number: i8,
    /// «Понедельник».
    pub name: String,
    /// Its sessions by time.
    pub cards: Vec<Card>,
}

/// One regular session.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Time, place, person: a [`coming::What`].
    pub what: Value,
    /// «последний четверг месяца»; `None` for every week.
    pub rhythm: Option<String>,
    /// «с 1 октября по 30 ноября», where narrower than the timetable.
    pub term: Option<String>,
    /// «и в каникулы».
    pub in_breaks: bool,
    /// «24 ноября: не проводится».
    pub notes: Vec<String>,
}

/// The view of the timetable page at `path`.
#[must_use]
pub fn timetable<'a>(ctx: &SchoolContext<'a>, path: &str, coming: &Coming) -> TimetableView<'a> {
    let catalogue = ctx.catalogue;
    let local_time = zones::local_time(catalogue, ctx.today, &ctx.school.zone);
    let Some(timetable) = ctx.timetable() else { return empty(local_time) };
    let last = coming::last_day(ctx.today);
    let poster = ctx.print.then(|| relative(path, &ctx.addresses.poster("timetable")));
    TimetableView {
        exists: true,
        valid: phrases::interval(catalogue, timetable.from, Some(timetable.to)),
        approval: phrases::approval(catalogue, &timetable.approval),
        note: timetable.note.as_deref(),
        local_time,
        week: week(ctx, timetable, coming),
        single: single(ctx, timetable, coming),
        exceptions: exceptions::exceptions(ctx),
        some_in_breaks: timetable.sessions.iter().any(|session| session.in_breaks),
        days_off: exceptions::days_off(ctx),
        listed: phrases::interval(catalogue, ctx.today, Some(last)),
        days: Value::safe_string(&coming.all()),
        people: timetable.people.iter().map(|p| facts::person(catalogue, p)).collect(),
        feeds: feeds::feeds(ctx, path),
        poster,
    }
}

fn empty<'a>(local_time: String) -> TimetableView<'a> {
    TimetableView {
        exists: false,
        valid: String::new(),
        approval: String::new(),
        note: None,
        local_time,
        week: Vec::new(),
        single: Vec::new(),
        exceptions: Vec::new(),
        some_in_breaks: false,
        days_off: Vec::new(),
        listed: String::new(),
        days: Value::safe_string(""),
        people: Vec::new(),
        feeds: Vec::new(),
        poster: None,
    }
}

/// Weekdays from Monday with their sessions by time; sessions that have ended by today are left
/// out, days without sessions too.
fn week(ctx: &SchoolContext<'_>, timetable: &Timetable, coming: &Coming) -> Vec<WeekdayView> {
    let mut days = Vec::with_capacity(6);
    for day in Weekday::Monday.cycle_forward().take(7) {
        let planned = timetable.sessions.iter().enumerate().filter(|(_, session)| {
            session.to >= ctx.today && patterns::weekdays(session).contains(&day)
        });
        let mut sessions: Vec<(usize, &Session)> = planned.collect();
        if sessions.is_empty() {
            continue;
        }
        sessions.sort_by_key(|(_, session)| session.time);
        let cards =
            sessions.into_iter().map(|(i, s)| card(ctx, timetable, coming, (i, s), Some(day)));
        days.push(WeekdayView {
            number: day.to_monday_one_offset(),
            name: phrases::capitalized(weekday(ctx.catalogue, day)),
            cards: cards.collect(),
        });
    }
    days
}

/// Sessions on chosen dates.
fn single(ctx: &SchoolContext<'_>, timetable: &Timetable, coming: &Coming) -> Vec<Card> {
    let sessions = timetable.sessions.iter().enumerate();
    let chosen = sessions.filter(|(_, session)| match &session.pattern {
        Pattern::Dates(dates) => dates.last().is_some_and(|last| *last >= ctx.today),
        _ => false,
    });
    chosen.map(|session| card(ctx, timetable, coming, session, None)).collect()
}

fn card(
    ctx: &SchoolContext<'_>,
    timetable: &Timetable,
    coming: &Coming,
    (index, session): (usize, &Session),
    day: Option<Weekday>,
) -> Card {
    Card {
        what: coming
            .sessions
            .get(timetable.position)
            .and_then(|sessions| sessions.get(index))
            .cloned()
            .unwrap_or_else(Value::none),
        rhythm: patterns::rhythm(ctx.catalogue, session, day.unwrap_or(Weekday::Monday)),
        term: term(ctx, timetable, session),
        in_breaks: session.in_breaks,
        notes: notes(ctx, timetable, index, day),
    }
}

/// The session's own term, where it is narrower than that of the timetable.
fn term(ctx: &SchoolContext<'_>, timetable: &Timetable, session: &Session) -> Option<String> {
    let catalogue = ctx.catalogue;
    let part =
        |key: &str, date| format!("{}\u{a0}{}", catalogue.text(key), day_month(catalogue, date));
    let from = (session.from > timetable.from).then(|| part("site-from", session.from));
    let to = (session.to < timetable.to).then(|| part("site-until", session.to));
    match (from, to) {
        (Some(from), Some(to)) => Some(format!("{from} {to}")),
        (from, to) => from.or(to),
    }
}

/// Cancelled and moved instances of the session at `index` on `day`, from today on.
fn notes(
    ctx: &SchoolContext<'_>,
    timetable: &Timetable,
    index: usize,
    day: Option<Weekday>,
) -> Vec<String> {
    let catalogue = ctx.catalogue;
    let concerns = |session: usize, date: jiff::civil::Date| {
        session == index && date >= ctx.today && day.is_none_or(|day| date.weekday() == day)
    };
    let cancelled = timetable.cancelled.iter().filter(|c| concerns(c.session, c.date));
    let moved = timetable.moved.iter().filter(|m| concerns(m.session, m.date));
    let mut notes: Vec<(jiff::civil::Date, String)> = cancelled
        .map(|c| (c.date, catalogue.text("site-cancelled").to_owned()))
        .chain(moved.map(|m| {
            let says = if m.to == m.date {
                format!("{} {}", catalogue.text("site-takes-place"), m.time)
            } else {
                let to = day_month(catalogue, m.to);
                format!("{} {to}, {}", catalogue.text("site-moved-to"), m.time)
            };
            (m.date, says)
        }))
        .collect();
    notes.sort();
    notes
        .into_iter()
        .map(|(date, text)| format!("{}: {text}", day_month(catalogue, date)))
        .collect()
}
