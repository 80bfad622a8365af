//! What operators see of the text messages: what they cost, where they go, what comes back, and why some do not
//! arrive. Of a number they see its last two digits, and its neighbourhood apart from them.

mod forecast;
mod price;
mod queries;
mod reason;
mod stand;
mod sums;

pub use forecast::Forecast;
pub use price::Prices;
pub use queries::OfMonth;
pub use stand::{Stand, Subject, stand};
pub use sums::{Failure, OfCountry, OfPrefix};

use crate::moment::Moment;
use crate::neighbours::{self, Known};
use crate::secrets::Keyring;
use crate::signup::{self, Budget, SignupRules};
use crate::store::{Result, Tx};
use crate::text_message::{self, Line, Stops};

/// Neighbourhoods and failures listed at most.
const LISTED: usize = 20;
/// How many days are looked back over: messages are kept for as long.
pub const DAYS: i64 = 30;
/// Messages looked at: far more than a day's budget has.
const MOST_MESSAGES: i64 = 50_000;

/// The desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmsDesk {
    /// Today's budget.
    pub budget: Budget,
    /// Messages sent by the end of each hour of the budget's day, up to now.
    pub by_hour: Vec<i64>,
    /// Messages sent on each of the last [`DAYS`] days of the budget; the last one is today.
    pub by_day: Vec<i64>,
    /// What the day and the days to come are likely to bring.
    pub forecast: Forecast,
    /// Countries by messages, the most first.
    pub countries: Vec<OfCountry>,
    /// The same over the last [`DAYS`] days.
    pub month: Vec<OfMonth>,
    /// Neighbourhoods by messages, the most first.
    pub prefixes: Vec<OfPrefix>,
    /// Neighbourhoods nothing is sent to.
    pub held: Vec<Known>,
    /// What did not arrive, the newest first.
    pub failures: Vec<Failure>,
    /// Where messages stand: the word of a state and how many.
    pub states: Vec<(&'static str, i64)>,
    /// People who wait for the budget.
    pub listed: i64,
    /// Messages of the day that left, or may have.
    pub sent: i64,
    /// Those of them that held a code.
    pub codes: i64,
    /// Codes that came back.
    pub verified: i64,
    /// The line to the provider.
    pub line: Line,
    /// What is stopped.
    pub stops: Stops,
    /// Countries of the settings to which messages go.
    pub open: Vec<String>,
    /// When this was looked at.
    pub now: Moment,
}

/// Everything on the desk, for the budget's day that runs now. `countries` are those of the settings.
pub fn look(tx: &mut Tx<'_>, keys: &Keyring, rules: &SignupRules, countries: &[String]) -> Result<SmsDesk> {
    let (budget, now) = (signup::budget(tx, keys, rules)?, tx.now());
    let messages = queries::list_since(tx, budget.begins_at, MOST_MESSAGES)?;
    let sums = sums::Sums::of(&messages);
    let ids: Vec<_> = sums.prefixes.iter().take(LISTED).map(|(id, _)| *id).collect();
    let known = neighbours::list(tx, keys, &ids)?;
    let stops = Stops::find(tx)?;
    let by_day = by_day(tx, budget.begins_at, rules.site_budget.seconds)?;
    let month_begins_at = budget.begins_at.plus_seconds((1 - DAYS) * rules.site_budget.seconds);
    Ok(SmsDesk {
        forecast: Forecast::of(&budget, &by_day, rules.site_budget.seconds),
        month: queries::count_by_country(tx, month_begins_at)?,
        by_day,
        by_hour: sums::by_hour(&messages, budget.begins_at, now),
        prefixes: sums.prefixes_named(&known, LISTED),
        failures: sums::failures(&messages, LISTED),
        states: sums.states,
        sent: sums.sent,
        codes: sums.codes,
        verified: sums.verified,
        countries: sums.countries,
        held: neighbours::list_held(tx, keys)?,
        listed: text_message::count_listed(tx)?,
        line: text_message::line(tx)?,
        open: countries.iter().filter(|country| !stops.countries.contains(country)).cloned().collect(),
        stops,
        budget,
        now,
    })
}

/// A day is what the budget takes for one.
fn by_day(tx: &mut Tx<'_>, begins_at: Moment, seconds: i64) -> Result<Vec<i64>> {
    let mut sent = Vec::new();
    for back in (0..DAYS).rev() {
        let from = begins_at.plus_seconds(-back * seconds);
        sent.push(queries::count_sent(tx, from, from.plus_seconds(seconds))?);
    }
    Ok(sent)
}
