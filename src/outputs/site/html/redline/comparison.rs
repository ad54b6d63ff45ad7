//! The comparison table as HTML.

use std::fmt::Write as _;

use super::RedlineHtml;
use crate::outputs::changes::table::{Compared, Paragraph, table};

impl RedlineHtml<'_> {
    /// The table: place, old words, new words of each passage that changed.
    pub(super) fn table(&mut self) {
        self.out.push_str("<table class=\"comparison\">\n<thead><tr>");
        for title in ["changes-place", "changes-was-edition", "changes-is-edition"] {
            self.out.push_str("<th scope=\"col\">");
            self.push(self.catalogue.text(title));
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in table(self.redline, self.catalogue) {
            self.compared(&row);
        }
        self.out.push_str("</tbody></table>\n");
    }

    fn compared(&mut self, row: &Compared) {
        let _ = write!(self.out, "<tr><th scope=\"row\"><a href=\"#change_{}\">", row.entry);
        self.push(&row.place);
        self.out.push_str("</a> <span class=\"hint\">");
        self.push(&row.what);
        self.out.push_str("</span></th>");
        let sides = [("changes-was-edition", &row.old), ("changes-is-edition", &row.new)];
        for (label, paragraphs) in sides {
            self.out.push_str("<td data-label=\"");
            self.push(self.catalogue.text(label));
            self.out.push_str("\">");
            paragraphs.iter().for_each(|paragraph| self.paragraph(paragraph));
            if paragraphs.is_empty() {
                self.out.push_str("<span class=\"hint\">");
                self.push(self.catalogue.text("changes-absent"));
                self.out.push_str("</span>");
            }
            self.out.push_str("</td>");
        }
        self.out.push_str("</tr>\n");
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        self.out.push_str("<p>");
        if let Some(number) = &paragraph.number {
            self.piece(number, paragraph.renumbered);
            self.out.push(' ');
        }
        for (nth, cell) in paragraph.cells.iter().enumerate() {
            self.out.push_str(if nth > 0 { " | " } else { "" });
            for piece in cell {
                let words = piece.text.trim_start();
                if words.len() < piece.text.len() {
                    self.out.push(' ');
                }
                self.piece(words, piece.marked);
            }
        }
        self.out.push_str("</p>");
    }

    fn piece(&mut self, words: &str, stands_out: bool) {
        self.out.push_str(if stands_out { "<b>" } else { "" });
        self.push(words);
        self.out.push_str(if stands_out { "</b>" } else { "" });
    }
}
