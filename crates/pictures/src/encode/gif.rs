//! A GIF of one frame, not interlaced, without transparency.

use std::borrow::Cow;

use super::palette::Indexed;

/// The picture as a GIF file. Neither side is above 65,535 px.
pub(crate) fn encode(picture: Indexed) -> Vec<u8> {
    let width = u16::try_from(picture.width).expect("no picture here is wider than a GIF");
    let height = u16::try_from(picture.height).expect("no picture here is taller than a GIF");
    let frame = gif::Frame { width, height, buffer: Cow::Owned(picture.indices), ..gif::Frame::default() };
    let palette = picture.palette.as_flattened();
    let mut encoder = gif::Encoder::new(Vec::new(), width, height, palette).expect("at most 256 colours");
    encoder.write_frame(&frame).expect("writing to memory");
    encoder.into_inner().expect("writing to memory")
}
