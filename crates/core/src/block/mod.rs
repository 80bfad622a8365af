//! Blocking: symmetric and silent. For each of the two, the other no longer exists (rule b-3).

mod queries;

use crate::community;
use crate::favourite;
use crate::friend::{self, queries as friends};
use crate::ids::MemberId;
use crate::meeting;
use crate::member::Card;
use crate::mute;
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};
use crate::visibility::{Viewer, queries as visibility};

/// Blocks a member; `false` if there is nobody the blocker may meet.
///
/// Friendship, requests, places in groups, footprints, notices and what each had marked the other with end with it,
/// at once.
pub fn block(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<bool> {
    hold_pair(tx, me, other)?;
    let standing = visibility::standing(tx, Viewer::Member(me), other, None)?;
    if me == other || !standing.meets() {
        return Ok(false);
    }
    friend::part(tx, me, other)?;
    friends::delete_request(tx, me, other)?;
    friends::delete_request(tx, other, me)?;
    queries::forget_traces(tx, me, other)?;
    mute::forget_between(tx, me, other)?;
    favourite::forget_between(tx, me, other)?;
    meeting::close_between(tx, me, other)?;
    community::forget_between(tx, me, other)?;
    queries::insert(tx, me, other)?;
    Ok(true)
}

/// Takes a block back. It restores nothing: friendship must be asked anew.
pub fn unblock(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<()> {
    queries::delete(tx, me, other)
}

/// Whom a member has blocked, the newest first.
pub fn mine(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Card>> {
    queries::of(tx, me)
}
