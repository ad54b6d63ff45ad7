//! The start page of a site with several schools: how their editions stand, what is urgent first.

use serde::Serialize;

use crate::language::Catalogue;
use crate::language::dates::numeric;
use crate::model::status::{Posting, Validity};
use crate::outputs::addresses::{PORTAL_SUBSCRIBE, STATUS, VERIFY};
use crate::outputs::context::{PortalContext, SchoolSummary};
use crate::outputs::status::words::{lasting, lasting_sign};
use crate::outputs::status::{Attention, EditionStatus};

/// The portal.
#[derive(Debug, Clone, Serialize)]
pub struct PortalView<'a> {
    /// Name of the site.
    pub title: &'a str,
    /// Address of the page by which people subscribe to the deadlines of all schools.
    pub calendar: &'a str,
    /// Address of the page on which a file is compared with the site.
    pub verify: &'a str,
    /// Address of the table as data.
    pub data: &'a str,
    /// Number of schools.
    pub count: usize,
    /// Schools: those that need attention first, then by name.
    pub schools: Vec<SchoolRow<'a>>,
}

/// A school in the table.
#[derive(Debug, Clone, Serialize)]
pub struct SchoolRow<'a> {
    /// Short name.
    pub name: &'a str,
    /// Town.
    pub city: &'a str,
    /// IANA name of its zone, for the script.
    pub zone: &'a str,
    /// Address of its start page.
    pub href: &'a str,
    /// Words that the search looks into, in lower case.
    pub search: String,
    /// The latest edition of each regulation, and others that need attention.
    pub editions: Vec<EditionRow<'a>>,
}

/// An edition in the table.
#[derive(Debug, Clone, Serialize)]
pub struct EditionRow<'a> {
    /// Short title of the regulation.
    pub title: &'a str,
    /// Address of the edition's page.
    pub href: &'a str,
    /// Date of approval, `28.08.2026`.
    pub approved: String,
    /// Its posting, as data files name it.
    pub posting: &'static str,
    /// The sign of the posting.
    pub sign: &'static str,
    /// «размещена 4 сентября 2026 г., 3-й день из 10».
    pub words: String,
    /// Last day to post it as `YYYY-MM-DD`, while nothing is recorded; else empty.
    pub due: String,
    /// First day in force.
    pub from: String,
    /// Last day in force, or empty.
    pub to: String,
    /// What has to be known of its force and holds on any later day: `expired` or empty.
    pub force: &'static str,
    /// For the script: first day in force as `YYYY-MM-DD`.
    pub from_machine: String,
    /// Last day in force, or empty.
    pub to_machine: String,
    /// From when on it is to be revised, or empty.
    pub revise: String,
}

/// The view of the portal.
#[must_use]
pub fn portal<'a>(ctx: &PortalContext<'a>) -> PortalView<'a> {
    let mut schools: Vec<&SchoolSummary> = ctx.schools.iter().collect();
    schools.sort_by_key(|school| (school.status.attention(), &school.short_name, &school.id));
    PortalView {
        title: &ctx.site.title,
        calendar: PORTAL_SUBSCRIBE,
        verify: VERIFY,
        data: STATUS,
        count: schools.len(),
        schools: schools.into_iter().map(|school| school_row(ctx.catalogue, school)).collect(),
    }
}

fn school_row<'a>(catalogue: &Catalogue, school: &'a SchoolSummary) -> SchoolRow<'a> {
    let editions = school.status.editions.iter();
    let shown = editions.filter(|one| one.latest || one.attention() != Attention::None);
    SchoolRow {
        name: &school.short_name,
        city: &school.city,
        zone: &school.status.zone,
        href: &school.home,
        search: format!("{} {} {}", school.short_name, school.name, school.city).to_lowercase(),
        editions: shown.map(|edition| row(catalogue, edition)).collect(),
    }
}

fn row<'a>(catalogue: &Catalogue, edition: &'a EditionStatus) -> EditionRow<'a> {
    let posting = edition.status.posting;
    let open = matches!(posting, Posting::Running(_) | Posting::Overdue(_));
    let open = open && (edition.status.validity.is_open() || edition.latest);
    let date = |date: Option<jiff::civil::Date>| date.map(|d| d.to_string()).unwrap_or_default();
    EditionRow {
        title: &edition.title,
        href: &edition.page,
        approved: numeric(edition.approved),
        posting: posting.id(),
        sign: lasting_sign(posting),
        words: lasting(catalogue, edition),
        due: date(Some(edition.due).filter(|_| open)),
        from: numeric(edition.in_force),
        to: edition.last_day.map_or_else(String::new, numeric),
        force: if matches!(edition.status.validity, Validity::Expired(_)) { "expired" } else { "" },
        from_machine: edition.in_force.to_string(),
        to_machine: date(edition.last_day),
        revise: date(edition.revise),
    }
}
