//! The words of a paragraph while a page is walked through.

use super::super::super::document::{Block, Paragraph, Span};
use super::super::characters::clean;
use super::origin;
use super::walk::{Context, Walk};

impl Walk<'_> {
    pub(super) fn text(&mut self, text: &str) {
        // Soft hyphens say nothing in a page, not even at the end of a tag's text.
        let text = text.replace('\u{ad}', "\u{200b}");
        let text = clean(&text, self.next_origin(), &mut self.repairs);
        if self.context.kept {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    self.flush();
                }
                self.push(line);
            }
            return;
        }
        let mut out = String::with_capacity(text.len());
        let mut space = self.ends_with_space();
        for c in text.chars() {
            let is_space = c == ' ' || c.is_ascii_whitespace();
            if !is_space {
                out.push(c);
            } else if !space {
                out.push(' ');
            }
            space = is_space;
        }
        self.push(&out);
    }

    fn ends_with_space(&self) -> bool {
        self.spans.last().is_none_or(|span| span.text.ends_with([' ', '\n', '\t']))
    }

    /// A line break; two of them end the paragraph.
    pub(super) fn line_break(&mut self) {
        match self.spans.last_mut().filter(|span| span.note.is_none()) {
            Some(last) if last.text.trim_end_matches(' ').ends_with('\n') => self.flush(),
            Some(last) => {
                last.text.truncate(last.text.trim_end_matches(' ').len());
                last.text.push('\n');
            }
            None => self.push("\n"),
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let style = &self.context.style;
        let same = |last: &&mut Span| {
            last.note.is_none()
                && (last.bold, last.italic, last.struck) == (style.bold, style.italic, style.struck)
                && (last.script, &last.link) == (style.script, &style.link)
        };
        match self.spans.last_mut().filter(same) {
            Some(last) => last.text.push_str(text),
            None => self.spans.push(Span { text: text.to_owned(), ..style.clone() }),
        }
    }

    /// Ends the paragraph; one without words is none.
    pub(super) fn flush(&mut self) {
        let mut spans = std::mem::take(&mut self.spans);
        trim(&mut spans);
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        self.number += 1;
        let Context { align, area, heading, depth, indent, .. } = self.context;
        let origin = origin(self.number);
        let label = self.label.take();
        let paragraph = Paragraph {
            origin,
            area,
            heading,
            align,
            depth,
            label,
            indent,
            spans,
            ..Paragraph::default()
        };
        self.blocks.push(Block::Paragraph(paragraph));
    }
}

/// Takes white space off both ends.
fn trim(spans: &mut Vec<Span>) {
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
    let empty = spans.iter().take_while(|span| span.text.trim().is_empty()).count();
    spans.drain(..empty);
    if let Some(first) = spans.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
}
