//! The numbered places of an act and how a reference finds its own.
//!
//! | reference | meaning |
//! |-|-|
//! | пункт 5.2 | the clause with this number; else the section; else the item |
//! | пункт 5 | the section, since clauses have two parts; else an item of the clause or section in which the reference stands; else a top-level list item «5.», as damaged texts have them |
//! | подпункт 3 | an item of the clause or section in which the reference stands, or of the clause that is named; else its clause «5.3» |
//! | раздел 4, приложение 2, таблица 1, сноска 2 | the place of this kind |
//! | абзац второй пункта 3 | the second of its paragraphs; its own words are the first, items count |
//!
//! Where a number repeats, the nearest place before the reference counts, else the first after
//! it; footnotes stand behind everything. Within an appendix its own numbers come first, unless
//! the reference says «настоящего Регламента»; another appendix is meant only for a table that
//! stands nowhere else.

use super::letters::same;
use super::number::{is_decimal, normal};
use super::references::Kind;
use crate::model::text::{Footnote, Node, NodeKind, note_anchor};

/// A numbered node.
struct Place<'t> {
    node: &'t Node,
    /// In the form of [`normal`]; empty for what has none.
    number: String,
    /// The place around it.
    parent: Option<usize>,
    /// The appendix around it.
    appendix: Option<usize>,
    /// One past the last place within it.
    end: usize,
}

/// The numbered places of an act in the order of the source.
pub(super) struct Places<'t> {
    list: Vec<Place<'t>>,
    footnotes: &'t [Footnote],
}

/// Where a reference stands.
#[derive(Clone, Copy)]
pub(super) struct Standpoint {
    /// The nearest place around it.
    pub(super) place: Option<usize>,
    /// How many places begin before it.
    pub(super) before: usize,
    /// Whether it speaks of the act as a whole («настоящего Регламента»).
    pub(super) of_act: bool,
}

