//! The figures of invitations; every one a setting.

use crate::limit::Window;

/// The limits of invitations. Times in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InvitationRules {
    /// An invitation is good for so long.
    pub good_seconds: i64,
    /// How many of one member may be open at once.
    pub most_open: i64,
    /// How often one client (an address block) may show an invitation.
    pub tries_per_client: Vec<Window>,
    /// How often one guest may.
    pub tries_per_guest: Vec<Window>,
    /// How often codes, the short form, may be tried on the whole site.
    pub codes_of_site: Vec<Window>,
}

const HOUR: i64 = 3600;
const DAY: i64 = 86_400;

impl Default for InvitationRules {
    fn default() -> InvitationRules {
        InvitationRules {
            good_seconds: 14 * DAY,
            most_open: 20,
            tries_per_client: vec![Window { seconds: HOUR, most: 20 }, Window { seconds: DAY, most: 60 }],
            tries_per_guest: vec![Window { seconds: HOUR, most: 10 }],
            codes_of_site: vec![Window { seconds: HOUR, most: 2000 }],
        }
    }
}
