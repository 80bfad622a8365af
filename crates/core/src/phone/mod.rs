//! A phone number as this site takes one: every spelling becomes one E.164 form, or is refused.
//!
//! A number never shows itself: `Debug` and `Display` print its last two digits. Who truly needs the whole
//! (the sender of text messages) asks for it by name.

mod countries;
mod spelling;
#[cfg(test)]
mod tests;

use std::fmt;

use phonenumber::Mode;
use zeroize::Zeroizing;

pub use countries::{Countries, UnknownCountry};

/// Why a number is not taken. One answer for everything that is typed, so that nobody learns from it what
/// kind of number another one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("no phone number was given")]
    Empty,
    /// Not a mobile number of a country this site sends to.
    #[error("this phone number is not taken")]
    NotTaken,
}

/// A mobile number in E.164: `+` and at most 15 digits. Wiped from memory when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber(Zeroizing<String>);

impl PhoneNumber {
    /// Reads what was typed: national or international, with or without separators, half or full width.
    pub fn parse(typed: &str, countries: &Countries) -> Result<PhoneNumber, PhoneError> {
        if typed.trim().is_empty() {
            return Err(PhoneError::Empty);
        }
        let dialled = spelling::dialled(typed).ok_or(PhoneError::NotTaken)?;
        let number =
            phonenumber::parse(Some(countries.home()), &*dialled).map_err(|_| PhoneError::NotTaken)?;
        if !countries.take(&number) {
            return Err(PhoneError::NotTaken);
        }
        Ok(PhoneNumber(Zeroizing::new(number.format().mode(Mode::E164).to_string())))
    }

    /// From our own sealed copy, which was parsed when it came in.
    pub(crate) fn from_kept(e164: &str) -> PhoneNumber {
        PhoneNumber(Zeroizing::new(e164.to_owned()))
    }

    /// The whole number, `+819012345678`: to send to, to seal and to hash; never to show or to log.
    pub fn as_e164(&self) -> &str {
        &self.0
    }

    /// The last two digits: enough for its owner to recognise it.
    pub fn last_two(&self) -> &str {
        &self.0[self.0.len().saturating_sub(2)..]
    }

    /// The number less its last four digits: neighbours share it.
    pub(crate) fn prefix(&self) -> &str {
        &self.0[..self.0.len().saturating_sub(4)]
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PhoneNumber({self})")
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "…{}", self.last_two())
    }
}
