//! Parts of a .docx and the relationships between them.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Place};
use crate::source::archive::Archive;
use crate::source::xml::{self, Element, Spaces};

/// Namespaces of WordprocessingML, transitional and strict.
pub(super) const SPACES: Spaces = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "p"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c"),
    ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"),
    ("urn:schemas-microsoft-com:vml", "v"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
];

/// The parts of a file.
pub(super) struct Package<'a, 'f> {
    archive: Archive<'a>,
    place: Place,
    /// Where mistakes go.
    pub(super) found: &'f mut Diagnostics,
}

/// Where a relationship leads.
#[derive(Debug, Clone)]
struct Target {
    /// Last word of its type: `styles`, `header`, `hyperlink`.
    kind: String,
    /// Name of a part, or an address.
    to: String,
    external: bool,
}

/// The relationships of a part by id.
#[derive(Debug, Clone, Default)]
pub(super) struct Relations(BTreeMap<String, Target>);

impl Relations {
    /// The part of this kind, if there is one.
    pub(super) fn part(&self, kind: &str) -> Option<&str> {
        let own = self.0.values().find(|target| target.kind == kind && !target.external);
        own.map(|target| target.to.as_str())
    }

    /// The part that the id leads to.
    pub(super) fn part_of(&self, id: &str) -> Option<&str> {
        self.0.get(id).filter(|target| !target.external).map(|target| target.to.as_str())
    }

    /// The address outside of the file that the id leads to.
    pub(super) fn address(&self, id: &str) -> Option<&str> {
        self.0.get(id).filter(|target| target.external).map(|target| target.to.as_str())
    }
}

impl<'a, 'f> Package<'a, 'f> {
    pub(super) fn new(archive: Archive<'a>, place: Place, found: &'f mut Diagnostics) -> Self {
        Self { archive, place, found }
    }

    /// The file as a place of findings.
    pub(super) fn place(&self) -> Place {
        self.place.clone()
    }

    /// Bytes of a part; what keeps them from being read is a finding. `Some(None)` if there is
    /// no such part.
    #[expect(clippy::option_option, reason = "unreadable, absent and there are three things")]
    pub(super) fn bytes(&mut self, name: &str) -> Option<Option<Vec<u8>>> {
        let read = self.archive.read(name);
        read.map_err(|fault| self.found.push(fault.diagnostic(self.place.clone()))).ok()
    }

    /// The root of a part, as [`Package::bytes`].
    #[expect(clippy::option_option, reason = "unreadable, absent and there are three things")]
    pub(super) fn tree(&mut self, name: &str) -> Option<Option<Element>> {
        let Some(bytes) = self.bytes(name)? else { return Some(None) };
        match xml::parse(&bytes, SPACES) {
            Ok(root) => Some(Some(root)),
            Err(fault) => {
                self.found.push(fault.diagnostic(name, self.place.clone()));
                None
            }
        }
    }

    /// The relationships of the part `name`; of the whole file if it is empty.
    pub(super) fn relations(&mut self, name: &str) -> Option<Relations> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let own = join(folder, &format!("_rels/{file}.rels"));
        let root = self.tree(&own)?.unwrap_or_default();
        let targets = root.elements().filter(|e| e.is("p", "Relationship"));
        Some(Relations(targets.filter_map(|e| target(e, folder)).collect()))
    }
}

/// Id and target of a relationship of a part in `folder`.
fn target(element: &Element, folder: &str) -> Option<(String, Target)> {
    let value = |name| element.attribute("", name);
    let kind = value("Type")?.rsplit('/').next().unwrap_or_default().to_owned();
    let external = value("TargetMode") == Some("External");
    let to = value("Target")?;
    let to = if external { to.to_owned() } else { join(folder, to) };
    Some((value("Id")?.to_owned(), Target { kind, to, external }))
}

/// The name of the part at `path` as seen from `folder`.
fn join(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let base = if path.starts_with('/') { "" } else { folder };
    for step in base.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
