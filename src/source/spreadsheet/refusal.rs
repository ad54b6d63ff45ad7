//! Why a spreadsheet cannot be read at all.

use crate::diagnostics::{Diagnostic, Place};
use crate::source::archive::Fault;
use crate::source::xml;

/// Why a file is refused as a whole.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Its content is not what its name says, or broken; what the reader says of it.
    Damaged(String),
    /// It is an .xls of old, or protected by a password.
    OldOrProtected,
    /// It has more of this than the limit: `sheets`, `cells`, `merges`, `text`, `styles`.
    Large(&'static str, usize),
    /// The archive is refused.
    Archive(Fault),
    /// This part declares entities or uses one: what it stands for would be lost.
    Doctype(String),
    /// No table of sheets, rows and cells was found in it.
    Encoding,
}

impl Refusal {
    /// The finding about the file at `place`.
    pub(super) fn diagnostic(self, place: Place) -> Diagnostic {
        match self {
            Self::Damaged(detail) => {
                Diagnostic::error("sheet-unreadable", place).with("detail", detail)
            }
            Self::OldOrProtected => Diagnostic::error("sheet-old-or-protected", place),
            Self::Large(what, limit) => {
                Diagnostic::error("sheet-too-large", place).with("what", what).with("limit", limit)
            }
            Self::Archive(fault) => fault.diagnostic(place),
            Self::Doctype(part) => xml::Fault::Doctype.diagnostic(&part, place),
            Self::Encoding => Diagnostic::error("sheet-encoding", place),
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Archive(fault)
    }
}

impl From<quick_xml::Error> for Refusal {
    fn from(error: quick_xml::Error) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl From<calamine::XlsxError> for Refusal {
    fn from(error: calamine::XlsxError) -> Self {
        match error {
            calamine::XlsxError::Password => Self::OldOrProtected,
            other => Self::Damaged(other.to_string()),
        }
    }
}
