//! The receipt of posting (справка о размещении): one page A4 for each edition that the journal
//! knows as posted.

use serde::Serialize;

use super::colophon::order as order_number;
use super::poster::with_view;
use super::qr::Qr;
use super::sheet::{Finish, Order, Properties, json};
use crate::language::{Arg, Catalogue, dates};
use crate::model::due::LAW_WORKING_DAYS;
use crate::model::journal::Entry;
use crate::model::regulation::{Approval, Regulation};
use crate::model::site::DayCount;
use crate::model::status::{Posted, Witness};
use crate::outputs::context::SchoolContext;
use crate::outputs::status::words::note;
use crate::outputs::status::{EditionStatus, edition};

/// What the layout reads beside the receipt.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Frame<'a> {
    properties: Properties<'a>,
    /// Whether it is to be set small, since it would take more than one page.
    compact: bool,
}

/// What the receipt says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    address: Option<&'a str>,
    /// What is known of the posting, in order.
    facts: Vec<Fact<'a>>,
    /// «Справка составлена …»
    made: String,
    /// Post and name of who signs; the layout leaves lines if they are not known.
    post: Option<&'a str>,
    name: Option<&'a str>,
    qr: Qr,
}

/// A line of the receipt.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Fact<'a> {
    label: &'a str,
    value: String,
    /// Whether it is a hash or an address, set in small type.
    fine: bool,
}

/// What a receipt is made of.
struct Proven<'a> {
    ctx: &'a SchoolContext<'a>,
    act: &'a Regulation,
    index: usize,
    stands: EditionStatus,
    posted: Posted,
    entry: &'a Entry,
}

/// Orders of the receipts of all editions that the journal knows as posted.
pub(super) fn orders(ctx: &SchoolContext<'_>) -> Vec<Order> {
    let acts = ctx.school.regulations.iter();
    let editions = acts.flat_map(|act| (0..act.editions.len()).map(move |index| (act, index)));
    editions.filter_map(|(act, index)| order(ctx, act, index)).collect()
}

fn order(ctx: &SchoolContext<'_>, act: &Regulation, index: usize) -> Option<Order> {
    let stands = edition(ctx.view(), act, index);
    let posted = stands.posted()?;
    let Witness::Journal(seq) = posted.witness else { return None };
    let entry = ctx.school.journal.entries().iter().find(|entry| entry.seq == seq)?;
    let approved = stands.approved;
    let args = [
        ("title", Arg::from(stands.title.as_str())),
        ("date", dates::long(ctx.catalogue, approved).into()),
    ];
    let title = ctx.catalogue.format("receipt-name", &args);
    let director = ctx.school.director.as_ref();
    let proven = Proven { ctx, act, index, stands, posted, entry };
    let made = [("date", Arg::from(dates::long(ctx.catalogue, ctx.today)))];
    let view = View {
        school: &ctx.school.name,
        address: ctx.school.address.as_deref(),
        facts: facts(&proven),
        made: ctx.catalogue.format("receipt-made", &made),
        post: director.map(|officer| officer.post.as_str()),
        name: director.map(|officer| officer.name.as_str()),
        qr: qr(&proven),
    };
    let view = json(&view);
    let data = |compact| {
        with_view(&Frame { properties: Properties::new(ctx, title.clone()), compact }, &view)
    };
    Some(Order {
        layout: "receipt.typ",
        path: ctx.addresses.receipt(&act.id, approved),
        preview: None,
        data: data(false),
        retry: Some(data(true)),
        finish: Finish::Lasting,
        dated: posted.date,
    })
}

/// The code opens the edition's part of the page of publication dates.
fn qr(proven: &Proven<'_>) -> Qr {
    let ctx = proven.ctx;
    let page = ctx.addresses.absolute(&ctx.addresses.publication());
    let url = format!("{page}#{}-{}_", proven.act.id, proven.stands.approved);
    let text = |key| ctx.catalogue.text(key).to_owned();
    Qr::new(url, text("receipt-qr"), text("receipt-qr-alt"))
}

