//! Shift_JIS as Windows and the phones have it (CP932), with the carriers' signs in its user-defined rows.

mod decode;
mod encode;
mod ibm;

pub(super) use decode::decode_with;
pub(super) use encode::{Extension, encode};
pub(super) use ibm::nec_selected;

/// One character of well-formed Shift_JIS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Single(u8),
    Double(u16),
}

/// The characters of bytes that [`encode`] wrote; a lone lead byte counts as a single.
pub(super) fn units(bytes: &[u8]) -> impl Iterator<Item = Unit> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let &lead = bytes.get(at)?;
        let trail = bytes.get(at + 1).copied().filter(|_| is_lead(lead));
        at += 1 + usize::from(trail.is_some());
        Some(trail.map_or(Unit::Single(lead), |trail| Unit::Double(u16::from_be_bytes([lead, trail]))))
    })
}

/// Whether a byte opens a two-byte character.
pub(super) fn is_lead(byte: u8) -> bool {
    matches!(byte, 0x81..=0x9F | 0xE0..=0xFC)
}

/// Whether a byte can close a two-byte character. None of `"` `&` `'` `<` `>` can.
pub(super) fn is_trail(byte: u8) -> bool {
    matches!(byte, 0x40..=0x7E | 0x80..=0xFC)
}
