//! XML of office documents: strict, limited, with names told apart by their namespaces.
//!
//! [`scan`] walks through a part, [`parse`] makes a tree of it. No definitions (DTD) and no
//! entities of one's own are allowed, and limits keep a small file from taking much memory.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::diagnostics::{Diagnostic, Place};

/// Deepest nesting of elements: a table in a table in a text box has about 30.
const DEEPEST: usize = 256;
/// Most attributes of an element: office programs write up to 40 (namespaces of the root).
const MOST_ATTRIBUTES: usize = 256;
/// Most elements and texts of a part: 300 pages have about 200 000.
const MOST_NODES: usize = 600_000;

/// Namespaces that a reader knows: address and the short name that it uses for it. Others have
/// the short name `?`, attributes without a prefix none.
pub type Spaces = &'static [(&'static str, &'static str)];

/// Why XML is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not well-formed XML in UTF-8 or UTF-16; line from 1.
    Broken(usize),
    /// It has a DTD.
    Doctype,
    /// It is nested deeper than this.
    Depth(usize),
    /// An element has more attributes than this.
    Attributes(usize),
    /// It has more elements and texts than this.
    Nodes(usize),
}

impl Fault {
    /// The finding about the part `part` of the file at `place`.
    #[must_use]
    pub fn diagnostic(self, part: &str, place: Place) -> Diagnostic {
        let large = |what: &str, limit: usize| {
            ("xml-large", vec![("what", what.into()), ("limit", limit.into())])
        };
        let (id, args) = match self {
            Self::Broken(line) => ("xml-broken", vec![("line", line.into())]),
            Self::Doctype => ("xml-doctype", Vec::new()),
            Self::Depth(limit) => large("depth", limit),
            Self::Attributes(limit) => large("attributes", limit),
            Self::Nodes(limit) => large("nodes", limit),
        };
        Diagnostic { args, ..Diagnostic::error(id, place) }.with("part", part)
    }
}

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    /// Short name of its namespace.
    pub space: &'static str,
    /// Its name without prefix.
    pub name: Rc<str>,
    /// Namespace, name and value.
    attributes: Vec<(&'static str, Rc<str>, String)>,
    /// Elements and texts in it.
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// Text between tags, with references resolved and line ends as `\n`.
    Text(String),
}

/// What [`scan`] meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// An element begins; its children follow as tokens.
    Open(Element),
    /// The last open element ends.
    Close,
    /// Text between tags.
    Text(String),
}

impl Element {
    /// Whether it is the element `name` of the namespace.
    #[must_use]
    pub fn is(&self, space: &str, name: &str) -> bool {
        self.space == space && &*self.name == name
    }

    /// Namespace and name, for matching.
    #[must_use]
    pub fn tag(&self) -> (&str, &str) {
        (self.space, &self.name)
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, space: &str, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(s, n, _)| *s == space && &**n == name).map(|(_, _, value)| value.as_str())
    }

    /// The elements in it.
    #[must_use]
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element `name` in it.
    #[must_use]
    pub fn child(&self, space: &str, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.is(space, name))
    }

    /// The texts right in it.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }
}

/// Reads a part into a tree; its root is returned.
///
/// # Errors
/// The [`Fault`] that was met first.
pub fn parse(bytes: &[u8], spaces: Spaces) -> Result<Element, Fault> {
    // The first one stands for the document and gets the root as its child.
    let mut open = vec![Element::default()];
    scan(bytes, spaces, |token| match token {
        Token::Open(element) => open.push(element),
        Token::Text(text) => add_text(&mut open, text),
        Token::Close => {
            let done = open.pop().map(Node::Element);
            if let Some(outer) = open.last_mut() {
                outer.children.extend(done);
            }
        }
    })?;
    let document = open.pop().unwrap_or_default();
    let root = document.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or(Fault::Broken(1))
}

/// Adds text to the innermost element, joined to text right before it.
fn add_text(open: &mut [Element], more: String) {
    let Some(outer) = open.last_mut() else { return };
    match outer.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(&more),
        _ => outer.children.push(Node::Text(more)),
    }
}

/// Gives the tokens of a part to `take`, one after another.
///
/// # Errors
/// The [`Fault`] that was met first; what came before it has been given.
pub fn scan(bytes: &[u8], spaces: Spaces, mut take: impl FnMut(Token)) -> Result<(), Fault> {
    let text = decode(bytes).ok_or(Fault::Broken(1))?;
    let mut scanner = Scanner {
        reader: NsReader::from_str(&text),
        spaces,
        names: BTreeSet::new(),
        depth: 0,
        nodes: 0,
    };
    loop {
        match scanner.step(&mut take) {
            Ok(true) => {}
            Ok(false) => return Ok(()),
            Err(Stop::Limit(fault)) => return Err(fault),
            Err(Stop::Broken) => {
                let end = usize::try_from(scanner.reader.buffer_position()).unwrap_or(usize::MAX);
                let before = text.get(..end).unwrap_or(&text);
                return Err(Fault::Broken(before.matches('\n').count() + 1));
            }
        }
    }
}

/// The text of a part: UTF-8, or UTF-16 with its mark.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (encoding, length) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    encoding.decode_without_bom_handling_and_without_replacement(bytes.get(length..)?)
}

/// A walk through a part.
struct Scanner<'t> {
    reader: NsReader<&'t [u8]>,
    spaces: Spaces,
    /// Names met so far, each kept once.
    names: BTreeSet<Rc<str>>,
    depth: usize,
    nodes: usize,
}

/// Why a walk ends.
enum Stop {
    /// Something that is allowed in no document, or too much of it.
    Limit(Fault),
    /// It is not well-formed.
    Broken,
}

impl From<quick_xml::Error> for Stop {
    fn from(_: quick_xml::Error) -> Self {
        Self::Broken
    }
}

