//! The one thing a sender does, and how one is made from the settings.

use std::{future::Future, path::Path, pin::Pin, sync::Arc};

use crate::{ConfigError, Outbox, Outcome, Provider, SmsConfig, TextMessage, Twilio, VoiceCall};

/// A boxed future, so that the trait can be used as `dyn SmsSender`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something that can hand a text message on.
pub trait SmsSender: Send + Sync {
    /// Makes exactly one attempt and says how it ended. It never fails otherwise and never tries again.
    ///
    /// Must run inside a tokio runtime. A caller that drops the future before it ends has learnt nothing
    /// and must treat the attempt as [`Outcome::Unknown`].
    fn send<'a>(&'a self, message: &'a TextMessage) -> BoxFuture<'a, Outcome>;

    /// As [`SmsSender::send`], with a call that reads lines out.
    fn call<'a>(&'a self, call: &'a VoiceCall) -> BoxFuture<'a, Outcome>;
}

/// The sender the settings ask for; `data_dir` is where the outbox keeps its file.
///
/// # Errors
/// When a setting the provider needs is missing or cannot be used. Nothing is sent or written yet.
pub fn sender_from(config: &SmsConfig, data_dir: &Path) -> Result<Arc<dyn SmsSender>, ConfigError> {
    Ok(match config.provider {
        Provider::Outbox => Arc::new(Outbox::new(data_dir)),
        Provider::Twilio => Arc::new(Twilio::new(config)?),
    })
}
