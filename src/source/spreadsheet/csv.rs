//! Tables as text (.csv): the encoding and the separator are found out.

use super::grid::{Book, Value};
use super::refusal::Refusal;
use super::text::squeezed;
use crate::source::encoding;

/// The separators in use.
const SEPARATORS: [u8; 3] = [b'\t', b',', b';'];
/// Most fields of a row that are looked at.
const MOST_FIELDS: usize = 1_000;

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
    let mut book = Book::default();
    book.begin(None, false)?;
    for (row, fields) in records(text, separator) {
        for (column, field) in (0..).zip(fields) {
            book.put((row, column), Value::Text(field))?;
        }
    }
    Ok(book)
}

/// The separator that shows most headings in a row, else most columns.
fn separator(text: &str, heads: impl Fn(&[String]) -> usize) -> u8 {
    let begin: String = text.split_inclusive('\n').take(60).collect();
    let score = |separator: &u8| {
        let rows = records(&begin, *separator).map(|(_, fields)| (heads(&fields), fields.len()));
        rows.max().unwrap_or_default()
    };
    // Of equals the last: semicolons are usual.
    SEPARATORS.into_iter().max_by_key(score).unwrap_or(b';')
}

/// Rows with their numbers from 0, as spreadsheet programs show them: an empty line is a row, a
/// line break within quotes is none.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (u32, Vec<String>)> {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(separator).has_headers(false).flexible(true);
    let records = builder.from_reader(text.as_bytes()).into_records().flatten();
    // Line breaks within quotes so far.
    let mut within = 0;
    records.map(move |record| {
        let (line, byte) = record.position().map_or((1, 0), |at| (at.line(), at.byte()));
        // The position is that before the empty lines which are passed over.
        let rest = usize::try_from(byte).ok().and_then(|byte| text.get(byte..)).unwrap_or_default();
        let empty = rest.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n');
        let row = (line + empty.count() as u64).saturating_sub(1 + within);
        within += record.iter().map(|field| field.matches('\n').count() as u64).sum::<u64>();
        let fields = record.iter().take(MOST_FIELDS).map(squeezed).collect();
        (u32::try_from(row).unwrap_or(u32::MAX), fields)
    })
}
