//! Ending a tie, or taking a request back: silent, and in both directions at once.

use super::{circle, queries};
use crate::group::queries as groups;
use crate::ids::MemberId;
use crate::introduction;
use crate::store::upsert::{hold, hold_pair};
use crate::store::{Result, Tx};

/// Ends a friendship. Each leaves the other's groups with it (rule b-2), and what they said of each other is gone;
/// nobody is told.
pub fn part(tx: &mut Tx<'_>, me: MemberId, friend: MemberId) -> Result<()> {
    hold_pair(tx, me, friend)?;
    queries::unfriend(tx, me, friend)?;
    groups::remove_from_all(tx, me, friend)?;
    groups::remove_from_all(tx, friend, me)?;
    introduction::forget_between(tx, me, friend)
}

/// Takes back a request that was not answered yet. If it was let go, asking anew is heard no sooner.
pub fn withdraw(tx: &mut Tx<'_>, me: MemberId, to: MemberId) -> Result<()> {
    hold_pair(tx, me, to)?;
    queries::take_back_request(tx, me, to)
}

/// Ends every friendship of somebody who goes for good.
pub(crate) fn part_from_all(tx: &mut Tx<'_>, me: MemberId) -> Result<()> {
    let friends = circle::of(tx, me)?;
    hold(tx, friends.ids().iter().copied().chain([me.into()]).collect())?;
    queries::unfriend_all(tx, me)?;
    for friend in friends.ids() {
        circle::renew(tx, (*friend).into())?;
    }
    circle::renew(tx, me)
}
