//! What hangs on the stand (информационный стенд): each sheet as pages and lists know it.

use crate::model::print::{PosterKind, Variant};

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
