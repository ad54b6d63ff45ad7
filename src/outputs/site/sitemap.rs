//! The site map (sitemaps.org), in several files where one would grow too long.

use super::html::escape::push_escaped;
use crate::outputs::addresses::VERIFY;
use crate::outputs::{Artifact, PortalContext};

/// Addresses in one file at most; the protocol allows 50,000.
const MOST: usize = 40_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const XMLNS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml` with all pages, or as an index of `sitemap-1.xml` and so on.
pub(super) fn sitemaps(ctx: &PortalContext<'_>) -> Vec<Artifact> {
    let start = ctx.site.portal.then_some("index.html").into_iter().chain([VERIFY]);
    let of_schools = ctx.schools.iter().flat_map(|school| school.pages.iter().map(String::as_str));
    let pages: Vec<&str> = start.chain(of_schools).collect();
    if pages.len() <= MOST {
        return vec![Artifact::new("sitemap.xml", list(ctx, "urlset", "url", &pages))];
    }
    let parts = pages.chunks(MOST).enumerate();
    let mut artifacts: Vec<Artifact> = parts
        .map(|(index, part)| {
            let name = format!("sitemap-{}.xml", index + 1);
            Artifact::new(name, list(ctx, "urlset", "url", part))
        })
        .collect();
    let names: Vec<&str> = artifacts.iter().map(|part| part.path.as_str()).collect();
    let index = list(ctx, "sitemapindex", "sitemap", &names);
    artifacts.push(Artifact::new("sitemap.xml", index));
    artifacts
}

/// A list `outer` with an `inner` element for each path; `index.html` is left out.
fn list(ctx: &PortalContext<'_>, outer: &str, inner: &str, paths: &[&str]) -> String {
    let mut out = String::with_capacity(128 + 120 * paths.len());
    out.push_str(HEAD);
    out.push_str(&format!("<{outer} xmlns=\"{XMLNS}\">\n"));
    for path in paths {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        out.push_str(&format!("<{inner}><loc>"));
        push_escaped(&mut out, &ctx.site.base_url);
        push_escaped(&mut out, path);
        out.push_str(&format!("</loc></{inner}>\n"));
    }
    out.push_str(&format!("</{outer}>\n"));
    out
}
