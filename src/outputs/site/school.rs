//! The pages of one school.

use tera::Value;

use super::Pages;
use super::accent;
use super::html::act::{ActHtml, act_html};
use super::views::coming::Coming;
use super::views::page::PageView;
use super::views::{home, publication, regulation, timetable};
use crate::diagnostics::Diagnostics;
use crate::model::regulation::Regulation;
use crate::outputs::addresses::relative;
use crate::outputs::{Artifact, SchoolContext};

/// All pages of the school in `ctx`.
///
/// # Errors
/// `theme-template` if a template fails.
pub(super) fn pages(site: &Pages, ctx: &SchoolContext<'_>) -> Result<Vec<Artifact>, Diagnostics> {
    let mut made = Made { site, ctx, artifacts: Vec::with_capacity(8) };
    let coming = Coming::new(ctx);
    made.home(&coming)?;
    made.timetable(&coming)?;
    made.publication()?;
    for act in &ctx.school.regulations {
        made.regulation(act)?;
    }
    if let Some(sheet) = ctx.school.accent.as_deref().and_then(accent::style_sheet) {
        made.artifacts.push(Artifact::new(ctx.addresses.path("accent.css"), sheet));
    }
    Ok(made.artifacts)
}

/// Pages made so far, with what makes them.
struct Made<'a> {
    site: &'a Pages,
    ctx: &'a SchoolContext<'a>,
    artifacts: Vec<Artifact>,
}

impl<'a> Made<'a> {
    fn home(&mut self, coming: &Coming) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.home();
        let view = Value::from_serializable(&home::home(ctx, &path, coming));
        let lead = ctx.catalogue.text("site-home-description");
        let page = self.chrome(&path, &ctx.school.short_name, lead);
        self.page("home.html.tera", path, &page, view)
    }

    fn timetable(&mut self, coming: &Coming) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.timetable();
        let view = Value::from_serializable(&timetable::timetable(ctx, &path, coming));
        let title = ctx.catalogue.text("site-timetable-title");
        let page = self.chrome(&path, title, title);
        self.page("timetable.html.tera", path, &page, view)
    }

    fn publication(&mut self) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.publication();
        let view = Value::from_serializable(&publication::publication(ctx, &path));
        let title = ctx.catalogue.text("site-publication-title");
        let page = self.chrome(&path, title, title);
        self.page("publication.html.tera", path, &page, view)
    }

    /// Every edition at its unchanging address, and the one in force at the act's own. The
    /// text of an edition is written once, unless its relative links ask for two.
    fn regulation(&mut self, act: &Regulation) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let current = act.current(ctx.today).map(|edition| edition.approval.date);
        for (index, edition) in act.editions.iter().enumerate() {
            let fixed = ctx.addresses.edition(&act.id, edition.approval.date);
            let written = self.written(act, index, &fixed);
            let body = Value::safe_string(&written.body);
            self.edition(act, index, fixed, body.clone())?;
            if current == Some(edition.approval.date) {
                let path = ctx.addresses.regulation(&act.id);
                let body = if written.relative_links {
                    Value::safe_string(&self.written(act, index, &path).body)
                } else {
                    body
                };
                self.edition(act, index, path, body)?;
            }
        }
        Ok(())
    }

    fn edition(
        &mut self,
        act: &Regulation,
        index: usize,
        path: String,
        body: Value,
    ) -> Result<(), Diagnostics> {
        let shown = regulation::regulation(self.ctx, act, index, &path);
        let description = format!("{}, {}", shown.edition, shown.in_force);
        let page = self.chrome(&path, &shown.title, &description);
        let view = Value::from_serializable(&shown);
        let bytes = self.site.engine.act("regulation.html.tera", &page, view, body)?;
        self.artifacts.push(Artifact { path, bytes });
        Ok(())
    }

    /// The act as HTML for the page at `path`.
    fn written(&self, act: &Regulation, index: usize, path: &str) -> ActHtml {
        let home = relative(path, &self.ctx.addresses.path(""));
        act_html(&act.editions[index].text, &home, &self.site.labels)
    }

    /// What the page at `path` has around its content.
    fn chrome(&self, path: &str, title: &str, description: &str) -> PageView<'a> {
        PageView::school(self.ctx, &self.site.assets, path, title, description.to_owned())
    }

    fn page(
        &mut self,
        template: &str,
        path: String,
        page: &PageView<'_>,
        view: Value,
    ) -> Result<(), Diagnostics> {
        let bytes = self.site.engine.page(template, page, view)?;
        self.artifacts.push(Artifact { path, bytes });
        Ok(())
    }
}
