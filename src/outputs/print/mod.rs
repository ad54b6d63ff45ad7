//! Print: posters for the stand and the acts, set by Typst.
//!
//! 1. [`timetable`], [`contacts`], [`strips`], [`memo`] and [`notice`] turn the model into
//!    [`poster`]s, [`act`] and [`comparison`] into what is filed, [`receipt`] into the receipt of
//!    posting: what a sheet says, as JSON. Words of content stay strings, never Typst source;
//! 2. [`world`] gives the layouts of the theme that JSON, our fonts and nothing else;
//! 3. [`sheet`] sets a sheet and writes its PDF, and a [`preview`] for posters, on a thread that
//!    [`watch`] looks after;
//! 4. [`findings`] tells what Typst finds wrong with a layout.
//!
//! Layouts hold no text of a language: all words come from the Fluent catalogue.

mod act;
mod booklet;
mod colophon;
mod columns;
mod comparison;
mod consultants;
mod contacts;
mod days;
mod filing;
mod findings;
mod hours;
mod inline;
mod memo;
mod notice;
mod planned;
mod poster;
mod preview;
mod qr;
mod reach;
mod receipt;
mod remarks;
#[cfg(test)]
mod schema;
mod sheet;
mod strips;
mod timetable;
mod wanted;
mod watch;
mod world;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::Artifact;
use super::context::SchoolContext;
use super::stand::StandSheet;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::language::Catalogue;
use crate::model::audience::Group;
use crate::model::print::{PosterKind, Variant};
use crate::model::regulation::{Edition, Regulation};
use crate::source::theme::Theme;
use poster::Poster;
use sheet::{Job, Order};
use watch::Watch;
use world::Shelf;

pub use planned::{Planned, first_for_stand, planned, sheets};
pub use sheet::Shares;
pub use wanted::{PrintedSheet, Printing, SheetKind, Wanted};

/// Schools over which results of layout are kept for reuse. Every school has its own words, so
/// that little is worth keeping, about 20 MB a school; but threads at work on other schools
/// should not lose theirs.
const KEPT_SCHOOLS: usize = 1;

/// Prefixes of the catalogue's texts that layouts can use.
const WORDS: [&str; 4] = ["poster-", "act-", "changes-", "receipt-"];

/// How long a sheet may take.
const LIMIT: Duration = Duration::from_mins(1);

/// What was printed for a school.
#[derive(Debug, Default)]
pub struct Printed {
    /// Its files.
    pub files: Vec<Artifact>,
    /// The sheets for its stand.
    pub stand: Vec<StandSheet>,
}

/// A copy (экземпляр) of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActCopy {
    /// As on the site.
    Published,
    /// To be sewn and filed (экземпляр для подшивки): with so many sheets on which people sign that
    /// they know the act, of 25 rows each, and a last one that certifies the number of sheets.
    Filing {
        /// Sheets to sign on (листы ознакомления); 0 leaves them out.
        acquaintance: u8,
    },
    /// To be folded: two pages on each side of A4, in larger type since they are reduced to A5.
    /// It is printed on both sides, turned over the short edge, folded and stitched.
    Booklet,
}

/// Sets posters and acts. Made once per run; used from several threads.
pub struct Press {
    shelf: Arc<Shelf>,
    watch: Watch,
    /// What Typst warned of, once per place and message.
    warnings: Mutex<BTreeMap<String, Diagnostic>>,
    took: Mutex<Shares>,
}

impl std::fmt::Debug for Press {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Press").finish_non_exhaustive()
    }
}

