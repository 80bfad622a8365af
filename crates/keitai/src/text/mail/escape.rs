//! The escape sequences of ISO-2022-JP.

/// What the following bytes are, until the next escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Ascii,
    /// Half-width kana, one byte each. Not in the standard, but sent.
    Kana,
    /// JIS X 0208, two bytes each.
    Kanji,
}

pub(super) const TO_ASCII: &[u8] = b"\x1B(B";
pub(super) const TO_KANJI: &[u8] = b"\x1B$B";

/// JIS Roman is read as ASCII: its yen sign is the backslash of every Japanese system.
const ESCAPES: [(&[u8], Mode); 5] = [
    (TO_ASCII, Mode::Ascii),
    (b"\x1B(J", Mode::Ascii),
    (b"\x1B(I", Mode::Kana),
    (b"\x1B$@", Mode::Kanji),
    (TO_KANJI, Mode::Kanji),
];

/// The mode that an escape at the start of `bytes` switches to, and the rest after it.
pub(super) fn read(bytes: &[u8]) -> Option<(Mode, &[u8])> {
    ESCAPES.iter().find_map(|&(escape, mode)| Some((mode, bytes.strip_prefix(escape)?)))
}
