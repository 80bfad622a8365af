//! How a QR picture fits a phone.

use enishi_device::{FaceKind, ImageFormat};
use enishi_pictures::Format;

use crate::request::Ask;

/// The room for the picture: as wide as a keypad phone's screen, or a thumb's width on a large one.
pub fn room_px(ask: &Ask) -> u32 {
    let profile = ask.profile();
    match profile.face {
        FaceKind::Touch => 264,
        FaceKind::Keitai => profile.image_width().min(240),
    }
}

/// Two colours without loss: GIF where there is GIF, else PNG; a phone that knows neither gets a JPEG.
pub fn format(ask: &Ask) -> Format {
    let known = &ask.profile().image_formats;
    match (known.contains(&ImageFormat::Gif), known.contains(&ImageFormat::Png)) {
        (true, _) => Format::Gif,
        (false, true) => Format::Png,
        (false, false) => Format::Jpeg,
    }
}

pub fn image_format(format: Format) -> ImageFormat {
    match format {
        Format::Gif => ImageFormat::Gif,
        Format::Png => ImageFormat::Png,
        Format::Jpeg => ImageFormat::Jpeg,
    }
}
