//! All words of a text, by a pass that knows nothing of blocks: Markdown is left to the library
//! that reads editions, line by line.

use pulldown_cmark::{Event, Parser, TagEnd};

use super::super::super::document::Flow;
use super::notes::{Notes, definition};
use super::shape::Shape;
use super::{Line, inline, shape, table};

/// Longest line, in bytes, in which spelt notes are looked for.
const LONGEST: usize = 1 << 16;
/// Keeps the begin of a line from being taken for a number of a list, a heading or code.
const GUARD: char = '\u{2060}';

/// The words of all lines; notes of Markdown come last.
pub(super) fn plain(lines: &[Line], notes: &Notes, shape: &Shape) -> String {
    let mut out = String::new();
    let mut group = String::new();
    for line in lines {
        let text = notes
            .names()
            .fold(line.text.clone(), |text, name| text.replace(&format!("[^{name}]"), ""));
        let goes_on = shape.flow == Flow::Lines && !shape::begins_block(&text);
        if !goes_on || text.is_empty() {
            finish(&mut group, shape.markdown, &mut out);
        }
        group.push(GUARD);
        group.push_str(&line_words(&text, shape.markdown));
        group.push('\n');
    }
    for line in notes.lines() {
        finish(&mut group, shape.markdown, &mut out);
        let words = definition(&line.text).map_or(line.text.as_str(), |(_, words)| words);
        group = format!("{GUARD}{}\n", line_words(words, shape.markdown));
    }
    finish(&mut group, shape.markdown, &mut out);
    out
}

/// Takes the words of a group of lines, over which marks of Markdown can go.
fn finish(group: &mut String, markdown: bool, out: &mut String) {
    let words = if markdown { of_markdown(group) } else { group.clone() };
    out.push_str(&words.replace(GUARD, ""));
    out.push('\n');
    group.clear();
}

fn line_words(text: &str, markdown: bool) -> String {
    let text = text.trim();
    if table::is_border(text) || (markdown && shape::is_rule(text)) {
        return String::new();
    }
    let row = table::is_row(text);
    let text = if markdown { shape::heading(text).map_or(text, |(_, words)| words) } else { text };
    without_walls(&without_marks(text.trim_start_matches("> ")), row)
}

/// Without marks of notes that converters write, tags and entities.
fn without_marks(text: &str) -> String {
    let mut text = text.to_owned();
    while text.len() < LONGEST
        && let Some((at, note)) =
            text.find("[footnoteRef:").and_then(|at| Some((at, inline::spliced(text.get(at..)?)?)))
    {
        let (_, words, length) = note;
        let words = format!(" {words} ");
        text.replace_range(at..at + length, &words);
    }
    if !text.contains('<') {
        return with_characters(&text);
    }
    for name in ["sup", "sub", "b", "strong", "i", "em", "u"] {
        for tag in [format!("<{name}>"), format!("</{name}>")] {
            text = text.replace(&tag, "").replace(&tag.to_ascii_uppercase(), "");
        }
    }
    for tag in ["<br>", "<br/>", "<br />", "<BR>"] {
        text = text.replace(tag, " ");
    }
    with_characters(&text)
}

fn with_characters(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let entity =
            piece.split_once(';').and_then(|(name, rest)| Some((inline::character(name)?, rest)));
        let (c, rest) = entity.unwrap_or(('&', piece));
        out.push(c);
        out.push_str(rest);
    }
    out
}

fn without_walls(text: &str, row: bool) -> String {
    if row {
        text.replace("\\|", "\u{1}").replace(['|', '│', '║'], " ").replace('\u{1}', "|")
    } else {
        text.to_owned()
    }
}

/// The words of lines of Markdown.
fn of_markdown(lines: &str) -> String {
    let lines = lines.replace("\\\\", "\\");
    let mut words = String::new();
    for event in Parser::new(&lines) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                words.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => words.push('\n'),
            _ => {}
        }
    }
    words
}
