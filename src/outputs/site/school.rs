//! The pages of one school.

use std::sync::Arc;

use tera::Value;

use super::Pages;
use super::accent;
use super::html::act::{ActHtml, act_html};
use super::html::contents;
use super::html::redline::RedlineHtml;
use super::views::changes::{ChangesView, Newer};
use super::views::coming::Coming;
use super::views::page::PageView;
use super::views::regulation::Shown;
use super::views::{changes, consultant, draft, feed, feeds, home, publication, regulation};
use super::views::{stand, subscribe, timetable};
use crate::diagnostics::Diagnostics;
use crate::model::passages::{passages, sha256};
use crate::model::redline::{Redline, redline};
use crate::model::regulation::{Draft, Regulation};
use crate::model::text::RegulationText;
use crate::outputs::addresses::relative;
use crate::outputs::stand::StandSheet;
use crate::outputs::{Artifact, SchoolContext};

/// All pages of the school in `ctx`.
///
/// # Errors
/// `theme-template` if a template fails.
pub(super) fn pages(
    site: &Pages,
    ctx: &SchoolContext<'_>,
    stand: &[StandSheet],
) -> Result<Vec<Artifact>, Diagnostics> {
    let mut made = Made { site, ctx, stand, artifacts: Vec::with_capacity(8) };
    let coming = Coming::new(ctx);
    made.home(&coming)?;
    made.timetable(&coming)?;
    made.consultants(&coming)?;
    made.calendars()?;
    made.publication()?;
    made.stand()?;
    for act in &ctx.school.regulations {
        made.regulation(act)?;
    }
    for draft in ctx.published_drafts() {
        made.draft(draft)?;
    }
    made.feed()?;
    if let Some(sheet) = ctx.school.accent.as_deref().and_then(accent::style_sheet) {
        made.artifacts.push(Artifact::new(ctx.addresses.path("accent.css"), sheet));
    }
    Ok(made.artifacts)
}

/// Pages made so far, with what makes them.
struct Made<'a> {
    site: &'a Pages,
    ctx: &'a SchoolContext<'a>,
    stand: &'a [StandSheet],
    artifacts: Vec<Artifact>,
}

