//! A code in a letter. It lies in the sealed row alone and shows itself to no log.

use std::fmt;

use zeroize::Zeroizing;

/// A few digits. Wiped from memory when dropped.
#[derive(Clone)]
pub struct Digits(Zeroizing<String>);

impl Digits {
    pub(crate) fn of(code: &str) -> Digits {
        Digits(Zeroizing::new(code.to_owned()))
    }

    /// What stands where a link would; `None` if it is no code.
    pub(super) fn parse(text: &str) -> Option<Digits> {
        let all_digits = !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
        all_digits.then(|| Digits::of(text))
    }

    /// The code: for the letter, never for a log.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Digits {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Digits(…)")
    }
}
