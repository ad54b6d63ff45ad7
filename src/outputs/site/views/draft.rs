//! The page of a draft: a text that nobody has approved.

use serde::Serialize;

use super::super::html::contents::{Entry, contents};
use super::phrases;
use super::regulation::{TermLine, terms};
use crate::model::regulation::Draft;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// A draft; its body is given to the template apart, as that of an edition.
#[derive(Debug, Clone, Serialize)]
pub struct DraftView<'a> {
    /// Title of the act.
    pub title: String,
    /// What it would change.
    pub summary: Option<&'a str>,
    /// Whom that would affect; empty if not said.
    pub affects: String,
    /// «проект»: what a citation of a place ends with.
    pub citation: &'a str,
    /// Full address of the page, for quoting.
    pub permanent_address: String,
    /// Terms of the text, in the order of their definitions.
    pub terms: Vec<TermLine<'a>>,
    /// Sections.
    pub contents: Vec<Entry<'a>>,
    /// Address of the page of the regulation, if an edition was ever approved.
    pub approved: Option<String>,
    /// Address of the page of what it would change, if there is one.
    pub changes: Option<String>,
}

/// A link to a draft.
#[derive(Debug, Clone, Serialize)]
pub struct DraftLink<'a> {
    /// Short title.
    pub title: &'a str,
    /// Address of its page.
    pub href: String,
}

/// The view of `draft` for the page at `path`.
#[must_use]
pub fn draft<'a>(ctx: &SchoolContext<'a>, draft: &'a Draft, path: &str) -> DraftView<'a> {
    let mut acts = ctx.school.regulations.iter();
    let act = acts.find(|act| act.id == draft.regulation && act.latest().is_some());
    let from_here = |address: String| act.is_some().then(|| relative(path, &address));
    DraftView {
        title: phrases::typeset(&draft.title),
        summary: draft.summary.as_deref(),
        affects: phrases::audience(ctx.catalogue, draft.affects),
        citation: ctx.catalogue.text("site-cite-draft"),
        permanent_address: ctx.addresses.absolute(&ctx.addresses.draft(&draft.regulation)),
        terms: terms(&draft.text),
        contents: contents(&draft.text),
        approved: from_here(ctx.addresses.regulation(&draft.regulation)),
        changes: from_here(ctx.addresses.draft_changes(&draft.regulation)),
    }
}

/// Links from the page at `path` to the drafts that are published.
#[must_use]
pub fn links<'a>(ctx: &SchoolContext<'a>, path: &str) -> Vec<DraftLink<'a>> {
    let drafts = ctx.published_drafts().iter();
    let link = |draft: &'a Draft| DraftLink {
        title: &draft.short_title,
        href: relative(path, &ctx.addresses.draft(&draft.regulation)),
    };
    drafts.map(link).collect()
}
