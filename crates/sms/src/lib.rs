#![doc = include_str!("../README.md")]

mod config;
mod message;
mod outbox;
mod outcome;
mod redact;
mod retry;
mod sender;
mod signature;
#[cfg(feature = "standin")]
pub mod standin;
mod twilio;

pub use config::{ConfigError, Provider, SmsConfig};
pub use message::{TextMessage, VoiceCall};
pub use outbox::Outbox;
pub use outcome::{Delay, Doubt, Outcome};
pub use retry::RetryPolicy;
pub use sender::{BoxFuture, SmsSender, sender_from};
pub use signature::{has_signed, signature};
pub use twilio::Twilio;
