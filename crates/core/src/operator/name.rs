//! What an operator is called.

use std::fmt;
use std::str::FromStr;

/// The longest name, in characters.
pub const NAME_CHARACTERS: usize = 32;

/// A name to sign in with: letters, digits, `-`, `_` and `.`, so that it can be typed at any console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(String);

/// Empty, too long, or with signs no name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an operator's name has 1 to 32 of a-z, 0-9, '-', '_' and '.'")]
pub struct NotAName;

impl Name {
    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is looked up.
    pub(super) fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl FromStr for Name {
    type Err = NotAName;

    fn from_str(typed: &str) -> Result<Name, NotAName> {
        let name = typed.trim();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let fits = !name.is_empty() && name.len() <= NAME_CHARACTERS && name.bytes().all(plain);
        if fits { Ok(Name(name.to_owned())) } else { Err(NotAName) }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_can_be_typed_at_any_console() {
        assert_eq!(" Aoi.K ".parse::<Name>().map(|name| name.folded()), Ok("aoi.k".to_owned()));
        for wrong in ["", " ", "あおい", "a b", "a:b", &"x".repeat(33)] {
            assert_eq!(wrong.parse::<Name>(), Err(NotAName), "{wrong}");
        }
    }
}
