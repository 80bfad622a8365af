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

    /// The number less so many of its last digits: neighbours share it.
    pub(crate) fn prefix(&self, less: usize) -> &str {
        &self.0[..self.0.len().saturating_sub(less)]
    }

    /// The two letters of its country (`JP`); empty for a number of no one country.
    pub fn country(&self) -> String {
        let parsed = phonenumber::parse(None, self.0.as_str()).ok();
        parsed.and_then(|number| number.country().id()).map_or_else(String::new, |id| id.as_ref().to_owned())
    }

    /// The code that is dialled for its country, or for several that share one (`81`, `1`); 0 if there is none.
    pub fn dial_code(&self) -> u16 {
        dial_code_of(&self.country())
    }
}

/// What is dialled for a country, given by its two letters: `81` for `JP`; 0 for none.
pub fn dial_code_of(country: &str) -> u16 {
    phonenumber::metadata::DATABASE.by_id(country).map_or(0, |known| known.country_code())
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
