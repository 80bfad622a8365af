//! An upload becomes upright, stripped, on white, and no larger than needed.

use enishi_pictures::{Digest, IngestError, Limits, ingest};
use image::{ImageFormat, Rgba, RgbaImage};

use crate::builders::{
    BLUE, GREEN, RED, YELLOW, alike, camera_jpeg, exif_of, file, jpeg_markers, pixels, quarters, with_segment,
};

#[test]
fn every_orientation_is_turned_upright() {
    // For each value of the EXIF tag: where the stored corners (red, green, blue, yellow) belong.
    let upright = [
        (1, [RED, GREEN, BLUE, YELLOW]),
        (2, [GREEN, RED, YELLOW, BLUE]),
        (3, [YELLOW, BLUE, GREEN, RED]),
        (4, [BLUE, YELLOW, RED, GREEN]),
        (5, [RED, BLUE, GREEN, YELLOW]),
        (6, [BLUE, RED, YELLOW, GREEN]),
        (7, [YELLOW, GREEN, BLUE, RED]),
        (8, [GREEN, YELLOW, RED, BLUE]),
    ];
    for (orientation, expected) in upright {
        let master = ingest(&camera_jpeg(&quarters(160, 96), orientation), &Limits::default()).unwrap();
        let size = if orientation < 5 { (160, 96) } else { (96, 160) };
        assert_eq!((master.width_px, master.height_px), size, "orientation {orientation}");
        assert!(
            corners(&master.jpeg).iter().zip(expected).all(|(a, b)| alike(*a, b)),
            "orientation {orientation}"
        );
    }
}

fn corners(jpeg: &[u8]) -> [[u8; 3]; 4] {
    let picture = pixels(jpeg);
    let (right, bottom) = (picture.width() - 9, picture.height() - 9);
    [(8, 8), (right, 8), (8, bottom), (right, bottom)].map(|(x, y)| picture.get_pixel(x, y).0)
}

#[test]
fn nothing_of_the_original_survives_but_the_picture() {
    let secret = b"SECRET-REMARK";
    let mut upload = with_segment(&camera_jpeg(&quarters(64, 64), 1), 0xFE, secret);
    upload.extend_from_slice(b"<?php SECRET-REMARK");
    assert!(exif_of(&upload).is_ok(), "the upload does carry EXIF");

    let master = ingest(&upload, &Limits::default()).unwrap();
    assert!(exif_of(&master.jpeg).is_err());
    assert!(!contains(&master.jpeg, secret) && !contains(&master.jpeg, b"Enishi"));
    assert_eq!(jpeg_markers(&master.jpeg).iter().filter(|m| matches!(m, 0xE1..=0xEF | 0xFE)).count(), 0);
    assert!(master.jpeg.ends_with(&[0xFF, 0xD9]), "no byte after the end");
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_master_is_baseline_and_named_by_its_digest() {
    let master = ingest(&file(&quarters(100, 50), ImageFormat::Png), &Limits::default()).unwrap();
    assert!(jpeg_markers(&master.jpeg).contains(&0xC0) && !jpeg_markers(&master.jpeg).contains(&0xC2));
    let scans = master.jpeg.windows(2).filter(|pair| *pair == [0xFF, 0xDA]).count();
    assert_eq!(scans, 1, "all colours in one scan");
    assert_eq!(master.digest, Digest::of(&master.jpeg));
    assert_eq!(master.digest.to_string().parse(), Ok(master.digest));
}

#[test]
fn a_large_picture_shrinks_and_a_small_one_keeps_its_size() {
    for (size, expected) in [((3000, 1500), (2048, 1024)), ((1500, 3000), (1024, 2048)), ((40, 30), (40, 30))]
    {
        let upload = file(&quarters(size.0, size.1), ImageFormat::Png);
        let master = ingest(&upload, &Limits::default()).unwrap();
        assert_eq!((master.width_px, master.height_px), expected);
        assert_eq!(pixels(&master.jpeg).dimensions(), expected);
    }
}

#[test]
fn all_four_formats_are_read() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let master = ingest(&file(&quarters(64, 48), format), &Limits::default()).unwrap();
        assert!(alike(corners(&master.jpeg)[1], GREEN), "{format:?}");
    }
}

#[test]
fn transparency_becomes_white_paper() {
    let clear = RgbaImage::from_pixel(32, 32, Rgba([0, 0, 0, 0]));
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let mut upload = std::io::Cursor::new(Vec::new());
        clear.write_to(&mut upload, format).unwrap();
        let master = ingest(upload.get_ref(), &Limits::default()).unwrap();
        assert!(alike(pixels(&master.jpeg).get_pixel(16, 16).0, [255; 3]), "{format:?}");
    }
}

#[test]
fn limits_are_named_reasons() {
    let upload = file(&quarters(100, 100), ImageFormat::Png);
    let refused = |limits: Limits| ingest(&upload, &limits).unwrap_err();
    assert_eq!(refused(Limits { file_bytes: 10, ..Limits::default() }), IngestError::TooManyBytes);
    assert_eq!(refused(Limits { side_px: 99, ..Limits::default() }), IngestError::TooManyPixels);
    assert_eq!(refused(Limits { pixels: 9_999, ..Limits::default() }), IngestError::TooManyPixels);
    assert_eq!(ingest(b"", &Limits::default()).unwrap_err(), IngestError::Empty);
}