impl Press {
    /// A press with the layouts and fonts of `theme` and the words of `catalogue`. A sheet may
    /// take 60 seconds.
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
        let (shelf, watch) = (Arc::new(shelf), Watch::new(LIMIT));
        Ok(Self { shelf, watch, warnings: Mutex::default(), took: Mutex::default() })
    }

    /// The press with another limit of time for a sheet.
    #[must_use]
    pub fn with_limit(self, limit: Duration) -> Self {
        Self { watch: Watch::new(limit), ..self }
    }

    /// The posters that the school's settings name, with their previews, the acts of all editions
    /// with their comparison tables, and the receipts of those that the journal knows as posted.
    ///
    /// The same context gives the same bytes, on any machine and thread. Warnings about layouts
    /// are kept for [`Press::warnings`].
    ///
    /// # Errors
    ///
    /// What is wrong with the layouts of the theme, of all sheets at once; after a sheet that
    /// did not finish in time no further ones are tried.
    pub fn school(&self, ctx: &SchoolContext<'_>) -> Result<Printed, Diagnostics> {
        let (stand, orders) = plan(ctx);
        Ok(Printed { files: flat(self.set(ctx, orders)?), stand })
    }

    /// A copy of the act of `edition`, one file.
    ///
    /// # Errors
    ///
    /// What is wrong with the layout of the theme.
    pub fn act(
        &self,
        ctx: &SchoolContext<'_>,
        regulation: &Regulation,
        edition: &Edition,
        copy: ActCopy,
    ) -> Result<Vec<Artifact>, Diagnostics> {
        let order = self.copy(ctx, regulation, edition, copy)?;
        Ok(flat(self.set(ctx, vec![order])?))
    }

    /// The order of a copy. One that tells its number of sheets is set first without it.
    fn copy(
        &self,
        ctx: &SchoolContext<'_>,
        regulation: &Regulation,
        edition: &Edition,
        copy: ActCopy,
    ) -> Result<Order, Diagnostics> {
        let order = |sheets| act::order(ctx, regulation, edition, copy, sheets);
        if !matches!(copy, ActCopy::Filing { .. }) {
            return Ok(order(None));
        }
        let first = self.set(ctx, vec![order(None)])?;
        Ok(order(first.first().map(|(_, pages)| *pages)))
    }

    /// The comparison table (сравнительная таблица) of the edition at the 0-based `index` with
    /// the one approved before it: one file; none for the first edition and if nothing changed.
    ///
    /// # Errors
    ///
    /// What is wrong with the layout of the theme.
    pub fn comparison(
        &self,
        ctx: &SchoolContext<'_>,
        regulation: &Regulation,
        index: usize,
    ) -> Result<Vec<Artifact>, Diagnostics> {
        let order = comparison::order(ctx, regulation, index);
        Ok(flat(self.set(ctx, order.into_iter().collect())?))
    }

    /// The files and the number of pages of each of `orders`.
    fn set(
        &self,
        ctx: &SchoolContext<'_>,
        orders: Vec<Order>,
    ) -> Result<Vec<(Vec<Artifact>, usize)>, Diagnostics> {
        let mut all = Vec::with_capacity(orders.len());
        let mut errors = Diagnostics::default();
        for job in orders.into_iter().filter_map(|order| Job::new(&self.shelf, ctx, order)) {
            let made = match self.watch.make(job) {
                Ok(made) => made,
                Err(timeout) => {
                    errors.push(*timeout);
                    break;
                }
            };
            self.keep(made.warnings);
            *held(&self.took) += made.took;
            match made.files {
                Ok(files) => all.push((files, made.pages)),
                Err(found) => errors.append(found),
            }
        }
        comemo::evict(KEPT_SCHOOLS);
        if errors.has_errors() { Err(errors) } else { Ok(all) }
    }

    /// The time that all sheets up to now took, on whatever threads.
    #[must_use]
    pub fn took(&self) -> Shares {
        *held(&self.took)
    }

    /// What Typst warned of up to now, each place and message once.
    #[must_use]
    pub fn warnings(&self) -> Diagnostics {
        let kept = held(&self.warnings);
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
        let mut kept = held(&self.warnings);
        for warning in warnings {
            let key = format!("{:?}{:?}", warning.place, warning.args.first());
            let slot = kept.entry(key).or_insert_with(|| warning.clone());
            if format!("{:?}", warning.args) < format!("{:?}", slot.args) {
                *slot = warning;
            }
        }
    }
}

/// The files of sheets, without their numbers of pages.
fn flat(made: Vec<(Vec<Artifact>, usize)>) -> Vec<Artifact> {
    made.into_iter().flat_map(|(files, _)| files).collect()
}

/// What is kept across threads; one that panicked left it whole.
fn held<T>(kept: &Mutex<T>) -> MutexGuard<'_, T> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The sheets of a school for its stand, and orders of all files that [`Press::school`] makes.
fn plan(ctx: &SchoolContext<'_>) -> (Vec<StandSheet>, Vec<Order>) {
    let settings = &ctx.school.print;
    let (stand, mut orders) = stand(ctx, &settings.posters, &settings.variants);
    orders.extend(acts(ctx));
    orders.extend(receipt::orders(ctx));
    (stand, orders)
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
        PosterKind::Timetable => timetable::poster(ctx, None).into_iter().collect(),
        PosterKind::TimetableParents => {
            timetable::poster(ctx, Some(Group::Parents)).into_iter().collect()
        }
        PosterKind::TimetableStaff => {
            timetable::poster(ctx, Some(Group::Staff)).into_iter().collect()
        }
        PosterKind::Contacts => contacts::poster(ctx).into_iter().collect(),
        PosterKind::Strips => strips::poster(ctx).into_iter().collect(),
        PosterKind::Memo => memo::poster(ctx).into_iter().collect(),
        PosterKind::Notice => notice::posters(ctx),
    }
}

/// The acts of all editions, each with its comparison table, in a fixed order.
fn acts(ctx: &SchoolContext<'_>) -> Vec<Order> {
    let mut orders = Vec::new();
    for regulation in &ctx.school.regulations {
        for (index, edition) in regulation.editions.iter().enumerate() {
            orders.push(act::order(ctx, regulation, edition, ActCopy::Published, None));
            orders.extend(comparison::order(ctx, regulation, index));
        }
    }
    orders
}
