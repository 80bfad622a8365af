//! Offers to meet in the database.

use diesel::prelude::*;

use super::Row;
use crate::ids::{MeetingId, MemberId};
use crate::moment::Moment;
use crate::store::schema::meetings;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// `one` is the smaller of the two. Offering again asks both anew.
pub(super) fn put(
    tx: &mut Tx<'_>,
    by: MemberId,
    one: MemberId,
    other: MemberId,
    message: &str,
) -> Result<()> {
    let (id, now): (MeetingId, Moment) = (tx.fresh_id(), tx.now());
    let said = (meetings::message.eq(message), meetings::offered_at.eq(now));
    let nobody = (meetings::one_agrees.eq(false), meetings::other_agrees.eq(false));
    Both(
        diesel::insert_into(meetings::table)
            .values((
                meetings::id.eq(id),
                meetings::by_id.eq(by),
                meetings::one_id.eq(one),
                meetings::other_id.eq(other),
                said,
                nobody,
            ))
            .on_conflict((meetings::by_id, meetings::one_id, meetings::other_id))
            .do_update()
            .set(said),
    )
    .execute(tx.db)?;
    Ok(())
}

type Found = (MeetingId, MemberId, MemberId, MemberId, String, Moment);

/// Those `me` is asked in and has not said yes to, the newest first.
pub(super) fn unanswered(tx: &mut Tx<'_>, me: MemberId, since: Moment) -> Result<Vec<Row>> {
    let mine = i64::from(me);
    let rows: Vec<Found> = meetings::table
        .filter(
            (meetings::one_id.eq(mine).and(meetings::one_agrees.eq(false)))
                .or(meetings::other_id.eq(mine).and(meetings::other_agrees.eq(false))),
        )
        .filter(meetings::offered_at.gt(since))
        .order((meetings::offered_at.desc(), meetings::id.desc()))
        .select((
            meetings::id,
            meetings::by_id,
            meetings::one_id,
            meetings::other_id,
            meetings::message,
            meetings::offered_at,
        ))
        .load(tx.db)?;
    let row = |(id, by, one, two, message, offered_at)| {
        let other = if one == me { two } else { one };
        Row { id, by, me, other, message, offered_at }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Whether anything waits for `me` at all, still possible or not.
pub(crate) fn has_open(tx: &mut Tx<'_>, me: MemberId) -> Result<bool> {
    let mine = i64::from(me);
    let any = meetings::table.filter(
        (meetings::one_id.eq(mine).and(meetings::one_agrees.eq(false)))
            .or(meetings::other_id.eq(mine).and(meetings::other_agrees.eq(false))),
    );
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(tx.db)?)
}

/// `me` agrees; answers whether both do now.
pub(super) fn agree(tx: &mut Tx<'_>, id: MeetingId, me: MemberId) -> Result<bool> {
    let mine = i64::from(me);
    let offer = meetings::table.find(i64::from(id));
    diesel::update(offer.filter(meetings::one_id.eq(mine)))
        .set(meetings::one_agrees.eq(true))
        .execute(tx.db)?;
    diesel::update(offer.filter(meetings::other_id.eq(mine)))
        .set(meetings::other_agrees.eq(true))
        .execute(tx.db)?;
    Ok(offer.select(meetings::one_agrees.and(meetings::other_agrees)).first(tx.db)?)
}

pub(super) fn delete(tx: &mut Tx<'_>, id: MeetingId) -> Result<()> {
    diesel::delete(meetings::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

/// Offers that two people are both part of: for each other, or one of them of the other (rule b-3).
pub(crate) fn forget_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    for (a, b) in [(one, other), (other, one)] {
        let between = meetings::table
            .filter(meetings::by_id.eq(a).and(meetings::one_id.eq(b).or(meetings::other_id.eq(b))));
        diesel::delete(between).execute(tx.db)?;
        let of_both = meetings::table.filter(meetings::one_id.eq(a).and(meetings::other_id.eq(b)));
        diesel::delete(of_both).execute(tx.db)?;
    }
    Ok(())
}

pub(crate) fn sweep_before(tx: &mut Tx<'_>, before: Moment) -> Result<usize> {
    Ok(diesel::delete(meetings::table.filter(meetings::offered_at.le(before))).execute(tx.db)?)
}
