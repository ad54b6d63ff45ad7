//! The proof: every word of the file is in the edition, in order, or it is said where it went.
//!
//! Three independent comparisons. The reader's inventory of the file against what it handed on:
//! nothing was lost in reading. The numbers of the letters in the edition: each is there once, in
//! the order of the file, or has a fate. The edition's file, read again by the project's own
//! readers: its text says letter by letter what was meant, and its front matter has the words that
//! went there.

use std::collections::BTreeMap;

use super::document::Extract;
use super::front::Said;
use super::ledger::{Fate, Ledger};
use super::lines::{Grid, Unit};
use super::report::{Counts, Report};
use super::structure::Kind;
use super::text::{Text, is_hidden, words};
use super::write::Act;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::model::markdown;
use crate::model::text::{Node, NodeKind, RegulationText, plain_text};
use crate::source;
use crate::source::yaml::{self, Document, Value};

/// Most findings of one kind.
const MOST: usize = 10;

/// The letters that the edition is meant to have.
#[derive(Default)]
struct Meant {
    body: Vec<(char, Option<usize>)>,
    notes: Vec<(char, Option<usize>)>,
}

/// Accounts for every word; what cannot be accounted for is an error.
pub(super) fn account(
    act: &Act,
    (extract, ledger): (&Extract, Ledger),
    (text, path): (&str, &str),
    found: &mut Diagnostics,
) -> Report {
    let meant = meant(act);
    let before = found.count(crate::diagnostics::Severity::Error);
    inventory(extract, &ledger, path, found);
    let places = places(&meant, &ledger, path, found);
    read_again((&meant, &ledger), text, path, found);
    let words = counts(&ledger, &places);
    let proved = found.count(crate::diagnostics::Severity::Error) == before;
    let Ledger { mut repairs, left_out, labels, .. } = ledger;
    repairs.sort_by_key(|repair| repair.origin);
    Report { words, repairs, left_out, labels, proved }
}

fn meant(act: &Act) -> Meant {
    let mut meant = Meant::default();
    let shown = |text: &Text| {
        let own = text.runs.iter().filter(|run| run.style.note.is_none()).cloned();
        Text { runs: own.collect() }
    };
    for block in &act.blocks {
        match &block.kind {
            Kind::Item { mark, .. } => meant.body.extend(mark.letters()),
            Kind::Table(grid) => cells(grid, &mut |text| meant.body.extend(shown(text).letters())),
            Kind::Heading(_) | Kind::Paragraph { .. } | Kind::Note => {}
        }
        meant.body.extend(shown(&block.text).letters());
    }
    for text in act.notes.iter().flat_map(|note| &note.paragraphs) {
        meant.notes.extend(shown(text).letters());
    }
    meant
}

/// Calls `each` with the texts of all cells.
fn cells(grid: &Grid, each: &mut impl FnMut(&Text)) {
    for cell in grid.rows.iter().flatten() {
        units(&cell.units, each);
    }
}

fn units(list: &[Unit], each: &mut impl FnMut(&Text)) {
    for unit in list {
        match unit {
            Unit::Line(line) => {
                let label = line.label.as_deref().filter(|label| super::lines::is_number(label));
                if let Some(label) = label {
                    each(&Text::added(label));
                }
                each(&line.text);
            }
            Unit::Table(grid) => {
                grid.rows.iter().flatten().for_each(|cell| units(&cell.units, each));
            }
        }
    }
}

/// Compares what the reader handed on with its inventory of the file.
fn inventory(extract: &Extract, ledger: &Ledger, path: &str, found: &mut Diagnostics) {
    if extract.inventory.is_empty() {
        return;
    }
    let mut open: BTreeMap<String, i64> = BTreeMap::new();
    for word in extract.inventory.iter().flat_map(|part| words(part)) {
        *open.entry(word).or_default() += 1;
    }
    let handed: String = ledger.letters.iter().collect();
    for word in words(&handed) {
        *open.entry(word).or_default() -= 1;
    }
    // A reader may keep the marks of notes apart from the text in which the file has them.
    for word in extract.notes.iter().flat_map(|note| words(&note.mark)) {
        open.entry(word).and_modify(|count| *count -= i64::from(*count > 0));
    }
    for (id, sign) in [("import-word-lost", 1), ("import-word-added", -1)] {
        let wrong: Vec<&str> =
            open.iter().filter(|(_, n)| **n * sign > 0).map(|(word, _)| word.as_str()).collect();
        if !wrong.is_empty() {
            let shown = wrong.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
            let lost = Diagnostic::error(id, Place::file(path));
            found.push(lost.with("count", wrong.len()).with("words", shown));
        }
    }
}

