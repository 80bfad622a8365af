//! Offers to meet in the database.

use diesel::prelude::*;

use super::{Answered, MeetingOffer};
use crate::ids::{MeetingId, MemberId};
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::store::condition::{Condition, ME};
use crate::store::schema::{meetings, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::{Columns, visible_to};

/// The most offers one page shows.
const MOST: i64 = 20;

/// One offer for the two, whichever of them is named first. What is `said` already, both have said.
pub(super) fn put(
    tx: &mut Tx<'_>,
    by: MemberId,
    [one, other]: [MemberId; 2],
    message: &str,
    said: Option<Answered>,
) -> Result<()> {
    let (id, now): (MeetingId, Moment) = (tx.fresh_id(), tx.now());
    let said = said.map_or(0, Answered::stored);
    Both(
        diesel::insert_into(meetings::table)
            .values((
                meetings::id.eq(id),
                meetings::by_id.eq(by),
                meetings::one_id.eq(one.min(other)),
                meetings::other_id.eq(one.max(other)),
                meetings::message.eq(message),
                meetings::one_said.eq(said),
                meetings::other_said.eq(said),
                meetings::offered_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn count_offered(tx: &mut Tx<'_>, by: MemberId, since: Moment) -> Result<i64> {
    let offered = meetings::table.filter(meetings::by_id.eq(by)).filter(meetings::offered_at.gt(since));
    Ok(offered.count().get_result(tx.db)?)
}

/// The one whom `me` would meet.
const OTHER: &str = "(CASE WHEN meetings.one_id = @me THEN meetings.other_id ELSE meetings.one_id END)";

/// Whether it can still come about: both are friends of who offers, there for each other, and not friends yet.
fn is_open(me: MemberId) -> [Condition; 3] {
    let there = |owner| Columns { owner, level: "0", group: "NULL", posted_at: None };
    let tied = format!(
        "(EXISTS (SELECT 1 FROM friendships mo WHERE mo.member_id = {ME} AND mo.friend_id = meetings.by_id) \
         AND EXISTS (SELECT 1 FROM friendships mt WHERE mt.member_id = meetings.by_id AND mt.friend_id = {OTHER}) \
         AND NOT EXISTS (SELECT 1 FROM friendships mf WHERE mf.member_id = {ME} AND mf.friend_id = {OTHER}))"
    );
    let viewer = Viewer::Member(me);
    [
        Condition::about(me.into(), tied),
        visible_to(viewer, there("meetings.by_id")),
        visible_to(viewer, there(OTHER)),
    ]
}

/// An offer as one of the two has it before them, and whom they would meet.
pub(super) struct Row {
    pub offer: MeetingOffer,
    pub other: MemberId,
}

type Found = (MeetingId, CardRow, MemberId, MemberId, String, Moment);

/// Those `me` is asked in, has not answered, and that could still come about; the newest first.
pub(super) fn unanswered(tx: &mut Tx<'_>, me: MemberId, since: Moment) -> Result<Vec<Row>> {
    let mine = i64::from(me);
    let [tied, by_is_there, other_is_there] = is_open(me);
    let rows: Vec<Found> = meetings::table
        .inner_join(members::table.on(members::id.eq(meetings::by_id)))
        .filter(
            (meetings::one_id.eq(mine).and(meetings::one_said.eq(0)))
                .or(meetings::other_id.eq(mine).and(meetings::other_said.eq(0))),
        )
        .filter(meetings::offered_at.gt(since))
        .filter(tied)
        .filter(by_is_there)
        .filter(other_is_there)
        .order((meetings::offered_at.desc(), meetings::id.desc()))
        .limit(MOST)
        .select((
            meetings::id,
            CARD,
            meetings::one_id,
            meetings::other_id,
            meetings::message,
            meetings::offered_at,
        ))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|found| row(found, me)).collect())
}

fn row((id, by, one, two, message, offered_at): Found, me: MemberId) -> Row {
    let offer = MeetingOffer { id, by: by.into(), message, offered_at };
    Row { offer, other: if one == me { two } else { one } }
}

pub(super) fn say(tx: &mut Tx<'_>, id: MeetingId, me: MemberId, said: Answered) -> Result<()> {
    let (mine, said) = (i64::from(me), said.stored());
    let offer = meetings::table.find(i64::from(id));
    diesel::update(offer.filter(meetings::one_id.eq(mine)))
        .set(meetings::one_said.eq(said))
        .execute(tx.db)?;
    let offer = offer.filter(meetings::other_id.eq(mine));
    diesel::update(offer).set(meetings::other_said.eq(said)).execute(tx.db)?;
    Ok(())
}

/// Whether both have said yes.
pub(super) fn agree(tx: &mut Tx<'_>, id: MeetingId) -> Result<bool> {
    let offer = meetings::table.find(i64::from(id));
    let said: Option<(i16, i16)> =
        offer.select((meetings::one_said, meetings::other_said)).first(tx.db).optional()?;
    Ok(said == Some((Answered::Yes.stored(), Answered::Yes.stored())))
}

/// Offers that two people are both part of, for each other or one of them of the other, ask nobody any more (rule b-3).
/// They still count until they are over: that there is room again would tell of the block.
pub(crate) fn close_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    let no = Answered::No.stored();
    let closed = (meetings::message.eq(""), meetings::one_said.eq(no), meetings::other_said.eq(no));
    for (a, b) in [(one, other), (other, one)] {
        let of_one = meetings::table
            .filter(meetings::by_id.eq(a).and(meetings::one_id.eq(b).or(meetings::other_id.eq(b))));
        diesel::update(of_one).set(closed).execute(tx.db)?;
        let of_both = meetings::table.filter(meetings::one_id.eq(a).and(meetings::other_id.eq(b)));
        diesel::update(of_both).set(closed).execute(tx.db)?;
    }
    Ok(())
}

pub(super) fn sweep_before(tx: &mut Tx<'_>, before: Moment) -> Result<usize> {
    Ok(diesel::delete(meetings::table.filter(meetings::offered_at.le(before))).execute(tx.db)?)
}
