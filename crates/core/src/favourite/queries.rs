//! Favourites in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::MOST_FAVOURITES;
use crate::ids::MemberId;
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::store::schema::{favourites, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

pub(super) fn is_kept(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<bool> {
    let one = favourites::table.find((i64::from(me), i64::from(other)));
    Ok(diesel::select(exists(one)).get_result(tx.db)?)
}

/// Of those the member may meet now: whom they cannot see they could not let go.
pub(super) fn count(tx: &mut Tx<'_>, me: MemberId) -> Result<i64> {
    Ok(favourites::table
        .inner_join(members::table.on(members::id.eq(favourites::favourite_id)))
        .filter(favourites::member_id.eq(me))
        .filter(visible_to(Viewer::Member(me), NAME))
        .count()
        .get_result(tx.db)?)
}

pub(super) fn put(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<()> {
    let now = tx.now();
    Both(
        diesel::insert_into(favourites::table)
            .values((
                favourites::member_id.eq(me),
                favourites::favourite_id.eq(other),
                favourites::since.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, me: MemberId, other: MemberId) -> Result<()> {
    diesel::delete(favourites::table.find((i64::from(me), i64::from(other)))).execute(tx.db)?;
    Ok(())
}

/// Those the member may meet now, the first kept first.
pub(super) fn cards(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = favourites::table
        .inner_join(members::table.on(members::id.eq(favourites::favourite_id)))
        .filter(favourites::member_id.eq(me))
        .filter(visible_to(Viewer::Member(me), NAME))
        .order((favourites::since, members::id))
        .limit(MOST_FAVOURITES)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Who no longer exists for the other is no favourite of theirs (rule b-3).
pub(crate) fn forget_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    delete(tx, one, other)?;
    delete(tx, other, one)
}
