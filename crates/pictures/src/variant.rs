//! Which sizes and formats a picture is served in, and how they are written in addresses.

use std::fmt;
use std::str::FromStr;

/// The widths in pixels of whole pictures: the handsets' 96, 120 and 240, large phones' 480, and a full page.
pub const FIT_WIDTHS_PX: [u32; 5] = [96, 120, 240, 480, 1280];

/// The sides in pixels of square icons.
pub const SQUARE_SIDES_PX: [u32; 2] = [48, 96];

/// How a picture fills its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// The whole picture, its proportions kept.
    Fit,
    /// The middle of it, as high as wide.
    Square,
}

/// A file format that handsets draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Baseline JPEG, YCbCr 4:2:0.
    Jpeg,
    /// One frame, at most 256 colours.
    Gif,
    /// Indexed, at most 256 colours.
    Png,
}

impl Format {
    /// How a file name ends, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Gif => "gif",
            Self::Png => "png",
        }
    }

    /// The media type to serve it with.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Png => "image/png",
        }
    }
}

/// What to make of a master for one kind of phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VariantSpec {
    /// The width in pixels that is never exceeded; a smaller master keeps its own.
    pub width_px: u32,
    /// The whole picture or its middle.
    pub shape: Shape,
    /// The file format.
    pub format: Format,
    /// The bytes that are never exceeded.
    pub max_bytes: usize,
    /// The colours of the screen. 16 or fewer make a grey picture in that many levels.
    pub colours: u32,
}

impl VariantSpec {
    /// Whether the screen shows shades of grey alone.
    pub fn is_grey(&self) -> bool {
        self.colours <= 16
    }
}

/// The last part of a picture's address, as in `/pictures/{id}/240.jpg` or `96s.gif` (`s`: square).
///
/// Only listed sizes can be named, so nobody can have the server draw ten thousand others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VariantName {
    width_px: u32,
    shape: Shape,
    format: Format,
}

impl VariantName {
    /// The name of a listed size; `None` for any other.
    pub fn new(width_px: u32, shape: Shape, format: Format) -> Option<Self> {
        listed(shape).contains(&width_px).then_some(Self { width_px, shape, format })
    }

    /// The smallest listed size that fills `width_px`, else the largest there is.
    pub fn filling(width_px: u32, shape: Shape, format: Format) -> Self {
        let sizes = listed(shape);
        let width_px = sizes.iter().copied().find(|size| *size >= width_px).unwrap_or(sizes[sizes.len() - 1]);
        Self { width_px, shape, format }
    }

    /// The listed width in pixels.
    pub fn width_px(self) -> u32 {
        self.width_px
    }

    /// The whole picture or its middle.
    pub fn shape(self) -> Shape {
        self.shape
    }

    /// The file format.
    pub fn format(self) -> Format {
        self.format
    }

    /// What to draw under this name for a screen of `screen_width_px` that takes `max_bytes` and shows `colours`.
    ///
    /// A screen of 230 pixels is sent `240.jpg` at 230 wide: it neither scrolls nor scales.
    pub fn spec(self, screen_width_px: u32, max_bytes: usize, colours: u32) -> VariantSpec {
        let width_px = self.width_px.min(screen_width_px);
        VariantSpec { width_px, shape: self.shape, format: self.format, max_bytes, colours }
    }
}

fn listed(shape: Shape) -> &'static [u32] {
    match shape {
        Shape::Fit => &FIT_WIDTHS_PX,
        Shape::Square => &SQUARE_SIDES_PX,
    }
}

impl fmt::Display for VariantName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let square = if self.shape == Shape::Square { "s" } else { "" };
        write!(f, "{}{square}.{}", self.width_px, self.format.extension())
    }
}

/// The text names no listed variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a listed picture size")]
pub struct NotAVariant;

impl FromStr for VariantName {
    type Err = NotAVariant;

    fn from_str(text: &str) -> Result<Self, NotAVariant> {
        let mut names = every_name();
        names.find(|name| name.to_string() == text).ok_or(NotAVariant)
    }
}

/// All there are. Comparing with the written form leaves no second spelling (`0240.jpg`, `+96.gif`).
fn every_name() -> impl Iterator<Item = VariantName> {
    let formats = [Format::Jpeg, Format::Gif, Format::Png];
    [Shape::Fit, Shape::Square].into_iter().flat_map(move |shape| {
        let sizes = listed(shape).iter();
        sizes.flat_map(move |&width_px| formats.map(|format| VariantName { width_px, shape, format }))
    })
}
