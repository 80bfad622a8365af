//! A PIN: digits that ten keys type quickly, long enough that five tries tell nothing.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewer digits than this are too easily seen and guessed.
const LEAST: usize = 8;
/// More than this nobody types.
const MOST: usize = 32;
/// Fewer different digits than this make a pattern.
const LEAST_DIFFERENT: usize = 4;

/// Digits in place of a password. Wiped from memory when dropped, shown by no `Debug`.
#[derive(Clone)]
pub struct Pin(Zeroizing<String>);

/// Why digits are not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PinError {
    /// Something else than digits was typed.
    #[error("a PIN is digits alone")]
    NotDigits,
    /// Fewer than eight.
    #[error("the PIN is too short")]
    TooShort,
    /// More than 32.
    #[error("the PIN is too long")]
    TooLong,
    /// A run, a repetition, or hardly any different digits.
    #[error("the PIN is a pattern")]
    Pattern,
}

impl Pin {
    /// Reads what was typed; full-width digits are a keypad's doing.
    pub fn read(typed: &str) -> Option<Pin> {
        let digits: String = typed.nfkc().take(4 * MOST).collect();
        let digits = Zeroizing::new(digits.trim().to_owned());
        let plain = !digits.is_empty() && digits.bytes().all(|sign| sign.is_ascii_digit());
        (plain && digits.len() <= MOST).then_some(Pin(digits))
    }

    /// Judges a new one.
    pub fn choose(typed: &str) -> Result<Pin, PinError> {
        if typed.chars().count() > MOST {
            return Err(PinError::TooLong);
        }
        let pin = Pin::read(typed).ok_or(PinError::NotDigits)?;
        if pin.0.len() < LEAST {
            return Err(PinError::TooShort);
        }
        if is_pattern(pin.0.as_bytes()) { Err(PinError::Pattern) } else { Ok(pin) }
    }

    /// The digits: to hash, never to show or to log.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A run in even steps, a block repeated, hardly any different digits.
fn is_pattern(digits: &[u8]) -> bool {
    let different = (b'0'..=b'9').filter(|digit| digits.contains(digit)).count();
    let step = |pair: &[u8]| (10 + pair[1] - pair[0]) % 10;
    let is_run = digits.windows(2).map(step).collect::<std::collections::HashSet<_>>().len() == 1;
    let repeats = |length: usize| digits.iter().zip(&digits[length..]).all(|(one, other)| one == other);
    different < LEAST_DIFFERENT || is_run || (1..=digits.len() / 2).any(repeats)
}

impl fmt::Debug for Pin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Pin(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_no_pins() {
        for (typed, why) in [
            ("", PinError::NotDigits),
            ("5829 4176", PinError::NotDigits),
            ("5829417", PinError::TooShort),
            ("582941763058294176305829417630582", PinError::TooLong),
            ("00000000", PinError::Pattern),
            ("12345678", PinError::Pattern),
            ("8765432109", PinError::Pattern),
            ("02468024", PinError::Pattern),
            ("12341234", PinError::Pattern),
            ("582958295", PinError::Pattern),
            ("11223311", PinError::Pattern),
        ] {
            assert_eq!(Pin::choose(typed).err(), Some(why), "{typed}");
        }
        for typed in ["58294176", "５８２９４１７６", "314159265358"] {
            assert!(Pin::choose(typed).is_ok(), "{typed}");
        }
        assert_eq!(
            Pin::read("５８２９４１７６").map(|pin| pin.as_str().to_owned()),
            Some("58294176".to_owned())
        );
        assert_eq!(Pin::read("58294176").map(|pin| format!("{pin:?}")), Some("Pin(…)".to_owned()));
    }
}
