//! Handing letters to a mail server.

use std::time::Duration;

use jiff::Timestamp;
use lettre::Address;
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;

use crate::compose::{compose, is_address};
use crate::{BoxFuture, ConfigError, Letter, MailConfig, MailSender, Outcome, Tls};

/// A mail server. Each letter travels on a line of its own: what fails before the letter is said certainly was not
/// sent, and a kept line that died while idle would leave that in doubt.
pub struct Smtp {
    server: (String, u16),
    credentials: Option<Credentials>,
    tls: Tls,
    parameters: Option<TlsParameters>,
    from: String,
    limit: Duration,
}

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
        let credentials = Credentials::new(config.smtp_user.clone(), config.smtp_password.clone());
        Ok(Smtp {
            server: (config.smtp_host.clone(), config.smtp_port),
            credentials: Some(credentials).filter(|_| !config.smtp_user.is_empty()),
            tls: config.tls,
            parameters: parameters(config)?,
            from: config.from.clone(),
            limit: config.limit(),
        })
    }

    async fn attempt(&self, letter: &Letter) -> Outcome {
        let known = Some(letter).filter(|letter| is_address(&letter.to));
        let Some(envelope) = known.and_then(|letter| envelope(&self.from, &letter.to)) else {
            return Outcome::Refused { reason: "the address cannot be written to".to_owned() };
        };
        // The line first: whatever fails here, no letter has left.
        let mut line = match tokio::time::timeout(self.limit, self.connect()).await {
            Ok(Ok(line)) => line,
            Ok(Err(error)) => return Outcome::Later { reason: named(&error) },
            Err(_) => return Outcome::Later { reason: "no connection in time".to_owned() },
        };
        let bytes = compose(letter, &self.from, Timestamp::now());
        let outcome = match tokio::time::timeout(self.limit, line.send(&envelope, &bytes)).await {
            Ok(Ok(_)) => Outcome::Accepted,
            Ok(Err(error)) => judge(&error),
            Err(_) => Outcome::Unknown { reason: "no answer in time".to_owned() },
        };
        let _ = tokio::time::timeout(GOODBYE, line.abort()).await;
        outcome
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let (host, name) = ((self.server.0.as_str(), self.server.1), ClientId::default());
        let at_once = self.parameters.clone().filter(|_| self.tls == Tls::Tls);
        let mut line =
            AsyncSmtpConnection::connect_tokio1(host, Some(self.limit), &name, at_once, None).await?;
        if let Some(parameters) = self.parameters.clone().filter(|_| self.tls == Tls::Starttls) {
            line.starttls(parameters, &name).await?;
        }
        if let Some(credentials) = &self.credentials {
            line.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(line)
    }
}

/// The letter's fate is known by then; a server that is slow to say goodbye holds nobody up.
const GOODBYE: Duration = Duration::from_secs(1);

impl MailSender for Smtp {
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Outcome> {
        Box::pin(self.attempt(letter))
    }
}

fn parameters(config: &MailConfig) -> Result<Option<TlsParameters>, ConfigError> {
    if config.tls == Tls::None {
        return Ok(None);
    }
    let made = TlsParameters::new(config.smtp_host.clone());
    made.map(Some).map_err(|_| ConfigError::Unusable("smtp_host"))
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
