//! Keys that are never in the database, and what is done with them.
//!
//! A [`Keyring`] lies in one file beside the data and is made at the first start. It seals what must be
//! read again (numbers, waiting messages) and hashes with a key what must only be recognised. The database
//! remembers the keyring's fingerprint, so a lost or foreign key file stops the start with a plain sentence
//! instead of quietly making every number unreadable.
//!
//! Keys come in generations, and each use has its own. Which generation is written with stands in the database, the
//! key itself in the file: [`change`] brings a new one in while the site serves, and lets an old one go when nothing
//! lies under it any more. A row says itself which generation it lies under.

pub mod change;
mod claim;
mod disk;
mod held;
mod keyed;
mod keyring;
pub mod pair;
mod queries;
mod ring;
mod sealing;
mod token;
mod uses;
mod written;

pub use claim::{ClaimError, claim, has_been_claimed};
pub use held::Generation;
pub use keyed::{Marks, is_same};
pub use keyring::{Keyring, KeyringError};
pub(crate) use ring::Ring;
pub use sealing::{CannotOpen, Purpose};
pub(crate) use token::{draw_token, hash_token, read_token, token};
pub use uses::Use;
