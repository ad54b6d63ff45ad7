//! Documents of LibreOffice and others in OpenDocument (.odt).

mod body;
mod inline;
mod inventory;
mod lists;
mod styles;

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::import::document::{Area, Block, Extract};
use crate::import::read::aside::{Aside, line};
use crate::source::archive::Archive;
use crate::source::xml::{self, Element};
use body::{Context, Reader};
use lists::Lists;
use styles::{SPACES, Styles};

/// The part with the text.
pub(super) const CONTENT: &str = "content.xml";
/// The part with the styles that have names, headers and footers.
const STYLES: &str = "styles.xml";
/// The list of parts, which tells if they are encrypted.
const MANIFEST: &str = "META-INF/manifest.xml";
/// Tracked changes that a finding names.
const SHOWN: usize = 3;

/// Reads a document; what is wrong or doubtful goes to `found`. `None` if it cannot be read or
/// must not be, as one with tracked changes.
pub(super) fn read(
    mut archive: Archive<'_>,
    place: &Place,
    found: &mut Diagnostics,
) -> Option<Extract> {
    let mut part = |name: &str| archive.read(name).map(Option::unwrap_or_default);
    let parts = (|| Ok((part(MANIFEST)?, part(CONTENT)?, part(STYLES)?)))();
    let parts =
        parts.map_err(|fault: crate::source::archive::Fault| fault.diagnostic(place.clone()));
    let (manifest, content, styles) = parts.map_err(|finding| found.push(finding)).ok()?;
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        found.push(Diagnostic::error("archive-encrypted", place.clone()));
        return None;
    }
    let document = Document::read(&content, &styles);
    let document = document.map_err(|(part, fault)| fault.diagnostic(part, place.clone()));
    let document = document.map_err(|finding| found.push(finding)).ok()?;
    let Some(text) = document.text() else {
        found.push(Diagnostic::error("document-kind", place.clone()));
        return None;
    };
    if let Some(finding) = tracked(text, place) {
        found.push(finding);
        return None;
    }
    let (extract, aside) = document.extract(text);
    aside.report(found, place).then_some(extract)
}

/// The parts of a document.
struct Document {
    content: Element,
    styles: Element,
    inventory: Vec<String>,
}

impl Document {
    fn read(content: &[u8], styles: &[u8]) -> Result<Self, (&'static str, xml::Fault)> {
        // A document may do without styles that have names.
        let styles: &[u8] = if styles.is_empty() { b"<none/>" } else { styles };
        let of = |part: &'static str, within: &[&str], bytes| {
            inventory::text(bytes, within).map_err(|fault| (part, fault))
        };
        let furniture = FURNITURE.map(|(name, _)| name);
        Ok(Self {
            content: xml::parse(content, SPACES).map_err(|fault| (CONTENT, fault))?,
            styles: xml::parse(styles, SPACES).map_err(|fault| (STYLES, fault))?,
            inventory: vec![of(CONTENT, &["text"], content)?, of(STYLES, &furniture, styles)?],
        })
    }

    /// The text, if it is a text document.
    fn text(&self) -> Option<&Element> {
        self.content.child("office", "body")?.child("office", "text")
    }

    fn extract(&self, text: &Element) -> (Extract, Aside) {
        let (mut styles, mut lists) = (Styles::default(), Lists::default());
        // Automatic styles of headers and footers have the same names as those of the text.
        for (root, name) in [(&self.styles, "styles"), (&self.content, "automatic-styles")] {
            if let Some(all) = root.child("office", name) {
                styles.add(all);
                lists.add(all);
            }
        }
        let (aside, notes) = (Aside::default(), Vec::new());
        let mut reader = Reader { styles, lists, aside, notes, omitted: None };
        let mut blocks = self.furniture(&mut reader, Area::Header);
        reader.blocks(text, &mut Context::of(Area::Body), &mut blocks);
        blocks.extend(self.furniture(&mut reader, Area::Footer));
        let inventory = self.inventory.clone();
        let omitted = reader.aside.omitted.clone();
        let notes = reader.notes;
        (Extract { blocks, notes, omitted, inventory, ..Extract::default() }, reader.aside)
    }

    /// The blocks of headers or footers.
    fn furniture(&self, reader: &mut Reader, area: Area) -> Vec<Block> {
        let mut blocks = Vec::new();
        reader.aside.still = true;
        let masters = self.styles.child("office", "master-styles");
        for part in masters.iter().flat_map(|m| m.elements()).flat_map(Element::elements) {
            let known = |(name, own): &(&str, Area)| part.is("style", name) && *own == area;
            if FURNITURE.iter().any(known) && part.attribute("style", "display") != Some("false") {
                reader.blocks(part, &mut Context::of(area), &mut blocks);
            }
        }
        reader.aside.still = false;
        blocks
    }
}

/// Elements of headers and footers.
const FURNITURE: [(&str, Area); 6] = [
    ("header", Area::Header),
    ("header-left", Area::Header),
    ("header-first", Area::Header),
    ("footer", Area::Footer),
    ("footer-left", Area::Footer),
    ("footer-first", Area::Footer),
];

/// The finding about tracked changes of the text, if there are some.
fn tracked(text: &Element, place: &Place) -> Option<Diagnostic> {
    let all = text.elements().filter(|e| e.is("text", "tracked-changes"));
    let regions = all.flat_map(Element::elements).filter(|e| e.is("text", "changed-region"));
    let changes: Vec<_> = regions.filter(|e| e.child("text", "format-change").is_none()).collect();
    let ids = changes
        .iter()
        .filter_map(|e| e.attribute("text", "id").or_else(|| e.attribute("xml", "id")));
    let ids: Vec<_> = ids.collect();
    let mut places = Vec::new();
    locate(text, &ids, &mut 0, &mut places);
    places.truncate(SHOWN);
    let found = Diagnostic::error("tracked-changes", place.clone()).with("count", changes.len());
    (!changes.is_empty()).then(|| found.with("places", places.join(", ")))
}

/// Adds the numbers and first words of the paragraphs with one of the changes.
fn locate(parent: &Element, ids: &[&str], number: &mut u32, places: &mut Vec<String>) {
    for element in parent.elements().filter(|e| !e.is("text", "tracked-changes")) {
        if matches!(element.tag(), ("text", "p" | "h")) {
            *number += 1;
            if marked(element, ids) {
                places.push(format!("{number} «{}»", line(&inline::all_text(element))));
            }
        } else {
            locate(element, ids, number, places);
        }
    }
}

/// Whether a mark of one of the changes stands in the element.
fn marked(element: &Element, ids: &[&str]) -> bool {
    element.elements().any(|inner| {
        let change = matches!(inner.tag(), ("text", "change" | "change-start" | "change-end"));
        let id = inner.attribute("text", "change-id");
        (change && id.is_some_and(|id| ids.contains(&id))) || marked(inner, ids)
    })
}
