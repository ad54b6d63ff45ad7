//! All words of a page in the order of drawing, and the letters that its fonts name wrongly.

use super::super::super::document::{Origin, Repair, Script};
use super::super::characters::{clean, excerpt};
use super::collect::Glyph;
use super::lines::{LEVEL, Line, SMALL, TAB};
use crate::source::encoding;

/// The words of a page, by a pass that knows nothing of its order.
pub(super) fn words(glyphs: &[Glyph]) -> String {
    let mut out = String::new();
    for run in runs(glyphs) {
        let glyphs = run.iter().map(|glyph| ((*glyph).clone(), Script::None)).collect();
        let size = run.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
        let line = Line { glyphs, size, ..Line::default() };
        out.push_str(&line.text());
        out.push('\n');
    }
    clean(&out.replace("\u{ad}\n", "\u{ad}"), Origin::default(), &mut Vec::new())
}

/// Glyphs that were drawn one after the other, each near the one before.
fn runs(glyphs: &[Glyph]) -> Vec<Vec<&Glyph>> {
    let mut runs: Vec<Vec<&Glyph>> = Vec::new();
    for glyph in glyphs {
        let near = |run: &&mut Vec<&Glyph>| run.last().is_some_and(|last| follows(last, glyph));
        match runs.last_mut().filter(near) {
            Some(run) => run.push(glyph),
            None => runs.push(vec![glyph]),
        }
    }
    runs
}

/// Whether `glyph` stands beside `last`, raised or lowered at most.
fn follows(last: &Glyph, glyph: &Glyph) -> bool {
    let (small, size) = (last.size.min(glyph.size), last.size.max(glyph.size));
    let gap = glyph.x.0 - last.x.1;
    let reach = if small <= size * SMALL { size * 0.75 } else { small * LEVEL };
    last.turns == glyph.turns
        && (last.y - glyph.y).abs() <= reach
        && gap > -size
        && gap < size * TAB
}

/// Reads letters again that a font names in the wrong encoding («Ðåãëàìåíò»): old programs gave
/// their Russian fonts the names of Western letters. `false` if the letters are wrong and cannot
/// be put right one by one.
pub(super) fn mend(glyphs: &mut [Glyph], page: u32, repairs: &mut Vec<Repair>) -> bool {
    let mut text = String::new();
    for run in runs(glyphs) {
        text.extend(run.iter().map(|glyph| glyph.text.replace('\n', " ")));
        text.push('\n');
    }
    let (mended, changes) = encoding::mend(text.clone());
    if changes.is_empty() {
        return true;
    }
    if mended.chars().count() != text.chars().count() {
        return false;
    }
    let mut letters = mended.chars().filter(|c| *c != '\n');
    for glyph in glyphs.iter_mut() {
        let count = glyph.text.chars().count();
        glyph.text = letters.by_ref().take(count).collect();
    }
    repairs.extend(changes.into_iter().map(|change| Repair {
        kind: change.kind,
        origin: Origin { page, line: change.line },
        before: excerpt(&change.before),
        after: excerpt(&change.after),
    }));
    true
}
