//! The start page of a site with several schools, and what is made of all schools at once.

use jiff::civil::Date;
use serde::Serialize;

use crate::language::dates::numeric;
use crate::outputs::addresses::PORTAL_SUBSCRIBE;
use crate::outputs::context::{PortalContext, RegulationSummary, SchoolSummary};

/// The portal.
#[derive(Debug, Clone, Serialize)]
pub struct PortalView<'a> {
    /// Name of the site.
    pub title: &'a str,
    /// Address of the page by which people subscribe to the deadlines of all schools.
    pub calendar: &'a str,
    /// Number of schools.
    pub count: usize,
    /// Schools: those with a term of posting still to end first, by its date; then by name.
    pub schools: Vec<SchoolRow<'a>>,
}

/// A school in the table.
#[derive(Debug, Clone, Serialize)]
pub struct SchoolRow<'a> {
    /// Short name.
    pub name: &'a str,
    /// Town.
    pub city: &'a str,
    /// Address of its start page.
    pub href: &'a str,
    /// Words that the search looks into, in lower case.
    pub search: String,
    /// Its regulations.
    pub regulations: Vec<RegulationRow<'a>>,
}

/// A regulation in the table.
#[derive(Debug, Clone, Serialize)]
pub struct RegulationRow<'a> {
    /// Short title.
    pub title: &'a str,
    /// Address of its page.
    pub href: &'a str,
    /// Date of approval, `28.08.2026`.
    pub approved: String,
    /// Last day to post it.
    pub due: String,
    /// That day as `YYYY-MM-DD`, for the script.
    pub due_machine: String,
    /// First day in force.
    pub from: String,
    /// Last day of its term, or empty.
    pub to: String,
}

/// The view of the portal.
#[must_use]
pub fn portal<'a>(ctx: &PortalContext<'a>) -> PortalView<'a> {
    let mut schools: Vec<&SchoolSummary> = ctx.schools.iter().collect();
    schools.sort_by(|a, b| {
        (next_due(a, ctx.today), &a.short_name, &a.id).cmp(&(
            next_due(b, ctx.today),
            &b.short_name,
            &b.id,
        ))
    });
    PortalView {
        title: &ctx.site.title,
        calendar: PORTAL_SUBSCRIBE,
        count: schools.len(),
        schools: schools.into_iter().map(school_row).collect(),
    }
}

/// The next date until which an edition of the school has to be posted; the end of time if all
/// such dates are past.
fn next_due(school: &SchoolSummary, today: Date) -> Date {
    let due = school.regulations.iter().map(|regulation| regulation.due);
    due.filter(|due| *due >= today).min().unwrap_or(Date::MAX)
}

fn school_row(school: &SchoolSummary) -> SchoolRow<'_> {
    SchoolRow {
        name: &school.short_name,
        city: &school.city,
        href: &school.home,
        search: format!("{} {} {}", school.short_name, school.name, school.city).to_lowercase(),
        regulations: school.regulations.iter().map(regulation_row).collect(),
    }
}

fn regulation_row(regulation: &RegulationSummary) -> RegulationRow<'_> {
    RegulationRow {
        title: &regulation.title,
        href: &regulation.path,
        approved: numeric(regulation.approved),
        due: numeric(regulation.due),
        due_machine: regulation.due.to_string(),
        from: numeric(regulation.in_force),
        to: regulation.valid_until.map_or_else(String::new, numeric),
    }
}
