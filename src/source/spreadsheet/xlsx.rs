//! Excel's .xlsx: cells, formulas and merged areas by calamine.
//!
//! What calamine would do without a limit, or does not tell, is read here first, straight from the
//! parts of the archive: how many strings and styles the file announces, and which rows are hidden.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx, XlsxCellReader,
};
use jiff::civil::{Date, DateTime, Time};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::grid::{Area, Book, Value};
use super::refusal::Refusal;
use crate::source::archive::Archive;

/// Most strings and styles that a file may announce; Excel itself allows 65 490 styles.
const MOST_ANNOUNCED: usize = 200_000;
/// Largest part with styles, in bytes.
const LARGEST_STYLES: usize = 8 << 20;

/// The sheets of the file in `bytes`.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut archive = Archive::open(bytes)?;
    archive.check()?;
    let mut archive = Archive::open(bytes)?;
    announced(&mut archive)?;
    let mut file = Xlsx::new(Cursor::new(bytes))?;
    let mut book = Book::default();
    for sheet in file.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        book.begin(Some(&sheet.name), sheet.visible != SheetVisible::Visible)?;
        for area in file.merge_cells_by_sheet_name(&sheet.name)? {
            book.merge(Area { first: area.start, last: area.end })?;
        }
        cells(&mut file.worksheet_cells_reader(&sheet.name)?, &mut book)?;
    }
    hidden_rows(&mut archive, &mut book)?;
    Ok(book)
}

fn cells(reader: &mut XlsxCellReader<'_, Cursor<&[u8]>>, book: &mut Book) -> Result<(), Refusal> {
    while let Some(cell) = reader.next_cell_with_formula_metadata()? {
        let value = match cell.value {
            DataRef::Empty if cell.formula.is_some() => Value::Uncomputed,
            DataRef::Empty => continue,
            DataRef::Int(number) => Value::Text(number.to_string()),
            DataRef::Float(number) => Value::Number(number),
            DataRef::String(text) => Value::Text(text),
            DataRef::SharedString(text) => Value::Text(text.to_owned()),
            DataRef::Bool(flag) => Value::Flag(flag),
            DataRef::DateTime(moment) => excel_moment(&moment),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_moment(&text),
            DataRef::Error(error) => Value::Fault(error.to_string()),
        };
        book.put(cell.pos, value)?;
    }
    Ok(())
}

/// A moment of Excel: the number of days is a date, its fraction a time. 0 is midnight.
fn excel_moment(moment: &ExcelDateTime) -> Value {
    let serial = moment.as_f64();
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = Date::new(
        i16::try_from(year).unwrap_or_default(),
        i8::try_from(month).unwrap_or_default(),
        i8::try_from(day).unwrap_or_default(),
    );
    // A computed 14:30 may be stored as 14:29:59.999.
    let late = u32::from(second) * 1000 + u32::from(milli) >= 30_000;
    let minutes = u16::from(hour) * 60 + u16::from(minute) + u16::from(late);
    let is_whole = serial.fract().abs() < 1e-9;
    let date = date.ok().filter(|_| serial >= 1.0 && !moment.is_duration());
    Value::Moment(date, Some(minutes).filter(|_| date.is_none() || !is_whole))
}

/// A moment in ISO 8601, as some programs write it: `2026-09-05T14:30:00`, `14:30:00`.
pub(super) fn iso_moment(text: &str) -> Value {
    let minutes = |time: Time| {
        u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs())
    };
    if let (true, Ok(both)) = (text.contains('T'), text.parse::<DateTime>()) {
        let midnight = both.time() == Time::midnight();
        return Value::Moment(Some(both.date()), (!midnight).then(|| minutes(both.time())));
    }
    if let Ok(date) = text.parse::<Date>() {
        return Value::Moment(Some(date), None);
    }
    match text.parse::<Time>() {
        Ok(time) => Value::Moment(None, Some(minutes(time))),
        Err(_) => Value::Text(text.to_owned()),
    }
}

