//! What every page has around its content.

use serde::Serialize;

use super::super::assets::Assets;
use super::phrases;
use super::stand::HangingView;
use crate::model::site::Site;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// The chrome of a page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView<'a> {
    /// Language of the page, BCP 47.
    pub lang: &'static str,
    /// Title of the document.
    pub title: String,
    /// One sentence for search engines.
    pub description: String,
    /// Whether search engines are to leave the page out.
    pub hidden: bool,
    /// Absolute address of the page; empty if it has none.
    pub canonical: String,
    /// Address of the style sheet.
    pub style: String,
    /// Address of the script.
    pub script: String,
    /// Address of the script for pages of acts.
    pub act_script: String,
    /// Address of the script for pages that tell of postings.
    pub posting_script: String,
    /// Address of the icon.
    pub icon: String,
    /// Address of the style sheet with the school's accent colour.
    pub accent: Option<String>,
    /// Address of the Atom feed.
    pub feed: String,
    /// Name of the site.
    pub site: &'a str,
    /// Address of the portal, where there is one.
    pub portal: Option<String>,
    /// The school, on its pages.
    pub school: Option<SchoolHead<'a>>,
    /// Links to the school's pages.
    pub nav: Vec<NavLink<'a>>,
    /// The sheets that hang on the stand, on pages that their codes open.
    pub hanging: Option<HangingView<'a>>,
}

/// The school at the head and foot of its pages.
#[derive(Debug, Clone, Serialize)]
pub struct SchoolHead<'a> {
    /// Short name.
    pub short_name: String,
    /// Full name.
    pub name: &'a str,
    /// Address of its start page.
    pub home: String,
    /// Town.
    pub city: &'a str,
    /// IANA name of its zone, for the script.
    pub zone: &'a str,
}

/// A link of the navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavLink<'a> {
    /// Address.
    pub href: String,
    /// Text.
    pub text: &'a str,
    /// Whether it is the page itself.
    pub here: bool,
}

impl<'a> PageView<'a> {
    /// The chrome of the school's page at `path`.
    pub(in crate::outputs::site) fn school(
        ctx: &SchoolContext<'a>,
        assets: &Assets,
        path: &str,
        title: &str,
        description: String,
    ) -> Self {
        let mut page = Self::site(ctx.site, assets, path, title);
        let school = ctx.school;
        if title != school.short_name {
            page.title = format!("{title} – {}", school.short_name);
        }
        page.description = description;
        page.canonical = ctx.addresses.absolute(path);
        page.feed = relative(path, &ctx.addresses.news());
        let accent = school.accent.is_some();
        page.accent = accent.then(|| relative(path, &ctx.addresses.path("accent.css")));
        page.school = Some(SchoolHead {
            short_name: phrases::typeset(&school.short_name),
            name: &school.name,
            home: relative(path, &ctx.addresses.home()),
            city: &school.city,
            zone: &school.zone.name,
        });
        page.nav = nav(ctx, path);
        page
    }

    /// The chrome of a page of the site as a whole at `path`.
    pub(in crate::outputs::site) fn site(
        site: &'a Site,
        assets: &Assets,
        path: &str,
        title: &str,
    ) -> Self {
        let asset = |name| relative(path, assets.path(name));
        Self {
            lang: site.language.tag(),
            title: title.to_owned(),
            description: String::new(),
            hidden: false,
            canonical: String::new(),
            style: asset("site.css"),
            script: asset("site.js"),
            act_script: asset("act.js"),
            posting_script: asset("posting.js"),
            icon: asset("icon.svg"),
            accent: None,
            feed: relative(path, "feed.xml"),
            site: &site.title,
            portal: site.portal.then(|| relative(path, "index.html")),
            school: None,
            nav: Vec::new(),
            hanging: None,
        }
    }
}

/// Links to the regulations, the timetable and the dates of publication.
fn nav<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<NavLink<'a>> {
    let catalogue = ctx.catalogue;
    let mut links = Vec::with_capacity(3);
    let mut add = |target: String, text: &'a str, here: bool| {
        links.push(NavLink { href: target, text, here });
    };
    let timetable = ctx.addresses.timetable();
    add(relative(path, &timetable), catalogue.text("site-nav-timetable"), path == timetable);
    match ctx.school.regulations.as_slice() {
        [] => {}
        [only] => {
            let target = ctx.addresses.regulation(&only.id);
            add(relative(path, &target), catalogue.text("site-nav-regulation"), path == target);
        }
        _ => {
            let target = format!("{}#regulations_", relative(path, &ctx.addresses.home()));
            add(target, catalogue.text("site-nav-regulations"), false);
        }
    }
    let publication = ctx.addresses.publication();
    add(relative(path, &publication), catalogue.text("site-nav-publication"), path == publication);
    links
}
