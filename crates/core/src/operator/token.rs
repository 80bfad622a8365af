//! Tokens of the desk: of a session, in its own cookie; of a set-up, in an address that works once.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use rand::RngExt;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 136 random bits in base 32, behind a sign of the kind: no token of one kind is ever read as another.
const RANDOM_BYTES: usize = 17;
const SIGNS: usize = 29;

macro_rules! token {
    ($(#[$doc:meta])* $name:ident, $sign:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(Zeroizing<String>);

        impl $name {
            pub(super) fn draw() -> $name {
                let mut bytes = Zeroizing::new([0; RANDOM_BYTES]);
                rand::rng().fill(&mut bytes[..]);
                let upper = Zeroizing::new(BASE32_NOPAD.encode(&bytes[..]));
                $name(Zeroizing::new(format!("{}{}", $sign, upper.to_ascii_lowercase())))
            }

            /// Reads what was sent; `None` if no token of this kind looks so.
            pub fn parse(text: &str) -> Option<$name> {
                let signs = text.strip_prefix($sign)?;
                let known = signs.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7'));
                (known && text.len() == SIGNS).then(|| $name(Zeroizing::new(text.to_owned())))
            }

            /// The whole token: never for a log.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub(super) fn hash(&self) -> Vec<u8> {
                Sha256::digest(self.0.as_bytes()).to_vec()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

token! {
    /// What an operator's browser carries.
    DeskToken, 'd'
}
token! {
    /// The end of the address at which an operator sets up.
    SetupToken, 'o'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Token;

    #[test]
    fn a_token_of_one_kind_is_no_other() {
        let (desk, setup) = (DeskToken::draw(), SetupToken::draw());
        assert!(DeskToken::parse(desk.as_str()).is_some() && SetupToken::parse(setup.as_str()).is_some());
        assert!(DeskToken::parse(setup.as_str()).is_none() && SetupToken::parse(desk.as_str()).is_none());
        assert!(Token::parse(desk.as_str()).is_none() && Token::parse(setup.as_str()).is_none());
        assert_eq!(format!("{desk:?}"), "DeskToken(…)");
    }
}
