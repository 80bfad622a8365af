//! Groups in the database.

use diesel::dsl::{count, exists, not};
use diesel::prelude::*;

use super::{Group, Reach};
use crate::ids::{GroupId, MemberId};
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::store::schema::{
    diary_drafts, diary_entries, friendships, group_members, groups, held_posts, last_choices, members,
    profile_fields, profile_photos, standing_choices, voices,
};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Visibility;
use crate::visibility::queries::LEFT_OUT;

pub(super) fn of(tx: &mut Tx<'_>, owner: MemberId) -> Result<Vec<Group>> {
    let rows: Vec<(GroupId, String, bool, i64)> = groups::table
        .left_join(group_members::table.on(group_members::group_id.eq(groups::id).and(is_in_it())))
        .left_join(friendships::table.on(is_friend()))
        .left_join(
            members::table
                .on(members::id.eq(friendships::friend_id).and(members::state.eq(State::Active.stored()))),
        )
        .filter(groups::owner_id.eq(owner))
        .group_by((groups::id, groups::name, groups::leaves_out))
        .order(groups::id)
        .select((groups::id, groups::name, groups::leaves_out, count(members::id.nullable())))
        .load(tx.db)?;
    let group = |(id, name, leaves_out, size)| Group {
        id,
        name,
        reach: Reach::from_stored(leaves_out),
        size: i64::cast_unsigned(size) as usize,
    };
    Ok(rows.into_iter().map(group).collect())
}

/// A row of a group that leaves out may be of somebody who was let in again from some moment on: they are in it no
/// more.
#[diesel::dsl::auto_type]
fn is_in_it() -> _ {
    let never: Moment = LEFT_OUT;
    groups::leaves_out.eq(false).or(group_members::opens_from.eq(never))
}

/// Somebody who is left out and parted is still left out, and not told of while they are no friend.
#[diesel::dsl::auto_type]
fn is_friend() -> _ {
    friendships::member_id.eq(groups::owner_id).and(friendships::friend_id.eq(group_members::member_id))
}

pub(super) fn is_own(tx: &mut Tx<'_>, owner: MemberId, group: GroupId) -> Result<bool> {
    let own = groups::table.find(i64::from(group)).filter(groups::owner_id.eq(owner));
    Ok(diesel::select(exists(own)).get_result(tx.db)?)
}

pub(super) fn find_own_reach(tx: &mut Tx<'_>, owner: MemberId, group: GroupId) -> Result<Option<Reach>> {
    let own = groups::table.find(i64::from(group)).filter(groups::owner_id.eq(owner));
    let found: Option<bool> = own.select(groups::leaves_out).first(tx.db).optional()?;
    Ok(found.map(Reach::from_stored))
}

/// What a group is called, and whom it reaches.
pub(crate) fn find_name(tx: &mut Tx<'_>, group: GroupId) -> Result<Option<(String, Reach)>> {
    let named = groups::table.find(i64::from(group)).select((groups::name, groups::leaves_out));
    let found: Option<(String, bool)> = named.first(tx.db).optional()?;
    Ok(found.map(|(name, leaves_out)| (name, Reach::from_stored(leaves_out))))
}

