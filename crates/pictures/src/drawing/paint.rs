//! The drawing as pixels, each coloured by how much of it a thread covers.

use image::{Rgb as Pixel, RgbImage};

use super::colours::{Rgb, mix};
use super::threads::{Curve, Drawing, HALF_GAP, HALF_WIDTH, Point};

/// Straight pieces of a curve: at 512 pixels no corner shows.
const PIECES: u16 = 48;

/// The drawing in `size_px` by `size_px` pixels.
pub(super) fn paint(drawing: &Drawing, size_px: u32) -> RgbImage {
    let unit = 100.0 / size_px as f32;
    let (lower, under) = (points(&drawing.lower.0), drawing.lower.1);
    let (upper, over) = (points(&drawing.upper.0), drawing.upper.1);
    RgbImage::from_fn(size_px, size_px, |x, y| {
        let here = ((x as f32 + 0.5) * unit, (y as f32 + 0.5) * unit);
        let (to_lower, to_upper) = (distance(here, &lower), distance(here, &upper));
        let mut colour = drawing.ground;
        colour = mix(under, colour, coverage(to_lower, HALF_WIDTH, unit));
        colour = mix(drawing.ground, colour, coverage(to_upper, HALF_GAP, unit));
        colour = mix(over, colour, coverage(to_upper, HALF_WIDTH, unit));
        Pixel::<u8>(colour as Rgb)
    })
}

/// How many percent of a pixel lie within `half_width` of the thread's middle.
fn coverage(distance: f32, half_width: f32, pixel: f32) -> u32 {
    (((half_width - distance) / pixel + 0.5).clamp(0.0, 1.0) * 100.0) as u32
}

fn points(curve: &Curve) -> Vec<Point> {
    (0..=PIECES).map(|i| point_at(curve, f32::from(i) / f32::from(PIECES))).collect()
}

fn point_at([start, a, b, end]: &Curve, t: f32) -> Point {
    let s = 1.0 - t;
    let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
    let along = |c: fn(&Point) -> f32| {
        weights[0] * c(start) + weights[1] * c(a) + weights[2] * c(b) + weights[3] * c(end)
    };
    (along(|point| point.0), along(|point| point.1))
}

/// The distance from a point to a line of straight pieces.
fn distance(here: Point, line: &[Point]) -> f32 {
    let squared = line.windows(2).map(|piece| squared_distance(here, piece[0], piece[1]));
    squared.fold(f32::INFINITY, f32::min).sqrt()
}

fn squared_distance((x, y): Point, (ax, ay): Point, (bx, by): Point) -> f32 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = (dx * dx + dy * dy).max(f32::EPSILON);
    let t = (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0);
    let (ex, ey) = (x - ax - t * dx, y - ay - t * dy);
    ex * ex + ey * ey
}
