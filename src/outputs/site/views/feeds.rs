//! Calendars to subscribe to.

use serde::Serialize;

use crate::model::audience::{Audience, Group};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// A calendar feed.
#[derive(Debug, Clone, Serialize)]
pub struct FeedView<'a> {
    /// «Консультации для родителей».
    pub name: &'a str,
    /// Address of the file, relative to the page.
    pub href: String,
    /// The full address to copy.
    pub address: String,
    /// The address by which calendar programs subscribe; empty unless the site has one.
    pub webcal: String,
}

/// The feeds of the school for the page at `path`: all, then one per group that some session
/// is for; the files of other groups exist, but hold nothing.
#[must_use]
pub fn feeds<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<FeedView<'a>> {
    if ctx.school.timetables.is_empty() {
        return Vec::new();
    }
    let mut audiences: Vec<Audience> = Vec::new();
    for timetable in &ctx.school.timetables {
        audiences.extend(timetable.sessions.iter().map(|session| session.details.audience));
        audiences.extend(timetable.extra.iter().map(|extra| extra.details.audience));
    }
    let mut views = Vec::with_capacity(4);
    for group in Group::ALL {
        if audiences.iter().any(|audience| audience.contains(group)) {
            let key = match group {
                Group::Parents => "site-feed-parents",
                Group::Staff => "site-feed-staff",
                Group::Pupils => "site-feed-pupils",
            };
            views.push(feed(ctx, path, group.id(), ctx.catalogue.text(key)));
        }
    }
    if views.len() != 1 {
        views.insert(0, feed(ctx, path, "all", ctx.catalogue.text("site-feed-all")));
    }
    views
}

/// The feed `name` for the page at `path`, called `text`.
pub(super) fn feed<'a>(
    ctx: &SchoolContext<'a>,
    path: &str,
    name: &str,
    text: &'a str,
) -> FeedView<'a> {
    let file = ctx.addresses.feed(name);
    let address = ctx.addresses.absolute(&file);
    let webcal = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}"));
    FeedView {
        name: text,
        href: relative(path, &file),
        webcal: webcal.unwrap_or_default(),
        address,
    }
}
