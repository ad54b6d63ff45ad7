//! What a reader of office documents keeps beside the text: what it left out, what a person should
//! look at, and where it stands.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::import::document::{Omission, Omitted, Origin};

use super::characters::excerpt;

/// Finding about parts of the text that are documents of their own: the act would lack them.
pub(super) const EMBEDDED: &str = "document-embedded";

/// See the head of the file.
#[derive(Debug, Clone, Default)]
pub(super) struct Aside {
    pub(super) omitted: Vec<Omission>,
    doubts: BTreeMap<&'static str, Doubt>,
    /// Number of the last paragraph.
    pub(super) line: u32,
    /// Paragraphs do not count: those of notes stand where their mark stands.
    pub(super) still: bool,
}

/// What a person should look at: how often it is met, number of the first paragraph, and what it
/// is there.
#[derive(Debug, Clone, Default)]
struct Doubt {
    count: usize,
    line: u32,
    what: String,
}

impl Aside {
    /// A paragraph begins.
    pub(super) fn step(&mut self) {
        self.line += u32::from(!self.still);
    }

    /// Where the present paragraph stands.
    pub(super) fn origin(&self) -> Origin {
        Origin { page: 0, line: self.line }
    }

    /// Notes that a person should look at the present paragraph.
    pub(super) fn doubt(&mut self, finding: &'static str, what: &str) {
        let line = self.line;
        let new = || Doubt { count: 0, line, what: what.to_owned() };
        self.doubts.entry(finding).or_insert_with(new).count += 1;
    }

    /// Keeps text that is left out; what belongs together in a paragraph is one.
    pub(super) fn omit(&mut self, kind: Omitted, text: &str) {
        let origin = self.origin();
        match self.omitted.last_mut() {
            Some(last) if last.kind == kind && last.origin == origin => last.text += text,
            _ => self.omitted.push(Omission { kind, origin, text: text.to_owned() }),
        }
    }

    /// Whether so many omissions were made that some are of this kind: those after the first
    /// `count`.
    pub(super) fn omits_after(&self, count: usize, kind: Omitted) -> bool {
        self.omitted.iter().skip(count).any(|omission| omission.kind == kind)
    }

    /// Adds the findings; false if one of them forbids to use the text.
    pub(super) fn report(&self, found: &mut Diagnostics, place: &Place) -> bool {
        for (id, doubt) in &self.doubts {
            let finding = match *id {
                EMBEDDED => Diagnostic::error(id, place.clone()),
                _ => Diagnostic::warning(id, place.clone()),
            };
            let finding = finding.with("count", doubt.count).with("line", doubt.line);
            found.push(finding.with("what", doubt.what.as_str()));
        }
        let kinds = [(Omitted::Hidden, "document-hidden"), (Omitted::Comment, "document-comments")];
        for (kind, id) in kinds {
            let own = self.omitted.iter().filter(|o| o.kind == kind && !o.text.trim().is_empty());
            let own: Vec<_> = own.collect();
            if let Some(first) = own.first() {
                let finding = Diagnostic::warning(id, place.clone()).with("count", own.len());
                found.push(finding.with("text", line(&first.text)));
            }
        }
        !self.doubts.contains_key(EMBEDDED)
    }
}

/// The begin of a text, in one line.
pub(super) fn line(text: &str) -> String {
    excerpt(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
