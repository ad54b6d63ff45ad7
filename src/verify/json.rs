//! What was found at a published site as data: `reglament verify --format json`.

use serde::Serialize;

use super::verdict::{Verdict, Weight};
use super::{EditionVerdict, Report};

#[derive(Serialize)]
struct Data<'a> {
    format: &'static str,
    /// The address or folder that was asked.
    site: &'a str,
    sound: bool,
    counts: Counts,
    editions: Vec<EditionData<'a>>,
    files: Vec<FileData<'a>>,
}

#[derive(Serialize)]
struct Counts {
    fine: usize,
    notable: usize,
    wrong: usize,
}

#[derive(Serialize)]
struct EditionData<'a> {
    school: &'a str,
    title: &'a str,
    approved: &'a str,
    /// SHA-256 of the canonical text.
    sha256: &'a str,
    path: &'a str,
    there: bool,
    page: &'static str,
    data: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pdf: Option<&'static str>,
}

#[derive(Serialize)]
struct FileData<'a> {
    path: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
}

/// The report on `site` as one JSON object and a line feed.
#[must_use]
pub fn render(report: &Report, site: &str) -> String {
    let data = Data {
        format: "reglament-verify/1",
        site,
        sound: report.is_sound(),
        counts: Counts {
            fine: report.count(Weight::Fine),
            notable: report.count(Weight::Notable),
            wrong: report.count(Weight::Wrong),
        },
        editions: report.editions.iter().map(edition).collect(),
        files: report.files.iter().map(|(path, verdict)| file(path, verdict)).collect(),
    };
    // Strings and numbers only: this does not fail.
    let mut text = serde_json::to_string_pretty(&data).unwrap_or_default();
    text.push('\n');
    text
}

fn edition(edition: &EditionVerdict) -> EditionData<'_> {
    EditionData {
        school: &edition.school,
        title: &edition.title,
        approved: &edition.approved,
        sha256: &edition.sha256,
        path: &edition.page.0,
        there: edition.is_there(),
        page: edition.page.1.id(),
        data: edition.data.id(),
        pdf: edition.pdf.as_ref().map(Verdict::id),
    }
}

fn file<'a>(path: &'a str, verdict: &Verdict) -> FileData<'a> {
    FileData { path, verdict: verdict.id(), detail: verdict.detail() }
}
