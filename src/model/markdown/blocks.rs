//! Blocks from Markdown events.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::inlines::{self, HtmlTag};
use super::outline;
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex};
use crate::model::text::{Footnote, Inline, Node, NodeKind, Table};

/// Deepest nesting of elements, lists and their items counted apart: an act needs ten.
const DEEPEST: usize = 64;

/// An element that is open.
struct Frame {
    kind: FrameKind,
    inlines: Vec<Inline>,
    children: Vec<Node>,
    start: usize,
}

/// Kinds of open elements.
enum FrameKind {
    Heading(u8),
    Paragraph,
    /// A list item with its literal mark, if it is a number.
    Item(Option<String>),
    Note,
    Footnote(String),
    Table(Table),
    Row(Vec<Vec<Inline>>),
    Cell,
    Strong,
    Emphasis,
    Superscript,
    Subscript,
    /// A link with its destination; without one it is plain text.
    Link(Option<String>),
    /// What only groups: the document, a list.
    Group,
}

/// Makes blocks of events.
pub(super) struct Builder<'s, 'f> {
    source: &'s str,
    index: &'s LineIndex<'s>,
    line_starts: Vec<usize>,
    first_line: u32,
    footnote_numbers: BTreeMap<String, usize>,
    footnotes: Vec<Footnote>,
    found: &'f mut Diagnostics,
    frames: Vec<Frame>,
    /// Whether an element was nested too deeply.
    too_deep: bool,
}

impl<'s, 'f> Builder<'s, 'f> {
    /// A builder for `source`; `numbers` maps labels of footnotes to their positions.
    pub(super) fn new(
        source: &'s str,
        index: &'s LineIndex<'s>,
        numbers: BTreeMap<String, usize>,
        found: &'f mut Diagnostics,
    ) -> Self {
        let ends = source.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
        let root = Frame::new(FrameKind::Group, 0);
        Self {
            source,
            index,
            line_starts: std::iter::once(0).chain(ends).collect(),
            first_line: index.at(1, 1, 1).line,
            footnote_numbers: numbers,
            footnotes: Vec::new(),
            found,
            frames: vec![root],
            too_deep: false,
        }
    }

    /// The blocks and footnotes; elements that are still open are closed.
    pub(super) fn finish(mut self) -> (Vec<Node>, Vec<Footnote>) {
        while self.frames.len() > 1 {
            self.close();
        }
        let root = self.frames.pop();
        (root.map(|frame| frame.children).unwrap_or_default(), self.footnotes)
    }

