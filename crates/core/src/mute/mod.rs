//! Whose news one does not want to see for a while (SG-10). The other never learns of it: they can do and read all
//! they could before.

mod queries;
mod rest;

pub use rest::{Rest, Until};

use crate::friend::circle::Circle;
use crate::ids::MemberId;
use crate::member::Card;
use crate::profile;
use crate::store::{Error, Result, Tx};
use crate::visibility::Kind;

/// The kinds of news that can rest, in the order forms ask of them.
pub const KINDS: [Kind; 2] = [Kind::Diary, Kind::Voice];

/// The most rests of one member at a time, of all kinds: each look at a feed leaves them out by name.
pub const MOST_RESTING: i64 = 200;

/// Why news go on showing.
#[derive(Debug, thiserror::Error)]
pub enum RestError {
    /// Nobody the member may meet, or oneself.
    #[error("there is nobody whose news could rest")]
    NotFound,
    /// More than [`MOST_RESTING`].
    #[error("too many rests")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Until when news of this kind from `other` rests; `None` where it shows.
pub fn until(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind) -> Result<Option<Until>> {
    let until = queries::find(tx, me, other, kind)?;
    Ok(until.filter(|until| *until > tx.now()).map(Until::from_stored))
}

/// Lets news of this kind rest, from now.
pub fn rest(
    tx: &mut Tx<'_>,
    me: MemberId,
    other: MemberId,
    kind: Kind,
    rest: Rest,
) -> std::result::Result<(), RestError> {
    if me == other || profile::card(tx, me, other)?.is_none() {
        return Err(RestError::NotFound);
    }
    let is_new = until(tx, me, other, kind)?.is_none();
    if is_new && queries::count(tx, me)? >= MOST_RESTING {
        return Err(RestError::TooMany);
    }
    let until = rest.until(tx.now());
    Ok(queries::put(tx, me, other, kind, until)?)
}

/// Deletes rests that are over. Returns how many went.
pub fn sweep(tx: &mut Tx<'_>) -> Result<usize> {
    queries::delete_over(tx)
}

/// Shows news of this kind again.
pub fn wake(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind) -> Result<()> {
    queries::delete(tx, me, other, kind)
}

/// Whose news rest now, the oldest member first; for their owner's eyes.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Card>> {
    queries::cards(tx, me)
}

/// Whose news rest now, of any kind.
pub(crate) fn resting_at_all(tx: &mut Tx<'_>, me: MemberId) -> Result<Circle> {
    let mut all = Circle::default();
    for kind in KINDS {
        all = all.and(&resting(tx, me, kind)?);
    }
    Ok(all)
}

/// Whose news of this kind rest now.
pub(crate) fn resting(tx: &mut Tx<'_>, me: MemberId, kind: Kind) -> Result<Circle> {
    Ok(Circle::of_sorted(queries::resting(tx, me, kind)?))
}

pub(crate) use queries::forget_between;
