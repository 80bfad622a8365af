//! Limits: counted in the database before the act, so that neither a crash, a restart nor a second process
//! forgets them. What is counted is hidden under a key.
//!
//! Two shapes. [`take`] counts in windows of fixed length. [`pace`] keeps the moments of single acts, for
//! limits that must hold over any day, with growing waits between the acts.

pub mod pace;
mod queries;

use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// The longest window, in seconds; [`sweep`] forgets what is older than two of them.
pub const LONGEST_WINDOW: i64 = 86_400;

/// So many acts in so much time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Length in seconds, 1 to [`LONGEST_WINDOW`]. Windows begin at its multiples since 1970.
    pub seconds: i64,
    /// The most acts within it.
    pub most: i64,
}

/// Whether an act is within its limit.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// It is, and was counted.
    Granted,
    /// It is not.
    Refused {
        /// Seconds until it may be tried again, at least 1: for `Retry-After`.
        retry_after_seconds: i64,
    },
}

impl Take {
    /// Whether the act may go on.
    pub fn is_granted(self) -> bool {
        self == Take::Granted
    }
}

/// Counts one act of `key` (an address block, a number's hash) under the limit called `name`.
///
/// One statement counts and tells, so that of any number of parallel acts exactly `most` are granted.
pub fn take(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], window: Window) -> Result<Take> {
    let place = Place::of(tx, keys, name, key, window)?;
    let within = queries::count_within(tx, &place.bucket, place.start, window.most)?;
    Ok(place.judge(name, within))
}

/// Uses up something that was made at `born` and is good for less than a day: `false` if it was used before. No window
/// begins anew under it, as one of [`take`] does at midnight.
pub fn once(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], born: Moment) -> Result<bool> {
    let bucket = keys.window_bucket(tx, &format!("{name}/once"), key, born)?;
    queries::count_within(tx, &bucket, born.millis(), 1)
}

/// Whether one more act would be granted, without counting it.
pub fn look(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], window: Window) -> Result<Take> {
    let place = Place::of(tx, keys, name, key, window)?;
    let taken = queries::find_count(tx, &place.bucket, place.start)?;
    Ok(place.judge(name, taken < window.most))
}

/// Takes from several windows of one limit (an hour's and a day's): all must grant.
pub fn take_all(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], windows: &[Window]) -> Result<Take> {
    for window in windows {
        let taken = take(tx, keys, name, key, *window)?;
        if !taken.is_granted() {
            return Ok(taken);
        }
    }
    Ok(Take::Granted)
}

/// An act judged by several windows, and whether this is the moment to write the refusal down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whether it may go on.
    pub take: Take,
    /// Whether it is the first refusal of its window: so that a flood leaves one line in a log, not a flood.
    pub is_first_refusal: bool,
}

/// As [`take_all`], and says whether a refusal is the first of its window.
pub fn take_told(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    name: &str,
    key: &[u8],
    windows: &[Window],
) -> Result<Told> {
    for window in windows {
        let place = Place::of(tx, keys, name, key, *window)?;
        let taken = queries::count(tx, &place.bucket, place.start)?;
        let take = place.judge(name, taken <= window.most);
        if !take.is_granted() {
            return Ok(Told { take, is_first_refusal: taken == window.most.max(0) + 1 });
        }
    }
    Ok(Told { take: Take::Granted, is_first_refusal: false })
}

/// As [`take_all`], without counting.
pub fn look_all(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], windows: &[Window]) -> Result<Take> {
    for window in windows {
        let seen = look(tx, keys, name, key, *window)?;
        if !seen.is_granted() {
            return Ok(seen);
        }
    }
    Ok(Take::Granted)
}

/// How far a window is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// Acts counted in it.
    pub taken: i64,
    /// When it began.
    pub begins_at: Moment,
    /// Seconds until the next one begins, at least 1.
    pub ends_in_seconds: i64,
}

/// How far the window of this moment is spent.
pub fn spent(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], window: Window) -> Result<Spent> {
    let place = Place::of(tx, keys, name, key, window)?;
    Ok(Spent {
        taken: queries::find_count(tx, &place.bucket, place.start)?,
        begins_at: Moment::from_millis(place.start),
        ends_in_seconds: place.ends_in_seconds.max(1),
    })
}

/// Forgets windows that ended long ago. Returns how many rows went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    let horizon = tx.now().plus_seconds(-2 * LONGEST_WINDOW);
    queries::delete_before(tx, horizon.millis())
}

struct Place {
    bucket: Vec<u8>,
    start: i64,
    ends_in_seconds: i64,
}

impl Place {
    fn of(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], window: Window) -> Result<Place> {
        let length = window.seconds.clamp(1, LONGEST_WINDOW) * 1000;
        let now = tx.now().millis();
        let start = now - now.rem_euclid(length);
        // The length belongs to the name: an hour and a day may begin together and are still two counters.
        let begun = Moment::from_millis(start);
        let bucket = keys.window_bucket(tx, &format!("{name}/{length}"), key, begun)?;
        Ok(Place { bucket, start, ends_in_seconds: (start + length - now + 999) / 1000 })
    }

    fn judge(&self, name: &str, within: bool) -> Take {
        if within {
            return Take::Granted;
        }
        tracing::info!(limit = name, "a limit was reached");
        Take::Refused { retry_after_seconds: self.ends_in_seconds.max(1) }
    }
}
