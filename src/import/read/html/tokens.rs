//! Tags and texts of a page, in their order.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Token, Tokenizer};

/// Attributes that mean something here.
const ATTRIBUTES: [&str; 14] = [
    "title", "id", "name", "href", "style", "class", "type", "start", "value", "colspan",
    "rowspan", "hidden", "align", "reversed",
];

/// What a page consists of.
#[derive(Debug, Clone)]
pub(super) enum Tok {
    /// A start tag.
    Start(Tag),
    /// An end tag with this name.
    End(String),
    /// Words with entities resolved.
    Text(String),
}

/// A start tag.
#[derive(Debug, Clone, Default)]
pub(super) struct Tag {
    /// Name in small letters.
    pub(super) name: String,
    attributes: Vec<(&'static str, String)>,
}

impl Tag {
    /// The value of an attribute, if it is there.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// The tokens of a page. Comments are left out: what Word hides in them is for Word only.
pub(super) fn tokens(page: &str) -> Vec<Tok> {
    let mut emitter = DefaultEmitter::default();
    // Scripts and styles are no tags.
    emitter.naively_switch_states(true);
    let mut tokens = Vec::new();
    for token in Tokenizer::new_with_emitter(page, emitter).flatten() {
        match token {
            Token::StartTag(tag) => {
                let value = |name: &'static str| {
                    let value =
                        tag.attributes.get(name.as_bytes()).map(|value| string(&value.value))?;
                    Some((name, value))
                };
                let attributes = ATTRIBUTES.into_iter().filter_map(value).collect();
                tokens.push(Tok::Start(Tag { name: string(&tag.name), attributes }));
            }
            Token::EndTag(tag) => tokens.push(Tok::End(string(&tag.name))),
            Token::String(text) => tokens.push(Tok::Text(string(&text.value))),
            _ => {}
        }
    }
    tokens
}

fn string(html: &HtmlString) -> String {
    String::from_utf8_lossy(html).into_owned()
}

/// The positions of elements by their `id` or, of links, `name`.
pub(super) fn anchors(tokens: &[Tok]) -> BTreeMap<&str, usize> {
    let mut anchors = BTreeMap::new();
    for (at, token) in tokens.iter().enumerate() {
        let Tok::Start(tag) = token else { continue };
        let name = tag.get("name").filter(|_| tag.name == "a");
        for anchor in tag.get("id").into_iter().chain(name) {
            anchors.entry(anchor).or_insert(at);
        }
    }
    anchors
}
