//! The database remembers which keys it was used with.

use super::{Keyring, queries};
use crate::store::{Error, Result, Tx};

const FACT: &str = "keyring";

/// Why this keyring is not the one for this database.
#[derive(Debug, thiserror::Error)]
pub enum ClaimError {
    /// The numbers in the database were hashed and sealed under other keys.
    #[error(
        "this database belongs to other keys (fingerprint {known}) than those found here ({found}). \
         Put the right key file in place, or name another database"
    )]
    OtherKeys {
        /// The fingerprint the database remembers.
        known: String,
        /// The fingerprint of the keys at hand.
        found: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Whether the database was ever used with keys: if so, missing keys must be found, not made anew.
pub fn has_been_claimed(tx: &mut Tx<'_>) -> Result<bool> {
    Ok(queries::find_fact(tx, FACT)?.is_some())
}

/// Ties the database to this keyring at the first start, and refuses any other from then on.
pub fn claim(tx: &mut Tx<'_>, keys: &Keyring) -> std::result::Result<(), ClaimError> {
    let found = keys.fingerprint();
    queries::insert_fact_if_absent(tx, FACT, &found)?;
    match queries::find_fact(tx, FACT)? {
        Some(known) if known != found => Err(ClaimError::OtherKeys { known, found }),
        _ => Ok(()),
    }
}
