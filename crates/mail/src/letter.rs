//! What is sent: an address, a subject and a text.

use std::fmt;

/// How the words of a letter are written.
#[derive(Clone, Copy, Default)]
pub enum Charset {
    /// UTF-8, as base64.
    #[default]
    Utf8,
    /// ISO-2022-JP, as 7 bit, by the caller's encoder: every piece it gives ends in ASCII.
    Iso2022Jp(fn(&str) -> Vec<u8>),
}

/// Where letters of a kind are ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsubscribe {
    /// On this page, by whoever is signed in.
    OnPage(String),
    /// At this address, by one POST of the mail program (RFC 8058).
    AtOnce(String),
}

impl Unsubscribe {
    /// The address.
    pub fn address(&self) -> &str {
        let (Unsubscribe::OnPage(address) | Unsubscribe::AtOnce(address)) = self;
        address
    }
}

/// One letter to one address. `Debug` shows none of it: the words may hold a link that opens an account.
#[derive(Clone)]
pub struct Letter {
    /// The receiver's address.
    pub to: String,
    /// The subject, on one line.
    pub subject: String,
    /// The text; lines are broken with `\n`.
    pub body: String,
    /// Where such letters are ended, for those that tell of something unasked.
    pub unsubscribe: Option<Unsubscribe>,
    /// How the words are written.
    pub charset: Charset,
}

impl fmt::Debug for Letter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Letter").finish_non_exhaustive()
    }
}
