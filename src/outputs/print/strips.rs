//! Strips to tear off (отрывные листочки): contacts that people take along.

use serde::Serialize;

use super::poster::{Link, Poster};
use super::qr::Qr;
use super::reach::Reach;
use super::sheet::json;
use crate::language::Arg;
use crate::model::print::PosterKind;
use crate::outputs::context::SchoolContext;

/// What the poster says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    /// The school on a strip.
    short: &'a str,
    /// What the help is about.
    system: Option<&'a str>,
    reach: Reach<'a>,
    /// The code on a strip. It names no sheet: a shorter address makes a code that can be small.
    slip: Qr,
}

/// The poster; `None` if there is nobody to turn to.
pub(super) fn poster(ctx: &SchoolContext<'_>) -> Option<Poster> {
    let reach = Reach::new(ctx);
    if reach.is_empty() {
        return None;
    }
    let school = ctx.school;
    let link = Link::new(ctx, ctx.addresses.home(), "poster-contacts-qr");
    let url = ctx.addresses.absolute(&link.path);
    let view = json(&View {
        school: &school.name,
        short: &school.short_name,
        system: school.system.as_ref().map(|system| system.name.as_str()),
        reach,
        slip: Qr::small(url, link.label.clone(), link.alt.clone()),
    });
    let args = [("school", Arg::from(school.short_name.as_str()))];
    Some(Poster {
        kind: PosterKind::Strips,
        name: PosterKind::Strips.id().to_owned(),
        layout: "strips.typ",
        guesses: true,
        title: ctx.catalogue.format("poster-strips-title", &args),
        identity: view.clone(),
        view,
        link,
        notes: Vec::new(),
        lines: Vec::new(),
    })
}
