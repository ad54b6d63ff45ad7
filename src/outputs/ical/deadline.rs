//! VEVENT components of deadlines: one for each date, all day, with reminders.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::component::{Component, one_line};
use super::instant::day;
use super::{group_key, stamped};
use crate::language::dates::{long, weekday_day_month};
use crate::model::audience::{Audience, Group};
use crate::model::deadline::{Deadline, DeadlineKind, deadlines, horizon, single_deadlines};
use crate::model::stamps::Stamper;
use crate::model::text::Node;
use crate::outputs::context::{DueEvent, SchoolContext};

/// Reminders, from the midnight with which the day begins: at 9:00 three days before.
const THREE_DAYS: &str = "-P2DT15H";
/// At 9:00 the day before.
const ONE_DAY: &str = "-PT15H";

/// The events of the school's deadlines, and of them those for the portal: all but duties.
///
/// Duties are told within the horizon, what comes once also beyond it.
pub(super) fn events(
    ctx: &SchoolContext<'_>,
    stamper: &mut Stamper<'_>,
) -> (String, Vec<DueEvent>) {
    let (from, to) = horizon(ctx.today);
    let mut due = deadlines(ctx.school, ctx.calendar, from, to);
    due.extend(single_deadlines(ctx.school).into_iter().filter(|later| later.date > to));
    let (mut all, mut portal) = (String::new(), Vec::new());
    for deadline in &due {
        let uid = uid(ctx, deadline);
        let mut text = String::new();
        stamped(stamper, (&uid, None), &content(ctx, deadline, &uid), &mut text);
        all.push_str(&text);
        if !matches!(deadline.kind, DeadlineKind::Duty(_)) && deadline.date <= to {
            portal.push(DueEvent { date: deadline.date, text });
        }
    }
    (all, portal)
}

/// A unique identifier from the act, the edition or duty and, for a duty, the day that it names.
/// None of a consultation is like it: there a day stands in the second place.
fn uid(ctx: &SchoolContext<'_>, deadline: &Deadline<'_>) -> String {
    let (act, approved) = (&deadline.regulation.id, deadline.edition.approval.date);
    let id = match deadline.kind {
        DeadlineKind::Posting => format!("posting.{act}.{approved}"),
        DeadlineKind::Revision => format!("revision.{act}.{approved}"),
        DeadlineKind::Expiry => format!("expiry.{act}.{approved}"),
        DeadlineKind::Duty(duty) => format!("duty.{act}.{}.{}", duty.id, deadline.planned),
    };
    format!("deadline.{id}@{}.reglament", ctx.school.id)
}

/// The event without its stamps.
fn content(ctx: &SchoolContext<'_>, deadline: &Deadline<'_>, uid: &str) -> String {
    let summary = summary(ctx, deadline);
    let page = page(ctx, deadline);
    let (audience, reminders) = match deadline.kind {
        DeadlineKind::Duty(duty) => (duty.audience, &[ONE_DAY][..]),
        _ => (Audience::default().with(Group::Staff), &[THREE_DAYS, ONE_DAY][..]),
    };
    let mut event = Component::new("VEVENT");
    event.text("UID", uid);
    event.fixed("DTSTART;VALUE=DATE", day(deadline.date));
    event.fixed("DTEND;VALUE=DATE", day(deadline.date.tomorrow().unwrap_or(Date::MAX)));
    event.text("SUMMARY", &summary);
    event.text("DESCRIPTION", &description(ctx, deadline, &page));
    event.texts("CATEGORIES", audience.groups().map(|group| ctx.catalogue.text(group_key(group))));
    event.fixed("STATUS", "CONFIRMED");
    event.fixed("TRANSP", "TRANSPARENT");
    event.uri("URL", &page);
    for trigger in reminders {
        let mut reminder = Component::new("VALARM");
        reminder.fixed("ACTION", "DISPLAY");
        reminder.text("DESCRIPTION", &summary);
        reminder.fixed("TRIGGER", *trigger);
        event.component(reminder);
    }
    event.to_text()
}

