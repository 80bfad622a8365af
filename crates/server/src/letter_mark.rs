//! The part of a link in a letter that says whose letters are to stop. It opens nothing and dies with the keys that
//! sign forms.

use data_encoding::BASE32_NOPAD;
use enishi_core::ids::MemberId;
use enishi_core::secrets::{Keyring, is_same};

const USE: &[u8] = b"letters stop";
const ID_BYTES: usize = 8;
/// Of the signature; 128 bits.
const MAC_BYTES: usize = 16;

/// The mark of a member: 39 signs of base 32, lower case.
pub fn write(keys: &Keyring, member: MemberId) -> String {
    let mut bytes = i64::from(member).to_be_bytes().to_vec();
    let mac = keys.form_mac(&[USE, &bytes]);
    bytes.extend(&mac[..MAC_BYTES]);
    BASE32_NOPAD.encode(&bytes).to_ascii_lowercase()
}

/// Whose mark it is; `None` if we signed no such one.
pub fn read(keys: &Keyring, mark: &str) -> Option<MemberId> {
    let bytes = BASE32_NOPAD.decode(mark.to_ascii_uppercase().as_bytes()).ok()?;
    let (id, sent) = (bytes.len() == ID_BYTES + MAC_BYTES).then(|| bytes.split_at(ID_BYTES))?;
    let is_ours = keys.any_form_mac(&[USE, id], |mac| is_same(sent, &mac[..MAC_BYTES]));
    let id = i64::from_be_bytes(id.try_into().ok()?);
    is_ours.then(|| MemberId::from(id))
}
