//! Shift_JIS to ISO-2022-JP.

use super::Rows;
use super::escape::{Mode, TO_ASCII, TO_KANJI};
use super::jis;
use crate::text::emoji::{self, Carrier};
use crate::text::sjis::{Unit, nec_selected, units};

/// Turns Shift_JIS, as the encoder wrote it without half-width kana, into ISO-2022-JP ending in ASCII.
pub(in crate::text) fn from_sjis(bytes: &[u8], rows: Rows) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + 8);
    let mut mode = Mode::Ascii;
    for unit in units(bytes) {
        let (next, code) = code(unit, rows);
        if next != mode {
            out.extend(if next == Mode::Kanji { TO_KANJI } else { TO_ASCII });
            mode = next;
        }
        match unit {
            Unit::Single(_) => out.push(code[1]),
            Unit::Double(_) => out.extend(code),
        }
    }
    if mode != Mode::Ascii {
        out.extend(TO_ASCII);
    }
    out
}

/// The bytes of one character and the mode that they are read in. Leads above EF that are neither au's nor
/// IBM's are WILLCOM's signs, which travel as they are.
fn code(unit: Unit, rows: Rows) -> (Mode, [u8; 2]) {
    let code = match unit {
        Unit::Single(byte) => return (Mode::Ascii, [0, byte]),
        Unit::Double(code) => code,
    };
    if rows == Rows::Au
        && let Some(sign) = emoji::by_sjis(Carrier::Au, code).and_then(|sign| sign.au_mail())
    {
        return (Mode::Kanji, sign.to_be_bytes());
    }
    match nec_selected(code).unwrap_or(code) {
        private @ 0xF000.. => (Mode::Ascii, private.to_be_bytes()),
        standard => (Mode::Kanji, jis::from_sjis(standard.to_be_bytes())),
    }
}
