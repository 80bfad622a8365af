//! What somebody signs in with: a number or an address, each by the hash it is recognised by.

use crate::email::EmailAddress;
use crate::phone::{Countries, PhoneNumber};
use crate::secrets::Keyring;

/// What was typed for the name.
pub(super) enum Name {
    /// A phone number.
    Number(Vec<u8>),
    /// An address of mail.
    Address(Vec<u8>),
    /// Something nobody signs in with, folded so that it is counted once.
    Neither(Vec<u8>),
}

impl Name {
    pub(super) fn read(keys: &Keyring, typed: &str, countries: &Countries) -> Name {
        if let Ok(number) = PhoneNumber::parse(typed, countries) {
            return Name::Number(keys.number_hash(&number));
        }
        match EmailAddress::parse(typed) {
            Ok(address) => Name::Address(keys.email_hash(&address)),
            Err(_) => Name::Neither(typed.trim().to_lowercase().into_bytes()),
        }
    }

    /// What tries with this name are counted by.
    pub(super) fn into_key(self) -> Vec<u8> {
        match self {
            Name::Number(key) | Name::Address(key) | Name::Neither(key) => key,
        }
    }
}
