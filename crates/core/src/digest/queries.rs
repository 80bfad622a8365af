//! Which communities letters may not name, in the database.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::ids::{CommunityId, MemberId};
use crate::store::among::Among;
use crate::store::schema::{communities, community_members};
use crate::store::{Result, Tx};
use crate::visibility::Visibility;

/// Of these communities those whose topics their members alone read.
pub(super) fn read_inside(tx: &mut Tx<'_>, places: &[CommunityId]) -> Result<HashSet<CommunityId>> {
    let inside: Vec<CommunityId> = communities::table
        .filter(Among::ids("communities.id", places.iter().copied()))
        .filter(communities::is_closed.eq(true))
        .select(communities::id)
        .load(tx.db)?;
    Ok(inside.into_iter().collect())
}

/// Of these communities those to which `me` belongs as fewer than their friends know.
pub(super) fn joined_quietly(
    tx: &mut Tx<'_>,
    me: MemberId,
    places: &[CommunityId],
) -> Result<HashSet<CommunityId>> {
    let quiet: Vec<CommunityId> = community_members::table
        .filter(community_members::member_id.eq(me))
        .filter(Among::ids("community_members.community_id", places.iter().copied()))
        .filter(community_members::level.gt(Visibility::Friends.level()))
        .select(community_members::community_id)
        .load(tx.db)?;
    Ok(quiet.into_iter().collect())
}
