//! How one of the desk's switches stands, for the page that asks before it is moved.

use crate::ids::PrefixId;
use crate::neighbours::{self, Known};
use crate::secrets::Keyring;
use crate::signup::{self, Budget, SignupRules};
use crate::store::{Result, Tx};
use crate::text_message::Stops;

/// What can be changed at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All messages.
    Everything,
    /// Those to a country, by its two letters.
    Country(String),
    /// A neighbourhood nothing is sent to.
    Prefix(PrefixId),
    /// Today's budget.
    Budget,
}

/// How it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// All messages.
    Everything {
        /// None leaves.
        is_stopped: bool,
    },
    /// Those to a country.
    Country {
        /// Two letters.
        country: String,
        /// None leaves for it.
        is_stopped: bool,
    },
    /// A neighbourhood that is held.
    Prefix(Known),
    /// Today's budget.
    Budget(Budget),
}

/// How it stands now; `None` for a country that is nowhere in the settings, and for neighbours nobody holds.
pub fn stand(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    rules: &SignupRules,
    countries: &[String],
    subject: &Subject,
) -> Result<Option<Stand>> {
    Ok(match subject {
        Subject::Everything => Some(Stand::Everything { is_stopped: Stops::find(tx)?.everything }),
        Subject::Country(country) => {
            let is_stopped = Stops::find(tx)?.countries.contains(country);
            let country = Some(country.clone()).filter(|country| is_stopped || countries.contains(country));
            country.map(|country| Stand::Country { country, is_stopped })
        }
        Subject::Prefix(id) => {
            let known = neighbours::list(tx, keys, &[*id])?.pop();
            known.filter(|known| known.held_at.is_some()).map(Stand::Prefix)
        }
        Subject::Budget => Some(Stand::Budget(signup::budget(tx, keys, rules)?)),
    })
}
