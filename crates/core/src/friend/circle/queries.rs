//! Circles in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::State;
use crate::store::among::Among;
use crate::store::schema::{circles, friendships, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn find(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Vec<u8>>> {
    Ok(circles::table.find(i64::from(member)).select(circles::friends).first(tx.db).optional()?)
}

/// At most [`crate::store::among::MOST`] of them.
pub(super) fn list(tx: &mut Tx<'_>, members: &[MemberId]) -> Result<Vec<(MemberId, Vec<u8>)>> {
    Ok(circles::table
        .filter(Among::ids("circles.member_id", members.iter().copied()))
        .select((circles::member_id, circles::friends))
        .load(tx.db)?)
}

pub(super) fn list_of_friends(
    tx: &mut Tx<'_>,
    member: MemberId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<(MemberId, Vec<u8>)>> {
    Ok(friendships::table
        .inner_join(members::table.on(members::id.eq(friendships::friend_id)))
        .inner_join(circles::table.on(circles::member_id.eq(friendships::friend_id)))
        .filter(friendships::member_id.eq(member))
        .filter(friendships::friend_id.gt(after.map_or(-1, i64::from)))
        .filter(members::state.eq(State::Active.stored()))
        .order(friendships::friend_id)
        .limit(most)
        .select((circles::member_id, circles::friends))
        .load(tx.db)?)
}

pub(super) fn list_friends(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<i64>> {
    let friends = friendships::table.filter(friendships::member_id.eq(member)).order(friendships::friend_id);
    Ok(friends.select(friendships::friend_id).load(tx.db)?)
}

pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, packed: &[u8]) -> Result<()> {
    Both(
        diesel::insert_into(circles::table)
            .values((circles::member_id.eq(member), circles::friends.eq(packed)))
            .on_conflict(circles::member_id)
            .do_update()
            .set(circles::friends.eq(packed)),
    )
    .execute(tx.db)?;
    Ok(())
}
