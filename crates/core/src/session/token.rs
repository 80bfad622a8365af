//! The token a signed-in phone carries; the database keeps its hash alone.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use rand::RngExt;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 136 random bits in base 32, lower case, behind an `s`: 29 signs that can stand in a path or a cookie.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

const RANDOM_BYTES: usize = 17;
const SIGNS: usize = 29;

impl Token {
    pub(super) fn draw() -> Token {
        let mut bytes = Zeroizing::new([0; RANDOM_BYTES]);
        rand::rng().fill(&mut bytes[..]);
        let upper = Zeroizing::new(BASE32_NOPAD.encode(&bytes[..]));
        Token(Zeroizing::new(format!("s{}", upper.to_ascii_lowercase())))
    }

    /// Reads what a phone sent; `None` if no token of ours looks so.
    pub fn parse(text: &str) -> Option<Token> {
        let signs = text.strip_prefix('s')?;
        let known = signs.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7'));
        (known && text.len() == SIGNS).then(|| Token(Zeroizing::new(text.to_owned())))
    }

    /// The whole token: for the cookie or the path, never for a log.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn tokens_are_alike_in_form_and_never_in_content() {
        let drawn: HashSet<String> = (0..1000).map(|_| Token::draw().as_str().to_owned()).collect();
        assert_eq!(drawn.len(), 1000);
        assert!(drawn.iter().all(|text| Token::parse(text).unwrap().as_str() == text));
        assert_eq!(format!("{:?}", Token::draw()), "Token(…)");
    }

    #[test]
    fn what_no_token_looks_like_is_not_looked_up() {
        let token = Token::draw().as_str().to_owned();
        for wrong in [
            "",
            "s",
            &token[1..],
            &token[..28],
            &format!("{token}a"),
            &token.to_uppercase(),
            &token.replace('s', "1"),
        ] {
            assert!(Token::parse(wrong).is_none(), "{wrong}");
        }
    }
}
