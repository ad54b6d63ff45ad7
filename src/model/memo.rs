//! Memos: what parents should remember.

use super::text::RegulationText;

/// A memo for parents (памятка).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memo {
    /// Title: the headline of its sheet.
    pub title: String,
    /// One or two sentences below it.
    pub lead: Option<String>,
    /// The text; never empty.
    pub text: RegulationText,
}
