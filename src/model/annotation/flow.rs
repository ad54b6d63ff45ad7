//! The words of an act as one string, with the numbered places of the act.

use std::ops::Range;

use super::letters;
use super::places::Places;
use crate::model::text::{Inline, Node, NodeKind, RegulationText, note_anchor, plain_text};

/// All words of an act. Runs are separated by line feeds, or by spaces where a sentence goes on:
/// damaged texts have every line as a paragraph.
pub(super) struct Flow<'t> {
    pub(super) text: String,
    /// Pieces of `text` in order: words of nodes, cells, bodies of footnotes.
    pub(super) runs: Vec<Run<'t>>,
    /// Byte ranges of all words, in order.
    pub(super) words: Vec<Range<usize>>,
    pub(super) places: Places<'t>,
    /// Words of the run that is being read.
    buffer: String,
    /// The last character of `text` that is no space: a list may have any number of empty items.
    last: Option<char>,
}

impl Run<'_> {
    /// Anchor of the node or footnote.
    pub(super) fn anchor(&self) -> String {
        self.note.map_or_else(|| self.anchor.to_owned(), note_anchor)
    }
}

/// The words of one node or one cell.
#[derive(Clone, Copy)]
pub(super) struct Run<'t> {
    /// Where it begins in the text of the flow.
    pub(super) start: usize,
    /// Anchor of the node; empty in a footnote.
    pub(super) anchor: &'t str,
    /// Index of the footnote, if it stands in one.
    pub(super) note: Option<usize>,
    /// Line of the node.
    pub(super) line: u32,
    /// The nearest numbered place around it.
    pub(super) place: Option<usize>,
    /// How many places begin before or with it.
    pub(super) before: usize,
}

impl<'t> Flow<'t> {
    /// Joins the words of `text`.
    pub(super) fn read(text: &'t RegulationText) -> Self {
        let mut flow = Flow {
            text: String::new(),
            runs: Vec::new(),
            words: Vec::new(),
            places: Places::new(&text.footnotes),
            buffer: String::new(),
            last: None,
        };
        flow.nodes(&text.nodes, None, None);
        for (index, note) in text.footnotes.iter().enumerate() {
            flow.nodes(&note.body, None, Some(index));
        }
        flow.words = letters::words(&flow.text).collect();
        flow
    }

    /// The run in which the byte at `at` stands.
    pub(super) fn run_at(&self, at: usize) -> Option<&Run<'t>> {
        let after = self.runs.partition_point(|run| run.start <= at);
        self.runs.get(after.checked_sub(1)?)
    }

    /// The words within the byte range.
    pub(super) fn words_in(&self, range: &Range<usize>) -> &[Range<usize>] {
        let first = self.words.partition_point(|word| word.start < range.start);
        let rest = &self.words[first..];
        &rest[..rest.partition_point(|word| word.end <= range.end)]
    }

    /// Adds `nodes`, which stand in `place` or in the footnote `note`.
    fn nodes(&mut self, nodes: &'t [Node], place: Option<usize>, note: Option<usize>) {
        for node in nodes {
            let own = if note.is_none() { self.places.open(node, place) } else { None };
            let run = Run {
                start: 0,
                anchor: &node.anchor,
                note,
                line: node.line,
                place: own.or(place),
                before: self.places.len(),
            };
            let is_table = matches!(node.kind, NodeKind::Table(_));
            self.push(&node.text, run, !is_table);
            if let NodeKind::Table(table) = &node.kind {
                for cell in std::iter::once(&table.head).chain(&table.rows).flatten() {
                    self.push(cell, run, false);
                }
            }
            self.nodes(&node.children, own.or(place), note);
            if let Some(index) = own {
                self.places.close(index);
            }
        }
    }

    fn push(&mut self, inlines: &[Inline], run: Run<'t>, may_go_on: bool) {
        self.buffer.clear();
        plain_text(inlines, &mut self.buffer);
        if !self.runs.is_empty() {
            let goes_on = may_go_on && goes_on(self.last, &self.buffer);
            self.text.push(if goes_on { ' ' } else { '\n' });
        }
        self.runs.push(Run { start: self.text.len(), ..run });
        self.text.push_str(&self.buffer);
        self.last = self.buffer.trim_end().chars().next_back().or(self.last);
    }
}

/// Whether the sentence of which this is the last character goes on with `after`.
fn goes_on(last: Option<char>, after: &str) -> bool {
    let ended = last.is_none_or(|c| matches!(c, '.' | ';' | ':' | '!' | '?'));
    let open = last.is_some_and(|c| letters::is_dash(c) || c == '(');
    open || !ended && after.starts_with(|c: char| c == '(' || c.is_lowercase())
}
