//! Arithmetic between a JIS X 0208 code and its Shift_JIS form.

/// The Shift_JIS code of a JIS code, both of whose bytes are 21 to 7E.
pub(super) fn to_sjis([row, cell]: [u8; 2]) -> [u8; 2] {
    let (row, cell) = (row - 0x21, cell - 0x21);
    let lead = row / 2 + if row < 62 { 0x81 } else { 0xC1 };
    let trail = if row % 2 == 1 { cell + 0x9F } else { cell + 0x40 + u8::from(cell > 0x3E) };
    [lead, trail]
}

/// The JIS code of a Shift_JIS code with a lead byte up to EF.
pub(super) fn from_sjis([lead, trail]: [u8; 2]) -> [u8; 2] {
    let half_row = lead - if lead < 0xA0 { 0x81 } else { 0xC1 };
    let (odd, cell) =
        if trail >= 0x9F { (1, trail - 0x9F) } else { (0, trail - 0x40 - u8::from(trail > 0x7F)) };
    [half_row * 2 + odd + 0x21, cell + 0x21]
}
