//! Time tells nothing: what is not there is answered on the beat, whatever the reason.
//!
//! Looking for an entry that is hidden takes a fifth of a millisecond longer than looking for one that never was,
//! and somebody patient could measure that. So every "not found" waits for the next beat after it was ready; the
//! beat is far longer than the difference.

use std::time::{Duration, Instant};

const BEAT: Duration = Duration::from_millis(20);

/// Waits for the first beat, counted from `began`, that has not passed.
pub async fn next(began: Instant) {
    tokio::time::sleep_until((began + until_beat(began.elapsed())).into()).await;
}

/// How long after the beginning the answer leaves that was ready after `elapsed`.
fn until_beat(elapsed: Duration) -> Duration {
    BEAT * (elapsed.as_micros() / BEAT.as_micros() + 1) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_moments_leave_together_and_nothing_leaves_early() {
        for (elapsed, leaves) in [(0, 20_000), (1, 20_000), (300, 20_000), (19_999, 20_000), (20_000, 40_000)]
        {
            let (elapsed, leaves) = (Duration::from_micros(elapsed), Duration::from_micros(leaves));
            assert_eq!(until_beat(elapsed), leaves, "{elapsed:?}");
        }
    }
}