pub(super) fn members(tx: &mut Tx<'_>, group: GroupId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = group_members::table
        .inner_join(members::table.on(members::id.eq(group_members::member_id)))
        .inner_join(groups::table.on(groups::id.eq(group_members::group_id)))
        .inner_join(friendships::table.on(is_friend()))
        .filter(group_members::group_id.eq(group))
        .filter(is_in_it())
        .filter(members::state.eq(State::Active.stored()))
        .order((members::nickname_folded, members::id))
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Active friends whom a group reaches, whichever way: let in, or not left out. The oldest member first.
pub(super) fn people(tx: &mut Tx<'_>, owner: MemberId, group: GroupId) -> Result<Vec<i64>> {
    let place = group_members::group_id.eq(groups::id).and(group_members::member_id.eq(members::id));
    let is_let_in = groups::leaves_out.eq(false).and(group_members::opens_from.is_not_null());
    let is_left_out = group_members::opens_from.eq(LEFT_OUT);
    let is_not_left_out = group_members::opens_from.is_null().or(not(is_left_out));
    Ok(friendships::table
        .inner_join(members::table.on(members::id.eq(friendships::friend_id)))
        .inner_join(groups::table.on(groups::owner_id.eq(friendships::member_id)))
        .left_join(group_members::table.on(place))
        .filter(friendships::member_id.eq(owner))
        .filter(groups::id.eq(i64::from(group)))
        .filter(members::state.eq(State::Active.stored()))
        .filter(is_let_in.or(groups::leaves_out.eq(true).and(is_not_left_out)))
        .order(members::id)
        .select(members::id)
        .load(tx.db)?)
}

pub(super) fn insert(tx: &mut Tx<'_>, owner: MemberId, name: &str, reach: Reach) -> Result<GroupId> {
    let id: GroupId = tx.fresh_id();
    let now = tx.now();
    diesel::insert_into(groups::table)
        .values((
            groups::id.eq(id),
            groups::owner_id.eq(owner),
            groups::name.eq(name),
            groups::created_at.eq(now),
            groups::leaves_out.eq(reach.leaves_out()),
        ))
        .execute(tx.db)?;
    Ok(id)
}

pub(super) fn rename(tx: &mut Tx<'_>, group: GroupId, name: &str) -> Result<()> {
    diesel::update(groups::table.find(i64::from(group))).set(groups::name.eq(name)).execute(tx.db)?;
    Ok(())
}

/// Adding somebody who is in already changes nothing: an earlier opening is not taken back by it.
pub(super) fn put_member(tx: &mut Tx<'_>, group: GroupId, member: MemberId, from: Moment) -> Result<()> {
    Both(
        diesel::insert_into(group_members::table)
            .values((
                group_members::group_id.eq(group),
                group_members::member_id.eq(member),
                group_members::opens_from.eq(from),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

/// Opens or closes what a group names to one member, whatever held before.
pub(super) fn set_opening(tx: &mut Tx<'_>, group: GroupId, member: MemberId, from: Moment) -> Result<()> {
    Both(
        diesel::insert_into(group_members::table)
            .values((
                group_members::group_id.eq(group),
                group_members::member_id.eq(member),
                group_members::opens_from.eq(from),
            ))
            .on_conflict((group_members::group_id, group_members::member_id))
            .do_update()
            .set(group_members::opens_from.eq(from)),
    )
    .execute(tx.db)?;
    Ok(())
}

/// Lets in somebody who is left out, if they are.
pub(super) fn let_in_from(tx: &mut Tx<'_>, group: GroupId, member: MemberId, from: Moment) -> Result<()> {
    let left_out = group_members::table
        .find((i64::from(group), i64::from(member)))
        .filter(group_members::opens_from.eq(LEFT_OUT));
    diesel::update(left_out).set(group_members::opens_from.eq(from)).execute(tx.db)?;
    Ok(())
}

pub(super) fn remove_member(tx: &mut Tx<'_>, group: GroupId, member: MemberId) -> Result<()> {
    diesel::delete(group_members::table.find((i64::from(group), i64::from(member)))).execute(tx.db)?;
    Ok(())
}

/// Takes `member` out of every group of `owner` that opens things to those in it. Whoever is left out stays so:
/// becoming friends again must not open what was closed to them.
pub(crate) fn remove_from_all(tx: &mut Tx<'_>, owner: MemberId, member: MemberId) -> Result<()> {
    let opening = groups::table.filter(groups::owner_id.eq(owner)).filter(groups::leaves_out.eq(false));
    let own = opening.select(groups::id);
    diesel::delete(
        group_members::table
            .filter(group_members::member_id.eq(member))
            .filter(group_members::group_id.eq_any(own)),
    )
    .execute(tx.db)?;
    Ok(())
}

/// Every table whose rows a group can open is listed here: a new kind of post adds a line.
pub(super) fn close_what_it_opened(tx: &mut Tx<'_>, group: GroupId) -> Result<()> {
    let closed = Visibility::OnlyMe.level();
    let none: Option<GroupId> = None;
    diesel::update(diary_entries::table.filter(diary_entries::group_id.eq(group)))
        .set((diary_entries::level.eq(closed), diary_entries::group_id.eq(none)))
        .execute(tx.db)?;
    diesel::update(profile_fields::table.filter(profile_fields::group_id.eq(group)))
        .set((profile_fields::level.eq(closed), profile_fields::group_id.eq(none)))
        .execute(tx.db)?;
    diesel::update(voices::table.filter(voices::group_id.eq(group)))
        .set((voices::level.eq(closed), voices::group_id.eq(none)))
        .execute(tx.db)?;
    // What would be posted by itself keeps in mind that it was for a group: at its time its author is told.
    let by_itself = diary_drafts::table.filter(diary_drafts::due_at.is_not_null());
    diesel::update(by_itself.filter(diary_drafts::group_id.eq(group)))
        .set(diary_drafts::group_id.eq(none))
        .execute(tx.db)?;
    diesel::update(diary_drafts::table.filter(diary_drafts::group_id.eq(group)))
        .set((diary_drafts::level.eq(closed), diary_drafts::group_id.eq(none)))
        .execute(tx.db)?;
    diesel::update(held_posts::table.filter(held_posts::group_id.eq(group)))
        .set((held_posts::level.eq(closed), held_posts::group_id.eq(none)))
        .execute(tx.db)?;
    diesel::update(profile_photos::table.filter(profile_photos::group_id.eq(group)))
        .set((profile_photos::level.eq(closed), profile_photos::group_id.eq(none)))
        .execute(tx.db)?;
    diesel::delete(last_choices::table.filter(last_choices::group_id.eq(group))).execute(tx.db)?;
    diesel::delete(standing_choices::table.filter(standing_choices::group_id.eq(group))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, group: GroupId) -> Result<()> {
    diesel::delete(group_members::table.filter(group_members::group_id.eq(group))).execute(tx.db)?;
    diesel::delete(groups::table.find(i64::from(group))).execute(tx.db)?;
    Ok(())
}
