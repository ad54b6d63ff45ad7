//! From the tree of a page to blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::document::{
    Align, Area, Block, Note, Omission, Omitted, Origin, Paragraph, Repair, Script, Span,
};
use super::super::characters::clean;
use super::list::{List, bullet};
use super::notes::Pairs;
use super::style::{self, Sheet, property};
use super::tree::{Element, Node, is_block, is_dropped};
use super::{origin, table};

/// Walks through a page.
pub(super) struct Walk<'a> {
    tree: &'a Element,
    sheet: &'a Sheet,
    pairs: &'a Pairs,
    /// Places that marks of notes lead to.
    targets: BTreeSet<usize>,
    /// Elements that hold the bodies of notes, by the index of their start tag, with the place
    /// that the mark leads to.
    bodies: BTreeMap<usize, (usize, &'a Element)>,
    /// What was read.
    pub(super) blocks: Vec<Block>,
    /// Notes in the order of their marks.
    pub(super) notes: Vec<Note>,
    /// Indexes into [`Self::notes`] by the places of their bodies.
    indexes: BTreeMap<usize, usize>,
    pub(super) repairs: Vec<Repair>,
    /// What is hidden.
    pub(super) omitted: Vec<Omission>,
    counters: BTreeMap<String, i64>,
    /// Number of the last paragraph.
    pub(super) number: u32,
    /// The paragraph so far.
    pub(super) spans: Vec<Span>,
    pub(super) label: Option<String>,
    pub(super) context: Context,
}

