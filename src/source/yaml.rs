//! YAML as a tree with places: the one boundary to the YAML library.
//!
//! The tree is untyped on purpose: the stage behind it reports all mistakes of a file at once,
//! where a typed deserialiser stops at the first. Scalars keep their literal text, so that
//! `010` or `08:30` mean what the author wrote. Anchors, aliases, tags, directives and several
//! documents are refused; nesting and the number of nodes are limited.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Marker, Options, Parser, ScalarStyle, Span};

use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex, Place};

/// Deepest nesting of lists and maps.
const DEEPEST: usize = 32;
/// Most nodes in one document.
const MOST_NODES: usize = 200_000;

/// A parsed YAML document with the text that it came from, or the same tree made of the cells of a
/// spreadsheet.
#[derive(Debug, Clone)]
pub struct Document {
    /// Path from the workspace's root, with `/`.
    pub path: Arc<str>,
    /// The text that was parsed.
    pub text: String,
    /// Number of lines of the file before the text.
    pub first_line: u32,
    /// The root node.
    pub root: Node,
    /// Places of cells, where the tree was made of a spreadsheet: the range of a node then begins
    /// at the index of its place.
    pub cells: Vec<Place>,
}

/// A node of the tree and the bytes of the text it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Byte range in [`Document::text`].
    pub range: Range<usize>,
    /// Line of its first byte in [`Document::text`], from 1.
    pub line: u32,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar with its text; `quoted` tells quoted and block scalars from plain ones.
    Scalar {
        /// Text without quotes and escapes.
        text: String,
        /// Whether it cannot be a number or a boolean.
        quoted: bool,
    },
    /// A sequence.
    List(Vec<Node>),
    /// A mapping in source order; keys are scalars and differ.
    Map(Vec<(Node, Node)>),
}

impl Document {
    /// Places in the document.
    #[must_use]
    pub fn index(&self) -> LineIndex<'_> {
        LineIndex::part(Arc::clone(&self.path), &self.text, self.first_line)
    }

    /// The place of a node.
    #[must_use]
    pub fn place(&self, node: &Node) -> Place {
        match self.cells.get(node.range.start) {
            Some(place) => place.clone(),
            None => self.index().bytes_on_line(node.range.clone(), node.line),
        }
    }
}

impl Node {
    /// The text of a key or scalar; empty for other nodes.
    #[must_use]
    pub fn scalar(&self) -> &str {
        match &self.value {
            Value::Scalar { text, .. } => text,
            _ => "",
        }
    }
}

/// `text` as a string in double quotes, whose escapes are those of JSON.
#[must_use]
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Parses `text`, which stands behind `first_line` lines of the file at `path`. Mistakes go to
/// `found`; then the result is `None`.
pub fn parse(
    path: Arc<str>,
    text: String,
    first_line: u32,
    found: &mut Diagnostics,
) -> Option<Document> {
    let index = LineIndex::part(Arc::clone(&path), &text, first_line);
    let mut builder = Builder { text: &text, index: &index, found, nodes: 0, cursor: 0 };
    let root = builder.document()?;
    Some(Document { path, text, first_line, root, cells: Vec::new() })
}

/// Builds the tree from the parser's events.
struct Builder<'a> {
    text: &'a str,
    index: &'a LineIndex<'a>,
    found: &'a mut Diagnostics,
    nodes: usize,
    /// End of the last scalar, where the lists and maps around it end.
    cursor: usize,
}

/// Where a list or map begins: byte and line.
type Start = (usize, u32);

/// A list or map that is still open.
enum Open {
    List { items: Vec<Node>, start: Start },
    Map { entries: Vec<(Node, Node)>, key: Option<Node>, start: Start },
}