impl<'a> Made<'a> {
    fn home(&mut self, coming: &Coming) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.home();
        let view = Value::from_serializable(&home::home(ctx, &path, coming, self.stand));
        let lead = ctx.catalogue.text("site-home-description");
        let page = self.coded(&path, &ctx.school.short_name, lead);
        self.page("home.html.tera", path, &page, view)
    }

    fn timetable(&mut self, coming: &Coming) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.timetable();
        let view = Value::from_serializable(&timetable::timetable(ctx, &path, coming, self.stand));
        let title = ctx.catalogue.text("site-timetable-title");
        let page = self.coded(&path, title, title);
        self.page("timetable.html.tera", path, &page, view)
    }

    /// A page for everybody who has a session in some timetable.
    fn consultants(&mut self, coming: &Coming) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        for person in consultant::consultants(ctx) {
            let path = ctx.addresses.consultant(&person.id);
            let view = consultant::consultant(ctx, &path, coming, person);
            let page = self.chrome(&path, &person.name, &view.description);
            let view = Value::from_serializable(&view);
            self.page("consultant.html.tera", path, &page, view)?;
        }
        Ok(())
    }

    /// One page for each calendar by which people subscribe, and one that lists them.
    fn calendars(&mut self) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.calendars();
        let Some(view) = subscribe::calendars(ctx, &path) else { return Ok(()) };
        let page = self.chrome(
            &path,
            ctx.catalogue.text("site-calendars"),
            ctx.catalogue.text("site-calendars-lead"),
        );
        self.page("calendars.html.tera", path, &page, Value::from_serializable(&view))?;
        for feed in feeds::all(ctx) {
            let path = ctx.addresses.subscribe(feed.id());
            let view = subscribe::subscribe(ctx, feed, &path);
            let description = format!(
                "{}. {}",
                ctx.catalogue.text("site-subscribe-title"),
                view.contents.join(" ")
            );
            let page = self.chrome(&path, &view.name, &description);
            self.page("subscribe.html.tera", path, &page, Value::from_serializable(&view))?;
        }
        Ok(())
    }

    /// All sheets for the stand, if there are any.
    fn stand(&mut self) -> Result<(), Diagnostics> {
        if self.stand.is_empty() {
            return Ok(());
        }
        let ctx = self.ctx;
        let path = ctx.addresses.posters();
        let view = Value::from_serializable(&stand::stand(ctx, &path, self.stand));
        let title = ctx.catalogue.text("site-posters");
        let page = self.coded(&path, title, ctx.catalogue.text("site-stand-lead"));
        self.page("stand.html.tera", path, &page, view)
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
    /// text of an edition is written once, unless its relative links ask for two; its hash is
    /// computed once.
    fn regulation(&mut self, act: &Regulation) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let current = act.current(ctx.today).map(|edition| edition.approval.date);
        for (index, edition) in act.editions.iter().enumerate() {
            let redline = self.changes(act, index)?;
            let fixed = ctx.addresses.edition(&act.id, edition.approval.date);
            let sha256 = sha256(&passages(&edition.text));
            let shown = Shown { act, index, sha256: &sha256, redline: redline.as_deref() };
            let written = self.written(&edition.text, &fixed);
            let body = Value::safe_string(&written.body);
            self.edition(shown, fixed, body.clone())?;
            if current == Some(edition.approval.date) {
                let path = ctx.addresses.regulation(&act.id);
                let body = if written.relative_links {
                    Value::safe_string(&self.written(&edition.text, &path).body)
                } else {
                    body
                };
                self.edition(shown, path, body)?;
            }
        }
        Ok(())
    }

    /// What the edition at `index` changed against the one before, if there is one; its page is
    /// made here.
    fn changes(
        &mut self,
        act: &Regulation,
        index: usize,
    ) -> Result<Option<Arc<Redline>>, Diagnostics> {
        let (ctx, edition) = (self.ctx, &act.editions[index]);
        let Some(redline) = ctx.redline(act, index) else { return Ok(None) };
        let newer = Newer::edition(ctx, &act.id, edition);
        let path = newer.path().to_owned();
        let shown = changes::changes(ctx, &redline, &act.id, &act.editions[index - 1], newer);
        let page = self.coded(&path, &shown.heading, &shown.description);
        self.compared(path, &page, &redline, &shown)?;
        Ok(Some(redline))
    }

    /// The page of a redline.
    fn compared(
        &mut self,
        path: String,
        page: &PageView<'_>,
        redline: &Redline,
        shown: &ChangesView<'_>,
    ) -> Result<(), Diagnostics> {
        let body = RedlineHtml::new(redline, self.ctx.catalogue, &shown.old.href).write();
        let (view, body) = (Value::from_serializable(shown), Value::safe_string(&body));
        let bytes = self.site.engine.act("changes.html.tera", page, view, body)?;
        self.artifacts.push(Artifact { path, bytes });
        Ok(())
    }

    fn edition(&mut self, shown: Shown<'_>, path: String, body: Value) -> Result<(), Diagnostics> {
        let mut view = regulation::regulation(self.ctx, shown, &path);
        if let Some(redline) = shown.redline {
            contents::mark(&mut view.contents, &redline.touched());
        }
        let description = format!("{}, {}", view.edition, view.in_force);
        let page = self.coded(&path, &view.title, &description);
        let view = Value::from_serializable(&view);
        let bytes = self.site.engine.act("regulation.html.tera", &page, view, body)?;
        self.artifacts.push(Artifact { path, bytes });
        Ok(())
    }

    /// A page that says in every line of its head that it is a draft, hidden from search engines;
    /// and one of what it would change.
    fn draft(&mut self, draft: &Draft) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let path = ctx.addresses.draft(&draft.regulation);
        let view = draft::draft(ctx, draft, &path);
        let page = self.hidden(&path, &view.title);
        let body = Value::safe_string(&self.written(&draft.text, &path).body);
        let view = Value::from_serializable(&view);
        let bytes = self.site.engine.act("draft.html.tera", &page, view, body)?;
        self.artifacts.push(Artifact { path, bytes });
        self.draft_changes(draft)
    }

    /// What a draft would change of the edition approved last, whose place it will take, if there
    /// is one.
    fn draft_changes(&mut self, draft: &Draft) -> Result<(), Diagnostics> {
        let ctx = self.ctx;
        let act = ctx.school.regulations.iter().find(|act| act.id == draft.regulation);
        let Some(old) = act.and_then(Regulation::latest) else { return Ok(()) };
        let redline = redline(&old.text, &draft.text, ctx.site.yo_differs);
        let newer = Newer::draft(ctx, draft);
        let path = newer.path().to_owned();
        let shown = changes::changes(ctx, &redline, &draft.regulation, old, newer);
        let page = self.hidden(&path, &shown.heading);
        self.compared(path, &page, &redline, &shown)
    }

    /// What the page of a draft has around its content.
    fn hidden(&self, path: &str, title: &str) -> PageView<'a> {
        let text = |key| self.ctx.catalogue.text(key);
        let title = format!("{}: {title}", text("site-draft"));
        let page = self.chrome(path, &title, text("site-draft-band"));
        PageView { hidden: true, canonical: String::new(), ..page }
    }

    /// The feed of the school's editions and errata.
    fn feed(&mut self) -> Result<(), Diagnostics> {
        let bytes = self.site.engine.document("feed.xml.tera", &feed::school(self.ctx))?;
        self.artifacts.push(Artifact { path: self.ctx.addresses.news(), bytes });
        Ok(())
    }

    /// The act as HTML for the page at `path`.
    fn written(&self, text: &RegulationText, path: &str) -> ActHtml {
        let home = relative(path, &self.ctx.addresses.path(""));
        act_html(text, &home, &self.site.labels)
    }

    /// What the page at `path` has around its content.
    fn chrome(&self, path: &str, title: &str, description: &str) -> PageView<'a> {
        PageView::school(self.ctx, &self.site.assets, path, title, description.to_owned())
    }

    /// The same of a page that codes on sheets open.
    fn coded(&self, path: &str, title: &str, description: &str) -> PageView<'a> {
        let hanging = stand::hanging(self.ctx, path, self.stand);
        PageView { hanging, ..self.chrome(path, title, description) }
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
