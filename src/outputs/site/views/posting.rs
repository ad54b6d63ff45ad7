//! The posting of an edition: how it stands, the days of its term as marks, its receipt.

use jiff::civil::Date;
use serde::Serialize;

use super::phrases::capitalized;
use crate::language::Arg;
use crate::language::dates::{clock, long};
use crate::model::due::day_of_term;
use crate::model::journal::{Entry, Moment};
use crate::model::regulation::Regulation;
use crate::model::status::{Posted, Posting, Witness};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;
use crate::outputs::status::words::{lasting, lasting_sign, note};
use crate::outputs::status::{EditionStatus, edition};

/// A longer term is not drawn as marks.
const MOST_MARKS: u32 = 31;

/// So many days after the term are drawn.
const MOST_OVER: u32 = 10;

/// Digits of a hash that people compare by eye.
const SHORT: usize = 12;

/// How an edition stands as to its posting: dates only, a script adds what holds today.
#[derive(Debug, Clone, Serialize)]
pub struct PostingView {
    /// `approved`, `overdue`, `unrecorded`, `posted`, `posted-late` or `withdrawn`.
    pub id: &'static str,
    /// The sign that repeats the words.
    pub sign: &'static str,
    /// «размещена 4 сентября 2026 г., 3-й день из 10».
    pub words: String,
    /// Last day as `YYYY-MM-DD` while nothing is recorded, for the script; else empty.
    pub due: String,
    /// The first posting.
    pub posted: Option<PostedView>,
    /// «Срок – 10 дней, последний – 7 сентября 2026 г.»
    pub term: String,
    /// The days of the term; none if there are too many.
    pub marks: Vec<Mark>,
    /// Whether it was posted later than the marks show.
    pub more: bool,
    /// The receipt, if the journal tells of the posting.
    pub receipt: Option<Receipt>,
}

/// The first posting.
#[derive(Debug, Clone, Serialize)]
pub struct PostedView {
    /// `YYYY-MM-DD`.
    pub machine: String,
    /// «4 сентября 2026 г.»
    pub date: String,
    /// «3-й день из 10».
    pub note: String,
    /// Whether only the school says so.
    pub told: bool,
}

/// A day of the term.
#[derive(Debug, Clone, Serialize)]
pub struct Mark {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// `free`, `passed`, `posted`; with `over` after the term.
    pub class: &'static str,
}

/// What the journal says of a posting.
#[derive(Debug, Clone, Serialize)]
pub struct Receipt {
    /// «Утверждена … → размещена …, 3-й день из 10».
    pub story: String,
    /// Number of the entry.
    pub seq: u64,
    /// «4 сентября 2026 г., 14:05 (Asia/Krasnoyarsk)».
    pub at: String,
    /// Absolute address of the page that was posted.
    pub address: String,
    /// SHA-256 of the text that was posted.
    pub text: String,
    /// Hash of the entry.
    pub hash: String,
    /// Its first digits.
    pub short: String,
    /// Address of the receipt as PDF.
    pub pdf: Option<String>,
}

/// The posting of the edition at `index` of `act`, for the page at `path`.
#[must_use]
pub fn posting(ctx: &SchoolContext<'_>, act: &Regulation, index: usize, path: &str) -> PostingView {
    let stands = edition(ctx.view(), act, index);
    let posted = stands.posted();
    let catalogue = ctx.catalogue;
    let open = matches!(stands.status.posting, Posting::Running(_) | Posting::Overdue(_));
    let args = [("days", Arg::from(stands.term)), ("due", long(catalogue, stands.due).into())];
    PostingView {
        id: stands.status.posting.id(),
        sign: lasting_sign(stands.status.posting),
        words: lasting(catalogue, &stands),
        due: if open { stands.due.to_string() } else { String::new() },
        posted: posted.map(|posted| PostedView {
            machine: posted.date.to_string(),
            date: long(catalogue, posted.date),
            note: note(catalogue, posted, stands.term),
            told: posted.witness == Witness::School,
        }),
        term: catalogue.format("standing-term", &args),
        marks: marks(ctx, act, index, &stands),
        more: posted.is_some_and(|posted| posted.day > stands.term + MOST_OVER),
        receipt: posted.and_then(|posted| receipt(ctx, &stands, posted, path)),
    }
}

/// The days of the term, each with its date, and some after it if it was posted late.
fn marks(
    ctx: &SchoolContext<'_>,
    act: &Regulation,
    index: usize,
    stands: &EditionStatus,
) -> Vec<Mark> {
    let open = matches!(stands.status.posting, Posting::Running(_) | Posting::Overdue(_));
    let day = stands.posted().map(|posted| posted.day);
    if stands.term > MOST_MARKS || (day.is_none() && !open) {
        return Vec::new();
    }
    let count = act.editions[index].due.rule.count;
    let last = day.unwrap_or(0).clamp(stands.term, stands.term + MOST_OVER);
    let mut marks = Vec::new();
    let mut date = stands.approved;
    let number =
        |date: Date| day_of_term(stands.approved, date, count, ctx.calendar, ctx.school.week);
    for nth in 1..=last {
        while number(date) < nth && date < Date::MAX {
            date = date.tomorrow().unwrap_or(Date::MAX);
        }
        let class = class(nth, day.unwrap_or(0), stands.term);
        marks.push(Mark { date: date.to_string(), class });
    }
    marks
}

/// How the `nth` day of a `term` looks for what was posted on `day`.
const fn class(nth: u32, day: u32, term: u32) -> &'static str {
    match (nth > day, nth == day, nth > term) {
        (true, ..) => "free",
        (_, true, false) => "posted",
        (_, true, true) => "posted over",
        (_, _, false) => "passed",
        _ => "passed over",
    }
}

fn receipt(
    ctx: &SchoolContext<'_>,
    stands: &EditionStatus,
    posted: Posted,
    path: &str,
) -> Option<Receipt> {
    let Witness::Journal(seq) = posted.witness else { return None };
    let entry = ctx.school.journal.entries().iter().find(|entry| entry.seq == seq)?;
    let catalogue = ctx.catalogue;
    let args = [
        ("approved", Arg::from(long(catalogue, stands.approved))),
        ("date", long(catalogue, posted.date).into()),
        ("note", note(catalogue, posted, stands.term).into()),
    ];
    let pdf = ctx.addresses.receipt(&stands.regulation, stands.approved);
    Some(Receipt {
        story: capitalized(&catalogue.format("standing-story", &args)),
        seq,
        at: format!("{} ({})", moment(ctx, &entry.record.at), entry.record.at.zone()),
        address: entry.record.address.clone(),
        text: entry.record.text_sha256.clone(),
        short: short(entry),
        hash: entry.hash.clone(),
        pdf: ctx.print.then(|| relative(path, &pdf)),
    })
}

/// The first digits of the hash of `entry`.
#[must_use]
pub fn short(entry: &Entry) -> String {
    entry.hash.chars().take(SHORT).collect()
}

/// «4 сентября 2026 г., 14:05».
#[must_use]
pub fn moment(ctx: &SchoolContext<'_>, at: &Moment) -> String {
    let local = at.local();
    let minutes =
        u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
    format!("{}, {}", long(ctx.catalogue, local.date()), clock(minutes))
}
