//! The token in every form: bound by HMAC to the session or to the guest at the door, and never in an address.

use data_encoding::BASE32_NOPAD;
use enishi_core::secrets::{Keyring, is_same};

use super::credential::Credential;
use super::realm::Realm;

const MAC_BYTES: usize = 15;

/// The form token of whoever shows this credential.
pub fn token_for(credential: &Credential, realm: Realm, keys: &Keyring) -> String {
    match bound_to(credential, realm) {
        Some((label, whom)) => written(&keys.form_mac(&[label, &whom])),
        None => String::new(),
    }
}

fn bound_to(credential: &Credential, realm: Realm) -> Option<(&'static [u8], Vec<u8>)> {
    Some(match credential {
        Credential::Nothing => return None,
        Credential::Guest(guest) => (realm.guest_label(), guest.hash()),
        Credential::Session(token) => (b"csrf session", token.as_str().as_bytes().to_vec()),
        Credential::Desk(token) => (b"csrf desk", token.as_str().as_bytes().to_vec()),
    })
}

fn written(mac: &[u8]) -> String {
    BASE32_NOPAD.encode(&mac[..MAC_BYTES]).to_ascii_lowercase()
}

/// Whether a form's token is the one its sender was given.
pub fn fits(sent: &str, credential: &Credential, realm: Realm, keys: &Keyring) -> bool {
    bound_to(credential, realm).is_some_and(|(label, whom)| {
        keys.any_form_mac(&[label, &whom], |mac| is_same(sent.as_bytes(), written(mac).as_bytes()))
    })
}
