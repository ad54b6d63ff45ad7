//! Print: posters for the stand and the acts, set by Typst.
//!
//! 1. [`timetable`] and [`contacts`] turn the model into [`poster`]s, [`act`] into the act,
//!    [`receipt`] into the receipt of posting: what a sheet says, as JSON. Words of content stay strings, never Typst source;
//! 2. [`world`] gives the layouts of the theme that JSON, our fonts and nothing else;
//! 3. [`sheet`] sets a sheet and writes its PDF, and a [`preview`] for posters;
//! 4. [`findings`] tells what Typst finds wrong with a layout.
//!
//! Layouts hold no text of a language: all words come from the Fluent catalogue.

mod act;
mod colophon;
mod consultants;
mod contacts;
mod findings;
mod hours;
mod inline;
mod poster;
mod preview;
mod qr;
mod receipt;
mod remarks;
mod sheet;
mod timetable;
mod world;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::Artifact;
use super::context::SchoolContext;
use super::stand::StandSheet;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::language::Catalogue;
use crate::model::print::{PosterKind, Variant};
use crate::source::theme::Theme;
use poster::Poster;
use sheet::Order;
use world::Shelf;

/// Schools over which results of layout are kept for reuse. Every school has its own words, so
/// that little is worth keeping, about 20 MB a school; but threads at work on other schools
/// should not lose theirs.
const KEPT_SCHOOLS: usize = 1;

/// Prefixes of the catalogue's texts that layouts can use.
const WORDS: [&str; 3] = ["poster-", "act-", "receipt-"];

/// What was printed for a school.
#[derive(Debug, Default)]
pub struct Printed {
    /// Its files.
    pub files: Vec<Artifact>,
    /// The sheets for its stand.
    pub stand: Vec<StandSheet>,
}

/// Sets posters and acts. Made once per run; used from several threads.
pub struct Press {
    shelf: Shelf,
    /// What Typst warned of, once per place and message.
    warnings: Mutex<BTreeMap<String, Diagnostic>>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

impl Press {
    /// A press with the layouts and fonts of `theme` and the words of `catalogue`.
    ///
    /// # Errors
    ///
    /// A font or a layout of the theme that cannot be read, with its file.
    pub fn new(theme: &Theme, catalogue: &Catalogue) -> Result<Self, Diagnostics> {
        let words = catalogue.fixed().iter();
        let words = words.filter(|(key, _)| WORDS.iter().any(|prefix| key.starts_with(prefix)));
        let words: serde_json::Map<String, serde_json::Value> =
            words.map(|(key, text)| (key.clone(), text.as_str().into())).collect();
        let shelf = Shelf::new(theme, serde_json::Value::Object(words).to_string())?;
        Ok(Self { shelf, warnings: Mutex::default() })
    }

    /// The posters that the school's settings name, with their previews, the acts of all editions
    /// and the receipts of those that the journal knows as posted.
    ///
    /// The same context gives the same bytes, on any machine and thread. Warnings about layouts
    /// are kept for [`Press::warnings`].
    ///
    /// # Errors
    ///
    /// What is wrong with the layouts of the theme, of all sheets at once.
    pub fn school(&self, ctx: &SchoolContext<'_>) -> Result<Printed, Diagnostics> {
        let settings = &ctx.school.print;
        let (stand, mut orders) = stand(ctx, &settings.posters, &settings.variants);
        orders.extend(acts(ctx));
        orders.extend(receipt::orders(ctx));
        Ok(Printed { files: self.set(ctx, &orders)?, stand })
    }

    /// The files of `orders`, in their order.
    fn set(&self, ctx: &SchoolContext<'_>, orders: &[Order]) -> Result<Vec<Artifact>, Diagnostics> {
        let mut files = Vec::new();
        let mut errors = Diagnostics::default();
        for order in orders {
            let made = sheet::make(&self.shelf, ctx, order);
            self.keep(made.warnings);
            match made.files {
                Ok(made) => files.extend(made),
                Err(found) => errors.append(found),
            }
        }
        comemo::evict(KEPT_SCHOOLS);
        if errors.has_errors() { Err(errors) } else { Ok(files) }
    }

    /// What Typst warned of up to now, each place and message once.
    #[must_use]
    pub fn warnings(&self) -> Diagnostics {
        let kept = self.warnings.lock().unwrap_or_else(PoisonError::into_inner);
        let mut warnings = Diagnostics::default();
        kept.values().cloned().for_each(|warning| warnings.push(warning));
        warnings.sort();
        warnings
    }

    /// Keeps warnings; of equal ones about several sheets the sheet with the first path stays,
    /// whichever thread was faster.
    fn keep(&self, warnings: Vec<Diagnostic>) {
        if warnings.is_empty() {
            return;
        }
        let mut kept = self.warnings.lock().unwrap_or_else(PoisonError::into_inner);
        for warning in warnings {
            let key = format!("{:?}{:?}", warning.place, warning.args.first());
            let slot = kept.entry(key).or_insert_with(|| warning.clone());
            if format!("{:?}", warning.args) < format!("{:?}", slot.args) {
                *slot = warning;
            }
        }
    }
}

/// The sheets for the stand of these `kinds`, and orders of their files in these `variants`.
fn stand(
    ctx: &SchoolContext<'_>,
    kinds: &[PosterKind],
    variants: &[Variant],
) -> (Vec<StandSheet>, Vec<Order>) {
    let (mut sheets, mut orders) = (Vec::new(), Vec::new());
    for poster in kinds.iter().flat_map(|kind| posters(ctx, *kind)) {
        let sheet = poster.stand(ctx, variants);
        if !sheet.files.is_empty() {
            orders.extend(poster.orders(ctx, &sheet));
            sheets.push(sheet);
        }
    }
    (sheets, orders)
}

/// The posters of a kind; none if the school has nothing to say on it.
fn posters(ctx: &SchoolContext<'_>, kind: PosterKind) -> Vec<Poster> {
    match kind {
        PosterKind::Timetable => timetable::poster(ctx).into_iter().collect(),
        PosterKind::Contacts => contacts::poster(ctx).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The acts of all editions, in a fixed order.
fn acts(ctx: &SchoolContext<'_>) -> Vec<Order> {
    let regulations = ctx.school.regulations.iter();
    let editions = regulations.flat_map(|r| r.editions.iter().map(move |edition| (r, edition)));
    editions.map(|(regulation, edition)| act::order(ctx, regulation, edition)).collect()
}
