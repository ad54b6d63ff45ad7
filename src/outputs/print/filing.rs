//! What the copy for the files (экземпляр для подшивки) has beside the act.
//!
//! The act and the sheets to sign on are sewn together and counted as sheets printed on one side.
//! The certifying inscription (заверительная надпись) is glued over the knot of the thread on the
//! back of the last of them: its own sheet is cut up for that and not counted.

use serde::Serialize;

use super::colophon::approved;
use crate::language::{Catalogue, names, numerals};
use crate::model::regulation::Edition;
use crate::outputs::context::SchoolContext;

/// Rows of a sheet to sign on.
const ROWS: usize = 25;

/// The sheets behind the act.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Filing {
    /// Which edition people sign for.
    edition: String,
    /// Numbers of the rows of each sheet to sign on.
    acquaintance: Vec<Vec<usize>>,
    /// The certifying inscription; `None` while sheets are still to be counted.
    sewn: Option<Sewn>,
}

/// The certifying inscription.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Sewn {
    /// «Прошито, пронумеровано и скреплено печатью 12 (двенадцать) листов».
    words: String,
    /// Post of who signs.
    post: String,
    /// «А. В. Соколова», maybe empty.
    name: String,
}

impl Filing {
    /// With so many sheets to sign on; `counted` sheets are sewn, if that is known yet.
    pub(super) fn new(
        ctx: &SchoolContext<'_>,
        edition: &Edition,
        acquaintance: u8,
        counted: Option<usize>,
    ) -> Self {
        let rows = |sheet: usize| (1..=ROWS).map(|row| sheet * ROWS + row).collect();
        Self {
            edition: approved(ctx.catalogue, "act-edition", &edition.approval),
            acquaintance: (0..usize::from(acquaintance)).map(rows).collect(),
            sewn: counted.map(|sheets| Sewn::new(ctx, sheets)),
        }
    }
}

impl Sewn {
    fn new(ctx: &SchoolContext<'_>, sheets: usize) -> Self {
        let director = ctx.school.director.as_ref();
        let post = director.map_or(ctx.catalogue.text("act-head"), |officer| &officer.post);
        Self {
            words: sewn(ctx.catalogue, sheets),
            post: capitalized(post),
            name: director.map(|officer| names::with_initials(&officer.name)).unwrap_or_default(),
        }
    }
}

fn sewn(catalogue: &Catalogue, sheets: usize) -> String {
    let words = u32::try_from(sheets)
        .map_or_else(|_| sheets.to_string(), |n| numerals::in_words(catalogue.language(), n));
    catalogue.format("act-sewn", &[("count", sheets.into()), ("words", words.into())])
}

/// `text` with a capital at its begin.
fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}