    /// Takes one event with its byte range.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(end) => self.end(end),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.inline(Inline::Code(text.to_string())),
            Event::Html(html) => self.text(&html),
            Event::InlineHtml(html) => self.html(&html, range.start),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(NodeKind::Rule, &range),
            Event::FootnoteReference(label) => match self.footnote_numbers.get(label.as_ref()) {
                Some(number) => self.inline(Inline::FootnoteMark(*number)),
                None => self.text(&format!("[^{label}]")),
            },
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let kind = match tag {
            Tag::Paragraph | Tag::HtmlBlock => FrameKind::Paragraph,
            Tag::Heading { level, .. } => FrameKind::Heading(level as u8),
            Tag::BlockQuote(_) => FrameKind::Note,
            Tag::CodeBlock(kind) => {
                self.open(FrameKind::Paragraph, range.start);
                if let CodeBlockKind::Fenced(info) = kind {
                    self.text(&format!("{info} "));
                }
                return;
            }
            Tag::Item => FrameKind::Item(self.literal_mark(range)),
            Tag::FootnoteDefinition(label) => FrameKind::Footnote(label.to_string()),
            Tag::Table(_) => FrameKind::Table(Table::default()),
            Tag::TableHead | Tag::TableRow => FrameKind::Row(Vec::new()),
            Tag::TableCell => FrameKind::Cell,
            Tag::Emphasis => FrameKind::Emphasis,
            Tag::Strong => FrameKind::Strong,
            Tag::Link { link_type, dest_url, .. } => {
                let href = inlines::safe_link(link_type, &dest_url);
                if href.is_none() {
                    let unsafe_link =
                        Diagnostic::warning("link-unsafe", self.index.bytes(range.clone()));
                    self.found.push(unsafe_link.with("address", dest_url.as_ref()));
                }
                FrameKind::Link(href)
            }
            Tag::Image { dest_url, .. } => {
                let image = Diagnostic::warning("image-left-out", self.index.bytes(range.clone()));
                self.found.push(image.with("address", dest_url.as_ref()));
                FrameKind::Link(None)
            }
            _ => FrameKind::Group,
        };
        self.open(kind, range.start);
    }

    /// The number that begins an item in the source (`8)`, `6.`); nothing for a bullet.
    fn literal_mark(&self, range: &Range<usize>) -> Option<String> {
        let mark = self.source.get(range.clone())?.split_whitespace().next()?;
        let end = mark.find([')', '.'])? + 1;
        let number = mark.get(..end)?;
        number.starts_with(|c: char| c.is_ascii_digit()).then(|| number.to_owned())
    }

    fn end(&mut self, end: TagEnd) {
        if matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) {
            self.close();
            return;
        }
        // The end of a block also closes `<sup>` that nobody closed.
        while self.frames.last().is_some_and(Frame::is_inline) {
            self.close();
        }
        self.close();
    }

    fn html(&mut self, html: &str, start: usize) {
        match inlines::html_tag(html) {
            HtmlTag::OpenSuperscript => self.open(FrameKind::Superscript, start),
            HtmlTag::OpenSubscript => self.open(FrameKind::Subscript, start),
            HtmlTag::Break => self.inline(Inline::Break),
            HtmlTag::Close => {
                let kind = self.frames.last().map(|frame| &frame.kind);
                if matches!(kind, Some(FrameKind::Superscript | FrameKind::Subscript)) {
                    self.close();
                }
            }
            HtmlTag::Unknown => self.text(html),
        }
    }

    fn text(&mut self, text: &str) {
        let Some(top) = self.frames.last_mut() else { return };
        if text.contains('\n') {
            inlines::push_text(&mut top.inlines, &text.replace('\n', " "));
        } else {
            inlines::push_text(&mut top.inlines, text);
        }
    }

    fn inline(&mut self, inline: Inline) {
        if let Some(top) = self.frames.last_mut() {
            top.inlines.push(inline);
        }
    }

    fn block(&mut self, kind: NodeKind, range: &Range<usize>) {
        let line = self.line(range.start);
        if let Some(top) = self.frames.last_mut() {
            top.children.push(node(kind, None, Vec::new(), Vec::new(), line));
        }
    }

    /// Opens an element; one that is nested too deeply is reported, once, and only groups.
    fn open(&mut self, kind: FrameKind, start: usize) {
        let too_deep = self.frames.len() >= DEEPEST;
        if too_deep && !self.too_deep {
            self.too_deep = true;
            let place = self.index.bytes(start..start + 1);
            self.found.push(Diagnostic::error("text-too-deep", place).with("deepest", DEEPEST));
        }
        self.frames.push(Frame::new(if too_deep { FrameKind::Group } else { kind }, start));
    }

    /// Closes the innermost element and hands it to the one around it.
    fn close(&mut self) {
        let Some(mut frame) = self.frames.pop() else { return };
        let line = self.line(frame.start);
        if !frame.is_inline() {
            inlines::trim(&mut frame.inlines);
        }
        let Some(parent) = self.frames.last_mut() else { return };
        match frame.kind {
            FrameKind::Strong => parent.inlines.push(Inline::Strong(frame.inlines)),
            FrameKind::Emphasis => parent.inlines.push(Inline::Emphasis(frame.inlines)),
            FrameKind::Superscript => parent.inlines.push(Inline::Superscript(frame.inlines)),
            FrameKind::Subscript => parent.inlines.push(Inline::Subscript(frame.inlines)),
            FrameKind::Link(Some(href)) => {
                parent.inlines.push(Inline::Link { href, text: frame.inlines });
            }
            FrameKind::Link(None) => parent.inlines.extend(frame.inlines),
            FrameKind::Cell => {
                if let FrameKind::Row(cells) = &mut parent.kind {
                    cells.push(frame.inlines);
                }
            }
            FrameKind::Row(cells) => {
                if let FrameKind::Table(table) = &mut parent.kind {
                    if table.head.is_empty() { table.head = cells } else { table.rows.push(cells) }
                }
            }
            FrameKind::Table(table) => {
                let table = node(NodeKind::Table(table), None, Vec::new(), Vec::new(), line);
                parent.children.push(table);
                outline::caption(&mut parent.children);
            }
            FrameKind::Footnote(label) => {
                self.footnotes.push(Footnote { label, body: frame.children, line });
            }
            FrameKind::Group => {
                // Words of an element that is nested too deeply.
                parent.inlines.extend(frame.inlines);
                parent.children.extend(frame.children);
            }
            FrameKind::Paragraph => parent.paragraph(frame.inlines, line),
            FrameKind::Heading(level) => {
                let appendix = inlines::take_name(&mut frame.inlines, "приложение");
                let kind = match appendix {
                    Some(_) => NodeKind::Appendix(level),
                    None => NodeKind::Section(level),
                };
                let number = appendix.or_else(|| {
                    inlines::take_number(&mut frame.inlines, inlines::is_section_number)
                });
                parent.children.push(node(kind, number, frame.inlines, Vec::new(), line));
            }
            FrameKind::Note => {
                parent.children.push(node(NodeKind::Note, None, Vec::new(), frame.children, line));
            }
            FrameKind::Item(mark) => {
                let number = mark
                    .or_else(|| inlines::take_number(&mut frame.inlines, inlines::is_item_number));
                let item = node(NodeKind::Item, number, frame.inlines, frame.children, line);
                parent.children.push(item);
            }
        }
    }

    fn line(&self, offset: usize) -> u32 {
        let before = self.line_starts.partition_point(|start| *start <= offset);
        u32::try_from(before).unwrap_or(u32::MAX).saturating_sub(1) + self.first_line
    }
}

impl Frame {
    fn new(kind: FrameKind, start: usize) -> Self {
        Self { kind, inlines: Vec::new(), children: Vec::new(), start }
    }

    /// Whether the element stands within a paragraph.
    fn is_inline(&self) -> bool {
        matches!(
            self.kind,
            FrameKind::Strong
                | FrameKind::Emphasis
                | FrameKind::Superscript
                | FrameKind::Subscript
                | FrameKind::Link(_)
        )
    }

    /// Takes in a paragraph: as the item's own text if it is its first, else as a child.
    fn paragraph(&mut self, mut inlines: Vec<Inline>, line: u32) {
        if inlines.is_empty() {
            return;
        }
        let first = self.inlines.is_empty() && self.children.is_empty();
        if first && matches!(self.kind, FrameKind::Item(_)) {
            self.inlines = inlines;
            return;
        }
        let number = inlines::take_number(&mut inlines, inlines::is_clause_number);
        let kind = if number.is_some() { NodeKind::Clause } else { NodeKind::Paragraph };
        self.children.push(node(kind, number, inlines, Vec::new(), line));
    }
}

fn node(
    kind: NodeKind,
    number: Option<String>,
    text: Vec<Inline>,
    children: Vec<Node>,
    line: u32,
) -> Node {
    Node { kind, number, anchor: String::new(), text, children, line }
}
