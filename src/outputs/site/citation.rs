//! Citations of places of an act in legal form: «подп. 8 п. 5.2», “item 8 of cl. 5.2”.
//!
//! An act has hundreds of them, so the catalogue is asked once: a form is its message formatted
//! with marks in the place of the arguments, and a citation is written by joining.

use crate::language::Catalogue;
use crate::model::text::{Node, NodeKind};

/// Stands in a form for the number, title or citation of the place itself.
const WHAT: char = '\u{1}';
/// Stands in a form for the citation of what is around.
const AROUND: char = '\u{2}';

/// The forms of citations in one language.
#[derive(Debug, Clone)]
pub struct Citations {
    section: Form,
    titled: Form,
    appendix: Form,
    only_appendix: Form,
    clause: Form,
    item: Form,
    letter: Form,
    bullet: Form,
    paragraph: Form,
    note: Form,
    table: Form,
    within: Form,
}

/// A message with marks for its arguments.
#[derive(Debug, Clone)]
struct Form(String);

impl Form {
    fn new(catalogue: &Catalogue, key: &str) -> Self {
        let [what, around] = [WHAT, AROUND].map(String::from);
        let args =
            [("number", what.clone().into()), ("what", what.into()), ("place", around.into())];
        Self(catalogue.format(key, &args))
    }

    fn fill(&self, what: &str, around: &str) -> String {
        let mut out = String::with_capacity(self.0.len() + what.len() + around.len());
        for c in self.0.chars() {
            match c {
                WHAT => out.push_str(what),
                AROUND => out.push_str(around),
                c => out.push(c),
            }
        }
        out
    }
}

/// What is around a node: where it is cited from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// Sections and appendices around.
    pub depth: usize,
    /// Citation of the node around; empty at the top.
    place: &'a str,
    /// Citation of the nearest section or appendix; empty where there is none.
    section: &'a str,
    /// Citation of the appendix; empty outside of one.
    appendix: &'a str,
    /// Whether a clause or an item is around.
    in_clause: bool,
}

impl<'a> Around<'a> {
    /// What is around the children of `node`, which is itself cited as `citation`.
    #[must_use]
    pub fn within(self, node: &Node, citation: &'a str) -> Self {
        let inner = Self { place: citation, ..self };
        match node.kind {
            NodeKind::Section(_) => {
                Self { depth: self.depth + 1, section: citation, in_clause: false, ..inner }
            }
            NodeKind::Appendix(_) => Self {
                depth: self.depth + 1,
                section: citation,
                appendix: citation,
                in_clause: false,
                ..inner
            },
            NodeKind::Clause | NodeKind::Item => Self { in_clause: true, ..inner },
            _ => inner,
        }
    }
}

impl Citations {
    /// The forms of the catalogue's language.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let form = |key| Form::new(catalogue, key);
        Self {
            section: form("site-cite-section"),
            titled: form("site-cite-titled"),
            appendix: form("site-cite-appendix"),
            only_appendix: form("site-cite-only-appendix"),
            clause: form("site-cite-clause"),
            item: form("site-cite-item"),
            letter: form("site-cite-letter"),
            bullet: form("site-cite-bullet"),
            paragraph: form("site-cite-paragraph"),
            note: form("site-cite-note"),
            table: form("site-cite-table"),
            within: form("site-cite-within"),
        }
    }

    /// The citation of `node`: «п. 5.2.3», «абз. 2 п. 5.2», «п. 2.1 прил. 1». Numbers are the
    /// literal ones without punctuation; what has none is counted as its anchor counts it.
    #[must_use]
    pub fn of(&self, node: &Node, around: Around<'_>) -> String {
        let own = self.own(node, around.in_clause);
        let repeated = node.anchor.contains('_');
        let outer = match node.kind {
            NodeKind::Appendix(_) => "",
            NodeKind::Clause if repeated => around.section,
            NodeKind::Section(_) | NodeKind::Clause => around.appendix,
            NodeKind::Table(_) if designator(node).is_some() => around.appendix,
            _ => around.place,
        };
        if outer.is_empty() { own } else { self.within.fill(&own, outer) }
    }

    /// The node alone: «подп. 8».
    fn own(&self, node: &Node, in_clause: bool) -> String {
        let number = designator(node);
        let counted = || number.unwrap_or_else(|| ordinal(&node.anchor));
        match (&node.kind, number) {
            (NodeKind::Section(_), Some(number)) => self.section.fill(number, ""),
            (NodeKind::Section(_), None) => self.titled.fill(&node.words(), ""),
            (NodeKind::Appendix(_), Some(number)) => self.appendix.fill(number, ""),
            (NodeKind::Appendix(_), None) => self.only_appendix.fill("", ""),
            (NodeKind::Clause, _) => self.clause.fill(counted(), ""),
            (NodeKind::Item, Some(number)) => self.item(node, number, in_clause).fill(number, ""),
            (NodeKind::Item, None) => self.bullet.fill(counted(), ""),
            (NodeKind::Note, _) => self.note.fill(counted(), ""),
            (NodeKind::Table(_), _) => self.table.fill(counted(), ""),
            (NodeKind::Paragraph | NodeKind::Rule, _) => self.paragraph.fill(counted(), ""),
        }
    }

    /// `1.` right in a section is a clause for the law, whatever list the source made of it.
    fn item(&self, node: &Node, number: &str, in_clause: bool) -> &Form {
        let dotted = node.number.as_deref().is_some_and(|literal| literal.ends_with('.'));
        if number.chars().all(char::is_alphabetic) {
            &self.letter
        } else if dotted && !in_clause {
            &self.clause
        } else {
            &self.item
        }
    }
}

/// The number without punctuation and without the words before it: `5.2`, `8`, `а`; the `2` of
/// `Приложение № 2`.
fn designator(node: &Node) -> Option<&str> {
    let mut words = node.number.as_deref()?.split([' ', '\u{a0}', '№']).filter(|w| !w.is_empty());
    if matches!(node.kind, NodeKind::Appendix(_) | NodeKind::Table(_)) {
        words.next()?;
    }
    let number = words.next_back()?.trim_matches(['.', ':', '(', ')']);
    (!number.is_empty()).then_some(number)
}

/// The count at the end of an anchor: `2` of `p-5.2-a2`.
fn ordinal(anchor: &str) -> &str {
    let last = anchor.rsplit('-').next().unwrap_or_default();
    let counted = last.split('_').next().unwrap_or_default();
    counted.trim_start_matches(|c: char| c.is_ascii_alphabetic())
}
