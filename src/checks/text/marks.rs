//! The numbers of an act in the order of the source.
//!
//! In a sound text a number is that of a section, a clause or an item. In a badly extracted one
//! the same numbers begin plain paragraphs, bold lines or even lines within a paragraph, because
//! Markdown lets no list but one that begins with 1 interrupt a paragraph; they are found too.

use super::Act;
use super::numbers::{Number, leading};
use crate::model::passages::{Passage, PassageKind};

/// A number where it stands.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) number: Number,
    /// As it is written.
    pub(super) literal: String,
    /// Line of the source file, from 1.
    pub(super) line: u32,
    /// Index of the passage in which it stands.
    pub(super) passage: usize,
    /// Whether it is that of a section: of a heading, of a bold line, or followed by its clauses.
    pub(super) strong: bool,
    /// Items of lists around it, itself not counted.
    pub(super) depth: usize,
    /// The nearest heading around it that has no decimal number: a part, a chapter.
    pub(super) under: Option<usize>,
    /// How many appendices begin before it: each has its own numbers.
    pub(super) appendix: usize,
    /// Level of its heading; [`BELOW_HEADINGS`] if it is none.
    pub(super) level: u8,
    /// Highest level of the headings without a decimal number since the mark before;
    /// [`BELOW_HEADINGS`] if there are none.
    pub(super) heading: u8,
    /// Whether it may be a piece of a sentence («в соответствии с пунктом / 5.2. настоящего …»).
    pub(super) doubtful: bool,
    /// Whether it has no words.
    pub(super) empty: bool,
}

/// A level below those of all headings.
pub(super) const BELOW_HEADINGS: u8 = 7;

/// Abbreviations behind which a number is a reference.
const BEFORE_REFERENCES: [&str; 16] = [
    "п", "пп", "п.п", "подп", "ст", "ч", "гл", "разд", "прил", "абз", "табл", "рис", "см", "стр",
    "с", "№",
];

/// Beginnings of words behind which a number is a reference.
const REFERENCES: [&str; 6] = ["пункт", "подпункт", "раздел", "стать", "глав", "приложени"];

/// Longest line that names an appendix, in characters.
const LONGEST_APPENDIX: usize = 120;

/// The numbers of `act`.
pub(super) fn marks(act: &Act<'_>) -> Vec<Mark> {
    let mut reader = Reader::new(act);
    for (index, passage) in act.passages.iter().enumerate() {
        if !matches!(passage.kind, PassageKind::Footnote | PassageKind::Table) {
            reader.passage(index, passage);
        }
    }
    confirm(&mut reader.marks);
    reader.marks
}

struct Reader<'a> {
    act: &'a Act<'a>,
    lines: Vec<&'a str>,
    /// First lines of all passages, sorted.
    starts: Vec<u32>,
    appendix: usize,
    heading: u8,
    marks: Vec<Mark>,
}

impl<'a> Reader<'a> {
    fn new(act: &'a Act<'a>) -> Self {
        let mut starts: Vec<_> = act.passages.iter().map(|passage| passage.line).collect();
        starts.sort_unstable();
        let lines = act.written.body.lines().collect();
        Self { act, lines, starts, appendix: 0, heading: BELOW_HEADINGS, marks: Vec::new() }
    }

    fn passage(&mut self, index: usize, passage: &Passage<'_>) {
        let named = passage.kind == PassageKind::Paragraph && names_appendix(&passage.words);
        if named || matches!(passage.kind, PassageKind::Appendix(_)) {
            self.appendix += 1;
            return;
        }
        let own = match passage.number {
            Some(literal) => leading(literal).filter(|(_, length)| *length == literal.len()),
            None => {
                leading(&passage.words).filter(|(number, _)| number.closed || number.is_clause())
            }
        };
        let decimal = own.as_ref().is_some_and(|(number, _)| is_decimal(number));
        match passage.kind {
            PassageKind::Section(level) if !decimal => self.heading = self.heading.min(level),
            _ => {}
        }
        if let Some((number, length)) = own {
            let words = passage.words.as_str();
            let (literal, rest) = match passage.number {
                Some(literal) => (literal, words),
                None => words.split_at(length),
            };
            self.push((index, passage.line), number, literal.to_owned(), rest);
        }
        let next = self.starts.partition_point(|start| *start <= passage.line);
        let end = self.starts.get(next).copied().unwrap_or(u32::MAX);
        let last = (passage.line + 1..end).take_while(|line| self.line(*line).is_some()).last();
        for line in passage.line + 1..=last.unwrap_or_default() {
            self.later_line(index, line);
        }
    }

    /// A line of the paragraph behind its first.
    fn later_line(&mut self, index: usize, line: u32) {
        let Some(text) = self.line(line).map(plain) else { return };
        if let Some((number, length)) = leading(text).filter(|(number, _)| number.closed) {
            self.push((index, line), number, text[..length].to_owned(), &text[length..]);
        }
    }

