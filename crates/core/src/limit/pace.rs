//! Acts with growing waits between them: each granted act leaves its moment, and the next is judged by
//! those of the time gone by. No window begins anew at midnight, so "five a day" holds over any day.

use super::{Take, queries};
use crate::moment::Moment;
use crate::secrets::Keyring;
use crate::store::{Result, Tx};

/// How often, and how far apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace<'a> {
    /// The time looked back over, in seconds, at most [`super::LONGEST_WINDOW`].
    pub within_seconds: i64,
    /// The most acts in that time.
    pub most: i64,
    /// The wait in seconds after the first act, after the second, and so on; the last one stays.
    pub waits: &'a [i64],
}

/// Clocks of two processes may differ by this much. What lies further ahead was left by a clock that has
/// been set back since, and is not waited for.
const CLOCK_SKEW_SECONDS: i64 = 600;

/// Makes everybody else who holds the same key wait until this transaction ends: what is looked at
/// afterwards cannot change under it. Writing transactions only.
pub fn hold(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8]) -> Result<()> {
    let buckets = keys.buckets(tx, name, key)?;
    queries::count(tx, buckets.current(), GATE)?;
    Ok(())
}

/// The window of the row that [`hold`] locks: older than any act, so no look counts it and a sweep may take it.
const GATE: i64 = 0;

/// Whether an act may be done now. Under a [`hold`] of the same name and key, nobody else gets the same answer
/// before [`note`] is seen.
pub fn look(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8], pace: Pace<'_>) -> Result<Take> {
    let now = tx.now();
    let from = now.plus_seconds(-pace.within_seconds);
    let until = now.plus_seconds(CLOCK_SKEW_SECONDS);
    let buckets = keys.buckets(tx, name, key)?;
    let acts = queries::list_moments(tx, buckets.all(), from, until)?;
    let wait = seconds_to_wait(&acts, now, pace);
    if wait <= 0 {
        return Ok(Take::Granted);
    }
    tracing::info!(limit = name, "a limit was reached");
    Ok(Take::Refused { retry_after_seconds: wait })
}

/// Leaves the moment of an act that is being done.
pub fn note(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8]) -> Result<()> {
    let now = tx.now().millis();
    let buckets = keys.buckets(tx, name, key)?;
    queries::count(tx, buckets.current(), now)?;
    Ok(())
}

/// Forgets every act of this key: it has shown that it means no harm. Under [`hold`], or two that forget at once,
/// or one beside one that counts, would each wait for a row the other has.
pub fn forget(tx: &mut Tx<'_>, keys: &Keyring, name: &str, key: &[u8]) -> Result<()> {
    hold(tx, keys, name, key)?;
    let buckets = keys.buckets(tx, name, key)?;
    queries::delete_buckets(tx, buckets.all())
}

/// `acts` from the oldest to the newest.
fn seconds_to_wait(acts: &[Moment], now: Moment, pace: Pace<'_>) -> i64 {
    let (Some(oldest), Some(newest)) = (acts.first(), acts.last()) else { return 0 };
    let step = acts.len().min(pace.waits.len());
    let since_last = step.checked_sub(1).map_or(0, |at| pace.waits[at]);
    let apart = until(newest.plus_seconds(since_last), now).min(since_last);
    let full = acts.len() as i64 >= pace.most;
    let room = if full { until(oldest.plus_seconds(pace.within_seconds), now).max(1) } else { 0 };
    apart.max(room)
}

/// Seconds until then, rounded up: who comes back when told is not sent away again.
fn until(then: Moment, now: Moment) -> i64 {
    (then.millis() - now.millis() + 999).div_euclid(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENDS: Pace<'static> = Pace { within_seconds: 86_400, most: 5, waits: &[60, 180, 300, 600] };

    fn wait(acts_at: &[i64], now: i64) -> i64 {
        let acts: Vec<Moment> = acts_at.iter().map(|at| Moment::from_millis(*at)).collect();
        seconds_to_wait(&acts, Moment::from_millis(now), SENDS)
    }

    #[test]
    fn waits_grow_and_then_the_day_is_full() {
        assert_eq!(wait(&[], 0), 0);
        assert_eq!(wait(&[1_000], 1_000), 60);
        assert_eq!(wait(&[1_000], 60_001), 1, "a fraction of a second is rounded up");
        assert_eq!(wait(&[1_000], 61_000), 0);
        assert_eq!(wait(&[0, 61_000], 61_000), 180);
        assert_eq!(wait(&[0, 61_000, 242_000], 242_000), 300);
        assert_eq!(wait(&[0, 1, 2, 3], 3), 600);
        assert_eq!(wait(&[0, 1, 2, 3, 4], 700_004), 86_400 - 700);
    }

    #[test]
    fn a_clock_set_back_locks_nobody_longer_than_the_wait() {
        assert_eq!(wait(&[500_000], 0), 60);
    }
}
