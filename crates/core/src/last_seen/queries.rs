//! When members were here last, in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::store::schema::last_seen;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// Writes once a day.
pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, day: i64) -> Result<()> {
    if find(tx, member)?.is_some_and(|known| known >= day) {
        return Ok(());
    }
    Both(
        diesel::insert_into(last_seen::table)
            .values((last_seen::member_id.eq(member), last_seen::seen_on.eq(day)))
            .on_conflict(last_seen::member_id)
            .do_update()
            .set(last_seen::seen_on.eq(day)),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<i64>> {
    Ok(last_seen::table.find(i64::from(member)).select(last_seen::seen_on).first(tx.db).optional()?)
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(last_seen::table.find(i64::from(member))).execute(tx.db)?;
    Ok(())
}
