//! Runs of text within a paragraph.

use std::fmt::Write as _;

use super::act::ActWriter;
use super::escape::{is_allowed, is_relative, push_escaped};
use crate::model::text::Inline;

impl ActWriter<'_> {
    /// Appends `inlines`.
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => push_escaped(&mut self.out, text),
            Inline::Reference { target, text } => self.reference(target.as_deref(), text),
            Inline::Term { index, text } => self.term(*index, text),
            Inline::Strong(inner) => self.wrapped("strong", inner),
            Inline::Emphasis(inner) => self.wrapped("em", inner),
            Inline::Superscript(inner) => self.wrapped("sup", inner),
            Inline::Subscript(inner) => self.wrapped("sub", inner),
            Inline::Code(text) => {
                self.out.push_str("<code>");
                push_escaped(&mut self.out, text);
                self.out.push_str("</code>");
            }
            Inline::Link { href, text } => self.link(href, text),
            Inline::FootnoteMark(index) => self.mark(*index),
            Inline::Break => self.out.push_str("<br>"),
        }
    }

    fn wrapped(&mut self, tag: &str, inner: &[Inline]) {
        self.open(tag);
        self.inlines(inner);
        self.close(tag);
    }

    /// A link to another place of the act; only its words if there is no such place.
    fn reference(&mut self, target: Option<&str>, text: &str) {
        let target = target.filter(|_| !self.in_link);
        if let Some(target) = target {
            self.out.push_str("<a class=\"ref\" href=\"#");
            push_escaped(&mut self.out, target);
            self.out.push_str("\">");
        }
        push_escaped(&mut self.out, text);
        if target.is_some() {
            self.out.push_str("</a>");
        }
    }

    /// The use of a term: a link to its definition that shows what it stands for. Its description
    /// is the entry `term_…` in the page's list of terms.
    fn term(&mut self, index: usize, text: &str) {
        let term = self.text.terms.get(index).filter(|_| !self.in_link);
        if let Some(term) = term {
            self.out.push_str("<a class=\"t\" href=\"#");
            push_escaped(&mut self.out, &term.anchor);
            self.out.push_str("\" data-t=\"");
            push_escaped(&mut self.out, &term.full);
            let _ = write!(self.out, "\" aria-describedby=\"term_{}\">", index + 1);
        }
        push_escaped(&mut self.out, text);
        if term.is_some() {
            self.out.push_str("</a>");
        }
    }

    /// A link; only its text where the address may not stand.
    fn link(&mut self, href: &str, text: &[Inline]) {
        if self.in_link || !is_allowed(href) {
            return self.inlines(text);
        }
        self.in_link = true;
        self.out.push_str("<a href=\"");
        if is_relative(href) {
            self.relative_links = true;
            push_escaped(&mut self.out, self.to_home);
        }
        push_escaped(&mut self.out, href);
        self.out.push_str("\">");
        self.inlines(text);
        self.out.push_str("</a>");
        self.in_link = false;
    }

    /// A mark of the footnote at `index`: every mark has an identifier of its own, so that the
    /// note can lead back to each of them.
    fn mark(&mut self, index: usize) {
        let (Some(note), Some(marks)) = (self.text.footnotes.get(index), self.marks.get_mut(index))
        else {
            return;
        };
        marks.push(self.here.clone());
        let (number, times) = (index + 1, marks.len());
        // Writing to a string does not fail.
        let _ = write!(
            self.out,
            "<sup class=\"mark\"><a id=\"mark_{number}_{times}\" href=\"#note_{number}\" \
             role=\"doc-noteref\" aria-label=\""
        );
        push_escaped(&mut self.out, &self.labels.footnote);
        self.out.push(' ');
        push_escaped(&mut self.out, &note.label);
        self.out.push_str("\">");
        push_escaped(&mut self.out, &note.label);
        self.out.push_str("</a></sup>");
    }
}
