//! ISO-2022-JP to Shift_JIS, so that one decoder serves both.

use encoding_rs::SHIFT_JIS;

use super::Rows;
use super::escape::{self, Mode};
use super::jis;
use crate::text::emoji::{self, Shown, SignSet};
use crate::text::sjis::{is_lead, is_trail};

/// A byte that Shift_JIS gives no meaning, standing alone.
const BROKEN: u8 = 0xFF;

/// Turns a mail's bytes into Shift_JIS. Shift_JIS between the escapes passes as it is, whatever the mode:
/// docomo and SoftBank send it outright, WILLCOM puts its signs so.
///
/// A line end returns to ASCII, as the standard asks of senders, so a lost escape spoils one line only.
pub(in crate::text) fn to_sjis(bytes: &[u8], rows: Rows) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut mode, mut rest) = (Mode::Ascii, bytes);
    while let Some(&first) = rest.first() {
        if let Some((next, after)) = escape::read(rest) {
            (mode, rest) = (next, after);
            continue;
        }
        if matches!(first, b'\r' | b'\n') {
            mode = Mode::Ascii;
        }
        let read = push(&mut out, rest, mode, rows);
        rest = &rest[read..];
    }
    out
}

/// Writes the character at the start of `bytes`, and answers how many of them it took.
fn push(out: &mut Vec<u8>, bytes: &[u8], mode: Mode, rows: Rows) -> usize {
    let (first, second) = (bytes[0], bytes.get(1).copied());
    match (mode, first, second) {
        (_, lead, Some(trail)) if is_lead(lead) && is_trail(trail) => out.extend([lead, trail]),
        (Mode::Kanji, 0x21..=0x7E, Some(cell @ 0x21..=0x7E)) => match pair([first, cell], rows) {
            Some(code) => out.extend(code),
            None => out.push(BROKEN),
        },
        (Mode::Kanji, 0x21..=0x7E, _) => return push_one(out, BROKEN),
        (Mode::Kana, 0x21..=0x5F, _) => return push_one(out, first | 0x80),
        (_, lead, _) if is_lead(lead) => return push_one(out, BROKEN),
        _ => return push_one(out, first),
    }
    2
}

fn push_one(out: &mut Vec<u8>, byte: u8) -> usize {
    out.push(byte);
    1
}

/// The Shift_JIS code of a two-byte JIS code, if it has a meaning. One that has none is marked broken here:
/// the decoder would take half of it for ASCII.
fn pair(code: [u8; 2], rows: Rows) -> Option<[u8; 2]> {
    let sign = emoji::by_au_mail(u16::from_be_bytes(code)).filter(|_| rows == Rows::Au);
    if let Some(Shown::Codes(codes)) = sign.map(|sign| sign.shown(SignSet::Au)) {
        return codes.first().map(|code| code.to_be_bytes());
    }
    let code = jis::to_sjis(code);
    SHIFT_JIS.decode_without_bom_handling_and_without_replacement(&code).map(|_| code)
}
