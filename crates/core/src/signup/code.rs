//! The code: six digits or eight, zeros kept.

use rand::RngExt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// How many digits a code may have: six, or eight for a site that wants more.
pub(super) const LENGTHS: [u8; 2] = [6, 8];

/// Wiped from memory when dropped; shown by no `Debug`.
pub(crate) struct Code(Zeroizing<String>);

impl Code {
    pub(crate) fn draw(digits: u8) -> Code {
        let number = rand::rng().random_range(0..10u32.pow(u32::from(digits)));
        Code(Zeroizing::new(format!("{number:0width$}", width = usize::from(digits))))
    }

    /// Reads what was typed. Full-width digits and space are a keypad's doing and count as typed right;
    /// anything but a code of either length is no try at all. Whatever length the site is set to, a code that was on
    /// its way when that changed is good to its end.
    pub(crate) fn read(typed: &str) -> Option<Code> {
        let plain: Zeroizing<String> = Zeroizing::new(
            typed.chars().take(32).nfkc().filter(|sign| !sign.is_whitespace() && *sign != '-').collect(),
        );
        let has_length = LENGTHS.iter().any(|digits| plain.len() == usize::from(*digits));
        (has_length && plain.bytes().all(|sign| sign.is_ascii_digit())).then_some(Code(plain))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_and_spaces_are_forgiven_and_nothing_else() {
        let read = |typed| Code::read(typed).map(|code| code.as_str().to_owned());
        for typed in ["012345", "０１２３４５", " 012 345 ", "012-345", "０１２　３４５"] {
            assert_eq!(read(typed).as_deref(), Some("012345"), "{typed}");
        }
        assert_eq!(read("０１２３ 4567").as_deref(), Some("01234567"));
        for typed in
            ["", "12345", "0123456", "012345678", "1e5", "+12345", "०१२३४५", "01234a", "0x1234", "#012345"]
        {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn attack_19_codes_are_uniform() {
        LENGTHS.into_iter().for_each(are_uniform);
    }

    fn are_uniform(length: u8) {
        let mut first = [0u32; 10];
        let mut last = [0u32; 10];
        for _ in 0..100_000 {
            let code = Code::draw(length);
            let digits = code.as_str().as_bytes();
            assert_eq!(digits.len(), usize::from(length));
            first[usize::from(digits[0] - b'0')] += 1;
            last[usize::from(digits[digits.len() - 1] - b'0')] += 1;
        }
        for counts in [first, last] {
            let chi_square: f64 = counts.iter().map(|n| (f64::from(*n) - 10_000.0).powi(2) / 10_000.0).sum();
            // Nine degrees of freedom: a fair draw is beyond 80 less than once in 10^12 runs.
            assert!(chi_square < 80.0, "{chi_square} {counts:?}");
        }
    }
}