impl Builder<'_> {
    fn document(&mut self) -> Option<Node> {
        let mut options = Options::default();
        options.disallow_directives = true;
        options.flow_nesting_limit = DEEPEST;
        options.block_nesting_limit = DEEPEST;
        let parser = Parser::new_from_str_with_options(self.text, options);
        let mut open: Vec<Open> = Vec::new();
        let mut root = None;
        let mut documents = 0;
        for event in parser {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let marker = error.marker();
                    return self.syntax(error.kind(), marker);
                }
            };
            if matches!(event, Event::DocumentStart(..)) {
                documents += 1;
            }
            if documents > 1 {
                return self.refuse("yaml-several-documents", &span);
            }
            if let Some(node) = self.event(event, &span, &mut open)? {
                match open.last_mut() {
                    None => root = Some(node),
                    Some(parent) => self.attach(parent, node)?,
                }
            }
        }
        Some(root.unwrap_or(Node { value: Value::Null, range: 0..0, line: 1 }))
    }

    /// Handles one event: a finished node, or nothing yet. `None` if the document is refused.
    #[expect(clippy::option_option, reason = "refused, nothing yet, or a node")]
    fn event(
        &mut self,
        event: Event<'_>,
        span: &Span,
        open: &mut Vec<Open>,
    ) -> Option<Option<Node>> {
        let range = byte_range(span);
        let line = u32::try_from(span.start.line()).unwrap_or(u32::MAX);
        match event {
            Event::Alias(_) => return self.refuse("yaml-alias", span),
            Event::Scalar(_, _, anchor, ref tag)
            | Event::SequenceStart(_, anchor, ref tag)
            | Event::MappingStart(_, anchor, ref tag) => {
                self.nodes += 1;
                if anchor != 0 {
                    return self.refuse("yaml-alias", span);
                }
                if tag.is_some() {
                    return self.refuse("yaml-tag", span);
                }
                if self.nodes > MOST_NODES || open.len() > DEEPEST {
                    return self.refuse("yaml-too-large", span);
                }
            }
            _ => {}
        }
        Some(match event {
            Event::Scalar(text, style, ..) => {
                self.cursor = range.end.max(self.cursor);
                Some(Node { value: scalar(&text, style), range, line })
            }
            Event::SequenceStart(..) => {
                open.push(Open::List { items: Vec::new(), start: (range.start, line) });
                None
            }
            Event::MappingStart(..) => {
                let start = (range.start, line);
                open.push(Open::Map { entries: Vec::new(), key: None, start });
                None
            }
            Event::SequenceEnd | Event::MappingEnd => open.pop().map(|done| self.close(done)),
            _ => None,
        })
    }

    fn close(&self, done: Open) -> Node {
        let (value, (start, line)) = match done {
            Open::List { items, start } => (Value::List(items), start),
            Open::Map { entries, start, .. } => (Value::Map(entries), start),
        };
        Node { value, range: start..self.cursor.max(start), line }
    }

    fn attach(&mut self, parent: &mut Open, node: Node) -> Option<()> {
        match parent {
            Open::List { items, .. } => items.push(node),
            Open::Map { entries, key, .. } => {
                if let Some(key) = key.take() {
                    entries.push((key, node));
                } else {
                    self.check_key(entries, &node)?;
                    *key = Some(node);
                }
            }
        }
        Some(())
    }

    /// A key must be a scalar and new. A key given twice is reported, and reading goes on.
    fn check_key(&mut self, entries: &[(Node, Node)], key: &Node) -> Option<()> {
        let Value::Scalar { text, .. } = &key.value else {
            let place = self.index.bytes(key.range.clone());
            self.found.push(Diagnostic::error("yaml-key", place));
            return None;
        };
        if let Some((first, _)) = entries.iter().find(|(known, _)| known.scalar() == text) {
            let line = self.index.bytes(first.range.clone()).line;
            let place = self.index.bytes(key.range.clone());
            let twice = Diagnostic::error("yaml-duplicate-key", place);
            self.found.push(twice.with("key", text.as_str()).with("line", line));
        }
        Some(())
    }

    fn refuse<T>(&mut self, id: &'static str, span: &Span) -> Option<T> {
        self.found.push(Diagnostic::error(id, self.index.bytes(byte_range(span))));
        None
    }

    fn syntax<T>(&mut self, kind: &ErrorKind, marker: &Marker) -> Option<T> {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut place = self.index.at(number(marker.line()), number(marker.col() + 1), 1);
        let mut cause = cause(kind);
        let end = marker.byte_offset().unwrap_or(self.text.len());
        if let Some((at, mark)) = unclosed(self.text, end, cause) {
            place = self.index.bytes(at..at + 1);
            cause = mark;
        }
        let id = match cause {
            "tab" => "yaml-tab",
            "depth" => "yaml-too-large",
            _ if place.text.trim_start_matches(' ').starts_with('\t') => "yaml-tab",
            _ => "yaml-syntax",
        };
        self.found.push(Diagnostic::error(id, place).with("cause", cause));
        None
    }
}

