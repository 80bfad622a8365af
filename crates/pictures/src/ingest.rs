//! An upload becomes a master: checked, upright, on white, no larger than needed, without its metadata.

use image::DynamicImage;

use crate::decode::{Bounds, DecodeError, decode};
use crate::encode::jpeg;
use crate::{Digest, Limits, scale};

/// The one form of a photo that is kept: a baseline JPEG that we wrote ourselves, pixel by pixel.
///
/// Nothing of the uploaded file survives in it: no EXIF, GPS, thumbnail, comment, colour profile or trailing bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Master {
    /// The JPEG file.
    pub jpeg: Vec<u8>,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
    /// Its name in the store.
    pub digest: Digest,
}

/// Why an upload was refused, for the form to put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// The file has no bytes: handsets send such a part when no photo was chosen.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than [`Limits::file_bytes`].
    #[error("the file has too many bytes")]
    TooManyBytes,
    /// The picture is larger than [`Limits::pixels`] or [`Limits::side_px`].
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// The content is not a JPEG, PNG, GIF or WebP, whatever its name says.
    #[error("the file is not a JPEG, PNG, GIF or WebP picture")]
    UnknownType,
    /// It begins like a picture but cannot be read.
    #[error("the picture is damaged")]
    Broken,
    /// Too many pictures are being worked on; the same upload may succeed in a moment.
    #[error("too many pictures are being worked on")]
    Busy,
}

/// Turns an uploaded file into a master, or says why not.
///
/// The type is told by content, the size is checked before any pixel is decoded, and decoding waits for a turn
/// that bounds the memory of the whole process. Blocks; a 12-megapixel photo takes about a tenth of a second.
///
/// # Errors
/// Every refusal is a named [`IngestError`]; nothing else about the file is kept or logged.
pub fn ingest(bytes: &[u8], limits: &Limits) -> Result<Master, IngestError> {
    if bytes.is_empty() {
        return Err(IngestError::Empty);
    }
    if bytes.len() > limits.file_bytes {
        return Err(IngestError::TooManyBytes);
    }
    let decoded = decode(bytes, &Bounds { pixels: limits.pixels, side_px: limits.side_px })?;
    // Turning the small picture costs a fraction of turning the large one, and looks the same.
    let small = scale::long_side_at_most(decoded.pixels, limits.master_side_px);
    let mut upright = DynamicImage::ImageRgb8(small);
    upright.apply_orientation(decoded.orientation);
    Ok(Master::of(&upright.into_rgb8(), limits.master_quality))
}

impl Master {
    fn of(picture: &image::RgbImage, quality: u8) -> Self {
        let jpeg = jpeg::encode(picture, quality);
        let (width_px, height_px) = picture.dimensions();
        Self { digest: Digest::of(&jpeg), jpeg, width_px, height_px }
    }
}

impl From<DecodeError> for IngestError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::UnknownType => Self::UnknownType,
            DecodeError::TooManyPixels => Self::TooManyPixels,
            DecodeError::Broken => Self::Broken,
            DecodeError::Busy => Self::Busy,
        }
    }
}
