//! Handing letters to a mail server.

use std::time::Duration;

use jiff::Timestamp;
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Protection, TlsParameters};
use lettre::transport::smtp::{Error, PoolConfig};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::compose::{compose, is_address};
use crate::{BoxFuture, ConfigError, Letter, MailConfig, MailSender, Outcome, Tls};

/// A mail server, reached anew or over a line kept for a minute.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
    limit: Duration,
}

/// A kept line is closed after so long without a letter.
const IDLE: Duration = Duration::from_secs(60);

impl Smtp {
    /// The server of the settings. Nothing is connected yet.
    ///
    /// # Errors
    /// When a setting is missing or cannot be used.
    pub fn new(config: &MailConfig) -> Result<Smtp, ConfigError> {
        config.check_smtp()?;
        if !is_address(&config.from) {
            return Err(ConfigError::Unusable("from"));
        }
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(config.smtp_host.as_str())
            .port(config.smtp_port)
            .timeout(Some(config.limit()))
            .tls(protection(config)?)
            .pool_config(PoolConfig::new().max_size(2).idle_timeout(IDLE));
        if !config.smtp_user.is_empty() {
            let credentials = Credentials::new(config.smtp_user.clone(), config.smtp_password.clone());
            builder = builder.credentials(credentials);
        }
        Ok(Smtp { transport: builder.build(), from: config.from.clone(), limit: config.limit() })
    }

    async fn attempt(&self, letter: &Letter) -> Outcome {
        if !is_address(&letter.to) {
            return Outcome::Refused { reason: "the address cannot be written to".to_owned() };
        }
        let Some(envelope) = envelope(&self.from, &letter.to) else {
            return Outcome::Refused { reason: "the address cannot be written to".to_owned() };
        };
        // The line first: whatever fails here, no letter has left.
        match tokio::time::timeout(self.limit, self.transport.test_connection()).await {
            Ok(Ok(true)) => {}
            Ok(Ok(false)) => return Outcome::Later { reason: "the server is not ready".to_owned() },
            Ok(Err(error)) => return Outcome::Later { reason: named(&error) },
            Err(_) => return Outcome::Later { reason: "no connection in time".to_owned() },
        }
        let bytes = compose(letter, &self.from, Timestamp::now());
        match tokio::time::timeout(self.limit, self.transport.send_raw(&envelope, &bytes)).await {
            Ok(Ok(_)) => Outcome::Accepted,
            Ok(Err(error)) => judge(&error),
            Err(_) => Outcome::Unknown { reason: "no answer in time".to_owned() },
        }
    }
}

impl MailSender for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Outcome> {
        Box::pin(self.attempt(letter))
    }
}

fn protection(config: &MailConfig) -> Result<Protection, ConfigError> {
    let parameters =
        || TlsParameters::new(config.smtp_host.clone()).map_err(|_| ConfigError::Unusable("smtp_host"));
    Ok(match config.tls {
        Tls::None => Protection::None,
        Tls::Starttls => Protection::Required(parameters()?),
        Tls::Tls => Protection::Wrapper(parameters()?),
    })
}

/// Both were checked by [`is_address`]; the library's own check knows no carrier's addresses.
fn envelope(from: &str, to: &str) -> Option<Envelope> {
    let known = |text: &str| text.split_once('@').map(|(user, domain)| Address::new_dangerous(user, domain));
    Envelope::new(Some(known(from)?), vec![known(to)?]).ok()
}

/// A verdict of the server is an answer; a line that broke is none.
fn judge(error: &Error) -> Outcome {
    let reason = named(error);
    if error.is_permanent() || error.is_client() {
        Outcome::Refused { reason }
    } else if error.is_transient() {
        Outcome::Later { reason }
    } else {
        Outcome::Unknown { reason }
    }
}

/// The code alone: servers quote the address in their words.
fn named(error: &Error) -> String {
    match error.status() {
        Some(code) => format!("the server answered {code}"),
        None if error.is_tls() => "TLS failed".to_owned(),
        None => "the line to the server failed".to_owned(),
    }
}
