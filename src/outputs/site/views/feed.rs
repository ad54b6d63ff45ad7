//! Atom feeds: editions and errata of a school, and the latest of all schools.
//!
//! The moments are midnights in UTC of dates of approval and of errata, never the time of the
//! build: equal content gives equal feeds, and nobody's reader shows an old entry as new.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use super::phrases;
use super::regulation::erratum_ids;
use crate::model::regulation::Regulation;
use crate::model::site::Site;
use crate::outputs::SchoolContext;
use crate::outputs::context::{News, PortalContext};

/// Entries of the feed of several schools at most.
const MOST: usize = 100;

/// When a feed changed that never had an entry.
const NEVER: Date = Date::constant(1970, 1, 1);

/// An Atom feed (RFC 4287).
#[derive(Debug, Clone, Serialize)]
pub struct FeedDocument<'a> {
    /// Language, BCP 47.
    pub lang: &'static str,
    /// Name of the site or the school.
    pub title: &'a str,
    /// Its address; also the identifier of the feed.
    pub home: String,
    /// Address of the feed.
    pub address: String,
    /// Date of the newest entry, RFC 3339.
    pub updated: String,
    /// Editions and errata, the newest first.
    pub entries: Vec<FeedEntry<'a>>,
}

/// An edition or an erratum in a feed.
#[derive(Debug, Clone, Serialize)]
pub struct FeedEntry<'a> {
    /// «Помощь: редакция от 28 августа 2026 г.»
    pub title: String,
    /// Its address, which never changes; also its identifier.
    pub address: String,
    /// Its date, RFC 3339.
    pub updated: String,
    /// School that publishes it.
    pub author: &'a str,
    /// What it is in a few sentences.
    pub summary: String,
}

/// The feed of the school: all its editions and errata.
#[must_use]
pub fn school<'a>(ctx: &SchoolContext<'a>) -> FeedDocument<'a> {
    let mut entries = Vec::new();
    for act in &ctx.school.regulations {
        for index in 0..act.editions.len() {
            entries.push(edition(ctx, act, index));
            entries.extend(errata(ctx, act, index));
        }
    }
    let name = ctx.school.short_name.as_str();
    let entries = entries.into_iter().map(|news| (name, news)).collect();
    let home = ctx.addresses.absolute(&ctx.addresses.home());
    document(ctx.site, name, (home, ctx.addresses.absolute(&ctx.addresses.news())), entries)
}

/// The feed of the site: of each regulation the latest edition and the errata, at most 100.
#[must_use]
pub fn site<'a>(ctx: &PortalContext<'a>) -> FeedDocument<'a> {
    let mut latest = Vec::new();
    for school in ctx.schools {
        let news = school.regulations.iter().flat_map(|regulation| &regulation.news);
        latest.extend(news.map(|news| (school, news)));
    }
    latest.sort_by_key(|(_, news)| (Reverse(news.date), news.address.as_str()));
    latest.truncate(MOST);
    let titled = latest.into_iter().map(|(school, news)| {
        let title = format!("{}: {}", school.short_name, news.title);
        (school.short_name.as_str(), News { title, ..news.clone() })
    });
    let home = ctx.site.base_url.clone();
    let address = format!("{home}feed.xml");
    document(ctx.site, &ctx.site.title, (home, address), titled.collect())
}

/// A feed at the second address with these entries, each with the name of its school.
fn document<'a>(
    site: &Site,
    title: &'a str,
    (home, address): (String, String),
    mut news: Vec<(&'a str, News)>,
) -> FeedDocument<'a> {
    news.sort_by(|(_, a), (_, b)| (b.date, &a.address).cmp(&(a.date, &b.address)));
    let newest = news.first().map_or(NEVER, |(_, news)| news.date);
    let entry = |(author, news): (&'a str, News)| FeedEntry {
        title: news.title,
        address: news.address,
        updated: midnight(news.date),
        author,
        summary: news.summary,
    };
    FeedDocument {
        lang: site.language.tag(),
        title,
        home,
        address,
        updated: midnight(newest),
        entries: news.into_iter().map(entry).collect(),
    }
}

fn midnight(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// What the feed of the site keeps of a regulation: its latest edition and all its errata.
#[must_use]
pub fn latest(ctx: &SchoolContext<'_>, act: &Regulation) -> Vec<News> {
    let last = act.editions.len().checked_sub(1).map(|index| edition(ctx, act, index));
    let errata = (0..act.editions.len()).flat_map(|index| errata(ctx, act, index));
    last.into_iter().chain(errata).collect()
}

/// The edition at `index` as an entry.
fn edition(ctx: &SchoolContext<'_>, act: &Regulation, index: usize) -> News {
    let catalogue = ctx.catalogue;
    let edition = &act.editions[index];
    let approved = edition.approval.date;
    let approval = phrases::approval(catalogue, &edition.approval);
    let mut summary = format!("{approval}, {}", phrases::in_force(catalogue, act, index));
    if let Some(change) = &edition.summary {
        let words = catalogue.text("site-what-changed");
        summary = format!("{}. {words}: {change}", summary.trim_end_matches('.'));
    }
    News {
        date: approved,
        address: ctx.addresses.absolute(&ctx.addresses.edition(&act.id, approved)),
        title: titled(&edition.short_title, &phrases::edition(catalogue, approved)),
        summary,
    }
}

/// The errata of the edition at `index` as entries.
fn errata(ctx: &SchoolContext<'_>, act: &Regulation, index: usize) -> Vec<News> {
    let catalogue = ctx.catalogue;
    let edition = &act.editions[index];
    let name = phrases::edition(catalogue, edition.approval.date);
    let page = ctx.addresses.edition(&act.id, edition.approval.date);
    let page = ctx.addresses.absolute(&page);
    let ids = erratum_ids(&edition.errata).into_iter();
    let news = ids.zip(&edition.errata).map(|(id, erratum)| {
        let args = [
            ("edition", name.as_str().into()),
            ("at", erratum.at.as_str().into()),
            ("was", erratum.was.as_str().into()),
            ("now", erratum.now.as_str().into()),
        ];
        let words = format!("{}, {}", catalogue.text("site-erratum"), erratum.at);
        News {
            date: erratum.date,
            address: format!("{page}#{id}"),
            title: titled(&edition.short_title, &words),
            summary: catalogue.format("site-erratum-summary", &args),
        }
    });
    news.collect()
}

/// «Помощь: редакция от 28 августа 2026 г.»
fn titled(act: &str, words: &str) -> String {
    format!("{act}: {}", phrases::uncapitalized(words))
}
