//! Editions of regulations, and drafts.

use std::sync::Arc;

use jiff::Span;
use jiff::civil::Date;

use super::Shared;
use super::duty;
use super::fields::{self, Fields};
use super::site::publication;
use super::wording::{self, wording};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::calendar::WorkingWeek;
use crate::model::due::due_dates;
use crate::model::regulation::{
    Approval, Draft, EarlierPosting, Edition, Protocol, ProtocolRole, Regulation,
};
use crate::source::yaml::{Node, Value};
use crate::source::{Document, EditionSource};

/// Longest term of validity, in months.
const LONGEST_TERM: u16 = 600;

/// Name of the file of a draft, without `.md`.
const DRAFT: &str = "draft";

/// The regulation with this id, if its editions can be understood, and its draft.
pub(super) fn regulation(
    id: &str,
    sources: &[EditionSource],
    week: WorkingWeek,
    shared: &Shared,
    found: &mut Diagnostics,
) -> (Option<Regulation>, Option<Draft>) {
    if !is_regulation_id(id) {
        let place = sources.first().map(|s| Place::file(s.front.path.clone())).unwrap_or_default();
        found.push(Diagnostic::error("regulation-id", place).with("id", id));
    }
    let mut editions = Vec::new();
    let mut drafted = None;
    for source in sources {
        if source.stem == DRAFT {
            drafted = draft(id, source, found);
        } else {
            editions.extend(edition(source, week, shared, found));
        }
    }
    editions.sort_by_key(|e| e.approval.date);
    for pair in editions.windows(2) {
        if pair[1].in_force < pair[0].in_force {
            let place = Place::file(Arc::clone(&pair[1].written.path));
            let order = Diagnostic::error("edition-order", place);
            found.push(order.with("previous", pair[0].in_force.to_string()));
        }
    }
    let regulation = (!editions.is_empty()).then(|| Regulation { id: id.to_owned(), editions });
    (regulation, drafted)
}

fn draft(id: &str, source: &EditionSource, found: &mut Diagnostics) -> Option<Draft> {
    let text = wording::text(source, found);
    let document = &source.front;
    let mut fields = Fields::new(document, &document.root, found)?;
    let wording = wording(&mut fields);
    if let Some(node) = fields.take("approved") {
        refuse_approval(document, node, fields.found);
        return None;
    }
    fields.finish();
    Some(Draft {
        regulation: id.to_owned(),
        title: wording.title?,
        short_title: wording.short_title?,
        summary: wording.summary,
        affects: wording.affects,
        text,
        accepted: wording.accepted,
        written: wording::written(source),
    })
}

/// What is approved is an edition: its file is named by the date.
fn refuse_approval(document: &Document, node: &Node, found: &mut Diagnostics) {
    let mut aside = Diagnostics::default();
    let approval = approval(document, node, &mut aside);
    let expected = approval.map_or_else(|| "2026-09-01".to_owned(), |a| a.date.to_string());
    let approved = Diagnostic::error("draft-approved", document.place(node));
    found.push(approved.with("expected", format!("{expected}.md")));
}

/// Folders of a school's site that no regulation may take.
const RESERVED: [&str; 6] = ["timetable", "calendar", "posters", "publication", "verify", "assets"];

/// Whether `id` may name a regulation.
#[must_use]
pub fn is_regulation_id(id: &str) -> bool {
    fields::is_id(id) && !RESERVED.contains(&id)
}

fn edition(
    source: &EditionSource,
    week: WorkingWeek,
    shared: &Shared,
    found: &mut Diagnostics,
) -> Option<Edition> {
    let document = &source.front;
    let text = wording::text(source, found);
    let mut fields = Fields::new(document, &document.root, found)?;
    let wording = wording(&mut fields);
    let duties = duty::duties(&mut fields);
    let approved = fields.require("approved");
    let approval = approved.and_then(|node| approval(document, node, fields.found));
    let errata = wording::errata(&mut fields, approval.as_ref().map(|a| a.date));
    if let (Some(node), Some(approval)) = (approved, &approval) {
        check_file_name(source, node, approval.date, fields.found);
    }
    let in_force_node = fields.take("in_force");
    let in_force = in_force_node.and_then(|n| fields::date(document, n, fields.found));
    let in_force = in_force.or(approval.as_ref().map(|a| a.date));
    let valid_until = valid_until(&mut fields, in_force);
    let posted = posted(&mut fields);
    let rule = fields.take("publication");
    let default = shared.site.publication;
    let rule = rule.map_or(Some(default), |n| publication(document, n, default, fields.found));
    if let (Some(node), Some(from), Some(approval)) = (in_force_node, in_force, &approval)
        && from < approval.date
    {
        let early = Diagnostic::error("in-force-before-approval", document.place(node));
        fields.found.push(early.with("approved", approval.date.to_string()));
    }
    fields.finish();
    let approval = approval?;
    Some(Edition {
        title: wording.title?,
        short_title: wording.short_title?,
        in_force: in_force?,
        valid_until,
        summary: wording.summary,
        affects: wording.affects,
        due: due_dates(approval.date, rule?, &shared.calendar, week),
        posted,
        approval,
        text,
        duties,
        errata,
        accepted: wording.accepted,
        frozen: source.frozen.clone(),
        written: wording::written(source),
        place: document.place(approved.map_or(&document.root, dated)),
    })
}

