//! The page of an edition: the act itself with what has to be known of it.

use serde::Serialize;

use super::super::html::contents::{Entry, contents};
use super::phrases;
use crate::language::Catalogue;
use crate::language::dates::{long, numeric};
use crate::model::regulation::{Approval, Edition, Regulation, Standing};
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
    /// Minutes of those who agreed.
    pub protocols: Vec<String>,
    /// «Редакция от 28 августа 2026 г.»
    pub edition: String,
    /// «действует с … по …».
    pub in_force: String,
    /// First day in force, `YYYY-MM-DD`, for the script.
    pub from: String,
    /// Last day in force or empty, for the script.
    pub to: String,
    /// What to know of an edition that is not the one in force: facts with dates only.
    pub band: Vec<Band>,
    /// What this edition changes.
    pub summary: Option<&'a str>,
    /// «для родителей, для сотрудников»; empty if not said.
    pub affects: String,
    /// «ред. от 01.09.2026, приказ № 45»: what a citation of a place ends with.
    pub citation: String,
    /// Terms of the act, in the order of their definitions.
    pub terms: Vec<TermLine<'a>>,
    /// Sections.
    pub contents: Vec<Entry<'a>>,
    /// All editions, the newest first.
    pub editions: Vec<EditionLink<'a>>,
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

/// A sentence about an edition's place in time, with a link to another one.
#[derive(Debug, Clone, Serialize)]
pub struct Band {
    /// «Эту редакцию с 1 сентября 2026 г. заменила».
    pub text: String,
    /// «редакция от 28 августа 2026 г.»
    pub link: Option<String>,
    /// Its address.
    pub href: String,
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

/// The view of the edition at `index` of `act` for the page at `path`.
#[must_use]
pub fn regulation<'a>(
    ctx: &SchoolContext<'a>,
    act: &'a Regulation,
    index: usize,
    path: &str,
) -> RegulationView<'a> {
    let catalogue = ctx.catalogue;
    let edition: &'a Edition = &act.editions[index];
    let approved = edition.approval.date;
    let permanent = ctx.addresses.edition(&act.id, approved);
    let pdf = ctx.addresses.act(&act.id, approved);
    let last = phrases::last_day(act, index);
    let protocols = edition.approval.protocols.iter();
    RegulationView {
        title: phrases::typeset(&edition.title),
        approval: phrases::approval(catalogue, &edition.approval),
        protocols: protocols.map(|p| phrases::protocol(catalogue, p)).collect(),
        edition: phrases::edition(catalogue, approved),
        in_force: phrases::in_force(catalogue, act, index),
        from: edition.in_force.to_string(),
        to: last.map_or_else(String::new, |last| last.to_string()),
        band: bands(ctx, act, index, path),
        summary: edition.summary.as_deref(),
        affects: phrases::audience(catalogue, edition.affects),
        citation: citation(catalogue, &edition.approval),
        terms: terms(&edition.text),
        contents: contents(&edition.text),
        editions: links(ctx, act, index, path),
        permanent: relative(path, &permanent),
        permanent_address: ctx.addresses.absolute(&permanent),
        is_permanent: path == permanent,
        pdf: ctx.print.then(|| relative(path, &pdf)),
        data: relative(path, &ctx.addresses.edition_data(&act.id, approved)),
        publication: relative(path, &ctx.addresses.publication()),
    }
}

/// Sentences on an edition that is not in force, or that another one is going to replace. They
/// name dates, so that they stay true on any later day.
fn bands(ctx: &SchoolContext<'_>, act: &Regulation, index: usize, path: &str) -> Vec<Band> {
    let catalogue = ctx.catalogue;
    let edition = &act.editions[index];
    let plain = |text: String| Band { text, link: None, href: String::new() };
    let sentence = |key: &str, date| format!("{} {}", catalogue.text(key), long(catalogue, date));
    let mut bands = Vec::new();
    match act.standing(index, ctx.today) {
        Standing::Upcoming => bands.push(plain(sentence("site-band-upcoming", edition.in_force))),
        Standing::Expired(last) => bands.push(plain(sentence("site-band-expired", last))),
        Standing::InForce | Standing::Replaced(_) => {}
    }
    if let Some(next) = act.editions.get(index + 1) {
        let target = ctx.addresses.edition(&act.id, next.approval.date);
        let date = long(catalogue, next.in_force);
        bands.push(Band {
            text: format!(
                "{}\u{a0}{date} {}",
                catalogue.text("site-band-from"),
                catalogue.text("site-band-replaced")
            ),
            link: Some(phrases::uncapitalized(&phrases::edition(catalogue, next.approval.date))),
            href: relative(path, &target),
        });
    }
    bands
}

fn terms(text: &RegulationText) -> Vec<TermLine<'_>> {
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
