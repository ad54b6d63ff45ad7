//! How the editions of all schools stand: nothing is rendered, nothing is written.

use super::{Progress, Request, RunError, Site};
use crate::checks::Purpose;
use crate::diagnostics::Diagnostics;
use crate::model::resolve;
use crate::outputs::addresses::Addresses;
use crate::outputs::status::{SchoolStatus, View};
use crate::source;

/// How all editions stand.
#[derive(Debug)]
pub struct Standings {
    /// The schools in the order of their identifiers; one that cannot be understood is left out.
    pub schools: Vec<SchoolStatus>,
    /// What is wrong with what was read; what the rules say of it is left to `check`.
    pub found: Diagnostics,
    /// Address of the site.
    pub base_url: String,
}

/// Reads and understands the schools and says how their editions stand.
///
/// # Errors
/// If the workspace cannot be entered or a school is unknown.
pub fn status(request: &Request, progress: Progress<'_>) -> Result<Standings, RunError> {
    let (site, mut found) = Site::open(request, Purpose::Check)?;
    let one = |id: &String| {
        let mut found = Diagnostics::default();
        let sources = source::read_school(&site.workspace, id, &mut found);
        let school = resolve::school(&sources, &site.shared, &mut found);
        let status = school.map(|school| {
            let addresses = Addresses::new(&site.shared.site, &school);
            let today = request.clock.today(&school.zone.rules);
            let calendar = &site.shared.calendar;
            SchoolStatus::new(View { school: &school, addresses: &addresses, calendar, today })
        });
        (status, found)
    };
    let mut schools = Vec::new();
    for (status, other) in site.each_school(progress, one) {
        schools.extend(status);
        found.append(other);
    }
    found.sort();
    Ok(Standings { schools, found, base_url: site.shared.site.base_url.clone() })
}
