//! Pictures and files made to order.

use std::io::Cursor;

use enishi_pictures::{Limits, Master, ingest};
use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

pub const RED: [u8; 3] = [220, 30, 30];
pub const GREEN: [u8; 3] = [30, 200, 30];
pub const BLUE: [u8; 3] = [30, 30, 220];
pub const YELLOW: [u8; 3] = [230, 220, 30];

/// Red top left, green top right, blue bottom left, yellow bottom right: shows every turn and mirroring.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x * 2 < width, y * 2 < height) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => YELLOW,
        })
    })
}

/// A picture that compresses badly: fine, deterministic noise over a slope.
pub fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    RgbImage::from_fn(width, height, |x, y| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let slope = (x * 255 / width + y * 255 / height) / 2;
        Rgb([0, 8, 16].map(|shift| ((slope as u64 + (state >> shift & 0xFF)) / 2) as u8))
    })
}

pub fn file(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A JPEG as a camera writes it: EXIF with make, orientation and a place.
pub fn camera_jpeg(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let fields = [
        Field { tag: Tag::Make, ifd_num: In::PRIMARY, value: Value::Ascii(vec![b"Enishi".to_vec()]) },
        Field { tag: Tag::Orientation, ifd_num: In::PRIMARY, value: Value::Short(vec![orientation]) },
        Field { tag: Tag::GPSLatitudeRef, ifd_num: In::PRIMARY, value: Value::Ascii(vec![b"N".to_vec()]) },
        Field { tag: Tag::GPSLatitude, ifd_num: In::PRIMARY, value: Value::Rational(degrees(35, 39, 31)) },
    ];
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut tiff = Cursor::new(b"Exif\0\0".to_vec());
    let mut exif = Cursor::new(Vec::new());
    writer.write(&mut exif, false).unwrap();
    tiff.get_mut().extend(exif.into_inner());
    with_segment(&file(picture, ImageFormat::Jpeg), 0xE1, tiff.get_ref())
}

fn degrees(degrees: u32, minutes: u32, seconds: u32) -> Vec<Rational> {
    [degrees, minutes, seconds].map(|num| Rational { num, denom: 1 }).to_vec()
}

/// The JPEG with one more segment right after its start.
pub fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, content, &jpeg[2..]].concat()
}

pub fn master(picture: &RgbImage) -> Master {
    ingest(&file(picture, ImageFormat::Png), &Limits::default()).unwrap()
}

pub fn pixels(file: &[u8]) -> RgbImage {
    image::load_from_memory(file).unwrap().into_rgb8()
}

/// Whether two colours look the same after a JPEG's rounding.
pub fn alike(a: [u8; 3], b: [u8; 3]) -> bool {
    a.iter().zip(b).all(|(a, b)| a.abs_diff(b) < 24)
}

/// The markers before the pixels of a JPEG (`0xC0` is baseline, `0xC2` progressive, `0xE1` EXIF, `0xFE` comment).
pub fn jpeg_markers(jpeg: &[u8]) -> Vec<u8> {
    let (mut markers, mut at) = (Vec::new(), 2);
    while jpeg[at + 1] != 0xDA {
        assert_eq!(jpeg[at], 0xFF, "a segment begins with its marker");
        markers.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    markers
}

pub fn exif_of(jpeg: &[u8]) -> Result<exif::Exif, exif::Error> {
    exif::Reader::new().read_from_container(&mut Cursor::new(jpeg))
}
