//! Time as an argument: the system's, or one that a test moves by hand.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::moment::Moment;

/// What time it is.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The machine's own clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Moment::from_millis(since.as_millis() as i64)
    }
}

/// A clock that stands still until it is told to move.
pub struct HandClock(AtomicI64);

impl HandClock {
    /// A clock standing at `start`.
    pub fn at(start: Moment) -> HandClock {
        HandClock(AtomicI64::new(start.millis()))
    }

    /// Moves the clock on (or back, with a negative figure).
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}
