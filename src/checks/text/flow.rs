//! The words of an act as running text to search in.

use std::ops::Range;

use crate::model::passages::{Passage, PassageKind};

/// A passage with the paragraphs in which its sentence goes on: texts taken from a PDF have
/// every line as a paragraph.
pub(super) struct Flow {
    /// Line of the source on which it begins, from 1.
    pub(super) line: u32,
    /// The words with single spaces; cells of a table are separated by ` | `.
    pub(super) words: String,
    /// `words` in small letters, ё as е; places in both are the same.
    pub(super) folded: String,
    /// Whether the last passage is one whose sentence can go on.
    open: bool,
}

/// The running text of these passages, in their order.
pub(super) fn flows(passages: &[Passage<'_>]) -> Vec<Flow> {
    let mut out: Vec<Flow> = Vec::new();
    for passage in passages {
        let words = words(passage);
        match out.last_mut() {
            Some(last) if last.goes_on_in(passage, &words) => last.append(&words),
            _ => out.push(Flow::new(passage, words)),
        }
    }
    out
}

fn words(passage: &Passage<'_>) -> String {
    let cells = passage.words.split(['\t', '\n']);
    let cells = cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
    cells.collect::<Vec<_>>().join(" | ")
}

impl Flow {
    fn new(passage: &Passage<'_>, words: String) -> Self {
        let open = matches!(
            passage.kind,
            PassageKind::Clause | PassageKind::Item | PassageKind::Paragraph
        );
        Self { line: passage.line, folded: fold(&words), words, open }
    }

    fn goes_on_in(&self, passage: &Passage<'_>, words: &str) -> bool {
        self.open
            && passage.kind == PassageKind::Paragraph
            && !self.words.ends_with(['.', ':', ';', '!', '?'])
            && words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(')
    }

    fn append(&mut self, words: &str) {
        self.words.push(' ');
        self.words.push_str(words);
        self.folded = fold(&self.words);
    }

    /// The sentence around the byte `at`, as a range of bytes. An abbreviation («г. Канск») may
    /// cut it short.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let ends = |text: &str| [". ", "; ", "! ", "? "].iter().any(|end| text.starts_with(end));
        let boundary = |(i, _): (usize, char)| ends(&self.folded[i..]).then_some(i + 1);
        let start = self.folded[..at].char_indices().rev().find_map(boundary).unwrap_or(0);
        let end = self.folded[at..].char_indices().map(|(i, c)| (at + i, c)).find_map(boundary);
        start..end.unwrap_or(self.folded.len())
    }

    /// The ranges of its sentences.
    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        while out.last().map_or(0, |last| last.end) < self.folded.len() {
            let start = out.last().map_or(0, |last| last.end);
            let inside = start + self.folded[start..].chars().next().map_or(0, char::len_utf8);
            let end = if inside < self.folded.len() { self.sentence(inside).end } else { inside };
            out.push(start..end.max(inside));
        }
        out
    }
}

/// `text` in small letters and with е for ё, every character as long as it was.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

fn fold_char(c: char) -> char {
    // Most of an act; the tables of Unicode are slow.
    match c {
        'а'..='я' => return c,
        _ if c.is_ascii() => return c.to_ascii_lowercase(),
        _ => {}
    }
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some('ё'), None) => 'е',
        (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
        _ => c,
    }
}

/// Whether words are made of it: a letter or a digit.
fn is_of_word(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// A word: letters and digits without anything between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// First byte in the text.
    pub(super) start: usize,
}

impl Token<'_> {
    /// Byte behind the last one.
    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The words of `text`.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_of_word(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Token { text: &text[from..at], start: from });
                start = None;
            }
            _ => {}
        }
    }
    out
}
