//! How a table is set: how wide its columns are, how large its type, and whether its page lies
//! across.
//!
//! The widths are estimates from the letters of the act's font, on the safe side: laying a table
//! out several times to try would cost more than all the rest of an act.

use serde::Serialize;

use crate::model::text::{Inline, Table, plain_text};

/// Sizes of type to be tried, in points: whether the page lies across, and how much wider than
/// they need to be columns should be.
const SIZES: [(f64, bool, f64); 8] = [
    (11.0, false, LOOSE),
    (10.0, false, LOOSE),
    (10.0, false, 1.0),
    (11.0, true, LOOSE),
    (10.0, true, LOOSE),
    (10.0, true, 1.0),
    (9.0, true, 1.0),
    (9.0, false, 1.0),
];
/// Columns without any slack make high rows.
const LOOSE: f64 = 1.12;
/// Width of the text on a page that lies across, in millimetres.
const ACROSS: f64 = 257.0;
/// White on both sides of a cell's words, in millimetres.
const INSET: f64 = 4.0;
/// Millimetres of a point.
const POINT: f64 = 0.3528;
/// How much wider bold type is.
const BOLD: f64 = 1.09;
/// A column of more words than this, in ems, may be this narrow; some 10 letters.
const NARROW: f64 = 5.5;
/// A longer word, in ems, may be broken anywhere; some 40 letters.
const ENDLESS: f64 = 22.0;
/// Words beyond this, in ems, do not make a column wider; some 70 letters.
const WIDE: f64 = 40.0;
/// Highest row that is kept on one page, in lines.
const WHOLE: f64 = 20.0;

/// How a table is set.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Columns {
    /// Size of type in points.
    size: f64,
    /// Whether the table has a page of its own that lies across.
    pub(super) across: bool,
    /// Widths in millimetres; empty: as wide as the words.
    widths: Vec<f64>,
    /// Of each column the most letters of a word that is not broken.
    rooms: Vec<usize>,
    /// Of each row, the head first, whether it is kept on one page: all but very high ones are.
    pub(super) whole: Vec<bool>,
}

/// Where a table stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Space {
    /// Width of the text on an upright page, in millimetres.
    pub(super) width: f64,
    /// Whether it may have a page of its own.
    pub(super) across: bool,
    /// How much larger than usual the type is.
    pub(super) scale: f64,
}

/// Widths of a column's words in ems.
#[derive(Debug, Clone, Copy, Default)]
struct Extent {
    /// The longest word.
    word: f64,
    /// Letters of the longest word.
    letters: usize,
    /// The longest cell on a single line.
    cell: f64,
}

impl Extent {
    /// As wide as it is in bold type.
    fn embolden(&mut self) {
        self.word *= BOLD;
        self.cell *= BOLD;
    }

    /// Takes in a cell.
    fn widen(&mut self, cell: Self) {
        if cell.word > self.word {
            (self.word, self.letters) = (cell.word, cell.letters);
        }
        self.cell = self.cell.max(cell.cell);
    }

    /// What the column needs at least.
    fn least(self) -> f64 {
        self.word.min(ENDLESS).max(self.cell.min(NARROW))
    }
}

/// How `table` is set in `space`.
pub(super) fn columns(table: &Table, space: Space) -> Columns {
    let mut rows: Vec<Vec<Extent>> = rows(table).map(|row| extents(row)).collect();
    rows.iter_mut().take(1).flatten().for_each(Extent::embolden);
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut extents = vec![Extent::default(); count];
    for row in &rows {
        extents.iter_mut().zip(row).for_each(|(extent, cell)| extent.widen(*cell));
    }
    let (size, across) = choice(&extents, space);
    let size = size * space.scale;
    let widths = widths(&extents, size, room(space, across));
    let whole = rows.iter().map(|row| is_whole(row, &widths, size)).collect();
    let rooms = rooms(&extents, &widths, size);
    Columns { size, across, widths, rooms, whole }
}

/// Size of type, and whether the page lies across: the first of [`SIZES`] in which all words fit,
/// else the smallest.
fn choice(extents: &[Extent], space: Space) -> (f64, bool) {
    let sizes = SIZES.iter().filter(|(_, across, _)| space.across || !across);
    let mut sizes = sizes.map(|(size, across, slack)| (*size, *across, *slack));
    let fits = |(size, across, slack): &(f64, bool, f64)| {
        width(extents, size * space.scale, Extent::least) * slack <= room(space, *across)
    };
    let found = sizes.find(fits).map(|(size, across, _)| (size, across));
    found.unwrap_or((9.0, space.across))
}

/// The head and the rows.
pub(super) fn rows(table: &Table) -> impl Iterator<Item = &Vec<Vec<Inline>>> {
    std::iter::once(&table.head).chain(&table.rows)
}

fn extents(row: &[Vec<Inline>]) -> Vec<Extent> {
    row.iter().map(|cell| extent(cell)).collect()
}

fn extent(cell: &[Inline]) -> Extent {
    let mut text = String::new();
    plain_text(cell, &mut text);
    let mut extent = Extent { cell: ems(&text), ..Extent::default() };
    for word in text.split(|c: char| c.is_whitespace() || c == '/') {
        if ems(word) > extent.word {
            extent.word = ems(word);
            extent.letters = word.chars().count();
        }
    }
    extent
}

fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

