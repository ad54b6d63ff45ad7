//! From raw documents to the model, with findings for what is wrong.
//!
//! [`shared`] understands what all schools share, [`school()`] one school. A document with
//! mistakes gives findings for all of them and no model; the run goes on with the next.

mod calendar;
mod changes;
mod duty;
mod fields;
mod hours;
mod memo;
mod moments;
mod placeholder;
mod print;
mod regulation;
pub mod schema;
mod school;
mod site;
mod template;
mod timetable;
mod wording;
mod zones;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::calendar::ProductionCalendar;
use super::journal::{self, Journal, Token};
use super::school::School;
use super::site::Site;
use super::system::InformationSystem;
use super::template::Model;
use super::timetable::Timetable;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::source::{self, SchoolSources, SiteSources};
pub use fields::is_id;
pub use regulation::is_regulation_id;
pub use template::written as parameter;

/// What all schools of a site share, understood.
#[derive(Debug)]
pub struct Shared {
    /// Settings of the site.
    pub site: Site,
    /// Information systems by id; `None` for one whose file has mistakes.
    pub systems: BTreeMap<String, Option<Arc<InformationSystem>>>,
    /// Model regulations by id; `None` for one whose file has mistakes.
    pub models: BTreeMap<String, Option<Arc<Model>>>,
    /// The production calendar.
    pub calendar: ProductionCalendar,
}

/// Understands what all schools share. Where `site.yaml` is unusable, a site with the default
/// settings stands in, so that the schools' mistakes are found in the same run.
pub fn shared(sources: &SiteSources, found: &mut Diagnostics) -> Shared {
    let site = sources.site.as_ref().and_then(|document| site::site(document, found));
    let systems = site::systems(&sources.systems, &sources.memos, found);
    let models = template::models(&sources.models, found);
    for document in sources.site.iter().chain(sources.systems.iter().map(|(_, d)| d)) {
        placeholder::in_document(document, found);
    }
    let calendar = sources.calendar.as_ref().map(calendar::calendar).unwrap_or_default();
    let site = site.unwrap_or_else(site::stand_in);
    if !site.portal && sources.schools.len() > 1 {
        let place = Place::file("content/site.yaml");
        let several = Diagnostic::error("several-schools-without-portal", place);
        found.push(several.with("count", sources.schools.len()));
    }
    Shared { site, systems, models, calendar }
}

/// Understands one school; `None` if `school.yaml` is unusable. Regulations and the timetable
/// are looked at in any case, so that their mistakes are found in the same run.
pub fn school(sources: &SchoolSources, shared: &Shared, found: &mut Diagnostics) -> Option<School> {
    let id = sources.id.as_str();
    if !fields::is_id(id) || (shared.site.portal && is_reserved_school(id)) {
        let place = Place::file(format!("content/schools/{id}"));
        found.push(Diagnostic::error("id-invalid", place).with("id", id));
    }
    let document = sources.school.as_ref();
    for document in document.into_iter().chain(sources.timetables.iter().map(|(_, d)| d)) {
        placeholder::in_document(document, found);
    }
    let editions = sources.regulations.iter().flat_map(|(_, editions)| editions);
    for edition in editions.chain(&sources.memo) {
        placeholder::in_edition(edition, found);
    }
    let school = document.and_then(|d| school::school(id, d, shared, found));
    let week = school.as_ref().map_or(super::calendar::WorkingWeek::FiveDay, |s| s.week);
    let (mut regulations, mut drafts) = (Vec::new(), Vec::new());
    for (id, editions) in &sources.regulations {
        let (regulation, draft) = regulation::regulation(id, editions, week, shared, found);
        regulations.extend(regulation);
        drafts.extend(draft);
    }
    let timetables = timetables(sources, found);
    let journal = match &sources.journal {
        Some(bytes) => journal::parse(&source::journal(id), bytes, found),
        None => Journal::unread(),
    };
    let token = |(count, bytes): &(u64, Vec<u8>)| Token { count: *count, bytes: bytes.clone() };
    let tokens = sources.tokens.iter().map(token).collect();
    let memo = sources.memo.as_ref().and_then(|source| memo::memo(source, found));
    Some(School { memo, regulations, drafts, timetables, journal, tokens, ..school? })
}

/// Whether a portal has a folder of its own with this name.
#[must_use]
pub fn is_reserved_school(id: &str) -> bool {
    ["assets", "calendar", "verify"].contains(&id)
}

/// The timetables of a school by their first day.
fn timetables(sources: &SchoolSources, found: &mut Diagnostics) -> Vec<Timetable> {
    let mut timetables = Vec::new();
    for (id, document) in &sources.timetables {
        if !fields::is_id(id) {
            let place = Place::file(document.path.clone());
            found.push(Diagnostic::error("id-invalid", place).with("id", id.as_str()));
        }
        timetables.extend(timetable::timetable(id, document, found));
    }
    timetables.sort_by_key(|timetable: &Timetable| (timetable.from, timetable.to));
    for (position, timetable) in timetables.iter_mut().enumerate() {
        timetable.position = position;
    }
    timetables
}
