//! Searching members in the database.

use diesel::prelude::*;

use super::MOST_FOUND;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::member::{Card, State};
use crate::store::schema::members;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// A range instead of LIKE: it uses the index on both engines, and `%` and `_` mean nothing in it.
pub(super) fn by_nickname(tx: &mut Tx<'_>, viewer: Viewer, folded: &str) -> Result<Vec<Card>> {
    let beyond = format!("{folded}\u{10FFFF}");
    let rows: Vec<CardRow> = members::table
        .filter(members::nickname_folded.ge(folded))
        .filter(members::nickname_folded.lt(beyond))
        .filter(members::state.eq(State::Active.stored()))
        .filter(visible_to(viewer, NAME))
        .order((members::nickname_folded, members::id))
        .limit(MOST_FOUND)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}
