//! Footnotes that stand among the lines where their page ended.
//!
//! Their marks come as a digit on a line of its own, as a raised digit, or not at all; their
//! bodies begin with the same digit and end where the page ends or where the sentence that they
//! cut goes on.

use std::ops::Range;

use super::hyphen::{self, Words};
use super::remove;
use crate::import::document::{Flow, Script};
use crate::import::ledger::{Fate, Ledger};
use crate::import::lines::{Doubt, Line, NoteText, Sheet, Unit};
use crate::import::mark::{begins_small, is_closed};
use crate::import::text::{Style, Text};

/// Most footnotes of a file; what looks like more of them stays text.
const MOST: usize = 2_000;
/// Most lines that the body of one footnote has.
const LONGEST_BODY: usize = 40;

/// Longest line that is a mark, with the blanks around it, in bytes.
const LONGEST_MARK: usize = 40;
/// Most lines between a mark and the body: those of a few pages.
const FARTHEST_MARK: usize = 400;

/// A body that was found: lines `start..end`; its digit is the first line itself or begins it.
struct Body {
    label: String,
    start: usize,
    end: usize,
    /// Whether the digit is a line of its own.
    own_line: bool,
}

/// Takes footnotes out of the lines and puts their marks where they belong.
pub(super) fn splice(sheet: &mut Sheet, flow: Flow, ledger: &mut Ledger) {
    let mut words = None;
    let mut index = 0;
    while index < sheet.units.len() && sheet.notes.len() < MOST {
        match body_at(&sheet.units, index, flow) {
            Some(body) => {
                let at = body.start;
                let lines = sheet.units.iter().filter_map(Unit::line);
                let words = words.get_or_insert_with(|| Words::of(lines));
                take(sheet, body, words, ledger);
                index = at;
            }
            None => index += 1,
        }
    }
}

fn line(units: &[Unit], index: usize) -> Option<&Line> {
    units.get(index).and_then(Unit::line)
}

/// The footnote whose body begins with the line at `index`.
fn body_at(units: &[Unit], index: usize, flow: Flow) -> Option<Body> {
    let first = line(units, index)?;
    let plain = first.text.plain();
    if flow == Flow::Lines && is_label(&plain) {
        let label = plain.trim().to_owned();
        mark_before(units, index, &label)?;
        line(units, index + 1).filter(|next| !is_label(&next.text.plain()))?;
        let end = end_of_page(units, index + 2);
        return Some(Body { label, start: index, end, own_line: true });
    }
    if is_small(first) && begins_body(units, index) {
        let (label, end) = (own_label(&plain)?.to_owned(), end_of_small(units, index));
        return Some(Body { label, start: index, end, own_line: false });
    }
    let raised = first.text.runs.first().filter(|run| run.style.script == Script::Super);
    if let Some(run) = raised.filter(|run| is_label(&run.text)) {
        let label = run.text.trim().to_owned();
        mark_before(units, index, &label)?;
        let end = if flow == Flow::Lines { end_of_page(units, index + 1) } else { index + 1 };
        return Some(Body { label, start: index, end, own_line: false });
    }
    if flow == Flow::Lines { cutting(units, index, &plain) } else { None }
}

/// A body without a mark, which cuts a sentence: «3 Ситуация определяется …».
fn cutting(units: &[Unit], index: usize, plain: &str) -> Option<Body> {
    let (label, rest) = plain.split_once(char::is_whitespace)?;
    let before = line(units, index.checked_sub(1)?)?;
    let capital = rest.trim_start().starts_with(char::is_uppercase);
    if !is_label(label) || !capital || is_closed(&before.text.plain()) {
        return None;
    }
    let ends = |at: &usize| {
        let here = line(units, *at).is_some_and(|line| is_closed(&line.text.plain()));
        here && line(units, at + 1).is_some_and(|line| begins_small(&line.text.plain()))
    };
    let last = (index..index + LONGEST_BODY).find(ends)?;
    Some(Body { label: label.to_owned(), start: index, end: last + 1, own_line: false })
}

/// The digit or star that begins the body of a footnote in small type: «1 Родителям …».
fn own_label(plain: &str) -> Option<&str> {
    let plain = plain.trim_start();
    let end = plain.find(|c: char| !(c.is_ascii_digit() || c == '*'))?;
    let (label, rest) = plain.split_at_checked(end)?;
    let begins = rest.trim_start().starts_with(|c: char| c.is_uppercase() || "«\"(".contains(c));
    (is_label(label) && (begins || rest.starts_with(char::is_whitespace))).then_some(label)
}

/// The first line after `index` that is not in small type, or begins a page or another footnote.
fn end_of_small(units: &[Unit], index: usize) -> usize {
    let goes_on = |at: &usize| {
        let here = line(units, *at).is_some_and(|line| is_small(line) && !line.turned);
        here && !begins_body(units, *at)
    };
    let index = index + 1;
    index + (index..units.len()).take(LONGEST_BODY).take_while(goes_on).count()
}

