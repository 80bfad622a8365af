//! Counting readers in the database.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::Places;
use crate::ids::{GroupId, MemberId};
use crate::member::State;
use crate::member::queries::NAME;
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::schema::{friendships, group_members, groups, members};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{LEFT_OUT, visible_to};

pub(super) fn friends_by_name(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<(MemberId, String)>> {
    Ok(friendships::table
        .inner_join(members::table.on(members::id.eq(friendships::friend_id)))
        .filter(friendships::member_id.eq(me))
        .filter(members::state.eq(State::Active.stored()))
        .order((members::nickname_folded, members::id))
        .select((members::id, members::nickname))
        .load(tx.db)?)
}

/// How many of these `me` may meet.
pub(super) fn count_met(tx: &mut Tx<'_>, me: MemberId, ids: impl Iterator<Item = i64>) -> Result<usize> {
    let count: i64 = members::table
        .filter(Among::ids("members.id", ids))
        .filter(visible_to(Viewer::Member(me), NAME))
        .count()
        .get_result(tx.db)?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// Who stands in which of a member's groups.
pub(super) fn rows_of_groups(tx: &mut Tx<'_>, me: MemberId) -> Result<BTreeMap<GroupId, Places>> {
    let rows: Vec<(GroupId, MemberId, Moment)> = group_members::table
        .inner_join(groups::table.on(groups::id.eq(group_members::group_id)))
        .filter(groups::owner_id.eq(me))
        .select((group_members::group_id, group_members::member_id, group_members::opens_from))
        .load(tx.db)?;
    let mut all: BTreeMap<GroupId, Places> = BTreeMap::new();
    for (group, member, from) in rows {
        let places = all.entry(group).or_default();
        let side = if from == LEFT_OUT { &mut places.left_out } else { &mut places.inside };
        side.insert(member);
    }
    Ok(all)
}