fn facts<'a>(proven: &Proven<'a>) -> Vec<Fact<'a>> {
    let Proven { ctx, act, index, stands, posted, entry } = proven;
    let catalogue = ctx.catalogue;
    let edition = &act.editions[*index];
    let fact = |key, value, fine| Fact { label: catalogue.text(key), value, fine };
    let term_note = note(catalogue, *posted, stands.term);
    let key = if posted.late == 0 { "receipt-term-fine" } else { "receipt-term-late" };
    let mut facts = vec![
        fact("receipt-act", edition.title.clone(), false),
        fact("receipt-approved", approved(catalogue, &edition.approval), false),
        fact("receipt-due", local(proven), false),
        fact("receipt-law", law(proven), false),
        fact("receipt-posted", moment(catalogue, entry), false),
        fact("receipt-term", catalogue.format(key, &[("note", term_note.into())]), false),
        fact("receipt-address", entry.record.address.clone(), true),
        fact("receipt-text", entry.record.text_sha256.clone(), true),
    ];
    let act = ctx.addresses.act(&stands.regulation, stands.approved);
    if let Some(file) = entry.record.files.iter().find(|file| file.path == act) {
        facts.push(fact("receipt-pdf", file.sha256.clone(), true));
    }
    let head = ctx.school.journal.head();
    let says = [("seq", Arg::from(entry.seq.to_string())), ("hash", entry.hash.as_str().into())];
    facts.push(fact("receipt-entry", catalogue.format("receipt-entry-says", &says), true));
    let end = [("count", Arg::from(head.count)), ("hash", head.hash.into())];
    facts.push(fact("receipt-head", catalogue.format("journal-head", &end), true));
    facts
}

/// «приказом директора от 1 сентября 2026 г. № 45».
fn approved(catalogue: &Catalogue, approval: &Approval) -> String {
    let args = [
        ("by", Arg::from(approval.by.as_deref().unwrap_or("none"))),
        ("date", dates::long(catalogue, approval.date).into()),
        ("order", order_number(approval).into()),
    ];
    catalogue.format("receipt-approved-by", &args)
}

/// The last day by the local rule, with its basis.
fn local(proven: &Proven<'_>) -> String {
    let catalogue = proven.ctx.catalogue;
    let rule = proven.act.editions[proven.index].due.rule;
    let key = match rule.count {
        DayCount::Calendar => "site-basis-calendar",
        DayCount::Working => "site-basis-working",
    };
    let mut basis = catalogue.format(key, &[("days", rule.days.into())]);
    if rule.roll_forward {
        basis.push_str("; ");
        basis.push_str(catalogue.text("site-basis-roll-forward"));
    }
    based(catalogue, proven.stands.due, basis)
}

/// The last day by the law, with its basis.
fn law(proven: &Proven<'_>) -> String {
    let catalogue = proven.ctx.catalogue;
    let basis = catalogue.format("site-basis-law", &[("days", LAW_WORKING_DAYS.into())]);
    based(catalogue, proven.stands.due_law, basis)
}

fn based(catalogue: &Catalogue, date: jiff::civil::Date, basis: String) -> String {
    let date = dates::long(catalogue, date);
    catalogue.format("receipt-basis", &[("date", date.into()), ("basis", basis.into())])
}

/// «4 сентября 2026 г., 14:05 (Asia/Krasnoyarsk)».
fn moment(catalogue: &Catalogue, entry: &Entry) -> String {
    let at = &entry.record.at;
    let args = [
        ("date", Arg::from(dates::long(catalogue, at.date()))),
        ("time", at.local().strftime("%H:%M").to_string().into()),
        ("zone", at.zone().into()),
    ];
    catalogue.format("receipt-posted-at", &args)
}
