//! What stands above the text: stamps of approval, and the title.

mod facts;
mod stamp;
mod title;
mod written;

use jiff::civil::Date;

use super::ledger::Ledger;
use super::lines::{Doubt, Sheet};
use super::text::Text;
pub(super) use title::title;
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
    pub(super) doubts: Vec<Doubt>,
}

impl Head {
    /// The stamp of approval.
    pub(super) fn approval(&self) -> Option<&Stamp> {
        self.stamps.iter().find(|stamp| stamp.role == Role::Approved)
    }
}

/// Takes the stamps out of the lines, before those are joined.
pub(super) fn stamps(sheet: &mut Sheet, ledger: &mut Ledger) -> Vec<Stamp> {
    stamp::take(&mut sheet.units, ledger)
}
