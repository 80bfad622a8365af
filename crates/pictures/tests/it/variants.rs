//! Every rung of the ladder in every format keeps its promises.

use enishi_pictures::{
    FIT_WIDTHS_PX, Format, RenderError, SQUARE_SIDES_PX, Shape, VariantName, VariantSpec, render, render_all,
};

use crate::builders::{jpeg_markers, master, noise, pixels, quarters};

const FORMATS: [Format; 3] = [Format::Jpeg, Format::Gif, Format::Png];

fn spec(width_px: u32, shape: Shape, format: Format, max_bytes: usize) -> VariantSpec {
    VariantSpec { width_px, shape, format, max_bytes, colours: 65_536 }
}

fn ladder() -> Vec<(u32, Shape)> {
    let fits = FIT_WIDTHS_PX.map(|width| (width, Shape::Fit));
    let squares = SQUARE_SIDES_PX.map(|side| (side, Shape::Square));
    fits.into_iter().chain(squares).collect()
}

#[test]
fn no_variant_is_heavier_than_the_phone_takes() {
    // The picture that compresses worst, under the caps of the handset table and one far too small.
    let master = master(&noise(160, 120));
    for (width_px, shape) in ladder() {
        for format in FORMATS {
            for max_bytes in [5_000, 2_000] {
                let file = render(&master.jpeg, &spec(width_px, shape, format, max_bytes)).unwrap();
                assert!(file.len() <= max_bytes, "{width_px} {shape:?} {format:?}: {} bytes", file.len());
                assert!(pixels(&file).width() <= width_px);
            }
        }
    }
}

#[test]
fn an_impossible_cap_is_a_named_reason() {
    let master = master(&noise(64, 64));
    for format in FORMATS {
        let answer = render(&master.jpeg, &spec(48, Shape::Square, format, 20));
        assert_eq!(answer.unwrap_err(), RenderError::TooFewBytes);
    }
}

#[test]
fn variants_are_what_their_format_says() {
    let master = master(&noise(300, 200));
    for (format, magic) in FORMATS.into_iter().zip([&b"\xFF\xD8\xFF"[..], b"GIF89a", b"\x89PNG"]) {
        let file = render(&master.jpeg, &spec(120, Shape::Fit, format, 100_000)).unwrap();
        assert!(file.starts_with(magic));
        assert_eq!(pixels(&file).dimensions(), (120, 80));
    }
}

#[test]
fn a_jpeg_variant_is_baseline_colour() {
    let master = master(&noise(300, 200));
    let jpeg = render(&master.jpeg, &spec(240, Shape::Fit, Format::Jpeg, 50_000)).unwrap();
    let markers = jpeg_markers(&jpeg);
    assert!(markers.contains(&0xC0) && !markers.contains(&0xC2));
    assert!(!markers.iter().any(|marker| matches!(marker, 0xE1..=0xEF | 0xFE)));
}

#[test]
fn nothing_is_enlarged() {
    let master = master(&quarters(60, 40));
    for format in FORMATS {
        let fit = render(&master.jpeg, &spec(240, Shape::Fit, format, 50_000)).unwrap();
        assert_eq!(pixels(&fit).dimensions(), (60, 40));
        let square = render(&master.jpeg, &spec(96, Shape::Square, format, 50_000)).unwrap();
        assert_eq!(pixels(&square).dimensions(), (40, 40));
    }
}

#[test]
fn odd_shapes_are_drawn() {
    for (width, height) in [(1, 1), (1, 500), (500, 1), (3, 2)] {
        let master = master(&quarters(width, height));
        for (width_px, shape) in ladder() {
            for format in FORMATS {
                assert!(render(&master.jpeg, &spec(width_px, shape, format, 20_000)).is_ok());
            }
        }
    }
}

#[test]
fn a_grey_screen_gets_its_own_levels() {
    let master = master(&quarters(200, 200));
    for colours in [2, 4, 16] {
        for format in FORMATS {
            let spec = VariantSpec { colours, ..spec(96, Shape::Fit, format, 10_000) };
            let picture = pixels(&render(&master.jpeg, &spec).unwrap());
            assert!(picture.pixels().all(|pixel| pixel.0.iter().all(|c| c.abs_diff(pixel.0[0]) < 3)));
            let mut levels: Vec<u8> = picture.pixels().map(|pixel| pixel.0[0]).collect();
            levels.sort_unstable();
            levels.dedup();
            assert!(format == Format::Jpeg || levels.len() <= colours as usize, "{format:?}: {levels:?}");
        }
    }
}

#[test]
fn several_from_one_decoding_equal_each_alone() {
    let master = master(&noise(400, 300));
    let specs = [spec(240, Shape::Fit, Format::Jpeg, 20_000), spec(48, Shape::Square, Format::Gif, 3_000)];
    let together = render_all(&master.jpeg, &specs).unwrap();
    let alone: Vec<_> = specs.iter().map(|spec| render(&master.jpeg, spec).unwrap()).collect();
    assert_eq!(together, alone);
}

#[test]
fn bytes_that_are_no_master_are_broken() {
    let spec = spec(96, Shape::Fit, Format::Jpeg, 9_000);
    assert_eq!(render(b"<html>", &spec).unwrap_err(), RenderError::Broken);
}

#[test]
fn names_go_there_and_back() {
    for (width_px, shape) in ladder() {
        for format in FORMATS {
            let name = VariantName::new(width_px, shape, format).unwrap();
            assert_eq!(name.to_string().parse(), Ok(name));
        }
    }
    assert_eq!("96s.gif".parse(), Ok(VariantName::new(96, Shape::Square, Format::Gif).unwrap()));
}

#[test]
fn unlisted_sizes_do_not_parse() {
    let unlisted =
        ["97.jpg", "240s.jpg", "0240.jpg", "+96.gif", "-1.jpg", "1000000000.jpg", "96.webp", "96", ""];
    for text in unlisted.into_iter().chain(["96.jpg/..", "../96.jpg", "96.JPG", "96.jpg\0", "48.jpg"]) {
        assert!(text.parse::<VariantName>().is_err(), "{text:?}");
    }
    assert_eq!(VariantName::new(97, Shape::Fit, Format::Jpeg), None);
}

#[test]
fn a_name_for_a_screen_fills_it_and_no_more() {
    let name = VariantName::filling(230, Shape::Fit, Format::Jpeg);
    assert_eq!(name.to_string(), "240.jpg");
    assert_eq!(name.spec(230, 20_000, 65_536).width_px, 230);
    assert_eq!(VariantName::filling(9_000, Shape::Fit, Format::Png).to_string(), "1280.png");
}
