//! Documents of Word (.docx): paragraphs with the numbers that Word computes, notes, tables, text
//! boxes, headers and footers.

mod body;
mod fields;
mod inline;
mod inventory;
mod notes;
mod numbering;
mod package;
mod revisions;
mod styles;
mod table;

use std::collections::VecDeque;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::import::document::{Area, Block, Extract, Note, Omission, Omitted, Origin, Paragraph};
use crate::import::read::pieces::flatten;
use crate::source::archive::Archive;
use crate::source::xml::{Element, Fault};
use body::Reader;
use notes::Notes;
use numbering::Numbering;
use package::{Package, Relations};
use revisions::Revisions;
use styles::{Styles, value};

/// Reads a document; what is wrong or doubtful goes to `found`. `None` if it cannot be read or
/// must not be, as one with tracked changes.
pub(super) fn read(
    archive: Archive<'_>,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<Extract> {
    let mut package = Package::new(archive, place.clone(), found);
    let parts = Parts::read(&mut package)?;
    if let Some(finding) = parts.revisions(package.place()) {
        package.found.push(finding);
        return None;
    }
    let inventory = parts.inventory(&mut package)?;
    let mut reader = Reader::new(&parts.styles, parts.numbering.clone(), parts.notes.clone());
    let mut blocks = parts.furniture(&mut reader, Area::Header);
    let breaks = parts
        .sections
        .iter()
        .skip(1)
        .map(|section| !matches!(value(section, "type"), Some("continuous" | "nextColumn")));
    reader.sections = breaks.collect::<VecDeque<_>>();
    reader.relations = parts.relations.clone();
    blocks.extend(reader.story(&parts.body, Area::Body));
    let notes = parts.read_notes(&mut reader);
    blocks.extend(parts.furniture(&mut reader, Area::Footer));
    let comments = parts.comments(&reader.notes);
    reader.aside.omitted.extend(comments);
    let omitted = reader.aside.omitted.clone();
    let extract = Extract { blocks, notes, omitted, inventory, ..Extract::default() };
    reader.aside.report(package.found, place).then_some(extract)
}

/// The parts of a document.
struct Parts {
    body: Element,
    relations: Relations,
    styles: Styles,
    numbering: Numbering,
    notes: Notes,
    /// Relationships of the footnotes and the endnotes.
    note_relations: [Relations; 2],
    comments: Option<Element>,
    /// Properties of the sections in order.
    sections: Vec<Element>,
    /// Headers and footers in the order of the sections, each once: root and relationships.
    furniture: Vec<(Area, Element, Relations)>,
    /// Names of all parts with text.
    names: Vec<String>,
}

impl Parts {
    fn read(package: &mut Package<'_, '_>) -> Option<Self> {
        let root = package.relations("")?;
        let name = root.part("officeDocument").unwrap_or("word/document.xml").to_owned();
        let document = package.tree(&name)?;
        let Some(body) = document.as_ref().and_then(|root| root.child("w", "body")) else {
            package.found.push(Diagnostic::error("document-kind", package.place()));
            return None;
        };
        let relations = package.relations(&name)?;
        let mut tree = |kind: &str| match relations.part(kind) {
            Some(part) => package.tree(part),
            None => Some(None),
        };
        let styles = tree("styles")?.as_ref().map(Styles::read).unwrap_or_default();
        let numbering = tree("numbering")?.as_ref().map(Numbering::read).unwrap_or_default();
        let mut notes = Notes::new();
        if let Some(settings) = tree("settings")? {
            notes.count_as(&settings);
        }
        for (kind, part) in [("footnote", "footnotes"), ("endnote", "endnotes")] {
            if let Some(root) = tree(part)? {
                notes.add(kind, &root);
            }
        }
        let comments = tree("comments")?;
        let mut sections = Vec::new();
        collect_sections(body, &mut sections);
        if let Some(first) = sections.first() {
            notes.count_as(first);
        }
        let mut names = vec![name];
        let texts = ["footnotes", "endnotes", "comments"];
        names.extend(texts.iter().filter_map(|kind| relations.part(kind)).map(str::to_owned));
        let of = |kind: &str| relations.part(kind).unwrap_or_default().to_owned();
        let note_relations =
            [package.relations(&of("footnotes"))?, package.relations(&of("endnotes"))?];
        let mut parts = Self {
            body: body.clone(),
            relations,
            styles,
            numbering,
            notes,
            note_relations,
            comments,
            sections,
            furniture: Vec::new(),
            names,
        };
        parts.add_furniture(package)?;
        Some(parts)
    }

