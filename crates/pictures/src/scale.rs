//! Making pictures smaller, square or grey. Nothing here ever makes one larger.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbImage;

/// A rectangle of a picture, in pixels.
#[derive(Clone, Copy)]
struct Crop {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
}

/// The picture with its long side at most `side_px`.
pub(crate) fn long_side_at_most(picture: RgbImage, side_px: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    if width.max(height) <= side_px {
        return picture;
    }
    let (to_width, to_height) = if width >= height {
        (side_px, in_proportion(height, side_px, width))
    } else {
        (in_proportion(width, side_px, height), side_px)
    };
    resize(&picture, whole(&picture), to_width, to_height)
}

/// The whole picture, at most `width_px` wide.
pub(crate) fn fit_width(picture: &RgbImage, width_px: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    if width <= width_px {
        return picture.clone();
    }
    resize(picture, whole(picture), width_px, in_proportion(height, width_px, width))
}

/// The middle of the picture as a square of at most `side_px`.
pub(crate) fn centre_square(picture: &RgbImage, side_px: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    let side = width.min(height);
    let crop = Crop { left: (width - side) / 2, top: (height - side) / 2, width: side, height: side };
    let to_side = side.min(side_px);
    resize(picture, crop, to_side, to_side)
}

/// The picture without colour, still as RGB: some handsets refuse a JPEG of one component.
pub(crate) fn grey(mut picture: RgbImage) -> RgbImage {
    for pixel in picture.pixels_mut() {
        // Weights of red, green and blue in brightness: ITU-R BT.601.
        let [r, g, b] = pixel.0.map(u32::from);
        pixel.0 = [((r * 299 + g * 587 + b * 114 + 500) / 1000) as u8; 3];
    }
    picture
}

fn whole(picture: &RgbImage) -> Crop {
    let (width, height) = picture.dimensions();
    Crop { left: 0, top: 0, width, height }
}

/// `length * to / from`, rounded, never below one pixel.
fn in_proportion(length: u32, to: u32, from: u32) -> u32 {
    let scaled = (u64::from(length) * u64::from(to) + u64::from(from) / 2) / u64::from(from);
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

fn resize(picture: &RgbImage, crop: Crop, width: u32, height: u32) -> RgbImage {
    let source = ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x3)
        .expect("an RgbImage holds three bytes a pixel");
    let mut target = Image::new(width, height, PixelType::U8x3);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).crop(
        crop.left.into(),
        crop.top.into(),
        crop.width.into(),
        crop.height.into(),
    );
    Resizer::new().resize(&source, &mut target, &options).expect("same pixel type, crop inside the picture");
    RgbImage::from_raw(width, height, target.into_vec()).expect("three bytes a pixel")
}
