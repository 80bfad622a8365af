//! Challenges: made without the database, good for whom they were given and for some minutes; used up in it.

use data_encoding::BASE64URL_NOPAD;
use enishi_core::moment::Moment;
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
pub struct Challenge {
    text: String,
    at_seconds: i64,
}

impl Challenge {
    /// A new one.
    pub fn give(keys: &Keyring, at_seconds: i64, used_for: Use<'_>) -> Challenge {
        let drawn: [u8; DRAWN_BYTES] = rand::random();
        let said = [&at_seconds.to_be_bytes()[..], &drawn].concat();
        let mac = mac(keys, &said, used_for);
        Challenge { text: BASE64URL_NOPAD.encode(&[said, mac].concat()), at_seconds }
    }

    /// Reads one that came back: ours, for this, and not too old.
    pub fn read(text: &str, keys: &Keyring, now_seconds: i64, used_for: Use<'_>) -> Option<Challenge> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (said, sent) = bytes.split_at_checked(8 + DRAWN_BYTES)?;
        let at_seconds = i64::from_be_bytes(*said.first_chunk()?);
        let (what, whom) = used_for.parts();
        let is_sent = |mac: &[u8]| is_same(sent, &mac[..MAC_BYTES]);
        let is_ours = keys.any_form_mac(&[what, said, &whom], is_sent);
        let is_fresh = is_ours && (0..GOOD_SECONDS).contains(&(now_seconds - at_seconds));
        is_fresh.then(|| Challenge { text: text.to_owned(), at_seconds })
    }

    /// The whole of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// When it was given.
    pub fn given_at(&self) -> Moment {
        Moment::from_millis(self.at_seconds * 1000)
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
        // One text each: no other spelling of it is good, so none is good twice.
        for other in [format!("{text}="), format!(" {text}"), text.to_uppercase(), format!("{text}AA")] {
            assert!(!read(&other, 1000, Use::SignIn(b"guest")), "{other}");
        }
        assert_ne!(text, Challenge::give(&keys, 1000, Use::SignIn(b"guest")).as_str());
    }
}
