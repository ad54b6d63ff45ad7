//! Which paragraphs are headings of sections and appendices, and of what level.

use super::{Para, Piece, is_set_apart};
use crate::import::document::Align;
use crate::import::lines::{Doubt, Line};
use crate::import::mark::{Shape, begins_small, is_closed};

/// Longest heading, in characters.
const LONGEST: usize = 450;
/// Longest heading that has no number and is no heading by its style, in characters.
const LONGEST_BARE: usize = 200;
/// Most lines of the head of an appendix.
const APPENDIX_LINES: usize = 6;

/// A heading.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) level: u8,
    pub(super) doubt: Option<Doubt>,
}

/// What kind of heading a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Is {
    Appendix,
    /// «Раздел I», `IV.`.
    Roman,
    /// `3.`
    Single,
    /// `3.1.` set as a heading: number of its parts.
    Parts(u8),
    /// Without a number; the level of its style, if it has one.
    Bare(Option<u8>),
    /// Without a number, by its capitals alone.
    Capitals,
}

/// For every piece whether it is a heading.
pub(super) fn heads(pieces: &[Piece]) -> Vec<Option<Head>> {
    let mut kinds: Vec<Option<Is>> =
        pieces.iter().map(|piece| piece.para().and_then(kind)).collect();
    singles(pieces, &mut kinds);
    let styles = kinds.iter().filter_map(|kind| match kind {
        Some(Is::Bare(style)) => *style,
        _ => None,
    });
    let lowest = styles.min().unwrap_or(1);
    let above = u8::from(kinds.contains(&Some(Is::Roman)));
    let mut within = 0;
    let mut heads = Vec::with_capacity(kinds.len());
    for kind in kinds {
        let level = match kind {
            None => {
                heads.push(None);
                continue;
            }
            Some(Is::Appendix) => {
                within = 1;
                2
            }
            Some(Is::Roman | Is::Capitals) => 2 + within,
            Some(Is::Single) => 2 + above + within,
            Some(Is::Parts(parts)) => 1 + parts + above + within,
            Some(Is::Bare(style)) => 2 + style.map_or(0, |style| style - lowest) + within,
        };
        let guessed = kind == Some(Is::Capitals);
        let doubt = guessed.then(|| Doubt::new("import-heading"));
        heads.push(Some(Head { level: level.min(6), doubt }));
    }
    heads
}

/// The heading that a paragraph is by itself, whatever stands around it.
fn kind(para: &Para) -> Option<Is> {
    let Para { line, plain, mark } = para;
    let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
    let length = plain.chars().count();
    if is_appendix(para) {
        return Some(Is::Appendix);
    }
    if letters < 3 || length > LONGEST || plain.ends_with([';', ',']) || plain.contains("__") {
        return None;
    }
    let styled = line.heading.is_some();
    let apart = styled || is_set_apart(line);
    let closed = is_closed(plain);
    match mark.map(|mark| mark.shape) {
        Some(Shape::Roman) if !plain.ends_with(':') && (apart || !is_sentence_of(line, plain)) => {
            Some(Is::Roman)
        }
        Some(Shape::Dot) if apart => Some(Is::Single),
        Some(Shape::Clause) if apart && !closed => {
            let number = plain.split_whitespace().next().unwrap_or_default();
            let parts = number.split('.').filter(|part| !part.is_empty()).count();
            Some(Is::Parts(u8::try_from(parts).unwrap_or(5).min(5)))
        }
        None if styled && (length <= LONGEST_BARE || !closed) => Some(Is::Bare(line.heading)),
        None if apart && length <= LONGEST_BARE && !closed => Some(Is::Bare(None)),
        None if is_capitals(plain) && !closed => Some(Is::Capitals),
        _ => None,
    }
}

/// «ОБЩИЕ ПОЛОЖЕНИЯ».
fn is_capitals(plain: &str) -> bool {
    let letters = plain.chars().filter(|c| c.is_alphabetic()).count();
    let big = !plain.chars().any(char::is_lowercase);
    big && letters >= 8 && plain.chars().count() <= 120
}

