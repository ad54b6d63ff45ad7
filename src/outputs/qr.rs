//! QR codes as one vector path, for paper and for pages.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// How much of a code may be damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Some 15 %: for screens.
    Medium,
    /// A quarter: for paper, which gets scratched and pinned.
    Quarter,
}

/// The code of `text` as an SVG of one path, without its quiet zone: layouts leave four modules
/// white around it. Runs of dark modules of a row are one rectangle. A code of a lower level has
/// fewer modules. `None` if the text has more characters than a code can hold, at `Quarter` some
/// 1,600.
#[must_use]
pub fn svg(text: &str, level: Level) -> Option<String> {
    let level = match level {
        Level::Medium => ECL::M,
        Level::Quarter => ECL::Q,
    };
    let code = QRBuilder::new(text).ecl(level).build().ok()?;
    let width = code.size;
    let mut path = String::new();
    for y in 0..width {
        let mut x = 0;
        for run in code[y].chunk_by(|a, b| a.value() == b.value()) {
            if run[0].value() {
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
