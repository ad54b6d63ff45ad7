//! Nesting blocks into sections and clauses, and their anchors.
//!
//! Sections nest by heading level, clauses by their literal numbers: `5.2.1.` goes into `5.2.`
//! if that is open, whatever section it stands in, and everything else goes into the clause or
//! section that is open. Order never changes, so a walk meets the words as the source has them.
//!
//! Anchors are Latin and follow the numbers: `s-3`, `p-5.2.1`, an item `p-5.2-8`, a bullet
//! `p-5.2-b2` (second of its parent), a note `…-note1`, a table `…-table1`. Where the act gives
//! a number twice, later ones get `_2`, `_3`.

use std::collections::BTreeSet;

use crate::language::transliteration::slug;
use crate::model::text::{Node, NodeKind};

/// Longest part of an anchor that comes from a title, in characters.
const LONGEST_SLUG: usize = 40;

/// Nests flat blocks and gives anchors.
pub(super) fn outline(blocks: Vec<Node>) -> Vec<Node> {
    let mut root = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    for block in blocks {
        while open.last().is_some_and(|parent| !holds(parent, &block)) {
            close(&mut open, &mut root);
        }
        match block.kind {
            NodeKind::Section(_) | NodeKind::Clause => open.push(block),
            _ => match open.last_mut() {
                Some(parent) => parent.children.push(block),
                None => root.push(block),
            },
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut root);
    }
    let mut used = BTreeSet::new();
    anchors(&mut root, "", &mut used);
    root
}

/// Moves the innermost open node into the one around it.
fn close(open: &mut Vec<Node>, root: &mut Vec<Node>) {
    let Some(done) = open.pop() else { return };
    match open.last_mut() {
        Some(parent) => parent.children.push(done),
        None => root.push(done),
    }
}

/// Whether `block` belongs into the open node `parent`.
fn holds(parent: &Node, block: &Node) -> bool {
    match (&parent.kind, &block.kind) {
        (NodeKind::Section(outer), NodeKind::Section(inner)) => outer < inner,
        (NodeKind::Clause, NodeKind::Section(_)) => false,
        (NodeKind::Clause, NodeKind::Clause) => {
            let (outer, inner) = (digits(parent), digits(block));
            inner.len() > outer.len() && inner.starts_with(outer) && {
                inner[outer.len()..].starts_with('.')
            }
        }
        _ => true,
    }
}

/// The node's number without closing punctuation.
fn digits(node: &Node) -> &str {
    node.number.as_deref().unwrap_or_default().trim_end_matches(['.', ')'])
}

fn anchors(siblings: &mut [Node], parent: &str, used: &mut BTreeSet<String>) {
    let (mut bullets, mut notes, mut tables) = (0, 0, 0);
    for node in siblings {
        let count = |counter: &mut u32, mark: &str| {
            *counter += 1;
            Some(format!("{parent}-{mark}{counter}"))
        };
        let name = match &node.kind {
            NodeKind::Section(_) => Some(format!("s-{}", section_name(node))),
            NodeKind::Clause => Some(format!("p-{}", digits(node))),
            NodeKind::Item if node.number.is_none() => count(&mut bullets, "b"),
            NodeKind::Item => Some(format!("{parent}-{}", slug(digits(node), LONGEST_SLUG))),
            NodeKind::Note => count(&mut notes, "note"),
            NodeKind::Table(_) => count(&mut tables, "table"),
            NodeKind::Paragraph | NodeKind::Rule => None,
        };
        if let Some(name) = name {
            let name = name.trim_start_matches('-');
            let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
            let name = if starts_well { name.to_owned() } else { format!("i-{name}") };
            node.anchor = unique(&name, used);
        }
        let inner = if node.anchor.is_empty() { parent } else { node.anchor.as_str() };
        anchors(&mut node.children, inner, used);
    }
}

/// The number of a section, or its title in Latin letters.
fn section_name(node: &Node) -> String {
    let number = slug(digits(node), LONGEST_SLUG);
    if number.is_empty() { slug(&node.words(), LONGEST_SLUG) } else { number }
}

fn unique(wanted: &str, used: &mut BTreeSet<String>) -> String {
    let mut anchor = wanted.to_owned();
    let mut repeat = 2;
    while !used.insert(anchor.clone()) {
        anchor = format!("{wanted}_{repeat}");
        repeat += 1;
    }
    anchor
}
