//! A text as a picture that a phone's camera reads.

use image::{Rgb, RgbImage};
use qrcode::{Color, EcLevel, QrCode};

use crate::Format;
use crate::encode::palette::reduce;
use crate::encode::{gif, jpeg, png};

/// Four modules of white around it, as ISO/IEC 18004 asks.
const QUIET_MODULES: u32 = 4;
/// The longest text, in bytes: an address, not a letter.
const LONGEST_BYTES: usize = 1000;

/// The text is too long for a picture that a phone could read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a QR picture")]
pub struct TooLong;

/// A QR picture of `text`, at most `size_px` on each side (never less than one pixel a module).
pub fn qr_picture(text: &str, size_px: u32, format: Format) -> Result<Vec<u8>, TooLong> {
    let code = code_of(text)?;
    let picture = draw(&code, size_px);
    Ok(match format {
        Format::Jpeg => jpeg::encode(&picture, 85),
        Format::Gif => gif::encode(reduce(&picture, 2)),
        Format::Png => png::encode(&reduce(&picture, 2)),
    })
}

/// The side in pixels of the picture that [`qr_picture`] draws of this text into this room: whole pixels a module.
pub fn qr_side_px(text: &str, size_px: u32) -> Result<u32, TooLong> {
    Ok(side_of(&code_of(text)?, size_px))
}

fn code_of(text: &str) -> Result<QrCode, TooLong> {
    if text.len() > LONGEST_BYTES {
        return Err(TooLong);
    }
    QrCode::with_error_correction_level(text, EcLevel::M).map_err(|_| TooLong)
}

fn side_of(code: &QrCode, size_px: u32) -> u32 {
    let side = code.width() as u32 + 2 * QUIET_MODULES;
    side * (size_px / side).max(1)
}

fn draw(code: &QrCode, size_px: u32) -> RgbImage {
    let (modules, colours) = (code.width() as u32, code.to_colors());
    let side = side_of(code, size_px);
    let scale = side / (modules + 2 * QUIET_MODULES);
    RgbImage::from_fn(side, side, |x, y| {
        let module = |at: u32| (at / scale).checked_sub(QUIET_MODULES).filter(|at| *at < modules);
        let is_dark = match (module(x), module(y)) {
            (Some(x), Some(y)) => colours[(y * modules + x) as usize] == Color::Dark,
            _ => false,
        };
        Rgb(if is_dark { [0; 3] } else { [255; 3] })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn it_has_finder_squares_and_a_white_edge() {
        let code = QrCode::new("otpauth://totp/x").unwrap();
        let modules = code.width() as u32;
        let picture = draw(&code, 200);
        let scale = 200 / (modules + 8);
        assert_eq!(picture.width(), (modules + 8) * scale);
        let at = |x: u32, y: u32| picture.get_pixel(x * scale, y * scale).0[0];
        let (first, last) = (QUIET_MODULES, QUIET_MODULES + modules - 1);
        assert_eq!((at(0, 0), at(first - 1, first)), (255, 255));
        assert_eq!((at(first, first), at(last, first), at(first, last)), (0, 0, 0));
    }

    #[test]
    fn every_format_can_be_read_and_a_letter_is_refused() {
        for format in [Format::Png, Format::Gif, Format::Jpeg] {
            let bytes = qr_picture("https://sns.example.jp/", 240, format).unwrap();
            let read = image::load_from_memory(&bytes).unwrap();
            assert!(read.width() > 120 && read.width() <= 240);
            assert_eq!(qr_side_px("https://sns.example.jp/", 240), Ok(read.width()));
        }
        assert_eq!(qr_picture(&"x".repeat(1001), 240, Format::Png), Err(TooLong));
    }
}