/// What holds for the text that is being read.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    pub(super) style: Span,
    pub(super) align: Align,
    pub(super) area: Area,
    pub(super) heading: Option<u8>,
    pub(super) depth: u8,
    pub(super) indent: i32,
    /// Spaces and line ends stay as they are.
    pub(super) kept: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(tree: &'a Element, sheet: &'a Sheet, pairs: &'a Pairs) -> Self {
        let mut walk = Self {
            tree,
            sheet,
            pairs,
            targets: pairs.marks.values().copied().collect(),
            bodies: BTreeMap::new(),
            blocks: Vec::new(),
            notes: Vec::new(),
            indexes: BTreeMap::new(),
            repairs: Vec::new(),
            omitted: Vec::new(),
            counters: BTreeMap::new(),
            number: 0,
            spans: Vec::new(),
            label: None,
            context: Context::default(),
        };
        walk.find_bodies(tree, &mut Vec::new());
        walk
    }

    /// Reads the whole page, then the bodies of its notes.
    pub(super) fn all(&mut self) {
        self.children(self.tree);
        self.flush();
        let bodies: BTreeMap<usize, &Element> =
            std::mem::take(&mut self.bodies).into_values().collect();
        for (target, index) in self.indexes.clone() {
            let blocks = bodies.get(&target).map(|body| self.inside(body)).unwrap_or_default();
            if let Some(note) = self.notes.get_mut(index) {
                note.body = paragraphs(blocks);
            }
        }
    }

    /// Finds the elements that hold bodies of notes: the paragraph with the place that a mark leads
    /// to, or what is around it and begins with it.
    fn find_bodies(&mut self, element: &'a Element, path: &mut Vec<&'a Element>) {
        path.push(element);
        if self.targets.contains(&element.at) {
            let holds = |e: &&&Element| is_block(&e.tag.name) || e.tag.name == "aside";
            if let Some(at) = path.iter().rposition(|e| holds(&e)) {
                let outer =
                    at.checked_sub(1).and_then(|outer| Some((path.get(outer)?, path.get(at)?)));
                let outer = outer.filter(|(outer, inner)| {
                    matches!(outer.tag.name.as_str(), "div" | "aside" | "li")
                        && self.is_body(outer, inner)
                });
                let body = outer.map(|(outer, _)| *outer).or_else(|| path.get(at).copied());
                self.bodies.extend(body.map(|body| (body.at, (element.at, body))));
            }
        }
        for child in &element.children {
            if let Node::Element(child) = child {
                self.find_bodies(child, path);
            }
        }
        path.pop();
    }

    /// Whether `outer` begins with `inner` and holds no other note.
    fn is_body(&self, outer: &Element, inner: &Element) -> bool {
        let first = outer.children.iter().find_map(|child| match child {
            Node::Element(element) => Some(element.at),
            Node::Text(_) => None,
        });
        let within = outer.at..=last(outer);
        first == Some(inner.at) && self.targets.range(within).take(2).count() == 1
    }

    fn children(&mut self, element: &'a Element) {
        for child in &element.children {
            match child {
                Node::Text(text) => self.text(text),
                Node::Element(element) => self.element(element),
            }
        }
    }

    /// The blocks of an element that stands apart: a cell, the body of a note.
    pub(super) fn inside(&mut self, element: &'a Element) -> Vec<Block> {
        let outer = std::mem::take(&mut self.blocks);
        let context = self.context.clone();
        self.context = Context { area: context.area, ..Context::default() };
        self.set_block(element);
        self.children(element);
        self.flush();
        self.context = context;
        std::mem::replace(&mut self.blocks, outer)
    }

    /// Where the next paragraph stands.
    pub(super) fn next_origin(&self) -> Origin {
        origin(self.number + 1)
    }

    fn element(&mut self, element: &'a Element) {
        let name = element.tag.name.as_str();
        if is_dropped(name) || self.bodies.contains_key(&element.at) || self.is_note(element) {
            return;
        }
        if self.sheet.is_hidden(&element.tag) {
            self.hide(element);
            return;
        }
        let context = self.context.clone();
        match name {
            "br" => self.line_break(),
            "table" => {
                self.flush();
                table::read(self, element);
            }
            "ol" | "ul" | "menu" | "dir" => self.list(element),
            _ if is_block(name) => {
                self.flush();
                self.set_block(element);
                self.children(element);
                self.flush();
            }
            _ => self.inline(element),
        }
        self.context = context;
    }

    /// Reads the mark of a note, or leaves out the link back to it.
    fn is_note(&mut self, element: &Element) -> bool {
        if self.pairs.backs.binary_search(&element.at).is_ok() {
            return true;
        }
        let Some(target) = self.pairs.marks.get(&element.at) else { return false };
        let mut mark = String::new();
        words(element, &mut mark);
        let mark = mark.trim().trim_matches(['[', ']', '(', ')']).to_owned();
        let index = *self.indexes.entry(*target).or_insert_with(|| {
            self.notes.push(Note { mark: mark.clone(), body: Vec::new() });
            self.notes.len() - 1
        });
        let span = Span { text: mark, script: Script::Super, note: Some(index), ..Span::default() };
        self.spans.push(span);
        true
    }

    /// Leaves out what is not shown, and says so.
    fn hide(&mut self, element: &Element) {
        let mut text = String::new();
        shown(element, &mut text);
        let origin = self.next_origin();
        let text = clean(&text, origin, &mut Vec::new()).trim().to_owned();
        if !text.is_empty() {
            self.omitted.push(Omission { kind: Omitted::Hidden, origin, text });
        }
    }

    fn set_block(&mut self, element: &Element) {
        let tag = &element.tag;
        let declarations = self.sheet.of(tag);
        let context = &mut self.context;
        context.align = style::align(tag, &declarations).unwrap_or(context.align);
        let indent = property(&declarations, "text-indent").and_then(style::points);
        #[expect(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
        let indent = indent.map_or(context.indent, |points| points.round() as i32);
        context.indent = indent;
        context.depth = level(&declarations).unwrap_or(context.depth);
        match tag.name.as_str() {
            "center" => context.align = Align::Center,
            "pre" => context.kept = true,
            "nav" => context.area = Area::Header,
            "header" if !has_heading(element) => context.area = Area::Header,
            "footer" => context.area = Area::Footer,
            "div" if tag.get("title") == Some("header") => context.area = Area::Header,
            "div" if tag.get("title") == Some("footer") => context.area = Area::Footer,
            name => {
                let digit = name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok());
                context.heading = digit.filter(|level| (1..=6).contains(level)).or(context.heading);
            }
        }
        set_style(&mut context.style, &declarations);
    }

    fn inline(&mut self, element: &'a Element) {
        let declarations = self.sheet.of(&element.tag);
        if property(&declarations, "mso-list")
            .is_some_and(|list| list.eq_ignore_ascii_case("ignore"))
        {
            return self.word_mark(element);
        }
        if property(&declarations, "mso-tab-count").is_some() {
            return self.push("\t");
        }
        let span = &mut self.context.style;
        match element.tag.name.as_str() {
            "b" | "strong" => span.bold = true,
            "i" | "em" | "cite" | "var" => span.italic = true,
            "s" | "strike" | "del" => span.struck = true,
            "sup" => span.script = Script::Super,
            "sub" => span.script = Script::Sub,
            "a" => {
                let outside = element.tag.get("href").filter(|href| !href.starts_with('#'));
                span.link =
                    outside.map(|href| href.trim().to_owned()).filter(|href| !href.is_empty());
            }
            _ => {}
        }
        set_style(span, &declarations);
        self.children(element);
    }

    /// The number or bullet that Word spells before an item.
    fn word_mark(&mut self, element: &Element) {
        let mut mark = String::new();
        words(element, &mut mark);
        match bullet(&mark) {
            Some(bullet) => self.label = Some(bullet.to_owned()),
            None => self.push(&format!("{} ", mark.trim())),
        }
    }

    fn list(&mut self, element: &'a Element) {
        self.flush();
        self.context.depth = self.context.depth.saturating_add(1);
        let declarations = self.sheet.of(&element.tag);
        let css = self.sheet.mark(&element.tag);
        let mut list = List::new(&element.tag, &declarations, self.context.depth, css);
        let context = self.context.clone();
        for child in &element.children {
            match child {
                Node::Element(item) if item.tag.name == "li" => {
                    let declarations = self.sheet.of(&item.tag);
                    let mark = list.mark(&item.tag, &declarations, &mut self.counters);
                    if self.bodies.contains_key(&item.at) {
                        continue;
                    }
                    self.label = mark;
                    self.element(item);
                    self.label = None;
                }
                Node::Element(other) => self.element(other),
                Node::Text(text) => self.text(text),
            }
            self.context = context.clone();
        }
        self.flush();
    }
}

