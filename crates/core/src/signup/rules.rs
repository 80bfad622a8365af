//! The figures of signing up; every one a setting.

use crate::limit::Window;
use crate::limit::pace::Pace;

/// The limits of signing up. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignupRules {
    /// A code is good for so long; at most 600.
    pub code_seconds: i64,
    /// Tries per code; at most 10.
    pub tries: i16,
    /// The wait after the first message to a number, after the second, and so on.
    pub resend_waits: Vec<i64>,
    /// Messages to one number in any 24 hours.
    pub sends_per_number: i64,
    /// Messages asked for by one client (an address block).
    pub per_client: Vec<Window>,
    /// Different numbers tried by one guest.
    pub numbers_per_guest: Window,
    /// Messages to numbers that differ in their last four digits alone.
    pub per_prefix: Vec<Window>,
    /// Messages of the whole site: what it may cost.
    pub site_budget: Window,
    /// Codes tried for one number, in whatever flow.
    pub tries_per_number: Vec<Window>,
}

const HOUR: i64 = 3600;
const DAY: i64 = 86_400;
const MOST_CODE_SECONDS: i64 = 600;
const MOST_TRIES: i16 = 10;

impl Default for SignupRules {
    fn default() -> SignupRules {
        SignupRules {
            code_seconds: 600,
            tries: 5,
            resend_waits: vec![60, 180, 300, 600],
            sends_per_number: 5,
            per_client: vec![Window { seconds: 1800, most: 5 }, Window { seconds: DAY, most: 20 }],
            numbers_per_guest: Window { seconds: HOUR, most: 3 },
            per_prefix: vec![Window { seconds: HOUR, most: 5 }, Window { seconds: DAY, most: 20 }],
            site_budget: Window { seconds: DAY, most: 300 },
            tries_per_number: vec![Window { seconds: HOUR, most: 10 }, Window { seconds: DAY, most: 20 }],
        }
    }
}

/// A figure beyond what a code of six digits bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// ASVS 6.5.5: a code sent out of band lives 10 minutes at most.
    #[error("code_seconds must be from 1 to {MOST_CODE_SECONDS}")]
    CodeSeconds,
    /// With more tries a code could be guessed.
    #[error("tries must be from 1 to {MOST_TRIES}")]
    Tries,
}

impl SignupRules {
    /// Says what is wrong with the figures: to be asked when the settings are read.
    pub fn check(&self) -> Result<(), RuleError> {
        if !(1..=MOST_CODE_SECONDS).contains(&self.code_seconds) {
            return Err(RuleError::CodeSeconds);
        }
        if !(1..=MOST_TRIES).contains(&self.tries) {
            return Err(RuleError::Tries);
        }
        Ok(())
    }

    pub(super) fn sends(&self) -> Pace<'_> {
        Pace { within_seconds: DAY, most: self.sends_per_number, waits: &self.resend_waits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_have_a_ceiling() {
        assert_eq!(SignupRules::default().check(), Ok(()));
        assert_eq!(
            SignupRules { code_seconds: 601, ..SignupRules::default() }.check(),
            Err(RuleError::CodeSeconds)
        );
        assert_eq!(SignupRules { tries: 11, ..SignupRules::default() }.check(), Err(RuleError::Tries));
    }
}
