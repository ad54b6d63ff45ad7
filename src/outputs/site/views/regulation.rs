//! The page of an edition: the act itself with what has to be known of it.

use serde::Serialize;

use super::super::html::contents::{Entry, contents};
use super::phrases;
use super::timeline::{self, Band, Timeline};
use crate::language::Catalogue;
use crate::language::dates::{long, numeric};
use crate::model::redline::Redline;
use crate::model::regulation::{Approval, Edition, Erratum, ProtocolRole, Regulation};
use crate::model::text::RegulationText;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// An edition; the body of the act is given to the template apart, as `view.body`.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationView<'a> {
    /// Title of the act.
    pub title: String,
    /// «Утверждено приказом директора от … № …».
    pub approval: String,
    /// Minutes of those who adopted it.
    pub adopted: Vec<String>,
    /// Minutes of those who agreed.
    pub agreed: Vec<String>,
    /// «Редакция от 28 августа 2026 г.»
    pub edition: String,
    /// «действует с … по …».
    pub in_force: String,
    /// First day in force, `YYYY-MM-DD`, for the script.
    pub from: String,
    /// Last day in force or empty, for the script.
    pub to: String,
    /// What to know of an edition that is not the one in force: facts with dates only.
    pub bands: Vec<Band>,
    /// Its four dates.
    pub timeline: Timeline,
    /// What this edition changes.
    pub summary: Option<&'a str>,
    /// «для родителей, для сотрудников»; empty if not said.
    pub affects: String,
    /// Address of the page of what it changed; the first edition has none.
    pub changes: Option<String>,
    /// «ред. от 01.09.2026, приказ № 45»: what a citation of a place ends with.
    pub citation: String,
    /// Terms of the act, in the order of their definitions.
    pub terms: Vec<TermLine<'a>>,
    /// Sections.
    pub contents: Vec<Entry<'a>>,
    /// Mistakes of writing that were put right, by date.
    pub errata: Vec<ErratumView<'a>>,
    /// All editions, the newest first.
    pub editions: Vec<EditionLink<'a>>,
    /// Address of the draft of a new edition, where drafts are published.
    pub draft: Option<String>,
    /// Address of the unchanging page of this edition.
    pub permanent: String,
    /// The same in full, for quoting.
    pub permanent_address: String,
    /// Whether this page is that one.
    pub is_permanent: bool,
    /// Address of the printable act.
    pub pdf: Option<String>,
    /// Address of the act as data.
    pub data: String,
    /// Address of the page of publication dates.
    pub publication: String,
    /// The act for search engines and other programs.
    pub law: Legislation<'a>,
}

/// A term in the list of terms.
#[derive(Debug, Clone, Serialize)]
pub struct TermLine<'a> {
    /// «ББЖ».
    pub short: &'a str,
    /// What it stands for.
    pub full: &'a str,
    /// Fragment identifier of the place that defines it.
    pub anchor: &'a str,
}

/// An erratum.
#[derive(Debug, Clone, Serialize)]
pub struct ErratumView<'a> {
    /// Identifier on the page, see [`erratum_ids`].
    pub id: String,
    /// `YYYY-MM-DD`.
    pub machine: String,
    /// «10 сентября 2026 г.»
    pub date: String,
    /// Where, «пункт 5.2».
    pub at: &'a str,
    /// What stood there.
    pub was: &'a str,
    /// What stands there now.
    pub now: &'a str,
    /// Why it is no amendment.
    pub reason: Option<&'a str>,
}

/// What schema.org's `Legislation` says beyond what the page shows: nothing that time falsifies.
#[derive(Debug, Clone, Serialize)]
pub struct Legislation<'a> {
    /// Number of the order.
    pub order: Option<&'a str>,
    /// Days in force as ISO 8601, `2026-09-01/2027-08-31`, or without an end `2026-09-01/..`;
    /// empty for an edition that is never in force.
    pub coverage: String,
    /// First day in force, or empty.
    pub from: String,
    /// The school, which passes and publishes it.
    pub school: &'a str,
    /// Full address of the edition before.
    pub previous: Option<String>,
    /// SHA-256 of the canonical text, 64 hexadecimal digits.
    pub sha256: &'a str,
    /// The first 12 of them.
    pub short: &'a str,
}

/// An edition in the list of editions.
#[derive(Debug, Clone, Serialize)]
pub struct EditionLink<'a> {
    /// «Редакция от 28 августа 2026 г.»
    pub text: String,
    /// Address of its unchanging page.
    pub href: String,
    /// «действует с … по …».
    pub in_force: String,
    /// What it changed.
    pub summary: Option<&'a str>,
    /// Whether it is the one shown.
    pub here: bool,
}

/// An edition to show.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The regulation.
    pub act: &'a Regulation,
    /// Index of the edition.
    pub index: usize,
    /// SHA-256 of its canonical text, 64 hexadecimal digits.
    pub sha256: &'a str,
    /// What it changed, if there was an edition before it.
    pub redline: Option<&'a Redline>,
}

