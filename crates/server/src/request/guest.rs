//! A guest's token: made without the database, so that a crawler's thousand visits leave nothing behind.
//!
//! It carries a random mark, the time and two preferences, and a MAC over them. The mark owns a sign-up flow and
//! binds the form tokens of the door; the preferences remember face and language before there is a member.

use data_encoding::BASE32_NOPAD;
use enishi_core::moment::Moment;
use enishi_core::secrets::{Keyring, is_same};
use enishi_core::session::Door;
use enishi_device::FaceKind;
use enishi_face::Language;
use rand::RngExt;
use sha2::{Digest, Sha256};

const MARK_BYTES: usize = 12;
const MAC_BYTES: usize = 12;
const TOKEN_BYTES: usize = MARK_BYTES + 5 + MAC_BYTES;
/// A guest's token is good for a day: as long as a sign-up flow.
const GOOD_SECONDS: i64 = 86_400;

/// What somebody prefers to what the phone says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The face.
    pub face: Option<FaceKind>,
    /// The language.
    pub language: Option<Language>,
}

/// Somebody at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    mark: [u8; MARK_BYTES],
    minted_at: u32,
    /// Face and language, as far as chosen.
    pub preferences: Preferences,
}

impl Guest {
    /// A new guest.
    pub fn new(now: Moment, preferences: Preferences) -> Guest {
        let mut mark = [0; MARK_BYTES];
        rand::rng().fill(&mut mark[..]);
        Guest { mark, minted_at: seconds(now), preferences }
    }

    /// Reads a token; `None` if it is not ours, too old, or was handed to another kind of phone.
    pub fn parse(text: &str, bond: Bond<'_>, keys: &Keyring, now: Moment) -> Option<Guest> {
        let signs = text.strip_prefix('g')?;
        let bytes = BASE32_NOPAD.decode(signs.to_ascii_uppercase().as_bytes()).ok()?;
        if bytes.len() != TOKEN_BYTES || signs.bytes().any(|sign| sign.is_ascii_uppercase()) {
            return None;
        }
        let (said, mac) = bytes.split_at(TOKEN_BYTES - MAC_BYTES);
        if !bond.is_ours(said, mac, keys) {
            return None;
        }
        let minted_at = u32::from_be_bytes(said[MARK_BYTES..MARK_BYTES + 4].try_into().ok()?);
        let age = i64::from(seconds(now)) - i64::from(minted_at);
        let mark = said[..MARK_BYTES].try_into().ok()?;
        (0..GOOD_SECONDS).contains(&age).then(|| Guest {
            mark,
            minted_at,
            preferences: read_preferences(said[MARK_BYTES + 4]),
        })
    }

    /// The token to hand out.
    pub fn token(&self, bond: Bond<'_>, keys: &Keyring) -> String {
        let mut bytes = self.mark.to_vec();
        bytes.extend(self.minted_at.to_be_bytes());
        bytes.push(write_preferences(self.preferences));
        let mac = bond.mac(&bytes, keys);
        bytes.extend(&mac[..MAC_BYTES]);
        format!("g{}", BASE32_NOPAD.encode(&bytes).to_ascii_lowercase())
    }

    /// What owns a sign-up flow: the same however often preferences change.
    pub fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.mark).to_vec()
    }
}

/// What a token is good for: the door, the way it travels, and in an address the family of phones as well.
#[derive(Clone, Copy, Debug)]
pub struct Bond<'a> {
    /// It rides in the path.
    pub in_path: bool,
    /// The family of the phone.
    pub family: &'a str,
    /// The door it was handed out at.
    pub door: Door,
}

impl<'a> Bond<'a> {
    fn mac(self, said: &[u8], keys: &Keyring) -> Vec<u8> {
        keys.form_mac(&[b"guest", said, &self.way(), self.family().as_bytes()])
    }

