//! Findings for a person at a terminal: the line shown, the place marked, the remedy below.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Place, Severity, severity_key};
use crate::language::Catalogue;
use crate::language::lines::wrap;

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
    let message = wrap(&message, width.saturating_sub(before));
    let place = &diagnostic.place;
    let title = level.with_name(word).primary_title(message).id(diagnostic.id);
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
    if let Some(help) = diagnostic.help(catalogue) {
        let name = catalogue.text("severity-help");
        // The renderer puts the number of the line, ` = `, the name and `: ` before the text.
        let digits = if place.cell.is_some() { 1 } else { place.line.to_string().len() };
        let before = digits + name.chars().count() + 5;
        let help = wrap(&help, width.saturating_sub(before));
        group = group.element(Level::HELP.with_name(name).message(help));
    }
    renderer.render(&[group])
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
