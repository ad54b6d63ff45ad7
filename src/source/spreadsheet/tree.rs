//! The tree that `timetable.yaml` would give, made of cells: each node knows the cell it came from.

use crate::diagnostics::Place;
use crate::source::yaml::{Node, Value};

/// Makes nodes and keeps their places.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Places by the begin of a node's range.
    pub(super) places: Vec<Place>,
}

impl Tree {
    /// Free text.
    pub(super) fn text(&mut self, text: &str, place: &Place) -> Node {
        self.node(Value::Scalar { text: text.to_owned(), quoted: true }, place)
    }

    /// A word of the format, a number or a date.
    pub(super) fn word(&mut self, text: &str, place: &Place) -> Node {
        self.node(Value::Scalar { text: text.to_owned(), quoted: false }, place)
    }

    /// A list.
    pub(super) fn list(&mut self, items: Vec<Node>, place: &Place) -> Node {
        self.node(Value::List(items), place)
    }

    /// A list of words.
    pub(super) fn words<'w>(
        &mut self,
        words: impl IntoIterator<Item = &'w str>,
        place: &Place,
    ) -> Node {
        let words = words.into_iter().map(|word| self.word(word, place)).collect();
        self.list(words, place)
    }

    /// A map.
    pub(super) fn map(&mut self, entries: Vec<(Node, Node)>, place: &Place) -> Node {
        self.node(Value::Map(entries), place)
    }

    /// An entry of a map; the key has the place of its value.
    pub(super) fn entry(&mut self, key: &str, value: Node) -> (Node, Node) {
        let place = self.places.get(value.range.start).cloned().unwrap_or_default();
        (self.word(key, &place), value)
    }

    fn node(&mut self, value: Value, place: &Place) -> Node {
        let at = self.places.len();
        self.places.push(place.clone());
        Node { value, range: at..at, line: place.line }
    }
}
