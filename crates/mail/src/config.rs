//! The `[mail]` section of the settings.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;

/// Settings of this crate, as they stand in the `[mail]` section (`ENISHI_MAIL__...` in the environment).
#[derive(Clone, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// Who carries the letters.
    pub provider: Provider,
    /// The address letters come from. Needed for SMTP.
    pub from: String,
    /// The mail server. Needed for SMTP.
    pub smtp_host: String,
    /// Its port: 587 for `starttls`, 465 for `tls`.
    pub smtp_port: u16,
    /// The account at the server; empty for none.
    pub smtp_user: String,
    /// The account's secret.
    pub smtp_password: String,
    /// How the line is protected.
    pub tls: Tls,
    /// Seconds to connect and agree on TLS, and again for handing the letter over. At least 1.
    pub total_seconds: u64,
}

/// Who carries the letters.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// A file in the data folder.
    #[default]
    Outbox,
    /// A mail server.
    Smtp,
}

/// How the line to the mail server is protected.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Plain at first, then TLS; nothing is said without it.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// None: for a server on this very machine.
    None,
}

/// A setting that cannot be used. Names the key, never the value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Empty, though the chosen provider needs it.
    #[error("mail.{0} must be set when mail.provider is \"smtp\"")]
    Missing(&'static str),
    /// Present, but of no use.
    #[error("mail.{0} cannot be used")]
    Unusable(&'static str),
}

impl Default for MailConfig {
    fn default() -> Self {
        Self {
            provider: Provider::default(),
            from: String::new(),
            smtp_host: String::new(),
            smtp_port: 587,
            smtp_user: String::new(),
            smtp_password: String::new(),
            tls: Tls::default(),
            total_seconds: 20,
        }
    }
}

impl MailConfig {
    pub(crate) fn check_smtp(&self) -> Result<(), ConfigError> {
        for (key, value) in [("from", &self.from), ("smtp_host", &self.smtp_host)] {
            if value.trim().is_empty() {
                return Err(ConfigError::Missing(key));
            }
        }
        match self.total_seconds {
            0 => Err(ConfigError::Unusable("total_seconds")),
            _ => Ok(()),
        }
    }

    pub(crate) fn limit(&self) -> Duration {
        Duration::from_secs(self.total_seconds)
    }
}

/// Shows what an operator may paste into a report: neither the account nor its secret.
impl fmt::Debug for MailConfig {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("MailConfig")
            .field("provider", &self.provider)
            .field("tls", &self.tls)
            .field("total_seconds", &self.total_seconds)
            .finish_non_exhaustive()
    }
}
