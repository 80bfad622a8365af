//! What somebody signs in with: a number or an address, each by the marks it is recognised by.

use crate::email::EmailAddress;
use crate::phone::{Countries, PhoneNumber};
use crate::secrets::{Keyring, Marks};
use crate::store::{Result, Tx};

/// What was typed for the name.
pub(super) enum Name {
    /// A phone number.
    Number(Marks),
    /// An address of mail.
    Address(Marks),
    /// Something nobody signs in with, folded so that it is counted once.
    Neither(Vec<u8>),
}

impl Name {
    pub(super) fn read(tx: &mut Tx<'_>, keys: &Keyring, typed: &str, countries: &Countries) -> Result<Name> {
        if let Ok(number) = PhoneNumber::parse(typed, countries) {
            return Ok(Name::Number(keys.number_marks(tx, &number)?));
        }
        Ok(match EmailAddress::parse(typed) {
            Ok(address) => Name::Address(keys.email_marks(tx, &address)?),
            Err(_) => Name::Neither(typed.trim().to_lowercase().into_bytes()),
        })
    }

    /// What tries with this name are counted by.
    pub(super) fn into_key(self) -> Vec<u8> {
        match self {
            Name::Number(marks) | Name::Address(marks) => marks.oldest().to_vec(),
            Name::Neither(key) => key,
        }
    }
}
