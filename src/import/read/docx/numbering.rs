//! Numbers that Word computes: definitions of lists, their levels, and where counting stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::read::numerals::Numeral;
use crate::import::read::symbols;
use crate::source::xml::Element;

use super::styles::{Styles, indent, value};

/// Number of levels of a list.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: i64,
    /// `None`: a mark, not a number.
    numeral: Option<Numeral>,
    /// The way of writing as the file names it, if it is not known.
    unknown: Option<String>,
    /// The number with its signs, `%1.%2.`; of a mark, the mark.
    text: String,
    /// The level counts anew after paragraphs of levels below this, counted from 0; 0 is never.
    restart: usize,
    /// All numbers are decimal.
    legal: bool,
    /// The style whose paragraphs have this level.
    style: Option<String>,
    indent: Option<i32>,
}

/// A definition of a list (`w:abstractNum`).
#[derive(Debug, Clone, Default)]
struct List {
    levels: BTreeMap<usize, Level>,
    /// The style that this list belongs to.
    style: Option<String>,
    /// The style whose list is meant.
    link: Option<String>,
}

/// A use of a list (`w:num`).
#[derive(Debug, Clone, Default)]
struct Use {
    list: String,
    starts: BTreeMap<usize, i64>,
    levels: BTreeMap<usize, Level>,
}

/// The numberings of a document, and where counting stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, List>,
    uses: BTreeMap<String, Use>,
    /// The last number of each level, by list: uses of the same list go on counting.
    counters: BTreeMap<String, [Option<i64>; LEVELS]>,
    /// Uses and levels that have begun with their own start.
    begun: BTreeSet<(String, usize)>,
}

/// What stands in front of a paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Label {
    pub(super) text: String,
    /// A way of writing that is not known: the number is shown as decimal.
    pub(super) unknown: Option<String>,
    /// A number of a higher level that no paragraph had before: shown as its start.
    pub(super) skipped: bool,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(root: &Element) -> Self {
        let named = |name: &'static str, id: &'static str| {
            let all = root.elements().filter(move |e| e.is("w", name));
            all.filter_map(move |e| Some((e.attribute("w", id)?.to_owned(), e)))
        };
        let lists = named("abstractNum", "abstractNumId");
        let uses = named("num", "numId");
        Self {
            lists: lists.map(|(id, e)| (id, list(e))).collect(),
            uses: uses.map(|(id, e)| (id, usage(e))).collect(),
            ..Self::default()
        }
    }

    /// The level that paragraphs of a style have which says nothing but its numbering.
    pub(super) fn level_of(&self, numbering: &str, style: &str) -> Option<usize> {
        let (_, list) = list_of(&self.lists, self.uses.get(numbering)?)?;
        let mut levels = list.levels.iter();
        levels.find(|(_, level)| level.style.as_deref() == Some(style)).map(|(number, _)| *number)
    }

    /// Indent of the first line that the level brings along, in points.
    pub(super) fn indent(&self, numbering: &str, level: usize) -> Option<i32> {
        let usage = self.uses.get(numbering)?;
        let (_, list) = list_of(&self.lists, usage)?;
        usage.levels.get(&level).or_else(|| list.levels.get(&level))?.indent
    }

    /// Counts one more paragraph and gives its label, if it has one.
    pub(super) fn label(&mut self, numbering: &str, level: usize) -> Option<Label> {
        let usage = self.uses.get(numbering)?;
        let (id, list) = list_of(&self.lists, usage)?;
        let levels = Levels { usage, list };
        let own = levels.get(level)?;
        let counters = self.counters.entry(id.to_owned()).or_default();
        let begins = self.begun.insert((numbering.to_owned(), level));
        let count = counters.get_mut(level)?;
        let anew = begins && usage.starts.contains_key(&level);
        *count = match *count {
            Some(last) if !anew => Some(last.saturating_add(1)),
            _ => Some(levels.start(level)),
        };
        for (deeper, count) in counters.iter_mut().enumerate().skip(level + 1) {
            if levels.get(deeper).is_none_or(|l| level < l.restart) {
                *count = None;
            }
        }
        let label = match own.numeral {
            None => Label { text: own.text.clone(), ..Label::default() },
            Some(_) => levels.label(own, level, counters),
        };
        Some(label).filter(|label| !label.text.is_empty())
    }
}

/// The list that a use is of: its own one, or that of a style which this one refers to.
fn list_of<'l>(lists: &'l BTreeMap<String, List>, usage: &Use) -> Option<(&'l str, &'l List)> {
    let (id, list) = lists.get_key_value(&usage.list)?;
    let Some(link) = &list.link else { return Some((id, list)) };
    let own = lists.iter().find(|(_, other)| other.style.as_ref() == Some(link));
    own.map(|(id, list)| (id.as_str(), list))
}

/// The levels of a use of a list.
struct Levels<'l> {
    usage: &'l Use,
    list: &'l List,
}