/// The date among the keys of `approved`.
fn dated(approved: &Node) -> &Node {
    let Value::Map(entries) = &approved.value else { return approved };
    let date = entries.iter().find(|(key, _)| key.scalar() == "date");
    date.map_or(approved, |(_, date)| date)
}

/// `posted: 2026-09-03`.
fn posted(fields: &mut Fields<'_, '_>) -> Option<EarlierPosting> {
    let node = fields.take("posted")?;
    let date = fields::date(fields.document, node, fields.found)?;
    Some(EarlierPosting { date, place: fields.document.place(node) })
}

/// The file is named by the date of approval.
fn check_file_name(source: &EditionSource, node: &Node, approved: Date, found: &mut Diagnostics) {
    if source.stem != approved.to_string() {
        let wrong = Diagnostic::error("edition-file-name", source.front.place(node));
        let wrong = wrong.with("file", format!("{}.md", source.stem));
        found.push(wrong.with("expected", format!("{approved}.md")));
    }
}

/// `{date, by, order, protocols}`.
pub(super) fn approval(
    document: &Document,
    node: &Node,
    found: &mut Diagnostics,
) -> Option<Approval> {
    let mut fields = Fields::new(document, node, found)?;
    let date = fields.date("date");
    let by = fields.optional_text("by");
    let order = fields.optional_text("order");
    let order = order.map(|o| o.trim_start_matches('№').trim().to_owned());
    let mut protocols = Vec::new();
    for node in fields.list("protocols") {
        protocols.extend(protocol(document, node, fields.found));
    }
    fields.finish();
    Some(Approval { date: date?, by, order, protocols })
}

fn protocol(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<Protocol> {
    let mut fields = Fields::new(document, node, found)?;
    let body = fields.text("body");
    let number = fields.optional_text("number");
    let date = fields.optional_date("date");
    let role = fields.take("role");
    let role =
        role.and_then(|node| fields::choice(document, node, &["adopted", "agreed"], fields.found));
    fields.finish();
    let role = if role == Some(0) { ProtocolRole::Adopted } else { ProtocolRole::Agreed };
    Some(Protocol { role, body: body?, number, date })
}

/// The last day in force by `valid_until` or `valid_for`.
fn valid_until(fields: &mut Fields<'_, '_>, in_force: Option<Date>) -> Option<Date> {
    let document = fields.document;
    let until = fields.take("valid_until");
    let term = fields.take("valid_for");
    if let (Some(_), Some(term)) = (until, term) {
        fields.found.push(Diagnostic::error("validity-twice", document.place(term)));
        return None;
    }
    let (node, last) = match (until, term) {
        (Some(node), _) => (node, fields::date(document, node, fields.found)?),
        (_, Some(node)) => {
            let months = term_in_months(document, node, fields.found)?;
            let end = in_force?.checked_add(Span::new().months(i64::from(months)));
            (node, end.and_then(Date::yesterday).ok()?)
        }
        _ => return None,
    };
    if in_force.is_some_and(|from| last < from) {
        fields.found.push(Diagnostic::error("validity-before-force", document.place(node)));
        return None;
    }
    Some(last)
}

/// The term that was probably meant by one in Russian, «3 года».
fn term_meant(text: &str) -> Option<String> {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let count: u16 = text.strip_suffix(unit)?.parse().ok()?;
    let unit = fields::nearest(unit, ["years", "months"].into_iter())?;
    let most = if unit == "years" { LONGEST_TERM / 12 } else { LONGEST_TERM };
    (1..=most).contains(&count).then(|| format!("{count} {unit}"))
}

/// `3 years` or `18 months`, in months.
fn term_in_months(document: &Document, node: &Node, found: &mut Diagnostics) -> Option<u16> {
    let text = fields::text(document, node, found)?;
    let parsed = text.split_once(' ').and_then(|(count, unit)| {
        let count: u16 = count.parse().ok()?;
        match unit.trim() {
            "year" | "years" => count.checked_mul(12),
            "month" | "months" => Some(count),
            _ => None,
        }
    });
    let months = parsed.filter(|months| (1..=LONGEST_TERM).contains(months));
    if months.is_none() {
        let wrong = Diagnostic::error("term-invalid", document.place(node));
        found.push(wrong.near(term_meant(&text)).with("term", text));
    }
    months
}
