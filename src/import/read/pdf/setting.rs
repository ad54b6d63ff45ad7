//! How the lines of a page are set: what is centred, where a line ends early, what is small type,
//! where more than the usual space is left between two lines.

use super::super::super::document::{Align, Script, Setting};
use super::lines::{Line, is_blank};

/// Least indent, in points, from which a line may be centred.
const SET_OFF: f64 = 8.0;
/// How far the middle of a centred line may be from that of the page's text, in points.
const CENTRED: f64 = 3.0;
/// Size of type that is small, in parts of the usual one, at most.
const SMALL: f64 = 0.92;
/// Room beside a word that would have fitted, in parts of the size: a blank, and what programs
/// that set text leave to be sure.
const BLANK: f64 = 0.6;
/// Room that a line leaves free whose end is meant, in parts of the width of the text.
const SHORT: f64 = 0.1;
/// How far the ends of stretched lines may differ, in points.
const EXACT: f64 = 1.5;
/// Most lines that are too few to tell how wide the text is.
const FEW: usize = 20;
/// Most lines that are asked for their middle: those of some hundred pages.
const MOST_SET_OFF: usize = 5000;
/// Space between lines, in parts of the usual one, that parts paragraphs.
const GAP: f64 = 1.3;

/// What is usual in a file.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usual {
    /// Left and right end of the text.
    pub(super) margins: (f64, f64),
    /// Size of type.
    size: f64,
    /// Distance of two lines of a paragraph, in sizes of their type.
    leading: f64,
    /// Lines are stretched to the right end, all but the last of a paragraph.
    justified: bool,
}

/// How a line is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    pub(super) align: Align,
    /// From the left end of the text, in points.
    pub(super) indent: i32,
    pub(super) setting: Setting,
}

impl Usual {
    /// What is usual among `lines`, in the order of reading, on pages of this width.
    pub(super) fn of(lines: &[&Line], page: f64) -> Self {
        let (left, right) = ends(lines);
        // Stretched lines tell how wide the text is, others do not. What is centred does; else many
        // lines nearly do. With few it is taken that the right margin is no wider than the left one.
        let stretched = lines.iter().filter(|line| (right - line.x.1).abs() <= EXACT).count();
        let justified = stretched * 4 > lines.len();
        let centred = middle(lines, left).map(|middle| middle * 2.0 - left);
        let centred = centred.filter(|end| *end > right - CENTRED && *end < page);
        let end = match centred {
            _ if justified => right,
            Some(end) => end,
            None if lines.len() > FEW => right,
            None => right.max(page - left),
        };
        let margins = (left, end);
        let sizes = lines.iter().flat_map(|line| std::iter::repeat_n(line.size, line.length()));
        let size = quantile(sizes, 0.5).unwrap_or_default();
        // Space between paragraphs is more than that between lines.
        let leading = quantile(lines.windows(2).filter_map(step), 0.25).unwrap_or(f64::MAX);
        Self { margins, size, leading, justified }
    }

    /// The same, for the lines of a cell of a table with these borders.
    pub(super) fn within(self, (left, right): (f64, f64), lines: &[&Line]) -> Self {
        let free = lines.iter().map(|line| (line.x.0 - left).min(right - line.x.1));
        let free = free.fold(f64::MAX, f64::min).max(0.0);
        Self { margins: (left + free, right - free), justified: false, ..self }
    }

    /// How each of some lines of a page, in the order of reading, is set; `next` is the first line
    /// of the next page.
    pub(super) fn set(&self, lines: &[&Line], next: Option<&Line>) -> Vec<Set> {
        let aligns = self.aligns(lines);
        let sets = lines.iter().zip(aligns).enumerate().map(|(index, (line, align))| {
            let before = index.checked_sub(1).and_then(|before| lines.get(before));
            let gap = before.is_some_and(|before| self.parts(before, line));
            let indent = line.x.0 - self.margins.0;
            let small = self.is_small(line);
            // Below the last line of the text may stand footnotes; it goes on on the next page.
            let after = lines.get(index + 1..).unwrap_or_default().iter().copied();
            let after = after.chain(next).find(|after| self.is_small(after) == small);
            let early = match after {
                Some(after) => {
                    self.has_room(line, align, after)
                        || align == Align::Left
                            && !small
                            && self.is_unstretched(line, [before, Some(&after)])
                }
                None => (self.margins.1 - line.x.1) > (self.margins.1 - self.margins.0) * SHORT,
            };
            let setting = Setting { gap, early, hang: whole(hang(line) - self.margins.0), small };
            Set { align, indent: whole(indent), setting }
        });
        sets.collect()
    }

    /// How lines stand. A full line stands as the centred ones beside it that go on with it.
    fn aligns(&self, lines: &[&Line]) -> Vec<Align> {
        let mut aligns: Vec<Align> = lines.iter().map(|line| self.align(line)).collect();
        for (pair, align) in lines.windows(2).zip(aligns.iter_mut().skip(1)) {
            // It stands below the words of an item.
            if *align == Align::Center && pair.first().zip(pair.last()).is_some_and(below) {
                *align = Align::Left;
            }
        }
        let one = |above: usize, below: usize| match (lines.get(above), lines.get(below)) {
            (Some(above), Some(below)) => {
                is_bold(above) == is_bold(below) && !self.parts(above, below)
            }
            _ => false,
        };
        let full = |at: usize| lines.get(at).is_some_and(|line| self.is_balanced(line));
        let centred = |aligns: &[Align], at: usize| aligns.get(at) == Some(&Align::Center);
        let last = lines.len().saturating_sub(1);
        let downwards = (1..lines.len()).map(|at| (at, at - 1));
        let upwards = (0..last).rev().map(|at| (at, at + 1));
        for (at, beside) in downwards.chain(upwards) {
            if full(at) && centred(&aligns, beside) && one(at.min(beside), at.max(beside)) {
                aligns.get_mut(at).into_iter().for_each(|align| *align = Align::Center);
            }
        }
        aligns
    }

