//! IBM's extension of Shift_JIS (FA40 to FC4B) and NEC's second copy of it (ED40 to EEFC).
//!
//! Phones have IBM's codes, so those are written. NEC's copy serves where IBM's are taken: by SoftBank's
//! signs at FB41 to FBD7, and in JIS rows, which IBM's codes lie beyond.

/// NEC's code for a character of IBM's extension.
pub(in crate::text) fn nec_selected(code: u16) -> Option<u16> {
    match code {
        0xFA40..=0xFA49 => Some(code - 0xFA40 + 0xEEEF),
        0xFA55..=0xFA57 => Some(code - 0xFA55 + 0xEEFA),
        0xFA5C..=0xFC4B => from_linear(linear(code) - linear(0xFA5C) + linear(0xED40)),
        _ => None,
    }
}

/// Trail bytes run from 40 to FC and leave out 7F: 188 to a lead byte.
fn linear(code: u16) -> u16 {
    let [lead, trail] = code.to_be_bytes();
    u16::from(lead) * 188 + u16::from(trail) - 0x40 - u16::from(trail > 0x7F)
}

fn from_linear(index: u16) -> Option<u16> {
    let (lead, offset) = (index / 188, index % 188);
    Some(u16::from_be_bytes([
        u8::try_from(lead).ok()?,
        u8::try_from(offset + 0x40 + u16::from(offset > 0x3E)).ok()?,
    ]))
}
