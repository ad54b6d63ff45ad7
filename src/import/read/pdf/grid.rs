//! Tables that are drawn with ruled lines: cells, and those that are merged.

use std::collections::BTreeMap;

use super::collect::Rule;

/// How far ends of lines that touch may be apart, in points.
const TOUCH: f64 = 3.0;
/// Narrowest row or column, in points: lines closer to each other are one border.
const NARROWEST: f64 = 6.0;
/// Most rows or columns of a table.
const MOST: usize = 300;

/// A table of a page.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Places of the borders of columns and rows.
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// Cells in rows.
    pub(super) rows: Vec<Vec<Area>>,
}

/// A cell: the columns and rows that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) column: usize,
    pub(super) row: usize,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Grid {
    /// Top of the table.
    pub(super) fn top(&self) -> f64 {
        self.ys.first().copied().unwrap_or_default()
    }

    /// Column and row of a point that stands within the table.
    pub(super) fn at(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        Some((slot(&self.xs, x)?, slot(&self.ys, y)?))
    }

    /// Left and right border of a cell.
    pub(super) fn sides(&self, area: &Area) -> (f64, f64) {
        let edge = |at: usize| self.xs.get(at).copied().unwrap_or_default();
        (edge(area.column), edge(area.column + area.columns))
    }

    /// Whether a cell covers this column and row.
    pub(super) fn covers(area: &Area, (column, row): (usize, usize)) -> bool {
        (area.column..area.column + area.columns).contains(&column)
            && (area.row..area.row + area.rows).contains(&row)
    }
}

/// Index of the space between two of `edges` in which `value` lies.
fn slot(edges: &[f64], value: f64) -> Option<usize> {
    let at = edges.iter().take_while(|edge| **edge <= value).count();
    at.checked_sub(1).filter(|at| at + 1 < edges.len())
}

/// The tables that rules draw. A frame around one cell is none.
pub(super) fn grids(rules: &[Rule]) -> Vec<Grid> {
    let mut grids: Vec<Grid> = clusters(rules).iter().filter_map(|cluster| grid(cluster)).collect();
    grids.sort_by(|a, b| a.top().total_cmp(&b.top()));
    grids
}

/// Groups of rules that touch each other.
fn clusters(rules: &[Rule]) -> Vec<Vec<Rule>> {
    let mut group: Vec<usize> = (0..rules.len()).collect();
    for (index, rule) in rules.iter().enumerate() {
        for (other, before) in rules.iter().enumerate().take(index) {
            if touch(rule, before) {
                let (a, b) = (root(&mut group, index), root(&mut group, other));
                if let Some(parent) = group.get_mut(a) {
                    *parent = b;
                }
            }
        }
    }
    let mut clusters: BTreeMap<usize, Vec<Rule>> = BTreeMap::new();
    for (index, rule) in rules.iter().enumerate() {
        clusters.entry(root(&mut group, index)).or_default().push(*rule);
    }
    clusters.into_values().collect()
}

/// The group that an index belongs to, by its first member.
fn root(group: &mut [usize], index: usize) -> usize {
    let mut at = index;
    while let Some(parent) = group.get(at).copied().filter(|parent| *parent != at) {
        let above = group.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = group.get_mut(at) {
            *slot = above;
        }
        at = parent;
    }
    at
}

fn touch(a: &Rule, b: &Rule) -> bool {
    if a.upright == b.upright {
        let same = (a.at - b.at).abs() <= TOUCH;
        return same && a.from <= b.to + TOUCH && b.from <= a.to + TOUCH;
    }
    let crosses = |rule: &Rule, at: f64| (rule.from - TOUCH..=rule.to + TOUCH).contains(&at);
    crosses(a, b.at) && crosses(b, a.at)
}

fn grid(rules: &[Rule]) -> Option<Grid> {
    let edges = |upright: bool| {
        let mut places: Vec<f64> =
            rules.iter().filter(|rule| rule.upright == upright).map(|rule| rule.at).collect();
        places.sort_by(f64::total_cmp);
        places.dedup_by(|next, before| *next - *before <= NARROWEST);
        places
    };
    let (xs, ys) = (edges(true), edges(false));
    let cells = xs.len().saturating_sub(1) * ys.len().saturating_sub(1);
    if cells < 2 || xs.len() > MOST || ys.len() > MOST {
        return None;
    }
    let mut grid = Grid { xs, ys, rows: Vec::new() };
    grid.rows = rows(&grid, rules);
    (grid.rows.iter().flatten().count() > 1).then_some(grid)
}

