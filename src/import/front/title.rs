//! The title of the act.

use super::stamp::ACTS;
use crate::import::document::Align;
use crate::import::ledger::{Fate, Ledger};
use crate::import::lines::{Line, Sheet, Unit};
use crate::import::mark::{Shape, is_closed, mark};
use crate::import::text::Text;

/// How far from the begin the title may stand, in paragraphs.
const FARTHEST: usize = 30;
/// Longest title, in characters.
const LONGEST: usize = 600;

/// Takes the title out of the text: what stands above the first section and begins with
/// «Регламент» or the like, else what is set as a title there.
pub(in crate::import) fn title(sheet: &mut Sheet, ledger: &mut Ledger) -> Option<Text> {
    let head: Vec<&Line> = sheet.units.iter().map_while(Unit::line).take(FARTHEST).collect();
    let head: Vec<&Line> = head.into_iter().take_while(|line| !begins_text(line)).collect();
    let named = head.iter().position(|line| names_act(&line.text.plain()) && may_be_title(line));
    let start = named.or_else(|| head.iter().position(|line| is_set_apart(line)))?;
    let mut length = 0;
    let wanted = head.iter().skip(start).enumerate().take_while(|(index, line)| {
        length += line.text.plain().chars().count();
        *index == 0 || length <= LONGEST && goes_on(head.get(start).copied(), line)
    });
    let count = wanted.count();
    let mut title = Text::default();
    for unit in sheet.units.drain(start..start + count) {
        if let Unit::Line(line) = unit {
            title.space();
            title.push(line.text);
        }
    }
    title.trim();
    ledger.settle(&title, Fate::Front);
    Some(title)
}

/// Whether the text of the act begins with this line.
fn begins_text(line: &Line) -> bool {
    let plain = line.text.plain();
    let numbered = line.label.as_deref().is_some_and(crate::import::lines::is_number);
    let shape = mark(&plain).map(|mark| mark.shape);
    numbered || matches!(shape, Some(Shape::Dot | Shape::Clause | Shape::Roman | Shape::Bracket))
}

/// Whether the line begins with the name of a kind of act.
fn names_act(plain: &str) -> bool {
    let first = plain.split_whitespace().next().unwrap_or_default();
    let big = first.starts_with(char::is_uppercase);
    big && ACTS.contains(&first.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str())
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
    !known.contains(&word.as_str()) && (alike && is_set_apart(line) || small && !is_closed(&plain))
}
