//! Stage 3, render: from the model to files in memory.
//!
//! [`Renderer`] is made once per run from the theme; [`Renderer::school`] then gives all files
//! of one school and [`Renderer::site`] those of the site as a whole. Exporters ([`site`],
//! [`ical`], [`mod@print`], [`data`]) do not import each other; they share [`addresses`], [`changes`],
//! [`citation`], [`context`], [`artifact`], [`stand`], [`status`] and [`qr`]. Nothing here touches the disk, the clock or the network.

pub mod addresses;
pub mod artifact;
pub mod changes;
pub mod citation;
pub mod context;
pub mod data;
pub mod ical;
pub mod print;
pub mod qr;
pub mod site;
pub mod stand;
pub mod status;

pub use artifact::Artifact;
pub use context::{PortalContext, Redlines, SchoolContext, SchoolSummary};
use print::Printed;
use stand::{Hung, StandSheet};

use jiff::civil::{Date, DateTime};

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::language::Catalogue;
use crate::model::site::Site;
use crate::model::stamps::{Stamper, Stamps};
use crate::source::Theme;

/// Everything that a run prepares once to render any number of schools.
#[derive(Debug)]
pub struct Renderer {
    pages: site::Pages,
    press: Option<print::Press>,
}

/// What was made of one school.
#[derive(Debug)]
pub struct Rendered {
    /// Its files.
    pub files: Vec<Artifact>,
    /// What the portal tells of it.
    pub summary: SchoolSummary,
    /// The stamps of its calendar events.
    pub stamps: Stamps,
    /// The sheets for its stand.
    pub stand: Vec<Hung>,
}

impl Renderer {
    /// Prepares templates, and layouts and fonts if `print` is wanted.
    ///
    /// # Errors
    /// Findings for the theme's files that cannot be used.
    pub fn new(theme: &Theme, catalogue: &Catalogue, print: bool) -> Result<Self, Diagnostics> {
        let pages = site::Pages::new(theme, catalogue)?;
        let press = if print { Some(print::Press::new(theme, catalogue)?) } else { None };
        Ok(Self { pages, press })
    }

    /// All files of one school and what is kept of it; `stamps` and `now`, a moment in UTC, are
    /// what its calendar events are stamped by.
    ///
    /// # Errors
    /// Findings for templates and layouts that fail on this school.
    pub fn school(
        &self,
        ctx: &SchoolContext<'_>,
        stamps: &Stamps,
        now: DateTime,
    ) -> Result<Rendered, Diagnostics> {
        let printed =
            self.press.as_ref().map_or_else(|| Ok(Printed::default()), |p| p.school(ctx))?;
        self.around(ctx, stamps, now, printed)
    }

    /// The same without making sheets: their files are empty, and so are the hashes by which they
    /// are proven. Another call makes one of them, see [`Renderer::press`].
    ///
    /// # Errors
    /// Findings for templates that fail on this school.
    pub fn pages(
        &self,
        ctx: &SchoolContext<'_>,
        stamps: &Stamps,
        now: DateTime,
    ) -> Result<Rendered, Diagnostics> {
        self.around(ctx, stamps, now, print::planned(ctx))
    }

    /// The files of a school whose sheets are `printed`.
    fn around(
        &self,
        ctx: &SchoolContext<'_>,
        stamps: &Stamps,
        now: DateTime,
        printed: Printed,
    ) -> Result<Rendered, Diagnostics> {
        let pages = self.pages.school(ctx, &printed.stand)?;
        let mut rendered = outline(ctx, stamps, now, printed)?;
        rendered.files.extend(pages);
        Ok(rendered)
    }

    /// What sets the sheets; `None` without print.
    #[must_use]
    pub fn press(&self) -> Option<&print::Press> {
        self.press.as_ref()
    }

    /// Style sheet, scripts, fonts and icon of the site.
    #[must_use]
    pub fn static_files(&self) -> Vec<Artifact> {
        self.pages.static_files()
    }

    /// What was noticed about the theme while schools were rendered, each thing once.
    #[must_use]
    pub fn warnings(&self) -> Diagnostics {
        self.press.as_ref().map(print::Press::warnings).unwrap_or_default()
    }

    /// The files of the site as a whole: portal, 404, site map, static files.
    ///
    /// # Errors
    /// Findings for templates that fail.
    pub fn site(
        &self,
        site: &Site,
        catalogue: &Catalogue,
        schools: &[SchoolSummary],
        today: Date,
    ) -> Result<Vec<Artifact>, Diagnostics> {
        let ctx = PortalContext { site, catalogue, schools, today };
        let mut files = self.pages.portal(&ctx)?;
        files.extend(site.portal.then(|| ical::portal(&ctx)));
        files.extend(self.pages.static_files());
        let status = schools.iter().map(|school| &school.status);
        let status = data::status::status(status, &site.base_url).map_err(|e| unwritten(&e))?;
        files.push(Artifact::new(addresses::STATUS, status));
        files.extend(data::proofs::scripts(&ctx).map_err(|error| unwritten(&error))?);
        Ok(files)
    }
}

/// The files of a school that need no template, beside its sheets, which are `printed`; and what
/// is kept of it.
///
/// # Errors
/// Never in practice: data that cannot be written.
pub fn outline(
    ctx: &SchoolContext<'_>,
    stamps: &Stamps,
    now: DateTime,
    printed: Printed,
) -> Result<Rendered, Diagnostics> {
    let mut files = data::editions(ctx).map_err(|error| unwritten(&error))?;
    files.extend(data::journal(ctx));
    let mut stamper = Stamper::new(stamps, now);
    let feeds = ical::feeds(ctx, &mut stamper);
    files.extend(feeds.files);
    files.extend(printed.files);
    let proven = data::proofs::proven(ctx, &files);
    if ctx.print {
        let list = stand::to_json(&printed.stand, ctx.today);
        files.push(Artifact::new(ctx.addresses.sheets(), list));
    }
    let summary = SchoolSummary { due: feeds.due, proven, ..site::summary(ctx, &printed.stand) };
    let stand = printed.stand.iter().map(StandSheet::hung).collect();
    Ok(Rendered { files, summary, stamps: stamper.finish(), stand })
}

/// A finding that data could not be written.
fn unwritten(error: &serde_json::Error) -> Diagnostics {
    let mut found = Diagnostics::default();
    let failed = Diagnostic::error("output-failed", Place::file("data"));
    found.push(failed.with("detail", error.to_string()));
    found
}
