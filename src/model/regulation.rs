//! Regulations, their editions and drafts.

use std::sync::Arc;

use jiff::civil::Date;

use super::audience::Audience;
use super::due::DueDates;
use super::duty::Duty;
use super::text::RegulationText;
use crate::diagnostics::{LineIndex, Place};

/// A regulation (регламент) of one school: its editions by date of approval.
#[derive(Debug, Clone)]
pub struct Regulation {
    /// Identifier: the folder's name.
    pub id: String,
    /// Editions, the oldest first; never empty; dates of approval differ.
    pub editions: Vec<Edition>,
}

/// An edition (редакция): the whole text as approved on a date.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Title of the act.
    pub title: String,
    /// Title for menus and lists.
    pub short_title: String,
    /// Approval.
    pub approval: Approval,
    /// First day in force.
    pub in_force: Date,
    /// Last day in force, included, where the act has a term.
    pub valid_until: Option<Date>,
    /// What this edition changes.
    pub summary: Option<String>,
    /// Whom the change affects; empty if not said.
    pub affects: Audience,
    /// When it has to be posted.
    pub due: DueDates,
    /// The text.
    pub text: RegulationText,
    /// Periodic duties that the text lays on people.
    pub duties: Vec<Duty>,
    /// Mistakes of writing that were put right without a new approval, by date.
    pub errata: Vec<Erratum>,
    /// Findings about the text that the school knows of and accepts.
    pub accepted: Vec<Acceptance>,
    /// The source of the text.
    pub written: Written,
}

/// A draft (проект) of a regulation: a text that nobody has approved.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Identifier of the regulation: the folder's name.
    pub regulation: String,
    /// Title of the act.
    pub title: String,
    /// Title for menus and lists.
    pub short_title: String,
    /// What the draft would change.
    pub summary: Option<String>,
    /// Whom the change would affect; empty if not said.
    pub affects: Audience,
    /// The text.
    pub text: RegulationText,
    /// Findings about the text that the school knows of and accepts.
    pub accepted: Vec<Acceptance>,
    /// The source of the text.
    pub written: Written,
}

/// An erratum (исправленная опечатка): a mistake of writing put right under the same approval;
/// not an amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erratum {
    /// Date on which it was put right.
    pub date: Date,
    /// Where, as people cite it («пункт 5.2»).
    pub at: String,
    /// What stood there.
    pub was: String,
    /// What stands there now.
    pub now: String,
    /// Why it is no amendment.
    pub reason: Option<String>,
}

/// A finding that the school knows of and accepts, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Identifier of the finding.
    pub finding: String,
    /// Words of the line in which it is; `None` for all findings of this identifier.
    pub at: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// Where the front matter says so.
    pub place: Place,
}

/// The source of a text: for showing the line in which something was found.
#[derive(Debug, Clone, Default)]
pub struct Written {
    /// Path from the workspace's root, with `/`.
    pub path: Arc<str>,
    /// Markdown behind the front matter.
    pub body: Arc<str>,
    /// Lines of the file before `body`.
    pub first_line: u32,
}

impl Written {
    /// The place where `words` stand for the time with the 0-based number `nth` at or after the
    /// line with this number of the file; if they do not, as [`Self::place`].
    #[must_use]
    pub fn nth(&self, line: u32, words: &str, nth: usize) -> Place {
        let index = LineIndex::part(Arc::clone(&self.path), &self.body, self.first_line);
        let start = self.line_start(line);
        let found = self.body[start..].match_indices(words).nth(nth).map(|(at, _)| start + at);
        match found.filter(|_| !words.is_empty()) {
            Some(at) => index.bytes(at..at + words.len()),
            None => self.place(line, words),
        }
    }

    /// Where the line with this number of the file begins in the body.
    fn line_start(&self, line: u32) -> usize {
        let skipped = line.saturating_sub(self.first_line).max(1) as usize - 1;
        self.body.split_inclusive('\n').take(skipped).map(str::len).sum()
    }

