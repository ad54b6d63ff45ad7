//! What may not stand in a template, found in its source: tags, filters, functions and operators
//! that are not allowed, and names that nobody knows.
//!
//! The engine limits steps, not memory. What could make a text grow from statement to statement
//! is therefore refused: joining and repeating operators, and blocks whose output is kept.

use std::ops::Range;

use minijinja::Environment;

use super::facts::FACTS;
use super::filters::FILTERS;
use super::{Piece, engine, fault};
use crate::diagnostics::Diagnostics;
use crate::model::resolve::nearest;

/// Statements that a template may use.
const TAGS: [&str; 7] = ["if", "elif", "else", "endif", "for", "endfor", "set"];

/// Words of the language that may stand before a bracket.
const WORDS: [&str; 8] = ["if", "elif", "else", "in", "and", "or", "not", "for"];

/// Characters of operators that are refused, see the head of the file.
const GROWING: [&str; 3] = ["~", "*", "+"];

/// A word, sign or string within a tag, and its bytes in the template.
#[derive(Debug)]
struct Token<'t> {
    text: &'t str,
    range: Range<usize>,
}

/// Reports what is wrong with the source of `piece`, in which `names` are known beside the facts.
pub(super) fn check(piece: &Piece, names: &[&str], found: &mut Diagnostics) {
    let environment = engine::environment(engine::Mode::Markdown);
    let before = found.iter().count();
    let blocks = blocks(&piece.text);
    for (is_tag, tokens) in &blocks {
        allowed(piece, *is_tag, tokens, found);
    }
    if found.iter().count() > before {
        return;
    }
    match environment.template_from_str(&piece.text) {
        Err(error) => found.push(engine::finding(piece, &error)),
        Ok(_) => known(piece, names, &blocks, (&environment, found)),
    }
}

/// Reports what a tag may not contain.
fn allowed(piece: &Piece, is_tag: bool, tokens: &[Token<'_>], found: &mut Diagnostics) {
    let mut refuse = |token: &Token<'_>, what: &'static str, known: &[&'static str]| {
        let refused = fault("model-not-allowed", piece, token.range.clone());
        let refused = refused.with("what", what).with("name", token.text);
        let near = nearest(token.text, known.iter().copied());
        let list = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        found.push(refused.with("known", list).near(near));
    };
    if let Some(first) = tokens.first().filter(|_| is_tag) {
        let keeps = first.text == "set" && !tokens.iter().any(|token| token.text == "=");
        if keeps || !TAGS.contains(&first.text) {
            return refuse(first, "tag", if keeps { &[] } else { &TAGS });
        }
    }
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| tokens.get(at)).map_or("", |t| t.text);
        let after = tokens.get(index + 1).map_or("", |t| t.text);
        let word = is_word(token.text);
        if before == "|" {
            if !FILTERS.contains(&token.text) {
                refuse(token, "filter", &FILTERS);
            }
        } else if token.text == "is" && word && !before.ends_with('.') {
            refuse(token, "test", &[]);
        } else if word && after == "(" && !WORDS.contains(&token.text) {
            refuse(token, "function", &[]);
        } else if GROWING.contains(&token.text) {
            refuse(token, "operator", &[]);
        }
    }
}

