//! How wide lines are, as far as can be known without their type.

use super::lines::Line;
use super::text::Text;

/// Widths of «а» to «я» in Times New Roman, in hundredths of the size of type: most acts are
/// set in it, and other text faces have nearly the same proportions.
const SMALL: [u16; 32] = [
    44, 51, 47, 41, 51, 44, 69, 40, 54, 54, 49, 50, 63, 54, 50, 54, 50, 44, 44, 50, 65, 50, 54, 50,
    77, 77, 52, 67, 46, 43, 75, 46,
];

fn letter(c: char) -> u16 {
    match c {
        'а'..='я' => SMALL.get(c as usize - 'а' as usize).copied().unwrap_or(50),
        'ё' => 44,
        '.' | ',' | ' ' | '\u{a0}' => 25,
        ':' | ';' | '/' | 'i' | 'l' | 't' | 'j' => 28,
        '-' | '(' | ')' | 'r' | 'f' => 33,
        'Ж' | 'М' | 'Ш' | 'Щ' | 'Ф' | 'Ю' | '№' | '@' | '—' | 'W' | 'M' | 'm' => 90,
        c if c.is_uppercase() => 68,
        _ => 50,
    }
}

/// The width of `text` without white space at its ends.
pub(super) fn width(text: &str) -> u32 {
    text.trim().chars().map(|c| u32::from(letter(c))).sum()
}

/// How lines of a file are set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    /// Width of a full line.
    full: u32,
    /// Empty lines that usually stand between two lines.
    pub(super) usual_gap: u32,
    /// Usual indent of a line, in points.
    usual_indent: i32,
}

impl Measure {
    /// The measure of `lines`.
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        let (mut widths, mut gaps, mut indents) = (Vec::new(), Vec::new(), Vec::new());
        for line in lines {
            widths.push(width(&line.text.plain()));
            gaps.push(line.gap);
            indents.push(line.indent);
        }
        widths.sort_unstable();
        // Lines of smaller type, as in footnotes, are longer than the text is wide.
        let full = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
        Self { full, usual_gap: most(gaps), usual_indent: most(indents) }
    }

    /// Whether the line would have had room for the first word of the next one, `spare` parts of
    /// a hundred of its width left over: then its end is one that somebody meant.
    pub(super) fn ends_early(&self, line: &Text, next: &Text, spare: u32) -> bool {
        let next = next.plain();
        let word = next.split_whitespace().next().unwrap_or_default();
        let needed = width(&line.plain()) + 25 + width(word);
        needed * 100 <= self.full * (100 - spare.min(100))
    }

    /// Whether a line is shorter than those that the next word did not fit on are.
    pub(super) fn is_short(&self, line: &Text) -> bool {
        width(&line.plain()) * 100 < self.full * 90
    }

    /// Whether a line begins farther to the right than most do.
    pub(super) fn is_indented(&self, line: &Line) -> bool {
        line.indent > self.usual_indent + 8
    }
}

/// The value that occurs most often; the smallest of several.
fn most<T: Ord + Copy + Default>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    let mut best = (0, T::default());
    let mut run = 0;
    for (index, value) in values.iter().enumerate() {
        let same = index > 0 && values.get(index - 1) == Some(value);
        run = if same { run + 1 } else { 1 };
        if run > best.0 {
            best = (run, *value);
        }
    }
    best.1
}