impl Levels<'_> {
    fn get(&self, level: usize) -> Option<&Level> {
        self.usage.levels.get(&level).or_else(|| self.list.levels.get(&level))
    }

    /// The first number of a level.
    fn start(&self, level: usize) -> i64 {
        let own = self.usage.starts.get(&level).copied();
        own.or_else(|| self.get(level).map(|l| l.start)).unwrap_or(1)
    }

    /// The label of a paragraph of the level `own` with its numbers put in.
    fn label(&self, own: &Level, level: usize, counters: &[Option<i64>; LEVELS]) -> Label {
        let mut label = Label { unknown: own.unknown.clone(), ..Label::default() };
        let mut pieces = own.text.split('%');
        label.text += pieces.next().unwrap_or_default();
        for piece in pieces {
            let digit = piece.chars().next().and_then(|c| c.to_digit(10)).filter(|d| *d > 0);
            let Some(digit) = digit else {
                label.text.push('%');
                label.text += piece;
                continue;
            };
            let wanted = digit as usize - 1;
            let count = counters.get(wanted).copied().flatten();
            if wanted <= level {
                label.text += &self.number(wanted, count, own.legal);
                let counts = self.get(wanted).is_some_and(|l| l.numeral.is_some());
                label.skipped |= counts && count.is_none();
            }
            label.text += piece.get(1..).unwrap_or_default();
        }
        label
    }

    /// The number of a level as it is written; marks and numbers that are not shown are empty.
    fn number(&self, level: usize, count: Option<i64>, legal: bool) -> String {
        let numeral = self.get(level).and_then(|l| l.numeral);
        let count = count.unwrap_or_else(|| self.start(level));
        match numeral {
            None | Some(Numeral::Nothing) => String::new(),
            Some(_) if legal => Numeral::Decimal.write(count),
            Some(numeral) => numeral.write(count),
        }
    }
}

/// Reads `w:abstractNum`.
fn list(element: &Element) -> List {
    List {
        levels: element.elements().filter_map(numbered_level).collect(),
        style: value(element, "styleLink").map(str::to_owned),
        link: value(element, "numStyleLink").map(str::to_owned),
    }
}

/// Reads `w:num`.
fn usage(element: &Element) -> Use {
    let mut usage = Use {
        list: value(element, "abstractNumId").unwrap_or_default().to_owned(),
        ..Use::default()
    };
    for own in element.elements().filter(|e| e.is("w", "lvlOverride")) {
        let number = own.attribute("w", "ilvl").and_then(|v| v.parse::<usize>().ok());
        let start = value(own, "startOverride").and_then(|v| v.parse().ok());
        usage.starts.extend(number.zip(start));
        usage.levels.extend(own.elements().filter_map(numbered_level));
    }
    usage
}

/// Reads `w:lvl` with its number from 0.
fn numbered_level(element: &Element) -> Option<(usize, Level)> {
    if !element.is("w", "lvl") {
        return None;
    }
    let number: usize = element.attribute("w", "ilvl")?.parse().ok()?;
    (number < LEVELS).then(|| (number, level(element, number)))
}

fn level(element: &Element, number: usize) -> Level {
    let (numeral, unknown) = numeral(element);
    let text = value(element, "lvlText").unwrap_or_default();
    let fonts = element.child("w", "rPr").and_then(|r| r.child("w", "rFonts"));
    let font = fonts.and_then(|f| f.attribute("w", "ascii").or(f.attribute("w", "hAnsi")));
    let text = match numeral {
        None if text.is_empty() && element.child("w", "lvlPicBulletId").is_none() => String::new(),
        None => symbols::bullet(font.unwrap_or_default(), text),
        Some(_) => text.to_owned(),
    };
    let parsed = |name| value(element, name).and_then(|v| v.parse().ok());
    Level {
        start: parsed("start").unwrap_or(0),
        numeral,
        unknown,
        text,
        restart: value(element, "lvlRestart").and_then(|v| v.parse().ok()).unwrap_or(number),
        legal: super::styles::switch(element, "isLgl").unwrap_or(false),
        style: value(element, "pStyle").map(str::to_owned),
        indent: element.child("w", "pPr").and_then(indent),
    }
}

/// The way of writing of a level, and its name if it is not known.
fn numeral(level: &Element) -> (Option<Numeral>, Option<String>) {
    // A format of one's own stands beside a usual one for programs that do not know it.
    let choice = level.child("mc", "AlternateContent").and_then(|a| a.child("mc", "Choice"));
    let format = level.child("w", "numFmt").or_else(|| choice?.child("w", "numFmt"));
    let Some(format) = format else { return (Some(Numeral::Decimal), None) };
    let name = format.attribute("w", "val").unwrap_or("decimal");
    let zeros =
        format.attribute("w", "format").map(|f| f.chars().take_while(|c| *c == '0').count());
    match (name, zeros) {
        ("bullet", _) => (None, None),
        ("custom", Some(zeros)) if zeros > 0 => (Some(Numeral::Padded(zeros + 1)), None),
        _ => match named(name) {
            Some(numeral) => (Some(numeral), None),
            None => (Some(Numeral::Decimal), Some(name.to_owned())),
        },
    }
}

/// The way of writing that Word calls `name`.
pub(super) fn named(name: &str) -> Option<Numeral> {
    Some(match name {
        "decimal" => Numeral::Decimal,
        "decimalZero" => Numeral::Padded(2),
        "lowerLetter" => Numeral::Latin,
        "upperLetter" => Numeral::LatinUpper,
        "russianLower" => Numeral::Russian,
        "russianUpper" => Numeral::RussianUpper,
        "lowerRoman" => Numeral::Roman,
        "upperRoman" => Numeral::RomanUpper,
        "chicago" => Numeral::Chicago,
        "numberInDash" => Numeral::Dashed,
        "none" => Numeral::Nothing,
        _ => return None,
    })
}

/// The numbering and the level of a paragraph of these properties, if it has one.
pub(super) fn place(
    paragraph: &super::styles::Paragraphs,
    styles: &Styles,
    numbering: &Numbering,
) -> Option<(String, usize)> {
    let id = paragraph.numbering.clone().filter(|id| id != "0")?;
    let by_style = || {
        let style = paragraph.style.as_deref()?;
        // Only if the numbering is the style's own: a direct one begins with the first level.
        (styles.numbering(style) == Some(&id)).then(|| numbering.level_of(&id, style)).flatten()
    };
    let level = paragraph.level.or_else(by_style).unwrap_or(0);
    Some((id, level))
}