impl<'t> Places<'t> {
    pub(super) fn new(footnotes: &'t [Footnote]) -> Self {
        Self { list: Vec::new(), footnotes }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Adds `node` if it is a place: what has a number, sections, appendices.
    pub(super) fn open(&mut self, node: &'t Node, parent: Option<usize>) -> Option<usize> {
        let heading = matches!(node.kind, NodeKind::Section(_) | NodeKind::Appendix(_));
        if node.number.is_none() && !heading {
            return None;
        }
        let index = self.list.len();
        let appendix = match node.kind {
            NodeKind::Appendix(_) => Some(index),
            _ => parent.and_then(|parent| self.list[parent].appendix),
        };
        let number = number(node);
        self.list.push(Place { node, number, parent, appendix, end: index + 1 });
        Some(index)
    }

    /// Ends the place at `index`.
    pub(super) fn close(&mut self, index: usize) {
        self.list[index].end = self.list.len();
    }

    pub(super) fn anchor(&self, index: usize) -> String {
        self.list[index].node.anchor.clone()
    }

    /// The only appendix, if there is one and no other.
    pub(super) fn only_appendix(&self) -> Option<usize> {
        let is = |place: &Place<'_>| matches!(place.node.kind, NodeKind::Appendix(_));
        let index = self.list.iter().position(is)?;
        (!self.list[index + 1..].iter().any(is)).then_some(index)
    }

    /// Anchor of the footnote with this label.
    pub(super) fn footnote(&self, label: &str) -> Option<String> {
        let index = self.footnotes.iter().position(|note| normal(&note.label) == label)?;
        Some(note_anchor(index))
    }

    /// The place of `kind` with this number: within the place `inside`, or as seen from `from`.
    pub(super) fn find(
        &self,
        kind: Kind,
        number: &str,
        inside: Option<usize>,
        from: Standpoint,
    ) -> Option<usize> {
        match inside {
            Some(inside) => self.find_inside(kind, number, inside),
            None => self.find_anywhere(kind, number, from),
        }
    }

    fn find_inside(&self, kind: Kind, number: &str, inside: usize) -> Option<usize> {
        let fits: fn(&Node) -> bool = match kind {
            Kind::Item => is_item,
            Kind::Clause => |node| is_clause(node) || is_section(node) || is_item(node),
            Kind::Section => is_section,
            _ => is_table,
        };
        let places = || (inside + 1..self.list[inside].end).map(|index| (index, &self.list[index]));
        let wanted = |place: &Place<'_>| place.number == number && fits(place.node);
        // An item of the list that the clause begins comes before one of a list within.
        let direct = places().find(|(_, place)| place.parent == Some(inside) && wanted(place));
        let deep = || places().find(|(_, place)| wanted(place));
        let full = format!("{}.{number}", self.list[inside].number);
        let named = || places().find(|(_, place)| is_clause(place.node) && place.number == full);
        direct.or_else(deep).or_else(named).map(|(index, _)| index)
    }

    fn find_anywhere(&self, kind: Kind, number: &str, from: Standpoint) -> Option<usize> {
        let nearest = |fits: fn(&Node) -> bool| self.nearest(number, fits, from);
        let around = || {
            let mut path = std::iter::successors(from.place, |index| self.list[*index].parent);
            path.find_map(|place| self.find_inside(Kind::Item, number, place))
        };
        match kind {
            Kind::Item if number.contains('.') => nearest(is_clause),
            Kind::Item => around().or_else(|| match self.clause_around(from.place) {
                None => nearest(is_item),
                Some(_) => None,
            }),
            Kind::Clause => nearest(is_clause)
                .or_else(|| nearest(is_section))
                .or_else(around)
                .or_else(|| nearest(is_listed)),
            Kind::Section => nearest(is_section).or_else(|| nearest(is_listed)),
            Kind::Appendix => nearest(is_appendix),
            Kind::Table => nearest(is_table).or_else(|| self.find_any(number, is_table)),
            Kind::Paragraph | Kind::Note => None,
        }
    }

    /// The nearest place before `from` that fits, else the first after it: of its own appendix,
    /// then of the body.
    fn nearest(&self, number: &str, fits: fn(&Node) -> bool, from: Standpoint) -> Option<usize> {
        let home = from.place.and_then(|place| self.list[place].appendix).filter(|_| !from.of_act);
        let homes = [home, None];
        homes.iter().skip(usize::from(home.is_none())).find_map(|home| {
            let fine = |index: &usize| {
                let place = &self.list[*index];
                let here = place.appendix == *home || is_appendix(place.node);
                here && place.number == number && fits(place.node)
            };
            let before = (0..from.before).rev().find(fine);
            before.or_else(|| (from.before..self.list.len()).find(fine))
        })
    }

    /// The first place that fits, in whatever appendix.
    fn find_any(&self, number: &str, fits: fn(&Node) -> bool) -> Option<usize> {
        self.list.iter().position(|place| place.number == number && fits(place.node))
    }

    /// Anchor of the `count`th paragraph of the place: its own words are the first.
    pub(super) fn paragraph(&self, index: usize, count: usize) -> Option<String> {
        let node = self.list[index].node;
        let own = (!is_section(node) && !node.text.is_empty()).then_some(node);
        let mut nodes = Vec::new();
        paragraphs(&node.children, &mut nodes);
        let found = own.into_iter().chain(nodes).nth(count.checked_sub(1)?);
        found.map(|node| node.anchor.clone())
    }

    /// The clause around `place`, else the section.
    pub(super) fn clause_around(&self, place: Option<usize>) -> Option<usize> {
        let path = || std::iter::successors(place, |index| self.list[*index].parent);
        let is = |fits: fn(&Node) -> bool| path().find(|index| fits(self.list[*index].node));
        is(is_clause).or_else(|| is(is_section))
    }
}

/// Paragraphs and items in order, those within items too.
fn paragraphs<'t>(nodes: &'t [Node], out: &mut Vec<&'t Node>) {
    for node in nodes {
        if matches!(node.kind, NodeKind::Paragraph | NodeKind::Item) {
            out.push(node);
            paragraphs(&node.children, out);
        }
    }
}

/// The number of a node as references give it: of «Приложение № 2» and «Таблица 1.» the last
/// word; a heading «Раздел 3. Сроки» has it in its words.
fn number(node: &Node) -> String {
    let written = match (&node.number, &node.kind) {
        (Some(number), NodeKind::Appendix(_) | NodeKind::Table(_)) => {
            number.split([' ', '№']).skip(1).last().unwrap_or_default().to_owned()
        }
        (Some(number), _) => number.clone(),
        (None, NodeKind::Section(_)) => {
            let words = node.words();
            let mut words = words.split_whitespace();
            let named = words.next().is_some_and(|word| same(word, "раздел"));
            words.next().filter(|_| named).unwrap_or_default().to_owned()
        }
        (None, _) => String::new(),
    };
    normal(&written)
}

fn is_section(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Section(_))
}

fn is_appendix(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Appendix(_))
}

fn is_clause(node: &Node) -> bool {
    node.kind == NodeKind::Clause
}

fn is_item(node: &Node) -> bool {
    node.kind == NodeKind::Item
}

fn is_table(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Table(_))
}

/// Whether the node is an item «5.»: what damaged texts have for a section.
fn is_listed(node: &Node) -> bool {
    let number = node.number.as_deref().and_then(|number| number.strip_suffix('.'));
    is_item(node) && number.is_some_and(is_decimal)
}
