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

/// What came in the last [`DAYS`] days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sightings {
    /// Strings that no table knows, the most frequent first.
    pub unknown: Vec<Seen>,
    /// Profiles with all that came under them, the most frequent first; `agent` is empty.
    pub profiles: Vec<Seen>,
}

/// What came in the last days.
pub fn list(tx: &mut Tx<'_>, today: i32) -> Result<Sightings> {
    let rows = queries::list_after(tx, today - DAYS)?;
    let unknown = rows.iter().filter(|(_, handset, _)| !handset.agent.is_empty());
    let by_profile = rows.iter().map(|(day, handset, times)| {
        (*day, Handset { profile: handset.profile.clone(), agent: String::new() }, *times)
    });
    Ok(Sightings { unknown: together(unknown.cloned()), profiles: together(by_profile) })
}

/// The days of each handset as one, the most frequent first.
fn together(days: impl Iterator<Item = (i32, Handset, i64)>) -> Vec<Seen> {
    let mut sums: BTreeMap<Handset, (i64, i32)> = BTreeMap::new();
    for (day, handset, times) in days {
        let (sum, last_day) = sums.entry(handset).or_insert((0, day));
        (*sum, *last_day) = (*sum + times, day.max(*last_day));
    }
    let mut seen: Vec<Seen> =
        sums.into_iter().map(|(handset, (times, last_day))| Seen { handset, times, last_day }).collect();
    seen.sort_by_key(|seen| std::cmp::Reverse(seen.times));
    seen
}

/// Deletes what is older than [`DAYS`]. Returns how many rows went.
pub fn sweep(tx: &mut Tx<'_>, today: i32) -> Result<usize> {
    queries::delete_before(tx, today - DAYS + 1)
}
