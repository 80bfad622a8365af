//! The figures of confirming an address; every one a setting.

use crate::limit::Window;

/// The limits of confirming an address. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EmailRules {
    /// A link in a letter is good for so long.
    pub link_seconds: i64,
    /// Letters one member may have sent to addresses they name.
    pub per_member: Window,
    /// Letters of this kind to one address, whoever names it.
    pub per_address: Window,
}

impl Default for EmailRules {
    /// A day; five an hour a member; five a day an address.
    fn default() -> EmailRules {
        EmailRules {
            link_seconds: 86_400,
            per_member: Window { seconds: 3600, most: 5 },
            per_address: Window { seconds: 86_400, most: 5 },
        }
    }
}