/// Where a letter of the file stands in the edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Text,
    Footnote,
}

/// Checks that every letter has one place or one fate, in order.
fn places(
    meant: &Meant,
    ledger: &Ledger,
    path: &str,
    found: &mut Diagnostics,
) -> Vec<Option<Stands>> {
    let mut places: Vec<Option<Stands>> = vec![None; ledger.letters.len()];
    let mut wrong: Vec<usize> = Vec::new();
    let mut last = None;
    for (part, stands) in [(&meant.body, Stands::Text), (&meant.notes, Stands::Footnote)] {
        for at in part.iter().filter_map(|(_, at)| *at) {
            let in_order = stands == Stands::Footnote || last.is_none_or(|last| last < at);
            last = Some(at);
            match places.get_mut(at) {
                Some(slot) if slot.is_none() && in_order => *slot = Some(stands),
                _ => wrong.push(at),
            }
        }
    }
    report(&wrong, "import-order", (ledger, path), found);
    let open = ledger.letters.iter().enumerate().filter(|(at, c)| {
        let placed = places.get(*at).is_some_and(Option::is_some);
        let settled = ledger.fates.get(*at).is_some_and(Option::is_some);
        !c.is_whitespace() && placed == settled
    });
    let open: Vec<usize> = open.map(|(at, _)| at).collect();
    report(&open, "import-unaccounted", (ledger, path), found);
    places
}

/// Reports letters, a finding for every run of them.
fn report(
    letters: &[usize],
    id: &'static str,
    (ledger, path): (&Ledger, &str),
    found: &mut Diagnostics,
) {
    let mut before = None;
    let mut shown = 0;
    for at in letters {
        if before.is_none_or(|before| *at > before + 12) && shown < MOST {
            shown += 1;
            let end = (at + 40).min(ledger.letters.len());
            let words: String = ledger.letters.get(*at..end).unwrap_or_default().iter().collect();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let origin = ledger.origin(*at);
            let open = Diagnostic::error(id, Place::file(path)).with("words", words);
            found.push(open.with("page", origin.page).with("line", origin.line));
        }
        before = Some(*at);
    }
}

/// Reads the file as the project will and compares it letter by letter with what was meant.
fn read_again((meant, ledger): (&Meant, &Ledger), text: &str, path: &str, found: &mut Diagnostics) {
    let mut aside = Diagnostics::default();
    let Some(edition) = source::edition("import", path, text, &mut aside) else {
        found.push(Diagnostic::error("import-unproved", Place::file(path)).with("words", ""));
        return;
    };
    front_matter(&edition.front, (ledger, path), found);
    let act = markdown::parse(&edition.body, &edition.body_index(), &mut aside);
    let read = letters(&act);
    let wanted = meant.body.iter().chain(&meant.notes).map(|(c, _)| *c);
    let wanted: Vec<char> = wanted.collect();
    let same = read.iter().zip(&wanted).take_while(|((a, _), b)| a == *b).count();
    if same < read.len() || same < wanted.len() {
        let line = read.get(same.min(read.len().saturating_sub(1))).map_or(1, |(_, line)| *line);
        let from = same.saturating_sub(20);
        let words: String = wanted.iter().skip(from).take(60).collect();
        let place = crate::diagnostics::LineIndex::new(path.into(), text).line(line);
        found.push(Diagnostic::error("import-unproved", place).with("words", words));
    }
}

/// Checks that every word whose letters went to the front matter is there.
fn front_matter(front: &Document, (ledger, path): (&Ledger, &str), found: &mut Diagnostics) {
    let mut said = Said::default();
    values(&front.root, &mut said);
    let comments = front.text.lines().filter_map(|line| line.trim_start().strip_prefix('#'));
    comments.for_each(|comment| said.text(comment));
    let mut wrong = Vec::new();
    let (mut word, mut from) = (String::new(), 0);
    // What stands behind the last letter ends its word.
    for at in 0..=ledger.letters.len() {
        let fate = ledger.fates.get(at).copied().flatten();
        let letter = ledger.letters.get(at).filter(|_| fate == Some(Fate::Front));
        if let Some(letter) = letter.filter(|c| c.is_alphanumeric()) {
            from = if word.is_empty() { at } else { from };
            word.push(*letter);
        } else if !letter.is_some_and(|c| is_hidden(*c)) {
            if !word.is_empty() && !said.take(&word) {
                wrong.push(from);
            }
            word.clear();
        }
    }
    report(&wrong, "import-unaccounted", (ledger, path), found);
}

