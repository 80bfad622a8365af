//! What takes a change back: twelve digits in the text to the old number, a link in the letter.

use rand::RngExt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::letter::Link;
use crate::secrets::{Keyring, Marks};
use crate::store::{Result, Tx};

/// Digits of the key in a text: 40 bits, in groups that ten keys are quick with. Tries are counted per client, and
/// the key alone opens nothing.
const DIGITS: usize = 12;

/// Either key, as somebody typed or opened it.
pub(super) enum Key {
    /// From the text; what it is recognised by.
    Text(Marks),
    /// From the letter; the hash of the link.
    Letter(Vec<u8>),
}

impl Key {
    /// Reads what was typed: full width, spaces and hyphens are a keypad's doing.
    pub(super) fn read(tx: &mut Tx<'_>, keys: &Keyring, typed: &str) -> Result<Option<Key>> {
        let plain = tidy(typed);
        if is_of_text(&plain) {
            return Ok(Some(Key::Text(keys.undo_marks(tx, &plain)?)));
        }
        Ok(Link::parse(&plain).map(|link| Key::Letter(link.hash())))
    }
}

fn tidy(typed: &str) -> Zeroizing<String> {
    let signs = typed.chars().take(64).nfkc().filter(|sign| !sign.is_whitespace() && *sign != '-');
    Zeroizing::new(signs.collect())
}

fn is_of_text(plain: &str) -> bool {
    plain.len() == DIGITS && plain.bytes().all(|sign| sign.is_ascii_digit())
}

/// A new key for a text, in groups of four.
pub(super) fn draw() -> Zeroizing<String> {
    let group = || Zeroizing::new(format!("{:04}", rand::rng().random_range(0..10_000u32)));
    Zeroizing::new(format!("{} {} {}", *group(), *group(), *group()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_however_it_is_typed() {
        let drawn = draw();
        assert_eq!(drawn.len(), 14);
        assert!(is_of_text(&tidy(&drawn)));
        assert_eq!(tidy("0123 4567 8901"), tidy("０１２３－４５６７　８９０１"));
        assert!(!is_of_text(&tidy("0123 4567 890")) && !is_of_text(&tidy("0123 4567 890a")));
        assert!(Link::parse(&tidy(Link::draw().as_str())).is_some());
    }
}
