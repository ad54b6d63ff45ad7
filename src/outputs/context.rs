//! What every renderer is given.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;

use super::addresses::Addresses;
use super::status::{SchoolStatus, View};
use crate::language::{Arg, Catalogue};
use crate::model::calendar::ProductionCalendar;
use crate::model::occurrence::Occurrence;
use crate::model::redline::{Redline, redline};
use crate::model::regulation::{Draft, Regulation};
use crate::model::school::School;
use crate::model::site::Site;
use crate::model::timetable::Timetable;

/// One school with all that its outputs need; nothing else reaches a renderer.
#[derive(Debug)]
pub struct SchoolContext<'a> {
    /// The site it belongs to.
    pub site: &'a Site,
    /// The school.
    pub school: &'a School,
    /// The production calendar.
    pub calendar: &'a ProductionCalendar,
    /// Instances of its timetable, see [`crate::model::occurrence::occurrences`].
    pub occurrences: &'a [Occurrence<'a>],
    /// Texts in the site's language.
    pub catalogue: &'a Catalogue,
    /// Addresses of its files.
    pub addresses: Addresses,
    /// The date of the build in the school's zone.
    pub today: Date,
    /// Whether posters and acts are made: pages link to them only then.
    pub print: bool,
    /// Whether drafts are published.
    pub drafts: bool,
    /// What its editions changed.
    pub redlines: Redlines,
}

/// What editions changed against those before them: each is compared once, for its page, its
/// printed table and its notice.
#[derive(Debug, Default)]
pub struct Redlines(Mutex<BTreeMap<(String, usize), Arc<Redline>>>);

impl<'a> SchoolContext<'a> {
    /// The timetable that is valid on the day of the build, else the next one, else the last.
    #[must_use]
    pub fn timetable(&self) -> Option<&'a Timetable> {
        self.school.timetable_on(self.today)
    }

    /// The school on the day of the build.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let Self { school, addresses, calendar, today, .. } = self;
        View { school, addresses, calendar, today: *today }
    }

    /// What the edition at the 0-based `index` of `act` changed against the one approved before
    /// it; `None` for the first edition.
    #[must_use]
    pub fn redline(&self, act: &Regulation, index: usize) -> Option<Arc<Redline>> {
        let edition = act.editions.get(index)?;
        let before = act.editions.get(index.checked_sub(1)?)?;
        // A thread that panicked left whole entries behind.
        let mut known = self.redlines.0.lock().unwrap_or_else(PoisonError::into_inner);
        let compare = || Arc::new(redline(&before.text, &edition.text, self.site.yo_differs));
        Some(Arc::clone(known.entry((act.id.clone(), index)).or_insert_with(compare)))
    }

    /// «Журнал размещения: 12 записей, 3f9c0d1e7a5b2c4d»: where the journal ends, with the first
    /// [`HEAD_DIGITS`] digits of its hash; `None` if there are no entries.
    #[must_use]
    pub fn journal_head(&self) -> Option<String> {
        let head = self.school.journal.head();
        let hash = head.hash.get(..HEAD_DIGITS).unwrap_or(&head.hash);
        let args = [("count", Arg::from(head.count)), ("hash", hash.into())];
        (head.count > 0).then(|| self.catalogue.format("journal-head-line", &args))
    }

    /// The drafts that are published: none unless they are asked for.
    #[must_use]
    pub fn published_drafts(&self) -> &'a [Draft] {
        if self.drafts { &self.school.drafts } else { &[] }
    }
}

/// Digits of the hash at a journal's end that people compare by eye.
pub const HEAD_DIGITS: usize = 16;

/// What the portal tells of one school; small, since a site may have thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolSummary {
    /// Identifier.
    pub id: String,
    /// Short name.
    pub short_name: String,
    /// Full name.
    pub name: String,
    /// Town.
    pub city: String,
    /// Path of its start page.
    pub home: String,
    /// Its regulations.
    pub regulations: Vec<RegulationSummary>,
    /// Paths of its pages for the site map, with `/`.
    pub pages: Vec<String>,
    /// Its deadlines for the feed of the site, by date; duties left out.
    pub due: Vec<DueEvent>,
    /// How its editions stand.
    pub status: SchoolStatus,
    /// Its editions and the files by which they are known.
    pub proven: Vec<ProvenEdition>,
}

/// An edition with the files by which it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvenEdition {
    /// Short title.
    pub title: String,
    /// Date of approval.
    pub approved: Date,
    /// First day in force.
    pub in_force: Date,
    /// Last day in force, where it is known.
    pub last_day: Option<Date>,
    /// Path of its unchanging page.
    pub page: String,
    /// What proves it, each hash once.
    pub proofs: Vec<Proof>,
}

/// A file, or a text, that is the edition's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// What it is.
    pub kind: ProofKind,
}

/// Kinds of [`Proof`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProofKind {
    /// The canonical text.
    Text,
    /// The printed act of this build.
    Act,
    /// The data of this build.
    Data,
    /// The receipt of this build.
    Receipt,
    /// A file, or the text, that the journal found on the site on this date.
    Posted(Date),
}

/// A deadline as it stands in the feed of a school: the feed of the site repeats it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueEvent {
    /// The day.
    pub date: Date,
    /// The VEVENT, about 1 kB.
    pub text: String,
}

/// What the site as a whole tells of one regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegulationSummary {
    /// Path of its page.
    pub path: String,
    /// The latest edition and all errata for the feed of the site.
    pub news: Vec<News>,
}

/// Something that feeds tell: an edition, or an erratum of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// When: the date of approval or of the erratum.
    pub date: Date,
    /// Absolute address, which never changes.
    pub address: String,
    /// «Помощь: редакция от 28 августа 2026 г.»
    pub title: String,
    /// What it is in a few sentences.
    pub summary: String,
}

/// The site as a whole: what the portal, the feed and the site map are made of.
#[derive(Debug)]
pub struct PortalContext<'a> {
    /// The site.
    pub site: &'a Site,
    /// Texts in the site's language.
    pub catalogue: &'a Catalogue,
    /// Its schools, by identifier.
    pub schools: &'a [SchoolSummary],
    /// The date of the build.
    pub today: Date,
}

/// More hashes than this are parted into several lists.
const MOST_IN_LIST: usize = 1000;

impl PortalContext<'_> {
    /// By how many first digits of the hash the lists of hashes are parted: 0, one list, or 1.
    #[must_use]
    pub fn list_digits(&self) -> usize {
        let editions = self.schools.iter().flat_map(|school| &school.proven);
        let proofs: usize = editions.map(|edition| edition.proofs.len()).sum();
        usize::from(proofs > MOST_IN_LIST)
    }
}
