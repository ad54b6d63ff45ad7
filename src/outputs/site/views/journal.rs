//! The publication journal on the page of publication dates.

use serde::Serialize;

use super::posting::{moment, short};
use crate::language::Arg;
use crate::language::dates::numeric;
use crate::model::journal::Entry;
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// So many entries are seen at once.
const NEWEST: usize = 20;

/// So many more are folded; the rest is in the file.
const OLDER: usize = 180;

/// The journal of a school.
#[derive(Debug, Clone, Serialize)]
pub struct JournalView {
    /// «12 записей, отпечаток последней – 3f9c…».
    pub head: String,
    /// Address of the file.
    pub file: String,
    /// The newest entries, the newest first.
    pub newest: Vec<EntryRow>,
    /// Entries before them.
    pub older: Vec<EntryRow>,
    /// What is only in the file: «Ещё 300 более ранних записей – в файле журнала.»
    pub more: Option<String>,
}

/// An entry.
#[derive(Debug, Clone, Serialize)]
pub struct EntryRow {
    /// Its number.
    pub seq: u64,
    /// RFC 3339 with the offset.
    pub machine: String,
    /// «4 сентября 2026 г., 14:05», by the school's clocks.
    pub at: String,
    /// «размещена».
    pub what: String,
    /// Why, of a correction or a withdrawal.
    pub reason: Option<String>,
    /// «Помощь, ред. от 28.08.2026».
    pub edition: String,
    /// Address of the edition's page, while there is one.
    pub href: Option<String>,
    /// The first digits of its hash.
    pub short: String,
}

/// The journal for the page at `path`; `None` if there are no entries.
#[must_use]
pub fn journal(ctx: &SchoolContext<'_>, path: &str) -> Option<JournalView> {
    let journal = &ctx.school.journal;
    let head = journal.head();
    let args = [("count", Arg::from(head.count)), ("hash", head.hash.into())];
    let mut rows = journal.entries().iter().rev().map(|entry| row(ctx, entry, path));
    let newest: Vec<_> = rows.by_ref().take(NEWEST).collect();
    let older: Vec<_> = rows.by_ref().take(OLDER).collect();
    let left = journal.entries().len() - newest.len() - older.len();
    let more = || ctx.catalogue.format("journal-more", &[("count", left.into())]);
    (head.count > 0).then(|| JournalView {
        head: ctx.catalogue.format("journal-head", &args),
        file: relative(path, &ctx.addresses.journal()),
        newest,
        older,
        more: (left > 0).then(more),
    })
}

fn row(ctx: &SchoolContext<'_>, entry: &Entry, path: &str) -> EntryRow {
    let record = &entry.record;
    let act = ctx.school.regulations.iter().find(|act| act.id == record.regulation);
    let mut editions = act.into_iter().flat_map(|act| &act.editions);
    let edition = editions.find(|edition| edition.approval.date == record.edition);
    let page = ctx.addresses.edition(&record.regulation, record.edition);
    let title = edition.map_or(&record.regulation, |edition| &edition.short_title);
    let args = [("title", Arg::from(title.as_str())), ("date", numeric(record.edition).into())];
    let kind = format!("journal-{}", record.kind.id());
    EntryRow {
        seq: entry.seq,
        machine: record.at.text(),
        at: match record.at.zone() {
            zone if zone == ctx.school.zone.name => moment(ctx, &record.at),
            other => format!("{} ({other})", moment(ctx, &record.at)),
        },
        what: ctx.catalogue.text(&kind).to_owned(),
        reason: record.kind.reason().map(str::to_owned),
        edition: ctx.catalogue.format("journal-act-edition", &args),
        href: edition.map(|_| relative(path, &page)),
        short: short(entry),
    }
}
