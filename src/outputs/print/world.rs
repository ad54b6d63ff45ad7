//! The world in which layouts are set: bytes in memory, our own fonts, a fixed date.
//!
//! There is no file system, no package and no network behind it. A layout can read exactly two
//! files that are not layouts: `words.json`, the texts of the site's language, and `data.json`,
//! what is to be printed.

use std::sync::Arc;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::source::theme::Theme;

/// What all sheets of a run share: layouts, fonts and words, parsed once.
pub(super) struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    /// Layouts by file; a handful, so that a walk finds them.
    layouts: Vec<(FileId, Source)>,
    words: (FileId, Bytes),
    /// The file under which each sheet finds its data. File ids live as long as the process and
    /// there are 65,535 of them, so all sheets share this one.
    data: FileId,
}

impl Shelf {
    /// The layouts in `print/` and the fonts in `fonts/` of `theme`, with `words` as JSON.
    ///
    /// A font or layout that cannot be read is a finding in the theme's file.
    pub(super) fn new(theme: &Theme, words: String) -> Result<Self, Diagnostics> {
        let mut findings = Diagnostics::default();
        let fonts = fonts(theme, &mut findings);
        let layouts = layouts(theme, &mut findings);
        let (Some(words_id), Some(data)) = (file_id("words.json"), file_id("data.json")) else {
            return Err(findings);
        };
        if findings.has_errors() {
            return Err(findings);
        }
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            layouts,
            words: (words_id, Bytes::from_string(words)),
            data,
        })
    }
}

/// The fonts of `theme`; those that cannot be read become findings.
fn fonts(theme: &Theme, findings: &mut Diagnostics) -> Vec<Font> {
    let mut fonts = Vec::new();
    for (name, bytes) in theme.folder("fonts/").filter(|(name, _)| has_ending(name, "ttf otf")) {
        let found = fonts.len();
        fonts.extend(Font::iter(Bytes::new(bytes.to_vec())));
        if fonts.len() == found {
            findings.push(Diagnostic::error("print-font", Place::file(format!("fonts/{name}"))));
        }
    }
    fonts
}

/// The layouts of `theme`, parsed; those that are not UTF-8 become findings.
fn layouts(theme: &Theme, findings: &mut Diagnostics) -> Vec<(FileId, Source)> {
    let mut layouts = Vec::new();
    for (name, bytes) in theme.folder("print/").filter(|(name, _)| has_ending(name, "typ")) {
        if let (Some(id), Ok(text)) = (file_id(name), std::str::from_utf8(bytes)) {
            layouts.push((id, Source::new(id, text.to_owned())));
        } else {
            let place = Place::file(format!("print/{name}"));
            let detail = FileError::InvalidUtf8.to_string();
            let finding = Diagnostic::error("print-layout", place).with("detail", detail);
            findings.push(finding.with("output", name));
        }
    }
    layouts
}

/// Whether `name` ends in a dot and one of these `endings`, which are divided by spaces.
fn has_ending(name: &str, endings: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| endings.split(' ').any(|known| known == ending))
}

/// One sheet on its way: the shared [`Shelf`], a layout and what it prints.
#[derive(Clone)]
pub(super) struct Sheet {
    shelf: Arc<Shelf>,
    layout: FileId,
    data: Bytes,
    today: Option<Datetime>,
}

impl Sheet {
    /// A sheet of the layout in `file` that prints `data`, which is JSON. `None` only if `file`
    /// is no file name.
    pub(super) fn new(shelf: &Arc<Shelf>, file: &str, data: String, day: Date) -> Option<Self> {
        let (shelf, layout) = (Arc::clone(shelf), file_id(file)?);
        Some(Self { shelf, layout, data: Bytes::from_string(data), today: midnight(day) })
    }

    /// The sheet with other data.
    pub(super) fn with_data(&self, data: String) -> Self {
        Self { data: Bytes::from_string(data), ..self.clone() }
    }
}

/// `date` at 00:00 as Typst has it; `None` for dates that it cannot hold.
pub(super) fn midnight(date: Date) -> Option<Datetime> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
}

fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Sheet {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.layout
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.shelf.layouts.iter().find(|(layout, _)| *layout == id);
        found.map(|(_, source)| source.clone()).ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.shelf.data => Ok(self.data.clone()),
            id if id == self.shelf.words.0 => Ok(self.shelf.words.1.clone()),
            _ => Err(missing(id)),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        self.today
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
