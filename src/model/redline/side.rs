//! One of the two texts, ready for comparing.

use super::bag::Bag;
use super::tokens::{Lexicon, Phrase};
use super::{Role, Spot};
use crate::model::passages::{Passage, PassageKind, Step, passages};
use crate::model::text::{Inline, Node, NodeKind, RegulationText, plain_text};

/// A text with its passages cut into tokens; all lists have the order of the passages.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) passages: Vec<Passage<'a>>,
    /// Words of each passage: the rows of a table, else one line of one cell.
    pub(super) lines: Vec<Vec<Line>>,
    /// Tokens of each passage.
    pub(super) ids: Vec<Vec<u32>>,
    /// Tokens of each number.
    pub(super) numbers: Vec<Option<Vec<u32>>>,
    pub(super) bags: Vec<Bag>,
    /// Passages within each.
    pub(super) children: Vec<Vec<usize>>,
    /// Passages within none.
    pub(super) roots: Vec<usize>,
    /// Which of its kind each passage is in the one around it, from 1.
    ordinals: Vec<u32>,
}

/// A row of a table, or the words of another passage.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) role: Role,
    pub(super) cells: Vec<Phrase>,
}

impl Line {
    /// Tokens of all cells.
    pub(super) fn ids(&self) -> Vec<u32> {
        self.cells.iter().flat_map(|cell| cell.tokens.iter().map(|token| token.id)).collect()
    }
}

impl<'a> Side<'a> {
    pub(super) fn new(text: &'a RegulationText, lexicon: &mut Lexicon) -> Self {
        let passages = passages(text);
        let mut nodes = Vec::with_capacity(passages.len());
        collect(&text.nodes, &mut nodes);
        let mut lines = Vec::with_capacity(passages.len());
        for (index, passage) in passages.iter().enumerate() {
            lines.push(match nodes.get(index) {
                Some(Node { kind: NodeKind::Table(_), .. }) => table(nodes[index], lexicon),
                _ => vec![Line { role: Role::Words, cells: vec![lexicon.phrase(&passage.words)] }],
            });
        }
        let ids: Vec<Vec<u32>> =
            lines.iter().map(|lines| lines.iter().flat_map(Line::ids).collect()).collect();
        let numbers = passages.iter().map(|p| p.number.map(|number| lexicon.ids(number)));
        let numbers = numbers.collect();
        let bags = ids.iter().map(|ids| Bag::new(ids, lexicon)).collect();
        let mut children = vec![Vec::new(); passages.len()];
        let mut roots = Vec::new();
        for (index, passage) in passages.iter().enumerate() {
            passage.parent.map_or(&mut roots, |parent| &mut children[parent]).push(index);
        }
        let ordinals = ordinals(&passages, &children, &roots);
        Self { passages, lines, ids, numbers, bags, children, roots, ordinals }
    }

    /// Where the passage stands.
    pub(super) fn spot(&self, index: usize) -> Spot {
        let passage = &self.passages[index];
        let mut path = Vec::new();
        let mut at = Some(index);
        while let Some(index) = at {
            path.push(self.step(index));
            at = self.passages[index].parent;
        }
        path.reverse();
        Spot {
            index,
            number: passage.number.map(ToOwned::to_owned),
            anchor: passage.anchor.to_owned(),
            path,
        }
    }

    fn step(&self, index: usize) -> Step {
        let passage = &self.passages[index];
        Step {
            kind: passage.kind,
            number: passage.number.map(ToOwned::to_owned),
            ordinal: self.ordinals[index],
            title: if passage.kind.is_heading() { passage.words.clone() } else { String::new() },
            repeated: passage.anchor.contains('_'),
        }
    }
}

/// The nodes that are passages, in the order of the text.
fn collect<'a>(nodes: &'a [Node], out: &mut Vec<&'a Node>) {
    for node in nodes.iter().filter(|node| node.kind != NodeKind::Rule) {
        out.push(node);
        collect(&node.children, out);
    }
}

/// Caption, header and rows, those without words left out.
fn table(node: &Node, lexicon: &mut Lexicon) -> Vec<Line> {
    let NodeKind::Table(table) = &node.kind else { return Vec::new() };
    let mut lines = Vec::with_capacity(table.rows.len() + 2);
    lines.push(Line { role: Role::Caption, cells: vec![lexicon.phrase(&node.words())] });
    let mut row = |role, cells: &[Vec<Inline>]| {
        lines.push(Line { role, cells: cells.iter().map(|cell| words(cell, lexicon)).collect() });
    };
    row(Role::Head, &table.head);
    table.rows.iter().for_each(|cells| row(Role::Body, cells));
    lines.retain(|line| line.cells.iter().any(|cell| !cell.tokens.is_empty()));
    lines
}

fn words(inlines: &[Inline], lexicon: &mut Lexicon) -> Phrase {
    let mut words = String::new();
    plain_text(inlines, &mut words);
    lexicon.phrase(&words)
}

fn ordinals(passages: &[Passage<'_>], children: &[Vec<usize>], roots: &[usize]) -> Vec<u32> {
    let mut ordinals = vec![0; passages.len()];
    let lists = children.iter().enumerate().map(|(parent, list)| (Some(parent), list.as_slice()));
    for (parent, list) in lists.chain([(None, roots)]) {
        let has_words = parent.is_some_and(|parent| {
            !passages[parent].kind.is_heading() && !passages[parent].words.is_empty()
        });
        let (mut paragraphs, mut others) = (u32::from(has_words), [0; 4]);
        let counted =
            |number: Option<&str>| !number.is_some_and(|n| n.contains(char::is_alphanumeric));
        for index in list.iter().filter(|index| counted(passages[**index].number)) {
            let counter = match passages[*index].kind {
                PassageKind::Paragraph => &mut paragraphs,
                PassageKind::Item => &mut others[0],
                PassageKind::Note => &mut others[1],
                PassageKind::Table => &mut others[2],
                _ => &mut others[3],
            };
            *counter += 1;
            ordinals[*index] = *counter;
        }
    }
    ordinals
}
