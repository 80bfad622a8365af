//! Claims in the database. Every change of state names the state it leaves, so that of two one finds nothing to change.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::ids::{MemberId, NumberClaimId};
use crate::moment::Moment;
use crate::store::schema::{number_claims, phones};
use crate::store::{Result, Tx};

/// How a claim stands, as kept in the `state` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Open,
    Kept,
    Released,
}

impl State {
    pub(crate) const fn stored(self) -> i16 {
        match self {
            State::Open => 0,
            State::Kept => 1,
            State::Released => 2,
        }
    }

    const fn of_stored(stored: i16) -> State {
        match stored {
            0 => State::Open,
            1 => State::Kept,
            _ => State::Released,
        }
    }
}

pub(super) fn insert(tx: &mut Tx<'_>, number_hash: &[u8], owner: MemberId, until: Moment) -> Result<()> {
    let (id, now): (NumberClaimId, _) = (tx.fresh_id(), tx.now());
    diesel::insert_into(number_claims::table)
        .values((
            number_claims::id.eq(id),
            number_claims::number_hash.eq(number_hash),
            number_claims::member_id.eq(owner),
            number_claims::state.eq(State::Open.stored()),
            number_claims::claimed_at.eq(now),
            number_claims::ends_at.eq(until),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The claims of a number since then, an open one first, then the newest: how each stands, and until when it was to be.
pub(super) fn list_since(tx: &mut Tx<'_>, marks: &[Vec<u8>], since: Moment) -> Result<Vec<(State, Moment)>> {
    let is_open = number_claims::state.eq(State::Open.stored());
    let rows: Vec<(i16, Moment)> = number_claims::table
        .filter(number_claims::number_hash.eq_any(marks))
        .filter(number_claims::claimed_at.gt(since).or(is_open))
        .order((number_claims::claimed_at.desc(), number_claims::id.desc()))
        .select((number_claims::state, number_claims::ends_at))
        .load(tx.db)?;
    let mut claims: Vec<_> =
        rows.into_iter().map(|(state, until)| (State::of_stored(state), until)).collect();
    claims.sort_by_key(|(state, _)| *state != State::Open);
    Ok(claims)
}

/// Of an open claim.
pub(super) fn find_end_of(tx: &mut Tx<'_>, owner: MemberId) -> Result<Option<Moment>> {
    Ok(number_claims::table
        .filter(number_claims::member_id.eq(owner))
        .filter(number_claims::state.eq(State::Open.stored()))
        .select(number_claims::ends_at)
        .first(tx.db)
        .optional()?)
}

pub(super) fn settle_of(tx: &mut Tx<'_>, owner: MemberId, state: State) -> Result<bool> {
    let open = number_claims::table
        .filter(number_claims::member_id.eq(owner))
        .filter(number_claims::state.eq(State::Open.stored()));
    let settled = diesel::update(open).set(number_claims::state.eq(state.stored())).execute(tx.db)?;
    Ok(settled > 0)
}

pub(super) fn list_due(tx: &mut Tx<'_>, most: i64) -> Result<Vec<NumberClaimId>> {
    Ok(number_claims::table
        .filter(number_claims::state.eq(State::Open.stored()))
        .filter(number_claims::ends_at.le(tx.now()))
        .order(number_claims::ends_at)
        .limit(most)
        .select(number_claims::id)
        .load(tx.db)?)
}

pub(super) fn find_owner(tx: &mut Tx<'_>, id: NumberClaimId) -> Result<Option<MemberId>> {
    let row = number_claims::table.find(i64::from(id)).select(number_claims::member_id);
    Ok(row.first(tx.db).optional()?)
}

/// Of two workers, and of a worker and an owner who still has the number, one gets the row.
pub(super) fn settle_due(tx: &mut Tx<'_>, id: NumberClaimId) -> Result<bool> {
    let now = tx.now();
    let settled = diesel::update(number_claims::table.find(i64::from(id)))
        .filter(number_claims::state.eq(State::Open.stored()))
        .filter(number_claims::ends_at.le(now))
        .set(number_claims::state.eq(State::Released.stored()))
        .execute(tx.db)?;
    Ok(settled > 0)
}

pub(super) fn delete_settled_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    let has_number = exists(phones::table.filter(phones::member_id.eq(number_claims::member_id)));
    let over = number_claims::table
        .filter(number_claims::state.ne(State::Open.stored()))
        .filter(number_claims::state.ne(State::Released.stored()).or(has_number))
        .filter(number_claims::claimed_at.le(moment));
    Ok(diesel::delete(over).execute(tx.db)?)
}
