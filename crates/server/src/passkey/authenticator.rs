//! What the phone says (`authenticatorData`): for which site, whether it has recognised its owner, how often it has
//! signed, and of a new key its name and public half.

use sha2::{Digest, Sha256};

const HASH_BYTES: usize = 32;
const IS_PRESENT: u8 = 0x01;
const IS_RECOGNISED: u8 = 0x04;
const MAY_BE_COPIED: u8 = 0x08;
const IS_COPIED: u8 = 0x10;
const HAS_NEW_KEY: u8 = 0x40;
const HAS_EXTENSIONS: u8 = 0x80;
/// The model of the phone: not asked for, and not looked at.
const MODEL_BYTES: usize = 16;
/// Longer names no phone gives (level 2 allows 1,023).
const MOST_NAME_BYTES: usize = 255;
/// An ES256 key in COSE, in the one form CTAP2 lets it have: a map of type, algorithm, curve, x, y.
const COSE_HEAD: &[u8] = &[0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
const COSE_MIDDLE: &[u8] = &[0x22, 0x58, 0x20];
const UNCOMPRESSED: u8 = 0x04;

pub(super) struct Authenticator<'a> {
    pub(super) counter: u32,
    flags: u8,
    rest: &'a [u8],
}

impl<'a> Authenticator<'a> {
    /// Reads it, if it is meant for this site and the phone has recognised its owner.
    pub(super) fn read(said: &'a [u8], origin: &str) -> Option<Authenticator<'a>> {
        let (site, rest) = said.split_first_chunk::<HASH_BYTES>()?;
        let (flags, rest) = rest.split_first()?;
        let (counter, rest) = rest.split_first_chunk::<4>()?;
        let is_ours = site[..] == Sha256::digest(site_of(origin).as_bytes())[..];
        let is_owner = flags & (IS_PRESENT | IS_RECOGNISED) == IS_PRESENT | IS_RECOGNISED;
        // A key that is kept elsewhere as well is one that may be.
        let is_sound = flags & (MAY_BE_COPIED | IS_COPIED) != IS_COPIED;
        let counter = u32::from_be_bytes(*counter);
        (is_ours && is_owner && is_sound).then_some(Authenticator { counter, flags: *flags, rest })
    }

    /// Whether it tells of no new key, and of nothing else that its flags do not announce.
    pub(super) fn is_of_login(&self) -> bool {
        self.flags & HAS_NEW_KEY == 0 && self.announces(self.rest)
    }

    /// What follows is extensions, which nobody asked for and some phones add, or nothing.
    fn announces(&self, rest: &[u8]) -> bool {
        rest.is_empty() == (self.flags & HAS_EXTENSIONS == 0)
    }

    /// Name and public half of a new key.
    pub(super) fn new_key(&self) -> Option<(Vec<u8>, Vec<u8>)> {
        (self.flags & HAS_NEW_KEY != 0).then_some(())?;
        let rest = self.rest.get(MODEL_BYTES..)?;
        let (length, rest) = rest.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        (1..=MOST_NAME_BYTES).contains(&length).then_some(())?;
        let (name, cose) = rest.split_at_checked(length)?;
        let (x, rest) = cose.strip_prefix(COSE_HEAD)?.split_first_chunk::<32>()?;
        let (y, rest) = rest.strip_prefix(COSE_MIDDLE)?.split_first_chunk::<32>()?;
        self.announces(rest).then_some(())?;
        Some((name.to_vec(), [&[UNCOMPRESSED][..], x, y].concat()))
    }
}

/// What a key is bound to: the name of the host, without scheme and port.
pub(super) fn site_of(origin: &str) -> &str {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|sign| sign.is_ascii_digit()) => name,
        _ => host,
    }
}
