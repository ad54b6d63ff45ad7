//! What was found, as the overlay in the page shows it.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::language::Catalogue;
use crate::model::passages::hex;

/// Findings that the overlay shows; the terminal has them all.
const MOST: usize = 50;

/// The overlay.
#[derive(Serialize)]
struct Overlay<'a> {
    /// Tells one state from another: what was closed stays closed until it changes.
    key: String,
    /// Whether the site is not as the files are.
    broken: bool,
    /// What stands on the button that opens it; empty if there is nothing to show.
    badge: String,
    title: &'a str,
    lead: &'a str,
    close: &'a str,
    /// How many are left out; empty if none.
    more: String,
    list: Vec<Line<'a>>,
}

/// A finding.
#[derive(Serialize)]
struct Line<'a> {
    severity: &'a str,
    word: &'a str,
    id: &'a str,
    message: String,
    /// «content/site.yaml:3:1».
    place: String,
    /// The line itself, its marked part apart: before, marked, after; empty where the whole file
    /// is meant.
    source: [String; 3],
    help: String,
}

/// The overlay as JSON: errors first, then warnings; notes are left to the terminal.
pub(super) fn to_json(found: &Diagnostics, catalogue: &Catalogue) -> String {
    let all = |severity| found.iter().filter(move |one| one.severity == severity);
    let shown: Vec<_> = all(Severity::Error).chain(all(Severity::Warning)).collect();
    let broken = found.has_errors();
    let (title, lead) = if broken {
        ("serve-overlay-broken", "serve-overlay-kept")
    } else {
        ("serve-overlay-warnings", "serve-overlay-warnings-lead")
    };
    let lines: Vec<Line<'_>> = shown.iter().take(MOST).map(|one| line(one, catalogue)).collect();
    let rest = shown.len().saturating_sub(MOST);
    let more = catalogue.format("serve-overlay-more", &[("count", rest.into())]);
    let mut overlay = Overlay {
        key: String::new(),
        broken,
        badge: badge(found, catalogue),
        title: catalogue.text(title),
        lead: catalogue.text(lead),
        close: catalogue.text("serve-overlay-close"),
        more: if rest > 0 { more } else { String::new() },
        list: lines,
    };
    // Strings and numbers only: this does not fail.
    let json = |overlay: &Overlay<'_>| serde_json::to_string(overlay).unwrap_or_default();
    overlay.key = hex(&Sha256::digest(json(&overlay))).chars().take(16).collect();
    json(&overlay)
}

/// «1 ошибка, 3 предупреждения».
fn badge(found: &Diagnostics, catalogue: &Catalogue) -> String {
    let counts = [("count-errors", Severity::Error), ("count-warnings", Severity::Warning)];
    let counts = counts.map(|(key, severity)| (key, found.count(severity)));
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    let texts = some.map(|(key, count)| catalogue.format(key, &[("count", count.into())]));
    texts.collect::<Vec<_>>().join(", ")
}

fn line<'a>(finding: &'a Diagnostic, catalogue: &'a Catalogue) -> Line<'a> {
    let place = &finding.place;
    let severity = finding.severity.id();
    let mut characters = place.text.chars();
    let mut take = |count: u32| characters.by_ref().take(count as usize).collect::<String>();
    let parts = [take(place.column.saturating_sub(1)), take(place.length), take(u32::MAX)];
    let word = match finding.severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    Line {
        severity,
        word: catalogue.text(word),
        id: finding.id,
        message: finding.message(catalogue),
        place: match place.line {
            0 => place.path.to_string(),
            line => format!("{}:{line}:{}", place.path, place.column),
        },
        source: parts,
        help: finding.help(catalogue).unwrap_or_default(),
    }
}
