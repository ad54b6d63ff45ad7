//! Stamps of approval (грифы): in tables, boxes, at the right, in two columns.

use super::facts::{date, number};
use super::role::{ACTS, order, role};
use super::title::is_named;
use super::{Head, Role, Stamp};
use crate::import::document::{Align, Area};
use crate::import::ledger::{Fate, Ledger};
use crate::import::lines::{Grid, Line, Unit};
use crate::import::mark::{Shape, mark};
use crate::import::text::Text;

/// How far from the begin a stamp may stand, in lines.
const FARTHEST: usize = 60;
/// Most lines of a stamp.
const LONGEST: usize = 16;

/// Takes all stamps out.
pub(super) fn take(units: &mut Vec<Unit>, head: &mut Head, ledger: &mut Ledger) {
    let mut index = 0;
    let mut opens: fn(&str) -> bool = |text| role(text).is_some() || order(text).is_some();
    while index < units.len().min(FARTHEST) {
        let texts = match units.get(index) {
            Some(Unit::Line(line)) if mark(&line.text.plain()).is_some_and(is_section) => break,
            Some(Unit::Line(line)) if is_stamp(line, (units, index), opens) => {
                let count = extent(units, index);
                let stamp: Vec<Unit> = units.drain(index..index + count).collect();
                head.doubts.extend(stamp.iter().flat_map(Unit::doubts));
                lines(stamp)
            }
            Some(Unit::Table(grid)) if is_layout(grid, opens) => match units.remove(index) {
                Unit::Table(grid) => {
                    head.doubts.extend(grid.doubts());
                    cells(grid)
                }
                Unit::Line(_) => Vec::new(),
            },
            unit => {
                if unit.and_then(Unit::line).is_some_and(is_named) {
                    // «Приложение к приказу» below the title is an appendix of the act.
                    opens = |text| role(text).is_some();
                }
                index += 1;
                continue;
            }
        };
        let (mut texts, mut beside): (Vec<Text>, Vec<Text>) =
            texts.into_iter().partition(|text| opens(&text.plain()));
        if let [text] = beside.as_mut_slice()
            && !text.is_blank()
        {
            // The school's name beside a stamp: a paragraph of the text.
            let line = Line { text: std::mem::take(text), ..Line::default() };
            units.insert(index, Unit::Line(line));
            index += 1;
        } else {
            texts.append(&mut beside);
        }
        head.stamps.extend(texts.into_iter().filter_map(|text| understood(&text, ledger)));
    }
}

fn is_section(mark: crate::import::mark::Mark) -> bool {
    matches!(mark.shape, Shape::Dot | Shape::Clause | Shape::Roman)
}

/// Whether a stamp begins with this line, which is the one at `index`.
fn is_stamp(line: &Line, (units, index): (&[Unit], usize), opens: fn(&str) -> bool) -> bool {
    let plain = line.text.plain();
    let starts = gaps(&plain);
    if starts.iter().any(|at| opens(plain.get(*at..).unwrap_or_default())) {
        return true;
    }
    // «Приложение № 1» on a line of its own, «к приказу …» on the next.
    let lines = units.iter().skip(index).take(extent(units, index)).filter_map(Unit::line);
    let text = lines.map(|line| line.text.plain()).collect::<Vec<_>>().join(" ");
    plain.to_lowercase().starts_with("приложение") && opens(&text)
}

/// Where words begin that stand behind a wide gap; the begin is one.
fn gaps(plain: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut blank = 0;
    for (at, c) in plain.char_indices() {
        if c.is_whitespace() {
            blank += if c == '\t' { 3 } else { 1 };
        } else {
            if blank >= 3 && at > 0 {
                starts.push(at);
            }
            blank = 0;
        }
    }
    starts
}

/// Number of lines from `index` that belong to the stamp, or the stamps side by side.
fn extent(units: &[Unit], index: usize) -> usize {
    let Some(first) = units.get(index).and_then(Unit::line) else { return 0 };
    let mut dated = false;
    let mut count = 0;
    for unit in units.iter().skip(index).take(LONGEST) {
        let Some(line) = unit.line() else { break };
        let plain = line.text.plain();
        if count > 0 && ends(first, line, &plain, dated) {
            break;
        }
        dated |= date(&plain).is_some();
        count += 1;
    }
    count
}