/// Refuses files that announce so much that a reader which believes them runs out of memory.
fn announced(archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let names: Vec<String> = archive.names().collect();
    for name in names {
        let lower = name.to_lowercase();
        if lower.ends_with("sharedstrings.xml") {
            let part = archive.read(&name)?.unwrap_or_default();
            elements(&name, &part, |name, element| {
                let count = (name == "sst").then(|| attribute(element, "uniqueCount")).flatten();
                let count = count.and_then(|count| count.parse().ok()).unwrap_or(0_u64);
                let large = count > MOST_ANNOUNCED as u64;
                if large { Err(Refusal::Large("text", MOST_ANNOUNCED)) } else { Ok(name != "sst") }
            })?;
        } else if lower.ends_with("styles.xml")
            && archive.read(&name)?.unwrap_or_default().len() > LARGEST_STYLES
        {
            return Err(Refusal::Large("styles", LARGEST_STYLES >> 20));
        }
    }
    Ok(())
}

/// Marks the hidden ones among the rows that hold something.
fn hidden_rows(archive: &mut Archive<'_>, book: &mut Book) -> Result<(), Refusal> {
    let parts = sheet_parts(archive)?;
    for sheet in &mut book.sheets {
        let Some(path) = sheet.name.as_deref().and_then(|name| parts.get(name)) else { continue };
        let Some(part) = archive.read(path)? else { continue };
        let mut number = 0_u32;
        elements(path, &part, |name, element| {
            if name == "row" {
                let given = attribute(element, "r").and_then(|row| row.parse().ok());
                number = given.unwrap_or(number + 1);
                let row = number.saturating_sub(1);
                let hidden = attribute(element, "hidden");
                let is_hidden = matches!(hidden.as_deref(), Some("1" | "true"));
                if is_hidden && sheet.row(row).next().is_some() {
                    sheet.hidden_rows.insert(row);
                }
            }
            Ok(true)
        })?;
    }
    Ok(())
}

/// The parts of the archive that hold the sheets, by the names of the sheets.
fn sheet_parts(archive: &mut Archive<'_>) -> Result<BTreeMap<String, String>, Refusal> {
    let mut targets = BTreeMap::new();
    let path = "xl/_rels/workbook.xml.rels";
    elements(path, &archive.read(path)?.unwrap_or_default(), |name, element| {
        if name == "Relationship" {
            let target = attribute(element, "Target").unwrap_or_default();
            let whole = target.strip_prefix('/').map(str::to_owned);
            let part = whole.unwrap_or_else(|| format!("xl/{target}"));
            targets.insert(attribute(element, "Id").unwrap_or_default(), part);
        }
        Ok(true)
    })?;
    let mut parts = BTreeMap::new();
    let path = "xl/workbook.xml";
    elements(path, &archive.read(path)?.unwrap_or_default(), |name, element| {
        let part = attribute(element, "id").and_then(|id| targets.get(&id).cloned());
        if let (true, Some(part)) = (name == "sheet", part) {
            parts.insert(attribute(element, "name").unwrap_or_default(), part);
        }
        Ok(true)
    })?;
    Ok(parts)
}

/// Calls `visit` with the name and the start of each element of the part at `path` until it says
/// `false`.
fn elements(
    path: &str,
    part: &[u8],
    mut visit: impl FnMut(&str, &BytesStart<'_>) -> Result<bool, Refusal>,
) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element)
                if !visit(element.local_name().as_ref(), &element)? =>
            {
                return Ok(());
            }
            // What entities of its own stand for would be lost.
            Event::DocType(_) => return Err(Refusal::Doctype(path.to_owned())),
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// The attribute with this name, whatever its prefix. Repetitions are not looked for, since that
/// takes long where somebody wrote 80 000 of them.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let mut all = all.with_checks(false).flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()
        .map(std::borrow::Cow::into_owned)
}
