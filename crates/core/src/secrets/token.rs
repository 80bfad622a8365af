//! Tokens that a device carries and the database knows by their hash alone: one form for every kind.

use rand::RngExt;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 140 random bits in base 32, behind a sign of the kind: no token of one kind is ever read as another. Each sign is
/// drawn by itself, so that all of them are equally random.
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
const SIGNS: usize = 29;

/// Declares a kind of token: how it is drawn, read, shown to its bearer and hashed for the database.
macro_rules! token {
    ($(#[$doc:meta])* $name:ident, $sign:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(zeroize::Zeroizing<String>);

        impl $name {
            pub(crate) fn draw() -> $name {
                $name($crate::secrets::draw_token($sign))
            }

            /// Reads what was sent; `None` if no token of this kind looks so.
            pub fn parse(text: &str) -> Option<$name> {
                $crate::secrets::read_token($sign, text).map($name)
            }

            /// The whole token: never for a log.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub(crate) fn hash(&self) -> Vec<u8> {
                $crate::secrets::hash_token(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}
pub(crate) use token;

pub(crate) fn draw_token(kind: char) -> Zeroizing<String> {
    let mut drawn = Zeroizing::new([0_u8; SIGNS - 1]);
    rand::rng().fill(&mut drawn[..]);
    let signs = drawn.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
    Zeroizing::new(std::iter::once(kind).chain(signs).collect())
}

pub(crate) fn read_token(kind: char, text: &str) -> Option<Zeroizing<String>> {
    let signs = text.strip_prefix(kind)?;
    let known = signs.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7'));
    (known && text.len() == SIGNS).then(|| Zeroizing::new(text.to_owned()))
}

pub(crate) fn hash_token(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
