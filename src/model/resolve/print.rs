//! `print` in `site.yaml` and `school.yaml`.

use super::fields::{self, Fields};
use crate::diagnostics::Diagnostics;
use crate::model::print::{PosterKind, PrintSettings, Variant};
use crate::source::Document;
use crate::source::yaml::Node;

/// `{posters, sheets}`; what it does not say comes from `default`.
pub(super) fn settings(
    document: &Document,
    node: &Node,
    default: &PrintSettings,
    found: &mut Diagnostics,
) -> Option<PrintSettings> {
    let mut fields = Fields::new(document, node, found)?;
    let posters = chosen(&mut fields, "posters", &PosterKind::ALL, PosterKind::id);
    let variants = chosen(&mut fields, "sheets", &Variant::ALL, Variant::id);
    fields.finish();
    Some(PrintSettings {
        posters: posters.unwrap_or_else(|| default.posters.clone()),
        variants: variants.unwrap_or_else(|| default.variants.clone()),
    })
}

/// The values of a list in the order of `known`, each once; `None` if there is no list.
fn chosen<T: Copy + PartialEq>(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    known: &[T],
    id: impl Fn(T) -> &'static str,
) -> Option<Vec<T>> {
    let document = fields.document;
    let ids: Vec<&str> = known.iter().copied().map(id).collect();
    let nodes = fields.optional_list(key)?.iter();
    let chosen = nodes.filter_map(|node| fields::choice(document, node, &ids, fields.found));
    let chosen: Vec<usize> = chosen.collect();
    let values = known.iter().enumerate().filter(|(index, _)| chosen.contains(index));
    Some(values.map(|(_, value)| *value).collect())
}