/// The cells, each as wide and high as no rule parts it.
fn rows(grid: &Grid, rules: &[Rule]) -> Vec<Vec<Area>> {
    let (columns, count) = (grid.xs.len() - 1, grid.ys.len() - 1);
    let mut taken = vec![vec![false; columns]; count];
    let mut rows = Vec::with_capacity(count);
    for row in 0..count {
        let mut cells = Vec::new();
        for column in 0..columns {
            if taken.get(row).and_then(|row| row.get(column)) != Some(&false) {
                continue;
            }
            let area = area(grid, rules, &taken, (column, row));
            for covered in taken.iter_mut().skip(area.row).take(area.rows) {
                covered
                    .iter_mut()
                    .skip(area.column)
                    .take(area.columns)
                    .for_each(|cell| *cell = true);
            }
            cells.push(area);
        }
        rows.push(cells);
    }
    rows
}

/// The cell that begins here.
fn area(grid: &Grid, rules: &[Rule], taken: &[Vec<bool>], (column, row): (usize, usize)) -> Area {
    let mut area = Area { column, row, columns: 1, rows: 1 };
    let free =
        |row: usize, column: usize| taken.get(row).and_then(|row| row.get(column)) == Some(&false);
    while free(row, column + area.columns)
        && !parted(grid, rules, true, (column + area.columns, row))
    {
        area.columns += 1;
    }
    let across = |row: usize| {
        (column..column + area.columns)
            .all(|column| free(row, column) && !parted(grid, rules, false, (column, row)))
    };
    let within = |row: usize| {
        (column + 1..column + area.columns).all(|edge| !parted(grid, rules, true, (edge, row)))
    };
    while across(row + area.rows) && within(row + area.rows) {
        area.rows += 1;
    }
    area
}

/// Whether a rule stands at the left (`upright`) or upper border of a cell, for at least half of
/// its length.
fn parted(grid: &Grid, rules: &[Rule], upright: bool, (column, row): (usize, usize)) -> bool {
    let (edges, spans) = if upright { (&grid.xs, &grid.ys) } else { (&grid.ys, &grid.xs) };
    let (edge, span) = if upright { (column, row) } else { (row, column) };
    let (Some(edge), Some(from), Some(to)) =
        (edges.get(edge), spans.get(span), spans.get(span + 1))
    else {
        return true;
    };
    let covered = |rule: &&Rule| rule.upright == upright && (rule.at - edge).abs() <= NARROWEST;
    let lengths =
        rules.iter().filter(covered).map(|rule| (rule.to.min(*to) - rule.from.max(*from)).max(0.0));
    lengths.sum::<f64>() * 2.0 >= to - from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(upright: bool, at: f64, from: f64, to: f64) -> Rule {
        Rule { upright, at, from, to }
    }

    #[test]
    fn merged_cells_have_no_rule_within() {
        let mut rules: Vec<Rule> = [0.0, 20.0, 40.0].map(|y| rule(false, y, 0.0, 100.0)).to_vec();
        rules.extend([rule(true, 0.0, 0.0, 40.0), rule(true, 100.0, 0.0, 40.0)]);
        rules.push(rule(true, 50.0, 20.0, 40.0));
        rules.push(rule(false, 300.0, 0.0, 40.0));
        let grids = grids(&rules);
        assert_eq!(grids.len(), 1);
        let spans: Vec<Vec<(usize, usize)>> = grids[0]
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| (cell.columns, cell.rows)).collect())
            .collect();
        assert_eq!(spans, [vec![(2, 1)], vec![(1, 1), (1, 1)]]);
        assert!(super::grids(&rules[..5]).iter().all(|grid| grid.rows.len() == 2));
        assert!(super::grids(&[rules[0], rules[1], rules[3], rules[4]]).is_empty());
    }
}
