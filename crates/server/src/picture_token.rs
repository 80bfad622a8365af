//! The signature in a picture's address, for phones without cookies: good for one session at its
//! own door, one picture in one size, and ten minutes (rule b-9). It names the session by its id, so it dies with it.

use data_encoding::BASE32_NOPAD;
use enishi_core::ids::{PictureId, SessionId};
use enishi_core::secrets::is_same;
use enishi_core::session::Door;

use crate::site::Site;

const GOOD_SECONDS: i64 = 600;
const MAC_BYTES: usize = 12;
const SAID_BYTES: usize = 12;

/// The signature for `file` (as `240.jpg`) of a picture.
pub fn write(site: &Site, door: Door, session: SessionId, picture: PictureId, file: &str) -> String {
    let until = site.store.now().plus_seconds(GOOD_SECONDS).millis() / 1000;
    let mut said = i64::from(session).to_be_bytes().to_vec();
    said.extend(u32::try_from(until).unwrap_or(u32::MAX).to_be_bytes());
    let mac = with_parts(door, &said, picture, file, |parts| site.keys.form_mac(parts));
    said.extend(&mac[..MAC_BYTES]);
    BASE32_NOPAD.encode(&said).to_ascii_lowercase()
}

/// The session a signature is good for, if it fits and is not too old.
pub fn read(site: &Site, door: Door, text: &str, picture: PictureId, file: &str) -> Option<SessionId> {
    let bytes = BASE32_NOPAD.decode(text.to_ascii_uppercase().as_bytes()).ok()?;
    if bytes.len() != SAID_BYTES + MAC_BYTES {
        return None;
    }
    let (said, sent) = bytes.split_at(SAID_BYTES);
    let is_sent = |mac: &[u8]| is_same(sent, &mac[..MAC_BYTES]);
    if !with_parts(door, said, picture, file, |parts| site.keys.any_form_mac(parts, is_sent)) {
        return None;
    }
    let session = i64::from_be_bytes(said[..8].try_into().ok()?);
    let until = u32::from_be_bytes(said[8..].try_into().ok()?);
    (site.store.now().millis() / 1000 <= i64::from(until)).then(|| session.into())
}

fn with_parts<T>(
    door: Door,
    said: &[u8],
    picture: PictureId,
    file: &str,
    sign: impl FnOnce(&[&[u8]]) -> T,
) -> T {
    let (door, picture) = ([door.sign() as u8], i64::from(picture).to_be_bytes());
    sign(&[b"picture", &door, said, &picture, file.as_bytes()])
}