    /// Reads headers and footers.
    fn add_furniture(&mut self, package: &mut Package<'_, '_>) -> Option<()> {
        for element in self.sections.iter().flat_map(Element::elements) {
            let area = match element.tag() {
                ("w", "headerReference") => Area::Header,
                ("w", "footerReference") => Area::Footer,
                _ => continue,
            };
            let id = element.attribute("r", "id");
            let Some(name) = id.and_then(|id| self.relations.part_of(id)) else { continue };
            if self.names.iter().any(|known| known == name) {
                continue;
            }
            let Some(root) = package.tree(name)? else { continue };
            self.furniture.push((area, root, package.relations(name)?));
            self.names.push(name.to_owned());
        }
        Some(())
    }

    fn revisions(&self, place: Place) -> Option<Diagnostic> {
        let mut revisions = Revisions::default();
        revisions.look_into(&self.body);
        self.notes.all().for_each(|body| revisions.look_beside(body));
        self.furniture.iter().for_each(|(_, root, _)| revisions.look_beside(root));
        revisions.finding(place)
    }

    /// All text of all parts.
    fn inventory(&self, package: &mut Package<'_, '_>) -> Option<Vec<String>> {
        let mut inventory = Vec::new();
        for name in &self.names {
            // A relationship may lead to a part that is not there.
            let Some(bytes) = package.bytes(name)? else { continue };
            let part = inventory::part(&bytes);
            let fault = |fault: Fault| fault.diagnostic(name, package.place());
            inventory.push(part.map_err(fault).map_err(|d| package.found.push(d)).ok()?);
        }
        Some(inventory)
    }

    /// The blocks of all headers or all footers.
    fn furniture(&self, reader: &mut Reader<'_>, area: Area) -> Vec<Block> {
        let mut blocks = Vec::new();
        reader.aside.still = true;
        reader.numbering = self.numbering.clone();
        for (_, root, relations) in self.furniture.iter().filter(|(own, ..)| *own == area) {
            reader.relations = relations.clone();
            blocks.extend(reader.story(root, area));
        }
        reader.aside.still = false;
        reader.numbering = self.numbering.clone();
        blocks
    }

    /// The bodies of the notes, in the order of their marks.
    fn read_notes(&self, reader: &mut Reader<'_>) -> Vec<Note> {
        reader.aside.still = true;
        reader.numbering = self.numbering.clone();
        let [footnotes, endnotes] = &self.note_relations;
        let last = reader.aside.line;
        let mut notes = Vec::new();
        for reference in reader.notes.referred() {
            let body = reader.notes.body(&reference.id).unwrap_or_default();
            let relations = if reference.id.0 == "footnote" { footnotes } else { endnotes };
            reader.relations = relations.clone();
            reader.aside.line = reference.origin.line;
            let mut paragraphs = Vec::new();
            flatten(reader.story(&body, Area::Body), &mut paragraphs);
            if let Some(first) = paragraphs.first_mut() {
                trim_mark(first, &reference.mark);
            }
            notes.push(Note { mark: reference.mark, body: paragraphs });
        }
        reader.aside.line = last;
        for body in reader.notes.forgotten() {
            // It stands nowhere in the text.
            let (origin, text) = (Origin::default(), revisions::gathered(&body));
            reader.aside.omitted.push(Omission { kind: Omitted::Hidden, origin, text });
        }
        notes
    }

    /// The comments, which are no part of the act.
    fn comments(&self, notes: &Notes) -> Vec<Omission> {
        let comments = self.comments.iter().flat_map(Element::elements);
        let texts = comments.filter(|e| e.is("w", "comment")).map(|comment| Omission {
            kind: Omitted::Comment,
            origin: notes.comment_origin(comment),
            text: revisions::gathered(comment),
        });
        texts.collect()
    }
}

/// Properties of the sections in `parent`, in order.
fn collect_sections(parent: &Element, out: &mut Vec<Element>) {
    for element in parent.elements() {
        match element.tag() {
            ("w", "sectPr") => out.push(element.clone()),
            ("w", "p" | "pPr" | "sdt" | "sdtContent" | "customXml") => {
                collect_sections(element, out);
            }
            _ => {}
        }
    }
}

/// Takes a typed mark and the blank behind it from the begin of a note.
fn trim_mark(paragraph: &mut Paragraph, mark: &str) {
    let Some(first) = paragraph.spans.first_mut() else { return };
    let text = first.text.trim_start();
    let typed = !mark.chars().any(char::is_alphanumeric);
    let text = if typed { text.strip_prefix(mark).unwrap_or(text) } else { text };
    first.text = text.trim_start().to_owned();
    if first.text.is_empty() {
        paragraph.spans.remove(0);
    }
}