impl Scanner<'_> {
    /// The next token, if there is one.
    fn step(&mut self, take: &mut impl FnMut(Token)) -> Result<bool, Stop> {
        match self.reader.read_event()? {
            Event::Start(start) => {
                take(self.open(&start)?);
                self.depth += 1;
                limit(self.depth, DEEPEST, Fault::Depth)?;
            }
            Event::Empty(start) => {
                take(self.open(&start)?);
                take(Token::Close);
            }
            Event::End(_) => {
                self.depth = self.depth.checked_sub(1).ok_or(Stop::Broken)?;
                take(Token::Close);
            }
            Event::Text(text) => take(self.text(&text.xml10_content())?),
            Event::CData(text) => take(self.text(&text.xml10_content())?),
            Event::GeneralRef(reference) => {
                let mut buffer = [0; 4];
                let text = match reference.resolve_char_ref()? {
                    Some(char) => char.encode_utf8(&mut buffer),
                    None => resolve_xml_entity(&reference).ok_or(Stop::Broken)?,
                };
                take(self.text(text)?);
            }
            Event::DocType(_) => return Err(Stop::Limit(Fault::Doctype)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof if self.depth > 0 || self.nodes == 0 => return Err(Stop::Broken),
            Event::Eof => return Ok(false),
        }
        Ok(true)
    }

    fn text(&mut self, text: &str) -> Result<Token, Stop> {
        self.nodes += 1;
        limit(self.nodes, MOST_NODES, Fault::Nodes)?;
        Ok(Token::Text(text.to_owned()))
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<Token, Stop> {
        self.nodes += 1;
        limit(self.nodes, MOST_NODES, Fault::Nodes)?;
        let (space, name) = self.reader.resolver().resolve_element(start.name());
        let space = self.space(&space);
        let name = self.name(name.into_inner());
        let mut attributes = Vec::new();
        for (index, attribute) in start.attributes().enumerate() {
            limit(index, MOST_ATTRIBUTES, Fault::Attributes)?;
            let attribute = attribute.map_err(|_| Stop::Broken)?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|_| Stop::Broken)?.into_owned();
            let (space, name) = self.reader.resolver().resolve_attribute(attribute.key);
            let space = self.space(&space);
            let name = self.name(name.into_inner());
            attributes.push((space, name, value));
        }
        Ok(Token::Open(Element { space, name, attributes, children: Vec::new() }))
    }

    /// Short name of a namespace.
    fn space(&self, resolved: &ResolveResult<'_>) -> &'static str {
        match resolved {
            ResolveResult::Unbound => "",
            ResolveResult::Unknown(_) => "?",
            ResolveResult::Bound(Namespace(address)) => {
                let known = self.spaces.iter().find(|(known, _)| known == address);
                known.map_or("?", |(_, short)| short)
            }
        }
    }

    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return Rc::clone(known);
        }
        let new: Rc<str> = Rc::from(name);
        self.names.insert(Rc::clone(&new));
        new
    }
}

fn limit(count: usize, most: usize, fault: fn(usize) -> Fault) -> Result<(), Stop> {
    if count < most { Ok(()) } else { Err(Stop::Limit(fault(most))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACES: Spaces = &[("urn:a", "a"), ("urn:b", "b")];

    fn read(text: &str) -> Result<Element, Fault> {
        parse(text.as_bytes(), SPACES)
    }

    #[test]
    fn names_are_told_apart_by_namespaces() {
        let root = read(
            "<?xml version='1.0'?><x:r xmlns:x='urn:a' xmlns='urn:b' xmlns:c='urn:c'>\
             <i x:v='1&#x41;' v='2'/>a&lt;<![CDATA[<]]>\r\nb<c:i/></x:r>",
        )
        .unwrap();
        assert_eq!(root.tag(), ("a", "r"));
        let inner = root.child("b", "i").unwrap();
        assert_eq!((inner.attribute("a", "v"), inner.attribute("", "v")), (Some("1A"), Some("2")));
        assert_eq!(root.text(), "a<<\nb");
        assert_eq!(root.elements().last().unwrap().tag(), ("?", "i"));
    }

    #[test]
    fn utf_16_is_read() {
        let text: Vec<u8> = std::iter::once(0xfeff)
            .chain("<а>ж</а>".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(parse(&text, SPACES).unwrap().text(), "ж");
    }

    #[test]
    fn broken_markup_is_refused_with_its_line() {
        assert_eq!(read("<a>\n<b></a>"), Err(Fault::Broken(2)));
        assert_eq!(read("<a>\n\n"), Err(Fault::Broken(3)));
        assert_eq!(read("<a>&nbsp;</a>"), Err(Fault::Broken(1)));
        for text in ["", "text", "<a b='1' b='2'/>", "</a>", "<a b='&x;'/>"] {
            assert_eq!(read(text), Err(Fault::Broken(1)), "{text}");
        }
        assert_eq!(parse(b"<a>\xff</a>", SPACES), Err(Fault::Broken(1)));
    }

    #[test]
    fn what_is_made_to_harm_is_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>";
        assert_eq!(read(bomb), Err(Fault::Doctype));
        let attributes: Vec<_> = (0..80_000).map(|n| format!("a{n}=''")).collect();
        let attributes = format!(" {}", attributes.join(" "));
        assert_eq!(read(&format!("<a{attributes}/>")), Err(Fault::Attributes(MOST_ATTRIBUTES)));
        assert_eq!(read(&"<a>".repeat(100_000)), Err(Fault::Depth(DEEPEST)));
        let nodes = "<a/>".repeat(MOST_NODES);
        assert_eq!(read(&format!("<a>{nodes}</a>")), Err(Fault::Nodes(MOST_NODES)));
    }
}
