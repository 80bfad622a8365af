//! Files made to hurt: each is refused by a named reason or read harmlessly, quickly, in little memory.

use std::time::{Duration, Instant};

use enishi_pictures::{IngestError, Limits, Master, ingest};
use image::codecs::gif::GifEncoder;
use image::{Frame, ImageFormat, Rgba, RgbaImage};

use crate::builders::{alike, camera_jpeg, file, noise, pixels, quarters};

/// The longest any hostile file may take; a machine that is busy with something else gets five goes at it.
const PATIENCE: Duration = Duration::from_secs(2);

fn timed(bytes: &[u8]) -> Result<Master, IngestError> {
    let mut took = Vec::new();
    for _ in 0..5 {
        let start = Instant::now();
        let answer = ingest(bytes, &Limits::default());
        took.push(start.elapsed());
        if start.elapsed() < PATIENCE {
            return answer;
        }
    }
    panic!("took {took:?}");
}

fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut png = file(&quarters(8, 8), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let checksum = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&checksum);
    png
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

#[test]
fn a_pixel_flood_is_refused_from_the_header() {
    for (width, height) in [(50_000, 50_000), (8_001, 1), (6_000, 6_000), (0x7FFF_FFFF, 0x7FFF_FFFF)] {
        assert_eq!(timed(&png_claiming(width, height)).unwrap_err(), IngestError::TooManyPixels);
    }
}

#[test]
fn a_jpeg_of_the_largest_size_is_refused_from_the_header() {
    let mut jpeg = file(&quarters(16, 16), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    jpeg[frame + 5..frame + 9].fill(0xFF);
    assert_eq!(timed(&jpeg).unwrap_err(), IngestError::TooManyPixels);
}

#[test]
fn a_gif_canvas_or_frame_beyond_bounds_is_refused() {
    let honest = file(&quarters(16, 16), ImageFormat::Gif);
    let mut canvas = honest.clone();
    canvas[6..10].fill(0xFF);
    assert_eq!(timed(&canvas).unwrap_err(), IngestError::TooManyPixels);

    let mut frame = honest;
    let descriptor = frame.windows(5).position(|bytes| bytes == [0x2C, 0, 0, 0, 0]).unwrap();
    frame[descriptor + 5..descriptor + 9].fill(0xFF);
    assert!(timed(&frame).is_err());
}

#[test]
fn a_webp_chunk_longer_than_its_file_is_refused() {
    let mut webp = file(&quarters(16, 16), ImageFormat::WebP);
    webp.extend_from_slice(b"EXIF\xF0\xFF\xFF\xFF");
    assert_eq!(timed(&webp).unwrap_err(), IngestError::Broken);
}

#[test]
fn of_an_animation_only_the_first_frame_counts() {
    let mut gif = Vec::new();
    let mut encoder = GifEncoder::new(&mut gif);
    for i in 0..150_u8 {
        let colour = if i == 0 { [250, 10, 10, 255] } else { [10, 10, i, 255] };
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(200, 200, Rgba(colour)))).unwrap();
    }
    drop(encoder);
    let master = timed(&gif).unwrap();
    assert!(alike(pixels(&master.jpeg).get_pixel(100, 100).0, [250, 10, 10]));
}

#[test]
fn other_types_are_refused_by_content() {
    let others: [&[u8]; 9] = [
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"%PDF-1.7\n",
        b"8BPS\0\x01",
        b"II*\0\x08\0\0\0",
        b"\0\0\x01\0\x01\0",
        b"\0\0\0\x18ftypheic",
        b"\0\0\0\x1cftypavif",
        b"push graphic-context\nfill 'url(https://example.com/)'",
    ];
    for bytes in others {
        assert_eq!(timed(bytes).unwrap_err(), IngestError::UnknownType);
    }
}

#[test]
fn a_polyglot_leaves_only_its_pixels() {
    let script = b"*/=1;alert(document.domain)//PK\x03\x04<?php system($_GET[0]);";
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif] {
        let mut upload = file(&quarters(32, 32), format);
        upload.extend_from_slice(script);
        let master = timed(&upload).unwrap();
        assert!(!master.jpeg.windows(5).any(|window| window == b"alert" || window == b"<?php"), "{format:?}");
    }
}

#[test]
fn looping_exif_is_read_once() {
    let mut upload = camera_jpeg(&quarters(32, 32), 6);
    let tiff = upload.windows(4).position(|bytes| bytes == b"MM\0*").unwrap();
    upload[tiff + 4..tiff + 8].copy_from_slice(&[0, 0, 0, 4]);
    assert!(timed(&upload).is_ok(), "an unreadable orientation is no reason to refuse a photo");
}

#[test]
fn truncated_files_neither_hang_nor_panic() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let whole = file(&noise(64, 64), format);
        for length in (0..whole.len()).step_by(whole.len() / 40 + 1) {
            // Half a photo may be better than none, so a reader may accept it; what it gives must be whole.
            if let Ok(master) = timed(&whole[..length]) {
                assert_eq!(pixels(&master.jpeg).dimensions(), (64, 64), "{format:?} of {length} bytes");
            }
        }
    }
}

#[test]
fn mutated_files_neither_hang_nor_panic() {
    let mut state = 0x9E37_79B9_u32;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize
    };
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let whole = file(&noise(48, 40), format);
        for _ in 0..150 {
            let mut mutant = whole.clone();
            for _ in 0..1 + random() % 6 {
                let at = random() % mutant.len().min(if random() % 2 == 0 { 64 } else { usize::MAX });
                mutant[at] = random() as u8;
            }
            if let Ok(master) = timed(&mutant) {
                let (width, height) = pixels(&master.jpeg).dimensions();
                assert!(width <= 2048 && height <= 2048);
            }
        }
    }
}
