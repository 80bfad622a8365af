//! Changing keys while the site serves.
//!
//! In this order, and each step may be the last before a crash: [`make`] adds a generation to the file, and nothing
//! is written with it yet. [`bring_in`] says in the database that it counts; from that moment every process writes
//! with it and looks under the older ones as well. [`renew`] writes old rows anew, some at a time; a row says itself
//! what it lies under, so whoever is interrupted begins again. [`let_go`] takes a generation out of the database's
//! count once nothing lies under it, and [`forget`] out of the file.

mod places;
mod queries;
mod renewing;
mod survey;

pub use places::Place;
pub use renewing::{Renewed, places_of, renew};
pub use survey::{Known, Lies, Stands, survey};

use super::claim;
use super::held::{Generation, Held, Made};
use super::keyring::{Keyring, KeyringError};
use super::queries as facts;
use super::ring::{Ring, Standing};
use super::uses::Use;
use crate::moment::Moment;
use crate::security_log::{self, Event, Kind};
use crate::store::{Result, Tx};

/// What is signed for a page, or sealed for one, is good for a day at most; a clock may be wrong by another.
const PAGES_SECONDS: i64 = 2 * 86_400;

/// Adds a generation for each of these uses to the key file, unless one is there that was never brought in: then an
/// earlier change was interrupted, and goes on with that.
pub fn make(keys: &Keyring, of: &[Use], now: Moment) -> std::result::Result<(), KeyringError> {
    let ring = keys.ring();
    keys.change_file(|held| {
        let waits =
            |of: Use| held.generations(of).next_back().is_some_and(|newest| newest > ring.current(of));
        let wanted = of.iter().filter(|of| !waits(**of));
        wanted.fold(held.clone(), |held, of| match next_number(&held, *of) {
            Some(next) => held.with(*of, next, Made::fresh(now)),
            None => held,
        })
    })
}

/// Writes into the security log what was done to the keys of these uses, if anything was: `data number`.
pub fn note(tx: &mut Tx<'_>, kind: Kind, of: &[Use]) -> Result<()> {
    if of.is_empty() {
        return Ok(());
    }
    let words: Vec<&str> = Use::ALL.into_iter().filter(|one| of.contains(one)).map(Use::word).collect();
    security_log::record(tx, Event::of(kind).note(&words.join(" ")))
}

/// 255 generations have a number; nobody has lived to see the last one.
fn next_number(held: &Held, of: Use) -> Option<Generation> {
    held.generations(of).next_back().unwrap_or(0).checked_add(1)
}

/// From the end of this transaction on, the newest generation of each of these uses is written with. `None` if
/// somebody writes under keys right now: it is to be tried again. Else the uses that changed.
pub fn bring_in(tx: &mut Tx<'_>, keys: &Keyring, of: &[Use]) -> Result<Option<Vec<Use>>> {
    if !facts::hold_alone(tx)? {
        return Ok(None);
    }
    let ring = keys.at(tx)?;
    let mut changed = Vec::new();
    for of in of.iter().copied() {
        if let Some(standing) = next(&ring, of, tx.now()) {
            claim::put(tx, of, &standing)?;
            changed.push(of);
        }
    }
    note(tx, Kind::KeysChanged, &changed)?;
    tx.ring = None;
    Ok(Some(changed))
}

fn next(ring: &Ring, of: Use, now: Moment) -> Option<Standing> {
    let newest = ring.held.generations(of).next_back()?;
    let standing = ring.standing(of);
    if newest <= standing.current {
        return None;
    }
    let mut live: Vec<_> = standing.live.iter().map(|(one, _)| *one).chain([newest]).collect();
    live.sort_unstable();
    let marked = |one| Some((one, ring.held.fingerprint(of, one)?));
    Some(Standing { current: newest, since: now, live: live.into_iter().map(marked).collect::<Option<_>>()? })
}

/// Lets every older generation go that nothing lies under, and that no page can bear any more. `None` if somebody
/// writes under keys right now. Else what was let go, for [`forget`].
pub fn let_go(tx: &mut Tx<'_>, keys: &Keyring) -> Result<Option<Vec<Known>>> {
    if !facts::hold_alone(tx)? {
        return Ok(None);
    }
    let ring = keys.at(tx)?;
    let free: Vec<Known> = survey(tx, keys)?.into_iter().filter(|one| one.may_go(tx.now())).collect();
    for of in Use::ALL {
        let goes = |one| free.iter().any(|known| (known.of, known.generation) == (of, one));
        let mut standing = ring.standing(of).clone();
        let before = standing.live.len();
        standing.live.retain(|(one, _)| !goes(*one));
        if standing.live.len() < before {
            for kept in &mut standing.live {
                kept.1 = ring.held.fingerprint(of, kept.0).unwrap_or_default();
            }
            claim::put(tx, of, &standing)?;
        }
    }
    let gone: Vec<Use> = free.iter().map(|known| known.of).collect();
    note(tx, Kind::KeysRetired, &gone)?;
    tx.ring = None;
    Ok(Some(free))
}

/// Takes out of the file whatever the database does not count on any more. What is newer than anything it counts on
/// stays: it waits to be brought in.
pub fn forget(tx: &mut Tx<'_>, keys: &Keyring) -> Result<std::result::Result<(), KeyringError>> {
    let ring = keys.at(tx)?;
    let is_over = |of, one| one < ring.current(of) && !ring.live(of).contains(&one);
    let over =
        |held: &Held| -> Vec<_> { held.0.keys().copied().filter(|(of, one)| is_over(*of, *one)).collect() };
    if over(&ring.held).is_empty() {
        return Ok(Ok(()));
    }
    Ok(keys.change_file(|held| {
        over(held).into_iter().fold(held.clone(), |held, (of, one)| held.without(of, one))
    }))
}
