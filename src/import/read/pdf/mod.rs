//! PDF files with a layer of text, from the places of their glyphs.
//!
//! The library that Typst reads PDF with draws the pages for us; what it draws is collected and
//! put in order. A file that asks for a password, a scan, and one that does not tell its letters
//! are refused, as is one that takes too long.

mod areas;
mod blocks;
mod collect;
mod grid;
mod inventory;
mod lines;
mod page;
mod setting;
mod streams;

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use hayro_interpret::font::{FontData, FontQuery, StandardFont};
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use kurbo::Rect;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::Theme;

use super::super::document::{Extract, Flow, Repair};
use super::refusal;
use blocks::Builder;
use collect::{Collector, Glyph};
use page::Page;

/// Most pages.
const MOST_PAGES: usize = 500;
/// How long a file may take. One of a hundred pages takes some tenths of a second.
const LIMIT: Duration = Duration::from_millis(1700);
/// Stack of the thread that reads, in bytes: parts of a PDF can be nested.
const STACK: usize = 16 << 20;
/// Fewest letters of a page that is no scan, if pictures cover half of it: signatures of documents
/// put some words over a picture of text.
const FEWEST_LETTERS: usize = 300;
/// One glyph of so many may be without a letter.
const LOST: usize = 30;

/// Whether the bytes are a PDF file: the mark may stand a little after the begin.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    head.windows(5).any(|window| window == b"%PDF-")
}

/// Reads a PDF. Characters that are lost are a warning.
pub(super) fn read(
    path: &str,
    bytes: &[u8],
    found: &mut Diagnostics,
) -> Result<Extract, Box<Diagnostic>> {
    let drawn = watched(bytes.to_vec()).map_err(|refused| refused.diagnostic(path))?;
    let letters: usize = drawn.pages.iter().map(DrawnPage::letters).sum();
    let lost: usize = drawn.pages.iter().map(|page| page.lost).sum();
    let says = |page: &DrawnPage| page.letters() + page.lost > 0 && !page.is_picture();
    if !drawn.pages.iter().any(says) || drawn.invisible > letters {
        return Err(refusal("pdf-scan", path).into());
    }
    if lost * LOST > letters {
        return Err(refusal("pdf-no-letters", path).into());
    }
    if let Some(page) = drawn.pages.iter().position(|page| page.lost > 0) {
        let warning = Diagnostic::warning("import-lost-characters", refusal("", path).place);
        found.push(warning.with("count", lost as u64).with("page", (page + 1) as u64));
    }
    for (index, _) in drawn.pages.iter().enumerate().filter(|(_, page)| page.is_picture()) {
        let warning = Diagnostic::warning("import-page-picture", refusal("", path).place);
        found.push(warning.with("page", (index + 1) as u64));
    }
    extract(drawn).ok_or_else(|| refusal("pdf-no-letters", path).into())
}

/// What all pages draw.
struct Drawn {
    pages: Vec<DrawnPage>,
    /// Number of glyphs that are not shown: a layer of recognised text over a scan.
    invisible: usize,
}

/// What a page draws.
struct DrawnPage {
    glyphs: Vec<Glyph>,
    rules: Vec<collect::Rule>,
    /// Width and height, in points.
    size: (f64, f64),
    /// How much of it pictures cover, in square points.
    pictured: f64,
    /// Number of glyphs without a letter.
    lost: usize,
}

impl DrawnPage {
    /// Number of glyphs that are letters.
    fn letters(&self) -> usize {
        self.glyphs.iter().filter(|glyph| glyph.text.chars().any(char::is_alphabetic)).count()
    }

    /// Whether it is a picture of a text.
    fn is_picture(&self) -> bool {
        self.pictured * 2.0 >= self.size.0 * self.size.1 && self.letters() < FEWEST_LETTERS
    }
}

/// Why a file is refused.
#[derive(Debug, Clone, Copy)]
enum Refused {
    Damaged,
    Encrypted,
    Pages,
    Glyphs,
    Time,
}

