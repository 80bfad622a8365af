//! Challenges: made without the database, good for whom they were given and for some minutes; used up in it.

use data_encoding::BASE64URL_NOPAD;
use enishi_core::secrets::{Keyring, is_same};

/// A person may take so long, in seconds.
const GOOD_SECONDS: i64 = 600;
const MAC_BYTES: usize = 24;
const DRAWN_BYTES: usize = 8;

/// What a challenge is for, and whom it was given to.
#[derive(Clone, Copy, Debug)]
pub enum Use<'a> {
    /// Signing in, as this guest.
    SignIn(&'a [u8]),
    /// A new passkey, in this session.
    Make(i64),
}

impl Use<'_> {
    fn parts(&self) -> (&'static [u8], Vec<u8>) {
        match self {
            Use::SignIn(guest) => (b"passkey sign in", guest.to_vec()),
            Use::Make(session) => (b"passkey make", session.to_be_bytes().to_vec()),
        }
    }
}

/// A challenge, as it stands in a page.
pub struct Challenge(String);

impl Challenge {
    /// A new one.
    pub fn give(keys: &Keyring, at_seconds: i64, used_for: Use<'_>) -> Challenge {
        let drawn: [u8; DRAWN_BYTES] = rand::random();
        let said = [&at_seconds.to_be_bytes()[..], &drawn].concat();
        let mac = mac(keys, &said, used_for);
        Challenge(BASE64URL_NOPAD.encode(&[said, mac].concat()))
    }

    /// Reads one that came back: ours, for this, and not too old.
    pub fn read(text: &str, keys: &Keyring, now_seconds: i64, used_for: Use<'_>) -> Option<Challenge> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (said, sent) = bytes.split_at_checked(8 + DRAWN_BYTES)?;
        let age = now_seconds - i64::from_be_bytes(*said.first_chunk()?);
        let (what, whom) = used_for.parts();
        let is_sent = |mac: &[u8]| is_same(sent, &mac[..MAC_BYTES]);
        let is_ours = keys.any_form_mac(&[what, said, &whom], is_sent);
        ((0..GOOD_SECONDS).contains(&age) && is_ours).then(|| Challenge(text.to_owned()))
    }

    /// The whole of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn mac(keys: &Keyring, said: &[u8], used_for: Use<'_>) -> Vec<u8> {
    let (what, whom) = used_for.parts();
    keys.form_mac(&[what, said, &whom])[..MAC_BYTES].to_vec()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_challenge_is_good_for_whom_it_was_given_and_for_a_while() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keyring::open_or_create(&folder.path().join("keys"), true).unwrap();
        let given = Challenge::give(&keys, 1000, Use::SignIn(b"guest"));
        let read = |text: &str, at, used_for| Challenge::read(text, &keys, at, used_for).is_some();
        let text = given.as_str();
        assert!(read(text, 1000, Use::SignIn(b"guest")) && read(text, 1599, Use::SignIn(b"guest")));
        assert!(!read(text, 1600, Use::SignIn(b"guest")) && !read(text, 999, Use::SignIn(b"guest")));
        assert!(!read(text, 1000, Use::SignIn(b"other")) && !read(text, 1000, Use::Make(7)));
        assert!(!read("", 1000, Use::SignIn(b"guest")) && !read(&text[1..], 1000, Use::SignIn(b"guest")));
        assert_ne!(text, Challenge::give(&keys, 1000, Use::SignIn(b"guest")).as_str());
    }
}
