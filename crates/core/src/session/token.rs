//! The token a signed-in phone carries; the database keeps its hash alone.

use std::fmt;

use zeroize::Zeroizing;

use super::Door;
use crate::secrets::{draw_token, hash_token, read_token};

/// What a signed-in phone carries: 140 random bits in base 32 behind the sign of its [`Door`], 29 signs that can
/// stand in a path or a cookie.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    pub(super) fn draw(door: Door) -> Token {
        Token(draw_token(door.sign()))
    }

    /// Reads what a phone sent; `None` if no token of this door looks so.
    pub fn parse(text: &str, door: Door) -> Option<Token> {
        read_token(door.sign(), text).map(Token)
    }

    /// The whole token: for the cookie or the path, never for a log.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        hash_token(&self.0)
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
        let drawn: HashSet<String> = (0..1000).map(|_| Token::draw(Door::Site).as_str().to_owned()).collect();
        assert_eq!(drawn.len(), 1000);
        assert!(drawn.iter().all(|text| Token::parse(text, Door::Site).unwrap().as_str() == text));
        assert_eq!(format!("{:?}", Token::draw(Door::Site)), "Token(…)");
    }

    #[test]
    fn every_sign_is_any_sign_as_often() {
        let drawn: Vec<String> = (0..10_000).map(|_| Token::draw(Door::Site).as_str().to_owned()).collect();
        let signs = b"abcdefghijklmnopqrstuvwxyz234567";
        for at in 1..drawn[0].len() {
            let often = |sign: u8| drawn.iter().filter(|text| text.as_bytes()[at] == sign).count() as f64;
            let expected = drawn.len() as f64 / 32.0;
            let chi: f64 = signs.iter().map(|sign| (often(*sign) - expected).powi(2) / expected).sum();
            // 31 degrees of freedom: chance alone goes beyond 150 less than once in 10^16 runs.
            assert!(chi < 150.0, "place {at}: {chi}");
        }
    }

    #[test]
    fn what_no_token_looks_like_is_not_looked_up() {
        let token = Token::draw(Door::Site).as_str().to_owned();
        for wrong in [
            "",
            "s",
            &token[1..],
            &token[..28],
            &format!("{token}a"),
            &token.to_uppercase(),
            &token.replace('s', "1"),
            Token::draw(Door::Legacy).as_str(),
        ] {
            assert!(Token::parse(wrong, Door::Site).is_none(), "{wrong}");
        }
    }
}
