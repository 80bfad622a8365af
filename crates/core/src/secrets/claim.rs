//! The database remembers which keys it was used with.

use super::held::Held;
use super::ring::{Fact, Standing};
use super::uses::Use;
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
    /// A generation that the database counts on is not in the key file.
    #[error("this database belongs to other keys than those found here: {0}")]
    Incomplete(String),
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
    if !has_been_claimed(tx)? {
        begin(tx, &keys.ring().held)?;
    }
    let known = queries::find_fact(tx, FACT)?.unwrap_or_default();
    let facts = queries::list_facts(tx)?;
    let found = match keys.told(facts) {
        Ok(_) => keys.fingerprint(),
        Err(why) => return Err(ClaimError::Incomplete(why)),
    };
    if known == found { Ok(()) } else { Err(ClaimError::OtherKeys { known, found }) }
}

/// An empty database begins with the newest generation of each use. Of two processes that begin at once, the first
/// one's word counts.
fn begin(tx: &mut Tx<'_>, held: &Held) -> Result<()> {
    for of in Use::ALL {
        let Some(newest) = held.generations(of).next_back() else { continue };
        let mark = held.fingerprint(of, newest).unwrap_or_default();
        if newest > 1 {
            let standing = Standing { current: newest, since: tx.now(), live: vec![(newest, mark.clone())] };
            queries::insert_fact_if_absent(tx, of.fact(), &standing.written())?;
        }
        if of == Use::Number {
            queries::insert_fact_if_absent(tx, FACT, &mark)?;
        }
    }
    Ok(())
}

/// From now on these keys of one use count; of the numbers' keys the database knows the site by.
pub(super) fn put(tx: &mut Tx<'_>, of: Use, standing: &Standing) -> Result<Fact> {
    let written = standing.written();
    queries::put_fact(tx, of.fact(), &written)?;
    let current = standing.live.iter().find(|(generation, _)| *generation == standing.current);
    if let (Use::Number, Some((_, mark))) = (of, current) {
        queries::put_fact(tx, FACT, mark)?;
    }
    Ok((of.fact().to_owned(), written))
}
