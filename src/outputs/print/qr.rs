//! QR codes with what people need beside them.

use serde::Serialize;

use crate::outputs::qr::{self, Level};

/// A QR code with what people need beside it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Qr {
    /// The code as SVG without its quiet zone: layouts leave four modules white around it.
    /// `None` if the address is too long for a code.
    svg: Option<String>,
    /// What it shows, for those who cannot see it.
    alt: String,
    /// What it opens.
    label: String,
    /// The address that it opens.
    url: String,
    /// The address as people type it, without `https://`, the last `/` and what follows `#`.
    address: String,
}

impl Qr {
    /// A code that opens `url`; `label` tells what that is, `alt` describes the picture.
    pub(super) fn new(url: String, label: String, alt: String) -> Self {
        let short = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let typed = short.unwrap_or(&url).split('#').next().unwrap_or_default();
        let address = typed.trim_end_matches('/').to_owned();
        // A sheet on a stand gets scratched and pinned.
        let svg = qr::svg(&url, Level::Quarter);
        Self { svg, alt, label, url, address }
    }

    /// The same with fewer modules, for a slip that is taken along.
    pub(super) fn small(url: String, label: String, alt: String) -> Self {
        let svg = qr::svg(&url, Level::Medium);
        Self { svg, ..Self::new(url, label, alt) }
    }
}
