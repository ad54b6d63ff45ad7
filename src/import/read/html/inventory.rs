//! All words that a page shows, by a pass over its tags alone.

use std::collections::BTreeMap;

use super::list::bullet;
use super::notes::Pairs;
use super::style::property;
use super::tokens::{Tag, Tok};
use super::tree::{is_block, is_dropped};

/// The words in the order of the page. Marks of notes and bullets, which are no words, are left
/// out; what is hidden is not.
pub(super) fn words(tokens: &[Tok], pairs: &Pairs) -> String {
    let ends = ends(tokens);
    let mut out = String::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            Tok::Text(text) => out.push_str(text),
            Tok::End(name) => space(name, &mut out),
            Tok::Start(tag) => {
                space(&tag.name, &mut out);
                let end = ends.get(at).copied().unwrap_or(at);
                let inside = tokens.get(at..end).unwrap_or_default();
                if skips(inside, tag) || is_note(at, pairs) {
                    at = end;
                    continue;
                }
            }
        }
        at += 1;
    }
    super::super::characters::clean(
        &out.replace('\u{ad}', "\u{200b}"),
        super::origin(0),
        &mut Vec::new(),
    )
}

/// Tags of blocks part words.
fn space(name: &str, out: &mut String) {
    if is_block(name) || name == "br" {
        out.push('\n');
    }
}

fn is_note(at: usize, pairs: &Pairs) -> bool {
    pairs.marks.contains_key(&at) || pairs.backs.binary_search(&at).is_ok()
}

/// Whether nothing in an element is a word of the text.
fn skips(inside: &[Tok], tag: &Tag) -> bool {
    is_dropped(&tag.name) || is_bullet(inside, tag)
}

/// Whether an element is a mark that Word writes with a symbol font.
fn is_bullet(inside: &[Tok], tag: &Tag) -> bool {
    let list = property(tag.get("style").unwrap_or_default(), "mso-list");
    if !list.is_some_and(|list| list.eq_ignore_ascii_case("ignore")) {
        return false;
    }
    let words = inside.iter().filter_map(|token| match token {
        Tok::Text(text) => Some(text.as_str()),
        _ => None,
    });
    bullet(&words.collect::<String>()).is_some()
}

/// For each start tag, the index of the first token after its element; the next one if it is not
/// ended.
fn ends(tokens: &[Tok]) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=tokens.len()).collect();
    let mut open: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Tok::Start(tag) => open.entry(tag.name.as_str()).or_default().push(at),
            Tok::End(name) => {
                let start = open.get_mut(name.as_str()).and_then(Vec::pop);
                if let Some(end) = start.and_then(|start| ends.get_mut(start)) {
                    *end = at + 1;
                }
            }
            Tok::Text(_) => {}
        }
    }
    ends
}
