//! The regular sessions of timetables: by weekday, and those on chosen dates.

use jiff::civil::{Date, Weekday};
use serde::Serialize;
use tera::Value;

use super::coming::Coming;
use super::{patterns, phrases};
use crate::language::dates::{day_month, weekday};
use crate::model::timetable::{Pattern, Session, Substitution, Timetable};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// A timetable (график) with its sessions.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView<'a> {
    /// Number of the timetable among those of the school, for anchors.
    pub number: usize,
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
    /// «с 1 сентября 2026 г. по 31 мая 2027 г.»
    pub valid: String,
    /// «Утверждено приказом директора от … № …».
    pub approval: Option<String>,
    /// Remark of the timetable.
    pub note: Option<&'a str>,
    /// Days of the week with sessions.
    pub week: Vec<WeekdayView>,
    /// Sessions on chosen dates.
    pub single: Vec<Card>,
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
    /// Time, place, person: a [`super::coming::What`].
    pub what: Value,
    /// Address of the consultant's page; `None` on that page.
    pub href: Option<String>,
    /// «последний четверг месяца»; `None` for every week.
    pub rhythm: Option<String>,
    /// «с 1 октября по 30 ноября», where narrower than the timetable.
    pub term: Option<String>,
    /// «и в каникулы».
    pub in_breaks: bool,
    /// «24 ноября: не проводится».
    pub notes: Vec<String>,
}

/// The timetable of the day of the build, else the next one, else the last, and those after it;
/// of one `person` only where they have regular sessions. The page is at `path`.
#[must_use]
pub fn plans<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    coming: &Coming,
    person: Option<&str>,
) -> Vec<PlanView<'a>> {
    let first = ctx.timetable().map_or(usize::MAX, |timetable| timetable.position);
    let timetables = ctx.school.timetables.iter().filter(|t| t.position >= first);
    let plans = timetables.map(|timetable| {
        let planner = Planner { ctx, path, coming, timetable, person };
        PlanView {
            number: timetable.position + 1,
            from: timetable.from.to_string(),
            to: timetable.to.to_string(),
            valid: phrases::interval(ctx.catalogue, timetable.from, Some(timetable.to)),
            approval: timetable.approval.as_ref().map(|a| phrases::approval(ctx.catalogue, a)),
            note: timetable.note.as_deref(),
            week: planner.week(),
            single: planner.single(),
        }
    });
    let has_any = |plan: &PlanView<'_>| !plan.week.is_empty() || !plan.single.is_empty();
    plans.filter(|plan| person.is_none() || has_any(plan)).collect()
}

/// What the cards of one timetable are made of.
#[derive(Clone, Copy)]
struct Planner<'a> {
    ctx: &'a SchoolContext<'a>,
    path: &'a str,
    coming: &'a Coming,
    timetable: &'a Timetable,
    person: Option<&'a str>,
}

impl<'a> Planner<'a> {
    /// Sessions that have not ended by today, with their positions.
    fn sessions(self) -> impl Iterator<Item = (usize, &'a Session)> {
        let sessions = self.timetable.sessions.iter().enumerate();
        sessions.filter(move |(_, session)| {
            let holder = self.timetable.people.get(session.details.person);
            let wanted = self.person.is_none_or(|id| holder.is_some_and(|p| p.id == id));
            wanted && session.to >= self.ctx.today
        })
    }

    /// Weekdays from Monday with their sessions by time; days without sessions are left out.
    fn week(self) -> Vec<WeekdayView> {
        let mut days = Vec::with_capacity(6);
        for day in Weekday::Monday.cycle_forward().take(7) {
            let planned = self.sessions().filter(|(_, s)| patterns::weekdays(s).contains(&day));
            let mut sessions: Vec<(usize, &Session)> = planned.collect();
            if sessions.is_empty() {
                continue;
            }
            sessions.sort_by_key(|(_, session)| session.time);
            let cards = sessions.into_iter().map(|(index, s)| self.card(index, s, Some(day)));
            days.push(WeekdayView {
                number: day.to_monday_one_offset(),
                name: phrases::capitalized(weekday(self.ctx.catalogue, day)),
                cards: cards.collect(),
            });
        }
        days
    }

