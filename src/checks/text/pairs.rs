//! Brackets and quotation marks: what opens and what closes.
//!
//! A passage is read by itself, or together with the paragraphs that go on with its sentence
//! where extraction cut it. What is still open then may be closed in a later item or paragraph
//! up to the next heading, at most [`FARTHEST`] passages on.
//!
//! Not taken for brackets: marks of lists (`1)`, `а)`) and smileys. One closing mark may close
//! two quotations («Регламент … ИС «Дневник.ру»), the usual form in Russian acts.

use super::numbers::leading;
use super::{Act, MOST, tail};
use crate::model::passages::{Passage, PassageKind};

/// How far a pair may reach, in passages.
const FARTHEST: usize = 20;

/// How many signs may be open at once; what opens deeper is passed over.
const DEEPEST: usize = 50;

/// How far two quotations with one closing mark may reach over the end of a sentence, in bytes.
const FARTHEST_SHARED: usize = 400;

/// Longest excerpt for a finding, in characters.
const LONGEST_EXCERPT: usize = 60;

/// What is wrong with a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It opens what nothing closes.
    Unclosed,
    /// It closes what nothing opens, or what another sign opened.
    Unopened,
    /// It opens a quotation that holds another with the same marks.
    Nesting,
}

/// A sign that is at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) flaw: Flaw,
    /// The sign.
    pub(super) sign: char,
    /// Index of its passage.
    pub(super) passage: usize,
    /// Its byte offset in the words of the passage.
    pub(super) at: usize,
}

/// What a sign does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Opens what this sign closes.
    Opens(char),
    /// Closes what ends with this sign.
    Closes(char),
    /// Closes, or is the mark of a list.
    MayClose(char),
}

/// Tells what the sign at a byte offset of a text does, given what is open, the innermost last.
pub(super) type Signs = fn(&str, usize, &[Open]) -> Option<Role>;

/// The faults of `act`, in no order.
pub(super) fn faults(act: &Act<'_>, signs: Signs) -> Vec<Fault> {
    let mut reader = Reader { signs, pending: Vec::new(), found: Vec::new() };
    let mut index = 0;
    while let Some(passage) = act.passages.get(index) {
        if matches!(passage.kind, PassageKind::Section(_) | PassageKind::Appendix(_)) {
            reader.give_up(|_| true);
        }
        reader.give_up(|open| open.passage + FARTHEST < index);
        let end = sentence(&act.passages, index);
        if passage.kind == PassageKind::Table {
            reader.table(passage, index);
        } else {
            reader.read(&Text::of(&act.passages, index..end));
        }
        index = end;
    }
    reader.give_up(|_| true);
    reader.found
}

