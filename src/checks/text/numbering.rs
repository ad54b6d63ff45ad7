//! Sequences of numbers and what breaks them; the rules `number-…` each report one kind.
//!
//! Numbers of sections, of clauses (per number of what is around them) and of lists (per style
//! and depth) are sequences of their own; each appendix has its own. A list that begins at 1
//! again is a new list. Numbers may go on over headings and clauses («1. 2.» in chapter I, «3.»
//! in chapter II). A number that may be a piece of a sentence counts only where it fits.

use std::collections::BTreeMap;

use super::marks::{BELOW_HEADINGS, Mark, marks};
use super::numbers::Style;
use super::{Act, MOST};

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// It is there already.
    Duplicate,
    /// Numbers before it are missing.
    Skipped,
    /// It begins anew where the numbers ought to go on.
    Restarted,
    /// It stands behind a greater one, or in another section.
    Misplaced,
}

/// A number that breaks its sequence.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) kind: Break,
    /// The number as written.
    pub(super) literal: String,
    /// Line of the source file, from 1.
    pub(super) line: u32,
    /// The number to which it is compared, as written; none at the beginning of a sequence.
    pub(super) other: Option<String>,
    /// Line of that number.
    pub(super) other_line: u32,
    /// Whether the other number is that of the section in which it stands.
    pub(super) in_section: bool,
    /// Numbers that are missing.
    pub(super) missing: Vec<String>,
    /// Whether the number to which it is compared has no words.
    pub(super) other_empty: bool,
}

/// The faults of `act` in the order of the source.
pub(super) fn faults(act: &Act<'_>) -> Vec<Fault> {
    let marks = marks(act);
    let parts = marks.chunk_by(|a, b| a.appendix == b.appendix);
    parts.flat_map(|part| Walk::new(part).run(part)).collect()
}

/// A sequence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// Sections.
    Sections(Style),
    /// Clauses with the number around them.
    Clauses(Vec<u16>),
    /// Lists of this style and depth.
    List(Style, usize),
}

/// Greatest step that a number without closing punctuation may make: more is an amount or a time.
const GREATEST_STEP: u16 = 10;

/// Numbers of a sequence, from a first one on.
struct Run<'m> {
    last: &'m Mark,
    seen: Vec<&'m Mark>,
    /// The clause or section in which it stands, counted.
    context: usize,
}

impl<'m> Run<'m> {
    fn begin(mark: &'m Mark, context: usize) -> Self {
        Self { last: mark, seen: vec![mark], context }
    }

    fn advance(&mut self, mark: &'m Mark, context: usize) {
        *self = Self { last: mark, seen: std::mem::take(&mut self.seen), context };
        self.seen.push(mark);
    }

    /// Whether `mark` is the next number.
    fn fits(&self, mark: &Mark) -> bool {
        let (before, here) = (self.last.number.last(), mark.number.last());
        here > before && mark.number.missing_after(before).is_empty()
    }
}

/// A walk over the numbers of an act or an appendix.
struct Walk<'m> {
    found: Vec<Fault>,
    /// By sequence, the innermost run last: a list within a list that extraction made flat.
    runs: BTreeMap<Key, Vec<Run<'m>>>,
    /// The open section.
    section: Option<&'m Mark>,
    /// The last clause that stands where it should.
    clause: Option<&'m Mark>,
    /// First part of the clauses that contradict the open section, once reported.
    stray: Option<u16>,
    /// Whether the act has sections that are told from items of lists.
    has_sections: bool,
    /// Sections and clauses so far.
    context: usize,
}

impl<'m> Walk<'m> {
    fn new(marks: &[Mark]) -> Self {
        let is_section =
            |m: &Mark| m.strong && m.number.style == Style::Dot && !m.number.is_clause();
        Self {
            found: Vec::new(),
            runs: BTreeMap::new(),
            section: None,
            clause: None,
            stray: None,
            has_sections: marks.iter().any(is_section),
            context: 0,
        }
    }

    fn run(mut self, marks: &'m [Mark]) -> Vec<Fault> {
        for mark in marks {
            if mark.heading < BELOW_HEADINGS {
                self.context += 1;
            }
            let ends =
                |section: &Mark| mark.heading < BELOW_HEADINGS && mark.heading <= section.level;
            self.section = self.section.filter(|section| !ends(section));
            match self.key(mark) {
                key @ Key::Sections(_) => self.section(key, mark),
                key @ Key::Clauses(_) => self.clause(&key, mark),
                key @ Key::List(..) => self.item(key, mark),
            }
        }
        self.found
    }

