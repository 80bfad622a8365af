//! How long a session lives.

use crate::moment::Moment;

/// The limits of sessions, in seconds.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SessionRules {
    /// A token in the path ends when it was not used for so long.
    pub path_idle_seconds: i64,
    /// A token in the path ends so long after login, used or not.
    pub path_absolute_seconds: i64,
    /// A token in a cookie ends when it was not used for so long.
    pub cookie_idle_seconds: i64,
    /// A token in a cookie ends so long after login, used or not.
    pub cookie_absolute_seconds: i64,
    /// For so long after the password was given, sensitive steps do not ask for it again. A session whose token is
    /// in the path is asked every time.
    pub ask_again_seconds: i64,
    /// A token in the path is good in the network of so many bits that it was handed out to (IPv4); 0: anywhere.
    pub path_network_bits_ipv4: u8,
    /// The same for IPv6, at most 64.
    pub path_network_bits_ipv6: u8,
}

impl Default for SessionRules {
    /// In the path 30 minutes idle and a day in all; in a cookie 30 days idle and a year in all.
    fn default() -> SessionRules {
        SessionRules {
            path_idle_seconds: 30 * 60,
            path_absolute_seconds: 86_400,
            cookie_idle_seconds: 30 * 86_400,
            cookie_absolute_seconds: 365 * 86_400,
            ask_again_seconds: 300,
            path_network_bits_ipv4: 16,
            path_network_bits_ipv6: 32,
        }
    }
}

impl SessionRules {
    /// Sessions last used, or begun, at or before these moments are over: `(seen_at, created_at)`.
    pub(super) fn ends(&self, in_path: bool, now: Moment) -> (Moment, Moment) {
        let (idle, absolute) = match in_path {
            true => (self.path_idle_seconds, self.path_absolute_seconds),
            false => (self.cookie_idle_seconds, self.cookie_absolute_seconds),
        };
        (now.plus_seconds(-idle), now.plus_seconds(-absolute))
    }
}
