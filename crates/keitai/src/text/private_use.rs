//! UTF-8 with a carrier's signs in the private-use area.
//!
//! The phones behind it draw what Shift_JIS has and nothing else, so text takes that way round on the way
//! out and meets the same folds and stand-ins.

use super::emoji::{self, Carrier, Sign};
use super::sjis;
use super::utf8;

/// Which private-use code of a sign is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    Own(Carrier),
    /// au's codes as its gateway turns them.
    AuGateway,
}

impl Area {
    fn carrier(self) -> Carrier {
        match self {
            Self::Own(carrier) => carrier,
            Self::AuGateway => Carrier::Au,
        }
    }

    fn scalar(self, sign: &Sign) -> Option<char> {
        match self {
            Self::Own(carrier) => sign.private_use(carrier),
            Self::AuGateway => sign.gateway(),
        }
    }
}

/// UTF-8 to text. A private-use code that is not in the carrier's table means nothing to anybody else.
pub(super) fn decode(bytes: &[u8], area: Area) -> String {
    let text = utf8::decode(bytes);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match emoji::by_private_use(area.carrier(), c) {
            Some(sign) => out.push_str(sign.text()),
            None if matches!(c, '\u{E000}'..='\u{F8FF}') => out.push(char::REPLACEMENT_CHARACTER),
            None => out.push(c),
        }
    }
    out
}

/// The carrier's Shift_JIS, as [`sjis::encode`] wrote it, to UTF-8.
pub(super) fn from_sjis(bytes: &[u8], area: Area) -> Vec<u8> {
    let sign = |code: u16, out: &mut String| {
        let scalar = emoji::by_sjis(area.carrier(), code).and_then(|sign| area.scalar(sign));
        out.extend(scalar);
        scalar.is_some()
    };
    sjis::decode_with(bytes, sign).into_bytes()
}
