//! Who asks to come in, in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::community::RequestsTurn;
use crate::community::ways::level_from_stored;
use crate::ids::{CommunityId, MemberId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::moment::Moment;
use crate::store::schema::{communities, community_requests, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::queries::visible_to;
use crate::visibility::{Viewer, Visibility};

pub(in crate::community) fn put_request(
    tx: &mut Tx<'_>,
    id: CommunityId,
    member: MemberId,
    shown_to: Visibility,
) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(community_requests::table)
            .values((
                community_requests::community_id.eq(id),
                community_requests::member_id.eq(member),
                community_requests::level.eq(shown_to.level()),
                community_requests::asked_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(in crate::community) fn has_asked(tx: &mut Tx<'_>, id: CommunityId, member: MemberId) -> Result<bool> {
    let row = community_requests::table.find((i64::from(id), i64::from(member)));
    Ok(diesel::select(exists(row)).get_result(tx.db)?)
}

pub(in crate::community) fn delete_request(
    tx: &mut Tx<'_>,
    id: CommunityId,
    member: MemberId,
) -> Result<bool> {
    let row = community_requests::table.find((i64::from(id), i64::from(member)));
    Ok(diesel::delete(row).execute(tx.db)? > 0)
}

pub(in crate::community) fn count_asked(tx: &mut Tx<'_>, member: MemberId) -> Result<i64> {
    let own = community_requests::table.filter(community_requests::member_id.eq(member));
    Ok(own.count().get_result(tx.db)?)
}

/// How many ask, counted no further than `most`.
pub(in crate::community) fn count_waiting(tx: &mut Tx<'_>, id: CommunityId, most: i64) -> Result<i64> {
    let some: Vec<MemberId> = community_requests::table
        .filter(community_requests::community_id.eq(id))
        .limit(most)
        .select(community_requests::member_id)
        .load(tx.db)?;
    Ok(some.len() as i64)
}

/// Who asks, of those the owner may meet; who has waited longest first.
pub(in crate::community) fn requests(
    tx: &mut Tx<'_>,
    owner: MemberId,
    id: CommunityId,
    from: Option<RequestsTurn>,
    most: i64,
) -> Result<Vec<(Card, Moment)>> {
    let (at, last) = from.map_or((i64::MIN, -1), |turn| (turn.asked_at.millis(), turn.asker.into()));
    let rows: Vec<(CardRow, Moment)> = community_requests::table
        .inner_join(members::table.on(members::id.eq(community_requests::member_id)))
        .filter(community_requests::community_id.eq(id))
        .filter(community_requests::asked_at.ge(at))
        .filter(community_requests::asked_at.gt(at).or(community_requests::member_id.gt(last)))
        .filter(visible_to(Viewer::Member(owner), NAME))
        .order((community_requests::asked_at, community_requests::member_id))
        .limit(most)
        .select((CARD, community_requests::asked_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(card, asked_at)| (card.into(), asked_at)).collect())
}

pub(in crate::community) fn count_requests(tx: &mut Tx<'_>, owner: MemberId, id: CommunityId) -> Result<i64> {
    Ok(community_requests::table
        .inner_join(members::table.on(members::id.eq(community_requests::member_id)))
        .filter(community_requests::community_id.eq(id))
        .filter(visible_to(Viewer::Member(owner), NAME))
        .count()
        .get_result(tx.db)?)
}

/// Whom somebody who asks would show that they belong; nothing where nobody asks whom the owner may meet.
pub(in crate::community) fn heard_level(
    tx: &mut Tx<'_>,
    owner: MemberId,
    id: CommunityId,
    asker: MemberId,
) -> Result<Option<Visibility>> {
    let level: Option<i16> = community_requests::table
        .inner_join(members::table.on(members::id.eq(community_requests::member_id)))
        .filter(community_requests::community_id.eq(id))
        .filter(community_requests::member_id.eq(asker))
        .filter(visible_to(Viewer::Member(owner), NAME))
        .select(community_requests::level)
        .first(tx.db)
        .optional()?;
    Ok(level.map(level_from_stored))
}

/// Everybody who asks, with whom they would show that they belong.
pub(in crate::community) fn all_requests(
    tx: &mut Tx<'_>,
    id: CommunityId,
) -> Result<Vec<(MemberId, Visibility)>> {
    let rows: Vec<(MemberId, i16)> = community_requests::table
        .filter(community_requests::community_id.eq(id))
        .select((community_requests::member_id, community_requests::level))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(member, level)| (member, level_from_stored(level))).collect())
}

/// `asker` asks `owner` for nothing any more.
pub(in crate::community) fn forget_requests(tx: &mut Tx<'_>, owner: MemberId, asker: MemberId) -> Result<()> {
    let owned = communities::table.filter(communities::owner_id.eq(owner)).select(communities::id);
    let asked = community_requests::table
        .filter(community_requests::member_id.eq(asker))
        .filter(community_requests::community_id.eq_any(owned));
    diesel::delete(asked).execute(tx.db)?;
    Ok(())
}

pub(in crate::community) fn forget_requests_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(community_requests::table.filter(community_requests::member_id.eq(member)))
        .execute(tx.db)?;
    Ok(())
}
