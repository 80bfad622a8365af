//! The face of a member without an icon: two threads crossing, drawn from their id.
//!
//! The same seed gives the same drawing on both faces, as pixels for handsets and as SVG for browsers.

mod colours;
mod paint;
mod threads;

use crate::Format;
use crate::encode::palette::reduce;
use crate::encode::{gif, jpeg, png};
use threads::Drawing;

/// The largest drawing in pixels; nothing here is shown larger.
const LARGEST_PX: u32 = 512;

/// The drawing for `seed` as a file, `size_px` (1 to 512) on each side.
///
/// Same seed, size and format: same bytes, on every machine.
pub fn thread_drawing(seed: u64, size_px: u32, format: Format) -> Vec<u8> {
    let picture = paint::paint(&Drawing::from_seed(seed), size_px.clamp(1, LARGEST_PX));
    match format {
        Format::Jpeg => jpeg::encode(&picture, 85),
        Format::Gif => gif::encode(reduce(&picture, 256)),
        Format::Png => png::encode(&reduce(&picture, 256)),
    }
}

/// The drawing for `seed` as an SVG document of about 700 bytes, without script, style sheet or reference.
pub fn thread_drawing_svg(seed: u64) -> String {
    Drawing::from_seed(seed).to_svg()
}
