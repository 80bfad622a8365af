//! Key pairs of the site's own. They are made outside (nothing here knows a curve) and lie here sealed, so that every
//! process of the site has the same one, a backup brings it along, and a change of data keys seals it anew.

use zeroize::Zeroizing;

use super::keyring::Keyring;
use super::queries;
use super::sealing::Purpose;
use crate::store::{Result, Tx};

/// What a pair is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairOf {
    /// Signs what goes to push services (RFC 8292).
    Push,
}

impl PairOf {
    const fn row(self) -> i64 {
        match self {
            PairOf::Push => 1,
        }
    }
}

/// The pair, if it has been made.
pub fn find(tx: &mut Tx<'_>, keys: &Keyring, of: PairOf) -> Result<Option<Zeroizing<Vec<u8>>>> {
    let Some(sealed) = queries::find_pair(tx, of.row())? else { return Ok(None) };
    Ok(Some(keys.open_sealed(Purpose::KeyPair, of.row(), &sealed)?))
}

/// Keeps a pair unless there is one. Gives the one that counts: of two processes that make one, both go on with the
/// first.
pub fn keep(tx: &mut Tx<'_>, keys: &Keyring, of: PairOf, made: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let sealed = keys.seal(tx, Purpose::KeyPair, of.row(), made)?;
    queries::insert_pair_if_absent(tx, of.row(), &sealed)?;
    Ok(find(tx, keys, of)?.unwrap_or_else(|| Zeroizing::new(made.to_vec())))
}
