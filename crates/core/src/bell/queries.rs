//! Bells in the database. Whatever claims or quietens one names what it saw, so that of two workers one finds nothing,
//! and what happened meanwhile is not forgotten.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::Bell;
use crate::friend::circle::Circle;
use crate::friend::queries::is_heard;
use crate::ids::{BellId, CommunityId, DiaryId, MemberId, SessionId, TopicId};
use crate::member::queries::NAME;
use crate::moment::Moment;
use crate::store::among::Among;
use crate::store::schema::bells::{self, table};
use crate::store::schema::{
    community_requests, diary_comments, diary_likes, friend_requests, members, sessions, topic_comments,
};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

diesel::define_sql_function! {
    /// The first that is not NULL.
    fn coalesce(one: Nullable<BigInt>, other: Nullable<BigInt>) -> Nullable<BigInt>;
}

/// Whose doing counts: of the chosen, if some were, and not of those whose news rest.
pub(super) struct By<'a> {
    pub(super) chosen: Option<Circle>,
    pub(super) resting: &'a Circle,
}

/// What a claim looks at.
pub(super) struct Row {
    pub(super) member: MemberId,
    pub(super) session: SessionId,
    pub(super) endpoint_sealed: Vec<u8>,
    pub(super) since: Option<Moment>,
    pub(super) stirred_at: Option<Moment>,
    pub(super) due_at: Option<Moment>,
    pub(super) rung_at: Option<Moment>,
    pub(super) unheard: i16,
    pub(super) tries: i16,
}

type Times = (Option<Moment>, Option<Moment>, Option<Moment>, Option<Moment>);

pub(super) fn find(tx: &mut Tx<'_>, id: BellId) -> Result<Option<Row>> {
    let row: Option<(MemberId, SessionId, Vec<u8>, Times, i16, i16)> = table
        .find(i64::from(id))
        .select((
            bells::member_id,
            bells::session_id,
            bells::endpoint_sealed,
            (bells::since, bells::stirred_at, bells::due_at, bells::rung_at),
            bells::unheard,
            bells::tries,
        ))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(member, session, endpoint_sealed, (since, stirred_at, due_at, rung_at), unheard, tries)| {
        Row { member, session, endpoint_sealed, since, stirred_at, due_at, rung_at, unheard, tries }
    }))
}

pub(super) fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Bell>> {
    let rows: Vec<(BellId, SessionId, String, Moment, Option<Moment>)> = table
        .filter(bells::member_id.eq(member))
        .order((bells::made_at.desc(), bells::id.desc()))
        .select((bells::id, bells::session_id, bells::device, bells::made_at, bells::rung_at))
        .load(tx.db)?;
    let bell = |(id, session, device, made_at, rung_at)| Bell { id, session, device, made_at, rung_at };
    Ok(rows.into_iter().map(bell).collect())
}

