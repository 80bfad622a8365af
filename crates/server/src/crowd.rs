//! Pages looked at by nobody who is signed in, counted an address.
//!
//! The count is in memory, one a process, and is not a wall: what a guest may do (ask for a code, try a password or
//! an invitation) is counted in the database. This one spares the machine that answers, so each process rightly
//! counts what it answers itself; a second process is a second machine to spare.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use enishi_core::limit::Window;
use enishi_core::moment::Moment;

/// More addresses than this in one window are forgotten all at once: memory stays bounded.
const MOST_ADDRESSES: usize = 100_000;

/// Who looked how often in the window that is running.
#[derive(Default)]
pub struct Crowd {
    now: Mutex<Counted>,
}

#[derive(Default)]
struct Counted {
    start: i64,
    looks: HashMap<String, i64>,
}

/// An address has looked too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// Seconds until it may look again.
    pub seconds: i64,
    /// Whether this is the first refusal of the window.
    pub is_first: bool,
}

impl Crowd {
    /// Counts one look of an address.
    pub fn look(&self, client: &str, now: Moment, window: Window) -> Result<(), TooMany> {
        let length = window.seconds.max(1) * 1000;
        let start = now.millis() - now.millis().rem_euclid(length);
        let mut counted = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.start != start || counted.looks.len() > MOST_ADDRESSES {
            *counted = Counted { start, looks: HashMap::new() };
        }
        let looks = counted.looks.entry(client.to_owned()).or_default();
        *looks += 1;
        if *looks <= window.most {
            return Ok(());
        }
        let seconds = (start + length - now.millis() + 999) / 1000;
        Err(TooMany { seconds: seconds.max(1), is_first: *looks == window.most + 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_window_and_the_next_begins_anew() {
        let (crowd, window) = (Crowd::default(), Window { seconds: 300, most: 2 });
        let at = Moment::from_millis;
        for _ in 0..2 {
            assert_eq!(crowd.look("a", at(1000), window), Ok(()));
        }
        assert_eq!(crowd.look("a", at(1000), window), Err(TooMany { seconds: 299, is_first: true }));
        assert_eq!(crowd.look("a", at(1000), window), Err(TooMany { seconds: 299, is_first: false }));
        assert_eq!(crowd.look("b", at(1000), window), Ok(()));
        assert_eq!(crowd.look("a", at(300_000), window), Ok(()));
    }
}
