//! `status.json`: how the editions of all schools stand.

use serde::Serialize;

use crate::model::status::{Posting, Validity, Witness};
use crate::outputs::addresses::Addresses;
use crate::outputs::status::{EditionStatus, SchoolStatus};

/// The file.
#[derive(Serialize)]
struct StatusData<'a> {
    format: &'static str,
    schools: Vec<SchoolData<'a>>,
}

/// A school on the day of the file.
#[derive(Serialize)]
struct SchoolData<'a> {
    school: &'a str,
    name: &'a str,
    zone: &'a str,
    today: String,
    /// Where its journal ends.
    journal: Option<HeadData<'a>>,
    editions: Vec<EditionData<'a>>,
}

/// The head of a journal.
#[derive(Serialize)]
struct HeadData<'a> {
    count: u64,
    hash: &'a str,
}

/// An edition.
#[derive(Serialize)]
struct EditionData<'a> {
    regulation: &'a str,
    title: &'a str,
    edition: String,
    address: String,
    latest: bool,
    posting: &'static str,
    force: &'static str,
    approved: String,
    in_force: String,
    last_day: Option<String>,
    due: String,
    due_law: String,
    /// Days left; only while the term runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<u32>,
    /// Days late, of what is posted too.
    #[serde(skip_serializing_if = "Option::is_none")]
    late: Option<u32>,
    posted: Option<String>,
    /// Day of the term on which it was posted.
    day: Option<u32>,
    /// Who says that it was posted: `journal` or `school`.
    witness: Option<&'static str>,
    /// Hash of the journal's entry.
    entry: Option<&'a str>,
}

/// `status.json` of these schools, `base_url` being the site's, with a line feed at its end.
///
/// # Errors
/// Never in practice: strings and numbers; an error of the serialiser is passed on.
pub fn status<'a>(
    schools: impl Iterator<Item = &'a SchoolStatus>,
    base_url: &str,
) -> Result<String, serde_json::Error> {
    let schools = schools.map(|school| SchoolData {
        school: &school.id,
        name: &school.name,
        zone: &school.zone,
        today: school.today.to_string(),
        journal: school.journal.as_ref().map(|h| HeadData { count: h.count, hash: &h.hash }),
        editions: school.editions.iter().map(|one| edition(one, base_url)).collect(),
    });
    let data = StatusData { format: "reglament-status/1", schools: schools.collect() };
    Ok(serde_json::to_string(&data)? + "\n")
}

fn edition<'a>(edition: &'a EditionStatus, base_url: &str) -> EditionData<'a> {
    let posted = edition.posted();
    let validity: Validity = edition.status.validity;
    let (left, late) = match edition.status.posting {
        Posting::Running(left) => (Some(left), None),
        Posting::Overdue(late) => (None, Some(late)),
        _ => (None, posted.map(|posted| posted.late)),
    };
    EditionData {
        regulation: &edition.regulation,
        title: &edition.title,
        edition: edition.approved.to_string(),
        address: Addresses::absolute_in(base_url, &edition.page),
        latest: edition.latest,
        posting: edition.status.posting.id(),
        force: validity.id(),
        approved: edition.approved.to_string(),
        in_force: edition.in_force.to_string(),
        last_day: edition.last_day.map(|date| date.to_string()),
        due: edition.due.to_string(),
        due_law: edition.due_law.to_string(),
        left,
        late,
        posted: posted.map(|posted| posted.date.to_string()),
        day: posted.map(|posted| posted.day),
        witness: posted.map(|posted| match posted.witness {
            Witness::Journal(_) => "journal",
            Witness::School => "school",
        }),
        entry: edition.entry.as_deref(),
    }
}
