//! Ending a tie, or taking a request back: silent, and in both directions at once.

use super::queries;
use crate::group::queries as groups;
use crate::ids::MemberId;
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// Ends a friendship. Each leaves the other's groups with it (rule b-2); nobody is told.
pub fn part(tx: &mut Tx<'_>, me: MemberId, friend: MemberId) -> Result<()> {
    hold_pair(tx, me, friend)?;
    queries::unfriend(tx, me, friend)?;
    groups::remove_from_all(tx, me, friend)?;
    groups::remove_from_all(tx, friend, me)
}

/// Takes back a request that was not answered yet.
pub fn withdraw(tx: &mut Tx<'_>, me: MemberId, to: MemberId) -> Result<()> {
    queries::delete_request(tx, me, to)
}
