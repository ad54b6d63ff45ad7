//! What changed in an act: the text with its changes, and the comparison table.
//!
//! Removed words are `<del>`, added ones `<ins>`; words that are only heard tell them apart where
//! nothing else does. Long runs of unchanged passages are folded.

use std::fmt::Write as _;
use std::ops::Range;

use super::escape::push_escaped;
use crate::language::Catalogue;
use crate::model::passages::PassageKind;
use crate::model::redline::{Change, Entry, Presence, Redline, Role, Row, Run, Spot};
use crate::outputs::changes::{clipped, key, place};

/// Fewest letters that are folded if a single passage is unchanged.
const LONG: usize = 300;
/// Most places that the line over folded passages names.
const MOST_PLACES: usize = 6;
/// Characters of a passage in the table whose words did not change.
const EXCERPT: usize = 120;

/// Writes one redline.
pub struct RedlineHtml<'a> {
    redline: &'a Redline,
    catalogue: &'a Catalogue,
    /// Address of the edition before.
    old: &'a str,
    out: String,
}

/// One of the two texts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Old,
    New,
}

impl<'a> RedlineHtml<'a> {
    /// A writer for the page beside the edition's own, from which `old` leads to the edition
    /// before.
    #[must_use]
    pub fn new(redline: &'a Redline, catalogue: &'a Catalogue, old: &'a str) -> Self {
        Self { redline, catalogue, old, out: String::with_capacity(32 * 1024) }
    }

    /// The two sections of the page; empty if nothing changed.
    #[must_use]
    pub fn write(mut self) -> String {
        if self.redline.is_empty() {
            return String::new();
        }
        self.open_section("text", "changes-text");
        self.out.push_str("<p class=\"hint\">");
        self.push(self.catalogue.text("changes-text-hint"));
        self.out.push_str("</p>\n<div class=\"act\">\n");
        self.text();
        self.out.push_str("</div>\n</section>\n");
        self.open_section("table", "changes-table");
        self.table();
        self.out.push_str("</section>\n");
        self.out
    }

    fn open_section(&mut self, name: &str, title: &'static str) {
        let _ = write!(
            self.out,
            "<section class=\"changes-{name}\" aria-labelledby=\"{name}_\"><h2 id=\"{name}_\">"
        );
        self.push(self.catalogue.text(title));
        self.out.push_str("</h2>\n");
    }

