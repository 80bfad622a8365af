//! Baseline JPEG, YCbCr 4:2:0. Many handsets refuse progressive files, and all refuse CMYK.

use image::RgbImage;
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};

/// The picture as a JPEG file. `quality` is 1 to 100; neither side is above 65,535 px.
pub(crate) fn encode(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    // With tables of its own this encoder writes one scan a colour. Such files are baseline too, yet handsets
    // and zune-jpeg 0.5.15 (etemesi254/zune-image#422) draw them in false colours.
    encoder.set_optimized_huffman_tables(false);
    let width = u16::try_from(picture.width()).expect("no picture here is wider than a JPEG");
    let height = u16::try_from(picture.height()).expect("no picture here is taller than a JPEG");
    encoder.encode(picture.as_raw(), width, height, ColorType::Rgb).expect("writing to memory");
    file
}
