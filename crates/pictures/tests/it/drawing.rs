//! The face of a member without an icon.

use std::collections::HashSet;

use enishi_pictures::{Digest, Format, thread_drawing, thread_drawing_svg};

use crate::builders::pixels;

#[test]
fn the_same_seed_is_the_same_drawing_everywhere() {
    let expected = "3c177146475324028d8a0b7e0918ed00c97dc043ded595da278dd666424fe396";
    let raw = pixels(&thread_drawing(42, 48, Format::Png)).into_raw();
    assert_eq!(Digest::of(&raw).to_string(), expected);
}

#[test]
fn formats_agree_and_fit_a_handset() {
    for seed in 0..40 {
        let (gif, png) = (thread_drawing(seed, 48, Format::Gif), thread_drawing(seed, 48, Format::Png));
        assert_eq!(pixels(&gif), pixels(&png), "both are exact");
        assert_eq!(pixels(&gif).dimensions(), (48, 48));
        let jpeg = thread_drawing(seed, 48, Format::Jpeg);
        for file in [gif, png, jpeg] {
            assert!(file.len() < 2_000, "seed {seed}: {} bytes", file.len());
        }
    }
}

#[test]
fn neighbours_do_not_resemble() {
    let drawings: HashSet<String> = (0..500).map(thread_drawing_svg).collect();
    assert_eq!(drawings.len(), 500);
    let grounds: HashSet<&str> = drawings.iter().map(|svg| svg.split('"').nth(7).unwrap()).collect();
    assert_eq!(grounds.len(), 12, "all twelve colours are used: {grounds:?}");
}

#[test]
fn the_svg_is_inert() {
    let svg = thread_drawing_svg(7);
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>") && svg.len() < 1_000);
    assert!(!svg.contains("script") && !svg.contains("href") && !svg.contains("style"));
}

#[test]
fn absurd_sizes_are_brought_to_sense() {
    assert_eq!(pixels(&thread_drawing(1, 0, Format::Png)).width(), 1);
    assert_eq!(pixels(&thread_drawing(1, 9_999, Format::Jpeg)).width(), 512);
}
