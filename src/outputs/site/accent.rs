//! The school's accent colour, fit for reading on light and on dark paper.

use std::fmt::Write as _;

/// Lightness of the darkest light surface and of the lightest dark one, as in `site.css`
/// (`--tint`): a colour that is readable there is readable everywhere.
const LIGHT_TINT: [u8; 3] = [0xf4, 0xf2, 0xed];
const DARK_TINT: [u8; 3] = [0x23, 0x26, 0x2b];

/// Contrast that WCAG 2 asks of text, with a little to spare for rounding.
const CONTRAST: f64 = 4.6;

/// The style sheet that sets the accent colour `#rrggbb`; `None` unless it is such a colour.
#[must_use]
pub fn style_sheet(accent: &str) -> Option<String> {
    let color = parse(accent)?;
    let light = hex(readable(color, LIGHT_TINT, [0, 0, 0]));
    let dark = hex(readable(color, DARK_TINT, [255, 255, 255]));
    Some(format!(
        ":root{{--accent:{light}}}\n\
         @media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n\
         @media print{{:root{{--accent:{light}}}}}\n"
    ))
}

fn parse(accent: &str) -> Option<[u8; 3]> {
    let digits = accent.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue])
}

fn hex(color: [u8; 3]) -> String {
    let mut out = String::from("#");
    for part in color {
        // Writing to a string does not fail.
        let _ = write!(out, "{part:02x}");
    }
    out
}

/// `color`, moved towards `end` in steps of a twentieth until it is readable on `ground`.
fn readable(color: [u8; 3], ground: [u8; 3], end: [u8; 3]) -> [u8; 3] {
    let step = |n: u16| [0, 1, 2].map(|i| mix(color[i], end[i], n));
    (0..=20).map(step).find(|c| contrast(*c, ground) >= CONTRAST).unwrap_or(end)
}

/// `n` twentieths of the way from `from` to `to`.
fn mix(from: u8, to: u8, n: u16) -> u8 {
    let mixed = (u16::from(from) * (20 - n) + u16::from(to) * n) / 20;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

/// Contrast of two colours by WCAG 2, 1 to 21.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance by WCAG 2, 0 to 1.
fn luminance(color: [u8; 3]) -> f64 {
    let linear = color.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}
