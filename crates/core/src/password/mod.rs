//! Passwords: which are taken, and how one is kept (Argon2id) and recognised.
//!
//! A password is never normalised, trimmed or cut: what was typed is what counts. Hashing takes tens of
//! milliseconds and megabytes by intent, so it is done outside every transaction.

mod common;
mod hashing;

pub use hashing::{Cost, CostError, Hasher};

/// Fewer characters than this are too easily tried.
pub const LEAST_CHARACTERS: usize = 10;
/// More characters than this are refused before any hashing.
pub const MOST_CHARACTERS: usize = 128;
/// More bytes than this are refused before any hashing: 128 characters of four bytes.
pub const MOST_BYTES: usize = 512;

/// Without the name in it, a password must still have this many characters.
const LEAST_BESIDE_A_NAME: usize = 6;

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Fewer than [`LEAST_CHARACTERS`].
    #[error("the password is too short")]
    TooShort,
    /// More than [`MOST_CHARACTERS`] or [`MOST_BYTES`].
    #[error("the password is too long")]
    TooLong,
    /// Among those that are tried first.
    #[error("the password is one of the most common")]
    Common,
    /// Hardly more than the nickname or the name of the site.
    #[error("the password is little more than a name")]
    OnlyAName,
}

/// Judges a new password. `names` are those anybody would try: the nickname and the site's own.
pub fn check(password: &str, names: &[&str]) -> Result<(), PasswordError> {
    if is_too_long(password) {
        return Err(PasswordError::TooLong);
    }
    if password.chars().count() < LEAST_CHARACTERS {
        return Err(PasswordError::TooShort);
    }
    let lower = password.to_lowercase();
    if common::is_common(&lower) {
        return Err(PasswordError::Common);
    }
    if names.iter().any(|name| is_little_more_than(name, &lower)) {
        return Err(PasswordError::OnlyAName);
    }
    Ok(())
}

/// Over the limits in characters or bytes. A login that long is wrong without being hashed.
pub fn is_too_long(password: &str) -> bool {
    password.len() > MOST_BYTES || password.chars().count() > MOST_CHARACTERS
}

fn is_little_more_than(name: &str, lower: &str) -> bool {
    let name = name.to_lowercase();
    !name.is_empty()
        && lower.contains(&name)
        && lower.replace(&name, "").chars().count() < LEAST_BESIDE_A_NAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_counted_in_characters_and_bytes() {
        assert_eq!(check("ninechars", &[]), Err(PasswordError::TooShort));
        assert_eq!(check("ten chars!", &[]), Ok(()));
        assert_eq!(check("ひらがなで十文字です", &[]), Ok(()));
        assert_eq!(check(&"x7".repeat(64), &[]), Ok(()));
        assert_eq!(check(&"x7y".repeat(43), &[]), Err(PasswordError::TooLong));
        assert_eq!(check(&"😀🍵".repeat(64), &[]), Ok(()));
        assert_eq!(check(&"👨‍👩‍👧".repeat(40), &[]), Err(PasswordError::TooLong));
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        for common in ["1234567890", "Password123", "qwertyuiop", "PASSWORD1234", "sakurasakura"] {
            assert_eq!(check(common, &[]), Err(PasswordError::Common), "{common}");
        }
    }

    #[test]
    fn a_name_and_a_year_is_no_password() {
        let names = ["Kotori", "enishi", ""];
        for named in ["kotori2026", "Enishi1234", "enishienishi", "kotoriKOTORI1"] {
            assert_eq!(check(named, &names), Err(PasswordError::OnlyAName), "{named}");
        }
        assert_eq!(check("kotori likes tea", &names), Ok(()));
    }
}
