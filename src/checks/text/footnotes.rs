//! Marks and bodies of footnotes (сноски), also those that extraction left as plain text.
//!
//! Read as marks: `[^1]` without definition, a superscript number or `¹` behind a word,
//! `[footnoteRef:1]`, a figure that sticks to a word («портале2:»). Read as bodies: definitions,
//! `[1: …]`, a paragraph that begins with a superscript number or a plain one («2 П. 5 …»).
//! Superscripts that are powers (`м²`, `10³`) are none.

use std::collections::BTreeSet;

use super::{Act, MOST, tail};
use crate::model::passages::PassageKind;
use crate::model::text::{Inline, Node, NodeKind, plain_text};

/// How a mark or a body is written; a mark refers to a body of the same kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `[^1]` and its definition.
    Markdown,
    /// `[footnoteRef:1]` and `[1: …]`.
    Word,
    /// A raised figure and a paragraph that begins with it.
    Figure,
}

/// A mark or a body.
#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) kind: Kind,
    /// Number or label.
    pub(super) label: String,
    /// Words by which the source shows it.
    pub(super) words: String,
    /// Line of the source file, from 1.
    pub(super) line: u32,
    /// Whether the figure is plain, so that it may be something else.
    pub(super) plain: bool,
}

/// Footnotes of an act.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    pub(super) marks: Vec<Note>,
    pub(super) bodies: Vec<Note>,
    /// Whether raised figures are written as `<sup>1</sup>`.
    tagged: bool,
}

/// Units of measure that have powers.
const UNITS: [&str; 8] = ["мм", "см", "дм", "м", "км", "га", "кв", "куб"];

/// Superscript figures, 0 to 9.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Longest label of a footnote, in characters.
const LONGEST_LABEL: usize = 40;

/// Fewest letters of a word to which a figure sticks as a mark.
const SHORTEST_WORD: usize = 5;

impl Footnotes {
    /// The marks and bodies of `act`.
    pub(super) fn of(act: &Act<'_>) -> Self {
        let tagged = act.written.body.contains("<sup>");
        let mut notes = Self { tagged, ..Self::default() };
        let mut used = vec![false; act.text.footnotes.len()];
        for node in &act.text.nodes {
            notes.node(node, &mut used);
        }
        for footnote in &act.text.footnotes {
            for node in &footnote.body {
                notes.node(node, &mut used);
            }
        }
        for (footnote, _) in act.text.footnotes.iter().zip(used).filter(|(_, used)| !used) {
            let words = format!("[^{}]:", footnote.label);
            notes.bodies.push(note(Kind::Markdown, &footnote.label, words, footnote.line));
        }
        for passage in &act.passages {
            notes.bracketed(&passage.words, passage.line);
            if passage.kind == PassageKind::Paragraph && passage.number.is_none() {
                notes.plain_body(&passage.words, passage.line);
            }
        }
        notes
    }

    fn node(&mut self, node: &Node, used: &mut [bool]) {
        self.inlines(&node.text, node.line, used);
        if let NodeKind::Table(table) = &node.kind {
            for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                self.inlines(cell, node.line, used);
            }
        }
        for child in &node.children {
            self.node(child, used);
        }
    }

    fn inlines(&mut self, inlines: &[Inline], line: u32, used: &mut [bool]) {
        let mut flat = String::new();
        flatten(inlines, used, &mut flat);
        self.figures(&flat, line);
    }

    /// Raised figures, and plain ones that stick to a word.
    fn figures(&mut self, text: &str, line: u32) {
        let raised = |c: char| RAISED.contains(c);
        let mut from = 0;
        while let Some(at) = text[from..].find(|c: char| raised(c) || c.is_ascii_digit()) {
            let start = from + at;
            let rest = &text[start..];
            let is_raised = rest.starts_with(raised);
            let same = |c: char| if is_raised { raised(c) } else { c.is_ascii_digit() };
            let end = rest.find(|c| !same(c)).map_or(text.len(), |end| start + end);
            from = end;
            let label: String = text[start..end].chars().map(plain_digit).collect();
            let (before, after) = (&text[..start], &text[end..]);
            let words = match is_raised {
                true if self.tagged => format!("<sup>{label}</sup>"),
                true => text[start..end].to_owned(),
                false => format!("{}{label}", last_word(before)),
            };
            if is_raised && before.trim().is_empty() {
                self.bodies.push(note(Kind::Figure, &label, words, line));
            } else if is_raised && !is_power(before) {
                self.marks.push(note(Kind::Figure, &label, words, line));
            } else if !is_raised && label.len() == 1 && sticks(before, after) {
                self.marks.push(Note { plain: true, ..note(Kind::Figure, &label, words, line) });
            }
        }
    }

    /// `[^1]`, `[footnoteRef:1]`, `[1: …]`.
    fn bracketed(&mut self, words: &str, line: u32) {
        for (at, _) in words.match_indices('[') {
            let inner = &words[at + 1..];
            let near = inner.char_indices().take(LONGEST_LABEL);
            let Some((end, _)) = near.into_iter().find(|(_, c)| "]:".contains(*c)) else {
                continue;
            };
            let (head, rest) = (&inner[..end], &inner[end..]);
            let shown = |label: &str| words[at..at + 1 + label.len()].to_owned();
            let number = rest[1..].split(']').next().unwrap_or_default().trim();
            if let Some(label) = head.strip_prefix('^').filter(|label| !label.is_empty()) {
                let mark = note(Kind::Markdown, label, shown(head) + "]", line);
                self.marks.extend(rest.starts_with(']').then_some(mark));
            } else if head == "footnoteRef" && rest.starts_with(':') {
                let words = format!("[footnoteRef:{number}]");
                self.marks.push(note(Kind::Word, number, words, line));
            } else if rest.starts_with(':') && is_figure(head) {
                self.bodies.push(note(Kind::Word, head, shown(head) + ":", line));
            }
        }
    }

    /// A paragraph that begins with a plain figure and a capital letter.
    fn plain_body(&mut self, words: &str, line: u32) {
        let Some((head, rest)) = words.split_once(char::is_whitespace) else { return };
        let capital = rest.trim_start().starts_with(|c: char| c.is_uppercase() || c == '«');
        if is_figure(head) && capital {
            self.bodies
                .push(Note { plain: true, ..note(Kind::Figure, head, head.to_owned(), line) });
        }
    }

    /// Marks without a body, the first of each label.
    pub(super) fn marks_alone(&self) -> Vec<&Note> {
        alone(&self.marks, &self.bodies)
    }

    /// Bodies without a mark. A plain figure is a body only in an act whose marks are figures too.
    pub(super) fn bodies_alone(&self) -> Vec<&Note> {
        let figures = self.marks.iter().any(|mark| mark.kind == Kind::Figure);
        let mut bodies = alone(&self.bodies, &self.marks);
        bodies.retain(|body| figures || !body.plain);
        bodies
    }
}

