//! Headers, footers and page numbers: what the file marks as such, or stands at the same place of
//! several pages.

use std::collections::BTreeMap;

use super::super::super::document::Area;
use super::lines::Line;
use super::page::{Item, Page};

/// Most lines at the top or bottom of a page that can be a header or footer.
const MOST: usize = 3;
/// Part of the page's height, at its top and bottom, in which they stand.
const MARGIN: f64 = 0.14;
/// How far their places on two pages may differ, in points.
const NEAR: f64 = 8.0;

/// The area of each line of each page, by page and index of the item.
pub(super) fn areas(pages: &[Page]) -> BTreeMap<(usize, usize), Area> {
    let mut areas = BTreeMap::new();
    for area in [Area::Header, Area::Footer] {
        let edges: Vec<Vec<(usize, &Line)>> = pages.iter().map(|page| edge(page, area)).collect();
        for depth in 0..MOST {
            let row = |page: usize| edges.get(page).and_then(|edge| edge.get(depth));
            for (page, _) in pages.iter().enumerate() {
                let Some((index, line)) = row(page) else { continue };
                let before = depth == 0
                    || edges
                        .get(page)
                        .and_then(|edge| edge.get(depth - 1))
                        .is_some_and(|(above, _)| areas.contains_key(&(page, *above)));
                let others = (0..pages.len()).filter(|other| *other != page).filter_map(row);
                let mut others = others.map(|(_, line)| *line);
                if before
                    && (others.any(|other| repeats(line, other))
                        || is_number(line, page, pages.len()))
                {
                    areas.insert((page, *index), area);
                }
            }
        }
    }
    marked(pages, &mut areas);
    areas
}

/// Lines that the file itself says are no part of the text, and turned ones.
fn marked(pages: &[Page], areas: &mut BTreeMap<(usize, usize), Area>) {
    for (number, page) in pages.iter().enumerate() {
        for (index, item) in page.items.iter().enumerate() {
            let Item::Line(line) = item else { continue };
            if line.turns > 0 {
                areas.insert((number, index), Area::Box);
            } else if line.artifact {
                let top = line.y < page.height / 2.0;
                areas.insert((number, index), if top { Area::Header } else { Area::Footer });
            }
        }
    }
}

/// The lines at the top or bottom edge of a page, the outermost first.
fn edge(page: &Page, area: Area) -> Vec<(usize, &Line)> {
    let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    let outside = |line: &Line| if area == Area::Header { line.y < top } else { line.y > bottom };
    let mut lines: Vec<(usize, &Line)> = Vec::new();
    for (index, item) in page.items.iter().enumerate() {
        match item {
            Item::Line(line) if line.turns == 0 && outside(line) => lines.push((index, line)),
            _ => {}
        }
    }
    lines.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
    if area == Area::Footer {
        lines.reverse();
    }
    lines.truncate(MOST);
    lines
}

/// Whether two lines say the same at the same height, but for numbers. «Приложение № 2» at the top
/// of the next page is no header.
fn repeats(line: &Line, other: &Line) -> bool {
    let pattern = pattern(line);
    (line.y - other.y).abs() <= NEAR
        && pattern == self::pattern(other)
        && !(pattern.starts_with("приложение") && line.text() != other.text())
}

fn pattern(line: &Line) -> String {
    let mut pattern = String::new();
    for c in line.text().chars() {
        match c {
            c if c.is_ascii_digit() => {
                if !pattern.ends_with('#') {
                    pattern.push('#');
                }
            }
            c => pattern.extend(c.to_lowercase()),
        }
    }
    pattern
}

/// Whether a line is the number of its page: `2`, `- 2 -`, `стр. 2 из 5`.
fn is_number(line: &Line, page: usize, pages: usize) -> bool {
    let text = line.text().to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (numbers, others): (Vec<&str>, Vec<&str>) =
        words.partition(|word| word.bytes().all(|b| b.is_ascii_digit()));
    let known = |word: &&str| ["стр", "страница", "лист", "из", "page", "of"].contains(word);
    let own = numbers.first().and_then(|number| number.parse::<usize>().ok());
    others.iter().all(known)
        && own == Some(page + 1)
        && pages > 1
        && !text.contains(['.', ')']) | others.contains(&"стр")
}
