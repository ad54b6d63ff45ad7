//! What hangs on the stand (информационный стенд): each sheet as pages and lists know it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::print::{PosterKind, Variant};

/// The list of a school's sheets, within its part of the site.
pub const FILE: &str = "posters/sheets.json";
/// Value of `format` in `sheets.json`.
const FORMAT: &str = "reglament-stand/1";

/// A sheet for the stand, on whatever paper it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandSheet {
    /// Its kind.
    pub kind: PosterKind,
    /// Name in paths, unique within the school: the kind's, followed by the regulation's
    /// identifier if there is a sheet for each.
    pub name: String,
    /// Title of the document.
    pub title: String,
    /// What the sheet says, as 8 hexadecimal digits: another number is another sheet. It does
    /// not depend on paper, colour and date of making.
    pub hash: String,
    /// Paths of the PDFs in the output folder.
    pub files: Vec<(Variant, String)>,
    /// Path of the preview picture.
    pub preview: String,
}

impl StandSheet {
    /// The sheet as a list knows it.
    #[must_use]
    pub fn hung(&self) -> Hung {
        Hung {
            kind: self.kind.id().to_owned(),
            name: self.name.clone(),
            title: self.title.clone(),
            hash: self.hash.clone(),
        }
    }
}

/// A sheet that hangs, or should.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hung {
    /// Identifier of its kind.
    pub kind: String,
    /// Name in paths.
    pub name: String,
    /// Title of the document.
    pub title: String,
    /// What it says, in short.
    pub hash: String,
}

impl Hung {
    /// Whether the same sheet is among `others`.
    #[must_use]
    pub fn is_among(&self, others: &[Self]) -> bool {
        others.iter().any(|other| other.name == self.name && other.hash == self.hash)
    }
}

/// `posters/sheets.json`: what is to hang on the stand of a school.
#[derive(Serialize, Deserialize)]
struct List {
    format: String,
    /// The day of making.
    made: String,
    sheets: Vec<Line>,
}

/// A sheet in the list.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(flatten)]
    sheet: Hung,
    files: Vec<File>,
}

/// A PDF of a sheet.
#[derive(Serialize, Deserialize)]
struct File {
    /// Identifier of the paper.
    paper: String,
    /// Path from the list.
    path: String,
}

/// The list of `sheets` as JSON.
#[must_use]
pub fn to_json(sheets: &[StandSheet], made: Date) -> Vec<u8> {
    let file = |(variant, path): &(Variant, String)| File {
        paper: variant.id().to_owned(),
        path: path.rsplit('/').next().unwrap_or(path).to_owned(),
    };
    let lines = sheets
        .iter()
        .map(|sheet| Line { sheet: sheet.hung(), files: sheet.files.iter().map(file).collect() });
    let (format, made) = (FORMAT.to_owned(), made.to_string());
    // Strings and lists only: this does not fail.
    let mut json = serde_json::to_vec_pretty(&List { format, made, sheets: lines.collect() })
        .unwrap_or_default();
    json.push(b'\n');
    json
}

/// The sheets of a list; `None` if `bytes` is no list of ours.
#[must_use]
pub fn parse(bytes: &[u8]) -> Option<Vec<Hung>> {
    let list: List = serde_json::from_slice(bytes).ok()?;
    (list.format == FORMAT).then(|| list.sheets.into_iter().map(|line| line.sheet).collect())
}

/// What is to be done at a stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StandChanges {
    /// Sheets to take down (снять).
    pub take_down: Vec<Hung>,
    /// Sheets to hang up (повесить).
    pub hang: Vec<Hung>,
    /// Sheets that stay.
    pub stay: Vec<Hung>,
}

impl StandChanges {
    /// What leads from the sheets `before` to those `now`. A sheet is the same as long as name
    /// and hash are.
    #[must_use]
    pub fn new(before: &[Hung], now: &[Hung]) -> Self {
        let (stay, hang) = now.iter().cloned().partition(|sheet| sheet.is_among(before));
        let take_down = before.iter().filter(|sheet| !sheet.is_among(now)).cloned().collect();
        Self { take_down, hang, stay }
    }

    /// Whether everything stays as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.take_down.is_empty() && self.hang.is_empty()
    }
}
