//! QR codes as one vector path, for paper and for pages.

use std::fmt::Write as _;

pub use qrcode::EcLevel;
use qrcode::{Color, QrCode};

/// The code of `text` as an SVG of one path, without its quiet zone: layouts leave four modules
/// white around it. Runs of dark modules of a row are one rectangle.
///
/// At level `Q` a quarter of it may be damaged, at `M` some 15 %; a code of a lower level has
/// fewer modules. `None` if the text has more characters than a code can hold, at `Q` some 1,600.
#[must_use]
pub fn svg(text: &str, level: EcLevel) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, level).ok()?;
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
