//! The text of an act as a flat list, and its canonical form.
//!
//! A [`Passage`] is a node of the tree with its own words, or a footnote; the list has the order
//! of the source, footnotes last. The canonical form of a passage is one line: the literal number
//! and the words, in Unicode normal form C, with single spaces. The canonical text of an act is
//! the lines of all passages, each ended by a line feed. It does not depend on the style of the
//! Markdown (emphasis, marks of bullets, breaks of lines, addresses of links) nor on a theme.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::text::{Inline, Node, NodeKind, RegulationText, plain_text};

/// A piece of an act with its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// What it is.
    pub kind: PassageKind,
    /// Literal number, or the label of a footnote.
    pub number: Option<&'a str>,
    /// Own words without the number. Cells of a table are separated by tabs, its rows by line
    /// feeds, below the caption.
    pub words: String,
    /// Fragment identifier; empty for footnotes.
    pub anchor: &'a str,
    /// Index of the passage around it in the same list.
    pub parent: Option<usize>,
    /// Line of the source file on which it begins, from 1.
    pub line: u32,
}

/// Kinds of [`Passage`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageKind {
    /// Раздел; the level of its heading.
    Section(u8),
    /// Приложение; the level of its heading.
    Appendix(u8),
    /// Пункт.
    Clause,
    /// Подпункт or элемент перечня.
    Item,
    /// Абзац.
    Paragraph,
    /// Примечание: its words are in the passages within.
    Note,
    /// Таблица.
    Table,
    /// Сноска.
    Footnote,
}

impl PassageKind {
    /// What a node is; `None` for a rule between two passages.
    #[must_use]
    pub const fn of(node: &NodeKind) -> Option<Self> {
        Some(match node {
            NodeKind::Section(level) => Self::Section(*level),
            NodeKind::Appendix(level) => Self::Appendix(*level),
            NodeKind::Clause => Self::Clause,
            NodeKind::Item => Self::Item,
            NodeKind::Paragraph => Self::Paragraph,
            NodeKind::Note => Self::Note,
            NodeKind::Table(_) => Self::Table,
            NodeKind::Rule => return None,
        })
    }

    /// Whether it is a section or an appendix.
    #[must_use]
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Section(_) | Self::Appendix(_))
    }

    /// Name in data files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Section(_) => "section",
            Self::Appendix(_) => "appendix",
            Self::Clause => "clause",
            Self::Item => "item",
            Self::Paragraph => "paragraph",
            Self::Note => "note",
            Self::Table => "table",
            Self::Footnote => "footnote",
        }
    }
}

/// A step of a citation: a passage as it is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub kind: PassageKind,
    /// Literal number, or the label of a footnote.
    pub number: Option<String>,
    /// Which of its kind without a number it is in the passage around it, from 1; the words of a
    /// clause or an item themselves are its first paragraph.
    pub ordinal: u32,
    /// Title of a section or an appendix; else empty.
    pub title: String,
    /// Whether another passage before it has the same number.
    pub repeated: bool,
}

impl Passage<'_> {
    /// The canonical line, with its line feed.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::with_capacity(self.words.len() + 16);
        for word in self.number.into_iter().chain([self.words.as_str()]) {
            for word in word.split_whitespace() {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.extend(word.nfc());
            }
        }
        out.push('\n');
        out
    }

    /// SHA-256 of the canonical line, as 64 hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> String {
        hex(&Sha256::digest(self.canonical()))
    }
}

/// SHA-256 of the canonical text of these passages, as 64 hexadecimal digits.
#[must_use]
pub fn sha256(passages: &[Passage<'_>]) -> String {
    let mut whole = Sha256::new();
    for passage in passages {
        whole.update(passage.canonical());
    }
    hex(&whole.finalize())
}

/// The passages of `text`.
#[must_use]
pub fn passages(text: &RegulationText) -> Vec<Passage<'_>> {
    let mut out = Vec::new();
    collect(&text.nodes, None, &mut out);
    for note in &text.footnotes {
        out.push(Passage {
            kind: PassageKind::Footnote,
            number: Some(&note.label),
            words: joined(&note.body),
            anchor: "",
            parent: None,
            line: note.line,
        });
    }
    out
}

fn collect<'a>(nodes: &'a [Node], parent: Option<usize>, out: &mut Vec<Passage<'a>>) {
    for node in nodes {
        let Some(kind) = PassageKind::of(&node.kind) else { continue };
        out.push(Passage {
            kind,
            number: node.number.as_deref(),
            words: own_words(node),
            anchor: &node.anchor,
            parent,
            line: node.line,
        });
        let here = Some(out.len() - 1);
        collect(&node.children, here, out);
    }
}

/// The words of the node itself, with those of its cells if it is a table.
fn own_words(node: &Node) -> String {
    let mut out = node.words();
    if let NodeKind::Table(table) = &node.kind {
        for row in std::iter::once(&table.head).chain(&table.rows) {
            let row = row_words(row);
            if !row.trim().is_empty() {
                out.push_str(if out.is_empty() { "" } else { "\n" });
                out.push_str(&row);
            }
        }
    }
    out
}

/// Cells of a row, separated by tabs.
fn row_words(cells: &[Vec<Inline>]) -> String {
    let mut out = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push('\t');
        }
        plain_text(cell, &mut out);
    }
    out
}

/// Numbers and words of `nodes` and all within them, separated by spaces.
fn joined(nodes: &[Node]) -> String {
    let mut parts = Vec::new();
    for node in nodes {
        parts.extend(node.number.clone());
        parts.push(own_words(node));
        parts.push(joined(&node.children));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// Bytes as small hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
