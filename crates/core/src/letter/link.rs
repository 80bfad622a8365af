//! The secret part of an address in a letter; the database keeps its hash alone.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use rand::RngExt;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 136 random bits in base 32, lower case: 28 signs that no keypad and no mail program breaks.
#[derive(Clone)]
pub struct Link(Zeroizing<String>);

const RANDOM_BYTES: usize = 17;
const SIGNS: usize = 28;

impl Link {
    pub(crate) fn draw() -> Link {
        let mut bytes = Zeroizing::new([0; RANDOM_BYTES]);
        rand::rng().fill(&mut bytes[..]);
        let upper = Zeroizing::new(BASE32_NOPAD.encode(&bytes[..]));
        Link(Zeroizing::new(upper.to_ascii_lowercase()))
    }

    /// Reads what stands in an address; `None` if no link of ours looks so.
    pub fn parse(text: &str) -> Option<Link> {
        let known = text.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7'));
        (known && text.len() == SIGNS).then(|| Link(Zeroizing::new(text.to_owned())))
    }

    /// The whole of it: for the letter and the page it opens, never for a log.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Link(…)")
    }
}
