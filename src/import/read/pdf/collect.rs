//! What a page draws: glyphs with their places, and ruled lines.

use std::collections::BTreeMap;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, PathEl, Point, Shape};

/// Most glyphs of a file: some 300 pages of dense text.
const MOST_GLYPHS: usize = 1_000_000;
/// Most ruled lines of a page; more are a drawing.
const MOST_RULES: usize = 4000;
/// Widest ruled line, in points.
const THICKEST: f64 = 3.0;
/// Shortest ruled line, in points.
const SHORTEST: f64 = 6.0;
/// Height of the foot of a raised digit, in thousandths of the size.
const RAISED: f64 = 200.0;
/// Weight of a font from which it is bold.
const BOLD: u32 = 600;

/// A drawn character or ligature. Lengths are points from the top left corner of the page as it
/// is shown.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Glyph {
    /// Its characters; empty if the file does not tell them.
    pub(super) text: String,
    /// Left and right end.
    pub(super) x: (f64, f64),
    /// The line that it stands on.
    pub(super) y: f64,
    /// Size of its font.
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// A digit that the font itself draws raised.
    pub(super) raised: bool,
    /// The file says that it is no part of the text: a header, a footer, a page number.
    pub(super) artifact: bool,
    /// Quarters of a turn, against the clock.
    pub(super) turns: u8,
    /// Place in the order of drawing.
    pub(super) order: usize,
}

/// A ruled line, along one of the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    /// Whether it goes down.
    pub(super) upright: bool,
    /// Its place across.
    pub(super) at: f64,
    /// Its begin and end.
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Collects what the pages draw.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    /// Number of glyphs that are not shown.
    pub(super) invisible: usize,
    /// Glyphs of all pages so far.
    pub(super) count: usize,
    /// For each open marked content whether it is an artifact.
    marked: Vec<bool>,
    /// Bold and italic by font.
    fonts: BTreeMap<u128, (bool, bool)>,
}

impl Collector {
    /// Whether there are more glyphs than a document has.
    pub(super) const fn is_full(&self) -> bool {
        self.count >= MOST_GLYPHS
    }

    /// Ends a page of this height: what it drew, each glyph once.
    pub(super) fn page(&mut self, height: f64) -> super::DrawnPage {
        let mut glyphs = once(std::mem::take(&mut self.glyphs));
        let lost = name_unknown(&mut glyphs);
        super::DrawnPage { glyphs, rules: std::mem::take(&mut self.rules), height, lost }
    }

    fn style(&mut self, glyph: &Drawn<'_>) -> (bool, bool) {
        let Drawn::Outline(outline) = glyph else { return (false, false) };
        let key = outline.font_cache_key();
        *self.fonts.entry(key).or_insert_with(|| {
            let Some(font) = outline.font_data() else { return (false, false) };
            let name = font.postscript_name.unwrap_or_default().to_lowercase();
            let bold = name.contains("bold") || font.weight.is_some_and(|weight| weight >= BOLD);
            (bold, font.is_italic || name.contains("italic") || name.contains("oblique"))
        })
    }

    fn glyph(&mut self, glyph: &Drawn<'_>, place: Affine) {
        let width = match glyph {
            Drawn::Outline(outline) => outline.advance_width().map_or(500.0, f64::from),
            Drawn::Type3(_) => 500.0,
        };
        let [start, end, up] =
            [(0.0, 0.0), (width, 0.0), (0.0, 1000.0)].map(|p| place * Point::from(p));
        let size = (up - start).hypot();
        if !(size.is_finite() && start.x.is_finite() && start.y.is_finite()) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => String::new(),
        };
        let (bold, italic) = self.style(glyph);
        let raised = is_raised(glyph, &text);
        let turns = turns(end - start, up - start);
        let (from, to) = (turned(start, turns), turned(end, turns));
        let artifact = self.marked.contains(&true);
        let order = self.glyphs.len();
        let x = (from.x.min(to.x), from.x.max(to.x));
        self.glyphs.push(Glyph {
            text,
            x,
            y: from.y,
            size,
            bold,
            italic,
            raised,
            artifact,
            turns,
            order,
        });
        self.count += 1;
    }

    fn rule(&mut self, a: Point, b: Point) {
        let (wide, high) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        let upright = high > wide;
        let (length, thick) = if upright { (high, wide) } else { (wide, high) };
        if length < SHORTEST || thick > THICKEST || self.rules.len() >= MOST_RULES {
            return;
        }
        let middle = a.midpoint(b);
        let rule = if upright {
            Rule { upright, at: middle.x, from: a.y.min(b.y), to: a.y.max(b.y) }
        } else {
            Rule { upright, at: middle.y, from: a.x.min(b.x), to: a.x.max(b.x) }
        };
        self.rules.push(rule);
    }

    /// The lines of a path that is drawn with a pen.
    fn stroked(&mut self, path: &BezPath) {
        let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(point) => (start, last) = (point, point),
                PathEl::LineTo(point) => {
                    self.rule(last, point);
                    last = point;
                }
                PathEl::QuadTo(_, point) | PathEl::CurveTo(_, _, point) => last = point,
                PathEl::ClosePath => {
                    self.rule(last, start);
                    last = start;
                }
            }
        }
    }
}

