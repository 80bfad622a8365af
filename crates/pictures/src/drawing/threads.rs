//! Where the two threads run: chosen from the seed, the same for pixels and for SVG.

use super::colours::{Rgb, TRADITIONAL, ground, shade};

/// A point in a square of 100 units, the origin at the top left.
pub(super) type Point = (f32, f32);

/// A cubic Bézier curve.
pub(super) type Curve = [Point; 4];

/// Half the width of a thread, in units.
pub(super) const HALF_WIDTH: f32 = 6.0;

/// Half the width of the gap that the upper thread keeps open in the lower one, in units.
pub(super) const HALF_GAP: f32 = 10.0;

/// Cosine and sine of the turns a drawing may take. Written out: `f32::sin` may differ between machines.
const TURNS: [(f32, f32); 6] =
    [(1.0, 0.0), (0.966, 0.259), (0.866, 0.5), (0.707, 0.707), (0.5, 0.866), (0.259, 0.966)];

/// Two threads that cross, and their colours.
pub(super) struct Drawing {
    pub(super) ground: Rgb,
    pub(super) lower: (Curve, Rgb),
    pub(super) upper: (Curve, Rgb),
}

impl Drawing {
    /// One thread goes from left to right, the other from top to bottom, so they cross; then all is turned.
    pub(super) fn from_seed(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let colour = TRADITIONAL[dice.below(TRADITIONAL.len())];
        let turn = TURNS[dice.below(TURNS.len())];
        let across = [-30.0, 22.0, 78.0, 130.0].map(|x| (x, dice.between(18, 82)));
        let down = [-30.0, 22.0, 78.0, 130.0].map(|y| (dice.between(18, 82), y));
        let (light, dark) = (colour, shade(colour));
        let (over, under) = if dice.below(2) == 0 { (light, dark) } else { (dark, light) };
        Self {
            ground: ground(colour),
            lower: (across.map(|point| turned(point, turn)), under),
            upper: (down.map(|point| turned(point, turn)), over),
        }
    }

    pub(super) fn to_svg(&self) -> String {
        let (lower, upper) = (path(&self.lower.0), path(&self.upper.0));
        let [ground, under, over] = [self.ground, self.lower.1, self.upper.1].map(hex);
        let (thread, gap) = (HALF_WIDTH * 2.0, HALF_GAP * 2.0);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\"><g fill=\"none\">\
             <path fill=\"{ground}\" d=\"M0 0h100v100H0z\"/>\
             <path stroke=\"{under}\" stroke-width=\"{thread}\" d=\"{lower}\"/>\
             <path stroke=\"{ground}\" stroke-width=\"{gap}\" d=\"{upper}\"/>\
             <path stroke=\"{over}\" stroke-width=\"{thread}\" d=\"{upper}\"/></g></svg>"
        )
    }
}

fn turned((x, y): Point, (cos, sin): (f32, f32)) -> Point {
    let (x, y) = (x - 50.0, y - 50.0);
    (50.0 + x * cos - y * sin, 50.0 + x * sin + y * cos)
}

fn path([start, a, b, end]: &Curve) -> String {
    let [start, a, b, end] = [start, a, b, end].map(|(x, y)| format!("{x:.1} {y:.1}"));
    format!("M{start}C{a} {b} {end}")
}

fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// SplitMix64 (Steele, Lea and Flood, 2014): ids that follow each other give drawings that do not resemble.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, sides: usize) -> usize {
        (self.next() % sides as u64) as usize
    }

    fn between(&mut self, low: u16, high: u16) -> f32 {
        f32::from(low + self.below(usize::from(high - low)) as u16)
    }
}
