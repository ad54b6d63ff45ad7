//! A page in reading order: lines and tables, columns one after the other.

use super::collect::{Glyph, Rule};
use super::grid::{Grid, grids};
use super::lines::{Line, lines, middle};

/// Least width of the gap between two columns, in parts of the type's size.
const GUTTER: f64 = 2.0;
/// Fewest lines that a gap must go through.
const FEWEST: usize = 3;
/// Fewest characters of a column's usual line: numbers of items are no column.
const NARROW: usize = 8;
/// Lines that both columns fill: then it is a page in columns and no table without rules.
const FILLED: usize = 8;

/// What stands on a page.
#[derive(Debug)]
pub(super) enum Item {
    Line(Line),
    /// A table with the lines of its cells, row by row.
    Table(Grid, Vec<Vec<Vec<Line>>>),
}

/// A page that was read.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) items: Vec<Item>,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Page {
    /// The lines outside of tables.
    pub(super) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.items.iter().filter_map(|item| match item {
            Item::Line(line) => Some(line),
            Item::Table(..) => None,
        })
    }

    /// The page of this width and height with these glyphs and rules.
    pub(super) fn new(glyphs: Vec<Glyph>, rules: &[Rule], (width, height): (f64, f64)) -> Self {
        let grids = grids(rules);
        let mut inside: Vec<Vec<Glyph>> = vec![Vec::new(); grids.len()];
        let mut outside = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            let (x, y) = (middle(&glyph), glyph.y - glyph.size * 0.3);
            let within =
                |grid: &Grid| glyph.turns == 0 && !glyph.artifact && grid.at(x, y).is_some();
            match grids.iter().position(within).and_then(|at| inside.get_mut(at)) {
                Some(cell) => cell.push(glyph),
                None => outside.push(glyph),
            }
        }
        let (mut level, turned): (Vec<Line>, Vec<Line>) =
            lines(outside).into_iter().partition(|line| line.turns == 0);
        let mut items: Vec<Item> = Vec::new();
        for (grid, glyphs) in grids.into_iter().zip(inside).filter(|(_, glyphs)| !glyphs.is_empty())
        {
            let above = level.iter().take_while(|line| line.y <= grid.top()).count();
            items.extend(
                columns(&level.drain(..above).collect::<Vec<_>>()).into_iter().map(Item::Line),
            );
            items.push(table(grid, glyphs));
        }
        items.extend(columns(&level).into_iter().chain(turned).map(Item::Line));
        Self { items, width, height }
    }
}

/// A table with the lines of its cells.
fn table(grid: Grid, glyphs: Vec<Glyph>) -> Item {
    let mut cells: Vec<Vec<Vec<Glyph>>> =
        grid.rows.iter().map(|row| vec![Vec::new(); row.len()]).collect();
    for glyph in glyphs {
        let Some(place) = grid.at(middle(&glyph), glyph.y - glyph.size * 0.3) else { continue };
        let areas = grid.rows.iter().zip(&mut cells).flat_map(|(row, cells)| row.iter().zip(cells));
        for (_, cell) in areas.filter(|(area, _)| Grid::covers(area, place)).take(1) {
            cell.push(glyph.clone());
        }
    }
    let cells = cells.into_iter().map(|row| row.into_iter().map(lines).collect()).collect();
    Item::Table(grid, cells)
}

/// Lines in reading order: where a gap goes down through several of them, what is left of it
/// comes first.
fn columns(lines: &[Line]) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while let Some(first) = rest.first() {
        let Some((length, x)) = gutter(rest) else {
            out.push(first.clone());
            rest = rest.get(1..).unwrap_or_default();
            continue;
        };
        let (left, right): (Vec<_>, Vec<_>) =
            rest.iter().take(length).map(|line| line.split(x)).unzip();
        out.extend(left.into_iter().flatten());
        out.extend(columns(&right.into_iter().flatten().collect::<Vec<_>>()));
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

/// A gap that goes down through lines.
struct Gutter {
    from: f64,
    to: f64,
    /// For each line whether something is left and right of the gap.
    sides: Vec<(bool, bool)>,
}

/// Number of lines, from the first on, that a gap parts into two columns, and its middle.
fn gutter(lines: &[Line]) -> Option<(usize, f64)> {
    let first = lines.first()?;
    let gaps = first.gaps(first.size * GUTTER);
    gaps.into_iter().find_map(|(from, to)| {
        let mut gutter = Gutter { from, to, sides: vec![(true, true)] };
        for pair in lines.windows(2) {
            let [before, line] = pair else { break };
            if line.y - before.y > before.size * 4.0 || !gutter.extend(line) {
                break;
            }
        }
        // What follows the columns at the left belongs to neither.
        while gutter.sides.last().is_some_and(|(_, right)| !right) {
            gutter.sides.pop();
        }
        let length = gutter.sides.len();
        let x = f64::midpoint(gutter.from, gutter.to);
        gutter.is_columns(lines.get(..length)?, x).then_some((length, x))
    })
}

impl Gutter {
    /// Takes one more line, if the gap goes through it.
    fn extend(&mut self, line: &Line) -> bool {
        let least = line.size * GUTTER;
        let mut try_gap = |from: f64, to: f64, sides: (bool, bool)| {
            let (from, to) = (from.max(self.from), to.min(self.to));
            let fits = to - from >= least;
            if fits {
                (self.from, self.to) = (from, to);
                self.sides.push(sides);
            }
            fits
        };
        line.gaps(least).into_iter().any(|(from, to)| try_gap(from, to, (true, true)))
            || try_gap(line.x.1, f64::MAX, (true, false))
            || try_gap(f64::MIN, line.x.0, (false, true))
    }

    /// Whether the lines are two columns and not rows of a table without rules: their ends differ,
    /// or many lines are full on both sides.
    fn is_columns(&self, lines: &[Line], x: f64) -> bool {
        let both = self.sides.iter().filter(|sides| **sides == (true, true)).count();
        let ragged = self.sides.len() > both;
        let (left, right): (Vec<_>, Vec<_>) = lines.iter().map(|line| line.split(x)).unzip();
        let left: Vec<Line> = left.into_iter().flatten().collect();
        let right: Vec<Line> = right.into_iter().flatten().collect();
        let mut lengths: Vec<usize> = left.iter().map(Line::length).collect();
        lengths.sort_unstable();
        let wide = lengths.get(lengths.len() / 2).is_some_and(|length| *length >= NARROW);
        let filled = both >= FILLED && is_full(&left) && is_full(&right);
        lines.len() >= FEWEST && both >= 2 && wide && (ragged || filled)
    }
}

/// Whether most lines reach the width of their column.
fn is_full(lines: &[Line]) -> bool {
    let left = lines.iter().map(|line| line.x.0).fold(f64::MAX, f64::min);
    let right = lines.iter().map(|line| line.x.1).fold(f64::MIN, f64::max);
    let full = lines.iter().filter(|line| line.x.1 - line.x.0 >= (right - left) * 0.7).count();
    full * 10 >= lines.len() * 7
}
