//! What operators see of the text messages: what they cost, where they go, what comes back, and why some do not
//! arrive. Of a number they see its last two digits, and its neighbourhood apart from them.

mod queries;
mod sums;

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
    /// Countries by messages, the most first.
    pub countries: Vec<OfCountry>,
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
    /// Sign-up messages of the day, and how many came back as a code.
    pub sent: i64,
    /// Codes that came back.
    pub verified: i64,
    /// The line to the provider.
    pub line: Line,
    /// What is stopped.
    pub stops: Stops,
    /// When this was looked at.
    pub now: Moment,
}

/// Everything on the desk, for the budget's day that runs now.
pub fn look(tx: &mut Tx<'_>, keys: &Keyring, rules: &SignupRules) -> Result<SmsDesk> {
    let (budget, now) = (signup::budget(tx, keys, rules)?, tx.now());
    let messages = queries::list_since(tx, budget.begins_at, MOST_MESSAGES)?;
    let sums = sums::Sums::of(&messages);
    let ids: Vec<_> = sums.prefixes.iter().take(LISTED).map(|(id, _)| *id).collect();
    let known = neighbours::list(tx, keys, &ids)?;
    Ok(SmsDesk {
        by_day: by_day(tx, budget.begins_at, rules.site_budget.seconds)?,
        by_hour: sums::by_hour(&messages, budget.begins_at, now),
        prefixes: sums.prefixes_named(&known, LISTED),
        failures: sums::failures(&messages, LISTED),
        states: sums.states,
        sent: sums.sent,
        verified: sums.verified,
        countries: sums.countries,
        held: neighbours::list_held(tx, keys)?,
        listed: text_message::count_listed(tx)?,
        line: text_message::line(tx)?,
        stops: Stops::find(tx)?,
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