/// The lines in small type at the foot of the page that begins at `index` with which the footnote
/// above it goes on.
fn rest_of_body(units: &[Unit], index: usize) -> Range<usize> {
    let small = |at: &usize| line(units, *at).is_some_and(is_small);
    let turned = |at: usize| line(units, at).is_some_and(|line| line.turned);
    let page = (index..units.len()).take_while(|at| *at == index || !turned(*at));
    let mut page = page.skip_while(|at| !small(at));
    let start = page.next().filter(|at| *at > index || turned(*at));
    let start = start.filter(|at| !begins_body(units, *at));
    start.map_or(index..index, |start| start..end_of_small(units, start))
}

fn is_small(line: &Line) -> bool {
    line.setting.is_some_and(|setting| setting.small)
}

/// Whether a line in small type begins a footnote whose mark stands above.
fn begins_body(units: &[Unit], index: usize) -> bool {
    let plain = line(units, index).map(|line| line.text.plain()).unwrap_or_default();
    own_label(&plain).is_some_and(|label| mark_before(units, index, label).is_some())
}

/// `1`, `12`, `*`.
fn is_label(text: &str) -> bool {
    let text = text.trim();
    let digits = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    !text.is_empty() && (digits || text.len() <= 3 && text.bytes().all(|b| b == b'*'))
}

/// The first line at or after `index` with which a page or another footnote begins.
fn end_of_page(units: &[Unit], index: usize) -> usize {
    let begins = |at: &usize| match line(units, *at) {
        Some(line) => line.turned || is_label(&line.text.plain()),
        None => true,
    };
    (index..units.len()).take(LONGEST_BODY).find(begins).unwrap_or_else(|| {
        let cut = units.len().saturating_sub(index) > LONGEST_BODY;
        if cut { index } else { units.len() }
    })
}

/// Where the mark of a footnote stands before the line at `index`: the line, and the number of
/// the raised run in it, if the mark is not a line of its own.
fn mark_before(units: &[Unit], index: usize, label: &str) -> Option<(usize, Option<usize>)> {
    for at in (index.saturating_sub(FARTHEST_MARK)..index).rev() {
        let Some(line) = line(units, at) else { continue };
        let short = line.text.runs.iter().map(|run| run.text.len()).sum::<usize>() <= LONGEST_MARK;
        if at > 0 && short && line.text.plain().trim() == label {
            return Some((at, None));
        }
        let raised = line.text.runs.iter().position(|run| {
            let style = &run.style;
            style.note.is_none() && style.script == Script::Super && run.text.trim() == label
        });
        if let Some(run) = raised.filter(|run| *run > 0) {
            return Some((at, Some(run)));
        }
    }
    None
}

/// Takes a footnote out of the lines.
fn take(sheet: &mut Sheet, body: Body, words: &Words, ledger: &mut Ledger) {
    let Body { label, start, end, own_line } = body;
    let mut lines: Vec<Line> = Vec::new();
    for _ in start..end {
        lines.extend(remove(&mut sheet.units, start));
    }
    if lines.last().and_then(|line| line.setting).is_some_and(|setting| !setting.early) {
        let rest = rest_of_body(&sheet.units, start);
        for _ in rest.clone() {
            lines.extend(remove(&mut sheet.units, rest.start));
        }
    }
    let Some(first) = lines.first_mut() else { return };
    let origin = first.origin;
    let sign = if own_line {
        std::mem::take(&mut first.text)
    } else {
        let plain = first.text.plain();
        let lead = plain.len() - plain.trim_start().len();
        first.text.take(lead + label.len())
    };
    ledger.settle(&sign, Fate::Sign);
    let mut text = Text::default();
    let mut doubts = Vec::new();
    let mut before = String::new();
    for line in lines {
        let (last, place) = (line.text.plain(), (line.origin, words));
        doubts.extend(hyphen::append(&mut text, (&before, line.text), place, ledger));
        before = last;
    }
    text.trim();
    ledger.repaired("repair-footnote", origin, [&text.plain(), &label]);
    let note = sheet.notes.len();
    let marked = set_mark(sheet, start, &label, note, ledger);
    if !marked {
        doubts.push(Doubt::about("import-note-unmarked", "label", label.as_str()));
    }
    sheet.notes.push(NoteText { mark: label, paragraphs: vec![text], doubts });
}

/// Makes a mark of the digit that stands for it; says whether there is one.
fn set_mark(
    sheet: &mut Sheet,
    before: usize,
    label: &str,
    note: usize,
    ledger: &mut Ledger,
) -> bool {
    let Some((at, run)) = mark_before(&sheet.units, before, label) else { return false };
    let style = Style { note: Some(note), ..Style::default() };
    if let (Some(run), Some(Unit::Line(line))) = (run, sheet.units.get_mut(at)) {
        if let Some(run) = line.text.runs.get_mut(run) {
            run.style = style;
            ledger.settle(&Text { runs: vec![run.clone()] }, Fate::Sign);
        }
        return true;
    }
    let Some(mut digit) = remove(&mut sheet.units, at) else { return false };
    ledger.settle(&digit.text, Fate::Sign);
    for run in &mut digit.text.runs {
        run.style = style.clone();
    }
    if let Some(Unit::Line(line)) = at.checked_sub(1).and_then(|at| sheet.units.get_mut(at)) {
        line.text.push(digit.text);
    }
    true
}
