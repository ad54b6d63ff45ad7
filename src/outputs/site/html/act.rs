//! The body of an edition: sections, clauses, items, tables, footnotes.
//!
//! Identifiers of nodes are the anchors of the model; those that the writer adds contain `_`,
//! which no anchor does.

use std::fmt::Write as _;

use super::escape::push_escaped;
use crate::model::text::{Inline, Node, NodeKind, RegulationText, Table};

/// Words that the writer adds for those who do not see the page.
#[derive(Debug, Clone, Copy)]
pub struct Labels<'a> {
    /// «Сноска».
    pub footnote: &'a str,
    /// «Сноски».
    pub footnotes: &'a str,
    /// «Вернуться к тексту».
    pub back: &'a str,
    /// «Таблица».
    pub table: &'a str,
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
pub fn act_html(text: &RegulationText, to_home: &str, labels: Labels<'_>) -> ActHtml {
    let mut writer = ActWriter {
        out: String::with_capacity(capacity(text)),
        text,
        to_home,
        labels,
        marks: vec![0; text.footnotes.len()],
        tables: 0,
        relative_links: false,
    };
    writer.nodes(&text.nodes, 0);
    writer.footnotes();
    ActHtml { body: writer.out, relative_links: writer.relative_links }
}

/// A fair guess of the length of the result in bytes: most nodes are paragraphs of some lines.
fn capacity(text: &RegulationText) -> usize {
    fn count(nodes: &[Node]) -> usize {
        nodes.iter().map(|node| 1 + count(&node.children)).sum()
    }
    1024 + 400 * count(&text.nodes)
}

/// The state of writing one act.
pub(super) struct ActWriter<'a> {
    pub(super) out: String,
    pub(super) text: &'a RegulationText,
    pub(super) to_home: &'a str,
    pub(super) labels: Labels<'a>,
    /// Marks met so far, per footnote.
    pub(super) marks: Vec<usize>,
    tables: usize,
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

    /// Blocks at `depth` sections below the act; runs of items become one list.
    fn nodes(&mut self, nodes: &[Node], depth: usize) {
        let mut rest = nodes;
        while let Some((node, after)) = rest.split_first() {
            if node.kind == NodeKind::Item {
                let is_item = |node: &&Node| node.kind == NodeKind::Item;
                let items = rest.iter().take_while(is_item).count();
                self.list(&rest[..items], depth);
                rest = &rest[items..];
            } else {
                self.node(node, depth);
                rest = after;
            }
        }
    }

    fn node(&mut self, node: &Node, depth: usize) {
        match &node.kind {
            NodeKind::Section(_) | NodeKind::Appendix(_) => self.section(node, depth),
            NodeKind::Clause => self.block("div", "clause", node, depth),
            NodeKind::Item => self.list(std::slice::from_ref(node), depth),
            NodeKind::Paragraph => self.paragraph(node, depth),
            NodeKind::Note => self.block("div", "note", node, depth),
            NodeKind::Table(table) => self.table(node, table),
            NodeKind::Rule => self.out.push_str("<hr>\n"),
        }
    }

    fn section(&mut self, node: &Node, depth: usize) {
        let heading = format!("h{}", (depth + 2).min(6));
        self.start("section", "", &node.anchor);
        self.open(&heading);
        self.number(node);
        self.inlines(&node.text);
        self.close(&heading);
        self.out.push('\n');
        self.nodes(&node.children, depth + 1);
        self.out.push_str("</section>\n");
    }

    fn list(&mut self, items: &[Node], depth: usize) {
        self.out.push_str("<ul class=\"items\">\n");
        for item in items {
            let class = if item.number.is_none() { "bullet" } else { "" };
            self.block("li", class, item, depth);
        }
        self.out.push_str("</ul>\n");
    }

    /// `node` as an element with its own words in a paragraph and its children after it.
    fn block(&mut self, tag: &str, class: &str, node: &Node, depth: usize) {
        self.start(tag, class, &node.anchor);
        if !node.text.is_empty() || node.number.is_some() {
            self.words(node);
        }
        self.nodes(&node.children, depth);
        self.close(tag);
        self.out.push('\n');
    }

    fn paragraph(&mut self, node: &Node, depth: usize) {
        self.start("p", "", &node.anchor);
        self.number(node);
        self.inlines(&node.text);
        self.out.push_str("</p>\n");
        self.nodes(&node.children, depth);
    }

    fn words(&mut self, node: &Node) {
        self.out.push_str("<p>");
        self.number(node);
        self.inlines(&node.text);
        self.out.push_str("</p>\n");
    }

    /// The literal number, which hangs in the margin.
    fn number(&mut self, node: &Node) {
        if let Some(number) = &node.number {
            let mark = !number.chars().any(char::is_alphanumeric);
            self.out.push_str(if mark { "<span class=\"n dash\">" } else { "<span class=\"n\">" });
            push_escaped(&mut self.out, number);
            self.out.push_str("</span> ");
        }
    }

    /// The begin of an element; empty class and anchor are left out.
    fn start(&mut self, tag: &str, class: &str, anchor: &str) {
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

    fn table(&mut self, node: &Node, table: &Table) {
        self.tables += 1;
        self.out.push_str("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        push_escaped(&mut self.out, self.labels.table);
        let _ = write!(self.out, " {}\">", self.tables);
        self.start("table", "", &node.anchor);
        if node.number.is_some() {
            self.open("caption");
            self.number(node);
            self.inlines(&node.text);
            self.close("caption");
        }
        let rows = table.rows.iter().map(Vec::len);
        let width = rows.chain([table.head.len()]).max().unwrap_or(0);
        if table.head.iter().any(|cell| !cell.is_empty()) {
            self.out.push_str("<thead>");
            self.row(&table.head, width, true);
            self.out.push_str("</thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in &table.rows {
            self.row(row, width, false);
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    /// A row brought to `width` cells; a header cell without words is an ordinary one.
    fn row(&mut self, cells: &[Vec<Inline>], width: usize, header: bool) {
        self.out.push_str("<tr>");
        for index in 0..width {
            let cell = cells.get(index).map_or(&[][..], Vec::as_slice);
            let header = header && !cell.is_empty();
            self.out.push_str(if header { "<th scope=\"col\">" } else { "<td>" });
            self.inlines(cell);
            self.out.push_str(if header { "</th>" } else { "</td>" });
        }
        self.out.push_str("</tr>\n");
    }

    fn footnotes(&mut self) {
        if self.text.footnotes.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        push_escaped(&mut self.out, self.labels.footnotes);
        self.out.push_str("\">\n<ul class=\"items\">\n");
        let text = self.text;
        for (index, note) in text.footnotes.iter().enumerate() {
            let _ = write!(self.out, "<li id=\"note_{}\"><span class=\"n\">", index + 1);
            push_escaped(&mut self.out, &note.label);
            self.out.push_str("</span> ");
            self.nodes(&note.body, 0);
            self.back_links(index);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ul></section>\n");
    }

    /// Links from the note at `index` back to each of its marks.
    fn back_links(&mut self, index: usize) {
        for times in 1..=self.marks[index] {
            let _ = write!(
                self.out,
                "<a class=\"back\" href=\"#mark_{}_{times}\" role=\"doc-backlink\" aria-label=\"↑ ",
                index + 1
            );
            push_escaped(&mut self.out, self.labels.back);
            self.out.push_str("\">↑</a> ");
        }
    }
}
