//! The body of an edition: sections, clauses, items, footnotes.
//!
//! Identifiers of nodes are the anchors of the model; those that the writer adds contain `_`
//! before a number of their own (`note_1`, `mark_1_2`, `term_1`). Every node with an anchor gets
//! a link mark, `<a class="m">` without words, whose name is the citation of the place.

use std::fmt::Write as _;

use super::escape::push_escaped;
use crate::language::Catalogue;
use crate::model::passages::{PassageKind, Step};
use crate::model::text::{Node, NodeKind, RegulationText};
use crate::outputs::citation::Citations;

/// Words that the writer adds for those who do not see the page, and forms of citations.
#[derive(Debug, Clone)]
pub struct Labels {
    /// «Сноска».
    pub(super) footnote: String,
    /// «Сноски».
    footnotes: String,
    /// «Вернуться к тексту».
    back: String,
    /// «Таблица».
    pub(super) table: String,
    citations: Citations,
}

impl Labels {
    /// Those of the catalogue's language.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let text = |key: &str| catalogue.text(key).to_owned();
        Self {
            footnote: text("site-footnote"),
            footnotes: text("site-footnotes"),
            back: text("site-back-to-text"),
            table: text("site-table"),
            citations: Citations::new(catalogue),
        }
    }
}

/// An act as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActHtml {
    /// The body: a run of blocks.
    pub body: String,
    /// Whether it has links relative to the school's folder, so that it fits only pages of the
    /// depth for which it was made.
    pub relative_links: bool,
}

/// Writes `text` as HTML; `to_home` leads from the page to the school's folder (`../`), from
/// which relative links of the text are read.
#[must_use]
pub fn act_html(text: &RegulationText, to_home: &str, labels: &Labels) -> ActHtml {
    let mut writer = ActWriter {
        out: String::with_capacity(capacity(text)),
        text,
        to_home,
        labels,
        marks: vec![Vec::new(); text.footnotes.len()],
        path: Vec::new(),
        here: String::new(),
        tables: 0,
        in_link: false,
        relative_links: false,
    };
    writer.nodes(&text.nodes);
    writer.footnotes();
    ActHtml { body: writer.out, relative_links: writer.relative_links }
}

/// A fair guess of the length of the result in bytes: most nodes are paragraphs of some lines.
fn capacity(text: &RegulationText) -> usize {
    fn count(nodes: &[Node]) -> usize {
        nodes.iter().map(|node| 1 + count(&node.children)).sum()
    }
    1024 + 500 * count(&text.nodes)
}

/// How `node` is cited: what has no number is counted as its anchor counts it, `2` in `p-5.2-a2`
/// and, of items with a dash, in `p-5.2-_2`.
fn step(node: &Node) -> Option<Step> {
    let kind = PassageKind::of(&node.kind)?;
    let last = node.anchor.rsplit('-').next().unwrap_or_default();
    let (counted, again) = last.split_once('_').unwrap_or((last, "1"));
    let ordinal = counted.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = if counted.is_empty() { again } else { ordinal };
    Some(Step {
        kind,
        number: node.number.clone(),
        ordinal: ordinal.parse().unwrap_or_default(),
        title: if kind.is_heading() { node.words() } else { String::new() },
        repeated: node.anchor.contains('_'),
    })
}

/// The state of writing one act.
pub(super) struct ActWriter<'a> {
    pub(super) out: String,
    pub(super) text: &'a RegulationText,
    pub(super) to_home: &'a str,
    pub(super) labels: &'a Labels,
    /// Marks met so far, per footnote: citations of the places where they stand.
    pub(super) marks: Vec<Vec<String>>,
    /// The node that is written and those around it, the outermost first.
    path: Vec<Step>,
    /// Citation of the node that is written; kept up only where there are footnotes.
    pub(super) here: String,
    pub(super) tables: usize,
    /// Whether a link is open: there is no link in a link.
    pub(super) in_link: bool,
    pub(super) relative_links: bool,
}

