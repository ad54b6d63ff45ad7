//! `contact-empty`: «По телефону.» and no number behind it.
//!
//! Looks at whole items and paragraphs, and at sentences with which they begin. Silent where the
//! number stands in what belongs to the line (within, a footnote, the next paragraph), where the
//! line or the one that introduces it says where to find it, and where the act gives a contact
//! of the school in another place.

use super::Act;
use super::contacts::{Kind, contacts, has, of_school};
use super::flow::{fold, tokens};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::model::text::{Inline, Node, NodeKind};

/// Longest sentence that says no more than the means, in bytes.
const LONGEST: usize = 200;

/// Words with which such a line begins.
const OPENING: [&str; 5] = ["по", "через", "на", "посредством", "с"];

/// Words that say no more than the means.
const FILLING: [&str; 24] = [
    "по",
    "через",
    "на",
    "посредством",
    "с",
    "помощью",
    "использованием",
    "и",
    "или",
    "либо",
    "также",
    "адрес",
    "адресу",
    "адреса",
    "номер",
    "номеру",
    "номерам",
    "контактный",
    "контактному",
    "контактным",
    "школы",
    "оо",
    "учреждения",
    "организации",
];

/// Stems of words that tell where a contact is found.
const TOLD: [&str; 4] = ["указан", "размещен", "опубликован", "приведен"];

pub(super) fn check(act: &Act<'_>, found: &mut Diagnostics) {
    let given = of_school(act.school);
    let here = act.flows.iter().flat_map(|flow| contacts(&flow.words));
    let here: Vec<_> = here.filter(|c| given.iter().any(|given| c.same(given))).collect();
    let stands_elsewhere = |kind| here.iter().any(|contact| contact.kind == kind);
    let mut empty = Vec::new();
    visit(act, &act.text.nodes, "", &mut empty);
    for (node, kind) in empty.into_iter().filter(|(_, kind)| !stands_elsewhere(*kind)) {
        let place = act.written.place(node.line, node.words().trim());
        found.push(Diagnostic::warning("contact-empty", place).with("kind", kind.id()));
    }
}

/// Collects the empty lines among `siblings`; `lead` is the text around them.
fn visit<'a>(act: &Act<'_>, siblings: &'a [Node], lead: &str, out: &mut Vec<(&'a Node, Kind)>) {
    let mut lead = lead.to_owned();
    let mut before = String::new();
    for (index, node) in siblings.iter().enumerate() {
        let words = node.words();
        if let Some(kind) = empty_node(node, &words, &before) {
            let next = siblings.get(index + 1).map(Node::words).unwrap_or_default();
            let lead = fold(&lead);
            let told = TOLD.iter().any(|stem| lead.contains(stem) || fold(&words).contains(stem));
            if !told && !has(&next, kind) && !given_within(act, node, kind) {
                out.push((node, kind));
            }
        }
        visit(act, &node.children, &words, out);
        if node.kind != NodeKind::Item {
            lead.clone_from(&words);
        }
        before = words;
    }
}

/// The kind of the contact that `node` announces and does not give, if it is no heading and not
/// the end of the sentence `before` it.
fn empty_node(node: &Node, words: &str, before: &str) -> Option<Kind> {
    let is_item = match node.kind {
        NodeKind::Item => true,
        NodeKind::Paragraph | NodeKind::Clause => false,
        _ => return None,
    };
    let goes_on = words.starts_with(char::is_lowercase)
        && !before.is_empty()
        && !before.ends_with(['.', ':', ';', ',', '!', '?']);
    empty(words, is_item).filter(|_| is_item || !goes_on)
}

/// Whether the node's links, its footnotes or what stands within it have a contact.
fn given_within(act: &Act<'_>, node: &Node, kind: Kind) -> bool {
    let notes = node.text.iter().filter_map(|inline| match inline {
        Inline::FootnoteMark(index) => act.text.footnotes.get(*index),
        _ => None,
    });
    let linked = node.text.iter().any(|inline| match inline {
        Inline::Link { href, .. } => href.starts_with("tel:") || href.starts_with("mailto:"),
        _ => false,
    });
    let within = |nodes: &[Node]| {
        nodes.iter().any(|node| has(&node.words(), kind) || given_within(act, node, kind))
    };
    linked || within(&node.children) || notes.into_iter().any(|note| within(&note.body))
}

/// The kind of the contact that a line announces and does not give.
fn empty(words: &str, is_item: bool) -> Option<Kind> {
    let (sentence, mark, rest) = first_sentence(words);
    if sentence.len() > LONGEST {
        return None;
    }
    let folded = fold(sentence);
    let said = tokens(&folded);
    let kind = announced(&folded)?;
    let no_more = said.iter().all(|token| {
        FILLING.contains(&token.text) || names_email(token.text) || names_phone(token.text)
    });
    let opened = said.len() > 1 && OPENING.contains(&said[0].text);
    let empty = match mark {
        // Without «по» only a colon with nothing behind it tells an empty line from a title.
        Some(':') => tokens(rest).is_empty(),
        Some(_) => opened,
        None => opened && is_item,
    };
    let given = has(words, Kind::Phone) || has(words, Kind::Email);
    (empty && no_more && !given).then_some(kind)
}

/// The first sentence, the mark that ends it, and what follows.
fn first_sentence(words: &str) -> (&str, Option<char>, &str) {
    let end = words.char_indices().find(|(at, c)| {
        let next = words[at + c.len_utf8()..].chars().next();
        ".:;".contains(*c) && next.is_none_or(char::is_whitespace)
    });
    match end {
        Some((at, mark)) => (&words[..at], Some(mark), &words[at..]),
        None => (words, None, ""),
    }
}

/// The kind of contact of which a sentence in small letters speaks.
fn announced(sentence: &str) -> Option<Kind> {
    let email = sentence.contains("электронн") && sentence.contains("почт");
    if tokens(sentence).iter().any(|token| names_phone(token.text)) {
        return Some(Kind::Phone);
    }
    // «Почта» alone is the post.
    (email || sentence.contains("mail")).then_some(Kind::Email)
}

fn names_phone(word: &str) -> bool {
    word == "тел" || word.starts_with("телефон") || word.starts_with("факс")
}

fn names_email(word: &str) -> bool {
    ["электронн", "почт"].iter().any(|stem| word.starts_with(stem))
        || ["e", "mail", "email"].contains(&word)
}