    /// The sequence to which a number belongs. Without sections that are told from items, `3.` is
    /// one of both; with them it is a section only where no list, but the sections, go on with it.
    fn key(&self, mark: &Mark) -> Key {
        let number = &mark.number;
        let style = number.style;
        if number.is_clause() {
            return Key::Clauses(number.prefix().to_vec());
        }
        let (sections, list) = (Key::Sections(style), Key::List(style, mark.depth));
        let section = match style {
            _ if mark.strong => true,
            Style::Paren | Style::Letter => false,
            Style::Roman => true,
            Style::Dot if mark.depth > 0 => false,
            Style::Dot if !self.has_sections => true,
            Style::Dot => {
                number.last() > 1 && !self.continues(&list, mark) && self.continues(&sections, mark)
            }
        };
        if section { sections } else { list }
    }

    fn continues(&self, key: &Key, mark: &Mark) -> bool {
        self.runs.get(key).is_some_and(|runs| runs.iter().any(|run| run.fits(mark)))
    }

    fn section(&mut self, key: Key, mark: &'m Mark) {
        let first = mark.number.last() == 1;
        let before = self.runs.get(&key).and_then(|runs| runs.last()).map(|run| run.last);
        match before.filter(|_| first) {
            Some(before) if mark.strong && before.strong && before.under == mark.under => {
                if before.number.last() == 1 {
                    return self.report(Break::Duplicate, mark, Some(before));
                }
                self.report(Break::Restarted, mark, Some(before));
                self.begin_anew(key, mark);
            }
            Some(_) if mark.strong => self.begin_anew(key, mark),
            _ => self.item(key, mark),
        }
        if mark.strong || self.has_sections {
            self.section = (mark.number.style == Style::Dot).then_some(mark);
            self.stray = None;
            self.context += 1;
        }
    }

    /// Begins a sequence at 1 again: what is within begins anew too.
    fn begin_anew(&mut self, key: Key, mark: &'m Mark) {
        let parts = &mark.number.parts;
        let all = matches!(key, Key::Sections(_)) || *parts == [1, 1];
        self.runs.retain(|key, _| match key {
            Key::Clauses(around) => !all && !around.starts_with(mark.number.prefix()),
            _ => true,
        });
        self.clause = None;
        self.runs.insert(key, vec![Run::begin(mark, self.context)]);
    }

    fn clause(&mut self, key: &Key, mark: &'m Mark) {
        if self.is_stray(mark) {
            return;
        }
        let last =
            |walk: &Self| walk.runs.get(key).and_then(|runs| runs.last()).map(|run| run.last);
        match last(self).filter(|_| mark.number.last() == 1 && !mark.doubtful) {
            Some(before) if before.under != mark.under => self.begin_anew(key.clone(), mark),
            Some(before) if before.number.last() == 1 => {
                self.report(Break::Duplicate, mark, Some(before));
            }
            Some(before) => {
                self.report(Break::Restarted, mark, Some(before));
                self.begin_anew(key.clone(), mark);
            }
            None => self.item(key.clone(), mark),
        }
        if last(self).is_some_and(|last| std::ptr::eq(last, mark)) {
            self.clause = Some(mark);
            self.stray = None;
            self.context += 1;
        }
    }

    /// Whether a clause stands where its number does not belong; a row of such is reported once.
    fn is_stray(&mut self, mark: &'m Mark) -> bool {
        let first = mark.number.parts[0];
        let begins = mark.number.parts.iter().skip(1).all(|part| *part == 1);
        let section = self.section.filter(|section| section.number.last() != first);
        let other = match (section, self.clause) {
            (Some(section), _) if begins && first == section.number.last() + 1 => {
                self.section = None;
                return false;
            }
            (Some(section), _) => section,
            (None, Some(clause)) if !begins && is_before(mark, clause) => clause,
            _ => return false,
        };
        let known = mark.number.closed || self.runs.contains_key(&Key::Clauses(vec![first]));
        if known && !mark.doubtful && self.stray.replace(first) != Some(first) {
            self.report(Break::Misplaced, mark, Some(other));
        }
        true
    }

