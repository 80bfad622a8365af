//! Friendships and requests in the database. A friendship is two rows, written and deleted together.

use diesel::prelude::*;

use super::{REQUEST_SECONDS, Request, circle};
use crate::ids::MemberId;
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::profile::queries::{TIES_OF_MEMBER, ties_setting};
use crate::store::schema::{friend_requests, friendships, members, profile_fields};
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

/// Requests that were made before this are over.
fn waiting_from(tx: &Tx<'_>) -> Moment {
    tx.now().plus_seconds(-REQUEST_SECONDS)
}

pub(super) fn delete_requests_over(tx: &mut Tx<'_>) -> Result<usize> {
    let over = friend_requests::table.filter(friend_requests::created_at.le(waiting_from(tx)));
    Ok(diesel::delete(over).execute(tx.db)?)
}

pub(super) fn find_request(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<Option<Moment>> {
    Ok(friend_requests::table
        .find((i64::from(from), i64::from(to)))
        .filter(friend_requests::created_at.gt(waiting_from(tx)))
        .select(friend_requests::created_at)
        .first(tx.db)
        .optional()?)
}

pub(crate) fn has_asked(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<bool> {
    Ok(find_request(tx, from, to)?.is_some())
}

pub(super) fn put_request(tx: &mut Tx<'_>, from: MemberId, to: MemberId, message: &str) -> Result<()> {
    let now = tx.now();
    let said = (friend_requests::message.eq(message), friend_requests::created_at.eq(now));
    Both(
        diesel::insert_into(friend_requests::table)
            .values((friend_requests::from_id.eq(from), friend_requests::to_id.eq(to), said))
            .on_conflict((friend_requests::from_id, friend_requests::to_id))
            .do_update()
            .set(said),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(crate) fn delete_request(tx: &mut Tx<'_>, from: MemberId, to: MemberId) -> Result<()> {
    diesel::delete(friend_requests::table.find((i64::from(from), i64::from(to)))).execute(tx.db)?;
    Ok(())
}

pub(super) fn requests_to(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Request>> {
    let rows: Vec<(CardRow, String, Moment)> = friend_requests::table
        .inner_join(members::table.on(members::id.eq(friend_requests::from_id)))
        .filter(friend_requests::to_id.eq(me))
        .filter(friend_requests::created_at.gt(waiting_from(tx)))
        .filter(members::state.eq(State::Active.stored()))
        .order(friend_requests::created_at.desc())
        .select((CARD, friend_requests::message, friend_requests::created_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(request).collect())
}

pub(super) fn requests_from(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Request>> {
    let rows: Vec<(CardRow, String, Moment)> = friend_requests::table
        .inner_join(members::table.on(members::id.eq(friend_requests::to_id)))
        .filter(friend_requests::from_id.eq(me))
        .filter(friend_requests::created_at.gt(waiting_from(tx)))
        .filter(members::state.eq(State::Active.stored()))
        .order(friend_requests::created_at.desc())
        .select((CARD, friend_requests::message, friend_requests::created_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(request).collect())
}

fn request((card, message, created_at): (CardRow, String, Moment)) -> Request {
    Request { card: card.into(), message, created_at }
}

/// How many ask me, of those who are still here.
pub(crate) fn count_requests_to(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    count_requests_since(tx, me, Moment::from_millis(i64::MIN))
}

/// How many of those that still wait came after `since`.
pub(crate) fn count_requests_since(tx: &mut Tx<'_>, me: MemberId, since: Moment) -> Result<i64> {
    Ok(friend_requests::table
        .inner_join(members::table.on(members::id.eq(friend_requests::from_id)))
        .filter(friend_requests::to_id.eq(me))
        .filter(friend_requests::created_at.gt(since.max(waiting_from(tx))))
        .filter(members::state.eq(State::Active.stored()))
        .count()
        .get_result(tx.db)?)
}

/// All active friends of a member, for that member's own eyes; the oldest member first.
pub(crate) fn friends_of(
    tx: &mut Tx<'_>,
    owner: MemberId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = friendships::table
        .inner_join(members::table.on(members::id.eq(friendships::friend_id)))
        .filter(friendships::member_id.eq(owner))
        .filter(friendships::friend_id.gt(after.map_or(-1, i64::from)))
        .filter(members::state.eq(State::Active.stored()))
        .order(friendships::friend_id)
        .limit(most)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Friends of `owner` whom the viewer may meet and whose own ties the viewer may know, the oldest member first.
pub(crate) fn friends_visible_to(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    owner: MemberId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = friendships::table
        .inner_join(members::table.on(members::id.eq(friendships::friend_id)))
        .left_join(profile_fields::table.on(ties_setting()))
        .filter(friendships::member_id.eq(owner))
        .filter(friendships::friend_id.gt(after.map_or(-1, i64::from)))
        .filter(members::state.eq(State::Active.stored()))
        .filter(visible_to(viewer, TIES_OF_MEMBER))
        .order(friendships::friend_id)
        .limit(most)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
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