fn set_style(span: &mut Span, declarations: &str) {
    span.bold = style::bold(declarations).unwrap_or(span.bold);
    span.italic = style::italic(declarations).unwrap_or(span.italic);
    span.struck |= style::struck(declarations);
    span.script = style::script(declarations).unwrap_or(span.script);
}

/// The level of Word's list: `mso-list: l0 level2 lfo1`.
fn level(declarations: &str) -> Option<u8> {
    let list = property(declarations, "mso-list")?;
    list.split_whitespace().find_map(|part| part.strip_prefix("level")?.parse().ok())
}

/// Index of the last start tag within an element.
fn last(element: &Element) -> usize {
    let inner = element.children.iter().rev().find_map(|child| match child {
        Node::Element(element) => Some(last(element)),
        Node::Text(_) => None,
    });
    inner.unwrap_or(element.at)
}

fn has_heading(element: &Element) -> bool {
    element.children.iter().any(|child| match child {
        Node::Element(inner) => {
            matches!(inner.tag.name.as_str(), "h1" | "h2") || has_heading(inner)
        }
        Node::Text(_) => false,
    })
}

/// The words of an element, whatever they are.
fn words(element: &Element, out: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) => words(inner, out),
        }
    }
}

/// The words of an element but for what is never text.
fn shown(element: &Element, out: &mut String) {
    for child in &element.children {
        match child {
            Node::Text(text) => out.push_str(text),
            Node::Element(inner) if is_dropped(&inner.tag.name) => {}
            Node::Element(inner) => {
                let gap =
                    if is_block(&inner.tag.name) || inner.tag.name == "br" { "\n" } else { "" };
                out.push_str(gap);
                shown(inner, out);
                out.push_str(gap);
            }
        }
    }
}

/// The paragraphs of blocks, also of those in tables.
fn paragraphs(blocks: Vec<Block>) -> Vec<Paragraph> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => out.push(paragraph),
            Block::Table(table) => {
                out.extend(
                    table.rows.into_iter().flatten().flat_map(|cell| paragraphs(cell.blocks)),
                );
            }
            Block::PageBreak => {}
        }
    }
    out
}
