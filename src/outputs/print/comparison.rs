//! The comparison table of two editions, A4 across.

use serde::Serialize;

use super::colophon::approved;
use super::poster::{Paper, with_view};
use super::qr::Qr;
use super::sheet::{Finish, Order, Properties, json};
use crate::language::Catalogue;
use crate::model::regulation::{Edition, Regulation};
use crate::outputs::changes::table::{Compared, Paragraph, table};
use crate::outputs::context::SchoolContext;

/// What the layout reads beside the table.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Frame<'a> {
    sheet: Paper,
    properties: Properties<'a>,
}

/// What the table says.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct View<'a> {
    school: &'a str,
    /// Title of the act.
    title: &'a str,
    /// «Редакция от …, приказ № …» of both editions.
    old: String,
    new: String,
    /// What the edition changes, in the school's words.
    summary: Option<&'a str>,
    rows: Vec<Row>,
    /// Opens the page of changes.
    qr: Qr,
}

/// A row of the table.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Row {
    /// «п. 5.2».
    place: String,
    /// «изменено», «перемещено (было: п. 3.4)».
    what: String,
    /// Paragraphs of the old text; none if it has nothing there.
    old: Vec<Vec<Run>>,
    /// Paragraphs of the new text; none if it has nothing there.
    new: Vec<Vec<Run>>,
    /// Whether it is kept on one page: all but very high rows are.
    whole: bool,
}

/// Words; those that the other text lacks are marked.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Run {
    words: String,
    marked: bool,
}

/// Letters on one side up to which a row surely fits on a page.
const WHOLE_ROW: usize = 1200;

/// Order of the table of the edition at `index` and the one approved before it; `None` for the
/// first edition and if nothing changed.
pub(super) fn order(
    ctx: &SchoolContext<'_>,
    regulation: &Regulation,
    index: usize,
) -> Option<Order> {
    let edition = regulation.editions.get(index)?;
    let before = regulation.editions.get(index.checked_sub(1)?)?;
    let redline = ctx.redline(regulation, index)?;
    let rows: Vec<Row> = table(&redline, ctx.catalogue).into_iter().map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let title = format!("{}: {}", ctx.catalogue.text("changes-table"), edition.title);
    let frame = Frame { sheet: Paper::black(true), properties: Properties::new(ctx, title) };
    let view = View {
        school: &ctx.school.name,
        title: &edition.title,
        old: name(ctx.catalogue, before),
        new: name(ctx.catalogue, edition),
        summary: edition.summary.as_deref(),
        rows,
        qr: qr(ctx, regulation, edition),
    };
    Some(Order {
        layout: "comparison.typ",
        path: ctx.addresses.comparison(&regulation.id, edition.approval.date),
        preview: None,
        data: with_view(&frame, &json(&view)),
        retry: None,
        finish: Finish::Lasting,
        dated: edition.approval.date,
    })
}

fn name(catalogue: &Catalogue, edition: &Edition) -> String {
    approved(catalogue, "act-edition", &edition.approval)
}

fn qr(ctx: &SchoolContext<'_>, regulation: &Regulation, edition: &Edition) -> Qr {
    let page = ctx.addresses.changes(&regulation.id, edition.approval.date);
    let text = |key: &str| ctx.catalogue.text(key).to_owned();
    Qr::new(ctx.addresses.absolute(&page), text("act-changes-qr"), text("act-changes-qr-alt"))
}

fn row(row: Compared) -> Row {
    let [old, new]: [Vec<Vec<Run>>; 2] =
        [row.old, row.new].map(|side| side.into_iter().map(paragraph).collect());
    let letters = |side: &Vec<Vec<Run>>| {
        side.iter().flatten().map(|run| run.words.chars().count()).sum::<usize>()
    };
    // A paragraph takes a line even if it is short.
    let high = |side: &Vec<Vec<Run>>| letters(side) + 50 * side.len();
    let whole = high(&old).max(high(&new)) <= WHOLE_ROW;
    Row { place: row.place, what: row.what, old, new, whole }
}

/// Number, then the cells with bars between them.
fn paragraph(paragraph: Paragraph) -> Vec<Run> {
    let plain = |words: &str| Run { words: words.to_owned(), marked: false };
    let mut runs = Vec::new();
    if let Some(number) = paragraph.number {
        runs.push(Run { words: number, marked: paragraph.renumbered });
        runs.push(plain("\u{a0}"));
    }
    for (nth, cell) in paragraph.cells.into_iter().enumerate() {
        runs.extend((nth > 0).then(|| plain(" | ")));
        for piece in cell {
            // The space before marked words is not marked.
            let words = piece.text.trim_start();
            runs.extend((words.len() < piece.text.len()).then(|| plain(" ")));
            runs.push(Run { words: words.to_owned(), marked: piece.marked });
        }
    }
    runs
}
