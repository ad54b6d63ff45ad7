//! `OpenDocument` spreadsheets (.ods): a streaming pass over `content.xml`.
//!
//! Not by calamine: its reader knows neither merged cells nor hidden rows, and makes room for every
//! empty cell between two that hold something.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::grid::{Area, Book, Value};
use super::refusal::Refusal;
use super::xlsx::{attribute, iso_moment};
use crate::source::archive::Archive;

/// The part with the sheets.
pub(super) const CONTENT: &str = "content.xml";
/// Most times that a cell or row which holds something is repeated: more is a mistake.
const MOST_REPEATS: u32 = 2_000;
/// Most rows that a sheet can have.
const ROWS: u32 = 1 << 20;
/// Most columns.
const COLUMNS: u32 = 1 << 14;

/// The sheets of the file in `bytes`.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let Some(content) = archive.read(CONTENT)? else {
        return Err(Refusal::Damaged(CONTENT.to_owned()));
    };
    let mut reader = Reader::from_reader(content.as_slice());
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let mut pass = Pass::default();
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => pass.start(&element)?,
            Event::End(element) => pass.end(element.name().as_ref())?,
            Event::Text(text) => pass.text(&text.xml10_content()),
            Event::CData(text) => pass.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let known = quick_xml::escape::resolve_predefined_entity(entity.as_ref());
                let own = entity.resolve_char_ref().ok().flatten().map(String::from);
                let Some(text) = known.map(str::to_owned).or(own) else {
                    return Err(Refusal::Doctype(CONTENT.to_owned()));
                };
                pass.text(&text);
            }
            // What entities of its own stand for would be lost.
            Event::DocType(_) => return Err(Refusal::Doctype(CONTENT.to_owned())),
            Event::Eof => return Ok(pass.book),
            _ => {}
        }
        buffer.clear();
    }
}

/// What the pass knows at a moment.
#[derive(Default)]
struct Pass {
    book: Book,
    /// The style whose properties come.
    style: String,
    hidden_styles: BTreeSet<String>,
    /// Tables that are open; those within a cell are no sheets.
    tables: usize,
    row: u32,
    column: u32,
    /// Times that the present row stands there.
    row_repeats: u32,
    row_hidden: bool,
    cell: Option<Cell>,
    /// Elements that are open within a remark, which is no content.
    remark: usize,
}

/// A cell that is open.
#[derive(Default)]
struct Cell {
    kind: String,
    value: String,
    has_formula: bool,
    text: String,
    repeats: u32,
    columns: u32,
    rows: u32,
    /// Paragraphs so far.
    paragraphs: usize,
}

