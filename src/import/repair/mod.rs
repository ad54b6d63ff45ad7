//! Repairs of what extraction does to a text. Each is listed; none changes a word.
//!
//! 1. [`furniture`]: what belongs to pages, not to the act, is left out;
//! 2. [`splice`]: footnotes that stand among the lines go back to their marks;
//! 3. [`join`]: lines become paragraphs;
//! 4. [`typed`]: footnotes and escapes that are spelt in the text are understood.

mod furniture;
mod hyphen;
mod join;
mod splice;
mod typed;

use super::document::Flow;
use super::ledger::{Fate, Ledger};
use super::lines::{Line, Sheet, Unit};
use super::width::Measure;

/// Mends lines: what belongs to pages is left out, footnotes go back to their marks.
pub(super) fn lines(sheet: &mut Sheet, flow: Flow, ledger: &mut Ledger) {
    let measure = Measure::of(sheet.units.iter().filter_map(Unit::line));
    if flow == Flow::Lines {
        find_turns(&mut sheet.units, &measure);
        doubled(&mut sheet.units, ledger);
        spaced(&sheet.units, &measure, ledger);
    }
    // Footnotes come first: the digit before one looks like the number of a page.
    furniture::areas(&mut sheet.units, ledger);
    splice::splice(sheet, flow, ledger);
    if flow == Flow::Lines {
        furniture::lines(&mut sheet.units, ledger);
    }
}

/// Makes paragraphs of lines, and mends what is spelt in them.
pub(super) fn paragraphs(sheet: &mut Sheet, flow: Flow, ledger: &mut Ledger) {
    join::join(sheet, flow, ledger);
    for unit in &mut sheet.units {
        cells(unit, ledger);
    }
    typed::typed(sheet, ledger);
}

/// Mends the cells of a table: their paragraphs are paragraphs.
fn cells(unit: &mut Unit, ledger: &mut Ledger) {
    let Unit::Table(grid) = unit else { return };
    for cell in grid.rows.iter_mut().flatten() {
        for unit in &mut cell.units {
            match unit {
                Unit::Line(line) => typed::unescape(&mut line.text, line.origin, ledger),
                Unit::Table(_) => cells(unit, ledger),
            }
        }
    }
}

/// A text in which every second line is empty shows where a page begins: there no line is left
/// empty, and a space stands first.
fn find_turns(units: &mut [Unit], measure: &Measure) {
    for unit in units.iter_mut().skip(1) {
        if let Unit::Line(line) = unit {
            line.turned |= measure.usual_gap > 0 && line.gap == 0 && line.led;
        }
    }
}

/// Lists that every second line was empty.
fn spaced(units: &[Unit], measure: &Measure, ledger: &mut Ledger) {
    let lines: Vec<&Line> = units.iter().filter_map(Unit::line).collect();
    if let (Some(first), true) = (lines.first(), measure.usual_gap > 0 && lines.len() > 3) {
        let count = lines.iter().filter(|line| line.gap > 0).count();
        ledger.repaired("repair-empty-lines", first.origin, [&count.to_string(), ""]);
    }
}

/// Fewest letters of a line that is taken for a doubled one.
const SHORTEST_DOUBLED: usize = 15;

/// Takes away the second of two equal lines in a row.
fn doubled(units: &mut Vec<Unit>, ledger: &mut Ledger) {
    let mut before: Option<String> = None;
    units.retain(|unit| {
        let Unit::Line(line) = unit else {
            before = None;
            return true;
        };
        let text = line.text.plain();
        let long = text.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST_DOUBLED;
        if long && before.as_ref() == Some(&text) {
            ledger.settle(&line.text, Fate::Repair);
            ledger.repaired("repair-doubled", line.origin, [&text, ""]);
            return false;
        }
        before = Some(text);
        true
    });
}

/// Takes a line out; that a page begins with it is then true of the next one.
fn remove(units: &mut Vec<Unit>, index: usize) -> Option<Line> {
    if !matches!(units.get(index), Some(Unit::Line(_))) {
        return None;
    }
    let Unit::Line(line) = units.remove(index) else { return None };
    if let Some(Unit::Line(next)) = units.get_mut(index) {
        next.turned |= line.turned;
    }
    Some(line)
}
