//! Receipts in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::schema::receipts;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn find_place(tx: &mut Tx<'_>, member: MemberId, once: &str) -> Result<Option<String>> {
    Ok(receipts::table.find((i64::from(member), once)).select(receipts::place).first(tx.db).optional()?)
}

pub(super) fn insert_if_absent(tx: &mut Tx<'_>, member: MemberId, once: &str, place: &str) -> Result<bool> {
    let now = tx.now();
    let inserted = Both(
        diesel::insert_into(receipts::table)
            .values((
                receipts::member_id.eq(member),
                receipts::once.eq(once),
                receipts::place.eq(place),
                receipts::created_at.eq(now),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(inserted > 0)
}

pub(super) fn delete_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(receipts::table.filter(receipts::created_at.lt(moment))).execute(tx.db)?)
}
