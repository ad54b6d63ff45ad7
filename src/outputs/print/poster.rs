//! A poster before it is put on paper.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::colophon::{Foot, SHORT_HASH};
use super::qr::Qr;
use super::sheet::{Finish, Order, Properties, json};
use crate::model::passages::hex;
use crate::model::print::{Format, PosterKind, Variant};
use crate::outputs::context::SchoolContext;
use crate::outputs::stand::StandSheet;

/// What a poster says, for any paper.
pub(super) struct Poster {
    /// Its kind.
    pub(super) kind: PosterKind,
    /// Name in paths.
    pub(super) name: String,
    /// Layout in the theme's folder `print/`.
    pub(super) layout: &'static str,
    /// Whether the layout first trusts a guess, and is to be set again, measured, if that takes
    /// more pages than it tells, or than one if it tells nothing.
    pub(super) guesses: bool,
    /// Title of the document.
    pub(super) title: String,
    /// What the layout prints, as JSON.
    pub(super) view: String,
    /// What tells one sheet from another: the view, without what only the day of making decides.
    pub(super) identity: String,
    /// The page that its code opens.
    pub(super) link: Link,
    /// What to know before coming, a sentence each.
    pub(super) notes: Vec<String>,
    /// Lines of its colophon before those that all posters have.
    pub(super) lines: Vec<String>,
}

/// The page that the code of a poster opens.
pub(super) struct Link {
    /// Path in the output folder.
    pub(super) path: String,
    /// What the page is for.
    pub(super) label: String,
    /// What the code shows, for those who cannot see it.
    pub(super) alt: String,
}

impl Link {
    /// The page at `path`; `key` is that of the label, and with `-alt` that of what the code shows.
    pub(super) fn new(ctx: &SchoolContext<'_>, path: String, key: &str) -> Self {
        let text = |key: &str| ctx.catalogue.text(key).to_owned();
        Self { path, label: text(key), alt: text(&format!("{key}-alt")) }
    }
}

/// What a layout of a poster reads as `data.json`, beside its view.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Frame<'a> {
    sheet: Paper,
    properties: Properties<'a>,
    foot: &'a Foot,
}

/// The paper of a sheet.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Paper {
    /// `a3` or `a4`.
    format: &'static str,
    /// Whether it lies across.
    landscape: bool,
    /// Whether everything is black.
    bw: bool,
    /// Whether the layout measures before it sets, or trusts its guess.
    measured: bool,
}

impl Paper {
    /// A4, all in black: what acts are printed on, and laser printers make dots of grey.
    pub(super) const fn black(landscape: bool) -> Self {
        Self { format: Format::A4.id(), landscape, bw: true, measured: false }
    }
}

impl Poster {
    /// What the sheet says, in short: it stays the same whatever paper it is printed on and
    /// whenever it is made.
    fn hash(&self, ctx: &SchoolContext<'_>) -> String {
        let said = (&self.name, &self.title, &self.identity, &self.notes, &self.lines);
        let editions = Foot::editions(ctx);
        let digest = Sha256::digest(json(&(said, editions)));
        hex(&digest).chars().take(SHORT_HASH).collect()
    }

    /// The sheet as pages know it, printed in these `variants`; those that its layout does not
    /// have are left out.
    pub(super) fn stand(&self, ctx: &SchoolContext<'_>, variants: &[Variant]) -> StandSheet {
        let fitting = variants.iter().filter(|v| !v.landscape || self.kind.has_landscape());
        let file = |variant: &Variant| (*variant, ctx.addresses.poster(&self.name, *variant));
        StandSheet {
            kind: self.kind,
            name: self.name.clone(),
            title: self.title.clone(),
            hash: self.hash(ctx),
            files: fitting.map(file).collect(),
            preview: ctx.addresses.poster_preview(&self.name),
        }
    }

    /// Orders of the files of `sheet`; the first file has the preview.
    pub(super) fn orders(&self, ctx: &SchoolContext<'_>, sheet: &StandSheet) -> Vec<Order> {
        let foot = Foot::new(ctx, self.qr(ctx, sheet), self, &sheet.hash);
        let order = |(index, (variant, path)): (usize, &(Variant, String))| Order {
            layout: self.layout,
            path: path.clone(),
            preview: (index == 0).then(|| sheet.preview.clone()),
            data: self.data(ctx, *variant, &foot, false),
            retry: self.guesses.then(|| self.data(ctx, *variant, &foot, true)),
            finish: Finish::Accessible,
            dated: ctx.today,
        };
        sheet.files.iter().enumerate().map(order).collect()
    }

    /// The code opens the page at a place that names the sheet: the page's script then says
    /// whether this sheet is still the one to hang.
    fn qr(&self, ctx: &SchoolContext<'_>, sheet: &StandSheet) -> Qr {
        let page = ctx.addresses.absolute(&self.link.path);
        let url = format!("{page}#sheet-{}-{}", sheet.name, sheet.hash);
        Qr::new(url, self.link.label.clone(), self.link.alt.clone())
    }

    fn data(
        &self,
        ctx: &SchoolContext<'_>,
        variant: Variant,
        foot: &Foot,
        measured: bool,
    ) -> String {
        let mut properties = Properties::new(ctx, self.title.clone());
        if variant.bw {
            properties.accent = None;
        }
        let Variant { format, landscape, bw } = variant;
        let sheet = Paper { format: format.id(), landscape, bw, measured };
        with_view(&Frame { sheet, properties, foot }, &self.view)
    }
}

/// `frame`, an object with members, as JSON with one more: `view`, which is JSON already.
pub(super) fn with_view(frame: &impl Serialize, view: &str) -> String {
    let mut data = json(frame);
    data.truncate(data.len().saturating_sub(1));
    data.push_str(",\"view\":");
    data.push_str(view);
    data.push('}');
    data
}
