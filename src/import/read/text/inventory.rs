//! All words of a text, by a pass that knows nothing of blocks: Markdown is left to the library
//! that reads editions, line by line.

use pulldown_cmark::{Event, Parser};

use super::notes::{Notes, definition};
use super::{Line, inline, shape, table};

/// Keeps the begin of a line from being taken for a number of a list, a heading or code.
const GUARD: char = '\u{2060}';

/// The words of all lines; notes of Markdown come last.
pub(super) fn plain(lines: &[Line], notes: &Notes, markdown: bool) -> String {
    let mut out = String::new();
    for line in lines {
        out.push_str(&line_words(&line.text, markdown));
        out.push('\n');
    }
    for line in notes.lines() {
        let words = definition(&line.text).map_or(line.text.as_str(), |(_, words)| words);
        out.push_str(&line_words(words, markdown));
        out.push('\n');
    }
    out
}

fn line_words(text: &str, markdown: bool) -> String {
    let text = text.trim();
    if table::is_border(text) || (markdown && shape::is_rule(text)) {
        return String::new();
    }
    let row = table::is_row(text);
    let text = without_walls(&without_marks(text), row);
    if markdown { of_markdown(&text) } else { text }
}

/// Without marks of notes that converters write, tags and entities.
fn without_marks(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some((at, note)) =
        text.find("[footnoteRef:").and_then(|at| Some((at, inline::spliced(text.get(at..)?)?)))
    {
        let (_, words, length) = note;
        let words = format!(" {words} ");
        text.replace_range(at..at + length, &words);
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
        match entity {
            Some((c, rest)) => {
                out.push(c);
                out.push_str(rest);
            }
            None => {
                out.push('&');
                out.push_str(piece);
            }
        }
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

/// The words of a line of Markdown.
fn of_markdown(text: &str) -> String {
    let text = shape::heading(text).map_or(text, |(_, words)| words).trim_start_matches("> ");
    let line = format!("{GUARD}{}", text.replace("\\\\", "\\"));
    let mut words = String::new();
    for event in Parser::new(&line) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                words.push_str(&text)
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words.replace(GUARD, "")
}
