//! Pictures in the size and format that the screen takes.

use enishi_core::diary::Photo;
use enishi_core::ids::PictureId;
use enishi_core::member::Card;
use enishi_device::ImageFormat;
use enishi_face::PictureName;

use super::View;
use crate::content::Picture;

/// The widths that photographs are kept in, in pixels.
const LADDER: [u32; 5] = [96, 120, 240, 480, 1280];
/// The side of a face, in pixels.
const FACE: u32 = 48;
/// What a face weighs at most, in bytes: 48 by 48 pixels do not compress to more.
const FACE_BYTES: usize = 3_000;
/// Pages with their pictures must hold this much before a face is among them, in bytes.
const ROOM_FOR_FACES: usize = 60_000;

impl View<'_> {
    /// A photograph as wide as the screen at most. A screen a few pixels narrower than a step of the ladder
    /// (230 of 240) takes that step, drawn to its width: the next step down would leave half of it empty.
    pub(crate) fn photo(&self, photo: &Photo, number: usize) -> Picture {
        let screen = self.medium.profile.image_width();
        let fits = |step: &&u32| **step <= screen + screen / 20;
        let width_px = *LADDER.iter().rev().find(fits).unwrap_or(&LADDER[0]);
        let name = self.say_with("photo-number", "n", number);
        let words = match photo.alt.as_str() {
            "" => name.clone(),
            alt => format!("{name}: {alt}"),
        };
        Picture {
            address: self.picture_address(photo.picture, width_px, false),
            alt: if photo.alt.is_empty() { name } else { photo.alt.clone() },
            size_px: shown_size(photo, width_px.min(screen)),
            weight_bytes: self.medium.profile.image_bytes,
            instead: Some(words),
        }
    }

    /// A member's face, or the drawing of who has none. Narrow screens show none, and where a page holds one
    /// or two pictures at all they are the photographs.
    pub(crate) fn face(&self, card: &Card) -> Option<Picture> {
        if self.is_narrow() || self.medium.profile.total_bytes < ROOM_FOR_FACES {
            return None;
        }
        let address = match card.icon {
            Some(picture) => self.picture_address(picture, FACE, true),
            None => self.context.links.drawing(
                card.id,
                PictureName { width_px: FACE, square: true, format: self.drawing_format() },
            ),
        };
        Some(Picture {
            address,
            alt: self.say_with("picture-of", "name", card.nickname.as_str()),
            size_px: (FACE, FACE),
            weight_bytes: FACE_BYTES.min(self.medium.profile.image_bytes),
            instead: None,
        })
    }

    fn picture_address(&self, picture: PictureId, width_px: u32, square: bool) -> String {
        let name = PictureName { width_px, square, format: self.photo_format() };
        self.context.links.picture(picture, name)
    }

    /// Two threads in flat colours: no photograph, so the formats without loss come first.
    fn drawing_format(&self) -> ImageFormat {
        let formats = &self.medium.profile.image_formats;
        let flat = |format: &ImageFormat| matches!(format, ImageFormat::Gif | ImageFormat::Png);
        formats.iter().copied().find(flat).unwrap_or(self.photo_format())
    }
}

/// Width and height in pixels, never larger than the master.
fn shown_size(photo: &Photo, most_width: u32) -> (u32, u32) {
    let width = u32::try_from(photo.width_px).unwrap_or(0).max(1);
    let height = u32::try_from(photo.height_px).unwrap_or(0).max(1);
    let shown = width.min(most_width);
    let scaled = (u64::from(height) * u64::from(shown)).div_ceil(u64::from(width));
    (shown, u32::try_from(scaled).unwrap_or(shown))
}
