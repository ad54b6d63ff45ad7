//! The notice of a new edition (извещение о новой редакции): what changed, for whom, since when.

use serde::Serialize;

use super::colophon::{approved, term};
use super::poster::{Link, Poster};
use super::remarks;
use super::sheet::json;
use crate::language::{Arg, dates};
use crate::model::print::PosterKind;
use crate::model::redline::CHANGES;
use crate::model::regulation::{Edition, Regulation};
use crate::outputs::changes::{self, Line};
use crate::outputs::context::SchoolContext;

/// What the notice says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    headline: &'a str,
    /// Title of the act.
    title: &'a str,
    /// From when till when it is in force.
    force: String,
    /// «приказом директора от 1 сентября 2026 г. № 45».
    approved: String,
    /// «от 29 августа 2025 г.»: the edition before.
    replaces: Option<String>,
    /// For whom the change matters; empty if not said.
    audience: String,
    /// What changed in the school's words, or that not a word changed.
    summary: Option<&'a str>,
    /// What changed by kind, where the school has not said it.
    changes: Vec<Changes<'a>>,
}

/// Changes of one kind.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Changes<'a> {
    /// «Изменено».
    title: &'a str,
    /// «подп. 14 п. 5.2».
    places: Vec<String>,
}

/// A notice for the latest approved edition of each regulation.
pub(super) fn posters(ctx: &SchoolContext<'_>) -> Vec<Poster> {
    ctx.school.regulations.iter().filter_map(|regulation| poster(ctx, regulation)).collect()
}

fn poster(ctx: &SchoolContext<'_>, regulation: &Regulation) -> Option<Poster> {
    let (edition, earlier) = regulation.editions.split_last()?;
    let before = earlier.last();
    let view = json(&view(ctx, regulation, edition, before));
    let key = if before.is_some() { "poster-notice-title" } else { "poster-notice-title-first" };
    let args = [
        ("title", Arg::from(edition.short_title.as_str())),
        ("date", dates::long(ctx.catalogue, edition.approval.date).into()),
    ];
    Some(Poster {
        kind: PosterKind::Notice,
        name: format!("{}-{}", PosterKind::Notice.id(), regulation.id),
        layout: "notice.typ",
        guesses: true,
        title: ctx.catalogue.format(key, &args),
        identity: view.clone(),
        view,
        link: link(ctx, regulation, edition, before.is_some()),
        notes: Vec::new(),
        lines: Vec::new(),
    })
}

fn view<'a>(
    ctx: &'a SchoolContext<'_>,
    regulation: &Regulation,
    edition: &'a Edition,
    before: Option<&Edition>,
) -> View<'a> {
    let catalogue = ctx.catalogue;
    let key = if before.is_some() { "poster-notice-edition" } else { "poster-notice-first" };
    let changes = match before {
        Some(_) if edition.summary.is_none() => latest_changes(ctx, regulation),
        _ => Vec::new(),
    };
    let unchanged = before.is_some() && changes.is_empty();
    let date = |edition: &Edition| Arg::from(dates::long(catalogue, edition.approval.date));
    View {
        school: &ctx.school.name,
        headline: catalogue.text(key),
        title: &edition.title,
        force: force(ctx, regulation, edition),
        approved: approved(catalogue, "poster-notice-order", &edition.approval),
        replaces: before
            .map(|before| catalogue.format("poster-notice-before", &[("date", date(before))])),
        audience: remarks::audience(catalogue, edition.affects),
        summary: edition.summary.as_deref().or(unchanged.then(|| catalogue.text("changes-none"))),
        changes,
    }
}

fn force(ctx: &SchoolContext<'_>, regulation: &Regulation, edition: &Edition) -> String {
    let last = regulation.last_day(regulation.editions.len().saturating_sub(1));
    if let Some(last) = last {
        return term(ctx.catalogue, "poster-from-to", edition.in_force, last);
    }
    let from = dates::long(ctx.catalogue, edition.in_force);
    ctx.catalogue.format("poster-from", &[("from", Arg::from(from))])
}

/// Places that the latest edition changed, by kind, in the order of the text.
fn latest_changes<'a>(ctx: &'a SchoolContext<'_>, regulation: &Regulation) -> Vec<Changes<'a>> {
    let last = regulation.editions.len().saturating_sub(1);
    let Some(redline) = ctx.redline(regulation, last) else { return Vec::new() };
    let lines = changes::lines(&redline, ctx.catalogue);
    let place = |line: &Line| match &line.was {
        Some(was) => {
            let was = ctx.catalogue.format("changes-was", &[("place", was.as_str().into())]);
            format!("{} ({was})", line.place)
        }
        None => line.place.clone(),
    };
    let of_kind = CHANGES.iter().map(|change| {
        let own = lines.iter().filter(|line| line.change == *change);
        let title = ctx.catalogue.text(changes::key(*change));
        Changes { title, places: own.map(place).collect() }
    });
    of_kind.filter(|changes| !changes.places.is_empty()).collect()
}

/// What changed, or the first edition itself: pages that stay as they are.
fn link(
    ctx: &SchoolContext<'_>,
    regulation: &Regulation,
    edition: &Edition,
    changed: bool,
) -> Link {
    let date = edition.approval.date;
    if changed {
        return Link::new(ctx, ctx.addresses.changes(&regulation.id, date), "poster-notice-qr");
    }
    Link::new(ctx, ctx.addresses.edition(&regulation.id, date), "poster-notice-qr-first")
}
