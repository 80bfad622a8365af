//! Ringing phones by web push (RFC 8030), signed by the site (RFC 8292) and without a word in it.
//!
//! The address a phone hands in comes from whoever holds the phone, so it is asked only if its host is on the list of
//! known push services: the server cannot be made to ask anything inside its own network. What a push service learns is
//! that this site rings some phone of its own, and when.

mod config;
mod endpoint;
mod key_pair;
mod outcome;
mod sender;

pub use config::{ConfigError, PushConfig};
pub use endpoint::{Endpoint, Hosts, MOST_BYTES};
pub use key_pair::KeyPair;
pub use outcome::Outcome;
pub use sender::{Sender, TOPIC};