/// Whether a glyph is a digit whose foot is high above the line.
fn is_raised(glyph: &Drawn<'_>, text: &str) -> bool {
    let digit = text.len() == 1 && text.bytes().all(|b| b.is_ascii_digit());
    match glyph {
        Drawn::Outline(outline) if digit => outline.outline().bounding_box().y0 > RAISED,
        _ => false,
    }
}

/// Quarters of a turn of text that goes along `along` with its letters' heads at `up`; y grows
/// downwards. A slant counts as the nearest of them.
fn turns(along: kurbo::Vec2, up: kurbo::Vec2) -> u8 {
    let along = if along.hypot() > 0.0 { along } else { kurbo::Vec2::new(-up.y, up.x) };
    match () {
        () if along.x.abs() >= along.y.abs() => {
            if along.x >= 0.0 {
                0
            } else {
                2
            }
        }
        () => {
            if along.y < 0.0 {
                1
            } else {
                3
            }
        }
    }
}

/// The point in a page turned so that text with these turns goes to the right.
fn turned(point: Point, turns: u8) -> Point {
    match turns {
        1 => Point::new(-point.y, point.x),
        2 => Point::new(-point.x, -point.y),
        3 => Point::new(point.y, -point.x),
        _ => point,
    }
}

/// Without glyphs that are drawn again at the same place to look bold.
fn once(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut seen: BTreeMap<(i64, u8), Vec<usize>> = BTreeMap::new();
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let near = glyph.size * 0.08;
        #[expect(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
        let row = (glyph.y / 20.0) as i64;
        let places = seen.entry((row, glyph.turns)).or_default();
        // Only the last few hundred can be of the same line.
        let again = places.iter().rev().take(400).filter_map(|at| kept.get(*at)).any(|other| {
            (other.x.0 - glyph.x.0).abs() < near
                && (other.y - glyph.y).abs() < near
                && other.text == glyph.text
        });
        if !again {
            places.push(kept.len());
            kept.push(glyph);
        }
    }
    kept
}

/// Glyphs without a letter: alone before a word they are bullets, else lost. Returns the number
/// of these.
fn name_unknown(glyphs: &mut [Glyph]) -> usize {
    let apart = |a: Option<&Glyph>, b: Option<&Glyph>| match (a, b) {
        (Some(a), Some(b)) => {
            (a.y - b.y).abs() > a.size * 0.5
                || b.x.0 - a.x.1 > a.size * 0.2
                || is_space(a)
                || is_space(b)
        }
        _ => true,
    };
    let mut lost = 0;
    for at in 0..glyphs.len() {
        let before = at.checked_sub(1).and_then(|before| glyphs.get(before));
        let alone = apart(before, glyphs.get(at)) && apart(glyphs.get(at), glyphs.get(at + 1));
        if let Some(glyph) =
            glyphs.get_mut(at).filter(|glyph| glyph.text.is_empty() || glyph.text == "\u{fffd}")
        {
            let sign = if alone { '\u{f0b7}' } else { char::REPLACEMENT_CHARACTER };
            glyph.text = sign.to_string();
            lost += usize::from(!alone);
        }
    }
    lost
}

fn is_space(glyph: &Glyph) -> bool {
    glyph.text.trim().is_empty() && !glyph.text.is_empty()
}

impl<'a> Device<'a> for Collector {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_path(&mut self, path: &BezPath, place: Affine, _: &Paint<'a>, mode: &PathDrawMode) {
        if path.elements().len() > MOST_RULES {
            return;
        }
        let path = place * path;
        match mode {
            PathDrawMode::Stroke(_) => self.stroked(&path),
            PathDrawMode::Fill(_) => {
                let area = path.bounding_box();
                let (from, to) = if area.width() > area.height() {
                    ((area.x0, area.center().y), (area.x1, area.center().y))
                } else {
                    ((area.center().x, area.y0), (area.center().x, area.y1))
                };
                if area.width().min(area.height()) <= THICKEST {
                    self.rule(from.into(), to.into());
                }
            }
        }
    }

    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        place: Affine,
        within: Affine,
        _: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        if self.is_full() {
            return;
        }
        match mode {
            GlyphDrawMode::Invisible => self.invisible += 1,
            _ => self.glyph(glyph, place * within),
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        // A file that never ends what it begins must not fill the memory.
        if self.marked.len() < MOST_RULES {
            self.marked.push(tag == b"Artifact");
        }
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}
