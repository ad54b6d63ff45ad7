//! The page of what an edition changed against the one before it, or what a draft would change.

use serde::Serialize;

use super::phrases;
use crate::model::audience::Audience;
use crate::model::redline::{CHANGES, Presence, Redline, Run};
use crate::model::regulation::{Draft, Edition};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;
use crate::outputs::changes::{Line, key, lines, more, stands_apart};

/// What changed; the text with its changes is given to the template apart, as `body`.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesView<'a> {
    /// «Что изменилось», of a draft «Что изменится».
    pub name: &'a str,
    /// «Что изменилось: Регламент помощи».
    pub heading: String,
    /// One sentence for search engines.
    pub description: String,
    /// Title of the act.
    pub title: String,
    /// The edition before.
    pub old: EditionHead,
    /// This edition.
    pub new: EditionHead,
    /// What this edition changes, in the school's words.
    pub summary: Option<&'a str>,
    /// «для родителей, для сотрудников»; empty if not said.
    pub affects: String,
    /// The comparison table as PDF, if there is one.
    pub pdf: Option<String>,
    /// The list of changes by kind; only kinds that there are.
    pub groups: Vec<Group<'a>>,
}

/// An edition, or a draft, at the head of the page.
#[derive(Debug, Clone, Serialize)]
pub struct EditionHead {
    /// «Редакция от 28 августа 2026 г.»
    pub name: String,
    /// Address of its unchanging page.
    pub href: String,
    /// «утверждено приказом директора от … № …, действует с … по …»; empty for a draft.
    pub facts: String,
}

/// Changes of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct Group<'a> {
    /// `added`, `changed`, …
    pub id: &'static str,
    /// «Добавлено».
    pub title: &'a str,
    /// Its lines.
    pub lines: Vec<LineView>,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// «подп. 14 п. 5.2».
    pub place: String,
    /// Where it is on this page.
    pub href: String,
    /// «было: п. 3.4».
    pub was: Option<String>,
    /// The first words, or the first change.
    pub excerpt: Vec<RunView>,
    /// «и ещё 2 изменения»; maybe empty.
    pub more: String,
}

/// A run of words.
#[derive(Debug, Clone, Serialize)]
pub struct RunView {
    /// `both`, `old`, `new`.
    pub presence: &'static str,
    /// Whether there is a space before the words.
    pub spaced: bool,
    /// The words.
    pub text: String,
}

/// The text to which a redline leads.
pub struct Newer<'a> {
    /// Path of the page of changes.
    path: String,
    /// Key of what the page is called.
    name: &'static str,
    title: &'a str,
    short_title: &'a str,
    summary: Option<&'a str>,
    affects: Audience,
    head: EditionHead,
    /// Path of the printed table, if there can be one.
    pdf: Option<String>,
}

impl<'a> Newer<'a> {
    /// An edition of the regulation `act`.
    #[must_use]
    pub fn edition(ctx: &SchoolContext<'_>, act: &str, edition: &'a Edition) -> Self {
        let path = ctx.addresses.changes(act, edition.approval.date);
        let pdf = ctx.addresses.comparison(act, edition.approval.date);
        Self {
            name: "changes-title",
            title: &edition.title,
            short_title: &edition.short_title,
            summary: edition.summary.as_deref(),
            affects: edition.affects,
            head: head(ctx, act, edition, &path),
            pdf: ctx.print.then_some(pdf),
            path,
        }
    }

    /// A draft, of which there is nothing to print.
    #[must_use]
    pub fn draft(ctx: &SchoolContext<'_>, draft: &'a Draft) -> Self {
        let path = ctx.addresses.draft_changes(&draft.regulation);
        let href = relative(&path, &ctx.addresses.draft(&draft.regulation));
        let draft_name = ctx.catalogue.text("site-draft").to_owned();
        Self {
            path,
            name: "site-draft-change",
            title: &draft.title,
            short_title: &draft.short_title,
            summary: draft.summary.as_deref(),
            affects: draft.affects,
            head: EditionHead { name: draft_name, href, facts: String::new() },
            pdf: None,
        }
    }

    /// Path of the page of changes.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

/// The view of `redline`, which leads from the edition `old` of the regulation `act` to `new`.
#[must_use]
pub fn changes<'a>(
    ctx: &SchoolContext<'a>,
    redline: &Redline,
    act: &str,
    old: &'a Edition,
    new: Newer<'a>,
) -> ChangesView<'a> {
    let catalogue = ctx.catalogue;
    let old = head(ctx, act, old, &new.path);
    let of_all = lines(redline, catalogue);
    let groups = CHANGES.iter().filter_map(|change| {
        let own = of_all.iter().filter(|line| line.change == *change);
        let lines: Vec<_> = own.map(|line| line_view(ctx, line)).collect();
        let title = catalogue.text(key(*change));
        (!lines.is_empty()).then_some(Group { id: change.id(), title, lines })
    });
    let name = catalogue.text(new.name);
    ChangesView {
        name,
        heading: format!("{name}: {}", phrases::typeset(new.short_title)),
        description: format!("{} → {}", old.name, new.head.name),
        title: phrases::typeset(new.title),
        summary: new.summary,
        affects: phrases::audience(catalogue, new.affects),
        pdf: new.pdf.filter(|_| !of_all.is_empty()).map(|pdf| relative(&new.path, &pdf)),
        groups: groups.collect(),
        old,
        new: new.head,
    }
}

fn head(ctx: &SchoolContext<'_>, act: &str, edition: &Edition, path: &str) -> EditionHead {
    let catalogue = ctx.catalogue;
    let address = ctx.addresses.edition(act, edition.approval.date);
    let since = phrases::interval(catalogue, edition.in_force, None);
    let approval = phrases::approval(catalogue, &edition.approval);
    EditionHead {
        name: phrases::edition(catalogue, edition.approval.date),
        href: relative(path, &address),
        facts: format!(
            "{}, {} {since}",
            phrases::uncapitalized(&approval),
            catalogue.text("site-is-in-force")
        ),
    }
}

fn line_view(ctx: &SchoolContext<'_>, line: &Line) -> LineView {
    let was = line
        .was
        .as_deref()
        .map(|was| ctx.catalogue.format("changes-was", &[("place", was.into())]));
    LineView {
        place: line.place.clone(),
        href: format!("#change_{}", line.entry),
        was,
        excerpt: (0..line.excerpt.len()).map(|index| run_view(&line.excerpt, index)).collect(),
        more: more(ctx.catalogue, line.more),
    }
}

fn run_view(runs: &[Run], index: usize) -> RunView {
    let run = &runs[index];
    RunView {
        presence: match run.presence {
            Presence::Both => "both",
            Presence::Old => "old",
            Presence::New => "new",
        },
        spaced: run.text.starts_with(' ') || stands_apart(runs, index),
        text: run.text.trim_start().to_owned(),
    }
}
