//! The visible words of a page.

use html5gum::{StartTag, Token, Tokenizer};

/// Elements whose content nobody reads.
const UNSEEN: [&[u8]; 4] = [b"script", b"style", b"template", b"noscript"];

/// Class of the element that holds the text of an act and nothing else but what [`ADDED`] names.
const ACT: &str = "act";

/// What pages add within an act, elements with a class: marks of footnotes and the ways back.
const ADDED: [(&[u8], &str); 2] = [(b"sup", "mark"), (b"a", "back")];

/// The words of an HTML page as people read them, each once per place, in order. Markup,
/// comments, scripts and styles are left out; attributes too.
#[must_use]
pub fn words(html: &[u8]) -> Vec<String> {
    let mut text = String::new();
    let mut unseen = 0_usize;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) if is_unseen(&tag.name) && !tag.self_closing => unseen += 1,
            Token::EndTag(tag) if is_unseen(&tag.name) => unseen = unseen.saturating_sub(1),
            _ if unseen > 0 => {}
            token => add(&mut text, &token),
        }
    }
    text.split_whitespace().map(str::to_owned).collect()
}

/// The words of the act on the page of an edition, without what the page adds; `None` if the page
/// has no element for it, or more than one.
#[must_use]
pub fn act_words(html: &[u8]) -> Option<Vec<String>> {
    let mut text = String::new();
    let mut acts = 0;
    // Open elements of the act's own name, and of the added one's.
    let mut inside = Open::default();
    let mut added = Open::default();
    for Ok(token) in Tokenizer::new(html) {
        if added.follow(&token) {
            continue;
        }
        if let Token::StartTag(tag) = &token
            && is_added(tag)
        {
            added = Open::of(tag);
            continue;
        }
        if inside.follow(&token) {
            add(&mut text, &token);
        } else if let Token::StartTag(tag) = &token
            && has_class(tag, ACT)
        {
            inside = Open::of(tag);
            acts += 1;
        }
    }
    (acts == 1).then(|| text.split_whitespace().map(str::to_owned).collect())
}

fn is_added(tag: &StartTag<()>) -> bool {
    let added = |(name, class): &(&[u8], &str)| tag.name[..] == **name && has_class(tag, class);
    is_unseen(&tag.name) || ADDED.iter().any(added)
}

/// An element that was begun, and how many of its name are open.
#[derive(Default)]
struct Open {
    name: Vec<u8>,
    depth: usize,
}

impl Open {
    fn of(tag: &StartTag<()>) -> Self {
        Self { name: tag.name.to_vec(), depth: 1 }
    }

    /// Whether `token` belongs to the element.
    fn follow(&mut self, token: &Token) -> bool {
        let within = self.depth > 0;
        match token {
            Token::StartTag(tag) if within && tag.name[..] == self.name => self.depth += 1,
            Token::EndTag(tag) if within && tag.name[..] == self.name => self.depth -= 1,
            _ => {}
        }
        within
    }
}

fn has_class(tag: &StartTag<()>, class: &str) -> bool {
    let classes = tag.attributes.get(b"class".as_slice());
    classes.is_some_and(|classes| {
        String::from_utf8_lossy(classes).split_whitespace().any(|own| own == class)
    })
}

/// What `token` adds to the visible text.
fn add(text: &mut String, token: &Token) {
    match token {
        Token::StartTag(tag) if divides(&tag.name) => text.push(' '),
        Token::EndTag(tag) if divides(&tag.name) => text.push(' '),
        Token::String(string) => text.push_str(&String::from_utf8_lossy(string)),
        _ => {}
    }
}

fn is_unseen(name: &[u8]) -> bool {
    UNSEEN.contains(&name)
}

/// Whether the element divides words.
fn divides(name: &[u8]) -> bool {
    !matches!(
        name,
        b"a" | b"abbr"
            | b"b"
            | b"cite"
            | b"code"
            | b"dfn"
            | b"em"
            | b"i"
            | b"mark"
            | b"q"
            | b"s"
            | b"small"
            | b"span"
            | b"strong"
            | b"sub"
            | b"sup"
            | b"time"
            | b"u"
            | b"wbr"
    )
}
