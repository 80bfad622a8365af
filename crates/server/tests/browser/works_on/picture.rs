//! A picture of a screen, made small: its upper rows, in a palette of few colours.

use std::collections::{BTreeMap, HashMap};

type Colour = [u8; 3];

/// So many colours of a palette are shades as they are.
const KEPT: usize = 24;
/// At most so many are averages.
const AVERAGED: usize = 64;

/// Pixels in rows.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pixels: Vec<Colour>,
}

impl Picture {
    /// Reads a PNG of Chromium's: three or four bytes a pixel.
    pub fn read(bytes: &[u8]) -> Picture {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut buffer = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut buffer).unwrap();
        let samples = frame.color_type.samples();
        let pixels = buffer[..frame.buffer_size()].chunks_exact(samples);
        let pixels = pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Picture { width: frame.width, height: frame.height, pixels }
    }

    /// Its upper rows, at most so many.
    pub fn top(mut self, rows: u32) -> Picture {
        self.height = self.height.min(rows);
        self.pixels.truncate((self.width * self.height).try_into().unwrap());
        self
    }

    /// The share of pixels that are not of the commonest colour.
    pub fn ink(&self) -> f64 {
        let ground = count(&self.pixels).into_values().max().unwrap_or(0);
        1.0 - f64::from(ground) / f64::from(self.width * self.height)
    }

    /// A PNG with a palette.
    pub fn as_png(&self) -> Vec<u8> {
        let (palette, places) = palette(&count(&self.pixels));
        let pixels: Vec<u8> = self.pixels.iter().map(|pixel| places[pixel]).collect();
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        bytes
    }
}

fn count(pixels: &[Colour]) -> HashMap<Colour, u32> {
    let mut counts = HashMap::new();
    pixels.iter().for_each(|pixel| *counts.entry(*pixel).or_insert(0) += 1);
    counts
}

/// The colours of a palette, and which of them stands for each shade. The commonest stay what they are; of the others
/// those that lie close are drawn as their average, the farther apart the more there are.
fn palette(shades: &HashMap<Colour, u32>) -> (Vec<Colour>, HashMap<Colour, u8>) {
    let mut common: Vec<Colour> = shades.keys().copied().collect();
    common.sort_by_key(|shade| (u32::MAX - shades[shade], *shade));
    let rest = common.split_off(KEPT.min(common.len()));
    let groups = (0..7).map(|lost| grouped(&rest, lost)).find(|groups| groups.len() <= AVERAGED);
    let groups = groups.expect("invariant: of two bits a channel there are 64").into_values();
    let groups: Vec<Vec<Colour>> = common.into_iter().map(|shade| vec![shade]).chain(groups).collect();
    let mut places = HashMap::new();
    for (place, group) in groups.iter().enumerate() {
        places.extend(group.iter().map(|shade| (*shade, u8::try_from(place).unwrap())));
    }
    (groups.iter().map(|group| average(group, shades)).collect(), places)
}

/// Shades that are the same but for their last bits.
fn grouped(shades: &[Colour], lost_bits: u32) -> BTreeMap<Colour, Vec<Colour>> {
    let mut groups: BTreeMap<Colour, Vec<Colour>> = BTreeMap::new();
    for shade in shades {
        groups.entry(shade.map(|value| value >> lost_bits)).or_default().push(*shade);
    }
    groups
}

/// As often as they are seen.
fn average(group: &[Colour], shades: &HashMap<Colour, u32>) -> Colour {
    let seen: u64 = group.iter().map(|shade| u64::from(shades[shade])).sum();
    [0, 1, 2].map(|channel| {
        let sum: u64 = group.iter().map(|shade| u64::from(shade[channel]) * u64::from(shades[shade])).sum();
        u8::try_from(sum / seen).unwrap()
    })
}
