//! Friendships in the database. A friendship is two rows, written and deleted together.

mod requests;

pub(crate) use requests::{
    count_requests_since, count_requests_to, delete_request, has_asked, is_asked_by, is_heard, waiting_from,
};
pub(super) use requests::{
    delete_requests_over, find_request, is_quiet, put_request, quieten_request, requests_from, requests_to,
    reword_request, take_back_request,
};

use std::collections::HashSet;

use diesel::prelude::*;

use super::circle;
use crate::ids::MemberId;
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::profile::queries::{TIES_OF_MEMBER, ties_setting};
use crate::store::among::Among;
use crate::store::schema::{friendships, members, profile_fields};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

pub(super) fn count_friends(tx: &mut Tx<'_>, member: MemberId) -> Result<i64> {
    Ok(friendships::table.filter(friendships::member_id.eq(member)).count().get_result(tx.db)?)
}

/// Makes both rows and removes the requests that led here.
pub(crate) fn befriend(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    delete_request(tx, one, other)?;
    delete_request(tx, other, one)?;
    let now = tx.now();
    for (member, friend) in [(one, other), (other, one)] {
        Both(
            diesel::insert_into(friendships::table)
                .values((
                    friendships::member_id.eq(member),
                    friendships::friend_id.eq(friend),
                    friendships::since.eq(now),
                ))
                .on_conflict_do_nothing(),
        )
        .execute(tx.db)?;
        circle::renew(tx, member)?;
    }
    Ok(())
}

pub(crate) fn unfriend(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    for key in [(one, other), (other, one)] {
        diesel::delete(friendships::table.find((i64::from(key.0), i64::from(key.1)))).execute(tx.db)?;
        circle::renew(tx, key.0)?;
    }
    Ok(())
}

/// The rows alone: the caller renews the circles.
pub(super) fn unfriend_all(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    // The key leads from a member to their friends: the other way round, every row would be looked at.
    let friends: Vec<i64> = friendships::table
        .filter(friendships::member_id.eq(member))
        .select(friendships::friend_id)
        .load(tx.db)?;
    for friend in friends {
        diesel::delete(friendships::table.find((friend, i64::from(member)))).execute(tx.db)?;
    }
    diesel::delete(friendships::table.filter(friendships::member_id.eq(member))).execute(tx.db)?;
    Ok(())
}

/// All active friends of a member, by name; whether somebody else may know of them is not asked.
pub(crate) fn friends_of(tx: &mut Tx<'_>, owner: MemberId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = friendships::table
        .inner_join(members::table.on(members::id.eq(friendships::friend_id)))
        .filter(friendships::member_id.eq(owner))
        .filter(members::state.eq(State::Active.stored()))
        .order((members::nickname_folded, members::id))
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Of some people, those whom the viewer may meet and whose own ties the viewer may know.
pub(super) fn who_let_know(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    people: impl IntoIterator<Item = MemberId>,
) -> Result<HashSet<MemberId>> {
    let rows: Vec<MemberId> = members::table
        .left_join(profile_fields::table.on(ties_setting()))
        .filter(Among::ids("members.id", people))
        .filter(members::state.eq(State::Active.stored()))
        .filter(visible_to(viewer, TIES_OF_MEMBER))
        .select(members::id)
        .load(tx.db)?;
    Ok(rows.into_iter().collect())
}

/// Whether a member has any friend at all.
pub(crate) fn has_any(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let any = friendships::table.filter(friendships::member_id.eq(member));
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(tx.db)?)
}

/// Whether a member has fewer friends than this, without counting all of them.
pub(crate) fn has_fewer_than(tx: &mut Tx<'_>, member: MemberId, most: i64) -> Result<bool> {
    let some: Vec<MemberId> = friendships::table
        .filter(friendships::member_id.eq(member))
        .limit(most)
        .select(friendships::friend_id)
        .load(tx.db)?;
    Ok((some.len() as i64) < most)
}
