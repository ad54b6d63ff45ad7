//! The title of the act.

use super::Head;
use super::letterhead::{is_letterhead, is_place};
use super::role::ACTS;
use crate::import::document::Align;
use crate::import::ledger::{Fate, Ledger};
use crate::import::lines::{Doubt, Line, Sheet, Unit};
use crate::import::mark::{Shape, is_closed, mark};
use crate::import::text::Text;

/// How far from the begin the title may stand, in paragraphs.
const FARTHEST: usize = 30;
/// A closed line of more words, above the title, is text.
const PROSE: usize = 12;
/// Most rows of a table that is a letterhead.
const LETTERHEAD_ROWS: usize = 6;
/// Longest title, in characters.
const LONGEST: usize = 600;

/// Takes the title out of the text: what stands above the first section and begins with
/// «Регламент» or the like, else what is set as a title there. What stands around it and is no part
/// of the act goes to `head.aside`.
pub(in crate::import) fn title(sheet: &mut Sheet, head: &mut Head, ledger: &mut Ledger) {
    let above = sheet.units.iter().take(FARTHEST).take_while(|unit| !is_text(unit)).count();
    let units = sheet.units.get(..above).unwrap_or_default();
    let named = units.iter().position(|unit| unit.line().is_some_and(is_named));
    let apart = |unit: &Unit| {
        let title = |line: &Line| is_set_apart(line) && !is_letterhead(&line.text.plain());
        unit.line().is_some_and(title)
    };
    let before_tables = units.iter().take_while(|unit| unit.line().is_some()).count();
    let start = named.or_else(|| units.iter().take(before_tables).position(apart));
    let count = start.map_or(0, |start| extent(units, start));
    let mut rest = sheet.units.split_off(start.unwrap_or(above));
    let below = rest.split_off(count);
    let mut title = Text::default();
    for unit in rest {
        head.doubts.extend(unit.doubts());
        if let Unit::Line(line) = unit {
            title.space();
            title.push(line.text);
        }
    }
    title.trim();
    ledger.settle(&title, Fate::Front);
    head.title = start.map(|_| title);
    around(sheet, (named.is_some(), below), head, ledger);
}

/// Number of units that the title consists of, which begins at `start`.
fn extent(units: &[Unit], start: usize) -> usize {
    let lines: Vec<&Line> = units.iter().skip(start).map_while(Unit::line).collect();
    let mut length = 0;
    let wanted = lines.iter().enumerate().take_while(|(index, line)| {
        length += line.text.plain().chars().count();
        *index == 0 || length <= LONGEST && goes_on(lines.first().copied(), line)
    });
    wanted.count()
}

/// Takes letterhead, place and year out of what stands above and below the title. Above a title
/// that names the act, nothing but prose is its text.
fn around(
    sheet: &mut Sheet,
    (named, below): (bool, Vec<Unit>),
    head: &mut Head,
    ledger: &mut Ledger,
) {
    // Without such a title only what comes first can be a letterhead.
    let mut first = true;
    for unit in std::mem::take(&mut sheet.units) {
        first &= unit.line().is_some_and(|line| is_letterhead(&line.text.plain()));
        if (named || first) && !unit.line().is_some_and(is_prose) {
            put_aside(unit, head, ledger);
        } else {
            sheet.units.push(unit);
        }
    }
    let mut below = below.into_iter().peekable();
    let place = |unit: &Unit| unit.line().is_some_and(|line| is_place(&line.text.plain()));
    while let Some(unit) = below.next_if(|unit| head.title.is_some() && place(unit)) {
        put_aside(unit, head, ledger);
    }
    sheet.units.extend(below);
    if let Some(first) = head.aside.first() {
        let words = first.split_whitespace().take(6).collect::<Vec<_>>().join(" ");
        head.doubts.push(Doubt::about("import-letterhead", "words", words));
    }
}

/// Keeps the words of a line or table for comments of the front matter.
fn put_aside(unit: Unit, head: &mut Head, ledger: &mut Ledger) {
    match unit {
        Unit::Line(line) => {
            head.doubts.extend(line.doubts);
            ledger.settle(&line.text, Fate::Front);
            head.aside.push(line.text.plain());
        }
        Unit::Table(grid) => {
            let cells = grid.rows.into_iter().flatten();
            cells.flat_map(|cell| cell.units).for_each(|unit| put_aside(unit, head, ledger));
        }
    }
}

/// A sentence, or several, that is set as text is.
fn is_prose(line: &Line) -> bool {
    let plain = line.text.plain();
    is_closed(&plain) && !is_set_apart(line) && plain.split_whitespace().count() > PROSE
}

/// Whether the text of the act begins with this unit.
fn is_text(unit: &Unit) -> bool {
    match unit {
        Unit::Line(line) => begins_text(line),
        Unit::Table(grid) => {
            let units = grid.rows.iter().flatten().flat_map(|cell| &cell.units);
            grid.rows.len() > LETTERHEAD_ROWS || units.clone().any(is_text)
        }
    }
}

/// Whether the text of the act begins with this line.
fn begins_text(line: &Line) -> bool {
    let plain = line.text.plain();
    let numbered = line.label.as_deref().is_some_and(crate::import::lines::is_number);
    let shape = mark(&plain).map(|mark| mark.shape);
    numbered || matches!(shape, Some(Shape::Dot | Shape::Clause | Shape::Roman | Shape::Bracket))
}

/// Whether the line begins with the name of a kind of act.
pub(in crate::import) fn names_act(plain: &str) -> bool {
    let first = plain.split_whitespace().next().unwrap_or_default();
    let big = first.starts_with(char::is_uppercase);
    big && ACTS.contains(&first.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str())
}

/// Whether a line is a title that names a kind of act.
pub(super) fn is_named(line: &Line) -> bool {
    names_act(&line.text.plain()) && may_be_title(line)
}

/// «Регламент определяет порядок…» is a sentence of the text; a title has no verb, but bold or
/// centred it is one in any case.
fn may_be_title(line: &Line) -> bool {
    is_set_apart(line) || !is_closed(&line.text.plain())
}

/// Whether a line is set as titles are.
fn is_set_apart(line: &Line) -> bool {
    line.heading.is_some() || line.align == Align::Center || line.text.all(|style| style.bold)
}

/// Whether a line belongs to the title that begins with `first`.
fn goes_on(first: Option<&Line>, line: &Line) -> bool {
    let Some(first) = first else { return false };
    let plain = line.text.plain();
    let known = ["общие", "введение", "приложение"];
    let word = plain.split_whitespace().next().unwrap_or_default().to_lowercase();
    let small = plain.starts_with(|c: char| c.is_lowercase() || "«(\"".contains(c));
    let alike = first.align == line.align
        && first.heading == line.heading
        && is_set_apart(first) == is_set_apart(line);
    let known = known.contains(&word.as_str()) || is_place(&plain);
    !known && (alike && is_set_apart(line) || small && !is_closed(&plain))
}
