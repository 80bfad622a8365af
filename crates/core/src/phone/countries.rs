//! The countries this site sends to.

use phonenumber::metadata::DATABASE;
use phonenumber::{PhoneNumber, Type, country};

/// An allow-list of countries. The first is home: a number without a country code is one of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countries(Vec<country::Id>);

/// Not a country: a list needs at least one, each by its two letters (`JP`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a list of countries by their two letters: {0:?}")]
pub struct UnknownCountry(pub String);

impl Default for Countries {
    /// Japan alone.
    fn default() -> Countries {
        Countries(vec![country::JP])
    }
}

impl Countries {
    /// From two-letter codes (ISO 3166-1), home first.
    pub fn parse<'a>(codes: impl IntoIterator<Item = &'a str>) -> Result<Countries, UnknownCountry> {
        let read = |code: &str| {
            code.trim().to_ascii_uppercase().parse().map_err(|_| UnknownCountry(code.to_owned()))
        };
        let listed = codes.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        if listed.is_empty() {
            return Err(UnknownCountry(String::new()));
        }
        Ok(Countries(listed))
    }

    pub(super) fn home(&self) -> country::Id {
        self.0[0]
    }

    pub(super) fn take(&self, number: &PhoneNumber) -> bool {
        number.extension().is_none()
            && number.is_valid()
            && number.country().id().is_some_and(|id| self.0.contains(&id))
            && is_mobile(number)
    }
}

/// In North America and some other places a number does not tell whether it is mobile: there both kinds
/// pass. In Japan it does, and only 070, 080 and 090 are telephones that receive text messages
/// (Ministry of Internal Affairs and Communications, numbering plan).
fn is_mobile(number: &PhoneNumber) -> bool {
    match number.number_type(&DATABASE) {
        Type::Mobile if number.code().value() == 81 => {
            // Ten digits without the leading zero.
            matches!(number.national().value() / 100_000_000, 70 | 80 | 90)
        }
        Type::Mobile | Type::FixedLineOrMobile => true,
        _ => false,
    }
}
