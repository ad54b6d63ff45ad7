//! Numbers that LibreOffice computes: styles of lists and of headings, and where counting stands.

use std::collections::BTreeMap;

use crate::import::read::numerals::Numeral;
use crate::import::read::symbols;
use crate::source::xml::Element;

/// Number of levels of a list.
const LEVELS: usize = 10;

/// A level of a list style.
#[derive(Debug, Clone)]
struct Level {
    /// `None`: a mark, not a number.
    numeral: Option<Numeral>,
    /// The way of writing as the file names it, if it is not known.
    unknown: Option<String>,
    prefix: String,
    suffix: String,
    /// The label with `%1%` for numbers; `None`: numbers with dots between prefix and suffix.
    format: Option<String>,
    /// Numbers that the label has.
    shown: usize,
    start: i64,
}

/// A style of lists, levels by number from 0.
type ListStyle = BTreeMap<usize, Level>;

/// The list styles, and where counting stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, ListStyle>,
    outline: ListStyle,
    /// The counters of each list that has begun.
    counters: Vec<[Option<i64>; LEVELS]>,
    /// Last list of each style, and list of each id.
    by_style: BTreeMap<String, usize>,
    by_id: BTreeMap<String, usize>,
    headings: [Option<i64>; LEVELS],
}

/// What stands in front of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) unknown: Option<String>,
    /// A number of a higher level that no paragraph had before: shown as its start.
    pub(super) skipped: bool,
}

impl Lists {
    /// Adds the list styles in `office:styles` or `office:automatic-styles`.
    pub(super) fn add(&mut self, styles: &Element) {
        for element in styles.elements() {
            match element.tag() {
                ("text", "list-style") => {
                    let name = element.attribute("style", "name").map(str::to_owned);
                    self.styles.extend(name.map(|name| (name, levels(element))));
                }
                ("text", "outline-style") => self.outline = levels(element),
                _ => {}
            }
        }
    }

    /// A list of this style begins: its number. It goes on counting where an earlier one ended
    /// if the file says so.
    pub(super) fn begin(&mut self, list: &Element, style: Option<&str>) -> usize {
        let on = list.attribute("text", "continue-numbering") == Some("true");
        let same = style.and_then(|style| self.by_style.get(style)).filter(|_| on);
        let named = list.attribute("text", "continue-list").and_then(|id| self.by_id.get(id));
        let number = named.or(same).copied().unwrap_or_else(|| {
            self.counters.push([None; LEVELS]);
            self.counters.len() - 1
        });
        self.by_style.extend(style.map(|style| (style.to_owned(), number)));
        let id = list.attribute("xml", "id").or_else(|| list.attribute("text", "id"));
        self.by_id.extend(id.map(|id| (id.to_owned(), number)));
        number
    }

    /// The list of this id, for paragraphs that are lists of their own; it begins if it is new.
    pub(super) fn named(&mut self, id: Option<&str>) -> usize {
        let known = id.and_then(|id| self.by_id.get(id)).copied();
        known.unwrap_or_else(|| {
            self.counters.push([None; LEVELS]);
            let number = self.counters.len() - 1;
            self.by_id.extend(id.map(|id| (id.to_owned(), number)));
            number
        })
    }

    /// Counts an item of the list `number` at a level from 0; `start` is a number of its own.
    pub(super) fn label(
        &mut self,
        number: usize,
        style: Option<&str>,
        level: usize,
        start: Option<i64>,
    ) -> Option<Label> {
        let style = self.styles.get(style?)?;
        let counters = self.counters.get_mut(number)?;
        count(style, counters, level, start);
        write(style, counters, level)
    }

    /// Counts a heading at a level from 0.
    pub(super) fn heading(&mut self, level: usize, start: Option<i64>) -> Option<Label> {
        count(&self.outline, &mut self.headings, level, start);
        write(&self.outline, &self.headings, level)
    }
}

fn count(
    style: &ListStyle,
    counters: &mut [Option<i64>; LEVELS],
    level: usize,
    start: Option<i64>,
) {
    let first = style.get(&level).map_or(1, |level| level.start);
    for (index, count) in counters.iter_mut().enumerate().skip(level) {
        *count = match *count {
            _ if index > level => None,
            _ if start.is_some() => start,
            Some(last) => Some(last.saturating_add(1)),
            None => Some(first),
        };
    }
}

