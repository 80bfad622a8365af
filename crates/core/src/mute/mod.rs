//! Whose news one does not want to see for a while (SG-10). The other never learns of it: they can do and read all
//! they could before.

mod queries;
mod rest;

pub use rest::{Rest, Until};

use crate::friend::circle::Circle;
use crate::ids::MemberId;
use crate::member::Card;
use crate::profile;
use crate::store::{Result, Tx};
use crate::visibility::Kind;

/// The kinds of news that can rest, in the order forms ask of them.
pub const KINDS: [Kind; 2] = [Kind::Diary, Kind::Voice];

/// Until when news of this kind from `other` rests; `None` where it shows.
pub fn until(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind) -> Result<Option<Until>> {
    let until = queries::find(tx, me, other, kind)?;
    Ok(until.filter(|until| *until > tx.now()).map(Until::from_stored))
}

/// Lets news of this kind rest, from now; `false` if there is nobody `me` may meet, or it is oneself.
pub fn rest(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind, rest: Rest) -> Result<bool> {
    if me == other || profile::card(tx, me, other)?.is_none() {
        return Ok(false);
    }
    let until = rest.until(tx.now());
    queries::put(tx, me, other, kind, until)?;
    Ok(true)
}

/// Shows news of this kind again.
pub fn wake(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind) -> Result<()> {
    queries::delete(tx, me, other, kind)
}

/// Whose news rest now, the oldest member first; for their owner's eyes.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Card>> {
    queries::cards(tx, me)
}

/// Whose news of this kind rest now.
pub(crate) fn resting(tx: &mut Tx<'_>, me: MemberId, kind: Kind) -> Result<Circle> {
    Ok(Circle::of_sorted(queries::resting(tx, me, kind)?))
}

pub(crate) use queries::forget_between;
