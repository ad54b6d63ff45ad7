//! What stands small at the foot of a poster.

use jiff::civil::Date;
use serde::Serialize;

use super::qr::Qr;
use crate::language::{Arg, Catalogue, dates};
use crate::model::regulation::Approval;
use crate::outputs::context::SchoolContext;

/// The foot of a poster.
#[derive(Debug, Serialize)]
pub(super) struct Foot {
    /// The code with its line.
    qr: Qr,
    /// What to know before coming, a sentence each.
    notes: Vec<String>,
    /// Edition, order and date of making, a line each.
    colophon: Vec<String>,
}

impl Foot {
    /// A foot with the colophon `lines`, to which the editions in force and the date of making
    /// are added.
    pub(super) fn new(
        ctx: &SchoolContext<'_>,
        qr: Qr,
        notes: Vec<String>,
        lines: Vec<String>,
    ) -> Self {
        let mut colophon = lines;
        colophon.extend(editions(ctx));
        let made = [("date", Arg::from(dates::long(ctx.catalogue, ctx.today)))];
        colophon.push(ctx.catalogue.format("poster-made", &made));
        Self { qr, notes, colophon }
    }
}

/// A line for each regulation: its edition on the day of making and the order.
fn editions(ctx: &SchoolContext<'_>) -> Vec<String> {
    let regulations = ctx.school.regulations.iter();
    let current = regulations.filter_map(|regulation| regulation.current(ctx.today));
    let lines = current.map(|edition| {
        let date = dates::long(ctx.catalogue, edition.approval.date);
        let args = [
            ("title", Arg::from(edition.short_title.as_str())),
            ("date", date.into()),
            ("order", order(&edition.approval).into()),
        ];
        ctx.catalogue.format("poster-edition", &args)
    });
    lines.collect()
}

/// What texts are given for something that is not known; they choose by it.
const NONE: &str = "none";

/// Number of the order, or `none`.
pub(super) fn order(approval: &Approval) -> &str {
    approval.order.as_deref().unwrap_or(NONE)
}

/// «утверждено приказом директора от 1 сентября 2026 г. № 45» in the words of `key`, which is
/// given `by`, `date` and `order`; `by` and `order` are `none` where not known.
pub(super) fn approved(catalogue: &Catalogue, key: &str, approval: &Approval) -> String {
    let args = [
        ("by", Arg::from(approval.by.as_deref().unwrap_or(NONE))),
        ("date", dates::long(catalogue, approval.date).into()),
        ("order", order(approval).into()),
    ];
    catalogue.format(key, &args)
}

/// «с 1 сентября 2026 г. по 31 мая 2027 г.», in the words of `key`.
pub(super) fn term(catalogue: &Catalogue, key: &str, from: Date, to: Date) -> String {
    let args = [
        ("from", Arg::from(dates::long(catalogue, from))),
        ("to", dates::long(catalogue, to).into()),
    ];
    catalogue.format(key, &args)
}
