//! When a message that was certainly not sent may be tried again.

use std::time::Duration;

use crate::{Delay, Outcome};

/// How often and after what waits an attempt is repeated. The queue's worker asks; senders never wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    /// Most attempts in all while the provider answers that it is busy.
    pub busy_tries: u32,
    /// The wait after the first, second, ... attempt; when it is used up, the message is given up.
    pub backoff: Vec<Duration>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self { busy_tries: 3, backoff: [1, 2, 4].map(Duration::from_secs).to_vec() }
    }
}

impl RetryPolicy {
    /// The wait before the next attempt, or `None` when there must be none.
    ///
    /// `tries` counts the attempts made so far, the one that ended in `outcome` included.
    pub fn wait_after(&self, tries: u32, outcome: &Outcome) -> Option<Duration> {
        let (after, reason) = match outcome {
            Outcome::Accepted { .. } | Outcome::Refused { .. } | Outcome::Unknown { .. } => return None,
            Outcome::Later { after, reason } => (after.unwrap_or_default(), reason),
        };
        if *reason == Delay::Busy && tries >= self.busy_tries {
            return None;
        }
        let position = usize::try_from(tries.saturating_sub(1)).ok()?;
        self.backoff.get(position).map(|wait| after.max(*wait))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Doubt;

    #[track_caller]
    fn check(outcome: Outcome, expected: [Option<u64>; 4]) {
        let policy = RetryPolicy::default();
        let waits = [1, 2, 3, 4].map(|tries| policy.wait_after(tries, &outcome).map(|wait| wait.as_secs()));
        assert_eq!(waits, expected, "{outcome:?}");
    }

    #[test]
    fn only_what_was_certainly_not_sent_is_tried_again() {
        check(Outcome::Accepted { provider_id: None, status: "queued".into() }, [None; 4]);
        check(Outcome::Refused { code: Some(21211), message: String::new() }, [None; 4]);
        check(Outcome::Unknown { reason: Doubt::TimedOut }, [None; 4]);
    }

    #[test]
    fn waits_grow_and_end() {
        let unreachable = Outcome::Later { after: None, reason: Delay::Unreachable("refused".into()) };
        check(unreachable, [Some(1), Some(2), Some(4), None]);
        check(Outcome::Later { after: None, reason: Delay::OutOfService }, [Some(1), Some(2), Some(4), None]);
    }

    #[test]
    fn a_busy_provider_is_asked_three_times_at_most_and_its_wait_is_kept() {
        check(Outcome::Later { after: None, reason: Delay::Busy }, [Some(1), Some(2), None, None]);
        let two_minutes = Some(Duration::from_secs(120));
        check(Outcome::Later { after: two_minutes, reason: Delay::Busy }, [Some(120), Some(120), None, None]);
    }
}