/// Paragraphs `1.`, `2.` are headings if they are set as such, if clauses `1.1.` follow them, or
/// if others of their row are headings and a text stands below each.
fn singles(pieces: &[Piece], kinds: &mut [Option<Is>]) {
    let mut last: Option<u32> = None;
    // The number of the last one that is no heading: the next in its row is none either.
    let mut item: Option<u32> = None;
    for index in 0..pieces.len() {
        if kinds.get(index) == Some(&Some(Is::Appendix)) {
            (last, item) = (None, None);
        }
        let Some(para) = pieces.get(index).and_then(Piece::para) else { continue };
        let Some(number) = single(para) else { continue };
        let follows = pieces.get(index + 1).and_then(Piece::para);
        // Bold or centred, but with nothing below it, it is no heading.
        let below = para.line.heading.is_some() || index + 1 < pieces.len();
        let known = below && kinds.get(index) == Some(&Some(Is::Single));
        let alone = follows.is_some_and(|next| single(next).is_none());
        let short = para.plain.chars().count() <= LONGEST;
        let sentence = is_sentence_of(&para.line, &para.plain);
        let listed = item.is_some_and(|item| item + 1 == number);
        let ends = para.plain.ends_with([';', ':', ',']);
        let bare = short && !ends && alone && !sentence && !listed;
        let open = bare && !is_closed(&para.plain);
        let in_row = bare && last.is_some_and(|last| last + 1 == number);
        if known || open || in_row || bare && has_clauses(pieces, index, number) {
            (last, item) = (Some(number), None);
            if let Some(kind) = kinds.get_mut(index) {
                *kind = Some(Is::Single);
            }
        } else {
            item = Some(number);
            if let Some(kind) = kinds.get_mut(index) {
                *kind = None;
            }
        }
    }
}

/// Whether a paragraph that the file numbers itself, and so knows how to set headings, is an
/// ordinary sentence.
fn is_sentence_of(line: &Line, plain: &str) -> bool {
    line.label.is_some() && is_closed(plain)
}

/// The number of a paragraph `3. …`.
fn single(para: &Para) -> Option<u32> {
    let mark = para.mark.filter(|mark| mark.shape == Shape::Dot)?;
    para.plain.get(..mark.end)?.trim_end_matches('.').parse().ok()
}

/// Whether clauses of the section `number` follow before the next single number.
fn has_clauses(pieces: &[Piece], index: usize, number: u32) -> bool {
    let prefix = format!("{number}.");
    let mut after = pieces.iter().skip(index + 1).filter_map(Piece::para);
    let next = after.by_ref().find(|para| {
        single(para).is_some() || para.mark.is_some_and(|mark| mark.shape == Shape::Clause)
    });
    next.is_some_and(|para| {
        para.mark.is_some_and(|mark| mark.shape == Shape::Clause) && para.plain.starts_with(&prefix)
    })
}

/// Whether a paragraph opens an appendix: «Приложение № 2 к Регламенту».
fn is_appendix(para: &Para) -> bool {
    let Para { line, plain, .. } = para;
    let mut words = plain.split_whitespace();
    let first = words.next().unwrap_or_default();
    let named = !begins_small(plain) && first.trim_end_matches('.').to_lowercase() == "приложение";
    let next = words.next().unwrap_or("№");
    let digit = next.starts_with(|c: char| c == '№' || c == 'N' || c.is_ascii_digit());
    let letter = next.trim_end_matches('.').chars().count() == 1;
    let set = line.heading.is_some() || line.align != Align::Left || is_set_apart(line);
    let short = plain.chars().count() <= LONGEST && !plain.ends_with([';', ':', ',']);
    named && short && (digit || letter || set || next == "к") && (set || !is_sentence(plain))
}

/// «Приложение № 1 содержит форму заявления.»
fn is_sentence(plain: &str) -> bool {
    is_closed(plain) && plain.split_whitespace().count() > 4
}

/// The head of an appendix stands on several lines at the right: they become one.
pub(super) fn join_appendices(pieces: &mut Vec<Piece>) {
    let mut index = 0;
    while index < pieces.len() {
        let Some(Piece::Para(para)) = pieces.get(index) else {
            index += 1;
            continue;
        };
        if is_appendix(para) {
            for _ in 1..APPENDIX_LINES {
                if !join_next(pieces, index) {
                    break;
                }
            }
        }
        index += 1;
    }
}

/// Adds the next line to the head of an appendix, if it belongs there.
fn join_next(pieces: &mut Vec<Piece>, index: usize) -> bool {
    let (Some(Piece::Para(head)), Some(Piece::Para(next))) =
        (pieces.get(index), pieces.get(index + 1))
    else {
        return false;
    };
    let right = head.line.align == Align::Right && next.line.align == Align::Right;
    let goes_on = begins_small(&next.plain) && next.mark.is_none();
    // «Приложение № 1» alone has its title below it.
    let bare = head.plain.split_whitespace().count() <= 3;
    let titled = bare && next.mark.is_none() && kind(next).is_some();
    if is_appendix(next) || !right && !goes_on && !titled {
        return false;
    }
    let Piece::Para(next) = pieces.remove(index + 1) else { return false };
    if let Some(Piece::Para(head)) = pieces.get_mut(index) {
        head.line.text.space();
        head.line.text.push(next.line.text);
        head.line.doubts.extend(next.line.doubts);
        head.plain = head.line.text.plain();
    }
    true
}