    fn push(&mut self, at: (usize, u32), number: Number, literal: String, rest: &str) {
        let (index, line) = at;
        let passage = &self.act.passages[index];
        let level = match passage.kind {
            PassageKind::Section(level) => level,
            _ => BELOW_HEADINGS,
        };
        let is_heading = level < BELOW_HEADINGS;
        let children = self.act.passages.get(index + 1).and_then(|next| next.parent) == Some(index);
        let mark = Mark {
            strong: is_heading || self.line(line).is_some_and(is_bold),
            depth: self.depth(index),
            under: self.under(index),
            appendix: self.appendix,
            level,
            heading: std::mem::replace(&mut self.heading, BELOW_HEADINGS),
            doubtful: !is_heading && self.is_doubtful(line, &number, rest),
            empty: rest.trim().is_empty() && !children,
            number,
            literal,
            line,
            passage: index,
        };
        self.marks.push(mark);
    }

    /// Whether the number may belong to the sentence that began before.
    fn is_doubtful(&self, line: u32, number: &Number, rest: &str) -> bool {
        let small = rest.trim_start().starts_with(char::is_lowercase);
        if !number.closed && small {
            return true;
        }
        let before = (1..line).rev().map_while(|line| self.line(line));
        let before = before.take(4).find(|raw| !plain(raw).is_empty());
        let Some(before) = before.filter(|raw| !raw.starts_with('#')).map(plain) else {
            return false;
        };
        let begins_with_number = leading(before).is_some();
        let word =
            before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        let word = word.trim_end_matches('.').to_lowercase();
        let complete = before.ends_with(['.', ';', ':', '!', '?', '»', ')', '|']);
        let refers = BEFORE_REFERENCES.contains(&word.as_str())
            || !complete && REFERENCES.iter().any(|beginning| word.starts_with(beginning));
        let listed = begins_with_number && !number.is_clause();
        refers || small && !complete && !listed
    }

    /// A line of the source file by its number.
    fn line(&self, line: u32) -> Option<&'a str> {
        let index = line.checked_sub(self.act.written.first_line + 1)?;
        self.lines.get(index as usize).copied()
    }

    fn depth(&self, index: usize) -> usize {
        self.around(index).filter(|i| self.act.passages[*i].kind == PassageKind::Item).count()
    }

    fn under(&self, index: usize) -> Option<usize> {
        self.around(index).find(|i| {
            let passage = &self.act.passages[*i];
            let number = passage.number.map_or_else(|| leading(&passage.words), leading);
            let decimal = number.is_some_and(|(number, _)| is_decimal(&number));
            matches!(passage.kind, PassageKind::Section(_)) && !decimal
        })
    }

    /// Indices of the passages around the one at `index`, the nearest first.
    fn around(&self, index: usize) -> impl Iterator<Item = usize> {
        let parent = |index: &usize| self.act.passages[*index].parent;
        std::iter::successors(parent(&index), parent)
    }
}

fn is_decimal(number: &Number) -> bool {
    number.parts.len() > 1
        || number.with_last(number.last()).starts_with(|c: char| c.is_ascii_digit())
}

/// A line of Markdown without what marks headings, emphasis and quotations.
fn plain(raw: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || matches!(c, '#' | '>' | '*' | '_' | '\u{feff}');
    raw.trim_matches(ends)
}

/// Whether all of the line is bold, its number included.
fn is_bold(raw: &str) -> bool {
    ["**", "__"].iter().any(|mark| {
        let inner = raw.trim().strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.contains(mark))
    })
}

/// «Приложение № 2», «Приложение 1 к приказу от … № 45» as a line of its own.
fn names_appendix(words: &str) -> bool {
    let words = words.trim();
    let Some(rest) = words.strip_prefix("Приложение").or_else(|| words.strip_prefix("ПРИЛОЖЕНИЕ"))
    else {
        return false;
    };
    let rest = rest.trim_start_matches([' ', '№']);
    let number = rest.split([' ', '.', ':']).next().unwrap_or_default();
    let short = number.chars().count() <= 2 && !number.starts_with(char::is_lowercase);
    let after = rest[number.len()..].trim_start_matches(['.', ':', ' ']);
    let header =
        after.is_empty() || after.starts_with("к ") || after.starts_with(char::is_uppercase);
    short
        && header
        && !words.ends_with(['.', ';', ','])
        && words.chars().count() <= LONGEST_APPENDIX
}

/// Makes strong what is followed by its own first clause: «5. …» before «5.1. …».
fn confirm(marks: &mut [Mark]) {
    let mut next: Option<(usize, Vec<u16>)> = None;
    for index in (0..marks.len()).rev() {
        let number = &marks[index].number;
        if number.style != super::numbers::Style::Dot {
            continue;
        }
        let first_clause = [number.last(), 1];
        let own = next.as_ref().is_some_and(|(appendix, parts)| {
            *appendix == marks[index].appendix && *parts == first_clause
        });
        let number = number.parts.clone();
        marks[index].strong |= own && number.len() == 1;
        next = Some((marks[index].appendix, number));
    }
}
