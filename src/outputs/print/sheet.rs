//! From an order to files: layout, PDF and preview.

use std::ops::AddAssign;
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::Date;
use serde::Serialize;
use typst::diag::{SourceDiagnostic, SourceResult, Warned};
use typst::foundations::{Label, Smart, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::booklet;
use super::findings::finding;
use super::preview::preview;
use super::world::{Sheet, Shelf, midnight};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity};
use crate::outputs::Artifact;
use crate::outputs::context::SchoolContext;

/// A sheet to be made.
pub(super) struct Order {
    /// Layout in the theme's folder `print/`.
    pub(super) layout: &'static str,
    /// Path of the PDF in the output folder.
    pub(super) path: String,
    /// Path of the preview, for sheets that have one.
    pub(super) preview: Option<String>,
    /// What the layout prints, as JSON.
    pub(super) data: String,
    /// What it prints instead, more carefully, if the first try takes more pages than planned.
    pub(super) retry: Option<String>,
    /// What becomes of its pages.
    pub(super) finish: Finish,
    /// The date that the document bears: an act is dated by its approval, so that it is the same
    /// file whenever the site is built.
    pub(super) dated: Date,
}

/// What becomes of the pages of an [`Order`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finish {
    /// A PDF that everybody can read: PDF/UA-1.
    Accessible,
    /// One that is kept for years, too: PDF/A-2a and PDF/UA-1.
    Lasting,
    /// A [`booklet`]. Its pages are not in the order of reading, so that it has no tags.
    Booklet,
}

/// What every layout needs for the properties of its PDF.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Properties<'a> {
    /// Title of the document.
    pub(super) title: String,
    /// Its author: the school.
    pub(super) author: &'a str,
    /// Language tag.
    pub(super) language: &'static str,
    /// Accent colour of the school as `#rrggbb`.
    pub(super) accent: Option<&'a str>,
}

impl<'a> Properties<'a> {
    /// Properties of a sheet of the school.
    pub(super) fn new(ctx: &'a SchoolContext<'_>, title: String) -> Self {
        Self {
            title,
            author: &ctx.school.name,
            language: ctx.catalogue.language().tag(),
            accent: ctx.school.accent.as_deref(),
        }
    }
}

/// `data` as JSON; views have string keys only, so that this does not fail.
pub(super) fn json(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default()
}

/// A sheet on its way, with all that making it needs: it can be set on another thread.
pub(super) struct Job {
    order: Order,
    sheet: Sheet,
    /// The theme's folder from the workspace's root.
    folder: String,
    options: PdfOptions,
}

/// What came of a [`Job`].
pub(super) struct Made {
    /// Its files, or what is wrong with the layout.
    pub(super) files: Result<Vec<Artifact>, Diagnostics>,
    /// Pages of the PDF.
    pub(super) pages: usize,
    /// Warnings about the layout.
    pub(super) warnings: Vec<Diagnostic>,
    /// The time that it took.
    pub(super) took: Shares,
}

/// Time spent on sheets.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shares {
    /// Setting them, previews and PDFs left out.
    pub layout: Duration,
    /// Writing PDFs.
    pub pdf: Duration,
    /// Drawing previews and writing PNGs.
    pub preview: Duration,
}

impl AddAssign for Shares {
    fn add_assign(&mut self, other: Self) {
        self.layout += other.layout;
        self.pdf += other.pdf;
        self.preview += other.preview;
    }
}

impl Job {
    /// `order` for a school; `None` only if the layout's name is no file name.
    pub(super) fn new(shelf: &Arc<Shelf>, ctx: &SchoolContext<'_>, order: Order) -> Option<Self> {
        let sheet = Sheet::new(shelf, order.layout, order.data.clone(), order.dated)?;
        let folder = format!("themes/{}", ctx.site.theme);
        Some(Self { options: options(ctx, &order), order, sheet, folder })
    }

    /// That the sheet was not finished within `limit`.
    pub(super) fn timeout(&self, limit: Duration) -> Diagnostic {
        let layout = format!("{}/print/{}", self.folder, self.order.layout);
        let seconds = usize::try_from(limit.as_secs()).unwrap_or(usize::MAX);
        let timeout = Diagnostic::error("print-timeout", Place::file(layout));
        timeout.with("output", self.order.path.as_str()).with("count", seconds)
    }

