//! From what was typed to what would be dialled: digits, with a `+` in front if it is international.
//!
//! Done before the library sees it, because the library is generous: it drops extensions, reads letters as
//! keys and takes the digits of any script. Each of these would give one telephone many spellings.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Longer than any number with its separators; what is longer is not looked at.
const MOST_BYTES: usize = 128;

pub(super) fn dialled(typed: &str) -> Option<Zeroizing<String>> {
    if typed.len() > MOST_BYTES {
        return None;
    }
    let plain = Zeroizing::new(typed.nfkc().collect::<String>());
    let plain = plain.trim();
    let digits = Zeroizing::new(without_separators(strip_scheme(plain))?);
    Some(Zeroizing::new(international(&digits)))
}

fn strip_scheme(plain: &str) -> &str {
    match plain.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => plain[4..].trim_start(),
        _ => plain,
    }
}

fn without_separators(plain: &str) -> Option<String> {
    let mut digits = String::with_capacity(plain.len());
    for (at, sign) in plain.char_indices() {
        match sign {
            '0'..='9' => digits.push(sign),
            '+' if at == 0 => digits.push(sign),
            ' ' | '-' | '.' | '(' | ')' => {}
            // The dashes and long marks that Japanese keyboards give for a hyphen.
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' => {}
            _ => return None,
        }
    }
    Some(digits)
}

/// `00` is the international prefix of most countries, and no Japanese mobile number begins with it.
fn international(digits: &str) -> String {
    match digits.strip_prefix("00") {
        Some(rest) => format!("+{rest}"),
        None => digits.to_owned(),
    }
}