    fn is_small(&self, line: &Line) -> bool {
        line.size <= self.size * SMALL
    }

    fn align(&self, line: &Line) -> Align {
        let left = line.x.0 - self.margins.0;
        match () {
            () if left < SET_OFF || has_bullet(line) => Align::Left,
            () if self.is_balanced(line) => Align::Center,
            () if left >= (self.margins.1 - self.margins.0) * 0.4 => Align::Right,
            () => Align::Left,
        }
    }

    /// Whether a line leaves as much free at its left as at its right.
    fn is_balanced(&self, line: &Line) -> bool {
        ((line.x.0 - self.margins.0) - (self.margins.1 - line.x.1)).abs() <= CENTRED
    }

    /// Whether more than the usual space is left between two lines.
    fn parts(&self, above: &Line, below: &Line) -> bool {
        let size = above.size.min(below.size).max(1.0);
        (below.y - above.y) / size > self.leading * GAP
    }

    /// Whether all lines but this one are stretched; those beside it do not end where it ends.
    /// Titles and footnotes are seldom stretched.
    fn is_unstretched(&self, line: &Line, beside: [Option<&&Line>; 2]) -> bool {
        let ends_at = |right: f64| (right - line.x.1).abs() <= EXACT;
        let alone = !beside.into_iter().flatten().any(|other| ends_at(other.x.1));
        self.justified && alone && !is_bold(line) && line.x.1 < self.margins.1 - EXACT
    }

    /// Whether the first word of `next` would have had room on `line`.
    fn has_room(&self, line: &Line, align: Align, next: &Line) -> bool {
        let left = if align == Align::Center { line.x.0 - self.margins.0 } else { 0.0 };
        let free = self.margins.1 - line.x.1 + left.max(0.0);
        free >= first_word(next) + line.size * BLANK
    }
}

/// Left and right end of most lines, without the few that go beyond.
fn ends(lines: &[&Line]) -> (f64, f64) {
    let left = quantile(lines.iter().map(|line| line.x.0), 0.05).unwrap_or_default();
    let right = quantile(lines.iter().map(|line| -line.x.1), 0.05);
    (left, right.map_or(left, |right| -right))
}

/// The value below which this part of the values is, if there are any.
fn quantile(values: impl Iterator<Item = f64>, part: f64) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "an index below the length"
    )]
    values.get((values.len() as f64 * part) as usize).copied()
}

/// The middle that most lines share that begin neither at the left end of the text nor below each
/// other, if there are three such lines.
fn middle(lines: &[&Line], left: f64) -> Option<f64> {
    let set_off = lines.iter().filter(|line| line.x.0 - left >= SET_OFF).take(MOST_SET_OFF);
    let mut found: Vec<(f64, f64)> =
        set_off.map(|line| (f64::midpoint(line.x.0, line.x.1), line.x.0)).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let shared = found.iter().enumerate().map(|(at, first)| {
        let rest = found.get(at..).unwrap_or_default();
        rest.get(..rest.partition_point(|line| line.0 - first.0 <= EXACT)).unwrap_or_default()
    });
    let apart = |lines: &&[(f64, f64)]| {
        let first = lines.first().map_or(0.0, |line| line.1);
        lines.len() >= 3 && lines.iter().any(|line| (line.1 - first).abs() > SET_OFF)
    };
    let most = shared.filter(apart).max_by_key(|lines| lines.len())?;
    most.get(most.len() / 2).map(|line| line.0)
}

/// The distance of two lines of the same type, one below the other.
fn step(pair: &[&Line]) -> Option<f64> {
    let [above, below] = pair else { return None };
    let same = (above.size - below.size).abs() <= above.size * 0.02;
    let step = (below.y - above.y) / above.size.max(1.0);
    (same && step > 0.5).then_some(step)
}

/// Whether all that a line shows is bold, but for marks of footnotes.
fn is_bold(line: &Line) -> bool {
    let on_line = line.glyphs.iter().filter(|(_, script)| *script == Script::None);
    on_line.into_iter().all(|(glyph, _)| glyph.bold || is_blank(glyph))
}

/// Width of the first word of a line.
fn first_word(line: &Line) -> f64 {
    let mut end = line.x.0;
    for (index, (text, (glyph, _))) in line.pieces().iter().enumerate() {
        if index > 0 && text.starts_with(char::is_whitespace) {
            break;
        }
        end = glyph.x.1;
    }
    end - line.x.0
}

/// Whether a line begins with a sign that stands alone.
fn has_bullet(line: &Line) -> bool {
    let pieces = line.pieces();
    let sign = |text: &str| !text.chars().any(char::is_alphanumeric);
    match pieces.as_slice() {
        [(first, _), (second, _), ..] => sign(first) && second.starts_with(char::is_whitespace),
        _ => false,
    }
}

/// Whether a line begins below another, or below the second word of it.
fn below((above, line): (&&Line, &&Line)) -> bool {
    [above.x.0, hang(above)].iter().any(|x| (x - line.x.0).abs() <= EXACT)
}

/// Where the second word of a line begins.
fn hang(line: &Line) -> f64 {
    let pieces = line.pieces();
    let second = pieces.iter().skip(1).find(|(text, _)| text.starts_with(char::is_whitespace));
    second.map_or(line.x.0, |(_, (glyph, _))| glyph.x.0)
}

/// The nearest whole number of points.
#[expect(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
pub(super) fn whole(points: f64) -> i32 {
    points.round() as i32
}
