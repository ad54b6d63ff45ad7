//! The act: an edition of a regulation on A4, as GOST R 7.0.97-2025 sets an act.

use serde::Serialize;

use super::colophon::{approved, order as order_number, term};
use super::inline::{Met, Run, runs};
use super::poster::with_view;
use super::qr::Qr;
use super::sheet::{Order, Properties, json};
use crate::language::{Arg, Catalogue, dates};
use crate::model::regulation::{Edition, Protocol, Regulation};
use crate::model::text::{Inline, Node, NodeKind, Table, plain_text};
use crate::outputs::context::SchoolContext;

/// What the layout reads beside the act.
#[derive(Debug, Serialize)]
struct Frame<'a> {
    properties: Properties<'a>,
}

/// What the act says.
#[derive(Debug, Serialize)]
struct View<'a> {
    school: &'a str,
    title: &'a str,
    /// Lines of the approval block, after its first word.
    approved: Vec<String>,
    /// Lines of each who agreed.
    agreed: Vec<Vec<String>>,
    nodes: Vec<Block<'a>>,
    footnotes: Vec<Footnote<'a>>,
    qr: Qr,
    /// Which edition the code opens.
    edition: String,
    /// From when till when it is in force.
    force: String,
}

/// A footnote; `met` tells whether the text refers to it.
#[derive(Debug, Serialize)]
struct Footnote<'a> {
    label: &'a str,
    paragraphs: Vec<Vec<Run<'a>>>,
    met: bool,
}

/// A node of the text.
#[derive(Debug, Default, Serialize)]
struct Block<'a> {
    kind: &'static str,
    /// Depth of a section within sections, from 1; 0 for other nodes.
    depth: u8,
    number: Option<&'a str>,
    runs: Vec<Run<'a>>,
    children: Vec<Block<'a>>,
    /// The head of a table, then its rows, all of one length.
    rows: Vec<Row<'a>>,
}

/// A row of a table.
#[derive(Debug, Serialize)]
struct Row<'a> {
    cells: Vec<Vec<Run<'a>>>,
    /// Whether the row is kept on one page: all but very high ones are.
    whole: bool,
}

/// Letters of the longest cell, times columns, up to which a row surely fits on a page.
const WHOLE_ROW: usize = 2400;

/// Order of the act of `edition`.
pub(super) fn order<'a>(
    ctx: &'a SchoolContext<'_>,
    regulation: &'a Regulation,
    edition: &'a Edition,
) -> Order {
    let approval = &edition.approval;
    let mut met = Met::default();
    let nodes = blocks(&edition.text.nodes, 0, &mut met);
    let footnotes = footnotes(edition, met);
    let view = View {
        school: &ctx.school.name,
        title: &edition.title,
        approved: approval_lines(ctx.catalogue, edition),
        agreed: approval.protocols.iter().map(|p| protocol_lines(ctx.catalogue, p)).collect(),
        nodes,
        footnotes,
        qr: qr(ctx, regulation, edition),
        edition: approved(ctx.catalogue, "act-edition", approval),
        force: force(ctx.catalogue, edition),
    };
    let frame = Frame { properties: Properties::new(ctx, edition.title.clone()) };
    Order {
        layout: "act.typ",
        path: ctx.addresses.act(&regulation.id, approval.date),
        preview: None,
        data: with_view(&frame, &json(&view)),
        retry: None,
    }
}

fn qr(ctx: &SchoolContext<'_>, regulation: &Regulation, edition: &Edition) -> Qr {
    let page = ctx.addresses.edition(&regulation.id, edition.approval.date);
    Qr::new(
        ctx.addresses.absolute(&page),
        ctx.catalogue.text("act-qr").to_owned(),
        ctx.catalogue.text("act-qr-alt").to_owned(),
    )
}

/// «приказом директора» · «от 1 сентября 2026 г. № 45».
fn approval_lines(catalogue: &Catalogue, edition: &Edition) -> Vec<String> {
    let approval = &edition.approval;
    let args = [
        ("date", Arg::from(dates::long(catalogue, approval.date))),
        ("order", order_number(approval).into()),
    ];
    let mut lines: Vec<String> = approval.by.iter().cloned().collect();
    lines.push(catalogue.format("act-of-date", &args));
    lines
}

