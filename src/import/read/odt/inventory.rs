//! All text of a part, by a pass that knows nothing of paragraphs, styles and numbering.

use crate::source::xml::{self, Element, Token};

use super::inline::{collapse, fixed};
use super::styles::SPACES;

/// The text of a part in the element `within`, an element of `office` or `style`.
///
/// # Errors
/// As [`xml::scan`].
pub(super) fn text(bytes: &[u8], within: &[&str]) -> Result<String, xml::Fault> {
    let mut pass = Pass::default();
    xml::scan(bytes, SPACES, |token| pass.take(token, within))?;
    Ok(pass.text)
}

#[derive(Default)]
struct Pass {
    text: String,
    open: Vec<Element>,
    blank: bool,
}

impl Pass {
    fn take(&mut self, token: Token, within: &[&str]) {
        match token {
            Token::Open(element) => {
                self.text += &fixed(&element);
                if matches!(element.tag(), ("text", "p" | "h")) {
                    self.text.push('\n');
                }
                self.blank |= matches!(element.tag(), ("text", "line-break" | "p" | "h"));
                self.open.push(element);
            }
            Token::Text(text) if self.counts(within) => {
                self.text += &collapse(&text, &mut self.blank);
            }
            Token::Text(_) => {}
            Token::Close => {
                let done = self.open.pop();
                if done.is_some_and(|e| matches!(e.tag(), ("text", "p" | "h" | "note-citation"))) {
                    self.text.push('\n');
                }
            }
        }
    }

    /// Whether text here is a part of a paragraph, and no mark of a note.
    fn counts(&self, within: &[&str]) -> bool {
        let inside = self.open.iter().any(|e| within.contains(&&*e.name));
        let other =
            |e: &Element| matches!(e.tag(), ("text", "note-citation" | "ruby-text") | ("svg", _));
        let paragraph = self.open.iter().any(|e| matches!(e.tag(), ("text", "p" | "h")));
        // Author and date of a comment.
        let signed = self.open.iter().any(|e| e.is("office", "annotation"))
            && self.open.last().is_some_and(|e| e.space != "text");
        inside && paragraph && !signed && !self.open.iter().any(other)
    }
}
