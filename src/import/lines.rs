//! From what a reader found to lines whose letters are counted.

use super::document::{Align, Area, Block, Extract, Flow, Origin, Paragraph, Setting, Table};
use super::ledger::{Ledger, short};
use super::text::{Run, Style, Text};
use crate::diagnostics::Severity;
use crate::language::Arg;

/// Something that a person should decide; it becomes a note at its line of the edition.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doubt {
    pub(super) id: &'static str,
    pub(super) severity: Severity,
    pub(super) args: Vec<(&'static str, Arg)>,
}

impl Doubt {
    pub(super) fn new(id: &'static str) -> Self {
        Self { id, severity: Severity::Note, args: Vec::new() }
    }

    pub(super) fn about(id: &'static str, name: &'static str, value: impl Into<Arg>) -> Self {
        Self { args: vec![(name, value.into())], ..Self::new(id) }
    }

    /// Text of a paragraph is struck out.
    fn struck(paragraph: &Paragraph) -> Option<Self> {
        let struck = paragraph.spans.iter().filter(|span| span.struck);
        let words = struck.map(|span| span.text.as_str()).collect::<Vec<_>>().join(" … ");
        let says = words.contains(char::is_alphanumeric);
        let doubt = Self::about("import-struck", "words", short(&words));
        says.then_some(Self { severity: Severity::Warning, ..doubt })
    }
}

/// A line of the file or, once lines are joined, a paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) origin: Origin,
    pub(super) area: Area,
    pub(super) heading: Option<u8>,
    pub(super) align: Align,
    pub(super) depth: u8,
    pub(super) indent: i32,
    pub(super) setting: Option<Setting>,
    pub(super) label: Option<String>,
    pub(super) text: Text,
    /// Empty lines before it.
    pub(super) gap: u32,
    /// It is the first of a page.
    pub(super) turned: bool,
    /// White space stands before its first letter.
    pub(super) led: bool,
    pub(super) doubts: Vec<Doubt>,
}

/// What the text of a file consists of.
#[derive(Debug, Clone)]
pub(super) enum Unit {
    Line(Line),
    Table(Grid),
}

/// A table.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub(super) rows: Vec<Vec<GridCell>>,
}

/// A cell; one that a merged cell covers is absent.
#[derive(Debug, Clone)]
pub(super) struct GridCell {
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) units: Vec<Unit>,
}

/// The body of a note.
#[derive(Debug, Clone, Default)]
pub(super) struct NoteText {
    /// The mark as shown.
    pub(super) mark: String,
    pub(super) paragraphs: Vec<Text>,
    pub(super) doubts: Vec<Doubt>,
}

/// The text of a file and its notes.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) units: Vec<Unit>,
    pub(super) notes: Vec<NoteText>,
}

impl Unit {
    /// What is uncertain of a line, or of the cells of a table.
    pub(super) fn doubts(&self) -> Vec<Doubt> {
        match self {
            Self::Line(line) => line.doubts.clone(),
            Self::Table(grid) => grid.doubts(),
        }
    }

    pub(super) fn line(&self) -> Option<&Line> {
        match self {
            Self::Line(line) => Some(line),
            Self::Table(_) => None,
        }
    }
}

impl Grid {
    /// What is uncertain of its cells.
    pub(super) fn doubts(&self) -> Vec<Doubt> {
        let cells = self.rows.iter().flatten();
        cells.flat_map(|cell| &cell.units).flat_map(Unit::doubts).collect()
    }
}

/// Lines and notes of `extract`; every character is counted in `ledger`.
pub(super) fn sheet(extract: &Extract, ledger: &mut Ledger) -> Sheet {
    let units = units(&extract.blocks, extract.flow, ledger);
    extract.omitted.iter().for_each(|omission| ledger.omitted(omission));
    let mut notes = Vec::new();
    for note in &extract.notes {
        let (mut paragraphs, mut doubts) = (Vec::new(), Vec::new());
        for paragraph in &note.body {
            doubts.extend(Doubt::struck(paragraph));
            let mut text = text(paragraph, ledger);
            number(paragraph, &mut text, ledger);
            text.trim();
            paragraphs.push(text);
        }
        paragraphs.retain(|text| !text.is_blank());
        let mark = note.mark.trim().to_owned();
        notes.push(NoteText { mark, paragraphs, doubts });
    }
    Sheet { units, notes }
}