    /// Makes the files.
    pub(super) fn make(&self) -> Made {
        let (order, sheet) = (&self.order, &self.sheet);
        let (mut warnings, mut pages, mut took) = (Vec::new(), 0, Shares::default());
        let told = |said: &SourceDiagnostic| finding(said, sheet, &self.folder, &order.path);
        let begin = Instant::now();
        let Warned { output, warnings: said } = set(sheet, order.retry.as_ref());
        took.layout = begin.elapsed();
        warnings.extend(said.iter().map(told));
        let files = output.map_err(|said| said.iter().map(told).collect());
        let files = files.and_then(|document| {
            let document = match order.finish {
                Finish::Booklet => booklet::imposed(&document),
                Finish::Accessible | Finish::Lasting => document,
            };
            pages = document.pages().len();
            let begin = Instant::now();
            let bytes = write_pdf(&document, &self.options, |said| {
                warnings.extend(said.iter().map(told).map(as_warning));
            });
            took.pdf = begin.elapsed();
            let bytes = bytes.map_err(|said| said.iter().map(told).collect::<Vec<_>>())?;
            let begin = Instant::now();
            let files = files_of(order, &document, bytes);
            took.preview = begin.elapsed();
            Ok(files)
        });
        Made { files: files.map_err(gathered), pages, warnings, took }
    }
}

/// Sets `sheet`; if that takes more pages than planned and there is something to `retry`, sets
/// that.
fn set(sheet: &Sheet, retry: Option<&String>) -> Warned<SourceResult<PagedDocument>> {
    let first = typst::compile::<PagedDocument>(sheet);
    match retry {
        Some(data) if first.output.as_ref().is_ok_and(overflows) => {
            typst::compile(&sheet.with_data(data.clone()))
        }
        _ => first,
    }
}

/// Whether `document` has more pages than its layout tells as metadata with the label `sheets`;
/// without such, more than one.
fn overflows(document: &PagedDocument) -> bool {
    let pages = document.pages().len();
    let label = Label::new(PicoStr::intern("sheets"));
    let told = label.and_then(|label| document.introspector().query_label(label).ok());
    match told.and_then(|told| told.to_packed::<MetadataElem>()).map(|told| &told.value) {
        Some(Value::Int(planned)) => usize::try_from(*planned).is_ok_and(|most| pages > most),
        Some(_) => false,
        None => pages > 1,
    }
}

/// A PDF after the standard of `options`; where the content does not allow that (a character
/// that no font has), `because` is told why and the PDF is tagged without the claim.
fn write_pdf(
    document: &PagedDocument,
    options: &PdfOptions,
    because: impl FnOnce(&[SourceDiagnostic]),
) -> Result<Vec<u8>, Vec<SourceDiagnostic>> {
    typst_pdf::pdf(document, options).or_else(|said| {
        because(&said);
        let plain = PdfOptions { standards: PdfStandards::default(), ..copy(options) };
        typst_pdf::pdf(document, &plain).map_err(|said| said.to_vec())
    })
}

/// Options of a sheet: nothing in them depends on the machine or the clock.
fn options(ctx: &SchoolContext<'_>, order: &Order) -> PdfOptions {
    let standards: &[PdfStandard] = match order.finish {
        Finish::Accessible => &[PdfStandard::Ua_1],
        Finish::Lasting => &[PdfStandard::A_2a, PdfStandard::Ua_1],
        Finish::Booklet => &[],
    };
    PdfOptions {
        ident: Smart::Custom(ctx.addresses.absolute(&order.path)),
        creator: Smart::Custom(Some("reglament".to_owned())),
        timestamp: midnight(order.dated).map(Timestamp::new_utc),
        standards: PdfStandards::new(standards).unwrap_or_default(),
        tagged: order.finish != Finish::Booklet,
        ..PdfOptions::default()
    }
}

fn copy(options: &PdfOptions) -> PdfOptions {
    PdfOptions {
        ident: options.ident.clone(),
        creator: options.creator.clone(),
        timestamp: options.timestamp,
        page_ranges: None,
        standards: options.standards.clone(),
        tagged: options.tagged,
        pretty: options.pretty,
    }
}

fn files_of(order: &Order, document: &PagedDocument, pdf: Vec<u8>) -> Vec<Artifact> {
    let mut files = vec![Artifact::new(order.path.clone(), pdf)];
    let picture = document.pages().first().filter(|_| order.preview.is_some()).and_then(preview);
    if let (Some(path), Some(bytes)) = (&order.preview, picture) {
        files.push(Artifact::new(path.clone(), bytes));
    }
    files
}

fn as_warning(finding: Diagnostic) -> Diagnostic {
    Diagnostic { severity: Severity::Warning, ..finding }
}

fn gathered(found: Vec<Diagnostic>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    for finding in found {
        findings.push(finding);
    }
    findings
}
