//! Nesting blocks into sections and clauses, and their anchors.
//!
//! Sections nest by heading level, clauses by their literal numbers: `5.2.1.` goes into `5.2.`
//! if that is open, whatever section it stands in, and everything else goes into the clause or
//! section that is open. Order never changes, so a walk meets the words as the source has them.
//!
//! Anchors are Latin and follow the numbers: `s-3`, `p-5.2.1`, an item `p-5.2-8`, a bullet
//! `p-5.2-b2` (second of its parent), a further paragraph `p-5.2-a2` (the words of the clause
//! itself are the first), a note `…-note1`, a table `…-table1` or, with a number of its own,
//! `table-1`; an appendix `a-2` and what stands within it `a-2-s-1`, `a-2-p-1.1`. Where the act
//! gives a number twice, later ones get `_2`, `_3`.

use std::collections::BTreeMap;

use super::inlines;
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
            NodeKind::Section(_) | NodeKind::Appendix(_) | NodeKind::Clause => open.push(block),
            _ => match open.last_mut() {
                Some(parent) => parent.children.push(block),
                None => root.push(block),
            },
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut root);
    }
    let mut used = BTreeMap::new();
    anchors(&mut root, Within { appendix: "", parent: "", before: 0 }, &mut used);
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
        (
            NodeKind::Section(outer) | NodeKind::Appendix(outer),
            NodeKind::Section(inner) | NodeKind::Appendix(inner),
        ) => outer < inner,
        (NodeKind::Clause, NodeKind::Section(_) | NodeKind::Appendix(_)) => false,
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

/// Longest paragraph that is the caption of the table below it, in characters.
const LONGEST_CAPTION: usize = 300;

/// Makes a paragraph that begins with «Таблица» the caption of the table that follows it: the
/// last of `blocks`.
pub(super) fn caption(blocks: &mut Vec<Node>) {
    let [.., before, table] = blocks.as_mut_slice() else { return };
    let short = before.words().chars().count() <= LONGEST_CAPTION;
    if before.kind != NodeKind::Paragraph || !short {
        return;
    }
    table.number = inlines::take_name(&mut before.text, "таблица");
    if table.number.is_some() {
        table.text = std::mem::take(&mut before.text);
        table.line = before.line;
        blocks.remove(blocks.len() - 2);
    }
}

/// What is around the nodes that get anchors.
#[derive(Clone, Copy)]
struct Within<'a> {
    /// `a-2-` within an appendix, else empty.
    appendix: &'a str,
    /// Anchor of the nearest node around.
    parent: &'a str,
    /// Paragraphs that the node around has before its children: its own words.
    before: u32,
}

fn anchors(siblings: &mut [Node], within: Within<'_>, used: &mut BTreeMap<String, u32>) {
    let Within { appendix, parent, .. } = within;
    let (mut bullets, mut notes, mut tables, mut paragraphs) = (0, 0, 0, within.before);
    for node in siblings {
        let count = |counter: &mut u32, mark: &str| {
            *counter += 1;
            format!("{parent}-{mark}{counter}")
        };
        let number = slug(digits(node), LONGEST_SLUG);
        let name = match &node.kind {
            NodeKind::Appendix(_) => designator(node).map_or("a".into(), |n| format!("a-{n}")),
            NodeKind::Section(_) => format!("{appendix}s-{}", section_name(node)),
            NodeKind::Clause => format!("{appendix}p-{}", digits(node)),
            NodeKind::Item if node.number.is_none() => count(&mut bullets, "b"),
            NodeKind::Item => format!("{parent}-{number}"),
            NodeKind::Note => count(&mut notes, "note"),
            NodeKind::Table(_) => match designator(node) {
                Some(number) => format!("{appendix}table-{number}"),
                None => count(&mut tables, "table"),
            },
            NodeKind::Paragraph => count(&mut paragraphs, "a"),
            NodeKind::Rule => continue,
        };
        let name = name.trim_start_matches('-');
        let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let name = if starts_well { name.to_owned() } else { format!("i-{name}") };
        node.anchor = unique(&name, used);
        let appendix_here = format!("{}-", node.anchor);
        let is_heading = matches!(node.kind, NodeKind::Section(_) | NodeKind::Appendix(_));
        let inner = Within {
            appendix: match node.kind {
                NodeKind::Appendix(_) => &appendix_here,
                _ => appendix,
            },
            parent: &node.anchor,
            before: u32::from(!is_heading && !node.text.is_empty()),
        };
        anchors(&mut node.children, inner, used);
    }
}

/// The last word of `Приложение № 2`, `Таблица 1.` in Latin letters, if it is a number.
fn designator(node: &Node) -> Option<String> {
    let mut words = node.number.as_deref()?.split([' ', '№']).filter(|word| !word.is_empty());
    words.next()?;
    words.next_back().map(|word| slug(word.trim_end_matches(['.', ':']), LONGEST_SLUG))
}

/// The number of a section, or its title in Latin letters.
fn section_name(node: &Node) -> String {
    let number = slug(digits(node), LONGEST_SLUG);
    if number.is_empty() { slug(&node.words(), LONGEST_SLUG) } else { number }
}

/// `wanted`, or with `_2`, `_3` where it is used; `used` counts how often each was wanted.
fn unique(wanted: &str, used: &mut BTreeMap<String, u32>) -> String {
    let mut anchor = wanted.to_owned();
    while used.contains_key(&anchor) {
        let repeat = used.entry(wanted.to_owned()).or_insert(1);
        *repeat += 1;
        anchor = format!("{wanted}_{repeat}");
    }
    used.insert(anchor.clone(), 1);
    anchor
}
