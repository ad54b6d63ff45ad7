//! The elements of a page as a tree, with the end tags that people leave out.

use super::tokens::{Tag, Tok};

/// Deepest nesting of elements; browsers stop at 512.
pub(super) const DEEPEST: usize = 400;
/// Elements without an end tag.
const VOID: [&str; 13] = [
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track",
    "wbr",
];
/// Elements within which an end tag does not look for its start tag.
const SCOPES: [&str; 5] = ["table", "td", "th", "caption", "html"];

/// A part of the tree.
#[derive(Debug)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Words.
    Text(String),
}

/// An element with all in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its start tag.
    pub(super) tag: Tag,
    /// Index of its start tag among the tokens.
    pub(super) at: usize,
    /// What is in it.
    pub(super) children: Vec<Node>,
}

/// The tree of a page; `None` if elements are nested too deeply.
pub(super) fn tree(tokens: &[Tok]) -> Option<Element> {
    let mut stack = vec![Element::default()];
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Tok::Text(text) => put(&mut stack, Node::Text(text.clone())),
            Tok::Start(tag) => {
                end_before(&mut stack, &tag.name);
                let element = Element { tag: tag.clone(), at, children: Vec::new() };
                if VOID.contains(&tag.name.as_str()) {
                    put(&mut stack, Node::Element(element));
                } else if stack.len() > DEEPEST {
                    return None;
                } else {
                    stack.push(element);
                }
            }
            Tok::End(name) => end(&mut stack, name),
        }
    }
    while stack.len() > 1 {
        pop(&mut stack);
    }
    stack.pop()
}

fn put(stack: &mut [Element], node: Node) {
    if let Some(open) = stack.last_mut() {
        open.children.push(node);
    }
}

fn pop(stack: &mut Vec<Element>) {
    if let Some(element) = stack.pop() {
        put(stack, Node::Element(element));
    }
}

/// Ends the elements that cannot go on when `name` begins.
fn end_before(stack: &mut Vec<Element>, name: &str) {
    let (ended, scopes): (&[&str], &[&str]) = match name {
        "li" => (&["li"], &["ol", "ul", "td", "th"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th"]),
        "tr" => (&["tr"], &["table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "tr"], &["table"]),
        "option" => (&["option"], &["select"]),
        name if is_block(name) => (&["p"], &["td", "th", "li", "div", "table"]),
        _ => return,
    };
    end_one(stack, ended, scopes);
}

/// Ends the outermost open element of `ended` above the last of `scopes`, with all in it.
fn end_one(stack: &mut Vec<Element>, ended: &[&str], scopes: &[&str]) {
    let scope =
        stack.iter().rposition(|open| scopes.contains(&open.tag.name.as_str())).unwrap_or(0);
    let inner =
        stack.iter().skip(scope + 1).position(|open| ended.contains(&open.tag.name.as_str()));
    if let Some(at) = inner {
        while stack.len() > scope + 1 + at {
            pop(stack);
        }
    }
}

/// Ends the element with this name, and those left open in it.
fn end(stack: &mut Vec<Element>, name: &str) {
    let Some(at) = stack.iter().rposition(|open| open.tag.name == name) else { return };
    let table = matches!(
        name,
        "table" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "html" | "body"
    );
    let crossed = stack.iter().skip(at + 1).any(|open| SCOPES.contains(&open.tag.name.as_str()));
    if at == 0 || (crossed && !table) {
        return;
    }
    while stack.len() > at {
        pop(stack);
    }
}

/// Whether an element begins on a line of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "address"
            | "article"
            | "aside"
            | "blockquote"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether nothing in an element is text of the page.
pub(super) fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "title"
            | "template"
            | "noscript"
            | "iframe"
            | "object"
            | "svg"
            | "canvas"
            | "audio"
            | "video"
            | "button"
            | "select"
            | "textarea"
            | "datalist"
            | "xml"
            | "map"
    )
}
