//! Hashes under a key (HMAC-SHA-256): what is recognised and never read back.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::keyring::{Key, Keyring};
use crate::email::EmailAddress;
use crate::ids::SignupId;
use crate::phone::PhoneNumber;

impl Keyring {
    /// What a number is recognised by. Without the key, trying every number tells nothing.
    pub fn number_hash(&self, number: &PhoneNumber) -> Vec<u8> {
        mac(&self.number_pepper, "number", &[number.as_e164().as_bytes()])
    }

    /// What an address of electronic mail is recognised by. Without the key, trying every address tells nothing.
    pub fn email_hash(&self, address: &EmailAddress) -> Vec<u8> {
        mac(&self.number_pepper, "email", &[address.folded().as_bytes()])
    }

    /// What a code from a text message is recognised by: good in one flow and for one number alone.
    pub fn code_hash(&self, flow: SignupId, number_hash: &[u8], code: &str) -> Vec<u8> {
        let flow = i64::from(flow).to_be_bytes();
        mac(&self.code_key, "signup code", &[&flow, number_hash, code.as_bytes()])
    }

    /// What the short code of an invitation is recognised by. The code lies sealed beside it.
    pub fn invitation_hash(&self, code: &str) -> Vec<u8> {
        mac(&self.code_key, "invitation code", &[code.as_bytes()])
    }

    /// What a recovery code is recognised by: good for one owner of one realm alone.
    pub fn recovery_hash(&self, realm: i16, owner: i64, code: &str) -> Vec<u8> {
        let (realm, owner) = (realm.to_be_bytes(), owner.to_be_bytes());
        mac(&self.code_key, "recovery code", &[&realm, &owner, code.as_bytes()])
    }

    /// What the code of a phone that asks to be let in is recognised by. The code lies sealed beside it.
    pub fn approval_hash(&self, code: &str) -> Vec<u8> {
        mac(&self.code_key, "approval code", &[code.as_bytes()])
    }

    /// The row a counter is kept in; what is counted cannot be read from it.
    pub fn bucket(&self, name: &str, key: &[u8]) -> Vec<u8> {
        mac(&self.counter_key, name, &[key])
    }

    /// A signature over the parts, in this order: for forms and for links to pictures. Begin with a word
    /// for the use, so that a signature made for one is worth nothing for another.
    pub fn form_mac(&self, parts: &[&[u8]]) -> Vec<u8> {
        mac(&self.form_key, "form", parts)
    }
}

/// Compares in a time that tells nothing of where the two differ.
pub fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

/// Each part goes in with its length, so that no two lists of parts read alike.
pub(super) fn mac(key: &Key, label: &str, parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key[..]).expect("HMAC takes a key of any length");
    for part in std::iter::once(&label.as_bytes()).chain(parts) {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        let keys = Keyring::make();
        assert_ne!(keys.form_mac(&[b"ab", b"c"]), keys.form_mac(&[b"a", b"bc"]));
        assert_ne!(keys.form_mac(&[b"ab"]), keys.form_mac(&[b"ab", b""]));
        assert_ne!(keys.bucket("one", b"x"), keys.bucket("two", b"x"));
        assert_ne!(keys.bucket("one", b"x"), Keyring::make().bucket("one", b"x"));
        assert!(is_same(&keys.form_mac(&[b"a"]), &keys.form_mac(&[b"a"])));
    }
}
