//! Figures that handsets state in headers of their own. What lies outside any real phone counts as absent:
//! the headers are anyone's to write, and a screen of one pixel or a page of one byte would break every page.

use super::{Told, words::number};
use crate::{Headers, Screen};

const SCREEN_PX: std::ops::RangeInclusive<u32> = 60..=2048;
const COLOUR_BITS: std::ops::RangeInclusive<u32> = 1..=24;
const UNIT_BYTES: std::ops::RangeInclusive<u32> = 1_100..=10_000_000;

/// Reads one header and remembers which it was.
pub(super) fn told<T>(
    headers: &Headers<'_>,
    header: &'static str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<Told<T>> {
    let value = read(headers.get(header)?)?;
    Some(Told { value, header })
}

/// `240*320`, `240,268`, `240*320/…`.
pub(super) fn screen(text: &str) -> Option<Screen> {
    let (width, height) = text.split('/').next()?.split_once(['*', ','])?;
    let (width, height) = (number(width.trim())?, number(height.trim())?);
    (SCREEN_PX.contains(&width) && SCREEN_PX.contains(&height)).then_some(Screen { width, height })
}

/// au's depth: `16,RGB565` is sixteen bits.
pub(super) fn colours_of_depth(text: &str) -> Option<u32> {
    let bits = number(text.split(',').next()?.trim())?;
    COLOUR_BITS.contains(&bits).then(|| 1 << bits)
}

/// au's `0` for a screen without colours; `1` says nothing of how many.
pub(super) fn colours_of_grey(text: &str) -> Option<u32> {
    (text == "0").then_some(2)
}

/// J-PHONE's colours: `C65536`, or `G4` for four greys.
pub(super) fn colours(text: &str) -> Option<u32> {
    number(text.strip_prefix(['C', 'G'])?).filter(|colours| (2..=1 << 24).contains(colours))
}

/// au's largest unit in bytes, headers and all; 96 of 100 are left for the page.
pub(super) fn page_of_unit(text: &str) -> Option<usize> {
    let unit = number(text).filter(|unit| UNIT_BYTES.contains(unit))?;
    usize::try_from(unit / 100 * 96).ok()
}