/// Adds the values of front matter.
fn values(node: &yaml::Node, said: &mut Said) {
    match &node.value {
        Value::Scalar { text, .. } => match text.parse() {
            Ok(date) if text.len() == 10 => said.date(date),
            _ => said.text(text),
        },
        Value::List(nodes) => nodes.iter().for_each(|node| values(node, said)),
        Value::Map(pairs) => pairs.iter().for_each(|(_, node)| values(node, said)),
        Value::Null => {}
    }
}

/// All letters of an act as read, with their lines.
fn letters(act: &RegulationText) -> Vec<(char, u32)> {
    let mut out = Vec::new();
    walk(&act.nodes, &mut out);
    for note in &act.footnotes {
        walk(&note.body, &mut out);
    }
    out
}

fn walk(nodes: &[Node], out: &mut Vec<(char, u32)>) {
    for node in nodes {
        let mut text = node.number.clone().unwrap_or_default();
        plain_text(&node.text, &mut text);
        if let NodeKind::Table(table) = &node.kind {
            for cell in std::iter::once(&table.head).chain(&table.rows).flatten() {
                plain_text(cell, &mut text);
            }
        }
        let letters = text.chars().filter(|c| !c.is_whitespace());
        out.extend(letters.map(|c| (c, node.line)));
        walk(&node.children, out);
    }
}

/// How many words went where; a word goes where its first letter goes.
fn counts(ledger: &Ledger, places: &[Option<Stands>]) -> Counts {
    let mut counts = Counts::default();
    let mut start = 0;
    for word in ledger.letters.split(|c| c.is_whitespace()) {
        let first = word.iter().position(|c| c.is_alphanumeric());
        if let Some(first) = first {
            counts.all += 1;
            let at = start + first;
            let slot = match (
                places.get(at).copied().flatten(),
                ledger.fates.get(at).copied().flatten(),
            ) {
                (Some(Stands::Footnote), _) => &mut counts.footnotes,
                (_, Some(Fate::Front)) => &mut counts.front,
                (_, Some(Fate::Furniture)) => &mut counts.left_out,
                (_, Some(Fate::Sign)) => &mut counts.signs,
                (_, Some(Fate::Repair)) => &mut counts.repaired,
                _ => &mut counts.text,
            };
            *slot += 1;
        }
        start += word.len() + 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::{Meant, read_again};
    use crate::diagnostics::Diagnostics;
    use crate::import::document::Origin;
    use crate::import::ledger::{Fate, Ledger};
    use crate::import::text::{Run, Style, Text};

    /// The words that front matter is said to lack of those that went there.
    fn missing(words: &str, front: &str) -> Vec<String> {
        let mut ledger = Ledger::default();
        let at = Some(ledger.count(words, Origin::default()));
        let run = Run { text: words.to_owned(), at, style: Style::default() };
        ledger.settle(&Text { runs: vec![run] }, Fate::Front);
        let mut found = Diagnostics::default();
        let text = format!("---\n{front}\n---\n\n");
        read_again((&Meant::default(), &ledger), &text, "draft.md", &mut found);
        found.iter().map(|finding| format!("{:?}", finding.args)).collect()
    }

    #[test]
    fn front_matter_has_the_words_that_went_there() {
        let words = "УТВЕРЖДЕНО приказом школы № 2 от «12» марта 2026 г. № 45";
        let front = "approved:\n  date: 2026-03-12\n  by: \"приказом школы № 2\"\n  order: \"45\"";
        assert_eq!(missing(words, front), Vec::<String>::new());
        assert_eq!(missing(words, &format!("x: 1\n# {words}")), Vec::<String>::new());
        for (before, after) in [
            ("школы ", ""),
            ("№ 2", "№"),
            ("-12", "-13"),
            ("-03-", "-04-"),
            ("2026", "2025"),
            ("\"45\"", "\"4\""),
            ("приказом", "приказ"),
        ] {
            assert_eq!(missing(words, &front.replace(before, after)).len(), 1, "{before}");
        }
        assert_eq!(missing(&format!("{words} Фамилия"), front).len(), 1);
        assert_eq!(missing(&format!("{words} 12"), front).len(), 1);
    }
}