/// The label of a paragraph at this level, if it has one.
fn write(style: &ListStyle, counters: &[Option<i64>; LEVELS], level: usize) -> Option<Label> {
    let own = style.get(&level)?;
    let mut label = Label { unknown: own.unknown.clone(), ..Label::default() };
    if own.numeral.is_none() {
        label.text.clone_from(&own.suffix);
        return Some(label);
    }
    if own.numeral == Some(Numeral::Nothing) {
        return None;
    }
    let mut number = |wanted: usize| {
        let of = style.get(&wanted);
        let numeral = of.and_then(|of| of.numeral).filter(|n| *n != Numeral::Nothing)?;
        let count = counters.get(wanted).copied().flatten();
        label.skipped |= count.is_none();
        Some(numeral.write(count.unwrap_or_else(|| of.map_or(1, |of| of.start))))
    };
    let text = if let Some(format) = &own.format {
        filled(format, &mut number)
    } else {
        let numbers = (level + 1).saturating_sub(own.shown)..=level;
        let numbers: Vec<_> = numbers.filter_map(number).collect();
        format!("{}{}{}", own.prefix, numbers.join("."), own.suffix)
    };
    let label = Label { text: text.trim().to_owned(), ..label };
    Some(label).filter(|label| !label.text.is_empty())
}

/// `%1%.%2%)` with numbers put in.
fn filled(format: &str, number: &mut impl FnMut(usize) -> Option<String>) -> String {
    let mut text = String::new();
    for (index, piece) in format.split('%').enumerate() {
        match piece.parse::<usize>().ok().filter(|wanted| index % 2 == 1 && *wanted > 0) {
            Some(wanted) => text += &number(wanted - 1).unwrap_or_default(),
            None => text += piece,
        }
    }
    text
}

fn levels(style: &Element) -> ListStyle {
    style.elements().filter_map(level).collect()
}

/// Reads a level of a style of lists or of headings.
fn level(element: &Element) -> Option<(usize, Level)> {
    let number: usize = element.attribute("text", "level")?.parse().ok()?;
    let number = number.checked_sub(1).filter(|number| *number < LEVELS)?;
    let value = |space, name| element.attribute(space, name).unwrap_or_default();
    let own = |name| value("style", name).to_owned();
    let mark = match element.tag() {
        ("text", "list-level-style-bullet") => {
            let font = element.child("style", "text-properties");
            let font = font.and_then(|f| f.attribute("style", "font-name")).unwrap_or_default();
            Some(symbols::bullet(font, value("text", "bullet-char")))
        }
        ("text", "list-level-style-image") => Some("•".to_owned()),
        _ => None,
    };
    let format = element.attribute("loext", "num-list-format");
    let format = format.or_else(|| element.attribute("style", "num-list-format"));
    let sync = value("style", "num-letter-sync") == "true";
    let (numeral, unknown) = match mark {
        Some(_) => (None, None),
        None => numeral(value("style", "num-format"), sync),
    };
    let level = Level {
        numeral,
        unknown,
        prefix: own("num-prefix"),
        suffix: mark.unwrap_or_else(|| own("num-suffix")),
        format: format.filter(|format| format.contains('%')).map(str::to_owned),
        shown: value("text", "display-levels").parse().unwrap_or(1),
        start: value("text", "start-value").parse().unwrap_or(1),
    };
    Some((number, level))
}

/// The way of writing that OpenDocument calls `format`, and its name if it is not known.
fn numeral(format: &str, sync: bool) -> (Option<Numeral>, Option<String>) {
    let counted = format.to_lowercase().contains("аб");
    let numeral = match (format, format.chars().next()) {
        ("", _) => Numeral::Nothing,
        ("1", _) => Numeral::Decimal,
        ("a", _) if sync => Numeral::Latin,
        ("a", _) => Numeral::LatinCounted,
        ("A", _) if sync => Numeral::LatinUpper,
        ("A", _) => Numeral::LatinCountedUpper,
        ("i", _) => Numeral::Roman,
        ("I", _) => Numeral::RomanUpper,
        (_, Some('0')) => {
            Numeral::Padded(1 + format.chars().take_while(|digit| *digit == '0').count())
        }
        (_, Some('а')) if counted => Numeral::RussianCounted,
        (_, Some('а')) => Numeral::Russian,
        (_, Some('А')) if counted => Numeral::RussianCountedUpper,
        (_, Some('А')) => Numeral::RussianUpper,
        _ => return (Some(Numeral::Decimal), Some(format.to_owned())),
    };
    (Some(numeral), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_of_writing_are_known() {
        let of = |format| numeral(format, false).0;
        assert_eq!(of("А, Б, .., Аа, Аб, ... (ru)"), Some(Numeral::RussianCountedUpper));
        assert_eq!(of("а, б, .., аа, бб, ... (ru)"), Some(Numeral::Russian));
        assert_eq!(of("01, 02, 03, ..."), Some(Numeral::Padded(2)));
        assert_eq!(numeral("一, 二, 三, ...", false).1.as_deref(), Some("一, 二, 三, ..."));
        let mut number = |wanted: usize| Some((wanted + 1).to_string());
        assert_eq!(filled("Статья %1%.%2%)", &mut number), "Статья 1.2)");
    }
}
