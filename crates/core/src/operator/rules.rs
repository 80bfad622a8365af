//! The limits of the operators' desk.

use crate::limit::Window;
use crate::limit::pace::Pace;
use crate::moment::Moment;

/// How often an operator may try to sign in, and how long they stay signed in. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OperatorRules {
    /// Tries from one client (an address block).
    pub per_client: Window,
    /// The time looked back over for one name.
    pub account_seconds: i64,
    /// The most tries for one name in that time.
    pub account_most: i64,
    /// The wait after the first try for one name, after the second, and so on.
    pub account_waits: Vec<i64>,
    /// A session ends when it was not used for so long.
    pub idle_seconds: i64,
    /// A session ends so long after signing in, used or not.
    pub absolute_seconds: i64,
    /// A set-up address is good for so long.
    pub setup_seconds: i64,
    /// While first posts wait, those of members wait who joined so long before the switch was turned on, or later.
    pub hold_joined_within_seconds: i64,
}

impl Default for OperatorRules {
    /// 5 tries in 5 minutes an address; from the fifth for one name on, waits from 30 seconds to an hour.
    /// 30 minutes idle, 12 hours in all, an hour for the set-up; newcomers are
    /// those of the last week.
    fn default() -> OperatorRules {
        OperatorRules {
            per_client: Window { seconds: 300, most: 5 },
            account_seconds: 3600,
            account_most: 25,
            account_waits: vec![0, 0, 0, 0, 30, 60, 120, 300, 600, 1800, 3600],
            idle_seconds: 1800,
            absolute_seconds: 43_200,
            setup_seconds: 3600,
            hold_joined_within_seconds: 604_800,
        }
    }
}

impl OperatorRules {
    pub(super) fn per_account(&self) -> Pace<'_> {
        Pace { within_seconds: self.account_seconds, most: self.account_most, waits: &self.account_waits }
    }

    /// Sessions last used, or begun, at or before these moments are over: `(seen_at, created_at)`.
    pub(super) fn ends(&self, now: Moment) -> (Moment, Moment) {
        (now.plus_seconds(-self.idle_seconds), now.plus_seconds(-self.absolute_seconds))
    }
}
