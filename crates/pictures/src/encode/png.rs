//! An indexed PNG with as few bits a pixel as its colours need: true colour would be three times the bytes.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

use super::palette::Indexed;

/// The picture as a PNG file.
pub(crate) fn encode(picture: &Indexed) -> Vec<u8> {
    let (depth, bits) = depth(picture.palette.len());
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width, picture.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(depth);
    encoder.set_palette(picture.palette.as_flattened());
    // Filters predict brightness; between palette numbers they only add noise.
    encoder.set_filter(Filter::NoFilter);
    encoder.set_deflate_compression(DeflateCompression::Level(9));
    let mut writer = encoder.write_header().expect("a palette and a size are set");
    writer.write_image_data(&pack(picture, bits)).expect("writing to memory");
    writer.finish().expect("writing to memory");
    file
}

fn depth(colours: usize) -> (BitDepth, usize) {
    match colours {
        0..=2 => (BitDepth::One, 1),
        3..=4 => (BitDepth::Two, 2),
        5..=16 => (BitDepth::Four, 4),
        _ => (BitDepth::Eight, 8),
    }
}

/// Several pixels to a byte, the leftmost in the highest bits; every row begins a new byte.
fn pack(picture: &Indexed, bits: usize) -> Vec<u8> {
    let per_byte = 8 / bits;
    let rows = picture.indices.chunks(picture.width as usize);
    rows.flat_map(|row| row.chunks(per_byte).map(|pixels| pack_byte(pixels, bits))).collect()
}

fn pack_byte(pixels: &[u8], bits: usize) -> u8 {
    pixels.iter().enumerate().fold(0, |byte, (i, index)| byte | index << (8 - bits * (i + 1)))
}
