//! Writing old rows anew under the keys that count now, some at a time.

use super::super::keyed::{EMAIL, INVITATION, NUMBER};
use super::super::keyring::Keyring;
use super::super::ring::Ring;
use super::super::sealing;
use super::super::uses::Use;
use super::places::{Becomes, PLACES, Place, What};
use super::queries::{self, Row};
use crate::email::EmailAddress;
use crate::store::{Error, Result, Tx};

/// What became of some rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// Rows written anew.
    pub renewed: usize,
    /// Rows that do not open, so that nothing can be done for them.
    pub stuck: usize,
    /// Go on behind this one; `None` when the place is through.
    pub next: Option<i64>,
}

/// The places where rows of these uses are written anew.
pub fn places_of(of: &[Use]) -> Vec<&'static Place> {
    let is_work = |place: &&Place| matches!(place.becomes, Becomes::Sealed(_) | Becomes::Hashed { .. });
    PLACES.iter().filter(|place| of.contains(&place.of)).filter(is_work).collect()
}

/// Writes some old rows of one place anew, in the order of their ids. Begin behind the smallest number there is.
pub fn renew(tx: &mut Tx<'_>, keys: &Keyring, place: &Place, after: i64, most: usize) -> Result<Renewed> {
    let ring = keys.at(tx)?;
    let rows = queries::list(tx, place, &ring.live(place.of)[1..], after, most)?;
    let (mut renewed, mut stuck) = (0, 0);
    for row in &rows {
        match anew(&ring, place, row) {
            Ok(new) => renewed += usize::from(put(tx, place, row, &new)?),
            Err(_) => stuck += 1,
        }
    }
    let next = rows.last().filter(|_| rows.len() == most).map(|row| row.id);
    Ok(Renewed { renewed, stuck, next })
}

fn put(tx: &mut Tx<'_>, place: &Place, row: &Row, new: &[u8]) -> Result<bool> {
    let is_new = queries::replace(tx, place, row, new)?;
    if is_new && (place.table, place.of) == ("phones", Use::Number) {
        queries::move_ban(tx, &row.kept, new)?;
    }
    Ok(is_new)
}

fn anew(ring: &Ring, place: &Place, row: &Row) -> Result<Vec<u8>> {
    match place.becomes {
        Becomes::Sealed(purpose) => {
            let plain = sealing::open(&ring.held, purpose, row.id, &row.kept)?;
            Ok(ring.seal(purpose, row.id, &plain))
        }
        Becomes::Hashed { purpose, what, .. } => {
            let plain = sealing::open(&ring.held, purpose, row.id, &row.sealed)?;
            let text = std::str::from_utf8(&plain).map_err(|why| Error::Broken(why.to_string()))?;
            Ok(hash(ring, place.of, what, text))
        }
        Becomes::Over | Becomes::Kept => Ok(row.kept.clone()),
    }
}

/// The same as [`Keyring`] makes of each when it is first written.
fn hash(ring: &Ring, of: Use, what: What, text: &str) -> Vec<u8> {
    let hash = |label, part: &str| ring.hash(of, ring.current(of), label, &[part.as_bytes()]);
    match what {
        What::Number => hash(NUMBER, text),
        What::Email => hash(EMAIL, &EmailAddress::from_kept(text).folded()),
        What::Invitation => hash(INVITATION, text.lines().next().unwrap_or_default()),
        What::Neighbours => hash(crate::neighbours::BUCKET, text),
    }
}
