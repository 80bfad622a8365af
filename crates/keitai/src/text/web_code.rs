//! SoftBank's web codes: `ESC $`, a page letter, characters, `SI`. J-PHONE's way to write a sign.

use super::emoji::{self, Carrier};
use super::sjis::{Unit, units};

const ESC: u8 = 0x1B;
const SI: u8 = 0x0F;
/// Pages in the order of the private-use rows E0 to E5.
const PAGES: &[u8; 6] = b"GEFOPQ";

/// Decodes the stretches between web codes with `plain`, and the web codes to signs.
///
/// An escape counts only if it is closed and every character in it is a sign; otherwise it is left to
/// `plain`, so that it cannot hide the text after it.
pub(super) fn decode_with(bytes: &[u8], plain: impl Fn(&[u8]) -> String) -> String {
    let mut out = String::with_capacity(bytes.len());
    let (mut from, mut at) = (0, 0);
    while let Some(offset) = bytes[at..].iter().position(|&byte| byte == ESC) {
        at += offset;
        if let Some((signs, len)) = read(&bytes[at..]) {
            out.push_str(&plain(&bytes[from..at]));
            out.push_str(&signs);
            from = at + len;
            at = from;
        } else {
            at += 1;
        }
    }
    out.push_str(&plain(&bytes[from..]));
    out
}

/// SoftBank's Shift_JIS with its signs turned into web codes, one escape for each.
pub(super) fn from_sjis(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for unit in units(bytes) {
        match unit {
            Unit::Single(byte) => out.push(byte),
            Unit::Double(code) => match web_code(code) {
                Some([page, character]) => out.extend([ESC, b'$', page, character, SI]),
                None => out.extend(code.to_be_bytes()),
            },
        }
    }
    out
}

fn web_code(sjis: u16) -> Option<[u8; 2]> {
    let scalar = emoji::by_sjis(Carrier::Softbank, sjis)?.private_use(Carrier::Softbank)?;
    let [row, cell] = u16::try_from(u32::from(scalar)).ok()?.to_be_bytes();
    Some([*PAGES.get(usize::from(row.checked_sub(0xE0)?))?, cell + 0x20])
}

/// The signs of one closed escape at the start of `bytes`, and its length.
fn read(bytes: &[u8]) -> Option<(String, usize)> {
    let (page, characters) = bytes.strip_prefix(&[ESC, b'$'])?.split_first()?;
    let row = 0xE0 + u32::try_from(PAGES.iter().position(|letter| letter == page)?).ok()?;
    let signs: Vec<&str> = characters.iter().map_while(|&character| sign(row, character)).collect();
    let is_closed = !signs.is_empty() && characters.get(signs.len()) == Some(&SI);
    is_closed.then(|| (signs.concat(), 3 + signs.len() + 1))
}

fn sign(row: u32, character: u8) -> Option<&'static str> {
    let scalar = char::from_u32(row << 8 | u32::from(character.checked_sub(0x20)?))?;
    emoji::by_private_use(Carrier::Softbank, scalar).map(|sign| sign.text())
}
