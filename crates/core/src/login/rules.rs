//! How often a login may be tried.

use crate::limit::Window;
use crate::limit::pace::Pace;

/// The limits of logging in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LoginRules {
    /// Tries from one client (an address block).
    pub per_client: Window,
    /// The time looked back over for one account, in seconds.
    pub account_seconds: i64,
    /// The most tries for one account in that time.
    pub account_most: i64,
    /// The wait in seconds after the first try for one account, after the second, and so on.
    pub account_waits: Vec<i64>,
    /// A phone that was not used to sign in for so long, in seconds, is known no more.
    pub device_seconds: i64,
    /// The most phones one member is known by; the one not used for the longest goes first.
    pub devices: i64,
}

impl Default for LoginRules {
    /// 25 tries in 5 minutes a client, 25 an hour an account; from the fifth on, waits from 30 seconds to an hour.
    fn default() -> LoginRules {
        LoginRules {
            per_client: Window { seconds: 300, most: 25 },
            account_seconds: 3600,
            account_most: 25,
            account_waits: vec![0, 0, 0, 0, 30, 60, 120, 300, 600, 1800, 3600],
            device_seconds: 365 * 86_400,
            devices: 20,
        }
    }
}

impl LoginRules {
    pub(crate) fn per_account(&self) -> Pace<'_> {
        Pace { within_seconds: self.account_seconds, most: self.account_most, waits: &self.account_waits }
    }
}
