//! The website: pages of each school, the portal, and what browsers load with them.
//!
//! 1. [`Pages::new`] compiles the theme's templates and names its static files, once per run;
//! 2. [`Pages::school`] renders one school: [`html`] writes each act once, [`views`] say what
//!    the templates show, and the engine renders them;
//! 3. [`summary`] keeps of a school what [`Pages::portal`] needs at the end;
//! 4. [`Pages::portal`] renders the start page, the feed, the site map and the page for wrong
//!    addresses.

pub mod accent;
mod assets;
mod engine;
pub mod html;
mod school;
mod sitemap;
pub mod views;
mod whole;

use assets::Assets;
use engine::Engine;
use html::act::Labels;

use super::Artifact;
use super::context::{PortalContext, RegulationSummary, SchoolContext, SchoolSummary};
use super::stand::StandSheet;
use super::status::SchoolStatus;
use crate::diagnostics::Diagnostics;
use crate::language::Catalogue;
use crate::model::regulation::Regulation;
use crate::source::theme::Theme;

/// Makes all pages of a site.
#[derive(Debug, Clone)]
pub struct Pages {
    engine: Engine,
    assets: Assets,
    labels: Labels,
}

impl Pages {
    /// Compiles the templates of `theme` with the texts of `catalogue`.
    ///
    /// # Errors
    /// `theme-template` with the template's path, line and column where it is known.
    pub fn new(theme: &Theme, catalogue: &Catalogue) -> Result<Self, Diagnostics> {
        Ok(Self {
            engine: Engine::new(theme, catalogue)?,
            assets: Assets::new(theme),
            labels: Labels::new(catalogue),
        })
    }

    /// The pages of one school, with the sheets for its stand.
    ///
    /// # Errors
    /// `theme-template` if a template of the theme fails.
    pub fn school(
        &self,
        ctx: &SchoolContext<'_>,
        stand: &[StandSheet],
    ) -> Result<Vec<Artifact>, Diagnostics> {
        school::pages(self, ctx, stand)
    }

    /// The pages of the site as a whole: start page and feed (of a portal), page for wrong
    /// addresses, site map and `robots.txt`.
    ///
    /// # Errors
    /// `theme-template` if a template of the theme fails.
    pub fn portal(&self, ctx: &PortalContext<'_>) -> Result<Vec<Artifact>, Diagnostics> {
        whole::pages(&self.engine, &self.assets, ctx)
    }

    /// Style sheet, script, fonts and icon, under `assets/`. Their names carry a hash of the
    /// content, so that they may be cached for ever.
    #[must_use]
    pub fn static_files(&self) -> Vec<Artifact> {
        self.assets.files().to_vec()
    }
}

/// What the portal keeps of a school with these sheets; drafts are nothing for it.
#[must_use]
pub fn summary(ctx: &SchoolContext<'_>, stand: &[StandSheet]) -> SchoolSummary {
    let school = ctx.school;
    let addresses = &ctx.addresses;
    let mut pages = vec![addresses.home(), addresses.timetable(), addresses.publication()];
    let consultants = views::consultant::consultants(ctx);
    pages.extend(consultants.iter().map(|person| addresses.consultant(&person.id)));
    if !views::feeds::all(ctx).is_empty() {
        pages.push(addresses.calendars());
    }
    if !stand.is_empty() {
        pages.push(addresses.posters());
    }
    for act in &school.regulations {
        pages.push(addresses.regulation(&act.id));
        let editions = act.editions.iter();
        pages.extend(editions.map(|edition| addresses.edition(&act.id, edition.approval.date)));
        let later = act.editions.iter().skip(1);
        pages.extend(later.map(|edition| addresses.changes(&act.id, edition.approval.date)));
    }
    let regulation = |act: &Regulation| RegulationSummary {
        path: addresses.regulation(&act.id),
        news: views::feed::latest(ctx, act),
    };
    SchoolSummary {
        id: school.id.clone(),
        short_name: school.short_name.clone(),
        name: school.name.clone(),
        city: school.city.clone(),
        home: addresses.home(),
        regulations: school.regulations.iter().map(regulation).collect(),
        pages,
        due: Vec::new(),
        status: SchoolStatus::new(ctx.view()),
        proven: Vec::new(),
    }
}
