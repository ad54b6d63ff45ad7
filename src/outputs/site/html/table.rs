//! Tables. With a header they stack on a phone: each row becomes a block, its cells labelled with
//! their header cells (the script of the page gives such a table the roles that some browsers then
//! forget). What may be wider than its column all the same scrolls in a region of its own.

use std::fmt::Write as _;

use super::act::ActWriter;
use super::escape::push_escaped;
use crate::model::text::{Inline, Node, Table, plain_text};

/// Most columns that fit the column of the text at every width, if the table stacks on a phone.
const FIT_STACKED: usize = 4;
/// The same for a table without a header, which does not.
const FIT_PLAIN: usize = 2;

/// How a table is written.
struct Shape {
    /// Words of the header cells; none if the table has no header.
    labels: Vec<String>,
    /// Cells of every row: short ones are filled up.
    width: usize,
}

impl Shape {
    fn new(table: &Table) -> Self {
        let has_header = table.head.iter().any(|cell| !cell.is_empty());
        let head = table.head.iter().filter(|_| has_header);
        let labels = head.map(|cell| {
            let mut words = String::new();
            plain_text(cell, &mut words);
            words
        });
        let rows = table.rows.iter().map(Vec::len);
        let width = rows.chain([table.head.len()]).max().unwrap_or(0);
        Self { labels: labels.collect(), width }
    }

    fn stacks(&self) -> bool {
        !self.labels.is_empty()
    }
}

impl ActWriter<'_> {
    pub(super) fn table(&mut self, node: &Node, table: &Table) {
        let shape = Shape::new(table);
        let citation = self.enter(node);
        self.tables += 1;
        self.out.push_str("<div class=\"tbl\">");
        self.link_mark(node, &citation);
        self.region(shape.width > if shape.stacks() { FIT_STACKED } else { FIT_PLAIN });
        self.start("table", if shape.stacks() { "stacks" } else { "" }, &node.anchor);
        if node.number.is_some() {
            self.open("caption");
            self.number(node);
            self.inlines(&node.text);
            self.close("caption");
        }
        self.rows(table, &shape);
        self.children(node);
        self.out.push_str("</table></div></div>\n");
    }

    /// What the table scrolls in; only one that may have to is a stop of the keyboard.
    fn region(&mut self, may_scroll: bool) {
        self.out.push_str("<div class=\"scroll\"");
        if may_scroll {
            self.out.push_str(" tabindex=\"0\" role=\"region\" aria-label=\"");
            push_escaped(&mut self.out, &self.labels.table);
            let _ = write!(self.out, " {}\"", self.tables);
        }
        self.out.push('>');
    }

    fn rows(&mut self, table: &Table, shape: &Shape) {
        if shape.stacks() {
            self.out.push_str("<thead><tr>");
            for index in 0..shape.width {
                self.header_cell(table.head.get(index).map_or(&[], Vec::as_slice));
            }
            self.out.push_str("</tr></thead>\n");
        }
        self.out.push_str("<tbody>\n");
        for row in &table.rows {
            self.out.push_str("<tr>");
            for index in 0..shape.width {
                let label = shape.labels.get(index).map_or("", String::as_str);
                self.cell(row.get(index).map_or(&[], Vec::as_slice), label);
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>");
    }

    /// A header cell; one without words is an ordinary one.
    fn header_cell(&mut self, words: &[Inline]) {
        let empty = words.is_empty();
        self.out.push_str(if empty { "<td>" } else { "<th scope=\"col\">" });
        self.inlines(words);
        self.out.push_str(if empty { "</td>" } else { "</th>" });
    }

    fn cell(&mut self, words: &[Inline], label: &str) {
        self.out.push_str("<td");
        if !label.is_empty() {
            self.out.push_str(" data-label=\"");
            push_escaped(&mut self.out, label);
            self.out.push('"');
        }
        self.out.push('>');
        self.inlines(words);
        self.out.push_str("</td>");
    }
}