/// The end of the passages that go on with the sentence of the one at `index`.
fn sentence(passages: &[Passage<'_>], index: usize) -> usize {
    let mut end = index + 1;
    let plain =
        |kind| matches!(kind, PassageKind::Paragraph | PassageKind::Item | PassageKind::Clause);
    while let [before, next] = passages.get(end - 1..=end).unwrap_or_default() {
        let complete = before.words.trim_end().ends_with(['.', ';', ':', '!', '?', '…']);
        let goes_on = next.kind == PassageKind::Paragraph && leading(&next.words).is_none();
        if complete || !plain(before.kind) || !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// Words to be read together.
struct Text {
    words: String,
    /// Offsets at which passages begin, their indices, and the offsets in them.
    starts: Vec<(usize, usize, usize)>,
}

impl Text {
    fn of(passages: &[Passage<'_>], range: std::ops::Range<usize>) -> Self {
        let mut text = Self { words: String::new(), starts: Vec::new() };
        for index in range {
            text.starts.push((text.words.len(), index, 0));
            text.words.push_str(&passages[index].words);
            text.words.push('\n');
        }
        text
    }

    /// The passage and the offset in it.
    fn place(&self, at: usize) -> (usize, usize) {
        let next = self.starts.partition_point(|(start, ..)| *start <= at);
        self.starts
            .get(next.saturating_sub(1))
            .map_or((0, 0), |(start, passage, offset)| (*passage, at - start + offset))
    }
}

/// A sign that waits for the one that closes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    sign: char,
    /// The sign that closes it.
    pub(super) closing: char,
    /// Offset in the text.
    start: usize,
    passage: usize,
    at: usize,
    /// Where a quotation within, with the same marks, was closed.
    inner: Option<usize>,
}

struct Reader {
    signs: Signs,
    /// What an earlier text left open.
    pending: Vec<Open>,
    found: Vec<Fault>,
}

impl Reader {
    fn table(&mut self, table: &Passage<'_>, index: usize) {
        let mut start = 0;
        for cell in table.words.split_inclusive(['\t', '\n']) {
            self.read(&Text { words: cell.to_owned(), starts: vec![(0, index, start)] });
            start += cell.len();
        }
    }

    /// Reads a text; what it leaves open is pending.
    fn read(&mut self, text: &Text) {
        let mut pairing = Pairing { text, open: Vec::new(), spare: Vec::new() };
        for (at, sign) in text.words.char_indices() {
            match (self.signs)(&text.words, at, &pairing.open) {
                Some(Role::Opens(closing)) => {
                    let lost = pairing.open(sign, closing, at);
                    self.pending.extend(lost);
                }
                Some(Role::MayClose(_)) if pairing.open.is_empty() => {}
                Some(Role::MayClose(closing)) => {
                    let spare = pairing.open.last().copied().filter(|top| top.closing == closing);
                    self.close(&mut pairing, closing, sign, at);
                    pairing.spare.extend(spare);
                }
                Some(Role::Closes(closing)) => self.close(&mut pairing, closing, sign, at),
                None => {}
            }
        }
        while let Some(top) = pairing.open.pop() {
            self.pending.extend(pairing.shared(top).err());
        }
    }

    fn close(&mut self, pairing: &mut Pairing<'_>, closing: char, sign: char, at: usize) {
        let same = |open: &Open| open.closing == closing;
        if pairing.open.iter().any(same) {
            while let Some(top) = pairing.open.pop() {
                if same(&top) {
                    self.ended(&top);
                    return pairing.closed_within(closing, at);
                }
                let lost = pairing.shared(top).err();
                self.pending.extend(lost);
            }
        } else if let Some(at) = pairing.spare.iter().rposition(same) {
            self.ended(&pairing.spare.remove(at));
        } else if let Some(at) = self.pending.iter().rposition(same) {
            self.pending.remove(at);
        } else {
            // Another sign may have opened what this one closes: one mistake, not two.
            pairing.open.pop();
            self.fault(Flaw::Unopened, sign, pairing.text.place(at));
        }
    }

    /// Reports a quotation that has ended by itself after one within it.
    fn ended(&mut self, open: &Open) {
        if open.inner.is_some() {
            self.fault(Flaw::Nesting, open.sign, (open.passage, open.at));
        }
    }

    /// Reports what is pending and no longer expected to be closed.
    fn give_up(&mut self, late: impl Fn(&Open) -> bool) {
        let pending = std::mem::take(&mut self.pending);
        let (lost, waiting): (Vec<_>, _) = pending.into_iter().partition(|open| late(open));
        self.pending = waiting;
        for open in lost {
            self.fault(Flaw::Unclosed, open.sign, (open.passage, open.at));
        }
    }

    fn fault(&mut self, flaw: Flaw, sign: char, (passage, at): (usize, usize)) {
        if self.found.len() < MOST {
            self.found.push(Fault { flaw, sign, passage, at });
        }
    }
}

/// Signs of one text that are open.
struct Pairing<'t> {
    text: &'t Text,
    open: Vec<Open>,
    /// What was closed by a sign that might be something else, or together with what is within.
    spare: Vec<Open>,
}

impl Pairing<'_> {
    /// Opens; a quotation of the same kind in which another has ended is taken to have ended with
    /// it. Gives back one that cannot have.
    fn open(&mut self, sign: char, closing: char, start: usize) -> Option<Open> {
        let ended = self.open.pop_if(|top| top.closing == closing && top.inner.is_some());
        let lost = ended.and_then(|top| self.shared(top).err());
        let (passage, at) = self.text.place(start);
        if self.open.len() < DEEPEST {
            self.open.push(Open { sign, closing, start, passage, at, inner: None });
        }
        lost
    }

    /// Tells the quotation around that one within ended; brackets may hold others.
    fn closed_within(&mut self, closing: char, at: usize) {
        let quotation = !matches!(closing, ')' | ']' | '}');
        let around = self.open.last_mut().filter(|top| top.closing == closing && quotation);
        if let Some(top) = around {
            top.inner = Some(at);
        }
    }

    /// Whether `top` ended with the closing mark of the quotation within it.
    fn shared(&mut self, top: Open) -> Result<(), Open> {
        let inner = top.inner.ok_or(top)?;
        let between = &self.text.words[top.start..inner];
        if between.len() > FARTHEST_SHARED && ends_sentence(between) {
            return Err(top);
        }
        self.spare.push(top);
        self.closed_within(top.closing, inner);
        Ok(())
    }
}

/// Whether a sentence or a line of a list ends in `text`.
fn ends_sentence(text: &str) -> bool {
    let capital = |rest: &str| rest.trim_start().starts_with(char::is_uppercase);
    text.contains(';') || text.match_indices(". ").any(|(at, _)| capital(&text[at + 1..]))
}

/// Up to three words that show the sign, at most [`LONGEST_EXCERPT`] characters.
pub(super) fn excerpt(words: &str, fault: &Fault) -> String {
    let (before, after) = words.split_at(fault.at + fault.sign.len_utf8());
    if fault.flaw == Flaw::Unopened {
        let line = tail(before, LONGEST_EXCERPT).rsplit(['\n', '\t']).next().unwrap_or_default();
        let from = line.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
        return line[from..].to_owned();
    }
    let mut gaps = 0;
    let shown = after.chars().take(LONGEST_EXCERPT).take_while(|c| {
        gaps += usize::from(*c == ' ');
        gaps < 3 && !matches!(c, '\n' | '\t')
    });
    std::iter::once(fault.sign).chain(shown).collect()
}