/// Width of a letter in ems.
fn em(letter: char) -> f64 {
    match letter {
        'ж' | 'м' | 'ш' | 'щ' | 'ы' | 'ю' | 'ф' | 'm' | 'w' => 0.8,
        '№' | '—' | '…' => 1.1,
        c if c.is_uppercase() => 0.74,
        c if c.is_alphanumeric() => 0.57,
        c if c.is_ascii() => 0.36,
        _ => 0.57,
    }
}

/// Width of the text, in millimetres.
const fn room(space: Space, across: bool) -> f64 {
    if across { ACROSS } else { space.width }
}

/// Width of columns that have `needed` ems each, in millimetres.
fn width(extents: &[Extent], size: f64, needed: impl Fn(Extent) -> f64) -> f64 {
    extents.iter().map(|extent| needed(*extent) * size * POINT + INSET).sum()
}

/// Widths for a table of more words than fit on a line; empty if all fit.
fn widths(extents: &[Extent], size: f64, room: f64) -> Vec<f64> {
    if width(extents, size, |extent| extent.cell) <= room {
        return Vec::new();
    }
    let least: Vec<f64> =
        extents.iter().map(|extent| extent.least() * size * POINT + INSET).collect();
    let more = |extent: &Extent| (extent.cell.min(WIDE) - extent.least()).max(0.0);
    let spare = room - least.iter().sum::<f64>();
    if spare < 0.0 {
        return shares(least, room);
    }
    let wanted = extents.iter().map(more).sum::<f64>().max(f64::MIN_POSITIVE);
    let widths = least.iter().zip(extents);
    widths.map(|(least, extent)| tenths(least + spare * more(extent) / wanted)).collect()
}

/// `widths` cut to a sum of `room`: the widest give way first, down to equal shares.
fn shares(widths: Vec<f64>, room: f64) -> Vec<f64> {
    let mut narrower = widths.clone();
    narrower.sort_by(f64::total_cmp);
    let (mut left, mut columns) =
        (room, f64::from(u16::try_from(widths.len()).unwrap_or(u16::MAX)));
    let mut share = left / columns;
    for width in narrower {
        if width > share {
            break;
        }
        left -= width;
        columns -= 1.0;
        share = left / columns.max(1.0);
    }
    widths.into_iter().map(|width| tenths(width.min(share))).collect()
}

/// `width` cut to tenths.
fn tenths(width: f64) -> f64 {
    (width * 10.0).floor() / 10.0
}

/// Most letters of unbroken words: fewer than the longest word has only where it does not fit.
fn rooms(extents: &[Extent], widths: &[f64], size: f64) -> Vec<usize> {
    let room = |(extent, width): (&Extent, &f64)| {
        let room = (width - INSET).max(1.0) / (size * POINT);
        if extent.word <= room {
            return extent.letters.max(1);
        }
        let fits =
            |letters: &usize| 0.65 * f64::from(u16::try_from(*letters).unwrap_or(u16::MAX)) <= room;
        (1..extent.letters).take_while(fits).last().unwrap_or(1)
    };
    extents.iter().zip(widths).map(room).collect()
}

/// Whether a row surely fits on a page.
fn is_whole(row: &[Extent], widths: &[f64], size: f64) -> bool {
    let lines = |(extent, width): (&Extent, &f64)| {
        extent.cell * size * POINT / (width - INSET).max(1.0) <= WHOLE
    };
    row.iter().zip(widths).all(lines)
}

#[cfg(test)]
mod tests {
    use super::{Columns, Space, columns};
    use crate::model::text::{Inline, Table};

    const SPACE: Space = Space { width: 170.0, across: true, scale: 1.0 };

    fn set(cells: &[&str], space: Space) -> Columns {
        let row = || cells.iter().map(|cell| vec![Inline::Text((*cell).to_owned())]).collect();
        columns(&Table { head: row(), rows: vec![row(), row()] }, space)
    }

    #[test]
    fn short_words_need_no_widths() {
        let set = set(&["№", "Срок", "Кто"], SPACE);
        assert_eq!((set.size, set.across, set.widths.len()), (11.0, false, 0));
        assert_eq!(set.whole, [true; 3]);
    }

    #[test]
    fn widths_fill_the_page() {
        let set = set(&["1", &"много слов ".repeat(30), &"слово ".repeat(10)], SPACE);
        let sum: f64 = set.widths.iter().sum();
        assert!((169.0..=170.0).contains(&sum), "{set:?}");
        assert!(set.widths[0] < 10.0 && set.widths[1] > set.widths[2], "{set:?}");
    }

    #[test]
    fn many_columns_turn_the_page() {
        let cells = ["ответственный за консультирование"; 8];
        let set_across = set(&cells, SPACE);
        assert!(set_across.across && set_across.size >= 9.0, "{set_across:?}");
        let inside = set(&cells, Space { across: false, ..SPACE });
        assert!(!inside.across && inside.rooms.iter().all(|room| *room < 17), "{inside:?}");
        let sum: f64 = inside.widths.iter().sum();
        assert!(sum <= 170.0, "{inside:?}");
    }

    #[test]
    fn a_very_high_row_is_broken() {
        let set = set(&[&"слово ".repeat(2000), "конец"], SPACE);
        assert_eq!(set.whole, [false; 3]);
    }

    #[test]
    fn no_columns_and_endless_words() {
        assert!(columns(&Table::default(), SPACE).widths.is_empty());
        let endless = set(&[&"я".repeat(500), "и"], SPACE);
        assert!(!endless.across && endless.rooms[0] < 500 && endless.rooms[1] == 1, "{endless:?}");
    }
}
