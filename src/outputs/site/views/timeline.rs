//! An edition in time: its four dates, kept apart, and what to know of one that is not in force.
//!
//! All of it names dates, so that it stays true on any later day; a script adds what holds today.

use serde::Serialize;

use super::phrases::{approved_by, interval, uncapitalized};
use super::posting::{PostingView, posting};
use crate::language::Catalogue;
use crate::language::dates::{NBSP, long};
use crate::model::regulation::{Edition, Regulation, Standing};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;

/// Approved, posted, in force, replaced.
#[derive(Debug, Clone, Serialize)]
pub struct Timeline {
    /// Day of the approval, «28 августа 2026 г.»
    pub approved: String,
    /// That day as `YYYY-MM-DD`.
    pub machine: String,
    /// «приказом директора № 45»; empty if nothing is known.
    pub approved_by: String,
    /// Last day for posting.
    pub due: String,
    /// Whether and when it was posted.
    pub posting: PostingView,
    /// «с 1 сентября 2026 г.»; `None` for an edition that is never in force.
    pub from: Option<String>,
    /// «по 31 августа 2027 г.», where the last day is known.
    pub to: Option<String>,
    /// «с 1 сентября 2027 г.»: when another edition takes its place.
    pub replaced: Option<String>,
    /// That edition.
    pub by: Option<Link>,
}

/// A link to an edition.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// «редакция от 28 августа 2026 г.»
    pub text: String,
    /// Address of its unchanging page.
    pub href: String,
}

/// A sentence about an edition's place in time, with a link to another one at its end.
#[derive(Debug, Clone, Serialize)]
pub struct Band {
    /// «С 1 сентября 2026 г. эту редакцию заменяет».
    pub text: String,
    /// The other edition.
    pub link: Option<Link>,
}

/// The four dates of the edition at `index` of `act`, for the page at `path`.
#[must_use]
pub fn timeline(ctx: &SchoolContext<'_>, act: &Regulation, index: usize, path: &str) -> Timeline {
    let catalogue = ctx.catalogue;
    let edition = &act.editions[index];
    let approved = edition.approval.date;
    let day = |key, date| format!("{}{NBSP}{}", catalogue.text(key), long(catalogue, date));
    let last = act.last_day(index);
    let ever = last.is_none_or(|last| last >= edition.in_force);
    Timeline {
        approved: long(catalogue, approved),
        machine: approved.to_string(),
        approved_by: approved_by(catalogue, &edition.approval),
        due: long(catalogue, edition.due.local),
        posting: posting(ctx, act, index, path),
        from: ever.then(|| day("site-from", edition.in_force)),
        to: last.filter(|_| ever).map(|last| day("site-until", last)),
        replaced: act.replaced_on(index).map(|date| day("site-from", date)),
        by: act.successor(index).map(|next| link(ctx, act, next, path, "site-edition-of")),
    }
}

/// A link to `edition` for the page at `path`; `words` are «редакция от» in the case that is due.
fn link(
    ctx: &SchoolContext<'_>,
    act: &Regulation,
    edition: &Edition,
    path: &str,
    words: &str,
) -> Link {
    let approved = edition.approval.date;
    let words = uncapitalized(ctx.catalogue.text(words));
    Link {
        text: format!("{words}{NBSP}{}", long(ctx.catalogue, approved)),
        href: relative(path, &ctx.addresses.edition(&act.id, approved)),
    }
}

/// Sentences on an edition that is not in force, or that another one is going to replace.
#[must_use]
pub fn bands(ctx: &SchoolContext<'_>, act: &Regulation, index: usize, path: &str) -> Vec<Band> {
    let catalogue = ctx.catalogue;
    let linked = |text, words, to| Band { text, link: Some(link(ctx, act, to, path, words)) };
    let next = |text: String, words| act.successor(index).map(|next| linked(text, words, next));
    let later = next(replacement(catalogue, act, index, "site-band-replaced"), "site-edition-of");
    let bands = match act.standing(index, ctx.today) {
        Standing::InForce => [None, None, later],
        Standing::Upcoming => {
            let first = long(catalogue, act.editions[index].in_force);
            let text = format!("{} {first}", catalogue.text("site-band-upcoming"));
            let until_then = catalogue.text("site-band-until-then").to_owned();
            let before = act.predecessor(index);
            let before = before.map(|before| linked(until_then, "site-edition-of", before));
            [Some(Band { text, link: None }), before, later]
        }
        Standing::Expired(_) => {
            let text = lasted(catalogue, act, index, "site-band-ended");
            [Some(Band { text, link: None }), None, later]
        }
        Standing::Replaced(_) => {
            let text = lasted(catalogue, act, index, "site-band-was-replaced");
            [next(text, "site-by-edition"), None, None]
        }
        Standing::Never => {
            let text = replacement(catalogue, act, index, "site-band-instead");
            let text = format!("{} {}", catalogue.text("site-band-never"), uncapitalized(&text));
            [next(text, "site-edition-of"), None, None]
        }
    };
    bands.into_iter().flatten().collect()
}

/// «Эта редакция действовала с … по …, заменена»: the end by `key`.
fn lasted(catalogue: &Catalogue, act: &Regulation, index: usize, key: &str) -> String {
    let interval = interval(catalogue, act.editions[index].in_force, act.last_day(index));
    format!("{} {interval}, {}", catalogue.text("site-band-was"), catalogue.text(key))
}

/// «С … эту редакцию заменяет»: the end by `key`.
fn replacement(catalogue: &Catalogue, act: &Regulation, index: usize, key: &str) -> String {
    let date = act.replaced_on(index).map(|date| long(catalogue, date)).unwrap_or_default();
    format!("{}{NBSP}{date} {}", catalogue.text("site-band-from"), catalogue.text(key))
}