/// Those of `notes` to which there is none in `others`, the first of each label.
fn alone<'a>(notes: &'a [Note], others: &[Note]) -> Vec<&'a Note> {
    let mut known: BTreeSet<_> = others.iter().map(|note| (note.kind, &note.label)).collect();
    let lonely = notes.iter().filter(|note| known.insert((note.kind, &note.label)));
    lonely.take(MOST).collect()
}

fn note(kind: Kind, label: &str, words: String, line: u32) -> Note {
    Note { kind, label: label.to_owned(), words, line, plain: false }
}

/// The words of `inlines`, superscript figures raised, and which footnotes they refer to.
fn flatten(inlines: &[Inline], used: &mut [bool], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Superscript(inner) => {
                let mut figure = String::new();
                plain_text(inner, &mut figure);
                let figure = figure.trim();
                if is_figure(figure) {
                    out.extend(figure.chars().map(raise));
                } else {
                    flatten(inner, used, out);
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Subscript(inner) => {
                flatten(inner, used, out);
            }
            Inline::FootnoteMark(index) => {
                if let Some(used) = used.get_mut(*index) {
                    *used = true;
                }
            }
            // An address is no text.
            Inline::Link { text, .. } => {
                flatten(text, used, &mut String::new());
                out.push('@');
            }
            other => plain_text(std::slice::from_ref(other), out),
        }
    }
}

/// One or two figures.
fn is_figure(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn raise(digit: char) -> char {
    let value = digit.to_digit(10).and_then(|value| usize::try_from(value).ok());
    value.and_then(|value| RAISED.chars().nth(value)).unwrap_or(digit)
}

fn plain_digit(c: char) -> char {
    let value = RAISED.chars().position(|raised| raised == c).and_then(|at| u32::try_from(at).ok());
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// Whether a raised figure behind `before` is a power: of a number, a unit, a variable.
fn is_power(before: &str) -> bool {
    let word = last_word(before);
    let behind = before.chars().next_back();
    let short = word.chars().count() < 2 || word.is_ascii() && word.len() < 4;
    let letters = behind.is_some_and(char::is_alphabetic);
    behind.is_some_and(|c| c.is_numeric() || c.is_whitespace())
        || letters && (short || UNITS.contains(&word.to_lowercase().as_str()))
}

/// Whether a figure between these texts sticks to a word as a mark would.
fn sticks(before: &str, after: &str) -> bool {
    let word = last_word(before);
    let near = tail(before, LONGEST_LABEL);
    let token = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    let cyrillic = word.chars().all(|c| c.is_lowercase() && !c.is_ascii());
    let ends = after.is_empty() || after.starts_with([' ', ':', ';', ',', '.', ')', '»']);
    let next = after.chars().nth(1);
    let ends = ends && next.is_none_or(|c| !c.is_alphanumeric() || after.starts_with(' '));
    let address = token.contains(['@', '/', '_', '.', '-']);
    cyrillic && word.chars().count() >= SHORTEST_WORD && ends && !address
}

/// The letters at the end of `text`.
fn last_word(text: &str) -> &str {
    let text = tail(text, LONGEST_LABEL);
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}
