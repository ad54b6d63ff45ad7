//! What is wrong with the content, as data.
//!
//! A [`Diagnostic`] is an identifier, a severity, arguments for the texts and a place; it holds
//! no text of its own. The texts are in the Fluent catalogues under the identifier: the value
//! of the message is the finding, its attribute `.help` the remedy, `.explain` the long page.
//! [`human`], [`short`], [`json`] and [`github`] render the same data.

pub mod github;
pub mod human;
pub mod json;
pub mod place;
pub mod short;

pub use place::{Cell, LineIndex, Place};

use std::io;

use crate::language::{Arg, Catalogue};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; a person should look.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// Name in JSON and in message keys.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Key of the word for a severity.
const fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    }
}

/// One finding (замечание).
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Identifier: kebab-case, key of its texts in the catalogues.
    pub id: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Arguments of the texts.
    pub args: Vec<(&'static str, Arg)>,
    /// Where it is, as exactly as known.
    pub place: Place,
    /// Why the school accepts it; only for notes.
    pub accepted: Option<String>,
}

impl Diagnostic {
    /// A finding that keeps the site from being built.
    #[must_use]
    pub fn error(id: &'static str, place: Place) -> Self {
        Self { id, severity: Severity::Error, args: Vec::new(), place, accepted: None }
    }

    /// A finding that a person should look at.
    #[must_use]
    pub fn warning(id: &'static str, place: Place) -> Self {
        Self { severity: Severity::Warning, ..Self::error(id, place) }
    }

    /// A finding that is good to know.
    #[must_use]
    pub fn note(id: &'static str, place: Place) -> Self {
        Self { severity: Severity::Note, ..Self::error(id, place) }
    }

    /// The finding as the school accepts it: a note with the reason.
    #[must_use]
    pub fn accept(self, reason: &str) -> Self {
        Self { severity: Severity::Note, accepted: Some(reason.to_owned()), ..self }
    }

    /// What the finding says and, if it is accepted, why.
    #[must_use]
    pub fn message(&self, catalogue: &Catalogue) -> String {
        let message = catalogue.format(self.id, &self.args);
        match &self.accepted {
            Some(reason) => {
                let args = [("message", message.into()), ("reason", reason.as_str().into())];
                catalogue.format("finding-accepted", &args)
            }
            None => message,
        }
    }

    /// What to do about it; nothing if it is accepted.
    #[must_use]
    pub fn help(&self, catalogue: &Catalogue) -> Option<String> {
        let wanted = self.accepted.is_none();
        wanted.then(|| catalogue.attribute(self.id, "help", &self.args)).flatten()
    }

    /// The finding with one more argument for its texts.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The finding with the argument `near`: what was probably meant; `none` tells the texts
    /// that nothing is known to be like it.
    #[must_use]
    pub fn near(self, near: Option<impl Into<Arg>>) -> Self {
        match near {
            Some(near) => self.with("near", near),
            None => self.with("near", "none"),
        }
    }
}

/// Why an operation of the system failed, as a word for the texts: `missing`, `denied`, `full`,
/// `read-only`, `folder` (there is one in the way), `file` (there is one in the way), `other`.
#[must_use]
pub fn cause(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        io::ErrorKind::ReadOnlyFilesystem => "read-only",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "file",
        _ => "other",
    }
}

/// The findings of a run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds the findings, if any.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(more);
    }

    /// The findings with `change` made to each.
    #[must_use]
    pub fn map(self, change: impl FnMut(Diagnostic) -> Diagnostic) -> Self {
        Self(self.0.into_iter().map(change).collect())
    }

    /// Adds all findings of `other`.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// The findings in their present order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Puts the findings in the order of paths, lines and columns, then identifiers, so that
    /// two runs over the same content print the same.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| (&a.place, a.id).cmp(&(&b.place, b.id)));
    }

    /// At most `most` of the findings in their order: errors rather than warnings, these rather than
    /// notes, and of equal ones the first.
    #[must_use]
    pub fn gravest(&self, most: usize) -> Self {
        let mut chosen: Vec<(usize, &Diagnostic)> = self.0.iter().enumerate().collect();
        chosen.sort_by_key(|(_, finding)| finding.severity);
        chosen.truncate(most);
        chosen.sort_by_key(|(position, _)| *position);
        Self(chosen.into_iter().map(|(_, finding)| finding.clone()).collect())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
