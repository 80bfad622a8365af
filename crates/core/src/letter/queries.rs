//! The queue in the database. Every change of state names the state it leaves, so that of two workers one
//! finds nothing to change.

use diesel::prelude::*;

use super::MOST_TRIES;
use super::state::State;
use crate::ids::{LetterId, MemberId};
use crate::moment::Moment;
use crate::store::schema::letters::{self, table};
use crate::store::schema::members;
use crate::store::{Result, Tx};

const NOTHING: &[u8] = &[];

pub(super) fn insert(tx: &mut Tx<'_>, id: LetterId, sealed: &[u8], expires_at: Moment) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(table)
        .values((
            letters::id.eq(id),
            letters::sealed.eq(sealed),
            letters::state.eq(State::Waiting.stored()),
            letters::tries.eq(0i16),
            letters::due_at.eq(now),
            letters::expires_at.eq(expires_at),
            letters::created_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn expire(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    diesel::update(table)
        .filter(letters::state.eq(State::Waiting.stored()))
        .filter(letters::expires_at.le(now))
        .set((
            letters::state.eq(State::Expired.stored()),
            letters::sealed.eq(NOTHING),
            letters::settled_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<LetterId>> {
    Ok(table
        .filter(letters::state.eq(State::Waiting.stored()))
        .filter(letters::due_at.le(tx.now()))
        .order((letters::due_at, letters::id))
        .limit(most)
        .select(letters::id)
        .load(tx.db)?)
}

/// From now on `due_at` is the moment of the claim.
pub(super) fn claim(tx: &mut Tx<'_>, id: LetterId) -> Result<Option<(Vec<u8>, i16)>> {
    let now = tx.now();
    Ok(diesel::update(table.find(i64::from(id)))
        .filter(letters::state.eq(State::Waiting.stored()))
        .set((
            letters::state.eq(State::BeingSent.stored()),
            letters::tries.eq(letters::tries + 1i16),
            letters::due_at.eq(now),
        ))
        .returning((letters::sealed, letters::tries))
        .get_result(tx.db)
        .optional()?)
}

pub(super) fn settle(tx: &mut Tx<'_>, id: LetterId, state: State, error: Option<&str>) -> Result<()> {
    let now = tx.now();
    diesel::update(table.find(i64::from(id)))
        .filter(letters::state.eq(State::BeingSent.stored()))
        .set((
            letters::state.eq(state.stored()),
            letters::sealed.eq(NOTHING),
            letters::error.eq(error),
            letters::settled_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Whether the message waits again; if not, it had its tries or would be too old.
pub(super) fn requeue(tx: &mut Tx<'_>, id: LetterId, due_at: Moment, error: &str) -> Result<bool> {
    let changed = diesel::update(table.find(i64::from(id)))
        .filter(letters::state.eq(State::BeingSent.stored()))
        .filter(letters::tries.lt(MOST_TRIES))
        .filter(letters::expires_at.gt(due_at))
        .set((
            letters::state.eq(State::Waiting.stored()),
            letters::due_at.eq(due_at),
            letters::error.eq(error),
        ))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn interrupt(tx: &mut Tx<'_>, claimed_by: Moment) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::update(table)
        .filter(letters::state.eq(State::BeingSent.stored()))
        .filter(letters::due_at.le(claimed_by))
        .set((
            letters::state.eq(State::Unknown.stored()),
            letters::sealed.eq(NOTHING),
            letters::error.eq("interrupted"),
            letters::settled_at.eq(now),
        ))
        .execute(tx.db)?)
}

pub(super) fn delete_settled_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(table.filter(letters::settled_at.lt(moment))).execute(tx.db)?)
}

/// The name and language of the member a letter is about; none if there is nobody any more.
pub(super) fn find_reader(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<(String, Option<String>)>> {
    let row = members::table.find(i64::from(member)).select((members::nickname, members::language));
    Ok(row.first(tx.db).optional()?)
}