/// Whether `line` no longer belongs to the stamp that begins with `first`.
fn ends(first: &Line, line: &Line, plain: &str, dated: bool) -> bool {
    let beside = gaps(plain).len() > 1;
    let other_side = first.align == Align::Right && line.align != Align::Right && !line.led;
    let act = plain.split_whitespace().next().unwrap_or_default().to_lowercase();
    line.area != first.area
        || line.heading.is_some()
        || mark(plain).is_some_and(is_section)
        || role(plain).is_some() && !beside
        || ACTS.contains(&act.as_str())
        || line.align == Align::Center && first.align != Align::Center
        || other_side && first.area != Area::Box
        || dated && line.gap > 0 && !beside && line.align != Align::Right
}

/// The texts of stamps in these lines: columns side by side are told apart.
fn lines(units: Vec<Unit>) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for unit in units {
        let Unit::Line(mut line) = unit else { continue };
        let starts = gaps(&line.text.plain());
        let mut parts = Vec::new();
        for start in starts.iter().skip(1).rev() {
            parts.push(line.text.split_off(*start));
        }
        parts.push(line.text);
        parts.reverse();
        let alone = parts.len() == 1;
        // A single part under two columns belongs to the one on whose side it stands.
        let shift = usize::from(alone && line.led && texts.len() > 1);
        for (column, mut part) in parts.into_iter().enumerate() {
            part.trim();
            let column = (column + shift).min(if texts.is_empty() { column } else { texts.len() });
            match texts.get_mut(column) {
                Some(text) => {
                    text.space();
                    text.push(part);
                }
                None => texts.push(part),
            }
        }
    }
    texts
}

/// Whether a table is there for its stamps alone.
fn is_layout(grid: &Grid, opens: fn(&str) -> bool) -> bool {
    let cells: Vec<String> = grid.rows.iter().flatten().map(|cell| plain(&cell.units)).collect();
    let stamps = cells.iter().any(|text| opens(text)) || opens(cells.join(" ").trim_start());
    stamps && grid.rows.iter().all(|row| row.len() <= 4)
}

fn plain(units: &[Unit]) -> String {
    let lines = units.iter().filter_map(Unit::line);
    lines.map(|line| line.text.plain()).collect::<Vec<_>>().join(" ")
}

/// The texts of the columns of a table of stamps; a stamp may go on in the next row.
fn cells(grid: Grid) -> Vec<Text> {
    let mut columns: Vec<Vec<Text>> = Vec::new();
    for row in grid.rows {
        let mut column = 0;
        for cell in row {
            let mut text = Text::default();
            flow(cell.units, &mut text);
            columns.resize_with(columns.len().max(column + 1), Vec::new);
            let begins = role(&text.plain()).is_some();
            if let Some(stamps) = columns.get_mut(column).filter(|_| !text.is_blank()) {
                match stamps.last_mut() {
                    Some(last) if !begins => {
                        last.space();
                        last.push(text);
                    }
                    _ => stamps.push(text),
                }
            }
            column += cell.columns;
        }
    }
    columns.into_iter().flatten().collect()
}

fn flow(units: Vec<Unit>, text: &mut Text) {
    for unit in units {
        match unit {
            Unit::Line(line) => {
                text.space();
                text.push(line.text);
            }
            Unit::Table(grid) => {
                for cell in grid.rows.into_iter().flatten() {
                    flow(cell.units, text);
                }
            }
        }
    }
}