/// The view of the edition `shown` for the page at `path`.
#[must_use]
pub fn regulation<'a>(ctx: &SchoolContext<'a>, shown: Shown<'a>, path: &str) -> RegulationView<'a> {
    let catalogue = ctx.catalogue;
    let Shown { act, index, .. } = shown;
    let edition: &'a Edition = &act.editions[index];
    let approved = edition.approval.date;
    let permanent = ctx.addresses.edition(&act.id, approved);
    let pdf = ctx.addresses.act(&act.id, approved);
    let of = |role: ProtocolRole| {
        let own = edition.approval.protocols.iter().filter(move |protocol| protocol.role == role);
        own.map(|protocol| phrases::protocol(catalogue, protocol)).collect()
    };
    RegulationView {
        title: phrases::typeset(&edition.title),
        approval: phrases::approval(catalogue, &edition.approval),
        adopted: of(ProtocolRole::Adopted),
        agreed: of(ProtocolRole::Agreed),
        edition: phrases::edition(catalogue, approved),
        in_force: phrases::in_force(catalogue, act, index),
        from: edition.in_force.to_string(),
        to: act.last_day(index).map_or_else(String::new, |last| last.to_string()),
        bands: timeline::bands(ctx, act, index, path),
        timeline: timeline::timeline(ctx, act, index, path),
        summary: edition.summary.as_deref(),
        affects: phrases::audience(catalogue, edition.affects),
        changes: (index > 0).then(|| relative(path, &ctx.addresses.changes(&act.id, approved))),
        citation: citation(catalogue, &edition.approval),
        terms: terms(&edition.text),
        contents: contents(&edition.text),
        errata: errata(catalogue, edition),
        editions: links(ctx, act, index, path),
        draft: draft(ctx, act, path),
        permanent: relative(path, &permanent),
        permanent_address: ctx.addresses.absolute(&permanent),
        is_permanent: path == permanent,
        pdf: ctx.print.then(|| relative(path, &pdf)),
        data: relative(path, &ctx.addresses.edition_data(&act.id, approved)),
        publication: relative(path, &ctx.addresses.publication()),
        law: legislation(ctx, shown),
    }
}

fn legislation<'a>(ctx: &SchoolContext<'a>, shown: Shown<'a>) -> Legislation<'a> {
    let Shown { act, index, sha256, .. } = shown;
    let edition = &act.editions[index];
    let last = act.last_day(index);
    let ever = last.is_none_or(|last| last >= edition.in_force);
    let end = last.map_or_else(|| "..".to_owned(), |last| last.to_string());
    let from = if ever { edition.in_force.to_string() } else { String::new() };
    let previous = index.checked_sub(1).map(|before| {
        let approved = act.editions[before].approval.date;
        ctx.addresses.absolute(&ctx.addresses.edition(&act.id, approved))
    });
    Legislation {
        order: edition.approval.order.as_deref(),
        coverage: if ever { format!("{from}/{end}") } else { String::new() },
        from,
        school: &ctx.school.name,
        previous,
        sha256,
        short: sha256.get(..12).unwrap_or(sha256),
    }
}

/// Address of the draft of a new edition, where drafts are published.
fn draft(ctx: &SchoolContext<'_>, act: &Regulation, path: &str) -> Option<String> {
    let published = ctx.published_drafts().iter().any(|draft| draft.regulation == act.id);
    published.then(|| relative(path, &ctx.addresses.draft(&act.id)))
}

fn errata<'a>(catalogue: &Catalogue, edition: &'a Edition) -> Vec<ErratumView<'a>> {
    let ids = erratum_ids(&edition.errata).into_iter();
    let view = |(id, erratum): (String, &'a Erratum)| ErratumView {
        id,
        machine: erratum.date.to_string(),
        date: long(catalogue, erratum.date),
        at: &erratum.at,
        was: &erratum.was,
        now: &erratum.now,
        reason: erratum.reason.as_deref(),
    };
    ids.zip(&edition.errata).map(view).collect()
}

/// Identifiers of `errata`, which are in the order of their dates: `erratum-2026-09-10_`, a
/// second one of a day `erratum-2026-09-10-2_`. Nodes of an act have none like these.
#[must_use]
pub fn erratum_ids(errata: &[Erratum]) -> Vec<String> {
    let mut ids = Vec::with_capacity(errata.len());
    for (index, erratum) in errata.iter().enumerate() {
        let same = errata[..index].iter().filter(|before| before.date == erratum.date).count();
        let more = if same == 0 { String::new() } else { format!("-{}", same + 1) };
        ids.push(format!("erratum-{}{more}_", erratum.date));
    }
    ids
}

/// The terms of `text` for the list below it.
pub(super) fn terms(text: &RegulationText) -> Vec<TermLine<'_>> {
    let terms = text.terms.iter();
    terms.map(|t| TermLine { short: &t.short, full: &t.full, anchor: &t.anchor }).collect()
}

/// «ред. от 01.09.2026, приказ № 45»; where no order approved it, as the approval says.
fn citation(catalogue: &Catalogue, approval: &Approval) -> String {
    let by = approval.by.as_deref().unwrap_or_default();
    let order = catalogue.text("site-cite-order-word");
    let by_order = by.is_empty() || by.to_lowercase().contains(order);
    let (key, what) = match approval.order.as_deref() {
        Some(order) if by_order => ("site-cite-edition-order", order.to_owned()),
        None if by.is_empty() => ("site-cite-edition", String::new()),
        _ => ("site-cite-edition-by", phrases::approved_by(catalogue, approval)),
    };
    let date = numeric(approval.date);
    catalogue
        .format(key, &[("date", date.into()), ("order", what.clone().into()), ("by", what.into())])
}

fn links<'a>(
    ctx: &SchoolContext<'a>,
    act: &'a Regulation,
    shown: usize,
    path: &str,
) -> Vec<EditionLink<'a>> {
    let catalogue = ctx.catalogue;
    let editions = act.editions.iter().enumerate().rev();
    let link = |(index, edition): (usize, &'a Edition)| EditionLink {
        text: phrases::edition(catalogue, edition.approval.date),
        href: relative(path, &ctx.addresses.edition(&act.id, edition.approval.date)),
        in_force: phrases::in_force(catalogue, act, index),
        summary: edition.summary.as_deref(),
        here: index == shown,
    };
    editions.map(link).collect()
}
