//! Splitting text at spans.

use super::{Span, What};
use crate::model::text::{Inline, Node, NodeKind, RegulationText, plain_text};

/// Splits the words of `text`: `runs` are the beginnings of its runs in the joined words, in the
/// order in which a walk meets them, `spans` are in order and apart. A span that is not within
/// one piece of plain text is left out.
pub(super) fn cut(text: &mut RegulationText, runs: &[usize], spans: Vec<Span>) {
    let mut cutter = Cutter { runs: runs.iter(), spans: spans.into_iter().peekable() };
    cutter.nodes(&mut text.nodes);
    for note in &mut text.footnotes {
        cutter.nodes(&mut note.body);
    }
}

struct Cutter<'r, S: Iterator<Item = Span>> {
    runs: std::slice::Iter<'r, usize>,
    spans: std::iter::Peekable<S>,
}

impl<S: Iterator<Item = Span>> Cutter<'_, S> {
    fn nodes(&mut self, nodes: &mut [Node]) {
        for node in nodes {
            self.run(&mut node.text);
            if let NodeKind::Table(table) = &mut node.kind {
                for cell in std::iter::once(&mut table.head).chain(&mut table.rows).flatten() {
                    self.run(cell);
                }
            }
            self.nodes(&mut node.children);
        }
    }

    fn run(&mut self, inlines: &mut Vec<Inline>) {
        let Some(start) = self.runs.next() else { return };
        let next = self.runs.as_slice().first().copied().unwrap_or(usize::MAX);
        if self.spans.peek().is_some_and(|span| span.range.start < next) {
            self.inlines(inlines, *start);
        }
    }

    /// Splits `inlines`, which begin at `at`, and gives their end.
    fn inlines(&mut self, inlines: &mut Vec<Inline>, mut at: usize) -> usize {
        let mut out = Vec::with_capacity(inlines.len());
        for mut inline in inlines.drain(..) {
            match &mut inline {
                Inline::Text(text) => {
                    let text = std::mem::take(text);
                    let end = at + text.len();
                    self.text(text, at, &mut out);
                    at = end;
                    continue;
                }
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Superscript(inner)
                | Inline::Subscript(inner) => at = self.inlines(inner, at),
                _ => {
                    let mut words = String::new();
                    plain_text(std::slice::from_ref(&inline), &mut words);
                    at += words.len();
                }
            }
            out.push(inline);
        }
        *inlines = out;
        at
    }

    /// Splits `text`, which begins at `start`, into `out`.
    fn text(&mut self, mut text: String, start: usize, out: &mut Vec<Inline>) {
        let end = start + text.len();
        let mut at = start;
        while let Some(span) = self.spans.next_if(|span| span.range.start < end) {
            if span.range.start < at || span.range.end > end {
                continue;
            }
            let rest = text.split_off(span.range.end - at);
            let words = text.split_off(span.range.start - at);
            push(text, out);
            out.push(match span.what {
                What::Reference(target) => Inline::Reference { target, text: words },
                What::Term(index) => Inline::Term { index, text: words },
            });
            text = rest;
            at = span.range.end;
        }
        push(text, out);
    }
}

fn push(text: String, out: &mut Vec<Inline>) {
    if !text.is_empty() {
        out.push(Inline::Text(text));
    }
}
