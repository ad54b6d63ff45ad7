//! The page of all sheets for the stand, and what pages tell of a sheet that led to them.

use serde::Serialize;

use crate::language::dates::long;
use crate::model::print::{Format, Variant};
use crate::outputs::SchoolContext;
use crate::outputs::addresses::relative;
use crate::outputs::stand::StandSheet;

/// The page of all sheets.
#[derive(Debug, Clone, Serialize)]
pub struct StandView {
    /// Sheets in the order of their kinds.
    pub sheets: Vec<SheetView>,
}

/// A sheet.
#[derive(Debug, Clone, Serialize)]
pub struct SheetView {
    /// What it is.
    pub title: String,
    /// Where it should hang.
    pub place: String,
    /// «Лист 3fa2c1d0, изготовлен 20 ноября 2026 г.»
    pub made: String,
    /// Address of the preview picture.
    pub preview: String,
    /// The papers on which it can be had.
    pub papers: Vec<PaperView>,
}

/// A sheet on one paper.
#[derive(Debug, Clone, Serialize)]
pub struct PaperView {
    /// Address of the PDF.
    pub href: String,
    /// «А4, чёрно-белый».
    pub text: String,
}

/// The sheets that hang now, for the script of a page that their codes open.
#[derive(Debug, Clone, Serialize)]
pub struct HangingView<'a> {
    /// «изготовлен 20 ноября 2026 г.»
    pub made: String,
    /// Sheets.
    pub sheets: Vec<HangingSheet<'a>>,
}

/// A sheet that hangs now.
#[derive(Debug, Clone, Serialize)]
pub struct HangingSheet<'a> {
    /// Name in addresses.
    pub name: &'a str,
    /// What it says, in short.
    pub hash: &'a str,
    /// Address of the PDF that schools print.
    pub href: String,
    /// What it is.
    pub title: String,
}

/// The view of the page of all sheets at `path`.
#[must_use]
pub fn stand(ctx: &SchoolContext<'_>, path: &str, sheets: &[StandSheet]) -> StandView {
    let sheet = |sheet: &StandSheet| SheetView {
        title: title(ctx, sheets, sheet),
        place: ctx.catalogue.text(&format!("site-stand-{}", sheet.kind.id())).to_owned(),
        made: made(ctx, "site-stand-made", &sheet.hash),
        preview: relative(path, &sheet.preview),
        papers: sheet.files.iter().map(|file| paper(ctx, path, file)).collect(),
    };
    StandView { sheets: sheets.iter().map(sheet).collect() }
}

/// What the page at `path` tells the script of the sheets; `None` if nothing is printed.
#[must_use]
pub fn hanging<'a>(
    ctx: &SchoolContext<'_>,
    path: &str,
    sheets: &'a [StandSheet],
) -> Option<HangingView<'a>> {
    let sheet = |sheet: &'a StandSheet| {
        let usual = |(variant, _): &&(Variant, String)| variant.format == Format::A4;
        let file = sheet.files.iter().find(usual).or(sheet.files.first());
        Some(HangingSheet {
            name: &sheet.name,
            hash: &sheet.hash,
            href: relative(path, &file?.1),
            title: title(ctx, sheets, sheet),
        })
    };
    let view = || HangingView {
        made: made(ctx, "site-hanging-made", ""),
        sheets: sheets.iter().filter_map(sheet).collect(),
    };
    ctx.print.then(view)
}

fn made(ctx: &SchoolContext<'_>, key: &str, hash: &str) -> String {
    let date = long(ctx.catalogue, ctx.today);
    ctx.catalogue.format(key, &[("hash", hash.into()), ("date", date.into())])
}

/// The name of the sheet's kind, or its own title where there are several of a kind.
fn title(ctx: &SchoolContext<'_>, sheets: &[StandSheet], sheet: &StandSheet) -> String {
    if sheets.iter().filter(|other| other.kind == sheet.kind).count() > 1 {
        return sheet.title.clone();
    }
    ctx.catalogue.text(&format!("site-poster-{}", sheet.kind.id())).to_owned()
}

fn paper(ctx: &SchoolContext<'_>, path: &str, (variant, file): &(Variant, String)) -> PaperView {
    let text = ctx.catalogue.text(&format!("site-paper-{}", variant.id())).to_owned();
    PaperView { href: relative(path, file), text }
}
