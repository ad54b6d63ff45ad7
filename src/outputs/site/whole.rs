//! The pages of the site as a whole.

use serde::Serialize;
use tera::Value;

use super::assets::Assets;
use super::engine::Engine;
use super::sitemap;
use super::views::page::PageView;
use super::views::{feed, portal, subscribe};
use crate::diagnostics::Diagnostics;
use crate::outputs::addresses::{Addresses, PORTAL_SUBSCRIBE, VERIFY, relative};
use crate::outputs::{Artifact, PortalContext};

/// The page for wrong addresses.
#[derive(Debug, Serialize)]
struct NotFoundView<'a> {
    /// Address of the site's start page, from the root of the host.
    home: &'a str,
    /// Address of the timetable of the only school; empty on a portal.
    timetable: String,
    /// Its regulation.
    regulation: Option<String>,
    /// Schools of a small portal: names and addresses from the root of the host.
    schools: Vec<WayView<'a>>,
    /// Address of the feed.
    feed: String,
}

/// A school on the page for wrong addresses.
#[derive(Debug, Serialize)]
struct WayView<'a> {
    /// Short name.
    name: &'a str,
    /// Address of its start page.
    href: String,
}

/// A portal with more schools does not list them on the page for wrong addresses.
const FEW_SCHOOLS: usize = 20;

/// The page on which a file is compared with the site.
#[derive(Debug, Serialize)]
struct VerifyView {
    /// Address of its script.
    script: String,
    /// Address of the site's root.
    root: String,
    /// Address of the manifest.
    manifest: String,
    /// By how many digits the lists of hashes are parted.
    digits: usize,
}

/// `robots.txt`.
#[derive(Debug, Serialize)]
struct RobotsView {
    /// Full address of the site map.
    sitemap: String,
}

/// Start page, feed and calendar of deadlines (of a portal), the page for checking files, the page
/// for wrong addresses, site map, `robots.txt`.
///
/// # Errors
/// `theme-template` if a template fails.
pub(super) fn pages(
    engine: &Engine,
    assets: &Assets,
    ctx: &PortalContext<'_>,
) -> Result<Vec<Artifact>, Diagnostics> {
    let mut artifacts = Vec::new();
    if ctx.site.portal {
        artifacts.push(start(engine, assets, ctx)?);
        artifacts.push(deadlines(engine, assets, ctx)?);
    }
    artifacts.push(verify(engine, assets, ctx)?);
    artifacts.push(not_found(engine, assets, ctx)?);
    artifacts.extend(sitemap::sitemaps(ctx));
    let robots = RobotsView { sitemap: format!("{}sitemap.xml", ctx.site.base_url) };
    artifacts.push(Artifact::new("robots.txt", engine.document("robots.txt.tera", &robots)?));
    if ctx.site.portal {
        let feed = engine.document("feed.xml.tera", &feed::site(ctx))?;
        artifacts.push(Artifact::new("feed.xml", feed));
    }
    Ok(artifacts)
}

fn start(
    engine: &Engine,
    assets: &Assets,
    ctx: &PortalContext<'_>,
) -> Result<Artifact, Diagnostics> {
    let path = "index.html";
    let mut page = PageView::site(ctx.site, assets, path, &ctx.site.title);
    page.canonical.clone_from(&ctx.site.base_url);
    ctx.catalogue.text("site-portal-description").clone_into(&mut page.description);
    let view = Value::from_serializable(&portal::portal(ctx));
    Ok(Artifact::new(path, engine.page("portal.html.tera", &page, view)?))
}

/// The page by which people subscribe to the deadlines of all schools.
fn deadlines(
    engine: &Engine,
    assets: &Assets,
    ctx: &PortalContext<'_>,
) -> Result<Artifact, Diagnostics> {
    let view = subscribe::portal(ctx);
    let mut page = PageView::site(ctx.site, assets, PORTAL_SUBSCRIBE, &view.name);
    page.canonical.clone_from(&view.ways.page);
    page.description = view.contents.join(" ");
    let view = Value::from_serializable(&view);
    let bytes = engine.page("subscribe.html.tera", &page, view)?;
    Ok(Artifact::new(PORTAL_SUBSCRIBE, bytes))
}

/// The page on which anybody can compare a file with the site.
fn verify(
    engine: &Engine,
    assets: &Assets,
    ctx: &PortalContext<'_>,
) -> Result<Artifact, Diagnostics> {
    let mut page = PageView::site(ctx.site, assets, VERIFY, ctx.catalogue.text("site-prove-title"));
    page.canonical = Addresses::absolute_in(&ctx.site.base_url, VERIFY);
    ctx.catalogue.text("site-prove-lead").clone_into(&mut page.description);
    page.portal = Some(relative(VERIFY, "index.html"));
    let view = VerifyView {
        script: relative(VERIFY, assets.path("verify.js")),
        root: relative(VERIFY, ""),
        manifest: relative(VERIFY, "manifest.json"),
        digits: ctx.list_digits(),
    };
    let view = Value::from_serializable(&view);
    Ok(Artifact::new(VERIFY, engine.page("verify.html.tera", &page, view)?))
}

/// A server shows this page under any address, so that its own addresses begin at the root of
/// the host.
fn not_found(
    engine: &Engine,
    assets: &Assets,
    ctx: &PortalContext<'_>,
) -> Result<Artifact, Diagnostics> {
    let path = "404.html";
    let root = root_path(&ctx.site.base_url);
    let rooted = |tail: &str| format!("{root}{tail}");
    let mut page = PageView::site(ctx.site, assets, path, ctx.catalogue.text("site-wrong-title"));
    for address in [&mut page.style, &mut page.script, &mut page.icon, &mut page.feed] {
        address.insert_str(0, root);
    }
    page.portal = Some(rooted("index.html"));
    let only = ctx.schools.first().filter(|_| !ctx.site.portal);
    let listed =
        if ctx.site.portal && ctx.schools.len() <= FEW_SCHOOLS { ctx.schools } else { &[] };
    let regulation = only.and_then(|school| school.regulations.first());
    let view = NotFoundView {
        home: root,
        timetable: only.map_or_else(String::new, |_| rooted("timetable/index.html")),
        regulation: regulation.map(|regulation| rooted(&regulation.path)),
        schools: listed
            .iter()
            .map(|school| WayView { name: &school.short_name, href: rooted(&school.home) })
            .collect(),
        feed: rooted("feed.xml"),
    };
    let view = Value::from_serializable(&view);
    Ok(Artifact::new(path, engine.page("404.html.tera", &page, view)?))
}

/// The path of an address from the root of its host: `/reg/` of `https://school.example/reg/`.
fn root_path(base_url: &str) -> &str {
    let after_scheme = base_url.find("://").map_or(0, |at| at + 3);
    let host_end = base_url[after_scheme..].find('/');
    host_end.map_or("/", |at| &base_url[after_scheme + at..])
}
