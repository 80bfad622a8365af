//! The `[sms]` section of the settings.

use std::{fmt, time::Duration};

use serde::Deserialize;

/// Settings of this crate, as they stand in the `[sms]` section (`ENISHI_SMS__...` in the environment).
#[derive(Clone, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct SmsConfig {
    /// Who carries the messages.
    pub provider: Provider,
    /// Twilio's account, `AC` and 32 hexadecimal digits. Needed for Twilio.
    pub twilio_account_sid: String,
    /// The account's secret. Needed for Twilio.
    pub twilio_auth_token: String,
    /// The sender: a number in E.164 form, a short code or a registered name. Needed for Twilio.
    pub twilio_from: String,
    /// Where Twilio's API is, with a path in front if need be; `http` is meant for a stand-in alone, since
    /// the credentials travel with every request.
    pub twilio_base_url: String,
    /// Seconds to look up the address, connect and agree on TLS. At least 1.
    pub connect_seconds: u64,
    /// Seconds for the whole attempt. At least `connect_seconds`.
    pub total_seconds: u64,
}

/// Who carries the messages.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// A file in the data folder.
    #[default]
    Outbox,
    /// Twilio's Messages API.
    Twilio,
}

/// A setting that cannot be used. Names the key, never the value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Empty, though the chosen provider needs it.
    #[error("sms.{0} must be set when sms.provider is \"twilio\"")]
    Missing(&'static str),
    /// Present, but of no use.
    #[error("sms.{key} {why}")]
    Unusable {
        /// The key in the `[sms]` section.
        key: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The machine's TLS library would not start.
    #[error("TLS cannot be set up: {0}")]
    Tls(String),
}

impl Default for SmsConfig {
    fn default() -> Self {
        Self {
            provider: Provider::default(),
            twilio_account_sid: String::new(),
            twilio_auth_token: String::new(),
            twilio_from: String::new(),
            twilio_base_url: "https://api.twilio.com".to_owned(),
            connect_seconds: 3,
            total_seconds: 10,
        }
    }
}

impl SmsConfig {
    /// Checks what the Twilio sender needs and that its two time limits fit together.
    pub(crate) fn check_twilio(&self) -> Result<(), ConfigError> {
        required("twilio_account_sid", &self.twilio_account_sid)?;
        required("twilio_auth_token", &self.twilio_auth_token)?;
        required("twilio_from", &self.twilio_from)?;
        // The account becomes part of a path and of a header; Twilio's own have letters and digits only.
        if !self.twilio_account_sid.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(ConfigError::Unusable {
                key: "twilio_account_sid",
                why: "may hold letters and digits only",
            });
        }
        if self.connect_seconds == 0 || self.connect_seconds > self.total_seconds {
            let why = "must be at least 1 and at most sms.total_seconds";
            return Err(ConfigError::Unusable { key: "connect_seconds", why });
        }
        Ok(())
    }

    pub(crate) fn connect_limit(&self) -> Duration {
        Duration::from_secs(self.connect_seconds)
    }

    pub(crate) fn total_limit(&self) -> Duration {
        Duration::from_secs(self.total_seconds)
    }
}

fn required(key: &'static str, value: &str) -> Result<(), ConfigError> {
    if value.trim().is_empty() { Err(ConfigError::Missing(key)) } else { Ok(()) }
}

/// Shows what an operator may paste into a report: neither the account nor its secret nor the sender.
impl fmt::Debug for SmsConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmsConfig")
            .field("provider", &self.provider)
            .field("connect_seconds", &self.connect_seconds)
            .field("total_seconds", &self.total_seconds)
            .finish_non_exhaustive()
    }
}
