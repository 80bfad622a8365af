//! How long a code is good, and how often codes are asked for and looked up.

use crate::limit::Window;

/// The limits of letting another phone in.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ApprovalRules {
    /// A code is good for so many seconds.
    pub seconds: i64,
    /// Codes asked for from one client (an address block).
    pub asks_per_client: Window,
    /// Codes looked up by one member.
    pub looks_per_member: Window,
}

impl Default for ApprovalRules {
    /// Ten minutes; 20 codes asked for an hour, 20 looked up, each of which takes two.
    fn default() -> ApprovalRules {
        ApprovalRules {
            seconds: 600,
            asks_per_client: Window { seconds: 3600, most: 20 },
            looks_per_member: Window { seconds: 3600, most: 20 },
        }
    }
}
