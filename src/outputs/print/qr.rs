//! QR codes as one vector path.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// A QR code with what people need beside it.
#[derive(Debug, Serialize)]
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
    /// The address as people type it, without `https://` and the last `/`.
    address: String,
}

impl Qr {
    /// A code that opens `url`; `label` tells what that is, `alt` describes the picture.
    pub(super) fn new(url: String, label: String, alt: String) -> Self {
        let short = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let address = short.unwrap_or(&url).trim_end_matches('/').to_owned();
        Self { svg: svg(&url), alt, label, url, address }
    }
}

/// The code of `text` as an SVG of one path; runs of dark modules of a row are one rectangle.
///
/// Level Q, a quarter of it may be damaged: a sheet on a stand gets scratched and pinned.
/// `None` if the text has more characters than a code can hold, some 1,600.
fn svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
    let width = code.width();
    let modules: Vec<bool> = code.into_colors().into_iter().map(|c| c == Color::Dark).collect();
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{x} {y}h{}v1h-{}z", run.len(), run.len());
            }
            x += run.len();
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {width}\" \
         width=\"{width}\" height=\"{width}\"><path d=\"{path}\"/></svg>"
    ))
}
