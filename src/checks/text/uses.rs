//! References and terms of an act with their places.

use super::Act;
use crate::diagnostics::Place;
use crate::model::text::{Inline, Node, NodeKind, plain_text};

/// A reference or a use of a term.
pub(super) struct Use<'a> {
    /// The inline itself.
    pub(super) inline: &'a Inline,
    /// Index of the passage in which it stands.
    pub(super) passage: usize,
    /// Its words.
    words: &'a str,
    /// Line of the node, and how often its words stand before it there.
    line: u32,
    nth: usize,
}

impl Use<'_> {
    /// The place of its words in the source.
    pub(super) fn place(&self, act: &Act<'_>) -> Place {
        act.written.nth(self.line, self.words, self.nth)
    }
}

/// All references and uses of terms, in the order of the source.
pub(super) fn uses<'a>(act: &Act<'a>) -> Vec<Use<'a>> {
    let mut walk = Walk::default();
    walk.nodes(&act.text.nodes, true);
    for note in &act.text.footnotes {
        walk.begin(note.line, &note.label);
        walk.nodes(&note.body, false);
        walk.passages += 1;
    }
    walk.marks
}

#[derive(Default)]
struct Walk<'a> {
    marks: Vec<Use<'a>>,
    /// Passages that are complete.
    passages: usize,
    /// The line on which the present one begins, and its words so far.
    line: u32,
    so_far: String,
}

impl<'a> Walk<'a> {
    fn begin(&mut self, line: u32, number: &str) {
        self.line = line;
        self.so_far.clear();
        self.so_far.push_str(number);
    }

    /// Walks `nodes`; `own` tells whether each is a passage.
    fn nodes(&mut self, nodes: &'a [Node], own: bool) {
        for node in nodes.iter().filter(|node| node.kind != NodeKind::Rule) {
            if own {
                self.begin(node.line, node.number.as_deref().unwrap_or_default());
            }
            self.inlines(&node.text);
            if let NodeKind::Table(table) = &node.kind {
                for cell in std::iter::once(&table.head).chain(&table.rows).flatten() {
                    self.inlines(cell);
                }
            }
            self.passages += usize::from(own);
            self.nodes(&node.children, own);
        }
    }

    fn inlines(&mut self, inlines: &'a [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Superscript(inner)
                | Inline::Subscript(inner) => self.inlines(inner),
                Inline::Reference { text, .. } | Inline::Term { text, .. } => {
                    self.mark(inline, text);
                    self.so_far.push_str(text);
                }
                _ => plain_text(std::slice::from_ref(inline), &mut self.so_far),
            }
        }
    }

    fn mark(&mut self, inline: &'a Inline, words: &'a str) {
        let nth = self.so_far.matches(words).count();
        let (passage, line) = (self.passages, self.line);
        self.marks.push(Use { inline, passage, words, line, nth });
    }
}
