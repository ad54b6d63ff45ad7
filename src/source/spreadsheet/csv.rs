//! Tables as text (.csv): the encoding and the separator are found out.

use super::grid::{Book, Value};
use super::refusal::Refusal;
use super::text::squeezed;
use crate::source::encoding;

/// The separators in use.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// The one sheet of the file in `bytes`. `heads` tells how many headings of columns a row has:
/// the separator is the one that shows most of them.
pub(super) fn read(bytes: &[u8], heads: impl Fn(&[String]) -> usize) -> Result<Book, Refusal> {
    let text = encoding::decode(bytes).ok_or(Refusal::Encoding)?.text;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // Excel's own way to name the separator.
    let named = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    let (text, named) = match named.and_then(|rest| rest.bytes().next()) {
        Some(separator) if separator.is_ascii() => {
            (text.split_once('\n').map_or("", |(_, rest)| rest), Some(separator))
        }
        _ => (text, None),
    };
    let separator = named.unwrap_or_else(|| separator(text, heads));
    // The line `sep=;` is the first row for who counts in an editor, but Excel does not show it.
    let mut book = Book::default();
    book.begin(None, false)?;
    for (row, record) in (0..).zip(records(text, separator)) {
        for (column, field) in (0..).zip(&record) {
            book.put((row, column), Value::Text(field.clone()))?;
        }
    }
    Ok(book)
}

/// The separator that shows most headings in a row, else most columns.
fn separator(text: &str, heads: impl Fn(&[String]) -> usize) -> u8 {
    let begin: String = text.split_inclusive('\n').take(60).collect();
    let score = |separator: &u8| {
        let rows = records(&begin, *separator).map(|row| (heads(&row), row.len()));
        rows.max().unwrap_or_default()
    };
    // Of equals the first: `max_by_key` would take the last.
    SEPARATORS.into_iter().rev().max_by_key(score).unwrap_or(b';')
}

/// Rows of fields; empty lines are rows without fields, so that rows have the numbers that
/// spreadsheet programs show.
fn records(text: &str, separator: u8) -> impl Iterator<Item = Vec<String>> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    let records = builder.from_reader(text.as_bytes()).into_records().flatten();
    let mut line = 1;
    let mut rows = Vec::new();
    for record in records {
        let begin = record.position().map_or(line, csv::Position::line);
        rows.extend((line..begin).map(|_| Vec::new()));
        let fields: Vec<String> = record.iter().map(squeezed).collect();
        let breaks: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        line = begin + breaks as u64 + 1;
        rows.push(fields);
    }
    rows.into_iter()
}
