//! Changes of profiles that were tried at the desk: kept in memory for a look at pages, and never in force.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use enishi_device::Profiles;

/// So many changes are kept; the oldest goes.
const MOST: usize = 8;

/// The changes tried last, each by the digest of the file's text.
#[derive(Default)]
pub struct Tries {
    kept: Mutex<VecDeque<(String, Arc<Profiles>)>>,
}

impl Tries {
    /// Keeps the profiles that a change would make.
    pub fn keep(&self, digest: String, profiles: Profiles) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != digest);
        kept.push_front((digest, Arc::new(profiles)));
        kept.truncate(MOST);
    }

    /// The profiles of a change, while they are kept.
    pub fn find(&self, digest: &str) -> Option<Arc<Profiles>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == digest).map(|(_, profiles)| Arc::clone(profiles))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_few_are_kept() {
        let tries = Tries::default();
        for number in 0..=MOST {
            tries.keep(number.to_string(), Profiles::embedded());
        }
        assert!(tries.find("0").is_none(), "the oldest stays for ever");
        assert!((1..=MOST).all(|number| tries.find(&number.to_string()).is_some()));
    }
}
