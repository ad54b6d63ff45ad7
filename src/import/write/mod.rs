//! The edition as Markdown that `model::markdown` reads back.

mod inline;
mod table;

use std::collections::BTreeSet;

use super::Imported;
use super::document::Extract;
use super::front::{Given, Head, front_matter};
use super::ledger::Ledger;
use super::lines::{Doubt, NoteText};
use super::mark::mark;
use super::proof;
use super::structure::{Block, Kind};
use super::text::{Style, Text};
use crate::diagnostics::{Diagnostic, Diagnostics, LineIndex};
use inline::{Within, escaped_start, inline};

/// Most notes about one act: who has more to decide should look for a better file.
const MOST_NOTES: usize = 300;

/// The text of an act, understood.
pub(super) struct Act {
    pub(super) blocks: Vec<Block>,
    pub(super) notes: Vec<NoteText>,
}

/// A file that is being written.
#[derive(Default)]
struct Written {
    text: String,
    /// What is uncertain, with lines of the file from 1.
    doubts: Vec<(u32, Doubt)>,
    /// For each depth of the list that is open where the content of its items begins.
    columns: Vec<usize>,
    /// The block before was a bullet.
    bullet: bool,
    /// Bytes whose lines are counted, and those lines.
    counted: (usize, u32),
}

/// Writes the edition, reads it again and accounts for every word.
pub(super) fn write(
    head: &mut Head,
    act: &Act,
    given: &Given,
    (extract, ledger, path): (&Extract, Ledger, &str),
) -> Imported {
    let title = title(head, given);
    let (front, date) = front_matter(head, &title, given);
    let mut written = Written { text: front, ..Written::default() };
    for doubt in std::mem::take(&mut head.doubts) {
        written.doubts.push((2, doubt));
    }
    let labels = labels(&act.notes);
    for block in &act.blocks {
        written.block(block, &labels);
    }
    for (note, label) in act.notes.iter().zip(&labels) {
        written.note(note, label);
    }
    let mut found = written.found(path);
    if title.is_empty() {
        let place = LineIndex::new(path.into(), &written.text).at(2, 1, 5);
        found.push(Diagnostic::error("import-title-missing", place));
    }
    let report = proof::account(act, (extract, ledger), (&written.text, path), &mut found);
    found.sort();
    Imported { text: written.text, title, date, report, found }
}

/// The title: the one given, else the one found, without a full stop.
fn title(head: &Head, given: &Given) -> String {
    let found = head.title.as_ref().map(Text::plain).unwrap_or_default();
    let title = given.title.clone().unwrap_or(found);
    let words = title.split_whitespace().collect::<Vec<_>>().join(" ");
    words.strip_suffix('.').unwrap_or(&words).to_owned()
}

/// A label for each note: its mark if that is a number which no other note has, else the next
/// number that is free.
fn labels(notes: &[NoteText]) -> Vec<String> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut labels = Vec::new();
    for note in notes {
        let plain = !note.mark.is_empty() && note.mark.chars().all(char::is_alphanumeric);
        let mut label = note.mark.clone();
        if !plain || used.contains(&label) {
            // Of one number more than there are labels, one is free.
            let mut numbers = (1..=used.len() + 1).map(|n| n.to_string());
            label = numbers.find(|n| !used.contains(n)).unwrap_or_default();
        }
        used.insert(label.clone());
        labels.push(label);
    }
    labels
}

impl Written {
    fn block(&mut self, block: &Block, labels: &[String]) {
        let text = match &block.kind {
            Kind::Heading(level) => {
                let within = Within { heading: true, ..Within::default() };
                let marks = "#".repeat(usize::from(*level));
                format!("{marks} {}", inline(&plainer(&block.text), labels, within))
            }
            Kind::Paragraph { depth } => {
                self.columns.truncate(*depth);
                let column = self.columns.last().copied().unwrap_or(0);
                format!("{}{}", " ".repeat(column), paragraph(&block.text, labels))
            }
            Kind::Note => format!("> {}", paragraph(&block.text, labels)),
            Kind::Item { depth, mark } => self.item(*depth, mark, &block.text, labels),
            Kind::Table(grid) => table::table(grid, labels),
        };
        let bullet = matches!(&block.kind, Kind::Item { mark, .. } if mark.is_blank());
        if !matches!(block.kind, Kind::Item { .. } | Kind::Paragraph { .. }) {
            self.columns.clear();
        }
        // Bullets of a list stand close; everything else is set apart.
        if !(bullet && self.bullet) {
            self.blank();
        }
        self.bullet = bullet;
        self.doubt(&block.doubts);
        self.text.push_str(&text);
        self.text.push('\n');
    }

