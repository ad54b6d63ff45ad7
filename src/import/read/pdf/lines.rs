//! From glyphs to lines: what stands on one line, where words end, what is raised.

use super::super::super::document::Script;
use super::collect::Glyph;

/// How far glyphs of a line stand from it, in parts of their size.
pub(super) const LEVEL: f64 = 0.12;
/// Least gap between words, in parts of the size.
const WORD: f64 = 0.16;
/// Least width of a blank that is drawn, in parts of the size.
const BLANK: f64 = 0.06;
/// Least gap that is shown as a tab.
pub(super) const TAB: f64 = 1.6;
/// Size of raised or lowered glyphs, in parts of the line's, at most.
pub(super) const SMALL: f64 = 0.88;
/// Most characters of what is raised or lowered.
const LONGEST_SCRIPT: usize = 8;

/// A line of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) glyphs: Vec<(Glyph, Script)>,
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) x: (f64, f64),
    pub(super) artifact: bool,
    pub(super) turns: u8,
}

impl Line {
    fn of(glyph: Glyph) -> Self {
        let Glyph { y, size, x, artifact, turns, .. } = glyph;
        let script = own_script(&glyph);
        Self { glyphs: vec![(glyph, script)], y, size, x, artifact, turns }
    }

    fn put(&mut self, glyph: Glyph, script: Script) {
        self.x = (self.x.0.min(glyph.x.0), self.x.1.max(glyph.x.1));
        if script == own_script(&glyph) {
            self.size = self.size.max(glyph.size);
        }
        self.glyphs.push((glyph, script));
    }

    /// Number of characters that are no blanks.
    pub(super) fn length(&self) -> usize {
        self.glyphs.iter().filter(|(glyph, _)| !is_blank(glyph)).count()
    }

    /// The words of the line.
    pub(super) fn text(&self) -> String {
        let texts = self.pieces().into_iter().map(|(text, _)| text);
        texts.collect()
    }

    /// The text of each glyph with the white space before it, from left to right.
    pub(super) fn pieces(&self) -> Vec<(String, &(Glyph, Script))> {
        let least = self.least_gap();
        let mut end: Option<f64> = None;
        let mut blank = false;
        let mut pieces = Vec::new();
        for glyph in &self.glyphs {
            if is_blank(&glyph.0) {
                blank = true;
                continue;
            }
            // A word that could have been divided here, but was not.
            if let Some(last) =
                pieces.last_mut().filter(|(text, _): &&mut (String, _)| text.ends_with('\u{ad}'))
            {
                last.0.pop();
            }
            let gap = end.map_or(0.0, |end| glyph.0.x.0 - end);
            let before = match () {
                () if end.is_none() => "",
                () if gap > self.size * TAB => "\t",
                // Some programs draw a blank of no width for a soft hyphen.
                () if gap > least || (blank && gap > self.size * BLANK) => " ",
                () => "",
            };
            pieces.push((format!("{before}{}", glyph.0.text), glyph));
            end = Some(end.map_or(glyph.0.x.1, |end| end.max(glyph.0.x.1)));
            blank = false;
        }
        pieces
    }

    /// The least gap that parts words: more than between most letters, which may be spaced out.
    fn least_gap(&self) -> f64 {
        let shown: Vec<&Glyph> =
            self.glyphs.iter().map(|(glyph, _)| glyph).filter(|glyph| !is_blank(glyph)).collect();
        let mut gaps: Vec<f64> = shown
            .windows(2)
            .filter_map(|pair| Some(pair.get(1)?.x.0 - pair.first()?.x.1))
            .collect();
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().filter(|_| gaps.len() > 3).unwrap_or(0.0);
        (self.size * WORD).max(usual * 1.6)
    }

    /// Ends of the gaps that are wide enough to part columns.
    pub(super) fn gaps(&self, least: f64) -> Vec<(f64, f64)> {
        let mut gaps = Vec::new();
        let mut end: Option<f64> = None;
        for (glyph, _) in self.glyphs.iter().filter(|(glyph, _)| !is_blank(glyph)) {
            gaps.extend(end.filter(|end| glyph.x.0 - end >= least).map(|end| (end, glyph.x.0)));
            end = Some(end.map_or(glyph.x.1, |end: f64| end.max(glyph.x.1)));
        }
        gaps
    }

    /// The parts of the line before and after `x`.
    pub(super) fn split(&self, x: f64) -> (Option<Self>, Option<Self>) {
        let (left, right): (Vec<_>, Vec<_>) =
            self.glyphs.iter().cloned().partition(|(glyph, _)| middle(glyph) < x);
        (self.part(left), self.part(right))
    }

    fn part(&self, glyphs: Vec<(Glyph, Script)>) -> Option<Self> {
        let shown =
            || glyphs.iter().filter(|(glyph, _)| !is_blank(glyph)).map(|(glyph, _)| glyph.x);
        let x = (shown().map(|x| x.0).reduce(f64::min)?, shown().map(|x| x.1).reduce(f64::max)?);
        let Self { y, size, artifact, turns, .. } = *self;
        Some(Self { glyphs, y, size, x, artifact, turns })
    }
}

