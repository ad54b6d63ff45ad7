//! A redline as text for a terminal: the list, then the changed passages with `[-removed-]` and
//! `{+added+}`. Colours repeat what these signs say.

use super::table::Words;
use super::{Line, key, lines, more};
use crate::language::Catalogue;
use crate::language::lines::wrap;
use crate::model::redline::{CHANGES, Entry, Presence, Redline, Run};

/// How the text is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether signs are coloured.
    pub styled: bool,
    /// Most columns.
    pub width: usize,
}

/// The text; `names` are those of the old and the new text.
#[must_use]
pub fn render(redline: &Redline, names: [&str; 2], catalogue: &Catalogue, look: Look) -> String {
    let lines = lines(redline, catalogue);
    let mut out = format!("{} → {}\n", names[0], names[1]);
    if lines.is_empty() {
        out.push_str(&format!("\n{}\n", catalogue.text("changes-none")));
    }
    for change in CHANGES {
        let own: Vec<&Line> = lines.iter().filter(|line| line.change == change).collect();
        if !own.is_empty() {
            out.push_str(&format!("\n{} ({}):\n", catalogue.text(key(change)), own.len()));
            for line in own {
                out.push_str(&listed(line, catalogue));
            }
        }
    }
    let words = Words::new(catalogue);
    for entry in &redline.entries {
        out.push_str(&passage(entry, &words, catalogue));
    }
    let out = wrap(&visible(&out), look.width);
    if look.styled { coloured(&out) } else { out }
}

/// A line of the list.
fn listed(line: &Line, catalogue: &Catalogue) -> String {
    let mut out = format!("• {}", line.place);
    if let Some(was) = &line.was {
        out.push_str(&format!(
            " ({})",
            catalogue.format("changes-was", &[("place", was.as_str().into())])
        ));
    }
    if !line.excerpt.is_empty() {
        out.push_str(": ");
        out.push_str(marked(&line.excerpt, true).trim_start());
    }
    if line.more > 0 {
        out.push_str(&format!(" {}", more(catalogue, line.more)));
    }
    out.push('\n');
    out
}

/// A passage that changed; nothing for others.
fn passage(entry: &Entry, words: &Words<'_>, catalogue: &Catalogue) -> String {
    let (Some(change), Some(spot)) = (entry.change(), entry.spot()) else { return String::new() };
    let place = words.place(spot);
    let mut out = format!("\n{place} — {}\n", catalogue.text(key(change)).to_lowercase());
    let number = number(entry);
    let whole = entry.old.is_none() || entry.new.is_none();
    let rows = entry.rows.iter().filter(|row| whole || row.is_changed() || entry.rows.len() == 1);
    let mut text = String::new();
    for row in rows {
        if !text.is_empty() {
            text.push('\n');
        }
        let cells: Vec<String> =
            row.cells.iter().map(|cell| marked(cell, !whole).trim().to_owned()).collect();
        text.push_str(&cells.join(" | "));
    }
    let text = format!("{number} {text}").trim().to_owned();
    match (&entry.old, &entry.new) {
        _ if text.is_empty() => {}
        (Some(_), Some(_)) => out.push_str(&format!("{text}\n")),
        (None, _) => out.push_str(&format!("{{+{text}+}}\n")),
        (_, None) => out.push_str(&format!("[-{text}-]\n")),
    }
    out
}

/// The number, both if they differ.
fn number(entry: &Entry) -> String {
    let own = |number: &Option<String>| number.clone().unwrap_or_default();
    match (&entry.old, &entry.new) {
        (Some(old), Some(new)) if entry.renumbered => {
            let mut out = String::new();
            for (open, number, close) in
                [("[-", own(&old.number), "-]"), ("{+", own(&new.number), "+}")]
            {
                if !number.is_empty() {
                    out.push_str(&format!("{open}{number}{close}"));
                }
            }
            out
        }
        (_, Some(spot)) | (Some(spot), None) => own(&spot.number),
        (None, None) => String::new(),
    }
}

/// Runs of words with signs around what changed, if wanted.
fn marked(runs: &[Run], signs: bool) -> String {
    let mut out = String::new();
    for run in runs {
        let (open, close) = match run.presence {
            Presence::Old if signs => ("[-", "-]"),
            Presence::New if signs => ("{+", "+}"),
            _ => ("", ""),
        };
        let words = run.text.trim_start();
        out.push_str(&run.text[..run.text.len() - words.len()]);
        out.push_str(&format!("{open}{words}{close}"));
    }
    out
}

/// `text` without characters that could command a terminal.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// What is removed in red, what is added in green.
fn coloured(text: &str) -> String {
    text.replace("[-", "\u{1b}[31m[-")
        .replace("-]", "-]\u{1b}[0m")
        .replace("{+", "\u{1b}[32m{+")
        .replace("+}", "+}\u{1b}[0m")
}
