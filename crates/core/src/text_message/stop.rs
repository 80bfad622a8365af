//! The stop switch: an operator's word that nothing leaves, for all or for one country.

use crate::live_setting;
use crate::store::{Result, Tx};

/// The live setting that stops every message while it is there.
pub const STOPPED: &str = "sms.stopped";
/// A live setting that begins so and ends in two letters stops the messages to that country.
pub const STOPPED_COUNTRY: &str = "sms.stopped_country.";

/// What is stopped now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops {
    /// Everything.
    pub everything: bool,
    /// These countries, by their two letters.
    pub countries: Vec<String>,
}

impl Stops {
    /// What operators have stopped.
    pub fn find(tx: &mut Tx<'_>) -> Result<Stops> {
        let everything = live_setting::find(tx, STOPPED)?.is_some_and(|value| is_on(&value));
        let rows = live_setting::list(tx, STOPPED_COUNTRY)?;
        let stopped = rows.into_iter().filter(|(_, value)| is_on(value));
        let countries = stopped.filter_map(|(name, _)| Some(name.strip_prefix(STOPPED_COUNTRY)?.to_owned()));
        Ok(Stops { everything, countries: countries.collect() })
    }

    /// Whether a message to this country would stay here.
    pub fn hold(&self, country: &str) -> bool {
        self.everything || self.countries.iter().any(|stopped| stopped == country)
    }
}

/// A row is a stop, unless it says in so many words that it is none.
fn is_on(value: &str) -> bool {
    !matches!(value, "" | "0" | "no" | "off" | "false")
}
