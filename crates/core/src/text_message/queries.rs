//! The queue in the database. Every change of state names the state it leaves, so that of two workers one
//! finds nothing to change.

use diesel::prelude::*;

use super::MOST_TRIES;
use super::state::State;
use crate::ids::TextId;
use crate::moment::Moment;
use crate::store::schema::text_messages::{self, table};
use crate::store::{Result, Tx};

const NOTHING: &[u8] = &[];

pub(super) fn insert(tx: &mut Tx<'_>, id: TextId, sealed: &[u8], expires_at: Moment) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(table)
        .values((
            text_messages::id.eq(id),
            text_messages::sealed.eq(sealed),
            text_messages::state.eq(State::Waiting.stored()),
            text_messages::tries.eq(0i16),
            text_messages::due_at.eq(now),
            text_messages::expires_at.eq(expires_at),
            text_messages::created_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn expire(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    diesel::update(table)
        .filter(text_messages::state.eq(State::Waiting.stored()))
        .filter(text_messages::expires_at.le(now))
        .set((
            text_messages::state.eq(State::Expired.stored()),
            text_messages::sealed.eq(NOTHING),
            text_messages::settled_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<TextId>> {
    Ok(table
        .filter(text_messages::state.eq(State::Waiting.stored()))
        .filter(text_messages::due_at.le(tx.now()))
        .order((text_messages::due_at, text_messages::id))
        .limit(most)
        .select(text_messages::id)
        .load(tx.db)?)
}

/// From now on `due_at` is the moment of the claim.
pub(super) fn claim(tx: &mut Tx<'_>, id: TextId) -> Result<Option<(Vec<u8>, i16)>> {
    let now = tx.now();
    Ok(diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::Waiting.stored()))
        .set((
            text_messages::state.eq(State::BeingSent.stored()),
            text_messages::tries.eq(text_messages::tries + 1i16),
            text_messages::due_at.eq(now),
        ))
        .returning((text_messages::sealed, text_messages::tries))
        .get_result(tx.db)
        .optional()?)
}

pub(super) fn settle(
    tx: &mut Tx<'_>,
    id: TextId,
    state: State,
    provider_id: Option<&str>,
    error: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::BeingSent.stored()))
        .set((
            text_messages::state.eq(state.stored()),
            text_messages::sealed.eq(NOTHING),
            text_messages::provider_id.eq(provider_id),
            text_messages::error.eq(error),
            text_messages::settled_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Whether the message waits again; if not, it had its tries or would be too old.
pub(super) fn requeue(tx: &mut Tx<'_>, id: TextId, due_at: Moment, error: &str) -> Result<bool> {
    let changed = diesel::update(table.find(i64::from(id)))
        .filter(text_messages::state.eq(State::BeingSent.stored()))
        .filter(text_messages::tries.lt(MOST_TRIES))
        .filter(text_messages::expires_at.gt(due_at))
        .set((
            text_messages::state.eq(State::Waiting.stored()),
            text_messages::due_at.eq(due_at),
            text_messages::error.eq(error),
        ))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn interrupt(tx: &mut Tx<'_>, claimed_by: Moment) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::update(table)
        .filter(text_messages::state.eq(State::BeingSent.stored()))
        .filter(text_messages::due_at.le(claimed_by))
        .set((
            text_messages::state.eq(State::Unknown.stored()),
            text_messages::sealed.eq(NOTHING),
            text_messages::error.eq("interrupted"),
            text_messages::settled_at.eq(now),
        ))
        .execute(tx.db)?)
}

pub(super) fn delete_settled_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(table.filter(text_messages::settled_at.lt(moment))).execute(tx.db)?)
}