impl ActWriter<'_> {
    pub(super) fn open(&mut self, tag: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
    }

    pub(super) fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// Blocks; runs of items become one list.
    fn nodes(&mut self, nodes: &[Node]) {
        let mut rest = nodes;
        while let Some((node, after)) = rest.split_first() {
            if node.kind == NodeKind::Item {
                let is_item = |node: &&Node| node.kind == NodeKind::Item;
                let items = rest.iter().take_while(is_item).count();
                self.list(&rest[..items]);
                rest = &rest[items..];
            } else {
                self.node(node);
                rest = after;
            }
        }
    }

    fn node(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Section(_) | NodeKind::Appendix(_) => self.section(node),
            NodeKind::Clause => self.block("div", "clause", node),
            NodeKind::Item => self.list(std::slice::from_ref(node)),
            NodeKind::Paragraph => self.paragraph(node),
            NodeKind::Note => self.note(node),
            NodeKind::Table(table) => self.table(node, table),
            NodeKind::Rule => self.out.push_str("<hr>\n"),
        }
    }

    /// A heading and what belongs to it. The link mark stands beside the heading, not in it, so
    /// that it is no part of the heading's name.
    fn section(&mut self, node: &Node) {
        let citation = self.enter(node);
        let depth = self.path.iter().filter(|step| step.kind.is_heading()).count();
        let heading = format!("h{}", (depth + 1).min(6));
        self.start("section", "", &node.anchor);
        self.out.push_str("<div class=\"h\">");
        self.open(&heading);
        self.number(node);
        self.inlines(&node.text);
        self.close(&heading);
        self.link_mark(node, &citation);
        self.out.push_str("</div>\n");
        self.children(node);
        self.out.push_str("</section>\n");
    }

    fn list(&mut self, items: &[Node]) {
        self.out.push_str("<ul class=\"items\">\n");
        for item in items {
            let class = if item.number.is_none() { "bullet" } else { "" };
            self.block("li", class, item);
        }
        self.out.push_str("</ul>\n");
    }

    /// `node` as an element with its own words in a paragraph and its children after it.
    fn block(&mut self, tag: &str, class: &str, node: &Node) {
        let citation = self.enter(node);
        self.start(tag, class, &node.anchor);
        if !node.text.is_empty() || node.number.is_some() {
            self.out.push_str("<p>");
            self.words(node, &citation);
        }
        self.children(node);
        self.close(tag);
        self.out.push('\n');
    }

    fn paragraph(&mut self, node: &Node) {
        let citation = self.enter(node);
        self.start("p", "", &node.anchor);
        self.words(node, &citation);
        self.children(node);
    }

    fn note(&mut self, node: &Node) {
        let citation = self.enter(node);
        self.start("div", "note", &node.anchor);
        self.link_mark(node, &citation);
        self.number(node);
        self.inlines(&node.text);
        self.children(node);
        self.out.push_str("</div>\n");
    }

    /// Number, words and link mark of a paragraph that is open, and its end.
    fn words(&mut self, node: &Node, citation: &str) {
        self.number(node);
        self.inlines(&node.text);
        self.link_mark(node, citation);
        self.out.push_str("</p>\n");
    }

    /// The literal number, which hangs in the margin.
    pub(super) fn number(&mut self, node: &Node) {
        if let Some(number) = &node.number {
            let mark = !number.chars().any(char::is_alphanumeric);
            self.out.push_str(if mark { "<span class=\"n dash\">" } else { "<span class=\"n\">" });
            push_escaped(&mut self.out, number);
            self.out.push_str("</span> ");
        }
    }

    /// Begins `node`; its citation, which is empty for a node without an anchor, to which nothing
    /// can lead.
    pub(super) fn enter(&mut self, node: &Node) -> String {
        self.path.extend(step(node));
        if node.anchor.is_empty() {
            return String::new();
        }
        let citation = self.labels.citations.of(&self.path);
        if !self.marks.is_empty() {
            self.here.clone_from(&citation);
        }
        citation
    }

    /// What is within `node`, with which it ends.
    pub(super) fn children(&mut self, node: &Node) {
        self.nodes(&node.children);
        self.path.pop();
    }

    /// The link of a node to itself. It has no words: the sign comes from the style sheet.
    pub(super) fn link_mark(&mut self, node: &Node, citation: &str) {
        if node.anchor.is_empty() {
            return;
        }
        self.out.push_str("<a class=\"m\" href=\"#");
        push_escaped(&mut self.out, &node.anchor);
        self.out.push_str("\" aria-label=\"");
        push_escaped(&mut self.out, citation);
        self.out.push_str("\"></a>");
    }

    /// The begin of an element; empty class and anchor are left out.
    pub(super) fn start(&mut self, tag: &str, class: &str, anchor: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in [("class", class), ("id", anchor)] {
            if !value.is_empty() {
                self.out.push(' ');
                self.out.push_str(name);
                self.out.push_str("=\"");
                push_escaped(&mut self.out, value);
                self.out.push('"');
            }
        }
        self.out.push('>');
    }

    fn footnotes(&mut self) {
        if self.text.footnotes.is_empty() {
            return;
        }
        self.here.clear();
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        push_escaped(&mut self.out, &self.labels.footnotes);
        self.out.push_str("\">\n<ul class=\"items\">\n");
        let text = self.text;
        for (index, note) in text.footnotes.iter().enumerate() {
            let _ = write!(self.out, "<li id=\"note_{}\"><span class=\"n\">", index + 1);
            push_escaped(&mut self.out, &note.label);
            self.out.push_str("</span> ");
            self.nodes(&note.body);
            self.back_links(index);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ul></section>\n");
    }

    /// Links from the note at `index` back to each of its marks, named by where they lead.
    fn back_links(&mut self, index: usize) {
        for (times, place) in std::mem::take(&mut self.marks[index]).iter().enumerate() {
            let _ = write!(
                self.out,
                "<a class=\"back\" href=\"#mark_{}_{}\" role=\"doc-backlink\" aria-label=\"↑ ",
                index + 1,
                times + 1
            );
            push_escaped(&mut self.out, &self.labels.back);
            if !place.is_empty() {
                self.out.push_str(": ");
                push_escaped(&mut self.out, place);
            }
            self.out.push_str("\">↑</a> ");
        }
    }
}
