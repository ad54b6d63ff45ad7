//! What stands above the text: stamps of approval, and the title.

mod facts;
mod letterhead;
mod role;
mod said;
mod stamp;
mod title;
mod written;

use jiff::civil::Date;

use super::ledger::Ledger;
use super::lines::{Doubt, Sheet};
use super::text::Text;
pub(super) use letterhead::{is_letterhead, is_place};
pub(super) use said::Said;
pub(super) use title::{names_act, title};
pub use written::Given;
pub(super) use written::front_matter;

/// A stamp: «УТВЕРЖДЕНО приказом директора от 31.08.2026 № 45», understood.
#[derive(Debug, Clone)]
pub(super) struct Stamp {
    pub(super) role: Role,
    /// Who or what, without date and number.
    pub(super) who: String,
    pub(super) date: Option<Date>,
    pub(super) number: Option<String>,
    /// All its words.
    pub(super) words: String,
}

/// What a stamp attests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Утверждено.
    Approved,
    /// Принято.
    Adopted,
    /// Согласовано, рассмотрено.
    Agreed,
}

/// What stands above the text.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) title: Option<Text>,
    pub(super) stamps: Vec<Stamp>,
    /// Lines around the title that are no part of the act: letterhead, place and year.
    pub(super) aside: Vec<String>,
    pub(super) doubts: Vec<Doubt>,
}

impl Head {
    /// The stamp of approval; of several one with a date.
    pub(super) fn approval(&self) -> Option<&Stamp> {
        let mut stamps = self.stamps.iter().filter(|stamp| stamp.role == Role::Approved);
        let first = stamps.clone().next();
        stamps.find(|stamp| stamp.date.is_some()).or(first)
    }
}

/// Takes the stamps out of the lines, before those are joined.
pub(super) fn stamps(sheet: &mut Sheet, head: &mut Head, ledger: &mut Ledger) {
    stamp::take(&mut sheet.units, head, ledger);
}
