//! A master becomes a file that one kind of phone can take: never larger, never heavier than it says.

use image::RgbImage;

use crate::decode::{Bounds, DecodeError, decode};
use crate::encode::palette::{Indexed, reduce, reduce_grey};
use crate::encode::{gif, jpeg, png};
use crate::{Format, Limits, Shape, VariantSpec, scale};

/// JPEG qualities, best first. Below 35 a smaller picture looks better than a coarser one.
const QUALITIES: [u8; 5] = [82, 72, 60, 48, 35];

/// Palette sizes, richest first.
const PALETTES: [usize; 4] = [256, 128, 64, 32];

/// Below this width in pixels nothing can be recognised, so it is not tried.
const SMALLEST_PX: u32 = 8;

/// Why a variant cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The bytes are not a master.
    #[error("the master cannot be read")]
    Broken,
    /// No recognisable picture fits into [`VariantSpec::max_bytes`].
    #[error("no picture is as small as the phone asks")]
    TooFewBytes,
    /// Too many pictures are being worked on; the same request may succeed in a moment.
    #[error("too many pictures are being worked on")]
    Busy,
}

/// Makes one variant of a master. Blocks while it waits for its turn and computes.
///
/// # Errors
/// See [`RenderError`].
pub fn render(master: &[u8], spec: &VariantSpec) -> Result<Vec<u8>, RenderError> {
    let decoded = decode(master, &bounds())?;
    cut(&decoded.pixels, spec)
}

/// Makes several variants from one decoding, in the order asked: decoding is the dearest part.
///
/// # Errors
/// See [`RenderError`]; the first that fails ends it.
pub fn render_all(master: &[u8], specs: &[VariantSpec]) -> Result<Vec<Vec<u8>>, RenderError> {
    let decoded = decode(master, &bounds())?;
    specs.iter().map(|spec| cut(&decoded.pixels, spec)).collect()
}

/// A master was made within the limits of its day, so the widest of ours is the right bound here.
fn bounds() -> Bounds {
    let Limits { pixels, side_px, .. } = Limits::default();
    Bounds { pixels, side_px }
}

/// First at the full width in falling quality, then ever smaller, until it fits.
fn cut(picture: &RgbImage, spec: &VariantSpec) -> Result<Vec<u8>, RenderError> {
    let mut width_px = spec.width_px.min(picture.width()).max(1);
    loop {
        let sized = resize(picture, spec, width_px);
        let lightest = match lightest_or_fitting(&sized, spec) {
            file if file.len() <= spec.max_bytes => return Ok(file),
            file => file.len(),
        };
        if width_px <= SMALLEST_PX {
            return Err(RenderError::TooFewBytes);
        }
        width_px = narrower(sized.width(), lightest, spec.max_bytes);
    }
}

fn resize(picture: &RgbImage, spec: &VariantSpec, width_px: u32) -> RgbImage {
    let sized = match spec.shape {
        Shape::Fit => scale::fit_width(picture, width_px),
        Shape::Square => scale::centre_square(picture, width_px),
    };
    if spec.is_grey() { scale::grey(sized) } else { sized }
}

/// The best file within the limit, or the lightest if none is.
fn lightest_or_fitting(picture: &RgbImage, spec: &VariantSpec) -> Vec<u8> {
    match spec.format {
        Format::Jpeg => first_fitting(QUALITIES.iter().map(|quality| jpeg::encode(picture, *quality)), spec),
        Format::Gif => first_fitting(indexed(picture, spec).map(gif::encode), spec),
        Format::Png => first_fitting(indexed(picture, spec).map(|few| png::encode(&few)), spec),
    }
}

fn first_fitting(mut files: impl Iterator<Item = Vec<u8>>, spec: &VariantSpec) -> Vec<u8> {
    let mut best = files.next().unwrap_or_default();
    while best.len() > spec.max_bytes {
        let Some(file) = files.next() else { break };
        best = file;
    }
    best
}

/// The picture in fewer and fewer colours; a grey screen's few levels are not thinned out further.
fn indexed<'a>(picture: &'a RgbImage, spec: &'a VariantSpec) -> Box<dyn Iterator<Item = Indexed> + 'a> {
    if spec.is_grey() {
        let levels = spec.colours.max(2) as usize;
        return Box::new(std::iter::once_with(move || reduce_grey(picture, levels)));
    }
    let shown = PALETTES.iter().copied().filter(|colours| *colours as u64 <= u64::from(spec.colours.max(32)));
    Box::new(shown.map(|colours| reduce(picture, colours)))
}

/// A width at which a file of `bytes` may shrink to `max_bytes`: weight goes with the area. Always one pixel less.
fn narrower(width_px: u32, bytes: usize, max_bytes: usize) -> u32 {
    let by_weight = (max_bytes as f64 / bytes as f64).sqrt().clamp(0.5, 0.95);
    let width = (f64::from(width_px) * by_weight) as u32;
    width.min(width_px.saturating_sub(1)).max(SMALLEST_PX)
}

impl From<DecodeError> for RenderError {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Busy => Self::Busy,
            DecodeError::UnknownType | DecodeError::TooManyPixels | DecodeError::Broken => Self::Broken,
        }
    }
}
