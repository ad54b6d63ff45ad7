//! The comparison table («Сравнительная таблица»): what schools attach to an order.

use std::fmt::Write as _;
use std::ops::Range;

use super::RedlineHtml;
use crate::model::passages::PassageKind;
use crate::model::redline::{Change, Entry, Presence, Run};
use crate::outputs::changes::{clipped, key, place};

/// Characters of a passage whose words did not change.
const EXCERPT: usize = 120;

/// One of the two texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Old,
    New,
}

impl RedlineHtml<'_> {
    /// The table: place, old words, new words of each passage that changed.
    pub(super) fn table(&mut self) {
        self.out.push_str("<table class=\"comparison\">\n<thead><tr>");
        for title in ["changes-place", "changes-was-edition", "changes-is-edition"] {
            self.out.push_str("<th scope=\"col\">");
            self.push(self.catalogue.text(title));
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for (unit, other) in self.units() {
            self.compared(unit, other);
        }
        self.out.push_str("</tbody></table>\n");
    }

    /// The rows of the table: what changed, with all that was added or removed with it. What was
    /// removed and what was added in its place are one row.
    fn units(&self) -> Vec<(Range<usize>, Range<usize>)> {
        let entries = &self.redline.entries;
        let mut units: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        // Removed passages that nothing but removed and added ones follows.
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        while at < entries.len() {
            let end = self.unit(at);
            let change = entries[at].change();
            let same_place = |unit: &&usize| {
                let (gone, other) = &units[**unit];
                other.is_empty() && cited(&entries[gone.start]) == cited(&entries[at])
            };
            let place = match change {
                Some(Change::Added) => open.iter().find(same_place).copied(),
                Some(Change::Removed) => {
                    open.push(units.len());
                    None
                }
                _ => {
                    open.clear();
                    None
                }
            };
            match place {
                Some(unit) => units[unit].1 = at..end,
                None if end > at => units.push((at..end, 0..0)),
                None => {}
            }
            at = end.max(at + 1);
        }
        units
    }

    /// The end of the entries that make one row with the one at `start`: what was added or
    /// removed with all that is within it. `start` itself if there is nothing to compare.
    fn unit(&self, start: usize) -> usize {
        let entries = &self.redline.entries;
        let Some(change) = entries[start].change() else { return start };
        if !matches!(change, Change::Added | Change::Removed) {
            return start + 1;
        }
        let rest = entries[start + 1..].iter();
        let within = rest.take_while(|entry| {
            entry.parent.is_some_and(|parent| parent >= start) && entry.change() == Some(change)
        });
        start + 1 + within.count()
    }

    /// A row of the table: one passage, or a removed one with the `other` in its place.
    fn compared(&mut self, unit: Range<usize>, other: Range<usize>) {
        let start = unit.start;
        let entry = &self.redline.entries[start];
        let (Some(spot), Some(change)) = (entry.spot(), entry.change()) else { return };
        self.out.push_str("<tr><th scope=\"row\"><a href=\"#change_");
        let _ = write!(self.out, "{start}\">");
        self.push(&place(self.catalogue, spot));
        self.out.push_str("</a> <span class=\"hint\">");
        let change = if other.is_empty() { change } else { Change::Changed };
        self.push(&self.catalogue.text(key(change)).to_lowercase());
        self.was(entry);
        self.out.push_str("</span></th>");
        for (text, label) in [(Text::Old, "changes-was-edition"), (Text::New, "changes-is-edition")]
        {
            self.out.push_str("<td data-label=\"");
            self.push(self.catalogue.text(label));
            self.out.push_str("\">");
            let before = self.out.len();
            unit.clone().chain(other.clone()).for_each(|index| self.paragraphs(index, text));
            if self.out.len() == before {
                self.out.push_str("<span class=\"hint\">");
                self.push(self.catalogue.text("changes-absent"));
                self.out.push_str("</span>");
            }
            self.out.push_str("</td>");
        }
        self.out.push_str("</tr>\n");
    }

    /// A passage as one of the texts has it: of a table the rows that changed, of a passage whose
    /// words did not change its begin.
    fn paragraphs(&mut self, index: usize, text: Text) {
        let entry = &self.redline.entries[index];
        let spot = if text == Text::Old { &entry.old } else { &entry.new };
        let Some(spot) = spot else { return };
        let whole = entry.old.is_none() || entry.new.is_none();
        let has = |presence: Presence| match text {
            Text::Old => presence.in_old(),
            Text::New => presence.in_new(),
        };
        let same_words = !whole && !entry.reworded();
        let rows = entry.rows.iter().filter(|row| has(row.presence));
        let rows = rows.filter(|row| whole || same_words || row.is_changed());
        for (nth, row) in rows.enumerate() {
            self.out.push_str("<p>");
            if let Some(number) = spot.number.as_ref().filter(|_| nth == 0) {
                let stands_out = entry.renumbered;
                self.out.push_str(if stands_out { "<b>" } else { "" });
                self.push(number);
                self.out.push_str(if stands_out { "</b> " } else { " " });
            }
            for (nth, cell) in row.cells.iter().enumerate() {
                self.out.push_str(if nth > 0 { " | " } else { "" });
                let own = cell.iter().filter(|run| has(run.presence));
                if same_words {
                    let words: String = own.map(|run| run.text.as_str()).collect();
                    self.push(&clipped(words.trim(), EXCERPT));
                } else {
                    self.compared_runs(own, whole || row.presence != Presence::Both);
                }
            }
            self.out.push_str("</p>");
        }
    }

    /// Runs of one of the texts; those that the other lacks stand out, unless it lacks all.
    fn compared_runs<'r>(&mut self, runs: impl Iterator<Item = &'r Run>, whole: bool) {
        for run in runs {
            let words = run.text.trim_start();
            if words.len() < run.text.len() {
                self.out.push(' ');
            }
            let stands_out = !whole && run.presence != Presence::Both;
            self.out.push_str(if stands_out { "<b>" } else { "" });
            self.push(words);
            self.out.push_str(if stands_out { "</b>" } else { "" });
        }
    }
}

/// What a citation of the entry is made of.
fn cited(entry: &Entry) -> Option<Vec<(PassageKind, Option<&str>, u32)>> {
    let path = &entry.spot()?.path;
    Some(path.iter().map(|step| (step.kind, step.number.as_deref(), step.ordinal)).collect())
}
