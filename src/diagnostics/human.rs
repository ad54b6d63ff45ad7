//! Findings for a person at a terminal: the line shown, the place marked, the remedy below.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Place, Severity, severity_key};
use crate::language::Catalogue;
use crate::language::lines::split;

/// Most columns of running text, however wide the terminal.
const WIDEST: usize = 100;

/// Columns before the further lines of a text.
const INDENT: usize = 4;

/// All findings, each followed by an empty line. `width` is that of the terminal in columns;
/// `styled` adds colours, which never carry meaning alone.
#[must_use]
pub fn render(found: &Diagnostics, catalogue: &Catalogue, styled: bool, width: usize) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(width.max(40));
    let one = |d| format!("{}\n\n", finding(d, catalogue, &renderer, width));
    found.iter().map(one).collect()
}

fn finding(
    diagnostic: &Diagnostic,
    catalogue: &Catalogue,
    renderer: &Renderer,
    width: usize,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = diagnostic.message(catalogue);
    let word = catalogue.text(severity_key(diagnostic.severity));
    // The renderer puts the severity, the id in brackets and `: ` before the text.
    let before = word.chars().count() + diagnostic.id.len() + 4;
    let message = Lines::new(&message, before, width);
    let place = &diagnostic.place;
    let title = level.with_name(word).primary_title(message.first.as_str()).id(diagnostic.id);
    let snippet = Snippet::source(place.text.as_str())
        .line_start(place.line.max(1) as usize)
        .annotation(AnnotationKind::Primary.span(byte_span(place)));
    let mut group = match &place.cell {
        Some(cell) => {
            let origin = format!("{}: {}", place.path, cell.label(catalogue));
            let text = Level::INFO.with_name(catalogue.text("place-text"));
            let group = title.element(Origin::path(origin));
            if place.text.is_empty() {
                group
            } else {
                group.element(text.message(place.text.as_str()))
            }
        }
        None if place.line > 0 => title.element(snippet.path(place.path.as_ref())),
        None => title.element(Origin::path(place.path.as_ref())),
    };
    let mut rest = String::new();
    if let Some(help) = diagnostic.help(catalogue) {
        let name = catalogue.text("severity-help");
        // The renderer puts the number of the line, ` = `, the name and `: ` before the text.
        let digits = if place.cell.is_some() { 1 } else { place.line.to_string().len() };
        let before = digits + name.chars().count() + 5;
        let help = Lines::new(&help, before, width);
        group = group.element(Level::HELP.with_name(name).message(help.first));
        rest = help.rest;
    }
    let rendered = renderer.render(&[group]);
    let (head, body) = rendered.split_once('\n').unwrap_or((&rendered, ""));
    format!("{}{}\n{body}{rest}", head.trim_end(), message.rest)
}

/// A text in lines: the first, which stands behind a name, and the others, indented a little, each
/// with a line break before it. The renderer would put them below the first, where a narrow
/// terminal has no room.
struct Lines {
    first: String,
    rest: String,
}

impl Lines {
    fn new(text: &str, before: usize, width: usize) -> Self {
        let width = width.min(WIDEST);
        let rest_width = width.saturating_sub(INDENT).max(INDENT);
        let mut lines = Vec::new();
        for line in text.split('\n') {
            let first = if lines.is_empty() { width.saturating_sub(before) } else { rest_width };
            lines.extend(split(line, first, rest_width));
        }
        let mut lines = lines.into_iter();
        let first = lines.next().unwrap_or_default();
        let begin = format!("\n{:INDENT$}", "");
        let rest: String = lines.flat_map(|line| [begin.clone(), line]).collect();
        Self { first, rest }
    }
}

/// The marked bytes of the place's line.
fn byte_span(place: &Place) -> std::ops::Range<usize> {
    let byte = |column: u32| {
        let mut offsets = place.text.char_indices().map(|(at, _)| at);
        offsets.nth(column as usize).unwrap_or(place.text.len())
    };
    let start = place.column.saturating_sub(1);
    byte(start)..byte(start + place.length)
}
