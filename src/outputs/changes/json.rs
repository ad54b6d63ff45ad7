//! A redline as data: `reglament diff --format json`.

use serde::Serialize;

use super::Line;
use crate::model::passages::PassageKind;
use crate::model::redline::{CHANGES, Change, Entry, Presence, Redline, Role, Row, Run, Spot};

#[derive(Serialize)]
struct Data<'a> {
    format: &'static str,
    old: &'a str,
    new: &'a str,
    /// Lines of the list, by kind.
    counts: Counts,
    changes: Vec<ChangeData<'a>>,
    passages: Vec<PassageData<'a>>,
}

#[derive(Serialize)]
struct Counts {
    added: usize,
    changed: usize,
    removed: usize,
    moved: usize,
    renumbered: usize,
    punctuation: usize,
}

/// A line of the list; `passage` is an index into `passages`.
#[derive(Serialize)]
struct ChangeData<'a> {
    change: &'static str,
    place: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a str>,
    passage: usize,
}

/// A passage that changed.
#[derive(Serialize)]
struct PassageData<'a> {
    change: &'static str,
    kind: &'static str,
    old: Option<SpotData<'a>>,
    new: Option<SpotData<'a>>,
    moved: bool,
    renumbered: bool,
    reworded: bool,
    rows: Vec<RowData<'a>>,
}

#[derive(Serialize)]
struct SpotData<'a> {
    id: &'a str,
    number: Option<&'a str>,
}

#[derive(Serialize)]
struct RowData<'a> {
    role: &'static str,
    #[serde(rename = "in")]
    presence: &'static str,
    cells: Vec<Vec<RunData<'a>>>,
}

#[derive(Serialize)]
struct RunData<'a> {
    #[serde(rename = "in")]
    presence: &'static str,
    text: &'a str,
}

/// One JSON object with a final line break; `names` are those of the old and the new text.
#[must_use]
pub fn render(redline: &Redline, lines: &[Line], names: [&str; 2]) -> String {
    let changed: Vec<(usize, &Entry, Change)> = redline
        .entries
        .iter()
        .enumerate()
        .filter_map(|(index, entry)| Some((index, entry, entry.change()?)))
        .collect();
    let count = |change| lines.iter().filter(|line| line.change == change).count();
    let [added, changed_count, removed, moved, renumbered, punctuation] = CHANGES.map(count);
    let passage = |line: &Line| changed.partition_point(|(index, ..)| *index < line.entry);
    let data = Data {
        format: "reglament-redline/1",
        old: names[0],
        new: names[1],
        counts: Counts { added, changed: changed_count, removed, moved, renumbered, punctuation },
        changes: lines
            .iter()
            .map(|line| ChangeData {
                change: line.change.id(),
                place: &line.place,
                was: line.was.as_deref(),
                passage: passage(line),
            })
            .collect(),
        passages: changed.iter().map(|(_, entry, change)| passage_data(entry, *change)).collect(),
    };
    // Strings, numbers and flags only: serialising them cannot fail.
    let mut out = serde_json::to_string_pretty(&data).unwrap_or_default();
    out.push('\n');
    out
}

fn passage_data(entry: &Entry, change: Change) -> PassageData<'_> {
    PassageData {
        change: change.id(),
        kind: PassageKind::id(entry.kind),
        old: entry.old.as_ref().map(spot),
        new: entry.new.as_ref().map(spot),
        moved: entry.moved,
        renumbered: entry.renumbered,
        reworded: entry.reworded(),
        rows: entry.rows.iter().map(row).collect(),
    }
}

fn spot(spot: &Spot) -> SpotData<'_> {
    SpotData { id: &spot.anchor, number: spot.number.as_deref() }
}

fn row(row: &Row) -> RowData<'_> {
    RowData {
        role: match row.role {
            Role::Words => "words",
            Role::Caption => "caption",
            Role::Head => "head",
            Role::Body => "body",
        },
        presence: presence(row.presence),
        cells: row.cells.iter().map(|cell| cell.iter().map(run_data).collect()).collect(),
    }
}

fn run_data(run: &Run) -> RunData<'_> {
    RunData { presence: presence(run.presence), text: &run.text }
}

const fn presence(presence: Presence) -> &'static str {
    match presence {
        Presence::Both => "both",
        Presence::Old => "old",
        Presence::New => "new",
    }
}
