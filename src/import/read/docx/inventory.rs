//! All text of a part, by a pass that knows nothing of paragraphs, styles and numbering.

use crate::source::xml::{self, Element, Token};

use super::inline::plain;
use super::package::SPACES;

/// The text of a part.
///
/// # Errors
/// As [`xml::scan`].
pub(super) fn part(bytes: &[u8]) -> Result<String, xml::Fault> {
    let mut pass = Pass::default();
    xml::scan(bytes, SPACES, |token| pass.take(token))?;
    Ok(pass.text)
}

#[derive(Default)]
struct Pass {
    text: String,
    open: Vec<Element>,
    /// Number of open elements from which on nothing counts: the second branch of alternatives.
    skip: Option<usize>,
}

impl Pass {
    fn take(&mut self, token: Token) {
        match token {
            Token::Open(element) => {
                let second = matches!(element.tag(), ("mc", "Fallback") | ("w", "rt"));
                self.open.push(element);
                if second && self.skip.is_none() {
                    self.skip = Some(self.open.len());
                }
            }
            Token::Text(text) => {
                if let Some(element) = self.open.last_mut().filter(|_| self.skip.is_none()) {
                    element.children.push(xml::Node::Text(text));
                }
            }
            Token::Close => {
                let done = self.open.pop();
                if self.skip.is_some_and(|from| self.open.len() < from) {
                    self.skip = None;
                } else if self.skip.is_none() {
                    self.text += &done.map(|element| text(&element)).unwrap_or_default();
                }
            }
        }
    }
}

/// What an element adds to the text.
fn text(element: &Element) -> String {
    match element.tag() {
        ("m" | "a", "t") => element.text(),
        ("w" | "a", "p" | "br") => "\n".to_owned(),
        _ => plain(element),
    }
}
