//! The memo for parents (памятка): text from content, contacts from the model.

use serde::Serialize;

use super::inline::{Met, Run, runs};
use super::poster::{Link, Poster};
use super::reach::Reach;
use super::sheet::json;
use crate::language::Arg;
use crate::model::memo::Memo;
use crate::model::print::PosterKind;
use crate::model::text::{Inline, Node, NodeKind, Table};
use crate::outputs::context::SchoolContext;

/// What the memo says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    title: &'a str,
    lead: Option<&'a str>,
    nodes: Vec<Block<'a>>,
    footnotes: Vec<Footnote<'a>>,
    reach: Reach<'a>,
    /// Whether there is anybody to turn to.
    reachable: bool,
}

/// A node of the text.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Block<'a> {
    /// `section`, `item`, `paragraph`, `note`, `table`, `rule`.
    kind: &'static str,
    /// The literal number, `–` for a bullet.
    number: Option<&'a str>,
    runs: Vec<Run<'a>>,
    children: Vec<Block<'a>>,
    /// The head of a table, then its rows, all of one length.
    rows: Vec<Vec<Vec<Run<'a>>>>,
}

/// A footnote: all stand below the text.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Footnote<'a> {
    label: &'a str,
    nodes: Vec<Block<'a>>,
}

/// The poster; `None` if neither the school nor its system has a memo.
pub(super) fn poster(ctx: &SchoolContext<'_>) -> Option<Poster> {
    let memo = ctx.school.memo()?;
    let reach = Reach::new(ctx);
    let view = json(&View {
        school: &ctx.school.name,
        title: &memo.title,
        lead: memo.lead.as_deref(),
        nodes: blocks(&memo.text.nodes),
        footnotes: footnotes(memo),
        reachable: !reach.is_empty(),
        reach,
    });
    let args = [
        ("title", Arg::from(memo.title.as_str())),
        ("school", ctx.school.short_name.as_str().into()),
    ];
    Some(Poster {
        kind: PosterKind::Memo,
        name: PosterKind::Memo.id().to_owned(),
        layout: "memo.typ",
        guesses: true,
        title: ctx.catalogue.format("poster-memo-title", &args),
        identity: view.clone(),
        view,
        link: Link::new(ctx, ctx.addresses.home(), "poster-contacts-qr"),
        notes: Vec::new(),
        lines: Vec::new(),
    })
}

fn footnotes(memo: &Memo) -> Vec<Footnote<'_>> {
    let notes = memo.text.footnotes.iter();
    notes.map(|note| Footnote { label: &note.label, nodes: blocks(&note.body) }).collect()
}

fn blocks(nodes: &[Node]) -> Vec<Block<'_>> {
    nodes.iter().map(block).collect()
}

fn block(node: &Node) -> Block<'_> {
    let (kind, rows) = match &node.kind {
        NodeKind::Section(_) | NodeKind::Appendix(_) => ("section", Vec::new()),
        NodeKind::Item => ("item", Vec::new()),
        NodeKind::Clause | NodeKind::Paragraph => ("paragraph", Vec::new()),
        NodeKind::Note => ("note", Vec::new()),
        NodeKind::Table(table) => ("table", rows(table)),
        NodeKind::Rule => ("rule", Vec::new()),
    };
    let bullet = (kind == "item").then_some("–");
    Block {
        kind,
        number: node.number.as_deref().or(bullet),
        runs: plain(&node.text),
        children: blocks(&node.children),
        rows,
    }
}

/// Runs of words; the layout prints a mark of a footnote by its index, wherever it stands.
fn plain(text: &[Inline]) -> Vec<Run<'_>> {
    runs(text, &mut Met::default())
}

/// The head and the rows of a table, filled up to the longest of them.
fn rows(table: &Table) -> Vec<Vec<Vec<Run<'_>>>> {
    let all = || std::iter::once(&table.head).chain(&table.rows);
    let width = all().map(Vec::len).max().unwrap_or(0);
    let mut rows = Vec::new();
    for row in all() {
        let mut cells: Vec<Vec<Run<'_>>> = row.iter().map(|cell| plain(cell)).collect();
        cells.resize_with(width, Vec::new);
        rows.push(cells);
    }
    rows
}
