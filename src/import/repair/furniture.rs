//! What belongs to the pages of the file: running heads, numbers of pages, addresses of links at
//! their feet.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::document::Area;
use crate::import::ledger::Ledger;
use crate::import::lines::{Line, Unit};
use crate::import::mark::{begins_small, is_closed};

/// Lines at the top and at the foot of a page among which furniture is looked for.
const EDGE: usize = 3;
/// Most addresses in a row at the foot of a page.
const MOST_ADDRESSES: usize = 100;

/// Leaves out running heads and feet that the reader knows as such.
pub(super) fn areas(units: &mut Vec<Unit>, ledger: &mut Ledger) {
    leave_out(units, ledger, |units, index| {
        let line = units.get(index).and_then(Unit::line);
        line.is_some_and(|line| matches!(line.area, Area::Header | Area::Footer))
    });
}

/// Leaves out lines that are furniture by what they say and where they stand.
pub(super) fn lines(units: &mut Vec<Unit>, ledger: &mut Ledger) {
    let repeated = repeated(units);
    let pages = pages(units);
    leave_out(units, ledger, |units, index| {
        let key = units.get(index).and_then(Unit::line).map(key);
        let known = key.is_some_and(|key| repeated.contains(&key));
        known && (pages == 1 || at_edge(units, index) || within_sentence(units, index))
    });
    leave_out(units, ledger, is_page_number);
    leave_out(units, ledger, is_address);
}

fn leave_out(
    units: &mut Vec<Unit>,
    ledger: &mut Ledger,
    is_furniture: impl Fn(&[Unit], usize) -> bool,
) {
    let found: Vec<bool> = (0..units.len()).map(|index| is_furniture(units, index)).collect();
    let mut turned = false;
    let mut kept = Vec::with_capacity(units.len());
    for (unit, found) in std::mem::take(units).into_iter().zip(found) {
        match unit {
            Unit::Line(line) if found => {
                ledger.leave_out(&line.text, line.origin);
                turned = true;
            }
            Unit::Line(mut line) => {
                // A page ends where its furniture stands.
                line.turned |= std::mem::take(&mut turned);
                kept.push(Unit::Line(line));
            }
            Unit::Table(_) => kept.push(unit),
        }
    }
    *units = kept;
}

/// What a line says, all numbers alike: «Регламент, с. 3».
fn key(line: &Line) -> String {
    let mut key = String::new();
    for c in line.text.plain().chars() {
        match c {
            '0'..='9' if key.ends_with('#') => {}
            '0'..='9' => key.push('#'),
            c if c.is_whitespace() => {}
            c => key.extend(c.to_lowercase()),
        }
    }
    key
}

/// Lines that stand at the edge of several pages or, where the file knows no pages, stand in
/// several places and cut a sentence in one of them.
fn repeated(units: &[Unit]) -> BTreeSet<String> {
    let mut found: BTreeMap<String, (usize, bool)> = BTreeMap::new();
    let pages = pages(units);
    for (index, unit) in units.iter().enumerate() {
        let Some(line) = unit.line() else { continue };
        let key = key(line);
        if may_repeat(&line.text.plain(), pages > 1) {
            let entry = found.entry(key).or_default();
            entry.0 += usize::from(pages == 1 || at_edge(units, index));
            entry.1 |= within_sentence(units, index);
        }
    }
    let wanted = |count: usize, cuts: bool| count >= 3 && (cuts || pages > 1 && count * 2 > pages);
    let kept = found.into_iter().filter(|(_, (count, cuts))| wanted(*count, *cuts));
    kept.map(|(key, _)| key).collect()
}

/// Whether a line may be a running head: the last words of a paragraph, «системе «Дневник.ру»;»,
/// repeat themselves too. Where pages are not known, it has to look like a head.
fn may_repeat(plain: &str, paged: bool) -> bool {
    let plain = plain.trim();
    let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
    let whole = !plain.ends_with(['.', ';', ':', ',']) && !begins_small(plain);
    let long = plain.split_whitespace().count() >= 3 && letters >= 12;
    letters >= 3 && whole && (paged || long)
}

/// Number of pages, 1 if the file does not tell.
fn pages(units: &[Unit]) -> usize {
    units.iter().filter(|unit| unit.line().is_some_and(|line| line.turned)).count() + 1
}

/// Whether a line stands at the edge of a page.
fn at_edge(units: &[Unit], index: usize) -> bool {
    let begins = (index.saturating_sub(EDGE - 1)..=index).any(|at| turned(units, at));
    let ends = (index + 1..=index + EDGE).any(|at| turned(units, at) || at == units.len());
    begins || ends
}

/// Whether a line stands within a sentence, alone or with lines beside it.
fn within_sentence(units: &[Unit], index: usize) -> bool {
    (index.saturating_sub(EDGE - 1)..=index)
        .any(|first| (index + 1 - first..=EDGE).any(|count| cuts(units, first, count)))
}

fn turned(units: &[Unit], index: usize) -> bool {
    units.get(index).and_then(Unit::line).is_some_and(|line| line.turned)
}

/// Whether the `count` lines from `index` stand within a sentence.
fn cuts(units: &[Unit], index: usize, count: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| units.get(at)).and_then(Unit::line);
    let after = units.get(index + count).and_then(Unit::line);
    let (Some(before), Some(after)) = (before, after) else { return false };
    !is_closed(&before.text.plain()) && begins_small(&after.text.plain())
}

/// `3`, `- 3 -`, `стр. 3 из 10` where a page ends or begins, or within a sentence.
fn is_page_number(units: &[Unit], index: usize) -> bool {
    let Some(line) = units.get(index).and_then(Unit::line) else { return false };
    let text = line.text.plain().to_lowercase();
    let words = text.split(|c: char| c.is_whitespace() || "-–—.|/".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let numbers = words.iter().filter(|word| is_number(word)).count();
    let known = |word: &&str| {
        is_number(word) || matches!(*word, "стр" | "страница" | "с" | "лист" | "из" | "page" | "of")
    };
    let says = (1..=2).contains(&numbers) && words.len() <= 4 && words.iter().all(known);
    // «5.» is a number of the act.
    let bare = !text.trim_end().ends_with(['.', ')']);
    says && bare && (at_edge(units, index) || cuts(units, index, 1))
}

/// Whether a line says nothing but an address and stands in a block of such at the foot of a page.
fn is_address(units: &[Unit], index: usize) -> bool {
    let is = |at: usize| {
        units.get(at).and_then(Unit::line).is_some_and(|line| is_one_address(&line.text.plain()))
    };
    if !is(index) {
        return false;
    }
    let first = (0..=index).rev().take(MOST_ADDRESSES).take_while(|at| is(*at)).last();
    let first = first.unwrap_or(index);
    let count = (first..units.len()).take(MOST_ADDRESSES).take_while(|at| is(*at)).count();
    cuts(units, first, count) || count >= 2 && turned(units, first + count)
}

fn is_one_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, more) = (words.next().unwrap_or_default(), words.next());
    more.is_none() && ["http://", "https://", "mailto:"].iter().any(|s| first.starts_with(s))
}
