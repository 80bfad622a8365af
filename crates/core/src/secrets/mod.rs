//! Keys that are never in the database, and what is done with them.
//!
//! A [`Keyring`] lives in one file beside the data and is made at the first start. It seals what must be
//! read again (numbers, waiting messages) and hashes with a key what must only be recognised. The database
//! remembers the keyring's fingerprint, so a lost or foreign key file stops the start with a plain sentence
//! instead of quietly making every number unreadable.

mod claim;
mod disk;
mod keyed;
mod keyring;
mod queries;
mod sealing;
mod token;
mod written;

pub use claim::{ClaimError, claim, has_been_claimed};
pub use keyed::is_same;
pub use keyring::{Keyring, KeyringError};
pub use sealing::{CannotOpen, Purpose};
pub(crate) use token::{draw_token, hash_token, read_token, token};
