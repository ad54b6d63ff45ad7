//! Paragraphs put together of what stands in them.

use crate::import::document::{Block, Extract, Origin, Paragraph, Repair, Span};

use super::characters;

/// A piece of a paragraph.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Span(Span),
    /// A page begins here.
    Page,
    /// A text box is anchored here.
    Box(Vec<Block>),
}

/// Adds a page break, unless one is there.
pub(super) fn page_break(out: &mut Vec<Block>) {
    if out.last() != Some(&Block::PageBreak) {
        out.push(Block::PageBreak);
    }
}

/// Puts pieces behind what `first` has already; all but the last part go to `out`. What follows a
/// page break is like `plain`. An empty paragraph without label is none. Boxes stand before the
/// paragraph if no text is before their anchor, else behind it.
pub(super) fn assemble(
    first: Paragraph,
    plain: &Paragraph,
    pieces: Vec<Piece>,
    out: &mut Vec<Block>,
) -> Option<Paragraph> {
    let mut now = first;
    let mut behind = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Span(span) => match now.spans.last_mut() {
                Some(last) if alike(last, &span) => last.text += &span.text,
                _ => now.spans.push(span),
            },
            Piece::Box(blocks) if is_blank(&now) => out.extend(blocks),
            Piece::Box(blocks) => behind.extend(blocks),
            Piece::Page => {
                if !is_blank(&now) {
                    let rest = Paragraph { label: None, heading: None, ..plain.clone() };
                    out.push(Block::Paragraph(std::mem::replace(&mut now, rest)));
                    out.append(&mut behind);
                }
                page_break(out);
            }
        }
    }
    let last = (!is_blank(&now) || now.label.is_some()).then_some(now);
    if behind.is_empty() {
        return last;
    }
    out.extend(last.map(Block::Paragraph));
    out.append(&mut behind);
    None
}

/// Whether the spans differ in their text alone.
fn alike(a: &Span, b: &Span) -> bool {
    a.note.is_none()
        && b.note.is_none()
        && (a.bold, a.italic, a.struck) == (b.bold, b.italic, b.struck)
        && (a.script, &a.link) == (b.script, &b.link)
}

fn is_blank(paragraph: &Paragraph) -> bool {
    paragraph.spans.iter().all(|span| span.note.is_none() && span.text.trim().is_empty())
}

/// The paragraphs of blocks, cell by cell.
pub(super) fn flatten(blocks: Vec<Block>, out: &mut Vec<Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => out.push(paragraph),
            Block::Table(table) => {
                table.rows.into_iter().flatten().for_each(|cell| flatten(cell.blocks, out));
            }
            Block::PageBreak => {}
        }
    }
}

/// The text of blocks, a line a paragraph.
pub(super) fn text(blocks: &[Block]) -> String {
    let mut paragraphs = Vec::new();
    flatten(blocks.to_vec(), &mut paragraphs);
    paragraphs.iter().map(|paragraph| paragraph.text() + "\n").collect()
}

/// The document without characters that it cannot mean, in its text and in its inventory.
pub(super) fn clean(mut extract: Extract) -> Extract {
    let mut repairs = Vec::new();
    clean_blocks(&mut extract.blocks, &mut repairs);
    let notes = extract.notes.iter_mut().flat_map(|note| &mut note.body);
    notes.for_each(|paragraph| clean_spans(paragraph, &mut repairs));
    let omitted = extract.omitted.iter_mut().map(|omission| &mut omission.text);
    for text in omitted.chain(&mut extract.inventory) {
        *text = characters::clean(text, Origin::default(), &mut Vec::new());
    }
    extract.repairs.append(&mut repairs);
    extract
}

fn clean_blocks(blocks: &mut [Block], repairs: &mut Vec<Repair>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => clean_spans(paragraph, repairs),
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flatten();
                cells.for_each(|cell| clean_blocks(&mut cell.blocks, repairs));
            }
            Block::PageBreak => {}
        }
    }
}

fn clean_spans(paragraph: &mut Paragraph, repairs: &mut Vec<Repair>) {
    for span in &mut paragraph.spans {
        span.text = characters::clean(&span.text, paragraph.origin, repairs);
    }
}

/// Longest mark of a note, in characters.
const LONGEST_MARK: usize = 6;

/// What an author typed as the mark of a note: the mark, and what stands behind it and is text.
pub(super) fn note_mark(typed: &str) -> (&str, &str) {
    let begun = typed.trim_start();
    let (mark, rest) = begun.split_at(begun.find(char::is_whitespace).unwrap_or(begun.len()));
    match mark.chars().count() {
        ..=LONGEST_MARK if rest.trim().is_empty() => (mark, ""),
        ..=LONGEST_MARK => (mark, rest),
        _ => ("", typed),
    }
}

#[cfg(test)]
mod tests {
    use super::note_mark;

    #[test]
    fn what_stands_behind_a_mark_is_text() {
        assert_eq!(note_mark("*"), ("*", ""));
        assert_eq!(note_mark("5\tрабочих дней."), ("5", "\tрабочих дней."));
        assert_eq!(note_mark(" 12) "), ("12)", ""));
        assert_eq!(note_mark("необязательна для всех"), ("", "необязательна для всех"));
    }
}