/// How a glyph stands by itself.
fn own_script(glyph: &Glyph) -> Script {
    if glyph.raised { Script::Super } else { Script::None }
}

/// The middle of a glyph.
pub(super) fn middle(glyph: &Glyph) -> f64 {
    f64::midpoint(glyph.x.0, glyph.x.1)
}

pub(super) fn is_blank(glyph: &Glyph) -> bool {
    !glyph.text.is_empty() && glyph.text.chars().all(char::is_whitespace)
}

/// The lines of some glyphs from top to bottom, turned ones last.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| {
        let key = |g: &Glyph| (g.turns, g.artifact);
        key(a).cmp(&key(b)).then(a.y.total_cmp(&b.y)).then(a.order.cmp(&b.order))
    });
    let mut lines: Vec<Line> = Vec::new();
    for glyph in glyphs {
        // Only the last few lines can be near: glyphs come from top to bottom.
        let near = lines.iter_mut().rev().take(4).find(|line| {
            let level = LEVEL * line.size.min(glyph.size);
            (line.turns, line.artifact) == (glyph.turns, glyph.artifact)
                && (line.y - glyph.y).abs() <= level
        });
        match near {
            Some(line) => line.put(glyph.clone(), own_script(&glyph)),
            None => lines.push(Line::of(glyph)),
        }
    }
    for line in &mut lines {
        sort(line);
    }
    let mut lines = with_scripts(&lines);
    lines.retain(|line| line.length() > 0);
    for line in &mut lines {
        trim(line);
    }
    lines.sort_by(|a, b| {
        a.turns.cmp(&b.turns).then(a.y.total_cmp(&b.y)).then(a.x.0.total_cmp(&b.x.0))
    });
    lines
}

fn sort(line: &mut Line) {
    line.glyphs.sort_by(|(a, _), (b, _)| a.x.0.total_cmp(&b.x.0).then(a.order.cmp(&b.order)));
}

/// Blanks at the ends of a line are not part of its width.
fn trim(line: &mut Line) {
    let shown = || line.glyphs.iter().map(|(glyph, _)| glyph).filter(|glyph| !is_blank(glyph));
    let left = shown().map(|glyph| glyph.x.0).reduce(f64::min);
    let right = shown().map(|glyph| glyph.x.1).reduce(f64::max);
    line.x = (left.unwrap_or(line.x.0), right.unwrap_or(line.x.1));
}

/// Puts short pieces of small type to the line beside which they are raised or lowered.
fn with_scripts(lines: &[Line]) -> Vec<Line> {
    let mut whole: Vec<Line> = Vec::new();
    let mut small: Vec<Line> = Vec::new();
    let largest = |line: &Line| lines.iter().any(|other| beside(line, other).is_some());
    for line in lines {
        let pieces = runs(line);
        let (script, rest): (Vec<Line>, Vec<Line>) = pieces
            .into_iter()
            .partition(|piece| piece.length() <= LONGEST_SCRIPT && largest(piece));
        small.extend(script);
        whole.extend(rest.into_iter().reduce(|mut line, more| {
            for (glyph, script) in more.glyphs {
                line.put(glyph, script);
            }
            line
        }));
    }
    for piece in small {
        let place =
            whole.iter_mut().find_map(|line| beside(&piece, line).map(|script| (line, script)));
        match place {
            Some((line, script)) => {
                for (glyph, _) in piece.glyphs {
                    line.put(glyph, script);
                }
                sort(line);
            }
            None => whole.push(piece),
        }
    }
    whole
}

/// The parts of a line between wide gaps.
fn runs(line: &Line) -> Vec<Line> {
    let mut runs: Vec<Line> = Vec::new();
    for (glyph, _) in &line.glyphs {
        match runs.last_mut().filter(|run| glyph.x.0 - run.x.1 <= line.size) {
            Some(run) => run.put(glyph.clone(), own_script(glyph)),
            None => runs.push(Line::of(glyph.clone())),
        }
    }
    runs
}

/// How a small piece stands beside a line of larger type, if it does.
fn beside(piece: &Line, line: &Line) -> Option<Script> {
    let same = (piece.turns, piece.artifact) == (line.turns, line.artifact);
    let reach = line.size;
    let near = piece.x.0 <= line.x.1 + reach && piece.x.1 >= line.x.0 - reach;
    if !same || !near || piece.size > line.size * SMALL {
        return None;
    }
    let rise = line.y - piece.y;
    match () {
        () if rise > 0.12 * line.size && rise < 0.75 * line.size => Some(Script::Super),
        () if rise < -0.05 * line.size && rise > -0.4 * line.size => Some(Script::Sub),
        () => None,
    }
}
