//! When members were here last, in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::store::schema::last_seen;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// Writes once a day, and remembers the day before that.
pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, day: i64) -> Result<()> {
    let known = find(tx, member)?.map(|(seen_on, _)| seen_on);
    if known.is_some_and(|known| known >= day) {
        return Ok(());
    }
    let seen = (last_seen::seen_on.eq(day), last_seen::before_on.eq(known));
    Both(
        diesel::insert_into(last_seen::table)
            .values((last_seen::member_id.eq(member), seen))
            .on_conflict(last_seen::member_id)
            .do_update()
            .set(seen),
    )
    .execute(tx.db)?;
    Ok(())
}

/// The last day, and the one before it if one is known.
pub(super) fn find(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<(i64, Option<i64>)>> {
    let row = last_seen::table.find(i64::from(member));
    Ok(row.select((last_seen::seen_on, last_seen::before_on)).first(tx.db).optional()?)
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(last_seen::table.find(i64::from(member))).execute(tx.db)?;
    Ok(())
}
