//! What stands small at the foot of a poster.

use jiff::civil::Date;
use serde::Serialize;

use super::poster::Poster;
use super::qr::Qr;
use crate::language::{Arg, Catalogue, dates};
use crate::model::passages::{passages, sha256};
use crate::model::regulation::{Approval, Edition};
use crate::outputs::context::SchoolContext;

/// The foot of a poster.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Foot {
    /// The code with its line.
    qr: Qr,
    /// What to know before coming, a sentence each.
    notes: Vec<String>,
    /// Edition, order and date of making, a line each.
    colophon: Vec<String>,
}

impl Foot {
    /// The foot of `poster`: to its own lines the editions in force, the sheet's short `hash`,
    /// the date of making and the end of the journal are added.
    pub(super) fn new(ctx: &SchoolContext<'_>, qr: Qr, poster: &Poster, hash: &str) -> Self {
        let mut colophon = poster.lines.clone();
        colophon.extend(Self::editions(ctx));
        let date = dates::long(ctx.catalogue, ctx.today);
        let made = [("hash", Arg::from(hash)), ("date", date.into())];
        colophon.push(ctx.catalogue.format("poster-made", &made));
        colophon.extend(ctx.journal_head());
        Self { qr, notes: poster.notes.clone(), colophon }
    }

    /// A line for each regulation: its edition on the day of making, the order and the short hash
    /// of the text.
    pub(super) fn editions(ctx: &SchoolContext<'_>) -> Vec<String> {
        let regulations = ctx.school.regulations.iter();
        let current = regulations.filter_map(|regulation| regulation.current(ctx.today));
        current.map(|edition| edition_line(ctx.catalogue, edition)).collect()
    }
}

fn edition_line(catalogue: &Catalogue, edition: &Edition) -> String {
    let args = [
        ("title", Arg::from(edition.short_title.as_str())),
        ("date", dates::long(catalogue, edition.approval.date).into()),
        ("order", order(&edition.approval).into()),
        ("hash", short_hash(edition).into()),
    ];
    catalogue.format("poster-edition", &args)
}

/// Hexadecimal digits of a hash that people compare by eye.
pub(super) const SHORT_HASH: usize = 8;

/// The first digits of the hash of the edition's canonical text.
pub(super) fn short_hash(edition: &Edition) -> String {
    let mut hash = sha256(&passages(&edition.text));
    hash.truncate(SHORT_HASH);
    hash
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
