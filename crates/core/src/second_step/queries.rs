//! Second steps in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::login::Tried;
use crate::moment::Moment;
use crate::store::schema::second_steps;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn put(
    tx: &mut Tx<'_>,
    guest: &[u8],
    member: MemberId,
    tried: Option<&Tried>,
    tries: i16,
    until: Moment,
) -> Result<()> {
    let new = (
        second_steps::member_id.eq(member),
        second_steps::tried.eq(tried.map(|tried| tried.0.as_slice())),
        second_steps::tries_left.eq(tries),
        second_steps::expires_at.eq(until),
    );
    Both(
        diesel::insert_into(second_steps::table)
            .values((second_steps::guest_hash.eq(guest), new))
            .on_conflict(second_steps::guest_hash)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<MemberId>> {
    Ok(second_steps::table
        .find(guest)
        .filter(second_steps::expires_at.gt(tx.now()))
        .filter(second_steps::tries_left.gt(0))
        .select(second_steps::member_id)
        .first(tx.db)
        .optional()?)
}

/// Takes one try, if there is one: one statement, so that parallel tries are counted one by one.
pub(super) fn take_try(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<(i16, Option<Tried>)>> {
    let now = tx.now();
    let taken: Option<(i16, Option<Vec<u8>>)> = diesel::update(second_steps::table.find(guest))
        .filter(second_steps::expires_at.gt(now))
        .filter(second_steps::tries_left.gt(0))
        .set(second_steps::tries_left.eq(second_steps::tries_left - 1i16))
        .returning((second_steps::tries_left, second_steps::tried))
        .get_result(tx.db)
        .optional()?;
    Ok(taken.map(|(left, tried)| (left, tried.map(Tried))))
}

pub(super) fn delete(tx: &mut Tx<'_>, guest: &[u8]) -> Result<()> {
    diesel::delete(second_steps::table.find(guest)).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(second_steps::table.filter(second_steps::member_id.eq(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_over(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(second_steps::table.filter(second_steps::expires_at.le(now))).execute(tx.db)?)
}
