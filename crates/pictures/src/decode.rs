//! From a file's bytes to pixels: size first, memory bounded, one frame, orientation read, no transparency.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, RgbImage};

use crate::gate::{self, Busy, Permit};
use crate::sniff::{maybe_progressive, sniff, webp_is_whole};

/// What a reader may allocate beside the picture itself: rows, colour profiles, text chunks.
const READER_BYTES: u64 = 16 * 1024 * 1024;

/// The size a picture may have.
pub(crate) struct Bounds {
    pub(crate) pixels: u64,
    pub(crate) side_px: u32,
}

/// Pixels on white, not yet turned upright, and the turn at the gate that they hold.
pub(crate) struct Decoded {
    pub(crate) pixels: RgbImage,
    pub(crate) orientation: Orientation,
    pub(crate) _permit: Permit<'static>,
}

/// Why there are no pixels.
pub(crate) enum DecodeError {
    UnknownType,
    TooManyPixels,
    Broken,
    Busy,
}

/// Decodes the first frame of a JPEG, PNG, GIF or WebP within `bounds`.
pub(crate) fn decode(bytes: &[u8], bounds: &Bounds) -> Result<Decoded, DecodeError> {
    let format = sniff(bytes).ok_or(DecodeError::UnknownType)?;
    // The readers are fuzzed, yet a panic in one must cost the sender a refusal, not a failed request.
    catch_unwind(AssertUnwindSafe(|| decode_as(format, bytes, bounds))).unwrap_or(Err(DecodeError::Broken))
}

fn decode_as(format: ImageFormat, bytes: &[u8], bounds: &Bounds) -> Result<Decoded, DecodeError> {
    if format == ImageFormat::WebP && !webp_is_whole(bytes) {
        return Err(DecodeError::Broken);
    }
    let bytes_in_flight = inspect(format, bytes, bounds)?;
    let _permit = gate::enter(bytes_in_flight)?;
    // Opened afresh: a reader may hold a copy of the file, which must not wait at the gate with it.
    let mut decoder = open(format, bytes)?;
    decoder.set_limits(allocating(decoder.total_bytes() + READER_BYTES))?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let pixels = flatten(DynamicImage::from_decoder(decoder)?);
    Ok(Decoded { pixels, orientation, _permit })
}

/// Reads the header alone; answers what decoding will weigh.
fn inspect(format: ImageFormat, bytes: &[u8], bounds: &Bounds) -> Result<u64, DecodeError> {
    let decoder = open(format, bytes)?;
    check_size(decoder.dimensions(), bounds)?;
    Ok(weight(format, bytes, &decoder))
}

fn open(format: ImageFormat, bytes: &[u8]) -> Result<impl ImageDecoder, DecodeError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(allocating(READER_BYTES));
    Ok(reader.into_decoder()?)
}

/// Allocation alone: sizes are judged by [`check_size`], which names its reason.
fn allocating(bytes: u64) -> image::Limits {
    let mut limits = image::Limits::no_limits();
    limits.max_alloc = Some(bytes);
    limits
}

fn check_size((width, height): (u32, u32), bounds: &Bounds) -> Result<(), DecodeError> {
    if width == 0 || height == 0 {
        return Err(DecodeError::Broken);
    }
    let pixels = u64::from(width) * u64::from(height);
    if width > bounds.side_px || height > bounds.side_px || pixels > bounds.pixels {
        return Err(DecodeError::TooManyPixels);
    }
    Ok(())
}

/// The most bytes this decoding may hold at once. A progressive JPEG keeps every coefficient (two bytes each)
/// until the end, a GIF frame and a WebP are first decoded beside their canvas.
fn weight(format: ImageFormat, bytes: &[u8], decoder: &impl ImageDecoder) -> u64 {
    let output_bytes = decoder.total_bytes();
    match format {
        ImageFormat::Jpeg if maybe_progressive(bytes) => output_bytes * 3,
        ImageFormat::Gif | ImageFormat::WebP => output_bytes * 2,
        _ => output_bytes,
    }
}

/// Pixels as 8-bit RGB, whatever was transparent laid on white paper.
fn flatten(picture: DynamicImage) -> RgbImage {
    match picture {
        DynamicImage::ImageRgb8(rgb) => rgb,
        opaque if !opaque.color().has_alpha() => opaque.into_rgb8(),
        transparent => {
            let rgba = transparent.into_rgba8();
            let (width, height) = rgba.dimensions();
            RgbImage::from_raw(width, height, on_white(rgba.into_raw())).expect("three bytes for every four")
        }
    }
}

/// RGBA to RGB in place: a second buffer would double what the largest pictures take.
fn on_white(mut bytes: Vec<u8>) -> Vec<u8> {
    let pixels = bytes.len() / 4;
    for i in 0..pixels {
        let alpha = u32::from(bytes[i * 4 + 3]);
        for channel in 0..3 {
            let ink = u32::from(bytes[i * 4 + channel]);
            bytes[i * 3 + channel] = ((ink * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        }
    }
    bytes.truncate(pixels * 3);
    bytes
}

impl From<image::ImageError> for DecodeError {
    fn from(error: image::ImageError) -> Self {
        match error {
            image::ImageError::Limits(_) => Self::TooManyPixels,
            _ => Self::Broken,
        }
    }
}

impl From<Busy> for DecodeError {
    fn from(Busy: Busy) -> Self {
        Self::Busy
    }
}
