//! Places in source files, as people count them.

use std::sync::Arc;

use crate::language::Catalogue;

/// A place in a file, or the file as a whole if `line` is 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the workspace's root, with `/`.
    pub path: Arc<str>,
    /// Line from 1; 0 for the whole file.
    pub line: u32,
    /// Column from 1, in characters; 0 for the whole file.
    pub column: u32,
    /// Length in characters, at least 1; it does not reach beyond the line.
    pub length: u32,
    /// The line itself without its end, at most 2000 characters; of a cell its text.
    pub text: String,
    /// The cell, in a spreadsheet: line and column are then its row and column.
    pub cell: Option<Cell>,
}

/// A cell of a spreadsheet (ячейка), as people find it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Name of the sheet; `None` where a file has no sheets.
    pub sheet: Option<Arc<str>>,
    /// Name of the cell: `C7`.
    pub name: String,
}

impl Cell {
    /// «лист «График», ячейка C7».
    #[must_use]
    pub fn label(&self, catalogue: &Catalogue) -> String {
        let sheet = self.sheet.as_deref().unwrap_or("none");
        catalogue
            .format("place-cell", &[("sheet", sheet.into()), ("cell", self.name.as_str().into())])
    }
}

/// Longest line that a place keeps, in characters.
const LONGEST_LINE: usize = 2000;

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), ..Self::default() }
    }

    /// A cell with its text, of which the first line is kept. `row` and `column` count from 1.
    #[must_use]
    pub fn of_cell(path: Arc<str>, cell: Cell, (row, column): (u32, u32), text: &str) -> Self {
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let text: String = line.trim().chars().take(LONGEST_LINE).collect();
        let length = number(text.chars().count()).max(1);
        Self { path, line: row, column, length, text, cell: Some(cell) }
    }
}

/// A file's text with its path, for turning offsets and lines into places.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    path: Arc<str>,
    text: &'a str,
    /// 0-based number of the first line of `text` in the file: not 0 for a part of a file.
    first_line: u32,
}

impl<'a> LineIndex<'a> {
    /// An index of a whole file.
    #[must_use]
    pub fn new(path: Arc<str>, text: &'a str) -> Self {
        Self { path, text, first_line: 0 }
    }

    /// An index of a part of a file that begins after `first_line` lines.
    #[must_use]
    pub fn part(path: Arc<str>, text: &'a str, first_line: u32) -> Self {
        Self { path, text, first_line }
    }

    /// The file as a whole.
    #[must_use]
    pub fn whole(&self) -> Place {
        Place::file(Arc::clone(&self.path))
    }

    /// The place at a line and column of `text`, both from 1, `length` characters long.
    /// Values beyond the text are brought within it.
    #[must_use]
    pub fn at(&self, line: u32, column: u32, length: u32) -> Place {
        let line = line.max(1);
        self.within(
            self.text.lines().nth(line as usize - 1).unwrap_or_default(),
            line,
            column,
            length,
        )
    }

    /// The place in `content`, which is the line with this number.
    fn within(&self, content: &str, line: u32, column: u32, length: u32) -> Place {
        let width = number(content.chars().count());
        let column = column.clamp(1, width.max(1));
        Place {
            path: Arc::clone(&self.path),
            line: line + self.first_line,
            column,
            length: length.clamp(1, (width + 1).saturating_sub(column).max(1)),
            cell: None,
            text: content.chars().take(LONGEST_LINE).collect(),
        }
    }

    /// The whole line, from its first character that is not white space.
    #[must_use]
    pub fn line(&self, line: u32) -> Place {
        let mut place = self.at(line, 1, u32::MAX);
        let indent = place.text.chars().take_while(|c| c.is_whitespace()).count();
        if indent < place.text.chars().count() {
            let indent = u32::try_from(indent).unwrap_or(0);
            place.column += indent;
            place.length -= indent;
        }
        place
    }

    /// The place of a byte range of `text`; it ends at the end of its first line.
    #[must_use]
    pub fn bytes(&self, range: std::ops::Range<usize>) -> Place {
        let before = &self.text[..floor(self.text, range.start)];
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        self.bytes_on_line(range, number(line))
    }

    /// The place of a byte range that begins on the line with this number of `text`, from 1.
    #[must_use]
    pub fn bytes_on_line(&self, range: std::ops::Range<usize>, line: u32) -> Place {
        let start = floor(self.text, range.start);
        let end = floor(self.text, range.end).max(start);
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let content = self.text[line_start..].lines().next().unwrap_or_default();
        let column = self.text[line_start..start].chars().count() + 1;
        let length = self.text[start..end].lines().next().unwrap_or_default().chars().count();
        self.within(content, line, number(column), number(length))
    }
}

/// `n`, or the largest number that fits.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The largest character boundary of `text` that is not after `index`.
fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}
