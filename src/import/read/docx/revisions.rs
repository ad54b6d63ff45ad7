//! Tracked changes, with which it is undecided what the text is.

use crate::diagnostics::{Diagnostic, Place};
use crate::import::read::aside::line;
use crate::source::xml::Element;

use super::body::choice;
use super::inline::plain;

/// Places that a finding names.
const SHOWN: usize = 3;

/// Tracked changes of a part.
#[derive(Debug, Clone, Default)]
pub(super) struct Revisions {
    count: usize,
    /// Number of the paragraph and words of the first changes, one for each paragraph.
    places: Vec<(u32, String)>,
    line: u32,
    /// In the body, paragraphs are counted.
    body: bool,
}

impl Revisions {
    /// Looks for changes in notes, headers and footers, whose paragraphs have no number.
    pub(super) fn look_beside(&mut self, root: &Element) {
        (self.line, self.body) = (0, false);
        self.look(root);
    }

    /// Looks for changes in the body.
    pub(super) fn look_into(&mut self, body: &Element) {
        self.body = true;
        self.look(body);
    }

    fn look(&mut self, root: &Element) {
        for element in root.elements() {
            match element.tag() {
                (
                    "w",
                    "ins" | "del" | "moveFrom" | "moveTo" | "cellIns" | "cellDel" | "cellMerge",
                ) => {
                    self.count += 1;
                    let place = (self.line, words(element));
                    let new = self.places.last().is_none_or(|(line, _)| *line != self.line);
                    self.places.extend((new && self.places.len() < SHOWN).then_some(place));
                }
                ("w", "p") => {
                    self.line += u32::from(self.body);
                    self.look(element);
                }
                ("mc", "AlternateContent") => self.look(choice(element)),
                _ => self.look(element),
            }
        }
    }

    /// The finding, if there are changes.
    pub(super) fn finding(&self, place: Place) -> Option<Diagnostic> {
        let places = self.places.iter().map(|place| match place {
            (0, words) => format!("«{words}»"),
            (line, words) if words.is_empty() => line.to_string(),
            (line, words) => format!("{line} «{words}»"),
        });
        let places = places.collect::<Vec<_>>().join(", ");
        let found = Diagnostic::error("tracked-changes", place);
        (self.count > 0).then(|| found.with("count", self.count).with("places", places))
    }
}

/// The first words of what was changed.
fn words(element: &Element) -> String {
    line(&gathered(element))
}

/// All text in an element, deleted text included.
pub(super) fn gathered(element: &Element) -> String {
    let mut text = String::new();
    gather(element, &mut text);
    text
}

/// Adds the text of what is in `element`, as the inventory of the file has it.
fn gather(element: &Element, out: &mut String) {
    for inner in element.elements() {
        match inner.tag() {
            ("w", "delText") | ("m" | "a", "t") => *out += &inner.text(),
            ("w", "rt") => {}
            ("mc", "AlternateContent") => gather(choice(inner), out),
            ("w", _) if !plain(inner).is_empty() => *out += &plain(inner),
            _ => gather(inner, out),
        }
        if inner.is("w", "p") || inner.is("a", "p") {
            out.push('\n');
        }
    }
}
