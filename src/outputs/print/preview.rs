//! Preview pictures of posters: small PNG files with a palette.

use typst_layout::Page;
use typst_render::{RenderOptions, render};

/// Long side of a preview, in pixels. Pages show it 11 rem wide at most: twice as
/// many pixels are there for fine screens.
const LONG_SIDE: f64 = 560.0;

/// Bits kept of each colour channel: fewer than a screen can show, more than an eye sees in
/// black type on white; they let a sheet with one accent fit a palette.
const BITS: u16 = 4;

/// A PNG of `page` whose long side is 560 pixels; `None` if it cannot be encoded.
///
/// The picture is opaque. Up to 256 colours are stored as a palette, more as RGB.
pub(super) fn preview(page: &Page) -> Option<Vec<u8>> {
    let size = page.frame.size();
    let scale = LONG_SIDE / size.x.max(size.y).to_pt();
    let options = RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
    let picture = render(page, &options);
    let pixels = picture.data().chunks_exact(4);
    let colours: Vec<u16> = pixels.map(|p| colour(p[0], p[1], p[2])).collect();
    encode(picture.width(), picture.height(), &colours)
}

/// The nearest colour with [`BITS`] bits a channel, as one number.
fn colour(red: u8, green: u8, blue: u8) -> u16 {
    [red, green, blue].into_iter().fold(0, |colour, channel| colour << BITS | reduced(channel))
}

/// The nearest of the kept steps of a channel; 0 stays 0, 255 becomes the last.
fn reduced(channel: u8) -> u16 {
    (u16::from(channel) * LAST_STEP + 127) / 255
}

/// The last step of a channel.
const LAST_STEP: u16 = (1 << BITS) - 1;

/// The channels of a colour: red, green, blue.
fn channels(colour: u16) -> [u8; 3] {
    [2 * BITS, BITS, 0].map(|shift| {
        let step = colour >> shift & LAST_STEP;
        u8::try_from(step * 255 / LAST_STEP).unwrap_or(u8::MAX)
    })
}

fn encode(width: u32, height: u32, colours: &[u16]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let data = if let Some((palette, indices)) = indexed(colours) {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette);
        encoder.set_filter(png::Filter::NoFilter);
        indices
    } else {
        encoder.set_color(png::ColorType::Rgb);
        colours.iter().flat_map(|colour| channels(*colour)).collect()
    };
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&data).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The palette, the lightest colour first, and each pixel's index into it; `None` for more than
/// 256 colours.
fn indexed(colours: &[u16]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut used = vec![false; 1 << (3 * BITS)];
    for colour in colours {
        used[usize::from(*colour)] = true;
    }
    let mut index_of = vec![0; used.len()];
    let mut palette = Vec::new();
    // From the lightest: the compressor is made for zeros, and most of a sheet is white.
    for (colour, _) in (0..1 << (3 * BITS)).zip(&used).rev().filter(|(_, used)| **used) {
        index_of[usize::from(colour)] = u8::try_from(palette.len() / 3).ok()?;
        palette.extend(channels(colour));
    }
    let indices = colours.iter().map(|colour| index_of[usize::from(*colour)]).collect();
    Some((palette, indices))
}