/// What the author did wrong, as a word for the texts.
fn cause(kind: &ErrorKind) -> &'static str {
    use ErrorKind as K;
    match kind {
        K::MappingValueNotAllowed
        | K::InvalidColonPlacement
        | K::InvalidMappingValueWhitespace
        | K::FlowMappingValueAdjacentCollection
        | K::InvalidSimpleKey => "colon",
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar => "quote",
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => {
            "after-quote"
        }
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidUnicodeEscape => "escape",
        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::MisplacedFlowCollectionEnd
        | K::MismatchedFlowCollectionEnd { .. }
        | K::UnclosedFlowCollection { .. } => "bracket",
        K::InvalidIndentation
        | K::InvalidBlockScalarIndent
        | K::InvalidQuotedScalarIndent
        | K::InvalidFlowScalarIndent => "indent",
        K::ExpectedBlockSequenceEntry
        | K::BlockEntryInFlowCollection
        | K::BlockSequenceEntryNotAllowed
        | K::InvalidBlockEntryWhitespace => "dash",
        K::ExpectedBlockMappingKey | K::SimpleKeyExpected | K::MappingKeyNotAllowed => "key",
        K::UnexpectedCharacter { .. } | K::PlainScalarStartsWithDashFlowIndicator => "character",
        K::DirectiveDisallowed => "directive",
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabAtBlockScalarStart
        | K::TabInPlainScalar => "tab",
        K::RecursionLimitExceeded => "depth",
        _ => "other",
    }
}

/// The quote or bracket on a line before `end` that was not closed there: the parser notices
/// only lines later, and then complains of something else. `cause` is what it complains of.
fn unclosed(text: &str, end: usize, cause: &str) -> Option<(usize, &'static str)> {
    if !matches!(cause, "colon" | "quote" | "after-quote" | "bracket" | "indent" | "key" | "other")
    {
        return None;
    }
    let mut quote: Option<usize> = None;
    let mut last_quote = 0;
    let mut brackets = Vec::new();
    let (mut before, mut escaped, mut comment) = ('\n', false, false);
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < end) {
        let begins = before.is_whitespace() || matches!(before, '[' | '{' | ',');
        match c {
            _ if escaped => escaped = false,
            '\\' if quote.is_some() => escaped = true,
            '"' if quote.is_some() => quote = None,
            _ if quote.is_some() => {}
            '\n' => comment = false,
            _ if comment => {}
            '#' if begins => comment = true,
            '"' if begins => (quote, last_quote) = (Some(at), at),
            '[' | '{' if begins => brackets.push(at),
            ']' | '}' => drop(brackets.pop()),
            _ => {}
        }
        before = c;
    }
    let line_start = text.get(..end).and_then(|text| text.rfind('\n')).unwrap_or(0);
    let opened = quote.or((cause == "after-quote").then_some(last_quote));
    let opened = opened.map(|at| (at, "quote"));
    let opened =
        opened.or(brackets.first().filter(|_| cause != "after-quote").map(|at| (*at, "bracket")));
    opened.filter(|(at, _)| *at < line_start)
}

fn byte_range(span: &Span) -> Range<usize> {
    let start = span.start.byte_offset().unwrap_or(0);
    start..span.end.byte_offset().unwrap_or(start).max(start)
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    let quoted = style != ScalarStyle::Plain;
    if !quoted && matches!(text, "" | "~" | "null") {
        Value::Null
    } else {
        Value::Scalar { text: text.to_owned(), quoted }
    }
}