    fn is_ours(self, said: &[u8], sent: &[u8], keys: &Keyring) -> bool {
        let parts: [&[u8]; 4] = [b"guest", said, &self.way(), self.family().as_bytes()];
        keys.any_form_mac(&parts, |mac| is_same(sent, &mac[..MAC_BYTES]))
    }

    fn family(self) -> &'a str {
        if self.in_path { self.family } else { "" }
    }

    fn way(self) -> [u8; 2] {
        [u8::from(self.in_path), self.door.sign() as u8]
    }
}

fn seconds(now: Moment) -> u32 {
    u32::try_from(now.millis() / 1000).unwrap_or(u32::MAX)
}

fn write_preferences(preferences: Preferences) -> u8 {
    let face = match preferences.face {
        None => 0,
        Some(FaceKind::Keitai) => 1,
        Some(FaceKind::Touch) => 2,
    };
    let language = match preferences.language {
        None => 0,
        Some(Language::Ja) => 1,
        Some(Language::En) => 2,
    };
    face | language << 2
}

fn read_preferences(byte: u8) -> Preferences {
    let face = match byte & 3 {
        1 => Some(FaceKind::Keitai),
        2 => Some(FaceKind::Touch),
        _ => None,
    };
    let language = match byte >> 2 & 3 {
        1 => Some(Language::Ja),
        2 => Some(Language::En),
        _ => None,
    };
    Preferences { face, language }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const COOKIE: Bond<'_> = Bond { in_path: false, family: "touch", door: Door::Site };

    #[test]
    fn a_token_is_good_for_the_phone_it_was_handed_to() {
        let (keys, now) = (keys(), Moment::from_millis(1_795_445_999_000));
        let foma = Bond { in_path: true, family: "docomo", door: Door::Site };
        let token = Guest::new(now, Preferences::default()).token(foma, &keys);
        assert!(Guest::parse(&token, foma, &keys, now).is_some());
        assert!(Guest::parse(&token, COOKIE, &keys, now).is_none());
        assert!(Guest::parse(&token, Bond { door: Door::Legacy, ..foma }, &keys, now).is_none());
        assert!(Guest::parse(&token, Bond { family: "softbank", ..foma }, &keys, now).is_none());
    }

    fn keys() -> Keyring {
        let folder = tempfile::tempdir().unwrap();
        Keyring::open_or_create(&folder.path().join("keys"), true).unwrap()
    }

    #[test]
    fn a_token_comes_back_as_it_was() {
        let (keys, now) = (keys(), Moment::from_millis(1_795_445_999_000));
        for face in [None, Some(FaceKind::Keitai), Some(FaceKind::Touch)] {
            for language in [None, Some(Language::Ja), Some(Language::En)] {
                let guest = Guest::new(now, Preferences { face, language });
                assert_eq!(Guest::parse(&guest.token(COOKIE, &keys), COOKIE, &keys, now), Some(guest));
            }
        }
    }

    #[test]
    fn another_hand_and_yesterday_are_refused() {
        let (keys, now) = (keys(), Moment::from_millis(1_795_445_999_000));
        let token = Guest::new(now, Preferences::default()).token(COOKIE, &keys);
        assert_eq!(Guest::parse(&token, COOKIE, &self::keys(), now), None);
        assert_eq!(Guest::parse(&token, COOKIE, &keys, now.plus_seconds(GOOD_SECONDS)), None);
        assert_eq!(Guest::parse(&token, COOKIE, &keys, now.plus_seconds(-1)), None);
        assert_eq!(Guest::parse(&token.to_ascii_uppercase(), COOKIE, &keys, now), None);
        for at in 1..token.len() {
            let mut signs = token.clone().into_bytes();
            signs[at] = if signs[at] == b'a' { b'b' } else { b'a' };
            let forged = String::from_utf8(signs).unwrap();
            // The last sign holds bits that no byte needs; all others change what is said.
            assert!(Guest::parse(&forged, COOKIE, &keys, now).is_none() || at == token.len() - 1, "{at}");
        }
    }
}