    fn push(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    // The text with its changes

    fn text(&mut self) {
        let shown = shown(self.redline);
        let mut at = 0;
        while at < shown.len() {
            let folded = shown[at..].iter().take_while(|shown| !**shown).count();
            if folded > 0 {
                self.unchanged(at, at + folded);
                at += folded;
            } else {
                self.entry(at);
                at += 1;
            }
        }
    }

    /// Unchanged passages from `start` up to `end`: folded, unless it is a short one alone.
    fn unchanged(&mut self, start: usize, end: usize) {
        let redline = self.redline;
        let words = redline.entries[start].rows.iter().flat_map(|row| row.cells.iter().flatten());
        let fold =
            end - start > 1 || words.map(|run| run.text.chars().count()).sum::<usize>() > LONG;
        if fold {
            let places = self.places(start, end);
            let label = self.catalogue.format("changes-unchanged", &[("places", places.into())]);
            self.out.push_str("<details class=\"same\"><summary>");
            self.push(&label);
            self.out.push_str("</summary>\n");
        }
        (start..end).for_each(|index| self.entry(index));
        if fold {
            self.out.push_str("</details>\n");
        }
    }

    /// «разд. 2, пп. 2.1–2.7»: the outermost of these passages, neighbours together.
    fn places(&self, start: usize, end: usize) -> String {
        let entries = &self.redline.entries;
        let outer = (start..end).filter(|at| entries[*at].parent.is_none_or(|p| p < start));
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for index in outer {
            match groups.last_mut() {
                Some((first, last)) if alike(&entries[*first], &entries[index]) => *last = index,
                _ => groups.push((index, index)),
            }
        }
        let name = |(first, last): &(usize, usize)| {
            let spots = (entries[*first].spot(), entries[*last].spot());
            spots.0.zip(spots.1).map(|(from, to)| place(self.catalogue, from, to))
        };
        let mut places: Vec<_> = groups.iter().take(MOST_PLACES).filter_map(name).collect();
        if groups.len() > MOST_PLACES {
            places.push("…".to_owned());
        }
        places.join(", ")
    }

    fn entry(&mut self, index: usize) {
        let entry = &self.redline.entries[index];
        let change = entry.change();
        let (kind, class) = (entry.kind.id(), change.map_or("", Change::id));
        let mut depth = 0;
        let mut around = entry.parent;
        while let Some(parent) = around.map(|parent| &self.redline.entries[parent]) {
            depth += usize::from(parent.kind == PassageKind::Item);
            around = parent.parent;
        }
        let _ = write!(self.out, "<div class=\"passage {kind}");
        if depth > 0 {
            self.out.push_str(" inner");
        }
        if change.is_some() {
            let _ = write!(self.out, " {class}\" id=\"change_{index}");
        }
        self.out.push_str("\">\n");
        if let Some(change) = change {
            self.caption(entry, change);
        }
        self.words(entry);
        self.out.push_str("</div>\n");
    }

    /// «Изменено: подп. 14 п. 5.2», with a link to the passage in its edition.
    fn caption(&mut self, entry: &Entry, change: Change) {
        let Some(spot) = entry.spot() else { return };
        self.out.push_str("<p class=\"what\"><b>");
        self.push(self.catalogue.text(key(change)));
        self.out.push_str("</b>: <a href=\"");
        let page = if entry.new.is_some() { "index.html" } else { self.old };
        self.push(page);
        if !spot.anchor.is_empty() {
            self.out.push('#');
            self.push(&spot.anchor);
        }
        self.out.push_str("\">");
        self.push(&place(self.catalogue, spot, spot));
        self.out.push_str("</a>");
        self.was(entry);
        self.out.push_str("</p>\n");
    }

    /// «(было: п. 3.4)» of what has moved or has another number.
    fn was(&mut self, entry: &Entry) {
        let (Some(old), Some(new)) = (&entry.old, &entry.new) else { return };
        let was = place(self.catalogue, old, old);
        if (entry.moved || entry.renumbered) && was != place(self.catalogue, new, new) {
            let was = self.catalogue.format("changes-was", &[("place", was.into())]);
            self.push(&format!(" ({was})"));
        }
    }

    /// Number and words of a passage.
    fn words(&mut self, entry: &Entry) {
        let whole = entry.old.is_none() || entry.new.is_none();
        if entry.kind == PassageKind::Table {
            return self.rows(entry, whole);
        }
        let heading = matches!(entry.kind, PassageKind::Section(_) | PassageKind::Appendix(_));
        self.out.push_str(if heading { "<h3>" } else { "<p>" });
        self.number(entry);
        for cell in entry.rows.iter().flat_map(|row| &row.cells) {
            self.runs(cell, whole);
        }
        self.out.push_str(if heading { "</h3>\n" } else { "</p>\n" });
    }

    fn number(&mut self, entry: &Entry) {
        let own = |spot: &Option<Spot>| {
            spot.as_ref().and_then(|spot| spot.number.clone()).unwrap_or_default()
        };
        let (old, new) = (own(&entry.old), own(&entry.new));
        let runs = match (&entry.old, &entry.new) {
            (Some(_), Some(_)) if !entry.renumbered => vec![(Presence::Both, new)],
            _ => vec![(Presence::Old, old), (Presence::New, new)],
        };
        let runs: Vec<Run> = runs
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(presence, text)| Run { presence, text })
            .collect();
        if runs.is_empty() {
            return;
        }
        self.out.push_str("<span class=\"n\">");
        self.runs(&runs, entry.old.is_none() || entry.new.is_none());
        self.out.push_str("</span> ");
    }