    /// Sessions on chosen dates.
    fn single(self) -> Vec<Card> {
        let chosen = self.sessions().filter(|(_, session)| match &session.pattern {
            Pattern::Dates(dates) => dates.last().is_some_and(|last| *last >= self.ctx.today),
            _ => false,
        });
        chosen.map(|(index, session)| self.card(index, session, None)).collect()
    }

    fn card(self, index: usize, session: &Session, day: Option<Weekday>) -> Card {
        let sessions = self.coming.sessions.get(self.timetable.position);
        let holder = self.timetable.people.get(session.details.person);
        let href = holder.filter(|_| self.person.is_none());
        let href = href.map(|p| relative(self.path, &self.ctx.addresses.consultant(&p.id)));
        Card {
            what: sessions.and_then(|s| s.get(index)).cloned().unwrap_or_else(Value::none),
            href,
            rhythm: patterns::rhythm(self.ctx.catalogue, session, day.unwrap_or(Weekday::Monday)),
            term: self.term(session),
            in_breaks: session.in_breaks,
            notes: self.notes(index, day),
        }
    }

    /// The session's own term, where it is narrower than that of the timetable.
    fn term(self, session: &Session) -> Option<String> {
        let catalogue = self.ctx.catalogue;
        let part = |key: &str, date| {
            format!("{}\u{a0}{}", catalogue.text(key), day_month(catalogue, date))
        };
        let narrower = session.from > self.timetable.from;
        let from = narrower.then(|| part("site-from", session.from));
        let to = (session.to < self.timetable.to).then(|| part("site-until", session.to));
        match (from, to) {
            (Some(from), Some(to)) => Some(format!("{from} {to}")),
            (from, to) => from.or(to),
        }
    }

    /// Cancelled, moved and substituted instances of the session at `index` on `day`, from today
    /// on.
    fn notes(self, index: usize, day: Option<Weekday>) -> Vec<String> {
        let (catalogue, timetable) = (self.ctx.catalogue, self.timetable);
        let on_day = |date: Date| day.is_none_or(|day| date.weekday() == day);
        let concerns =
            |session: usize, date: Date| session == index && date >= self.ctx.today && on_day(date);
        let cancelled = timetable.cancelled.iter().filter(|c| concerns(c.session, c.date));
        let moved = timetable.moved.iter().filter(|m| concerns(m.session, m.date));
        let substituted = timetable.substituted.iter().filter(|s| {
            s.session == index && s.to >= self.ctx.today && (s.from < s.to || on_day(s.from))
        });
        let mut notes: Vec<(Date, String)> = cancelled
            .map(|c| (c.date, dated(self.ctx, c.date, catalogue.text("site-cancelled"))))
            .chain(moved.map(|m| {
                let says = if m.to == m.date {
                    format!("{} {}", catalogue.text("site-takes-place"), m.time)
                } else {
                    let to = day_month(catalogue, m.to);
                    format!("{} {to}, {}", catalogue.text("site-moved-to"), m.time)
                };
                (m.date, dated(self.ctx, m.date, &says))
            }))
            .chain(substituted.filter_map(|s| self.substitute(s)))
            .collect();
        notes.sort();
        notes.into_iter().map(|(_, note)| note).collect()
    }

    /// «24 ноября – 4 декабря: замена: консультирует А. Б. Петров».
    fn substitute(self, substitution: &Substitution) -> Option<(Date, String)> {
        let catalogue = self.ctx.catalogue;
        let person = self.timetable.people.get(substitution.person)?;
        let (from, to) = (substitution.from, substitution.to);
        let last = (from < to).then(|| format!(" – {}", day_month(catalogue, to)));
        let days = format!("{}{}", day_month(catalogue, from), last.unwrap_or_default());
        Some((from, format!("{days}: {}", phrases::substitute(catalogue, person))))
    }
}

fn dated(ctx: &SchoolContext<'_>, date: Date, says: &str) -> String {
    format!("{}: {says}", day_month(ctx.catalogue, date))
}
