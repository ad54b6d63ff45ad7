//! The act: an edition of a regulation on A4, as GOST R 7.0.97-2025 sets an act.

use serde::Serialize;

use super::ActCopy;
use super::colophon::{approved, order as order_number, term};
use super::columns::{Columns, Space, columns, rows};
use super::filing::Filing;
use super::inline::{Met, Run, runs};
use super::poster::{Paper, with_view};
use super::qr::Qr;
use super::sheet::{Finish, Order, Properties, json};
use crate::language::{Arg, Catalogue, dates};
use crate::model::regulation::{Edition, Protocol, ProtocolRole, Regulation};
use crate::model::text::{Node, NodeKind, Table};
use crate::outputs::context::SchoolContext;

/// What the layout reads beside the act.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Frame<'a> {
    sheet: Paper,
    properties: Properties<'a>,
    /// Whether pages are to be reduced to half their size.
    booklet: bool,
    filing: Option<Filing>,
}

/// What the act says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    title: &'a str,
    /// Lines of the approval block, after its first word.
    approved: Vec<String>,
    /// Lines of each who adopted it.
    adopted: Vec<Vec<String>>,
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Footnote<'a> {
    label: &'a str,
    paragraphs: Vec<Vec<Run<'a>>>,
    met: bool,
}

/// A node of the text.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Block<'a> {
    kind: &'static str,
    /// Depth of a section within sections, from 1; 0 for other nodes.
    depth: u8,
    number: Option<&'a str>,
    runs: Vec<Run<'a>>,
    children: Vec<Block<'a>>,
    /// Of a table with a head its cells; else empty.
    head: Vec<Vec<Run<'a>>>,
    /// The rows of a table, all of one length.
    rows: Vec<Vec<Vec<Run<'a>>>>,
    /// How a table is set.
    columns: Option<Columns>,
    /// Whether it stands on a page that lies across: a wide table, an appendix that has one, a
    /// section that begins with one.
    across: bool,
}

/// Type of a booklet against that of a sheet: 14 points for 12, of which folding leaves 10.
const BOOKLET: f64 = 14.0 / 12.0;
/// Where tables stand: the text of a page is as wide as margins of 30 and 10 mm leave it.
const PAGE: Space = Space { width: 170.0, across: true, scale: 1.0 };
/// Indent of a list or a note, in millimetres, on the safe side.
const INDENT: f64 = 16.0;

/// Order of a copy of the act of `edition`; `sheets` are sewn, if that is known yet.
pub(super) fn order(
    ctx: &SchoolContext<'_>,
    regulation: &Regulation,
    edition: &Edition,
    copy: ActCopy,
    sheets: Option<usize>,
) -> Order {
    let booklet = copy == ActCopy::Booklet;
    let filing = match copy {
        ActCopy::Filing { acquaintance } => Some(Filing::new(ctx, edition, acquaintance, sheets)),
        ActCopy::Published | ActCopy::Booklet => None,
    };
    let properties = Properties::new(ctx, edition.title.clone());
    let frame = Frame { sheet: Paper::black(false), properties, booklet, filing };
    let space = Space { scale: if booklet { BOOKLET } else { PAGE.scale }, ..PAGE };
    let date = edition.approval.date;
    let path = match copy {
        ActCopy::Published => ctx.addresses.act(&regulation.id, date),
        ActCopy::Filing { .. } => ctx.addresses.act_file(&regulation.id, date),
        ActCopy::Booklet => ctx.addresses.act_booklet(&regulation.id, date),
    };
    Order {
        layout: "act.typ",
        path,
        preview: None,
        data: with_view(&frame, &json(&view(ctx, regulation, edition, space))),
        retry: None,
        dated: date,
        finish: if booklet { Finish::Booklet } else { Finish::Lasting },
    }
}

