//! Resting news in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::moment::Moment;
use crate::store::schema::{members, mutes};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::queries::visible_to;
use crate::visibility::{Kind, Viewer};

pub(super) fn find(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind) -> Result<Option<Moment>> {
    let one = mutes::table.find((i64::from(me), kind.stored(), i64::from(other)));
    Ok(one.select(mutes::until_at).first(tx.db).optional()?)
}

pub(super) fn put(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind, until: Moment) -> Result<()> {
    Both(
        diesel::insert_into(mutes::table)
            .values((
                mutes::member_id.eq(me),
                mutes::kind.eq(kind.stored()),
                mutes::muted_id.eq(other),
                mutes::until_at.eq(until),
            ))
            .on_conflict((mutes::member_id, mutes::kind, mutes::muted_id))
            .do_update()
            .set(mutes::until_at.eq(until)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn count(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    let now = tx.now();
    let resting = mutes::table.filter(mutes::member_id.eq(me)).filter(mutes::until_at.gt(now));
    Ok(resting.count().get_result(tx.db)?)
}

pub(super) fn delete_over(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(mutes::table.filter(mutes::until_at.le(now))).execute(tx.db)?)
}

pub(super) fn delete(tx: &mut Tx<'_>, me: MemberId, other: MemberId, kind: Kind) -> Result<()> {
    let one = mutes::table.find((i64::from(me), kind.stored(), i64::from(other)));
    diesel::delete(one).execute(tx.db)?;
    Ok(())
}

pub(super) fn resting(tx: &mut Tx<'_>, me: MemberId, kind: Kind) -> Result<Vec<i64>> {
    let now = tx.now();
    Ok(mutes::table
        .filter(mutes::member_id.eq(me))
        .filter(mutes::kind.eq(kind.stored()))
        .filter(mutes::until_at.gt(now))
        .order(mutes::muted_id)
        .select(mutes::muted_id)
        .load(tx.db)?)
}

pub(super) fn cards(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Card>> {
    let now = tx.now();
    let rows: Vec<CardRow> = members::table
        .inner_join(mutes::table.on(mutes::muted_id.eq(members::id)))
        .filter(mutes::member_id.eq(me))
        .filter(mutes::until_at.gt(now))
        .filter(visible_to(Viewer::Member(me), NAME))
        .order(members::id)
        .select(CARD)
        .distinct()
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Who no longer exists for the other leaves no trace with them (rule b-3).
pub(crate) fn forget_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    for (member, muted) in [(one, other), (other, one)] {
        let both = mutes::table.filter(mutes::member_id.eq(member)).filter(mutes::muted_id.eq(muted));
        diesel::delete(both).execute(tx.db)?;
    }
    Ok(())
}