    /// An item at its place in the list that is open.
    fn item(&mut self, depth: usize, mark: &Text, text: &Text, labels: &[String]) -> String {
        let depth = depth.min(self.columns.len());
        let column = depth.checked_sub(1).and_then(|at| self.columns.get(at)).copied().unwrap_or(0);
        let number = mark.plain();
        let core = number.trim_end_matches(['.', ')']);
        let counts = !core.is_empty() && core.bytes().all(|b| b.is_ascii_digit());
        let (sign, rest) = match (number.is_empty(), counts) {
            (true, _) => ("-".to_owned(), String::new()),
            (false, true) => (number, String::new()),
            (false, false) => ("-".to_owned(), format!("{number} ")),
        };
        self.columns.truncate(depth);
        self.columns.push(column + sign.chars().count() + 1);
        let words = escaped_start(&inline(text, labels, Within::default()));
        let line = format!("{}{sign} {rest}{words}", " ".repeat(column));
        line.trim_end().to_owned()
    }

    fn note(&mut self, note: &NoteText, label: &str) {
        self.blank();
        self.columns.clear();
        self.doubt(&note.doubts);
        let mut paragraphs = note.paragraphs.iter();
        let first = paragraphs.next().map(|text| paragraph(text, &[])).unwrap_or_default();
        self.text.push_str(&format!("[^{label}]: {first}\n"));
        for text in paragraphs {
            self.text.push_str(&format!("\n    {}\n", paragraph(text, &[])));
        }
    }

    fn blank(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn doubt(&mut self, doubts: &[Doubt]) {
        let new = self.text.get(self.counted.0..).unwrap_or_default();
        let lines = new.bytes().filter(|b| *b == b'\n').count();
        let line = self.counted.1.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = (self.text.len(), line);
        let line = line.saturating_add(1);
        self.doubts.extend(doubts.iter().map(|doubt| (line, doubt.clone())));
    }

    /// What is uncertain, as notes at their lines.
    fn found(&self, path: &str) -> Diagnostics {
        let index = LineIndex::new(path.into(), &self.text);
        let mut found = Diagnostics::default();
        for (line, doubt) in self.doubts.iter().take(MOST_NOTES) {
            let mut note = Diagnostic::error(doubt.id, index.line(*line));
            note.severity = doubt.severity;
            for (name, value) in &doubt.args {
                note = note.with(name, value.clone());
            }
            found.push(note);
        }
        found
    }
}

/// A paragraph: its number is not emphasised, since the model takes it off the plain text.
fn paragraph(text: &Text, labels: &[String]) -> String {
    let plain = text.plain();
    let caption = plain.split_whitespace().next().is_some_and(|word| {
        matches!(word.trim_end_matches('.').to_lowercase().as_str(), "таблица" | "приложение")
    });
    let mut text =
        if caption || text.all(|style| style.bold) { plainer(text) } else { text.clone() };
    if let Some(mark) = mark(&plain) {
        let rest = text.split_off(mark.rest);
        text = plainer(&text);
        text.push(rest);
    }
    escaped_start(&inline(&text, labels, Within::default()))
}

/// The text without emphasis.
fn plainer(text: &Text) -> Text {
    let runs = text.runs.iter().map(|run| {
        let style = Style { bold: false, italic: false, ..run.style.clone() };
        super::text::Run { style, ..run.clone() }
    });
    Text { runs: runs.collect() }
}