/// The stamp that a text is; all its letters are settled.
fn understood(text: &Text, ledger: &mut Ledger) -> Option<Stamp> {
    let plain = text.plain();
    if plain.trim().is_empty() {
        return None;
    }
    blanks(text, ledger);
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let role = role(&words);
    let behind = |end: usize| words.get(end..).unwrap_or_default();
    let mut rest = match (role, order(&words)) {
        (Some((_, end)), _) => behind(end).trim_start_matches(is_closing).to_owned(),
        (None, Some((end, by))) => format!("{by}{}", behind(end)),
        (None, None) => words.clone(),
    };
    let role = role.map(|(role, _)| role).or(order(&words).map(|_| Role::Approved));
    let dated = date(&rest);
    let number = number(&rest, dated.as_ref().map(|(_, range)| range));
    let mut cuts: Vec<std::ops::Range<usize>> = Vec::new();
    cuts.extend(dated.as_ref().map(|(_, range)| range.clone()));
    cuts.extend(number.as_ref().map(|(_, range)| range.clone()));
    cuts.sort_by_key(|range| std::cmp::Reverse(range.start));
    for range in cuts {
        rest.replace_range(range, " ");
    }
    Some(Stamp {
        // What stands in a column beside a stamp, without a word of its own, agreed to it.
        role: role.unwrap_or(Role::Agreed),
        who: who(&rest),
        date: dated.map(|(date, _)| date),
        number: number.map(|(number, _)| number),
        words,
    })
}

/// What may stand behind the word of a stamp.
fn is_closing(c: char) -> bool {
    c.is_whitespace() || "»”\".,:;)".contains(c)
}

/// Gives lines to sign on their fate.
fn blanks(text: &Text, ledger: &mut Ledger) {
    ledger.settle(text, Fate::Front);
    for (c, at) in text.letters() {
        if let (Some(at), '_') = (at, c)
            && let Some(fate) = ledger.fates.get_mut(at)
        {
            *fate = Some(Fate::Furniture);
        }
    }
}

/// Who, without lines to sign on and the words that only lead to date and number.
fn who(rest: &str) -> String {
    let kept = rest.replace('_', " ");
    let mut words: Vec<&str> = kept.split_whitespace().collect();
    let idle = |word: &&str| {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        matches!(
            core.as_str(),
            "" | "от"
                | "г"
                | "года"
                | "20"
                | "приказ"
                | "пр"
                | "протокол"
                | "прот"
                | "подпись"
                | "мп"
        )
    };
    while words.last().is_some_and(idle) {
        words.pop();
    }
    // «… совета (протокол» from «протокол от 27.08.2026 № 1)» in the middle of a stamp.
    let mut kept: Vec<&str> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let leads = matches!(
            word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str(),
            "от" | "приказ" | "пр" | "протокол" | "прот" | "г" | ""
        );
        let behind = words.get(index + 1).is_some();
        if !(leads && behind && !word.contains(['«', '»', '№'])) {
            kept.push(word);
        }
    }
    let kept = kept.join(" ");
    let kept = kept.trim_matches(|c: char| c.is_whitespace() || ",:;(".contains(c));
    let closed = kept.contains('(');
    kept.trim_end_matches(|c| c == ')' && !closed).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Role, understood};
    use crate::import::ledger::Ledger;
    use crate::import::text::Text;

    #[test]
    fn stamps_are_understood() {
        for (text, role, who, date, number) in [
            (
                "УТВЕРЖДЕНО приказом директора МБОУ СОШ № 2 от 31.08.2026 № 112-о",
                Role::Approved,
                "приказом директора МБОУ СОШ № 2",
                Some("2026-08-31"),
                Some("112-о"),
            ),
            (
                "УТВЕРЖДАЮ Директор МАОУ СОШ № 19 ________ И. О. Фамилия «31» августа 2026 г.",
                Role::Approved,
                "Директор МАОУ СОШ № 19 И. О. Фамилия",
                Some("2026-08-31"),
                None,
            ),
            (
                "Принято на заседании педагогического совета (протокол № 1 от 27 августа 2026 года)",
                Role::Adopted,
                "на заседании педагогического совета",
                Some("2026-08-27"),
                Some("1"),
            ),
            (
                "УТВЕРЖДАЮ Директор ______ «___» ________ 20__ г.",
                Role::Approved,
                "Директор",
                None,
                None,
            ),
            (
                "Утвержден приказом № 45 от 01.09.2026г.",
                Role::Approved,
                "приказом",
                Some("2026-09-01"),
                Some("45"),
            ),
        ] {
            let stamp = understood(&Text::added(text), &mut Ledger::default()).expect(text);
            assert_eq!(stamp.role, role, "{text}");
            assert_eq!(stamp.who, who, "{text}");
            assert_eq!(stamp.date.map(|d| d.to_string()).as_deref(), date, "{text}");
            assert_eq!(stamp.number.as_deref(), number, "{text}");
        }
    }
}
