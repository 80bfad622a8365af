//! Who belongs, in the database.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::community::ways::level_from_stored;
use crate::ids::{CommunityId, MemberId};
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::store::condition::Condition;
use crate::store::schema::{communities, community_members, community_requests, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::queries::{Columns, visible_to};
use crate::visibility::{Viewer, Visibility};

/// That a member belongs, as they show it outside, for [`visible_to`].
pub(crate) const MEMBERSHIP: Columns = Columns {
    owner: "community_members.member_id",
    level: "community_members.level",
    group: "NULL",
    posted_at: None,
};
/// The same for those who belong as well.
const FELLOW: Columns = Columns { level: "0", ..MEMBERSHIP };

pub(in crate::community) fn find_level(
    tx: &mut Tx<'_>,
    id: CommunityId,
    member: MemberId,
) -> Result<Option<Visibility>> {
    let row = community_members::table.find((i64::from(id), i64::from(member)));
    let level: Option<i16> = row.select(community_members::level).first(tx.db).optional()?;
    Ok(level.map(level_from_stored))
}

pub(in crate::community) fn set_level(
    tx: &mut Tx<'_>,
    id: CommunityId,
    member: MemberId,
    shown_to: Visibility,
) -> Result<bool> {
    let row = community_members::table.find((i64::from(id), i64::from(member)));
    let set = diesel::update(row).set(community_members::level.eq(shown_to.level()));
    Ok(set.execute(tx.db)? > 0)
}

/// Whoever belongs already stays as they are.
pub(in crate::community) fn put_member(
    tx: &mut Tx<'_>,
    id: CommunityId,
    member: MemberId,
    shown_to: Visibility,
) -> Result<()> {
    let now = tx.now();
    let put = Both(
        diesel::insert_into(community_members::table)
            .values((
                community_members::community_id.eq(id),
                community_members::member_id.eq(member),
                community_members::level.eq(shown_to.level()),
                community_members::joined_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    );
    let added = put.execute(tx.db)?;
    count(tx, id, i32::from(added > 0))
}

pub(in crate::community) fn remove_member(
    tx: &mut Tx<'_>,
    id: CommunityId,
    member: MemberId,
) -> Result<bool> {
    let row = community_members::table.find((i64::from(id), i64::from(member)));
    let removed = diesel::delete(row).execute(tx.db)? > 0;
    count(tx, id, -i32::from(removed))?;
    Ok(removed)
}

fn count(tx: &mut Tx<'_>, id: CommunityId, more: i32) -> Result<()> {
    diesel::update(communities::table.find(i64::from(id)))
        .set(communities::members.eq(communities::members + more))
        .execute(tx.db)?;
    Ok(())
}

pub(in crate::community) fn count_joined(tx: &mut Tx<'_>, member: MemberId) -> Result<i64> {
    let own = community_members::table.filter(community_members::member_id.eq(member));
    Ok(own.count().get_result(tx.db)?)
}

pub(in crate::community) fn joined_by(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<CommunityId>> {
    Ok(community_members::table
        .filter(community_members::member_id.eq(member))
        .order(community_members::community_id)
        .select(community_members::community_id)
        .load(tx.db)?)
}

/// Who has belonged longest; those who are here come first.
pub(in crate::community) fn longest_member(tx: &mut Tx<'_>, id: CommunityId) -> Result<Option<MemberId>> {
    let here = State::Active.stored();
    let mut longest = |is_here: bool| {
        community_members::table
            .inner_join(members::table.on(members::id.eq(community_members::member_id)))
            .filter(community_members::community_id.eq(id))
            .filter(members::state.eq(here).or((!is_here).into_sql::<Bool>()))
            .order((community_members::joined_at, community_members::member_id))
            .select(community_members::member_id)
            .first(tx.db)
            .optional()
    };
    let found = longest(true)?;
    Ok(if found.is_none() { longest(false)? } else { found })
}

/// Whom somebody who belongs meets there.
pub(in crate::community) fn fellows(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<Card>> {
    people(tx, id, after, most, visible_to(Viewer::Member(me), FELLOW))
}

/// Who shows `me`, who is outside, that they belong.
pub(in crate::community) fn shown_members(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    after: Option<MemberId>,
    most: i64,
) -> Result<Vec<Card>> {
    // Those who hide it are passed over in the index, however many they are.
    let shown =
        Condition::about(me.into(), format!("(community_members.level <> {})", Visibility::OnlyMe.level()));
    people(tx, id, after, most, shown.and_also(visible_to(Viewer::Member(me), MEMBERSHIP)))
}

fn people(
    tx: &mut Tx<'_>,
    id: CommunityId,
    after: Option<MemberId>,
    most: i64,
    shown: Condition,
) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = community_members::table
        .inner_join(members::table.on(members::id.eq(community_members::member_id)))
        .filter(community_members::community_id.eq(id))
        .filter(community_members::member_id.gt(after.map_or(-1, i64::from)))
        .filter(shown)
        .order(community_members::member_id)
        .limit(most)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Whether `other` belongs, and `me`, who does as well, may meet them.
pub(in crate::community) fn is_fellow(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    other: MemberId,
) -> Result<bool> {
    belongs(tx, id, other, visible_to(Viewer::Member(me), FELLOW))
}

/// Whether `other` belongs and shows it to `me`.
pub(in crate::community) fn is_shown(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    other: MemberId,
) -> Result<bool> {
    belongs(tx, id, other, visible_to(Viewer::Member(me), MEMBERSHIP))
}

fn belongs(tx: &mut Tx<'_>, id: CommunityId, other: MemberId, shown: Condition) -> Result<bool> {
    let row = community_members::table.find((i64::from(id), i64::from(other))).filter(shown);
    Ok(diesel::select(exists(row)).get_result(tx.db)?)
}

/// Nobody belongs any more, and nobody asks to.
pub(super) fn forget_people(tx: &mut Tx<'_>, id: CommunityId) -> Result<()> {
    let asking = community_requests::table.filter(community_requests::community_id.eq(id));
    diesel::delete(asking).execute(tx.db)?;
    let belonging = community_members::table.filter(community_members::community_id.eq(id));
    diesel::delete(belonging).execute(tx.db)?;
    Ok(())
}