impl Pass {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if self.remark > 0 {
            self.remark += 1;
            return Ok(());
        }
        let name = element.name();
        match name.as_ref() {
            "style:style" => self.style = attribute(element, "name").unwrap_or_default(),
            "style:table-properties"
                if attribute(element, "display").as_deref() == Some("false") =>
            {
                self.hidden_styles.insert(self.style.clone());
            }
            "office:annotation" => self.remark = 1,
            "table:table" => self.begin_sheet(element)?,
            "table:table-row" if self.tables == 1 => {
                self.column = 0;
                self.row_repeats = number(element, "number-rows-repeated");
                self.row_hidden = attribute(element, "visibility").is_some_and(|v| v != "visible");
            }
            "table:table-cell" | "table:covered-table-cell" if self.tables == 1 => {
                self.cell = Some(Cell::new(element));
            }
            other => self.text_element(other),
        }
        Ok(())
    }

    fn begin_sheet(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.tables += 1;
        if self.tables == 1 {
            let style = attribute(element, "style-name").unwrap_or_default();
            let name = attribute(element, "name").unwrap_or_default();
            (self.row, self.column) = (0, 0);
            self.book.begin(Some(&name), self.hidden_styles.contains(&style))?;
        }
        Ok(())
    }

    /// Elements of the text of a cell that stand for characters.
    fn text_element(&mut self, name: &str) {
        let Some(cell) = self.cell.as_mut() else { return };
        match name {
            "text:p" | "text:h" => {
                cell.paragraphs += 1;
                if cell.paragraphs > 1 {
                    cell.text.push('\n');
                }
            }
            "text:line-break" => cell.text.push('\n'),
            "text:s" | "text:tab" => cell.text.push(' '),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let (Some(cell), 0) =
            (self.cell.as_mut().filter(|cell| cell.paragraphs > 0), self.remark)
        {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), Refusal> {
        if self.remark > 0 {
            self.remark -= 1;
            return Ok(());
        }
        match name {
            "table:table" => self.tables = self.tables.saturating_sub(1),
            "table:table-row" if self.tables == 1 => self.end_row()?,
            "table:table-cell" | "table:covered-table-cell" if self.tables == 1 => {
                if let Some(cell) = self.cell.take() {
                    self.end_cell(cell)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, cell: Cell) -> Result<(), Refusal> {
        let (row, column, repeats) = (self.row, self.column, cell.repeats);
        self.column = column.saturating_add(repeats).min(COLUMNS);
        if cell.columns > 1 || cell.rows > 1 {
            let last = (row.saturating_add(cell.rows - 1), column.saturating_add(cell.columns - 1));
            self.book.merge(Area { first: (row, column), last })?;
        }
        let Some(value) = cell.content() else { return Ok(()) };
        if repeats > MOST_REPEATS {
            return Err(Refusal::Large("cells", MOST_REPEATS as usize));
        }
        (column..self.column).try_for_each(|column| self.book.put((row, column), value.clone()))
    }

    /// A row that stands there several times is copied if it holds something.
    fn end_row(&mut self) -> Result<(), Refusal> {
        let (row, next) = (self.row, self.row.saturating_add(self.row_repeats).min(ROWS));
        self.row = next;
        let Some(sheet) = self.book.sheets.last_mut() else { return Ok(()) };
        let cells: Vec<_> = sheet.row(row).map(|((_, c), value)| (c, value.clone())).collect();
        if cells.is_empty() {
            return Ok(());
        }
        if next - row > MOST_REPEATS {
            return Err(Refusal::Large("cells", MOST_REPEATS as usize));
        }
        if self.row_hidden {
            sheet.hidden_rows.extend(row..next);
        }
        for copy in row + 1..next {
            for (column, value) in &cells {
                self.book.put((copy, *column), value.clone())?;
            }
        }
        Ok(())
    }
}

impl Cell {
    fn new(element: &BytesStart<'_>) -> Self {
        let get = |name| attribute(element, name);
        let mut kind = get("value-type").unwrap_or_default();
        // LibreOffice says apart that a formula has failed; both attributes end in the same name.
        let mut all = element.attributes();
        let failed = all.with_checks(false).flatten().any(|attribute| {
            attribute.key.as_ref() == "calcext:value-type" && attribute.value == "error"
        });
        if failed {
            "error".clone_into(&mut kind);
        }
        let value = ["value", "date-value", "time-value", "boolean-value", "string-value"];
        Self {
            kind,
            value: value.into_iter().find_map(get).unwrap_or_default(),
            has_formula: get("formula").is_some(),
            repeats: number(element, "number-columns-repeated"),
            columns: number(element, "number-columns-spanned"),
            rows: number(element, "number-rows-spanned"),
            ..Self::default()
        }
    }

    /// What stands in the cell; `None` if it is empty.
    fn content(self) -> Option<Value> {
        let text = self.text.trim();
        let shown = || Value::Text(text.to_owned());
        Some(match self.kind.as_str() {
            "error" => Value::Fault(text.to_owned()),
            "float" | "percentage" | "currency" => {
                self.value.parse().map_or_else(|_| shown(), Value::Number)
            }
            "date" => iso_moment(&self.value),
            "time" => duration(&self.value).map_or_else(shown, |m| Value::Moment(None, Some(m))),
            "boolean" => Value::Flag(self.value == "true"),
            _ if text.is_empty() && self.value.trim().is_empty() => {
                return self.has_formula.then_some(Value::Uncomputed);
            }
            _ if text.is_empty() => Value::Text(self.value),
            _ => shown(),
        })
    }
}

/// `PT14H30M00S` as minutes.
fn duration(text: &str) -> Option<u16> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    Some(hours.checked_mul(60)?.checked_add(minutes)?).filter(|minutes| *minutes <= 24 * 60)
}

/// A number of repetitions, at least 1.
fn number(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}
