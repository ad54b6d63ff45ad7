//! Tables: merged cells are written once, where they begin; what they cover stays empty.

use super::inline::{Within, inline};
use crate::import::lines::{Grid, GridCell, Unit};

/// Most columns: what stands beyond goes into the last one.
const WIDEST: usize = 100;

/// A table as Markdown; its first row is the head.
pub(super) fn table(grid: &Grid, labels: &[String]) -> String {
    let rows = placed(grid, labels);
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let mut out = String::new();
    for (index, mut row) in rows.into_iter().enumerate() {
        row.resize(columns, String::new());
        out.push_str(&format!("| {} |\n", row.join(" | ")));
        if index == 0 {
            out.push_str(&format!("|{}\n", "---|".repeat(columns)));
        }
    }
    out.trim_end().to_owned()
}

/// The cells of every row at their columns; covered ones are empty.
fn placed(grid: &Grid, labels: &[String]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    // For each column how many rows below are covered by a cell above.
    let mut covered: Vec<usize> = Vec::new();
    for cells in &grid.rows {
        let mut row: Vec<String> = Vec::new();
        let mut next: Vec<usize> = covered.iter().map(|rows| rows.saturating_sub(1)).collect();
        for cell in cells {
            while covered.get(row.len()).is_some_and(|rows| *rows > 0) {
                row.push(String::new());
            }
            let start = row.len();
            if let Some(last) = row.last_mut().filter(|_| start >= WIDEST) {
                last.push_str("<br>");
                last.push_str(&words(cell, labels));
                continue;
            }
            let columns = cell.columns.min(WIDEST.saturating_sub(start)).max(1);
            row.push(words(cell, labels));
            row.resize(start + columns, String::new());
            next.resize(next.len().max(row.len()), 0);
            for slot in next.iter_mut().skip(start).take(columns) {
                *slot = cell.rows - 1;
            }
        }
        covered = next;
        rows.push(row);
    }
    rows
}

/// What stands in a cell: paragraphs, and tables within it, one after the other.
fn words(cell: &GridCell, labels: &[String]) -> String {
    let mut parts = Vec::new();
    collect(&cell.units, labels, &mut parts);
    parts.join("<br>")
}

fn collect(units: &[Unit], labels: &[String], parts: &mut Vec<String>) {
    for unit in units {
        match unit {
            Unit::Line(line) => {
                let within = Within { cell: true, ..Within::default() };
                let label = line.label.as_deref().map(str::trim).filter(|label| !label.is_empty());
                let words = inline(&line.text, labels, within);
                let label = label.filter(|label| super::super::lines::is_number(label));
                parts.push(label.map_or(words.clone(), |label| format!("{label} {words}")));
            }
            Unit::Table(grid) => {
                for cell in grid.rows.iter().flatten() {
                    collect(&cell.units, labels, parts);
                }
            }
        }
    }
    parts.retain(|part| !part.is_empty());
}
