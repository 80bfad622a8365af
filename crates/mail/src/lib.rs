#![doc = include_str!("../README.md")]

mod compose;
mod config;
mod letter;
mod outbox;
mod outcome;
mod sender;
mod smtp;

pub use config::{ConfigError, MailConfig, Provider, Tls};
pub use letter::{Charset, Letter, Unsubscribe};
pub use outbox::Outbox;
pub use outcome::Outcome;
pub use sender::{BoxFuture, MailSender, sender_from};
pub use smtp::Smtp;
