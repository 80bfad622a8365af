//! Communities whose owner is away, in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::ids::CommunityId;
use crate::member::State;
use crate::moment::Moment;
use crate::store::schema::{communities, community_members, leavings, members, suspensions};
use crate::store::{Result, Tx};

/// Those whose owner has been kept out, or about to leave, since then or before, and that somebody here could inherit;
/// of all or of one, at most `most`.
pub(in crate::community) fn list_ownerless(
    tx: &mut Tx<'_>,
    since: Moment,
    only: Option<CommunityId>,
    most: i64,
) -> Result<Vec<CommunityId>> {
    let kept_out = suspensions::table.filter(suspensions::suspended_at.le(since));
    let leaving = leavings::table.filter(leavings::asked_at.le(since));
    let is_away = communities::owner_id
        .eq_any(kept_out.select(suspensions::member_id))
        .or(communities::owner_id.eq_any(leaving.select(leavings::member_id)));
    let heirs = community_members::table
        .inner_join(members::table.on(members::id.eq(community_members::member_id)))
        .filter(community_members::community_id.eq(communities::id))
        .filter(community_members::member_id.ne(communities::owner_id))
        .filter(members::state.eq(State::Active.stored()));
    let (first, last) = only.map_or((0, i64::MAX), |id| (id.into(), id.into()));
    Ok(communities::table
        .filter(communities::id.between(first, last))
        .filter(is_away)
        .filter(exists(heirs))
        .order(communities::id)
        .limit(most)
        .select(communities::id)
        .load(tx.db)?)
}
