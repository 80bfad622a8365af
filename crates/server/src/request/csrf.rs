//! The token in every form: bound by HMAC to the session or to the guest at the door, and never in an address.

use data_encoding::BASE32_NOPAD;
use enishi_core::secrets::{Keyring, is_same};

use super::credential::Credential;
use super::realm::Realm;

const MAC_BYTES: usize = 15;

/// The form token of whoever shows this credential.
pub fn token_for(credential: &Credential, realm: Realm, keys: &Keyring) -> String {
    let mac = match credential {
        Credential::Nothing => return String::new(),
        Credential::Guest(guest) => keys.form_mac(&[realm.guest_label(), &guest.hash()]),
        Credential::Session(token) => keys.form_mac(&[b"csrf session", token.as_str().as_bytes()]),
        Credential::Desk(token) => keys.form_mac(&[b"csrf desk", token.as_str().as_bytes()]),
    };
    BASE32_NOPAD.encode(&mac[..MAC_BYTES]).to_ascii_lowercase()
}

/// Whether a form's token is the one its sender was given.
pub fn fits(sent: &str, credential: &Credential, realm: Realm, keys: &Keyring) -> bool {
    let expected = token_for(credential, realm, keys);
    !expected.is_empty() && is_same(sent.as_bytes(), expected.as_bytes())
}
