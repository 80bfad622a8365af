//! The one thing a sender does, and how one is made from the settings.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;

use crate::{ConfigError, Letter, MailConfig, Outbox, Outcome, Provider, Smtp};

/// A boxed future, so that the trait can be used as `dyn MailSender`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something that can hand a letter on.
pub trait MailSender: Send + Sync {
    /// Makes exactly one attempt and says how it ended. It never fails otherwise and never tries again.
    ///
    /// Must run inside a tokio runtime. A caller that drops the future must treat the attempt as
    /// [`Outcome::Unknown`].
    fn send<'a>(&'a self, letter: &'a Letter) -> BoxFuture<'a, Outcome>;
}

/// The sender the settings ask for; `data_dir` is where the outbox keeps its file.
///
/// # Errors
/// When a setting the provider needs is missing or cannot be used. Nothing is sent or written yet.
pub fn sender_from(config: &MailConfig, data_dir: &Path) -> Result<Arc<dyn MailSender>, ConfigError> {
    Ok(match config.provider {
        Provider::Outbox => Arc::new(Outbox::new(data_dir)),
        Provider::Smtp => Arc::new(Smtp::new(config)?),
    })
}
