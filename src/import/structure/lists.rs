//! Items: their marks, their nesting, and bullets that extraction lost.

use super::{Block, Kind, Para, is_note, space_behind, take_bullet};
use crate::import::document::Flow;
use crate::import::ledger::Ledger;
use crate::import::lines::{Doubt, is_number};
use crate::import::mark::{Shape, begins_small, is_closed};
use crate::import::text::Text;

/// What tells levels of a list apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Level {
    /// Depth that the file gives; 0 if none.
    depth: u8,
    shape: Shape,
}

/// The list that is open, and what stood before.
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Nesting {
    flow: Flow,
    open: Vec<Level>,
    /// The list that is open was announced: its items are no clauses.
    listed: bool,
    /// How the block before ended: with a colon.
    announces: bool,
    /// The block before was an item whose bullet was lost.
    lost: bool,
    /// The block before ended a sentence or an element.
    closed: bool,
}

impl Nesting {
    pub(super) fn new(flow: Flow) -> Self {
        Self { flow, open: Vec::new(), listed: false, announces: false, lost: false, closed: true }
    }

    /// A heading or a table stands here.
    pub(super) fn end(&mut self) {
        self.open.clear();
        (self.announces, self.lost, self.closed) = (false, false, true);
    }

    /// The block that a paragraph is.
    pub(super) fn block(&mut self, para: Para, ledger: &mut Ledger) -> Block {
        let lost = self.is_lost_bullet(&para);
        let (announces, closed) = (para.plain.trim_end().ends_with(':'), is_closed(&para.plain));
        let Para { mut line, plain, mark } = para;
        let bulleted = line.label.as_deref().is_some_and(|label| !is_number(label));
        if begins_small(&plain) && mark.is_none() && !lost && !bulleted && self.closed {
            let words = plain.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
            line.doubts.push(Doubt::about("import-begins-small", "words", words));
        }
        let shape = mark.map(|mark| mark.shape);
        let kind = match (shape, mark) {
            _ if bulleted => self.item(line.depth, Shape::Bullet, Text::default()),
            _ if lost => {
                ledger.repaired("repair-bullet", line.origin, [&plain, ""]);
                self.item(line.depth, Shape::Bullet, Text::default())
            }
            (Some(Shape::Bullet), Some(mark)) => {
                take_bullet(&mut line.text, mark.rest, ledger);
                self.item(line.depth, Shape::Bullet, Text::default())
            }
            (Some(shape @ (Shape::Dot | Shape::Bracket | Shape::Letter)), Some(mark)) => {
                space_behind(&mut line.text, mark, &plain, line.origin, ledger);
                let mut number = line.text.take(mark.end);
                number.trim();
                line.text.trim();
                self.item(line.depth, shape, number)
            }
            (_, mark) => {
                // Further paragraphs of a clause «1.» belong to it.
                let within = mark.is_none() && !is_note(&plain);
                let depth = if within { self.continued(line.depth) } else { 0 };
                self.open.truncate(depth);
                if let Some(mark) = mark {
                    space_behind(&mut line.text, mark, &plain, line.origin, ledger);
                }
                if is_note(&plain) { Kind::Note } else { Kind::Paragraph { depth } }
            }
        };
        (self.announces, self.lost, self.closed) = (announces, lost, closed);
        Block { kind, text: line.text, doubts: line.doubts }
    }

    /// How many levels of the list that is open go on in a paragraph without a number: those that
    /// the file says, or the clause «1.», but no item of a list that was announced.
    fn continued(&self, depth: u8) -> usize {
        let same = self.open.iter().rposition(|level| depth > 0 && level.depth == depth);
        let clause = self.open.first().is_some_and(|level| level.shape == Shape::Dot);
        same.map_or(usize::from(clause && !self.listed), |at| at + 1)
    }

    /// Whether a paragraph was an element of a list and lost its bullet: it stands behind a colon
    /// or another such element, and either white space is left before it or it begins small and
    /// ends as elements do.
    fn is_lost_bullet(&self, para: &Para) -> bool {
        let Para { line, plain, mark } = para;
        if mark.is_some() || line.label.is_some() || !(self.announces || self.lost) {
            return false;
        }
        let space = self.flow == Flow::Lines && line.led && !line.turned;
        let element = begins_small(plain) && plain.trim_end().ends_with(';');
        let last = self.lost && begins_small(plain) && plain.trim_end().ends_with('.');
        space || element || last && !self.announces
    }

    /// An item of this level; the list that is open is closed as far as needed.
    fn item(&mut self, depth: u8, shape: Shape, mark: Text) -> Kind {
        let level = Level { depth, shape };
        self.listed = if self.open.is_empty() { self.announces } else { self.listed };
        if let Some(same) = self.open.iter().rposition(|open| *open == level) {
            self.open.truncate(same + 1);
        } else {
            while self.open.last().is_some_and(|open| !self.nests(*open, level)) {
                self.open.pop();
            }
            self.open.push(level);
        }
        Kind::Item { depth: self.open.len().saturating_sub(1), mark }
    }

    /// Whether an item of the level `inner` goes into one of `outer`.
    fn nests(&self, outer: Level, inner: Level) -> bool {
        if outer.depth > 0 && inner.depth > 0 {
            return outer.depth < inner.depth;
        }
        self.announces || outer.shape < inner.shape
    }
}