    /// The place of `words` at or after the line with this number of the file: exactly if the
    /// source has them so, else of their first word, else the line.
    #[must_use]
    pub fn place(&self, line: u32, words: &str) -> Place {
        let index = LineIndex::part(Arc::clone(&self.path), &self.body, self.first_line);
        let start = self.line_start(line);
        let rest = &self.body[start..];
        let first = words.split_whitespace().next().unwrap_or_default();
        let wanted = [words.trim(), first];
        let found = wanted.iter().find_map(|w| Some((rest.find(*w).filter(|_| !w.is_empty())?, w)));
        match found {
            Some((at, words)) => index.bytes(start + at..start + at + words.len()),
            None => index.line(line.saturating_sub(self.first_line).max(1)),
        }
    }
}

/// Approval (утверждение) of an act or a timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Date of the order.
    pub date: Date,
    /// By what («приказом директора»).
    pub by: Option<String>,
    /// Number of the order (приказ) without «№».
    pub order: Option<String>,
    /// Minutes of the bodies that agreed (согласовано, принято).
    pub protocols: Vec<Protocol>,
}

/// Minutes (протокол) of a body that adopted an act or agreed to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protocol {
    /// Which of both.
    pub role: ProtocolRole,
    /// The body («педагогический совет»).
    pub body: String,
    /// Number of the minutes.
    pub number: Option<String>,
    /// Date of the meeting.
    pub date: Option<Date>,
}

/// What a body did with an act before it was approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProtocolRole {
    /// Принято: as the pedagogical council does.
    Adopted,
    /// Согласовано: as councils of parents and pupils and the trade union do.
    #[default]
    Agreed,
}

/// How an edition stands on a given day, as far as dates of force tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Approved, not yet in force.
    Upcoming,
    /// In force.
    InForce,
    /// Never in force on any day: another edition comes into force on the same day.
    Never,
    /// Another edition has taken its place on this date.
    Replaced(Date),
    /// Its term has ended; this was the last day.
    Expired(Date),
}

impl Regulation {
    /// The edition in force on `today`; before any is in force, the one that will be the first.
    /// `None` only if there are no editions.
    #[must_use]
    pub fn current(&self, today: Date) -> Option<&Edition> {
        let day = self.editions.first()?.in_force.max(today);
        self.editions.iter().rev().find(|edition| edition.in_force <= day)
    }

    /// The edition with the latest date of approval.
    #[must_use]
    pub fn latest(&self) -> Option<&Edition> {
        self.editions.last()
    }

    /// First day in force of the edition that replaces the one at `index`, if there is one.
    #[must_use]
    pub fn replaced_on(&self, index: usize) -> Option<Date> {
        self.editions.get(index + 1).map(|next| next.in_force)
    }

    /// The edition that takes the place of the one at `index`: of several that come into force
    /// on the same day, the one approved last.
    #[must_use]
    pub fn successor(&self, index: usize) -> Option<&Edition> {
        let date = self.replaced_on(index)?;
        self.editions.iter().rev().find(|edition| edition.in_force == date)
    }

    /// The edition whose place the one at `index` takes.
    #[must_use]
    pub fn predecessor(&self, index: usize) -> Option<&Edition> {
        let (edition, earlier) = (self.editions.get(index)?, self.editions.get(..index)?);
        earlier.iter().rev().find(|before| before.in_force < edition.in_force)
    }

    /// Last day in force of the edition at `index`, included, as far as it is known: the end of
    /// its term or the day before its replacement, whichever is earlier. It lies before the
    /// first day if the edition is never in force.
    #[must_use]
    pub fn last_day(&self, index: usize) -> Option<Date> {
        let own = self.editions.get(index).and_then(|edition| edition.valid_until);
        let replaced = self.replaced_on(index).and_then(|date| date.yesterday().ok());
        own.into_iter().chain(replaced).min()
    }

    /// How the edition at `index` stands on `today`.
    #[must_use]
    pub fn standing(&self, index: usize, today: Date) -> Standing {
        let edition = &self.editions[index];
        match (self.replaced_on(index), edition.valid_until) {
            (Some(date), _) if date <= edition.in_force => Standing::Never,
            _ if edition.in_force > today => Standing::Upcoming,
            (Some(date), _) if date <= today => Standing::Replaced(date),
            (_, Some(last)) if last < today => Standing::Expired(last),
            _ => Standing::InForce,
        }
    }
}
