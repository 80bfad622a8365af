//! Few colours for many: a palette by median cut, the difference spread to neighbours (Floyd–Steinberg).
//!
//! Written here rather than taken from `color_quant`, which needs 64 colours or more: handsets show 4 and 16 too.

use std::collections::BTreeMap;

use image::RgbImage;

/// A picture as numbers into a palette of 1 to 256 colours.
pub(crate) struct Indexed {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) palette: Vec<[u8; 3]>,
    pub(crate) indices: Vec<u8>,
}

/// The picture in at most `colours` (2 to 256) colours chosen for it; exact when it has no more than that.
pub(crate) fn reduce(picture: &RgbImage, colours: usize) -> Indexed {
    let counts = count_colours(picture);
    if counts.len() <= colours {
        return number(picture, counts.into_keys().collect());
    }
    dither(picture, median_cut(counts, colours))
}

/// The picture in `levels` (2 to 256) even steps from black to white; meant for one that is grey already.
pub(crate) fn reduce_grey(picture: &RgbImage, levels: usize) -> Indexed {
    dither(picture, (0..levels).map(|i| [(i * 255 / (levels - 1)) as u8; 3]).collect())
}

fn count_colours(picture: &RgbImage) -> BTreeMap<[u8; 3], u32> {
    let mut counts = BTreeMap::new();
    for pixel in picture.pixels() {
        *counts.entry(pixel.0).or_insert(0) += 1;
    }
    counts
}

type Weighted = ([u8; 3], u32);

/// Some of the picture's colours, and how much they deserve more than one palette entry.
struct Group {
    colours: Vec<Weighted>,
    urgency: u64,
}

impl Group {
    /// Urgency goes by the root of the population, so that small bright things keep a colour of their own.
    fn new(colours: Vec<Weighted>) -> Self {
        let (_, spread) = widest_channel(&colours);
        let urgency = u64::from(spread) * population(&colours).isqrt();
        Self { colours, urgency }
    }
}

/// Halves the most urgent group until there are enough; a group's mean is its colour.
fn median_cut(counts: BTreeMap<[u8; 3], u32>, colours: usize) -> Vec<[u8; 3]> {
    let mut groups = vec![Group::new(counts.into_iter().collect())];
    while groups.len() < colours {
        let most_urgent = (0..groups.len()).max_by_key(|&i| groups[i].urgency);
        let Some(i) = most_urgent.filter(|&i| groups[i].colours.len() > 1) else { break };
        let (darker, brighter) = split(groups.swap_remove(i).colours);
        groups.extend([Group::new(darker), Group::new(brighter)]);
    }
    groups.iter().map(|group| mean(&group.colours)).collect()
}

fn population(colours: &[Weighted]) -> u64 {
    colours.iter().map(|(_, count)| u64::from(*count)).sum()
}

/// The channel in which the colours differ most, and by how much.
fn widest_channel(colours: &[Weighted]) -> (usize, u8) {
    let (mut low, mut high) = ([u8::MAX; 3], [0; 3]);
    for (colour, _) in colours {
        for c in 0..3 {
            low[c] = low[c].min(colour[c]);
            high[c] = high[c].max(colour[c]);
        }
    }
    let spread = |c: usize| high[c].saturating_sub(low[c]);
    let widest = (0..3).max_by_key(|&c| spread(c)).unwrap_or(0);
    (widest, spread(widest))
}

/// The darker and the brighter half of the pixels; both hold at least one colour.
fn split(mut colours: Vec<Weighted>) -> (Vec<Weighted>, Vec<Weighted>) {
    let (channel, _) = widest_channel(&colours);
    colours.sort_by_key(|(colour, _)| colour[channel]);
    let half = population(&colours) / 2;
    let mut seen = 0;
    let middle = colours.iter().position(|(_, count)| {
        seen += u64::from(*count);
        seen > half
    });
    let brighter = colours.split_off(middle.unwrap_or(0).clamp(1, colours.len() - 1));
    (colours, brighter)
}

fn mean(colours: &[Weighted]) -> [u8; 3] {
    let population = population(colours);
    let sum = |channel: usize| -> u64 {
        colours.iter().map(|(colour, count)| u64::from(colour[channel]) * u64::from(*count)).sum()
    };
    [0, 1, 2].map(|channel| ((sum(channel) + population / 2) / population.max(1)) as u8)
}

/// Numbers every pixel by a sorted palette that holds its very colour.
fn number(picture: &RgbImage, palette: Vec<[u8; 3]>) -> Indexed {
    let index = |pixel: &image::Rgb<u8>| palette.binary_search(&pixel.0).unwrap_or(0) as u8;
    let indices = picture.pixels().map(index).collect();
    Indexed { width: picture.width(), height: picture.height(), palette, indices }
}

/// Numbers every pixel, handing each one's error to those not yet numbered.
fn dither(picture: &RgbImage, palette: Vec<[u8; 3]>) -> Indexed {
    let (width, height) = picture.dimensions();
    let mut nearest = Nearest::new(&palette);
    let mut indices = Vec::with_capacity((width * height) as usize);
    // One cell of margin on either side spares the row ends their special cases.
    let mut here = vec![[0_i32; 3]; width as usize + 2];
    let mut below = here.clone();
    for row in picture.rows() {
        for (x, pixel) in row.enumerate() {
            let x = x + 1;
            let wanted = [0, 1, 2].map(|c| (i32::from(pixel.0[c]) + here[x][c] / 16).clamp(0, 255));
            let index = nearest.index(wanted);
            indices.push(index);
            for c in 0..3 {
                let error = wanted[c] - i32::from(palette[usize::from(index)][c]);
                here[x + 1][c] += error * 7;
                below[x - 1][c] += error * 3;
                below[x][c] += error * 5;
                below[x + 1][c] += error;
            }
        }
        std::mem::swap(&mut here, &mut below);
        below.fill([0; 3]);
    }
    Indexed { width, height, palette, indices }
}

/// The nearest palette colour, remembered for 64 steps of each channel: near enough, as dithering spreads the
/// difference on.
struct Nearest<'a> {
    palette: &'a [[u8; 3]],
    known: Vec<Option<u8>>,
}

impl<'a> Nearest<'a> {
    fn new(palette: &'a [[u8; 3]]) -> Self {
        Self { palette, known: vec![None; 64 * 64 * 64] }
    }

    fn index(&mut self, wanted: [i32; 3]) -> u8 {
        let cell = wanted.iter().fold(0, |cell, value| cell << 6 | (*value as usize) >> 2);
        *self.known[cell].get_or_insert_with(|| nearest(self.palette, wanted))
    }
}

fn nearest(palette: &[[u8; 3]], wanted: [i32; 3]) -> u8 {
    let distance =
        |colour: &[u8; 3]| -> i32 { (0..3).map(|c| (i32::from(colour[c]) - wanted[c]).pow(2)).sum() };
    (0..palette.len()).min_by_key(|&i| distance(&palette[i])).unwrap_or(0) as u8
}
