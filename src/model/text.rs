//! The text of a regulation as a tree of sections, clauses and items.
//!
//! The tree keeps what the act says: numbers are the author's words (`8)`, `8.5.`), never
//! counted, and a walk in depth-first order meets the words in the order of the source.
//! Nothing here knows Markdown, HTML or Typst: [`crate::source`] makes the tree's raw form,
//! `model::markdown` builds it, and every output walks the same one.

/// The text of an act (текст регламента).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegulationText {
    /// Top-level nodes in source order: what stands before the first heading, then sections.
    pub nodes: Vec<Node>,
    /// Footnotes (сноски) in the order of their definitions.
    pub footnotes: Vec<Footnote>,
    /// Terms that the act defines (сокращения), in the order of their definitions.
    pub terms: Vec<Term>,
}

/// A term of the act: `ББЖ` after «… ведения журналов (далее – ББЖ)».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The term as defined.
    pub short: String,
    /// What it stands for, in the words and the case in which the definition has them.
    pub full: String,
    /// Anchor of the node or footnote that defines it.
    pub anchor: String,
    /// Line of that node in the source file, from 1.
    pub line: u32,
}

/// One node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What the node is.
    pub kind: NodeKind,
    /// The literal number with its punctuation (`3.`, `5.2.1.`, `8)`, `а)`, `Приложение № 2`,
    /// `Таблица 1.`), if the text has one; the dash of a bullet is no number.
    pub number: Option<String>,
    /// Fragment identifier, unique within the act: ASCII letters, digits, `.`, `-`.
    /// Empty for rules only.
    pub anchor: String,
    /// Words of the node itself, without its number: a title, a paragraph, a table's caption.
    pub text: Vec<Inline>,
    /// What stands inside: clauses of a section, items of a clause, paragraphs of an item.
    pub children: Vec<Node>,
    /// Line of the source file on which the node begins, from 1.
    pub line: u32,
}

/// Kinds of [`Node`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Раздел: a heading and all that follows up to the next heading of its level or above.
    /// The level is 1 to 6, as in the source.
    Section(u8),
    /// Приложение: a heading that begins with this word and all that belongs to it; the level
    /// is that of the heading. Numbers begin anew within.
    Appendix(u8),
    /// Пункт: a paragraph that begins with a number of two or more parts (`5.2.`).
    Clause,
    /// Подпункт or элемент перечня: a list item with its literal mark.
    Item,
    /// A paragraph without a number.
    Paragraph,
    /// Примечание: a block quotation; the text is in `children`.
    Note,
    /// Таблица.
    Table(Table),
    /// A thematic break.
    Rule,
}

/// A table: header cells and body rows; rows may be shorter than the header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Header cells.
    pub head: Vec<Vec<Inline>>,
    /// Body rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A footnote: the label of the source and the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Label as written in the source (`1` of `[^1]`); unique within the act.
    pub label: String,
    /// Body, usually one paragraph.
    pub body: Vec<Node>,
    /// Line of the source file on which the definition begins, from 1.
    pub line: u32,
}

/// A run of text within a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text; line breaks of the source are single spaces.
    Text(String),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Superscript (`<sup>`).
    Superscript(Vec<Inline>),
    /// Subscript (`<sub>`).
    Subscript(Vec<Inline>),
    /// Code span.
    Code(String),
    /// A link whose scheme is `https`, `http`, `mailto`, `tel` or that is relative.
    Link {
        /// Destination, not escaped.
        href: String,
        /// Linked text.
        text: Vec<Inline>,
    },
    /// A reference to another place of the act («п. 5 настоящего Регламента»).
    Reference {
        /// Anchor of the place; `None` if the act has no such place.
        target: Option<String>,
        /// The words, as written.
        text: String,
    },
    /// A use of a term that the act defines.
    Term {
        /// 0-based index into [`RegulationText::terms`].
        index: usize,
        /// The words, as written.
        text: String,
    },
    /// A footnote mark: the 0-based index into [`RegulationText::footnotes`].
    FootnoteMark(usize),
    /// A hard line break.
    Break,
}

/// Fragment identifier of the footnote at the 0-based `index`.
#[must_use]
pub fn note_anchor(index: usize) -> String {
    format!("note_{}", index + 1)
}

/// Appends the words of `inlines` to `out`, marks of footnotes left out, breaks as spaces.
pub fn plain_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text)
            | Inline::Code(text)
            | Inline::Reference { text, .. }
            | Inline::Term { text, .. } => out.push_str(text),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Superscript(inner)
            | Inline::Subscript(inner)
            | Inline::Link { text: inner, .. } => plain_text(inner, out),
            Inline::FootnoteMark(_) => {}
            Inline::Break => out.push(' '),
        }
    }
}

impl Node {
    /// The node's own words without its number.
    #[must_use]
    pub fn words(&self) -> String {
        let mut out = String::new();
        plain_text(&self.text, &mut out);
        out
    }
}