impl Refused {
    fn diagnostic(self, path: &str) -> Diagnostic {
        match self {
            Self::Damaged => refusal("pdf-damaged", path),
            Self::Encrypted => refusal("pdf-encrypted", path),
            Self::Pages => refusal("pdf-too-long", path).with("limit", MOST_PAGES as u64),
            Self::Glyphs | Self::Time => refusal("pdf-too-complex", path),
        }
    }
}

/// Draws the file on a thread of its own: a file can be made so that it is drawn for ever, and the
/// library cannot be interrupted. The thread is then left behind and ends with the process.
fn watched(bytes: Vec<u8>) -> Result<Drawn, Refused> {
    let (outgoing, made) = channel();
    let work = move || {
        // Nobody listens any more if it took too long.
        let _ = outgoing.send(draw(bytes));
    };
    let started = thread::Builder::new().stack_size(STACK).spawn(work);
    if started.is_err() {
        return Err(Refused::Time);
    }
    made.recv_timeout(LIMIT).unwrap_or_else(|error| match error {
        RecvTimeoutError::Timeout => Err(Refused::Time),
        // The library panicked, which a broken file can bring about.
        RecvTimeoutError::Disconnected => Err(Refused::Damaged),
    })
}

fn draw(bytes: Vec<u8>) -> Result<Drawn, Refused> {
    if !streams::fit(&bytes) {
        return Err(Refused::Glyphs);
    }
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refused::Encrypted,
        LoadPdfError::Invalid => Refused::Damaged,
    })?;
    let pages = pdf.pages();
    match pages.len() {
        0 => return Err(Refused::Damaged),
        length if length > MOST_PAGES => return Err(Refused::Pages),
        _ => {}
    }
    let cache = InterpreterCache::new();
    let settings = settings();
    let mut collector = Collector::default();
    let mut drawn = Vec::with_capacity(pages.len());
    for page in pages.iter() {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let place = page.initial_transform(true).to_kurbo();
        let area = Rect::new(0.0, 0.0, width, height);
        let mut context = Context::new(place, area, &cache, page.xref(), settings.clone());
        interpret_page(page, &mut context, &mut collector);
        if collector.is_full() {
            return Err(Refused::Glyphs);
        }
        drawn.push(collector.page((width, height)));
    }
    Ok(Drawn { pages: drawn, invisible: collector.invisible })
}

/// Fonts that a file leaves to the reader are ours: only the widths of glyphs come from them.
fn settings() -> InterpreterSettings {
    let theme = Theme::built_in();
    let font = move |query: &FontQuery| -> Option<(FontData, u32)> {
        let (bold, italic) = match query {
            FontQuery::Standard(font) => standard(*font),
            FontQuery::Fallback(font) => (font.is_bold || font.font_weight >= 600, font.is_italic),
        };
        let path = match (bold, italic) {
            (false, false) => "fonts/PTF55F.ttf",
            (false, true) => "fonts/PTF56F.ttf",
            (true, false) => "fonts/PTF75F.ttf",
            (true, true) => "fonts/PTF76F.ttf",
        };
        let data: FontData = Arc::new(theme.get(path)?.to_vec());
        Some((data, 0))
    };
    InterpreterSettings { font_resolver: Arc::new(font), ..InterpreterSettings::default() }
}

/// Whether a standard font is bold, and italic.
fn standard(font: StandardFont) -> (bool, bool) {
    let name = font.postscript_name();
    (name.contains("Bold"), name.contains("Italic") || name.contains("Oblique"))
}

fn extract(drawn: Drawn) -> Option<Extract> {
    let mut repairs: Vec<Repair> = Vec::new();
    let mut inventory = Vec::new();
    let mut pages = Vec::new();
    for (index, mut page) in drawn.pages.into_iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        inventory::mend(&mut page.glyphs, number, &mut repairs).then_some(())?;
        inventory.push(inventory::words(&page.glyphs));
        pages.push(Page::new(page.glyphs, &page.rules, page.size));
    }
    let areas = areas::areas(&pages);
    let mut builder = Builder::new(&pages);
    builder.pages(&pages, &areas);
    repairs.extend(builder.repairs);
    let (blocks, flow) = (builder.blocks, Flow::Lines);
    Some(Extract { blocks, flow, repairs, inventory, ..Extract::default() })
}
