//! Shift_JIS to Unicode, never swallowing what follows a broken byte.

use encoding_rs::SHIFT_JIS;

use super::{is_lead, is_trail};

/// Decodes `bytes`, offering each code of the user-defined rows and above (lead F0 to FC) to `sign`, which
/// writes the carrier's emoji and answers whether it knew one.
///
/// A broken byte becomes U+FFFD alone. An unknown code becomes U+FFFD too, and gives back its second byte
/// where that is ASCII, because an attacker may have put it there to be swallowed.
pub(in crate::text) fn decode_with(bytes: &[u8], sign: impl Fn(u16, &mut String) -> bool) -> String {
    let mut out = String::with_capacity(bytes.len() + bytes.len() / 2);
    let (mut plain_from, mut at) = (0, 0);
    while let Some(&lead) = bytes.get(at) {
        let trail = bytes.get(at + 1).copied().filter(|&trail| is_lead(lead) && is_trail(trail));
        let end = at + 1 + usize::from(trail.is_some());
        if !is_plain(lead, trail) {
            push_plain(&mut out, &bytes[plain_from..at]);
            plain_from = match trail {
                Some(trail) if sign(u16::from_be_bytes([lead, trail]), &mut out) => end,
                Some(_) if lead >= FIRST_IBM => at,
                _ => push_broken(&mut out, at, trail),
            };
        }
        at = if plain_from > at { plain_from } else { end };
    }
    push_plain(&mut out, &bytes[plain_from..]);
    out
}

/// Marks a broken byte or an unknown code at `at`, and answers where reading goes on.
fn push_broken(out: &mut String, at: usize, trail: Option<u8>) -> usize {
    out.push(char::REPLACEMENT_CHARACTER);
    at + 1 + usize::from(trail.is_some_and(|trail| !trail.is_ascii()))
}

/// IBM's own extension begins here; SoftBank put signs into a part of it.
const FIRST_IBM: u8 = 0xFA;

/// Whether the character has one meaning for every carrier.
fn is_plain(lead: u8, trail: Option<u8>) -> bool {
    match trail {
        Some(_) => lead < 0xF0,
        None => lead < 0x80 || matches!(lead, 0xA1..=0xDF),
    }
}

fn push_plain(out: &mut String, bytes: &[u8]) {
    if !bytes.is_empty() {
        out.push_str(&SHIFT_JIS.decode_without_bom_handling(bytes).0);
    }
}
