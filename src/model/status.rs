//! How every edition stands on a day: whether it was posted in time, and whether it is in force.
//!
//! These are two axes. An edition may be in force and not posted, or posted and long replaced.
//! A draft has no status: nobody has approved it.

use jiff::civil::Date;

use super::calendar::ProductionCalendar;
use super::deadline::{end_of_term, revision};
use super::due::day_of_term;
use super::journal::Journal;
use super::regulation::{Edition, Regulation, Standing};
use super::school::School;

/// How long after the last day of its term an edition without a record counts as late at a school
/// that keeps no journal, in days. An older one was posted before the school used this program,
/// if it was: that is for the school to say, and no reason to call it late.
pub const RECENT_DAYS: u32 = 30;

/// How an edition stands (состояние редакции).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// As to its posting.
    pub posting: Posting,
    /// As to its force.
    pub validity: Validity,
}

/// How an edition stands as to its posting (размещение).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posting {
    /// Not posted, the term runs: this many days are left, 0 on the last day.
    Running(u32),
    /// Not posted, the term ended this many days ago, at least 1.
    Overdue(u32),
    /// Nothing is known: the school keeps no journal, and the term ended more than
    /// [`RECENT_DAYS`] ago.
    Unrecorded,
    /// Posted.
    Posted(Posted),
    /// Taken from the site on this date.
    Withdrawn(Date),
}

/// The first posting of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posted {
    /// Local date.
    pub date: Date,
    /// Day of the term by the rule's way of counting; 0 is the day of the approval.
    pub day: u32,
    /// Days after the last day of the local term; 0 if in time.
    pub late: u32,
    /// Whether it was after the last day by the law as well.
    pub beyond_law: bool,
    /// Who says so.
    pub witness: Witness,
}

/// Who says that an edition was posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Witness {
    /// The journal: the entry with this number.
    Journal(u64),
    /// The school: it was before it kept a journal (со слов школы).
    School,
}

/// How an edition stands as to its force (действие).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// Approved, not yet in force; the first day.
    Upcoming(Date),
    /// In force.
    InForce,
    /// In force, to be revised: its term ends in two months or less.
    ToRevise {
        /// Last day of the term.
        last: Date,
        /// Days left, 0 on the last day.
        left: u32,
    },
    /// Its term has ended; this was the last day.
    Expired(Date),
    /// Another edition has taken its place on this date.
    Replaced(Date),
    /// Never in force: another edition comes into force on the same day.
    Never,
}

impl Posting {
    /// Name in data files: `approved`, `overdue`, `unrecorded`, `posted`, `posted-late`,
    /// `withdrawn`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Running(_) => "approved",
            Self::Overdue(_) => "overdue",
            Self::Unrecorded => "unrecorded",
            Self::Posted(Posted { late: 0, .. }) => "posted",
            Self::Posted(_) => "posted-late",
            Self::Withdrawn(_) => "withdrawn",
        }
    }
}

impl Validity {
    /// Name in data files: `upcoming`, `in-force`, `to-revise`, `expired`, `replaced`, `never`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Upcoming(_) => "upcoming",
            Self::InForce => "in-force",
            Self::ToRevise { .. } => "to-revise",
            Self::Expired(_) => "expired",
            Self::Replaced(_) => "replaced",
            Self::Never => "never",
        }
    }

    /// Whether people may still have to do with the edition: it is in force or will be.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Upcoming(_) | Self::InForce | Self::ToRevise { .. })
    }
}

/// How the edition at `index` of a regulation of `school` stands on `today`.
///
/// # Panics
/// If the regulation has no edition with this index.
#[must_use]
pub fn status(
    school: &School,
    regulation: &Regulation,
    index: usize,
    today: Date,
    calendar: &ProductionCalendar,
) -> Status {
    let posting = posting(school, &regulation.id, &regulation.editions[index], today, calendar);
    Status { posting, validity: validity(regulation, index, today) }
}

fn posting(
    school: &School,
    regulation: &str,
    edition: &Edition,
    today: Date,
    calendar: &ProductionCalendar,
) -> Posting {
    let (journal, approved) = (&school.journal, edition.approval.date);
    if let Some(entry) = journal.withdrawal(regulation, approved) {
        return Posting::Withdrawn(entry.record.at.date());
    }
    let Some((date, witness)) = first(journal, regulation, edition, today) else {
        return missing(journal, edition.due.local, today);
    };
    // What counts are the dates as they were known when it was posted.
    let entry = journal.first(regulation, approved).filter(|_| witness != Witness::School);
    let (due, law) =
        entry.map_or((edition.due.local, edition.due.law), |e| (e.record.due, e.record.due_law));
    Posting::Posted(Posted {
        date,
        day: day_of_term(approved, date, edition.due.rule.count, calendar, school.week),
        late: days(due, date),
        beyond_law: date > law,
        witness,
    })
}

/// The first posting. The school's word counts for the time before its journal only.
fn first(
    journal: &Journal,
    regulation: &str,
    edition: &Edition,
    today: Date,
) -> Option<(Date, Witness)> {
    let told = edition.posted.as_ref().map(|posted| posted.date).filter(|date| *date <= today);
    if let Some(date) = told.filter(|date| journal.since().is_none_or(|since| *date < since)) {
        return Some((date, Witness::School));
    }
    let entry = journal.first(regulation, edition.approval.date)?;
    Some((entry.record.at.date(), Witness::Journal(entry.seq)))
}

/// How an edition stands of which no posting is known.
fn missing(journal: &Journal, due: Date, today: Date) -> Posting {
    let late = days(due, today);
    if late == 0 {
        Posting::Running(days(today, due))
    } else if late > RECENT_DAYS && journal.entries().is_empty() {
        Posting::Unrecorded
    } else {
        Posting::Overdue(late)
    }
}

fn validity(regulation: &Regulation, index: usize, today: Date) -> Validity {
    match regulation.standing(index, today) {
        Standing::Upcoming => Validity::Upcoming(regulation.editions[index].in_force),
        Standing::Never => Validity::Never,
        Standing::Replaced(date) => Validity::Replaced(date),
        Standing::Expired(last) => Validity::Expired(last),
        Standing::InForce => {
            let last = end_of_term(regulation, index);
            let last = last.filter(|last| revision(*last).is_some_and(|date| date <= today));
            last.map_or(Validity::InForce, |last| Validity::ToRevise {
                last,
                left: days(today, last),
            })
        }
    }
}

/// Days from `from` to `to`; 0 if `to` is not later.
fn days(from: Date, to: Date) -> u32 {
    from.until(to).map_or(0, |span| u32::try_from(span.get_days()).unwrap_or(0))
}
