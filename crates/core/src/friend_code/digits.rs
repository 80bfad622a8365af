//! The digits themselves: made, written in groups, read as people type them.

use rand::RngExt;
use unicode_normalization::UnicodeNormalization;

/// Digits of a code.
pub const DIGITS: usize = 10;

/// The longest text that is read.
const MOST_TYPED: usize = 60;

pub(super) fn made() -> String {
    let mut chance = rand::rng();
    (0..DIGITS).map(|_| char::from(b'0' + chance.random_range(0..10u8))).collect()
}

/// Wide digits, spaces and hyphens are forgiven.
pub(super) fn read(typed: &str) -> Option<String> {
    let plain = typed.chars().take(MOST_TYPED).nfkc();
    let code: String =
        plain.filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '‐' | 'ー' | '−')).collect();
    (code.len() == DIGITS && code.bytes().all(|sign| sign.is_ascii_digit())).then_some(code)
}

/// For reading out: 012 345 6789.
pub fn spaced(code: &str) -> String {
    match (code.get(..3), code.get(3..6), code.get(6..)) {
        (Some(first), Some(middle), Some(last)) => format!("{first} {middle} {last}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in
            ["0123456789", "012 345 6789", "０１２－３４５－６７８９", "012ー345ー6789", " 012-345-6789\n"]
        {
            assert_eq!(read(typed).as_deref(), Some("0123456789"), "{typed}");
        }
        for typed in ["", "012345678", "01234567890", "o123456789", "٠١٢٣٤٥٦٧٨٩"] {
            assert_eq!(read(typed), None, "{typed}");
        }
        assert_eq!(read(&spaced(&made())).unwrap().len(), DIGITS);
    }
}