fn view<'a>(
    ctx: &'a SchoolContext<'_>,
    regulation: &Regulation,
    edition: &'a Edition,
    space: Space,
) -> View<'a> {
    let (catalogue, approval) = (ctx.catalogue, &edition.approval);
    let mut met = Met::default();
    let nodes = blocks(&edition.text.nodes, 0, space, &mut met);
    let of = |role: ProtocolRole| {
        let own = approval.protocols.iter().filter(move |protocol| protocol.role == role);
        own.map(|protocol| protocol_lines(catalogue, protocol)).collect()
    };
    View {
        school: &ctx.school.name,
        title: &edition.title,
        approved: approval_lines(catalogue, edition),
        adopted: of(ProtocolRole::Adopted),
        agreed: of(ProtocolRole::Agreed),
        nodes,
        footnotes: footnotes(edition, met),
        qr: qr(ctx, regulation, edition),
        edition: approved(catalogue, "act-edition", approval),
        force: force(catalogue, edition),
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
            out.extend(rows(table).flatten().map(|cell| runs(cell, met)));
        }
        flatten(&node.children, out, met);
    }
    out.retain(|paragraph| !paragraph.is_empty());
}

/// `nodes` within `depth` sections.
fn blocks<'a>(nodes: &'a [Node], depth: u8, space: Space, met: &mut Met) -> Vec<Block<'a>> {
    nodes.iter().map(|node| block(node, depth, space, met)).collect()
}

fn block<'a>(node: &'a Node, outer: u8, space: Space, met: &mut Met) -> Block<'a> {
    let heading = matches!(node.kind, NodeKind::Section(_) | NodeKind::Appendix(_));
    let depth = outer.saturating_add(u8::from(heading));
    let inner = match node.kind {
        NodeKind::Item | NodeKind::Note => {
            Space { width: (space.width - INDENT).max(INDENT), across: false, ..space }
        }
        _ => space,
    };
    let mut block = Block {
        kind: kind(&node.kind),
        depth,
        number: mark(node),
        runs: runs(&node.text, met),
        ..Block::default()
    };
    if let NodeKind::Table(table) = &node.kind {
        fill(&mut block, table, space, met);
    }
    block.children = blocks(&node.children, depth, inner, met);
    match node.kind {
        NodeKind::Appendix(_) => turn(&mut block),
        NodeKind::Section(_) => lead(&mut block),
        _ => {}
    }
    block
}

/// Turns an appendix as a whole if there is something in it that lies across: it begins a page
/// anyhow.
fn turn(appendix: &mut Block<'_>) {
    if appendix.children.iter().any(lies_across) {
        appendix.children.iter_mut().for_each(keep);
        appendix.across = true;
    }
}

/// Turns the heading of a section with the table that follows it: it would stay alone.
fn lead(section: &mut Block<'_>) {
    if let Some(first) = section.children.first_mut().filter(|first| first.across) {
        keep(first);
        section.across = true;
    }
}

fn lies_across(block: &Block<'_>) -> bool {
    block.across || block.children.iter().any(lies_across)
}

/// Lets `block` stay on the page on which it stands.
fn keep(block: &mut Block<'_>) {
    block.across = false;
    block.children.iter_mut().for_each(keep);
}

/// Head and rows of `table`, filled up to the longest of them.
fn fill<'a>(block: &mut Block<'a>, table: &'a Table, space: Space, met: &mut Met) {
    let width = rows(table).map(Vec::len).max().unwrap_or(0);
    let mut set = rows(table).map(|row| {
        let mut cells: Vec<Vec<Run<'a>>> = row.iter().map(|cell| runs(cell, met)).collect();
        cells.resize_with(width, Vec::new);
        cells
    });
    block.head = set.next().unwrap_or_default();
    block.rows = set.collect();
    if block.head.iter().all(Vec::is_empty) {
        block.head.clear();
    }
    let columns = columns(table, space);
    block.across = columns.across;
    block.columns = Some(columns);
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
