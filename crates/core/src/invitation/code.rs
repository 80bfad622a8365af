//! The two secrets of an invitation, and how what was typed is read.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use rand::RngExt;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Letters of a code.
pub const CODE_LETTERS: usize = 8;

/// Two letters a key, each one or two presses away; of the key 7 one alone, since q looks like g. None of
/// c, f, i, l, o, s, v, z (three presses and more, or the look of a digit).
const KEYS: [&[u8]; 8] = [b"ab", b"de", b"gh", b"jk", b"mn", b"p", b"tu", b"wx"];

/// 128 bits in base 32, lower case.
const TOKEN_BYTES: usize = 16;
const TOKEN_SIGNS: usize = 26;

/// The longest text that is read at all: a link of ours pasted whole.
const MOST_TYPED: usize = 400;

/// A code or a token as typed, pasted or followed. Its `Debug` shows neither.
#[derive(Clone, PartialEq, Eq)]
pub enum Typed {
    /// Eight letters.
    Code(Zeroizing<String>),
    /// The secret of a link.
    Token(Zeroizing<String>),
}

impl Typed {
    /// Reads what was typed: wide letters, capitals, spaces and hyphens are forgiven, and of a whole link the token
    /// is taken. `None` for what can be neither.
    pub fn parse(typed: &str) -> Option<Typed> {
        let plain: Zeroizing<String> = Zeroizing::new(
            typed
                .chars()
                .take(MOST_TYPED)
                .nfkc()
                .flat_map(char::to_lowercase)
                .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '‐' | 'ー'))
                .collect(),
        );
        let secret = plain.rsplit_once("invite=").map_or(plain.as_str(), |(_, secret)| secret);
        let secret = secret.split('&').next().unwrap_or_default();
        match secret.len() {
            CODE_LETTERS if secret.bytes().all(|sign| key_of(sign).is_some()) => {
                Some(Typed::Code(Zeroizing::new(secret.to_owned())))
            }
            TOKEN_SIGNS if secret.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7')) => {
                Some(Typed::Token(Zeroizing::new(secret.to_owned())))
            }
            _ => None,
        }
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Typed::Code(_) => "Code(…)",
            Typed::Token(_) => "Token(…)",
        })
    }
}

/// A new code: no two neighbours share a key, so that nobody has to wait for the cursor to move on between two
/// letters. About 900 million codes.
pub(super) fn draw_code() -> Zeroizing<String> {
    let mut code = Zeroizing::new(String::with_capacity(CODE_LETTERS));
    let mut last = None;
    while code.len() < CODE_LETTERS {
        let letters: Vec<u8> = KEYS
            .iter()
            .enumerate()
            .filter(|(key, _)| Some(*key) != last)
            .flat_map(|(_, key)| *key)
            .copied()
            .collect();
        let letter = letters[rand::rng().random_range(0..letters.len())];
        last = key_of(letter);
        code.push(char::from(letter));
    }
    code
}

fn key_of(letter: u8) -> Option<usize> {
    KEYS.iter().position(|key| key.contains(&letter))
}

/// A new token.
pub(super) fn draw_token() -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; TOKEN_BYTES]);
    rand::rng().fill(&mut bytes[..]);
    Zeroizing::new(BASE32_NOPAD.encode(&bytes[..]).to_ascii_lowercase())
}

/// What a token is recognised by: it is long enough to need no key.
pub(super) fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_code_is_keyed_without_waiting() {
        for _ in 0..2000 {
            let code = draw_code();
            let keys: Vec<usize> = code.bytes().map(|sign| key_of(sign).unwrap()).collect();
            assert_eq!(keys.len(), CODE_LETTERS);
            assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{}", *code);
        }
    }

    #[test]
    fn what_is_typed_is_read_kindly() {
        let code = |text: &str| Some(Typed::Code(Zeroizing::new(text.to_owned())));
        for typed in ["adgjmptw", "ADGJ MPTW", "ａｄｇｊ　ｍｐｔｗ", "adgj-mptw", " adgjmptw\r\n"] {
            assert_eq!(Typed::parse(typed), code("adgjmptw"), "{typed}");
        }
        let token = draw_token();
        assert_eq!(token.len(), TOKEN_SIGNS);
        let link = format!("https://sns.example.jp/signup?invite={}&lang=ja", *token);
        assert_eq!(Typed::parse(&link), Some(Typed::Token(token.clone())));
        assert_eq!(Typed::parse(&token), Some(Typed::Token(token.clone())));
        for typed in
            ["", "adgjmpt", "adgjmptwa", "adgjmptz", "0dgjmptw", "%00", &token[1..], "あいうえおかきく"]
        {
            assert_eq!(Typed::parse(typed), None, "{typed}");
        }
        assert_eq!(Typed::parse(&"a".repeat(1_000_000)), None);
    }

    #[test]
    fn nothing_of_it_is_in_a_debug_line() {
        assert_eq!(format!("{:?}", Typed::parse("adgjmptw")), "Some(Code(…))");
    }
}
