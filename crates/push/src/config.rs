//! The part of the `[push]` section that is about sending.

use std::time::Duration;

use serde::Deserialize;

use crate::Hosts;

/// Settings of this crate, as they stand in the `[push]` section (`ENISHI_PUSH__...` in the environment).
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct PushConfig {
    /// Whether members may have their phones ring at all.
    pub enabled: bool,
    /// Push services that are asked: `host`, `host:port`, or `*.domain` for whatever lies below it. Always over TLS. An
    /// entry that begins with `http://` is a stand-in on this very machine, for tests.
    pub hosts: Vec<String>,
    /// Where a push service can reach the operator, `mailto:` or `https:`; empty for the site's own address.
    pub contact: String,
    /// How long a push service keeps a message for a phone that is off.
    pub ttl_seconds: u32,
    /// Seconds to look up the address, connect and agree on TLS. At least 1.
    pub connect_seconds: u64,
    /// Seconds for the whole attempt. At least `connect_seconds`.
    pub total_seconds: u64,
}

/// Whoever makes a browser with push runs one of these.
const KNOWN: [&str; 6] = [
    // Chrome and what is built from it; the second for builds without Google's keys
    "fcm.googleapis.com",
    "jmt17.google.com",
    // Firefox
    "updates.push.services.mozilla.com",
    // Safari, on an iPhone once the site is on the home screen
    "*.push.apple.com",
    // Edge on Windows
    "*.notify.windows.com",
    // KaiOS
    "push.kaiostech.com:8443",
];

impl Default for PushConfig {
    fn default() -> PushConfig {
        PushConfig {
            enabled: true,
            hosts: KNOWN.map(str::to_owned).to_vec(),
            contact: String::new(),
            ttl_seconds: 86_400,
            connect_seconds: 5,
            total_seconds: 15,
        }
    }
}

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// No host, no `*.domain` and no stand-in.
    #[error("[push] hosts: {0:?} is no host of a push service")]
    Host(String),
    /// Neither kind of address.
    #[error("[push] contact begins with mailto: or https:")]
    Contact,
    /// The time limits do not fit together.
    #[error("[push] connect_seconds must be at least 1 and at most total_seconds")]
    Seconds,
    /// The machine's TLS library would not start.
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}

impl PushConfig {
    /// Whether everything in it can be used.
    ///
    /// # Errors
    /// The first setting that cannot.
    pub fn check(&self) -> Result<Hosts, ConfigError> {
        let contact = &self.contact;
        if !contact.is_empty() && !contact.starts_with("mailto:") && !contact.starts_with("https:") {
            return Err(ConfigError::Contact);
        }
        if self.connect_seconds == 0 || self.connect_seconds > self.total_seconds {
            return Err(ConfigError::Seconds);
        }
        Hosts::read(&self.hosts)
    }

    pub(crate) fn connect_limit(&self) -> Duration {
        Duration::from_secs(self.connect_seconds)
    }

    pub(crate) fn total_limit(&self) -> Duration {
        Duration::from_secs(self.total_seconds)
    }
}
