//! Members as the desk lists them, wherever they stand.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::State;
use crate::member::queries::{CARD, CardRow};
use crate::moment::Moment;
use crate::operator::Newcomer;
use crate::store::schema::members;
use crate::store::{Result, Tx};

type NewcomerRow = (CardRow, i16, Moment);

fn newcomer((card, state, joined_at): NewcomerRow) -> Newcomer {
    Newcomer { card: card.into(), state: State::from_stored(state), joined_at }
}

/// Ids rise with time, so the newest stand at the end of the table's own order.
pub(in crate::operator) fn list_newest(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Newcomer>> {
    let rows: Vec<NewcomerRow> = members::table
        .filter(members::state.ne(State::Left.stored()))
        .order(members::id.desc())
        .limit(most)
        .select((CARD, members::state, members::joined_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(newcomer).collect())
}

pub(in crate::operator) fn find_newcomer(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Newcomer>> {
    let row: Option<NewcomerRow> = members::table
        .find(i64::from(member))
        .filter(members::state.ne(State::Left.stored()))
        .select((CARD, members::state, members::joined_at))
        .first(tx.db)
        .optional()?;
    Ok(row.map(newcomer))
}
