//! Which handsets came in the last days: counts a day, a device profile and, where no table knows the model, a
//! User-Agent that has lost its serial numbers. Nothing tells who held one.

mod queries;

use std::collections::BTreeMap;

use crate::store::{Result, Tx};

/// Days that are kept, today among them.
pub const DAYS: i32 = 30;

/// More strings than this in one day are not told apart any more: whoever makes them up fills nothing.
const MOST_AGENTS_A_DAY: i64 = 1_000;

/// What came, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handset {
    /// The name of the profile it resolved to.
    pub profile: String,
    /// Its User-Agent without serial numbers where no table knows the model; empty where one does.
    pub agent: String,
}

/// How often something came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What.
    pub handset: Handset,
    /// Pages it asked for.
    pub times: i64,
    /// The last day it came, as [`crate::moment::Moment::site_day`] counts days.
    pub last_day: i32,
}

/// Adds what was counted since the last time to the figures of `day`.
pub fn count(tx: &mut Tx<'_>, day: i32, counted: &BTreeMap<Handset, i64>) -> Result<()> {
    let mut room = MOST_AGENTS_A_DAY - queries::count_agents(tx, day)?;
    for (handset, times) in counted {
        let is_new = !handset.agent.is_empty() && !queries::is_counted(tx, day, handset)?;
        if is_new && room <= 0 {
            queries::add(tx, day, &Handset { agent: String::new(), ..handset.clone() }, *times)?;
        } else {
            room -= i64::from(is_new);
            queries::add(tx, day, handset, *times)?;
        }
    }
    Ok(())
}

/// Strings on one page.
pub const UNKNOWN_PER_PAGE: i64 = 50;

/// What came in the last [`DAYS`] days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sightings {
    /// Strings that no table knows, the most frequent first; at most [`UNKNOWN_PER_PAGE`].
    pub unknown: Vec<Seen>,
    /// How many strings stand before those of the next page, if there is one.
    pub next: Option<i64>,
    /// Profiles with all that came under them, the most frequent first; `agent` is empty.
    pub profiles: Vec<Seen>,
}

/// What came in the last days; of the strings those after the first `from`.
pub fn list(tx: &mut Tx<'_>, today: i32, from: i64) -> Result<Sightings> {
    let (after, from) = (today - DAYS, from.max(0));
    let mut unknown = queries::unknown_after(tx, after, from, UNKNOWN_PER_PAGE + 1)?;
    let has_more = unknown.len() as i64 > UNKNOWN_PER_PAGE;
    unknown.truncate(UNKNOWN_PER_PAGE as usize);
    let next = has_more.then_some(from + UNKNOWN_PER_PAGE);
    Ok(Sightings { unknown, next, profiles: queries::profiles_after(tx, after)? })
}

/// Every string that came in the last days: what a changed profile is tried against.
pub fn every_unknown(tx: &mut Tx<'_>, today: i32) -> Result<Vec<Seen>> {
    queries::unknown_after(tx, today - DAYS, 0, i64::MAX)
}

/// Deletes what is older than [`DAYS`]. Returns how many rows went.
pub fn sweep(tx: &mut Tx<'_>, today: i32) -> Result<usize> {
    queries::delete_before(tx, today - DAYS + 1)
}