    /// A number of a list, or one that needs no more care.
    fn item(&mut self, key: Key, mark: &'m Mark) {
        let context = self.context;
        let lists = matches!(key, Key::List(..));
        let after_clauses = self.follows_clauses(&key, mark);
        let Some(runs) = self.runs.get_mut(&key).filter(|runs| !runs.is_empty()) else {
            return self.begin(key, mark);
        };
        if lists && runs.last().is_some_and(|run| run.context != context) {
            runs.drain(..runs.len() - 1);
        }
        let goes_on = runs.iter().rposition(|run| run.fits(mark));
        let goes_on = goes_on.or_else(|| after_clauses.then(|| runs.len() - 1));
        if let Some(at) = goes_on {
            runs.truncate(at + 1);
            return runs[at].advance(mark, context);
        }
        let last = &runs[runs.len() - 1];
        let before = last.last;
        let elsewhere = lists && last.context != context;
        if mark.number.last() == 1 {
            let adjacent = before.passage + 1 == mark.passage && !elsewhere;
            if before.number.last() == 1 && adjacent {
                self.report(Break::Duplicate, mark, Some(before));
            } else {
                runs.push(Run::begin(mark, context));
            }
        } else if elsewhere {
            self.begin(key, mark);
        } else {
            self.compare(&key, mark);
        }
    }

    /// A first number that is not 1 has lost those before it, unless it goes on with a list of
    /// another depth. Lists of letters may go on after others.
    fn begin(&mut self, key: Key, mark: &'m Mark) {
        let number = &mark.number;
        let far = !number.closed && number.last() > GREATEST_STEP;
        let goes_on = self.runs.iter().any(|(other, runs)| {
            let lists = matches!((other, &key), (Key::List(a, _), Key::List(b, _)) if a == b);
            lists && runs.iter().any(|run| run.fits(mark))
        });
        let goes_on = goes_on || self.follows_clauses(&key, mark);
        if number.last() > 1 && number.style != Style::Letter && !goes_on {
            if mark.doubtful || far {
                return;
            }
            self.report(Break::Skipped, mark, None);
        }
        self.runs.insert(key, vec![Run::begin(mark, self.context)]);
    }

    /// Whether a section comes behind clauses of the number before: their own section has lost its
    /// number, or never had one.
    fn follows_clauses(&self, key: &Key, mark: &Mark) -> bool {
        let before = self.clause.map(|clause| clause.number.parts[0]);
        matches!(key, Key::Sections(_)) && before.is_some_and(|n| n + 1 == mark.number.last())
    }

    /// A number that is neither the next nor a first one.
    fn compare(&mut self, key: &Key, mark: &'m Mark) {
        let context = self.context;
        let Some(run) = self.runs.get_mut(key).and_then(|runs| runs.last_mut()) else { return };
        let (before, number) = (run.last, &mark.number);
        let far = !number.closed && number.last() > before.number.last() + GREATEST_STEP;
        if mark.doubtful || far {
            return;
        }
        let same = run.seen.iter().find(|seen| seen.number.last() == number.last());
        let (kind, other) = match same.copied() {
            Some(same) => (Break::Duplicate, same),
            None if number.last() > before.number.last() => (Break::Skipped, before),
            None => (Break::Misplaced, before),
        };
        match kind {
            Break::Skipped => run.advance(mark, context),
            _ => run.seen.push(mark),
        }
        self.report(kind, mark, Some(other));
    }

    fn report(&mut self, kind: Break, mark: &Mark, other: Option<&Mark>) {
        if self.found.len() == MOST {
            return;
        }
        let number = &mark.number;
        let missing = match kind {
            Break::Skipped => number.missing_after(other.map_or(0, |other| other.number.last())),
            _ => Vec::new(),
        };
        if kind == Break::Misplaced {
            self.forgive_gap(mark);
        }
        let section = other.filter(|other| kind == Break::Misplaced && !other.number.is_clause());
        self.found.push(Fault {
            kind,
            literal: mark.literal.clone(),
            line: mark.line,
            other: other.map(|other| other.literal.clone()),
            other_line: other.map_or(0, |other| other.line),
            other_empty: other.is_some_and(|other| other.empty),
            in_section: section.is_some_and(|_| number.is_clause()),
            missing: missing.into_iter().map(|value| number.with_last(value)).collect(),
        });
    }

    /// A number that comes too late is not missing before.
    fn forgive_gap(&mut self, mark: &Mark) {
        let late = mark.number.with_last(mark.number.last());
        let gap = self.found.iter_mut().rev().find(|fault| fault.missing.contains(&late));
        if let Some(gap) = gap {
            gap.missing.retain(|missing| *missing != late);
        }
        self.found.retain(|fault| fault.kind != Break::Skipped || !fault.missing.is_empty());
    }
}

/// Whether what is around `mark` ended before `clause`.
fn is_before(mark: &Mark, clause: &Mark) -> bool {
    let around = clause.number.parts.iter().zip(mark.number.prefix());
    around.into_iter().find(|(a, b)| a != b).is_some_and(|(a, b)| a > b)
}
