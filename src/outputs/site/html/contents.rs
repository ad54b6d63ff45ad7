//! The table of contents: sections of an act with their literal numbers.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::text::{Node, NodeKind, RegulationText};

/// A section in the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry<'a> {
    /// Fragment identifier of the section.
    pub anchor: &'a str,
    /// Literal number, maybe empty.
    pub number: &'a str,
    /// Title.
    pub title: String,
    /// Whether it has changes against the edition before.
    pub changed: bool,
    /// Sections within; filled on the first level only.
    pub inner: Vec<Entry<'a>>,
}

/// The sections of `text`, two levels deep.
#[must_use]
pub fn contents(text: &RegulationText) -> Vec<Entry<'_>> {
    entries(&text.nodes, 2)
}

/// Marks the sections whose anchors are among `touched`.
pub fn mark(entries: &mut [Entry<'_>], touched: &BTreeSet<&str>) {
    for entry in entries {
        entry.changed = touched.contains(entry.anchor);
        mark(&mut entry.inner, touched);
    }
}

fn entries(nodes: &[Node], levels: usize) -> Vec<Entry<'_>> {
    if levels == 0 {
        return Vec::new();
    }
    let sections = nodes
        .iter()
        .filter(|node| matches!(node.kind, NodeKind::Section(_) | NodeKind::Appendix(_)));
    let cited = sections.filter(|node| !node.anchor.is_empty());
    cited.map(|node| entry(node, levels)).collect()
}

fn entry(node: &Node, levels: usize) -> Entry<'_> {
    Entry {
        anchor: &node.anchor,
        number: node.number.as_deref().unwrap_or_default(),
        title: node.words(),
        changed: false,
        inner: entries(&node.children, levels - 1),
    }
}