pub(super) fn count(tx: &mut Tx<'_>, member: MemberId) -> Result<i64> {
    Ok(table.filter(bells::member_id.eq(member)).count().get_result(tx.db)?)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: BellId,
    (member, session): (MemberId, SessionId),
    (endpoint_sealed, endpoint_hash): (&[u8], &[u8]),
    device: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(table)
        .values((
            bells::id.eq(id),
            bells::member_id.eq(member),
            bells::session_id.eq(session),
            bells::endpoint_sealed.eq(endpoint_sealed),
            bells::endpoint_hash.eq(endpoint_hash),
            bells::device.eq(device),
            bells::made_at.eq(now),
            bells::unheard.eq(0i16),
            bells::tries.eq(0i16),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, id: BellId) -> Result<()> {
    diesel::delete(table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_one_of(tx: &mut Tx<'_>, member: MemberId, id: BellId) -> Result<bool> {
    let one = table.filter(bells::member_id.eq(member)).filter(bells::id.eq(id));
    Ok(diesel::delete(one).execute(tx.db)? > 0)
}

pub(super) fn delete_of_phone(tx: &mut Tx<'_>, session: SessionId, endpoint_hash: &[u8]) -> Result<()> {
    let of_phone = bells::session_id.eq(session).or(bells::endpoint_hash.eq(endpoint_hash));
    diesel::delete(table.filter(of_phone)).execute(tx.db)?;
    Ok(())
}

pub(super) fn stir(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let now = Some(tx.now());
    diesel::update(table.filter(bells::member_id.eq(member)))
        .set((
            bells::since.eq(coalesce(bells::since, now)),
            bells::stirred_at.eq(now),
            bells::due_at.eq(coalesce(bells::due_at, now)),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<BellId>> {
    Ok(table
        .filter(bells::due_at.le(Some(tx.now())))
        .order(bells::due_at)
        .limit(most)
        .select(bells::id)
        .load(tx.db)?)
}

/// `false`: somebody else was quicker.
pub(super) fn put_off(tx: &mut Tx<'_>, id: BellId, seen: Moment, due_at: Moment) -> Result<bool> {
    let put_off = diesel::update(table.find(i64::from(id)))
        .filter(bells::due_at.eq(Some(seen)))
        .set(bells::due_at.eq(Some(due_at)))
        .execute(tx.db)?;
    Ok(put_off > 0)
}

/// While something waits: whoever was quicker may have rung it meanwhile.
pub(super) fn set_due(tx: &mut Tx<'_>, id: BellId, due_at: Moment) -> Result<()> {
    let waits = table.find(i64::from(id)).filter(bells::since.is_not_null());
    diesel::update(waits).set(bells::due_at.eq(Some(due_at))).execute(tx.db)?;
    Ok(())
}

/// Nothing waits any more, except what has happened since the bell was looked at.
pub(super) fn rest(tx: &mut Tx<'_>, id: BellId, seen: Option<Moment>) -> Result<()> {
    let calm = (bells::tries.eq(0i16), bells::failing_since.eq(None::<Moment>));
    let nothing = (bells::since.eq(None::<Moment>), bells::due_at.eq(None::<Moment>));
    let rested = diesel::update(table.find(i64::from(id)))
        .filter(bells::stirred_at.eq(seen))
        .set((nothing, calm))
        .execute(tx.db)?;
    if rested == 0 {
        let newer = (bells::since.eq(bells::stirred_at), bells::due_at.eq(bells::stirred_at));
        diesel::update(table.find(i64::from(id))).set((newer, calm)).execute(tx.db)?;
    }
    Ok(())
}

pub(super) fn has_rung(tx: &mut Tx<'_>, id: BellId, unheard: i16) -> Result<()> {
    let now = tx.now();
    diesel::update(table.find(i64::from(id)))
        .set((bells::rung_at.eq(Some(now)), bells::unheard.eq(unheard)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn failing_since(tx: &mut Tx<'_>, id: BellId) -> Result<Option<Moment>> {
    Ok(table.find(i64::from(id)).select(bells::failing_since).first(tx.db).optional()?.flatten())
}

pub(super) fn has_failed(
    tx: &mut Tx<'_>,
    id: BellId,
    failing_since: Moment,
    tries: i16,
    due_at: Moment,
) -> Result<()> {
    diesel::update(table.find(i64::from(id)))
        .set((
            bells::failing_since.eq(Some(failing_since)),
            bells::tries.eq(tries),
            bells::due_at.eq(Some(due_at)),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Whether the member was here since then, with any of their phones.
pub(super) fn was_seen_since(tx: &mut Tx<'_>, member: MemberId, since: Moment) -> Result<bool> {
    let seen = sessions::table.filter(sessions::member_id.eq(member)).filter(sessions::seen_at.gt(since));
    Ok(diesel::select(exists(seen)).get_result(tx.db)?)
}

/// Whether somebody asked for a friendship whose news do not rest.
pub(super) fn is_asked(tx: &mut Tx<'_>, me: MemberId, before: Moment, resting: &Circle) -> Result<bool> {
    let asked = friend_requests::table
        .inner_join(members::table.on(members::id.eq(friend_requests::from_id)))
        .filter(friend_requests::to_id.eq(me))
        .filter(friend_requests::created_at.gt(before))
        .filter(is_heard(tx.now()))
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(not(among(resting)));
    Ok(diesel::select(exists(asked)).get_result(tx.db)?)
}

/// Whether somebody asked to come into a community whose news do not rest.
pub(super) fn is_join_asked(
    tx: &mut Tx<'_>,
    me: MemberId,
    place: CommunityId,
    before: Moment,
    resting: &Circle,
) -> Result<bool> {
    let asked = community_requests::table
        .inner_join(members::table.on(members::id.eq(community_requests::member_id)))
        .filter(community_requests::community_id.eq(place))
        .filter(community_requests::asked_at.gt(before))
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(not(among(resting)));
    Ok(diesel::select(exists(asked)).get_result(tx.db)?)
}

/// Whether somebody commented whom `me` may meet and may be told of.
pub(super) fn is_spoken_of(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: DiaryId,
    before: Moment,
    by: &By<'_>,
) -> Result<bool> {
    let said = diary_comments::table
        .inner_join(members::table.on(members::id.eq(diary_comments::author_id)))
        .filter(diary_comments::entry_id.eq(entry))
        .filter(diary_comments::author_id.ne(me))
        .filter(diary_comments::posted_at.gt(before))
        .filter(diary_comments::removed_at.is_null())
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(not(among(by.resting)));
    match &by.chosen {
        Some(chosen) => Ok(diesel::select(exists(said.filter(among(chosen)))).get_result(tx.db)?),
        None => Ok(diesel::select(exists(said)).get_result(tx.db)?),
    }
}

/// The same of a topic.
pub(super) fn is_talked_in(
    tx: &mut Tx<'_>,
    me: MemberId,
    topic: TopicId,
    before: Moment,
    resting: &Circle,
) -> Result<bool> {
    let said = topic_comments::table
        .inner_join(members::table.on(members::id.eq(topic_comments::author_id)))
        .filter(topic_comments::topic_id.eq(topic))
        .filter(topic_comments::author_id.ne(me))
        .filter(topic_comments::posted_at.gt(before))
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(not(among(resting)));
    Ok(diesel::select(exists(said)).get_result(tx.db)?)
}

/// The same of likes.
pub(super) fn is_liked(
    tx: &mut Tx<'_>,
    me: MemberId,
    entry: DiaryId,
    before: Moment,
    by: &By<'_>,
) -> Result<bool> {
    let liked = diary_likes::table
        .inner_join(members::table.on(members::id.eq(diary_likes::member_id)))
        .filter(diary_likes::entry_id.eq(entry))
        .filter(diary_likes::member_id.ne(me))
        .filter(diary_likes::liked_at.gt(before))
        .filter(visible_to(Viewer::Member(me), NAME))
        .filter(not(among(by.resting)));
    match &by.chosen {
        Some(chosen) => Ok(diesel::select(exists(liked.filter(among(chosen)))).get_result(tx.db)?),
        None => Ok(diesel::select(exists(liked)).get_result(tx.db)?),
    }
}

fn among(circle: &Circle) -> Among {
    Among::ids("members.id", circle.ids().iter().copied())
}
