//! Footnotes of pages: a short link that leads to where a short link leads back.

use std::collections::BTreeMap;

use super::tokens::{Tok, anchors};

/// Longest mark of a note, in characters: `[12]`, `***`.
const LONGEST: usize = 6;
/// How far from the link the place may stand to which the note leads back, in tokens.
const NEAR: usize = 6;

/// Links of notes, as indexes of tokens.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// From the link at a mark to the element that it leads to.
    pub(super) marks: BTreeMap<usize, usize>,
    /// Links that lead back.
    pub(super) backs: Vec<usize>,
}

/// A short link within the page.
struct Link<'a> {
    at: usize,
    target: usize,
    text: &'a str,
}

/// Finds the notes of a page.
pub(super) fn pairs(tokens: &[Tok]) -> Pairs {
    let anchors = anchors(tokens);
    let links: Vec<Link> = (0..tokens.len()).filter_map(|at| link(tokens, at, &anchors)).collect();
    let mut pairs = Pairs::default();
    let mut backs: BTreeMap<usize, usize> = BTreeMap::new();
    for back in links.iter().filter(|link| link.target < link.at) {
        backs.entry(back.target).or_insert(back.at);
    }
    for mark in links.iter().filter(|link| link.target > link.at && !link.text.is_empty()) {
        let near = mark.at.saturating_sub(NEAR)..=mark.at + NEAR;
        let mut near = backs.range(near).map(|(_, at)| *at);
        if let Some(back) = near.find(|at| *at >= mark.target) {
            pairs.marks.insert(mark.at, mark.target);
            pairs.backs.push(back);
        }
    }
    pairs.backs.sort_unstable();
    pairs
}

/// The short link that begins at a token.
fn link<'a>(tokens: &'a [Tok], at: usize, anchors: &BTreeMap<&str, usize>) -> Option<Link<'a>> {
    let Some(Tok::Start(tag)) = tokens.get(at) else { return None };
    let href = tag.get("href").filter(|_| tag.name == "a")?;
    let target = *anchors.get(href.rsplit_once('#')?.1)?;
    let inside = tokens.get(at + 1..)?.iter().take(16);
    let inside = inside.take_while(|token| !matches!(token, Tok::End(name) if name == "a"));
    let texts: Vec<&str> = inside
        .filter_map(|token| if let Tok::Text(text) = token { Some(text.trim()) } else { None })
        .filter(|text| !text.is_empty())
        .collect();
    let [text] = texts.as_slice() else {
        return texts.is_empty().then_some(Link { at, target, text: "" });
    };
    (text.chars().count() <= LONGEST).then_some(Link { at, target, text })
}
