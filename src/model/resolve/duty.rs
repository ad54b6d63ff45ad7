//! Periodic duties in the front matter of an edition.

use super::fields::{self, Fields};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::audience::{Audience, Group};
use crate::model::duty::{Duty, DutyDays, LAST_DAY};
use crate::source::Document;
use crate::source::yaml::Node;

/// `duties`: a list of `{id, title, at, who, for, on}`.
pub(super) fn duties(fields: &mut Fields<'_, '_>) -> Vec<Duty> {
    let document = fields.document;
    let mut duties: Vec<Duty> = Vec::new();
    for node in fields.list("duties") {
        let Some(duty) = duty(document, node, fields.found) else { continue };
        if duties.iter().any(|other| other.id == duty.id) {
            let twice = Diagnostic::error("duty-id-twice", document.place(node));
            fields.found.push(twice.with("id", duty.id.as_str()));
        }
        duties.push(duty);
    }
    duties
}

fn duty(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Duty> {
    let mut fields = Fields::new(document, node, found)?;
    let id = fields.require("id").and_then(|node| fields::id(document, node, fields.found));
    let title = fields.text("title");
    let at = fields.optional_text("at");
    let who = fields.optional_text("who");
    let audience = fields.take("for");
    let audience = audience.map_or(Some(Audience::default().with(Group::Staff)), |node| {
        fields::audience(document, node, fields.found)
    });
    let days = fields.require("on").and_then(|node| days(document, node, fields.found));
    fields.finish();
    Some(Duty { id: id?, title: title?, at, who, audience: audience?, days: days? })
}

/// `{days, months}`, `{before_breaks: true}`, `{yearly}` or `{dates}`.
fn days(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<DutyDays> {
    let mut fields = Fields::new(document, node, found)?;
    let (days, months) = (fields.take("days"), fields.take("months"));
    let before_breaks = fields.flag("before_breaks", false);
    let (yearly, dates) = (fields.take("yearly"), fields.take("dates"));
    let empty = |node: &Node| fields::one_or_many(node).is_empty();
    let nothing = [days, months, yearly, dates].into_iter().flatten().any(empty);
    let pattern = match (days, months, before_breaks, yearly, dates) {
        (Some(days), _, false, None, None) if !nothing => {
            monthly(document, days, months, fields.found)
        }
        (None, None, true, None, None) => Some(DutyDays::BeforeBreaks),
        (None, None, false, Some(yearly), None) if !nothing => {
            list(yearly, |node| day_of_year(document, node, fields.found)).map(DutyDays::Yearly)
        }
        (None, None, false, None, Some(dates)) if !nothing => {
            list(dates, |node| fields::date(document, node, fields.found)).map(DutyDays::Dates)
        }
        _ => {
            fields.found.push(Diagnostic::error("duty-days", document.place(node)));
            None
        }
    };
    fields.finish();
    pattern
}

fn monthly(
    document: &Document,
    days: &Node,
    months: Option<&Node>,
    found: &mut Diagnostics,
) -> Option<DutyDays> {
    let days = list(days, |node| day_of_month(document, node, found));
    let month = |number: u16| i8::try_from(number).ok();
    let months = months.map_or(Some(Vec::new()), |months| {
        list(months, |node| fields::number(document, node, 1..=12, found).and_then(month))
    });
    Some(DutyDays::Monthly { days: days?, months: months? })
}

/// What `read` makes of every node of a list, or of the only one.
fn list<T>(node: &Node, mut read: impl FnMut(&Node) -> Option<T>) -> Option<Vec<T>> {
    fields::one_or_many(node).iter().map(&mut read).collect()
}

/// `15` or `last`.
fn day_of_month(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<i8> {
    if node.scalar() == "last" {
        return Some(LAST_DAY);
    }
    fields::number(document, node, 1..=31, found).and_then(|day| i8::try_from(day).ok())
}

/// `"09-01"`: month and day.
fn day_of_year(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<(i8, i8)> {
    // A leap year, so that 29 February is a day.
    let date = fields::parse_date(&format!("2024-{}", node.scalar()));
    if date.is_none() {
        let wrong = Diagnostic::error("duty-day-of-year", document.place(node));
        found.push(wrong.with("text", node.scalar()));
    }
    date.map(|date| (date.month(), date.day()))
}
