//! What changed in an act: the text with its changes, and the comparison table.
//!
//! Removed words are `<del>`, added ones `<ins>`; words that are only heard tell them apart where
//! nothing else does. Long runs of unchanged passages are folded. [`comparison`] writes the table.

mod comparison;

use std::fmt::Write as _;

use super::escape::push_escaped;
use crate::language::Catalogue;
use crate::model::passages::PassageKind;
use crate::model::redline::{Change, Entry, Presence, Redline, Role, Row, Run, Spot};
use crate::outputs::changes::table::Words;
use crate::outputs::changes::{key, stands_apart};

/// Fewest letters that are folded if a single passage is unchanged.
const LONG: usize = 300;
/// Most places that the line over folded passages names.
const MOST_PLACES: usize = 6;

/// Writes one redline.
pub struct RedlineHtml<'a> {
    redline: &'a Redline,
    catalogue: &'a Catalogue,
    words: Words<'a>,
    /// Address of the edition before.
    old: &'a str,
    out: String,
}

impl<'a> RedlineHtml<'a> {
    /// A writer for the page beside the edition's own, from which `old` leads to the edition
    /// before.
    #[must_use]
    pub fn new(redline: &'a Redline, catalogue: &'a Catalogue, old: &'a str) -> Self {
        let words = Words::new(catalogue);
        Self { redline, catalogue, words, old, out: String::with_capacity(32 * 1024) }
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
        let mut groups: Vec<(usize, usize, usize)> = Vec::new();
        for index in outer {
            match groups.last_mut() {
                Some((first, last, count)) if alike(&entries[*first], &entries[index]) => {
                    *last = index;
                    *count += 1;
                }
                _ => groups.push((index, index, 1)),
            }
        }
        let name = |(first, last, count): &(usize, usize, usize)| {
            let spots = (entries[*first].spot(), entries[*last].spot());
            let spots = spots.0.zip(spots.1);
            spots.map(|(first, last)| self.words.places([first, last], *count))
        };
        let mut named: Vec<_> = groups.iter().take(MOST_PLACES).filter_map(name).collect();
        if groups.len() > MOST_PLACES {
            named.push("…".to_owned());
        }
        named.join(", ")
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
        self.push(&self.words.place(spot));
        self.out.push_str("</a>");
        self.push(&self.words.was(entry));
        self.out.push_str("</p>\n");
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
        self.out.push_str("<span class=\"num\">");
        self.runs(&runs, entry.old.is_none() || entry.new.is_none());
        self.out.push_str("</span> ");
    }

    /// Runs of words. Of a `whole` passage that was added or removed its caption says so.
    fn runs(&mut self, runs: &[Run], whole: bool) {
        for (index, run) in runs.iter().enumerate() {
            let words = run.text.trim_start();
            if words.len() < run.text.len() || stands_apart(runs, index) {
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
            let goes_on = |next: &Run| {
                next.presence == Presence::Both && next.text.contains(char::is_alphanumeric)
            };
            let ends = runs.get(index + 1).is_some_and(goes_on);
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
        self.out.push_str("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        if let Some(spot) = entry.spot() {
            self.push(&self.words.place(spot));
        }
        self.out.push_str("\"><table>\n");
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
        self.out.push_str("</table></div>\n");
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

/// Whether two entries are neighbours of one kind, which a range may name.
fn alike(a: &Entry, b: &Entry) -> bool {
    let numbered = |entry: &Entry| entry.spot().is_some_and(|spot| spot.number.is_some());
    let same_kind = std::mem::discriminant(&a.kind) == std::mem::discriminant(&b.kind);
    a.parent == b.parent && same_kind && numbered(a) == numbered(b)
}
