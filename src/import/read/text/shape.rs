//! What kind of text a file is, and how its lines stand.

use super::super::super::document::{Align, Flow, Paragraph};
use super::Line;

/// Longest line, in characters, that a page has; longer ones are paragraphs.
const PAGE_WIDTH: usize = 150;
/// Width of a page, in characters, where lines are paragraphs and do not show it.
const USUAL_WIDTH: usize = 80;
/// Blanks before a line from which it may be centred or at the right.
const SET_OFF: usize = 12;
/// Width of a blank before a line, in points.
const BLANK: i32 = 6;
/// Blanks that a tab stands for.
const TAB: usize = 6;

/// How the lines of a file are to be taken.
#[derive(Debug)]
pub(super) struct Shape {
    /// Whether marks of Markdown mean something.
    pub(super) markdown: bool,
    /// Whether the file's name says so.
    pub(super) named: bool,
    /// Whether lines are paragraphs.
    pub(super) flow: Flow,
    /// Width of the page, in characters: nearly all lines are shorter.
    width: usize,
}

impl Shape {
    pub(super) fn of(lines: &[Line], named: bool) -> Self {
        let markdown = named || is_marked(lines);
        let mut lengths: Vec<usize> =
            lines.iter().filter(|line| !line.is_empty()).map(length).collect();
        lengths.sort_unstable();
        let width = lengths.get(lengths.len() * 19 / 20).copied().unwrap_or(0);
        let wrapped = is_wrapped(lines, width) || (markdown && goes_on(lines));
        let flow = if width <= PAGE_WIDTH && wrapped { Flow::Lines } else { Flow::Paragraphs };
        Self { markdown, named, flow, width }
    }

    /// The paragraph for a line, without its words.
    pub(super) fn paragraph(&self, line: &Line) -> Paragraph {
        let blanks = blanks(&line.text);
        Paragraph {
            origin: line.origin,
            heading: self.markdown.then(|| heading(&line.text)).flatten().map(|(level, _)| level),
            align: self.align(blanks, length(line)),
            depth: self.depth(&line.text, blanks),
            indent: i32::try_from(blanks).unwrap_or(0).saturating_mul(BLANK),
            ..Paragraph::default()
        }
    }

    /// The words of a line: without blanks around and, in Markdown, marks of headings and quotes.
    pub(super) fn words<'a>(&self, text: &'a str) -> &'a str {
        let text = text.trim();
        if !self.markdown {
            return text;
        }
        let text = heading(text).map_or(text, |(_, words)| words);
        if is_rule(text) { "" } else { text.trim_start_matches("> ").trim() }
    }

    /// How a line of this length, with its blanks, stands on the page.
    fn align(&self, blanks: usize, length: usize) -> Align {
        let width = if self.flow == Flow::Lines { self.width } else { USUAL_WIDTH };
        let middle = usize::midpoint(blanks, length);
        match () {
            () if blanks < SET_OFF => Align::Left,
            () if middle.abs_diff(width / 2) <= 3 => Align::Center,
            () if blanks * 5 >= width * 2 => Align::Right,
            () => Align::Left,
        }
    }

    /// Depth of a list's item in Markdown: two blanks a level.
    fn depth(&self, text: &str, blanks: usize) -> u8 {
        let text = text.trim_start();
        let item =
            ["- ", "* ", "+ "].iter().any(|mark| text.starts_with(mark)) || is_numbered(text);
        if self.markdown && item { u8::try_from(1 + blanks / 2).unwrap_or(u8::MAX) } else { 0 }
    }
}

/// Length of a line in characters, with the blanks before it.
fn length(line: &Line) -> usize {
    line.text.chars().count()
}

/// Number of blanks before a line; a tab is as wide as some of them.
fn blanks(text: &str) -> usize {
    let wide = |c: char| if c == '\t' { TAB } else { 1 };
    text.chars().take_while(|c| c.is_whitespace()).map(wide).sum()
}

/// Whether sentences go over ends of lines: lines end without a stop, and the next words are small.
fn is_wrapped(lines: &[Line], width: usize) -> bool {
    let full: Vec<&str> =
        lines.iter().map(|line| line.text.trim()).filter(|t| !t.is_empty()).collect();
    let goes_on = |pair: &&[&str]| {
        let [before, after] = pair else { return false };
        let open = before.ends_with(|c: char| c.is_alphanumeric() || ",-–»)\u{ad}".contains(c));
        open && after.starts_with(char::is_lowercase) && before.chars().count() * 2 >= width
    };
    let wrapped = full.windows(2).filter(goes_on).count();
    wrapped > 0 && wrapped * 12 >= full.len()
}

/// Whether a line of Markdown goes on with the paragraph of the line before.
fn goes_on(lines: &[Line]) -> bool {
    let more = |pair: &[Line]| {
        let [before, after] = pair else { return false };
        !before.is_empty()
            && !after.is_empty()
            && heading(&before.text).is_none()
            && !begins_block(&after.text)
    };
    lines.windows(2).any(more)
}

/// Whether the lines have marks that only Markdown has.
fn is_marked(lines: &[Line]) -> bool {
    let mut marks = 0;
    for line in lines {
        let text = line.text.as_str();
        let sure = heading(text).is_some() || text.contains("](") || text.contains("\\_");
        let bold = text.matches("**").count() >= 2 || text.trim_start().starts_with("[^");
        marks += if sure { 2 } else { usize::from(bold) };
    }
    marks >= 2
}

/// Level and words of a heading of Markdown: `## 1. Общие положения ##`.
pub(super) fn heading(text: &str) -> Option<(u8, &str)> {
    let text = text.trim_start();
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    let is_heading =
        (1..=6).contains(&level) && (words.is_empty() || words.starts_with([' ', '\t']));
    let level = u8::try_from(level).ok().filter(|_| is_heading)?;
    Some((level, words.trim().trim_end_matches('#').trim_end()))
}

/// Whether a line is a rule of Markdown: `---`, `* * *`.
pub(super) fn is_rule(text: &str) -> bool {
    let marks: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let same = |mark: char| marks.chars().all(|c| c == mark);
    marks.len() >= 3 && ['-', '*', '_', '='].into_iter().any(same)
}

/// Whether a line begins with a number as items have it: `1)`, `2.3.`.
fn is_numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    rest.len() < text.len()
        && text.starts_with(|c: char| c.is_ascii_digit())
        && rest.starts_with(' ')
}

/// Whether a line of Markdown begins something of its own: marks of the lines before end there.
pub(super) fn begins_block(text: &str) -> bool {
    let text = text.trim_start();
    let marks = ["#", "- ", "* ", "+ ", "> ", "|", "[^"];
    marks.iter().any(|mark| text.starts_with(mark)) || is_numbered(text) || is_rule(text)
}
