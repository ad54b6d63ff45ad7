//! Preview pictures of posters: small PNG files with a palette.

use std::collections::BTreeMap;

use typst_layout::Page;
use typst_render::{RenderOptions, render};

/// Long side of a preview, in pixels.
const LONG_SIDE: f64 = 800.0;

/// Steps kept of each colour channel: fewer than a screen can show, more than an eye sees in
/// black type on white; they let a sheet with one accent fit a palette.
const STEPS: u16 = 32;

/// A PNG of `page` whose long side is 800 pixels; `None` if it cannot be encoded.
///
/// The picture is opaque. Up to 256 colours are stored as a palette, more as RGB.
pub(super) fn preview(page: &Page) -> Option<Vec<u8>> {
    let size = page.frame.size();
    let scale = LONG_SIDE / size.x.max(size.y).to_pt();
    let options = RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
    let picture = render(page, &options);
    let pixels = picture.data().chunks_exact(4).map(|p| [step(p[0]), step(p[1]), step(p[2])]);
    let pixels: Vec<[u8; 3]> = pixels.collect();
    encode(picture.width(), picture.height(), &pixels)
}

/// The nearest of the [`STEPS`] values of a channel; 0 and 255 stay.
fn step(value: u8) -> u8 {
    let last = STEPS - 1;
    let nearest = (u16::from(value) * last + 127) / 255;
    u8::try_from(nearest * 255 / last).unwrap_or(u8::MAX)
}

fn encode(width: u32, height: u32, pixels: &[[u8; 3]]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let data = match indexed(pixels) {
        Some((palette, indices)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(png::Filter::NoFilter);
            indices
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            pixels.as_flattened().to_vec()
        }
    };
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&data).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The colours in order and each pixel's index into them; `None` for more than 256 colours.
fn indexed(pixels: &[[u8; 3]]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut colours: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let mut before = None;
    for pixel in pixels {
        if before != Some(pixel) {
            colours.insert(*pixel, 0);
            before = Some(pixel);
        }
    }
    for (index, slot) in colours.values_mut().enumerate() {
        *slot = u8::try_from(index).ok()?;
    }
    let mut last = (*pixels.first()?, 0);
    last.1 = *colours.get(&last.0)?;
    let mut indices = Vec::with_capacity(pixels.len());
    for pixel in pixels {
        if *pixel != last.0 {
            last = (*pixel, *colours.get(pixel)?);
        }
        indices.push(last.1);
    }
    Some((colours.into_keys().flatten().collect(), indices))
}