    /// Runs of words. Of a `whole` passage that was added or removed its caption says so.
    fn runs(&mut self, runs: &[Run], whole: bool) {
        for (index, run) in runs.iter().enumerate() {
            let words = run.text.trim_start();
            if words.len() < run.text.len() || (index > 0 && run.presence == Presence::New) {
                self.out.push(' ');
            }
            let (tag, spoken) = match run.presence {
                Presence::Both => {
                    self.push(words);
                    continue;
                }
                Presence::Old => ("del", "changes-spoken-removed"),
                Presence::New => ("ins", "changes-spoken-added"),
            };
            let _ = write!(self.out, "<{tag}>");
            if !whole {
                self.spoken(spoken, true);
            }
            self.push(words);
            let ends = runs.get(index + 1).is_some_and(|next| next.presence == Presence::Both);
            if !whole && ends {
                self.spoken("changes-spoken-end", false);
            }
            let _ = write!(self.out, "</{tag}>");
        }
    }

    /// A word that is only heard.
    fn spoken(&mut self, key: &'static str, before: bool) {
        self.out.push_str(if before {
            "<span class=\"heard\">"
        } else {
            "<span class=\"heard\"> "
        });
        self.push(self.catalogue.text(key));
        self.out.push_str(if before { " </span>" } else { "</span>" });
    }

    /// A table with all its rows.
    fn rows(&mut self, entry: &Entry, whole: bool) {
        let is_caption = |row: &&Row| row.role == Role::Caption;
        self.out.push_str("<table>\n");
        if let Some(caption) = entry.rows.iter().find(is_caption) {
            self.out.push_str("<caption>");
            self.number(entry);
            caption.cells.iter().for_each(|cell| self.runs(cell, whole));
            self.out.push_str("</caption>\n");
        }
        let rows = entry.rows.iter().filter(|row| !is_caption(row));
        let width = rows.clone().map(|row| row.cells.len()).max().unwrap_or(0);
        for row in rows {
            let (open, close) = if row.role == Role::Head {
                ("<th scope=\"col\">", "</th>")
            } else {
                ("<td>", "</td>")
            };
            self.out.push_str("<tr>");
            for index in 0..width {
                let cell = row.cells.get(index).map_or(&[][..], Vec::as_slice);
                let empty = cell.is_empty() && row.role == Role::Head;
                self.out.push_str(if empty { "<td>" } else { open });
                self.runs(cell, whole);
                self.out.push_str(if empty { "</td>" } else { close });
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</table>\n");
    }

    // The comparison table

    fn table(&mut self) {
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
        self.push(&place(self.catalogue, spot, spot));
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
                self.push(number);
                self.out.push(' ');
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

/// Which entries are shown: those that changed and what is around them.
fn shown(redline: &Redline) -> Vec<bool> {
    let mut shown = vec![false; redline.entries.len()];
    for (index, entry) in redline.entries.iter().enumerate().rev() {
        shown[index] |= entry.change().is_some();
        if let Some(parent) = entry.parent.filter(|_| shown[index]) {
            shown[parent] = true;
        }
    }
    shown
}

/// What a citation of the entry is made of.
fn cited(entry: &Entry) -> Option<Vec<(PassageKind, Option<&str>, u32)>> {
    let path = &entry.spot()?.path;
    Some(path.iter().map(|step| (step.kind, step.number.as_deref(), step.ordinal)).collect())
}

/// Whether two entries are neighbours of one kind, which a range may name.
fn alike(a: &Entry, b: &Entry) -> bool {
    let numbered = |entry: &Entry| entry.spot().is_some_and(|spot| spot.number.is_some());
    let same_kind = std::mem::discriminant(&a.kind) == std::mem::discriminant(&b.kind);
    a.parent == b.parent && same_kind && numbered(a) == numbered(b)
}
