//! Known phones in the database.

use diesel::prelude::*;

use super::Known;
use crate::ids::{DeviceId, MemberId};
use crate::moment::Moment;
use crate::store::schema::known_devices;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn list_owners(tx: &mut Tx<'_>, mark_hash: &[u8]) -> Result<Vec<MemberId>> {
    let rows = known_devices::table.filter(known_devices::mark_hash.eq(mark_hash));
    Ok(rows.select(known_devices::member_id).load(tx.db)?)
}

pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, mark_hash: &[u8], device: &str) -> Result<()> {
    let (id, now): (DeviceId, Moment) = (tx.fresh_id(), tx.now());
    let new = (known_devices::device.eq(device), known_devices::seen_at.eq(now));
    Both(
        diesel::insert_into(known_devices::table)
            .values((
                known_devices::id.eq(id),
                known_devices::member_id.eq(member),
                known_devices::mark_hash.eq(mark_hash),
                known_devices::made_at.eq(now),
                new,
            ))
            .on_conflict((known_devices::member_id, known_devices::mark_hash))
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Known>> {
    let rows: Vec<(DeviceId, String, Moment)> = known_devices::table
        .filter(known_devices::member_id.eq(member))
        .order((known_devices::seen_at.desc(), known_devices::id.desc()))
        .select((known_devices::id, known_devices::device, known_devices::seen_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(id, device, seen_at)| Known { id, device, seen_at }).collect())
}

pub(super) fn find(tx: &mut Tx<'_>, member: MemberId, mark_hash: &[u8]) -> Result<Option<DeviceId>> {
    Ok(known_devices::table
        .filter(known_devices::member_id.eq(member))
        .filter(known_devices::mark_hash.eq(mark_hash))
        .select(known_devices::id)
        .first(tx.db)
        .optional()?)
}

/// Keeps the `most` last used.
pub(super) fn delete_beyond(tx: &mut Tx<'_>, member: MemberId, most: i64) -> Result<()> {
    let most = usize::try_from(most.max(1)).unwrap_or(usize::MAX);
    for known in list(tx, member)?.into_iter().skip(most) {
        delete_one_of(tx, member, known.id)?;
    }
    Ok(())
}

pub(super) fn delete_one_of(tx: &mut Tx<'_>, member: MemberId, id: DeviceId) -> Result<bool> {
    let one =
        known_devices::table.filter(known_devices::member_id.eq(member)).filter(known_devices::id.eq(id));
    Ok(diesel::delete(one).execute(tx.db)? > 0)
}

pub(super) fn delete_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(known_devices::table.filter(known_devices::member_id.eq(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_unseen_since(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(known_devices::table.filter(known_devices::seen_at.le(moment))).execute(tx.db)?)
}