/// «Разместить до конца дня: Помощь – МБОУ СОШ № 1»; of a duty what is to be done.
fn summary(ctx: &SchoolContext<'_>, deadline: &Deadline<'_>) -> String {
    let key = match deadline.kind {
        DeadlineKind::Posting => "calendar-due-posting",
        DeadlineKind::Revision => "calendar-due-revision",
        DeadlineKind::Expiry => "calendar-due-expiry",
        DeadlineKind::Duty(duty) => return one_line(&duty.title).into_owned(),
    };
    let act = one_line(&deadline.edition.short_title).into_owned();
    let school = one_line(&ctx.school.short_name).into_owned();
    ctx.catalogue.format(key, &[("act", act.into()), ("school", school.into())])
}

/// One fact a line.
fn description(ctx: &SchoolContext<'_>, deadline: &Deadline<'_>, page: &str) -> String {
    let (catalogue, edition) = (ctx.catalogue, deadline.edition);
    let mut lines = String::new();
    let mut add = |key: &str, value: &str| {
        let _ = writeln!(lines, "{}: {}", catalogue.text(key), one_line(value));
    };
    add("calendar-due-school", &ctx.school.short_name);
    add("calendar-due-act", &edition.title);
    add("calendar-due-approved", &long(catalogue, edition.approval.date));
    match deadline.kind {
        DeadlineKind::Posting => {
            add("calendar-due-law", &long(catalogue, edition.due.law));
            if !edition.affects.is_empty() {
                add("calendar-due-affects", &names(ctx, edition.affects));
            }
        }
        DeadlineKind::Duty(duty) => {
            if let Some(who) = &duty.who {
                add("calendar-due-who", who);
            }
            add("calendar-due-affects", &names(ctx, duty.audience));
            if let Some(at) = &duty.at {
                add("calendar-due-at", at);
            }
            if deadline.planned != deadline.date {
                let day = weekday_day_month(catalogue, deadline.planned);
                let moved = catalogue.format("calendar-due-moved", &[("day", day.into())]);
                add("calendar-due-planned", &moved);
            }
        }
        DeadlineKind::Revision | DeadlineKind::Expiry => {
            if let Some(end) = edition.valid_until {
                add("calendar-due-end", &long(catalogue, end));
            }
        }
    }
    add("calendar-due-page", page);
    lines
}

/// «родители, сотрудники».
fn names(ctx: &SchoolContext<'_>, audience: Audience) -> String {
    let names = audience.groups().map(|group| ctx.catalogue.text(group_key(group)));
    names.collect::<Vec<_>>().join(", ")
}

/// The unchanging page of the edition, at the clause that lays a duty down if it is found.
fn page(ctx: &SchoolContext<'_>, deadline: &Deadline<'_>) -> String {
    let edition = deadline.edition;
    let path = ctx.addresses.edition(&deadline.regulation.id, edition.approval.date);
    let page = ctx.addresses.absolute(&path);
    let at = match deadline.kind {
        DeadlineKind::Duty(duty) => duty.at.as_deref(),
        _ => None,
    };
    let anchor = at.and_then(anchor).filter(|anchor| has_anchor(&edition.text.nodes, anchor));
    anchor.map_or_else(|| page.clone(), |anchor| format!("{page}#{anchor}"))
}

/// The anchor that the place «подпункт 12 пункта 5.2» or «пункт 5.2» would have.
fn anchor(at: &str) -> Option<String> {
    let digits = |c: char| c.is_ascii_digit() || c == '.';
    let words = at.split(|c: char| !digits(c)).map(|word| word.trim_matches('.'));
    let numbers: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    match (at.trim_start().to_lowercase().starts_with("подп"), numbers.as_slice()) {
        (true, [item, clause]) => Some(format!("p-{clause}-{item}")),
        (false, [clause]) => Some(format!("p-{clause}")),
        _ => None,
    }
}

fn has_anchor(nodes: &[Node], anchor: &str) -> bool {
    nodes.iter().any(|node| node.anchor == anchor || has_anchor(&node.children, anchor))
}
