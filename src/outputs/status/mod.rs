//! How the editions of a school stand: what its pages, the portal, `status.json` and the terminal
//! tell of it, computed once.

pub mod words;

use jiff::civil::Date;

use super::addresses::Addresses;
use crate::model::calendar::ProductionCalendar;
use crate::model::deadline::{end_of_term, revision};
use crate::model::due::day_of_term;
use crate::model::journal::{Entry, Head};
use crate::model::regulation::Regulation;
use crate::model::school::School;
use crate::model::status::{Posted, Posting, Status, Validity, Witness, status};

/// With so many days left an edition needs attention.
pub const SOON_DAYS: u32 = 3;

/// A school on a day.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The school.
    pub school: &'a School,
    /// Where its pages are.
    pub addresses: &'a Addresses,
    /// The production calendar.
    pub calendar: &'a ProductionCalendar,
    /// The date at the school.
    pub today: Date,
}

/// How the editions of a school stand that are in force or to come, and the latest of each act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolStatus {
    /// Identifier.
    pub id: String,
    /// Short name.
    pub name: String,
    /// IANA name of its time zone.
    pub zone: String,
    /// The date at the school for which this holds.
    pub today: Date,
    /// Where its journal ends; `None` if there are no entries.
    pub journal: Option<Head>,
    /// The editions, act by act, the newest first.
    pub editions: Vec<EditionStatus>,
}

/// How an edition stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionStatus {
    /// Identifier of the regulation.
    pub regulation: String,
    /// Short title.
    pub title: String,
    /// Path of its unchanging page.
    pub page: String,
    /// Date of approval.
    pub approved: Date,
    /// First day in force.
    pub in_force: Date,
    /// Last day in force, where it is known.
    pub last_day: Option<Date>,
    /// From when on it is to be revised.
    pub revise: Option<Date>,
    /// Last day for posting by the local rule, as it counts: as the journal has it once it is
    /// posted.
    pub due: Date,
    /// Last day for posting by the law, likewise.
    pub due_law: Date,
    /// Days of the term, counted as the rule counts.
    pub term: u32,
    /// Whether it is the latest one of its regulation.
    pub latest: bool,
    /// How it stands.
    pub status: Status,
    /// Whether the last day by the law is over.
    pub beyond_law: bool,
    /// Hash of the entry by which it was posted.
    pub entry: Option<String>,
}

/// What needs attention, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attention {
    /// In force or to come, and not posted in time.
    Overdue,
    /// [`SOON_DAYS`] or fewer are left.
    Soon,
    /// To be revised, or expired.
    Ending,
    /// None.
    None,
}

impl EditionStatus {
    /// What of it needs attention.
    #[must_use]
    pub const fn attention(&self) -> Attention {
        match (self.status.posting, self.status.validity) {
            (Posting::Overdue(_), validity) if validity.is_open() => Attention::Overdue,
            (Posting::Running(0..=SOON_DAYS), _) => Attention::Soon,
            (_, Validity::ToRevise { .. } | Validity::Expired(_)) => Attention::Ending,
            _ => Attention::None,
        }
    }

    /// Its first posting.
    #[must_use]
    pub const fn posted(&self) -> Option<Posted> {
        match self.status.posting {
            Posting::Posted(posted) => Some(posted),
            _ => None,
        }
    }
}

impl SchoolStatus {
    /// The editions of the school that `view` shows.
    #[must_use]
    pub fn new(view: View<'_>) -> Self {
        let school = view.school;
        let mut editions = Vec::new();
        for act in &school.regulations {
            let all = (0..act.editions.len()).rev().map(|index| edition(view, act, index));
            editions.extend(all.filter(|one| one.latest || one.status.validity.is_open()));
        }
        Self {
            id: school.id.clone(),
            name: school.short_name.clone(),
            zone: school.zone.name.clone(),
            today: view.today,
            journal: Some(school.journal.head()).filter(|head| head.count > 0),
            editions,
        }
    }

    /// The most urgent thing about the school.
    #[must_use]
    pub fn attention(&self) -> Attention {
        self.editions.iter().map(EditionStatus::attention).min().unwrap_or(Attention::None)
    }
}

/// The edition at `index` of `act`.
///
/// # Panics
/// If the regulation has no edition with this index.
#[must_use]
pub fn edition(view: View<'_>, act: &Regulation, index: usize) -> EditionStatus {
    let View { school, addresses, calendar, today } = view;
    let edition = &act.editions[index];
    let approved = edition.approval.date;
    let status = status(school, act, index, today, calendar);
    let entry = entry(school, &act.id, &status, approved);
    let known = (edition.due.local, edition.due.law);
    let (due, due_law) = entry.map_or(known, |entry| (entry.record.due, entry.record.due_law));
    let term = day_of_term(approved, due, edition.due.rule.count, calendar, school.week);
    let ends = end_of_term(act, index);
    EditionStatus {
        regulation: act.id.clone(),
        title: edition.short_title.clone(),
        page: addresses.edition(&act.id, approved),
        approved,
        in_force: edition.in_force,
        last_day: act.last_day(index),
        revise: ends.and_then(revision).map(|date| date.max(edition.in_force)),
        due,
        due_law,
        term,
        latest: index + 1 == act.editions.len(),
        status,
        beyond_law: today > due_law,
        entry: entry.map(|entry| entry.hash.clone()),
    }
}

/// The entry by which the edition approved on `approved` was posted, if the journal is what tells.
fn entry<'s>(
    school: &'s School,
    regulation: &str,
    status: &Status,
    approved: Date,
) -> Option<&'s Entry> {
    let told = matches!(status.posting, Posting::Posted(Posted { witness: Witness::School, .. }));
    school.journal.first(regulation, approved).filter(|_| !told)
}
