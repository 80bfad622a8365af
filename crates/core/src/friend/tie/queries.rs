//! Connectors in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::queries::CardRow;
use crate::member::{Card, State};
use crate::profile::queries::{TIES_OF_MEMBER, ties_setting};
use crate::store::schema::{friendships, members, profile_fields};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// Friends of both, who let `me` know their own ties. Whether `other` does, the caller has asked.
pub(super) fn connectors(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<Vec<Card>> {
    let (near, far) = diesel::alias!(friendships as near, friendships as far);
    let rows: Vec<CardRow> = near
        .inner_join(far.on(far.field(friendships::member_id).eq(near.field(friendships::friend_id))))
        .inner_join(members::table.on(members::id.eq(near.field(friendships::friend_id))))
        .left_join(profile_fields::table.on(ties_setting()))
        .filter(near.field(friendships::member_id).eq(i64::from(me)))
        .filter(far.field(friendships::friend_id).eq(i64::from(other)))
        .filter(members::state.eq(State::Active.stored()))
        .filter(visible_to(Viewer::Member(me), TIES_OF_MEMBER))
        .order(members::id)
        .select((members::id, members::nickname, members::icon_id))
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}