/// Reports names that are neither facts nor parameters nor made by the template itself.
fn known(
    piece: &Piece,
    names: &[&str],
    blocks: &[(bool, Vec<Token<'_>>)],
    (environment, found): (&Environment<'_>, &mut Diagnostics),
) {
    let Ok(template) = environment.template_from_str(&piece.text) else { return };
    let mut used: Vec<String> = template.undeclared_variables(true).into_iter().collect();
    used.sort();
    for name in used {
        let within = |fact: &&&str| fact.strip_prefix(&*name).is_some_and(|r| r.starts_with('.'));
        let is_fact = FACTS.contains(&&*name) || FACTS.iter().find(within).is_some();
        let (root, inner) = name.split_once('.').unwrap_or((&name, ""));
        if is_fact || (names.contains(&root) && inner.is_empty()) {
            continue;
        }
        let range = paths(blocks, &piece.text).find(|(path, _)| *path == name);
        let range = range.map_or(0..0, |(_, range)| range);
        let unknown = fault("model-name-unknown", piece, range).with("name", name.as_str());
        let all = FACTS.iter().chain(names).copied();
        found.push(unknown.near(nearest(&name, all)));
    }
}

/// The name of a value in the tags of `text` that stands at or before the byte `at`: whose
/// absence an error at `at` tells of.
pub(super) fn name_at(text: &str, at: usize) -> Option<(String, Range<usize>)> {
    let blocks = blocks(text);
    let names = paths(&blocks, text).filter(|(name, _)| !WORDS.contains(name));
    let last = names.take_while(|(_, range)| range.start <= at).last();
    last.map(|(name, range)| (name.to_owned(), range))
}

/// The dotted names within the tags, with their bytes.
fn paths<'b>(
    blocks: &'b [(bool, Vec<Token<'b>>)],
    text: &'b str,
) -> impl Iterator<Item = (&'b str, Range<usize>)> {
    blocks.iter().flat_map(move |(_, tokens)| {
        let starts = tokens.iter().enumerate().filter(|(index, token)| {
            let before = index.checked_sub(1).and_then(|at| tokens.get(at));
            is_word(token.text) && before.is_none_or(|b| b.text != "." && b.text != "|")
        });
        starts.map(move |(index, first)| {
            let rest = tokens.get(index + 1..).unwrap_or_default();
            let dotted = rest.chunks(2).take_while(
                |pair| matches!(pair, [dot, word] if dot.text == "." && is_word(word.text)),
            );
            let end = dotted.last().and_then(<[_]>::last).unwrap_or(first).range.end;
            let range = first.range.start..end;
            (text.get(range.clone()).unwrap_or_default(), range)
        })
    })
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The tokens between the brackets of each tag (`true`) or expression (`false`), comments left
/// out. What is not closed is left to the engine, which complains of it.
fn blocks(text: &str) -> Vec<(bool, Vec<Token<'_>>)> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('{')).map(|found| at + found) {
        let kind = text.get(open..).and_then(|rest| rest.chars().nth(1));
        match kind {
            Some('#') => {
                let end = text.get(open..).and_then(|rest| rest.find("#}"));
                at = end.map_or(text.len(), |end| open + end + 2);
            }
            Some(kind @ ('%' | '{')) => {
                let close = if kind == '%' { "%}" } else { "}}" };
                let (tokens, end) = tokens(text, open + 2, close);
                blocks.push((kind == '%', tokens));
                at = end;
            }
            _ => at = open + 1,
        }
    }
    blocks
}

/// The tokens from `start` to `close`, and where it ends.
fn tokens<'t>(text: &'t str, start: usize, close: &str) -> (Vec<Token<'t>>, usize) {
    let mut tokens = Vec::new();
    let mut at = start;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(close) {
            return (without_marks(tokens), at + close.len());
        }
        let length = length(rest);
        let part = rest.get(..length).unwrap_or(rest);
        if !part.trim().is_empty() {
            tokens.push(Token { text: part, range: at..at + part.len() });
        }
        at += part.len().max(1);
    }
    (tokens, text.len())
}

/// Without the signs that keep or drop white space around a tag, `{%-` and `+%}`.
fn without_marks(mut tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mark = |token: Option<&Token<'_>>| token.is_some_and(|t| matches!(t.text, "-" | "+"));
    if mark(tokens.first()) {
        tokens.remove(0);
    }
    if mark(tokens.last()) {
        tokens.pop();
    }
    tokens
}

/// Bytes of the first token of `rest`: a string, a word, or one character.
fn length(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    if matches!(first, '"' | '\'') {
        let mut escaped = false;
        for (index, c) in chars {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                _ if c == first => return index + c.len_utf8(),
                _ => {}
            }
        }
        return rest.len();
    }
    let word = |c: char| c.is_alphanumeric() || c == '_';
    if word(first) {
        return rest.find(|c| !word(c)).unwrap_or(rest.len());
    }
    first.len_utf8()
}