/// Puts the computed number of a paragraph before its text.
fn number(paragraph: &Paragraph, text: &mut Text, ledger: &mut Ledger) {
    let Some(label) = paragraph.label.as_deref().filter(|label| is_number(label)) else { return };
    let mut numbered = Text::added(&format!("{} ", label.trim()));
    numbered.push(std::mem::take(text));
    *text = numbered;
    ledger.labels.push((paragraph.origin, label.trim().to_owned()));
}

/// Whether a label says something, as a number does and a bullet does not.
pub(super) fn is_number(label: &str) -> bool {
    let core = label.trim();
    // Bullets of old symbol fonts are letters: «o» of Courier New, «ü» and «§» of Wingdings.
    !matches!(core, "o" | "ü" | "Ø" | "§" | "q" | "v" | "Ш" | "l" | "n")
        && core.chars().any(char::is_alphanumeric)
}

fn units(blocks: &[Block], flow: Flow, ledger: &mut Ledger) -> Vec<Unit> {
    let mut units = Vec::new();
    let (mut gap, mut turned) = (0, false);
    let mut before: Option<Origin> = None;
    for block in blocks {
        match block {
            Block::PageBreak => turned = true,
            Block::Table(table) => {
                units.push(Unit::Table(grid(table, flow, ledger)));
                before = Some(table.origin);
                gap = 0;
            }
            Block::Paragraph(paragraph) => {
                let line = line(paragraph, flow, ledger);
                let here = line.origin;
                if line.text.is_blank() && line.label.is_none() {
                    gap += 1;
                    before = Some(here);
                    continue;
                }
                let skipped = before.filter(|before| before.page == here.page);
                let skipped = skipped.map_or(0, |b| here.line.saturating_sub(b.line + 1));
                turned |= before.is_some_and(|before| before.page != here.page);
                let wide = u32::from(line.setting.is_some_and(|setting| setting.gap));
                units.push(Unit::Line(Line { gap: gap + skipped + wide, turned, ..line }));
                (gap, turned, before) = (0, false, Some(here));
            }
        }
    }
    units
}

fn line(paragraph: &Paragraph, flow: Flow, ledger: &mut Ledger) -> Line {
    let mut text = text(paragraph, ledger);
    let plain = text.plain();
    // On a page an indent begins a paragraph; in lines of a text file it is what is left of a mark.
    let blank = flow == Flow::Lines && paragraph.origin.page == 0 && paragraph.indent > 0;
    let led = blank || plain.starts_with(char::is_whitespace);
    text.trim();
    if let Some(label) = paragraph.label.as_deref().filter(|label| is_number(label)) {
        ledger.labels.push((paragraph.origin, label.trim().to_owned()));
    }
    Line {
        origin: paragraph.origin,
        area: paragraph.area,
        heading: paragraph.heading,
        align: paragraph.align,
        depth: paragraph.depth,
        indent: paragraph.indent,
        setting: paragraph.setting,
        label: paragraph.label.clone(),
        text,
        led,
        doubts: Doubt::struck(paragraph).into_iter().collect(),
        ..Line::default()
    }
}

fn text(paragraph: &Paragraph, ledger: &mut Ledger) -> Text {
    let mut runs = Vec::new();
    for span in paragraph.spans.iter().filter(|span| !span.text.is_empty()) {
        if span.note.is_some() {
            // The mark of a note is no word; what is around it are two.
            ledger.count(" ", paragraph.origin);
            runs.push(Run { text: span.text.clone(), at: None, style: Style::of(span) });
            continue;
        }
        let at = Some(ledger.count(&span.text, paragraph.origin));
        runs.push(Run { text: span.text.clone(), at, style: Style::of(span) });
    }
    // What stands in different paragraphs is different words.
    ledger.count("\n", paragraph.origin);
    Text { runs }
}

fn grid(table: &Table, flow: Flow, ledger: &mut Ledger) -> Grid {
    let mut rows = Vec::new();
    for row in &table.rows {
        let cells = row.iter().map(|cell| GridCell {
            columns: cell.columns.max(1),
            rows: cell.rows.max(1),
            units: units(&cell.blocks, flow, ledger),
        });
        rows.push(cells.collect());
    }
    Grid { rows }
}
