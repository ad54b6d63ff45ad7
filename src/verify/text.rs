//! The visible words of a page.

use html5gum::{Token, Tokenizer};

/// Elements whose content nobody reads.
const UNSEEN: [&[u8]; 4] = [b"script", b"style", b"template", b"noscript"];

/// The words of an HTML page as people read them, each once per place, in order. Markup,
/// comments, scripts and styles are left out; attributes too.
#[must_use]
pub fn words(html: &[u8]) -> Vec<String> {
    let mut text = String::new();
    let mut unseen = 0_usize;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) if is_unseen(&tag.name) && !tag.self_closing => unseen += 1,
            Token::EndTag(tag) if is_unseen(&tag.name) => unseen = unseen.saturating_sub(1),
            Token::StartTag(tag) if divides(&tag.name) => text.push(' '),
            Token::EndTag(tag) if divides(&tag.name) => text.push(' '),
            Token::String(string) if unseen == 0 => {
                text.push_str(&String::from_utf8_lossy(&string));
            }
            _ => {}
        }
    }
    text.split_whitespace().map(str::to_owned).collect()
}

fn is_unseen(name: &[u8]) -> bool {
    UNSEEN.contains(&name)
}

/// Whether the element divides words. Marks of footnotes do: they are no part of the word.
fn divides(name: &[u8]) -> bool {
    !matches!(
        name,
        b"a" | b"abbr"
            | b"b"
            | b"cite"
            | b"code"
            | b"dfn"
            | b"em"
            | b"i"
            | b"mark"
            | b"q"
            | b"s"
            | b"small"
            | b"span"
            | b"strong"
            | b"time"
            | b"u"
            | b"wbr"
    )
}

/// Whether all `wanted` words stand in `found`, in this order; others may stand between them.
#[must_use]
pub fn holds(found: &[String], wanted: &[String]) -> bool {
    let mut found = found.iter();
    wanted.iter().all(|word| found.any(|other| other == word))
}