/// «педагогический совет» · «протокол от 31 августа 2026 г. № 1».
fn protocol_lines(catalogue: &Catalogue, protocol: &Protocol) -> Vec<String> {
    let mut lines = vec![protocol.body.clone()];
    if protocol.number.is_none() && protocol.date.is_none() {
        return lines;
    }
    let date = protocol.date.map_or("none".to_owned(), |date| dates::long(catalogue, date));
    let number = protocol.number.as_deref().unwrap_or("none");
    let args = [("date", Arg::from(date)), ("number", number.into())];
    lines.push(catalogue.format("act-protocol", &args));
    lines
}

fn force(catalogue: &Catalogue, edition: &Edition) -> String {
    if let Some(until) = edition.valid_until {
        return term(catalogue, "act-in-force-until", edition.in_force, until);
    }
    let args = [("from", Arg::from(dates::long(catalogue, edition.in_force)))];
    catalogue.format("act-in-force", &args)
}

fn footnotes(edition: &Edition, mut met: Met) -> Vec<Footnote<'_>> {
    let notes = edition.text.footnotes.iter().enumerate();
    let footnotes = notes.map(|(index, note)| {
        let mut paragraphs = Vec::new();
        flatten(&note.body, &mut paragraphs, &mut met);
        Footnote { label: &note.label, paragraphs, met: met.has(index) }
    });
    footnotes.collect()
}

/// The words of a note as plain paragraphs: small type at the foot has no lists or tables.
fn flatten<'a>(nodes: &'a [Node], out: &mut Vec<Vec<Run<'a>>>, met: &mut Met) {
    for node in nodes {
        let mut paragraph: Vec<Run<'a>> = Vec::new();
        if let Some(number) = &node.number {
            paragraph.extend([Run::Words(number), Run::Words("\u{a0}")]);
        }
        paragraph.extend(runs(&node.text, met));
        out.push(paragraph);
        if let NodeKind::Table(table) = &node.kind {
            out.extend(rows(table, met).into_iter().flat_map(|row| row.cells));
        }
        flatten(&node.children, out, met);
    }
    out.retain(|paragraph| !paragraph.is_empty());
}

/// `nodes` within `depth` sections.
fn blocks<'a>(nodes: &'a [Node], depth: u8, met: &mut Met) -> Vec<Block<'a>> {
    nodes.iter().map(|node| block(node, depth, met)).collect()
}

fn block<'a>(node: &'a Node, outer: u8, met: &mut Met) -> Block<'a> {
    let depth = outer.saturating_add(u8::from(matches!(
        node.kind,
        NodeKind::Section(_) | NodeKind::Appendix(_)
    )));
    let runs = runs(&node.text, met);
    let rows = match &node.kind {
        NodeKind::Table(table) => rows(table, met),
        _ => Vec::new(),
    };
    Block {
        kind: kind(&node.kind),
        depth,
        number: mark(node),
        runs,
        children: blocks(&node.children, depth, met),
        rows,
    }
}

/// The literal number. A bullet has none: it is printed as a dash.
fn mark(node: &Node) -> Option<&str> {
    let bullet = (node.kind == NodeKind::Item).then_some("–");
    node.number.as_deref().or(bullet)
}

const fn kind(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::Section(_) => "section",
        NodeKind::Appendix(_) => "appendix",
        NodeKind::Clause => "clause",
        NodeKind::Item => "item",
        NodeKind::Paragraph => "paragraph",
        NodeKind::Note => "note",
        NodeKind::Table(_) => "table",
        NodeKind::Rule => "rule",
    }
}

/// The head and the rows of a table, filled up to the longest of them.
fn rows<'a>(table: &'a Table, met: &mut Met) -> Vec<Row<'a>> {
    let all = || std::iter::once(&table.head).chain(&table.rows);
    let width = all().map(Vec::len).max().unwrap_or(0);
    let mut rows = Vec::new();
    for row in all() {
        let longest = row.iter().map(|cell| letters(cell)).max().unwrap_or(0);
        let mut cells: Vec<Vec<Run<'a>>> = row.iter().map(|cell| runs(cell, met)).collect();
        cells.resize_with(width, Vec::new);
        rows.push(Row { cells, whole: longest * width <= WHOLE_ROW });
    }
    rows
}

fn letters(cell: &[Inline]) -> usize {
    let mut text = String::new();
    plain_text(cell, &mut text);
    text.chars().count()
}
