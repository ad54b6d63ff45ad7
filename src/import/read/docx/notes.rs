//! Footnotes and endnotes: their marks in the order of the text, and their bodies.

use std::collections::BTreeMap;

use crate::import::document::Origin;
use crate::import::read::numerals::Numeral;
use crate::source::xml::Element;

use super::numbering;
use super::styles::value;

/// Kind (`footnote`, `endnote`) and id.
type Id = (&'static str, String);

/// Footnotes and endnotes of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes {
    bodies: BTreeMap<Id, Element>,
    counting: BTreeMap<&'static str, Counting>,
    /// What was referred to, in order.
    order: Vec<Reference>,
    /// Where in it each note is.
    known: BTreeMap<Id, usize>,
    /// Where the marks of comments stand, by their ids.
    comments: BTreeMap<String, Origin>,
}

/// How notes of a kind are counted.
#[derive(Debug, Clone, Copy)]
struct Counting {
    numeral: Numeral,
    next: i64,
    start: i64,
    /// Each section counts anew.
    sections: bool,
}

/// A note that the text refers to.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) id: Id,
    pub(super) mark: String,
    /// Where the mark stands.
    pub(super) origin: Origin,
}

impl Notes {
    /// Notes counted as Word does if nothing is said.
    pub(super) fn new() -> Self {
        let counting = |numeral| Counting { numeral, next: 1, start: 1, sections: false };
        let counting =
            [("footnote", counting(Numeral::Decimal)), ("endnote", counting(Numeral::Roman))];
        Self { counting: counting.into(), ..Self::default() }
    }

    /// Takes over how notes are counted from the settings or the properties of a section.
    pub(super) fn count_as(&mut self, properties: &Element) {
        for (kind, name) in [("footnote", "footnotePr"), ("endnote", "endnotePr")] {
            let (Some(own), Some(counting)) =
                (properties.child("w", name), self.counting.get_mut(kind))
            else {
                continue;
            };
            if let Some(numeral) = value(own, "numFmt").and_then(numbering::named) {
                counting.numeral = numeral;
            }
            if let Some(start) = value(own, "numStart").and_then(|v| v.parse().ok()) {
                (counting.start, counting.next) = (start, start);
            }
            if let Some(restart) = value(own, "numRestart") {
                counting.sections = restart == "eachSect";
            }
        }
    }

    /// Adds the bodies of a part.
    pub(super) fn add(&mut self, kind: &'static str, root: &Element) {
        for element in root.elements().filter(|e| e.is("w", kind)) {
            // Lines between text and notes are kept as notes of other types.
            let usual = matches!(element.attribute("w", "type"), None | Some("normal"));
            if let Some(id) = element.attribute("w", "id").filter(|_| usual) {
                self.bodies.insert((kind, id.to_owned()), element.clone());
            }
        }
    }

    /// A section ends.
    pub(super) fn section(&mut self) {
        for counting in self.counting.values_mut().filter(|counting| counting.sections) {
            counting.next = counting.start;
        }
    }

    /// A mark is met: index of the note and its mark, counted unless it is the author's `own`.
    /// `None` if there is no such note.
    pub(super) fn refer(
        &mut self,
        (kind, id): (&'static str, &str),
        own: Option<String>,
        origin: Origin,
    ) -> Option<(usize, String)> {
        let id = (kind, id.to_owned());
        if !self.bodies.contains_key(&id) {
            return None;
        }
        if let Some(index) = self.known.get(&id) {
            return self.order.get(*index).map(|reference| (*index, reference.mark.clone()));
        }
        let counting = self.counting.get_mut(kind)?;
        let mark = own.unwrap_or_else(|| {
            let number = counting.next;
            counting.next = number.saturating_add(1);
            counting.numeral.write(number)
        });
        self.known.insert(id.clone(), self.order.len());
        self.order.push(Reference { id, mark: mark.clone(), origin });
        Some((self.order.len() - 1, mark))
    }

    /// The mark of a comment is met.
    pub(super) fn comment(&mut self, mark: &Element, origin: Origin) {
        if let Some(id) = mark.attribute("w", "id") {
            self.comments.insert(id.to_owned(), origin);
        }
    }

    /// Where the mark of this comment stands; line 0 if nowhere.
    pub(super) fn comment_origin(&self, comment: &Element) -> Origin {
        let id = comment.attribute("w", "id");
        id.and_then(|id| self.comments.get(id)).copied().unwrap_or_default()
    }

    /// The notes that were referred to.
    pub(super) fn referred(&self) -> Vec<Reference> {
        self.order.clone()
    }

    /// The body of a note.
    pub(super) fn body(&self, id: &Id) -> Option<Element> {
        self.bodies.get(id).cloned()
    }

    /// The bodies of all notes.
    pub(super) fn all(&self) -> impl Iterator<Item = &Element> {
        self.bodies.values()
    }

    /// Bodies that nothing refers to.
    pub(super) fn forgotten(&self) -> Vec<Element> {
        self.bodies
            .iter()
            .filter(|(id, _)| !self.known.contains_key(id))
            .map(|(_, body)| body.clone())
            .collect()
    }
}
