//! Phones that ask to be let in, in the database.

use diesel::prelude::*;

use super::Asker;
use crate::ids::MemberId;
use crate::moment::Moment;
use crate::store::schema::approvals;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn put(
    tx: &mut Tx<'_>,
    guest: &[u8],
    code_hash: &[u8],
    sealed: &[u8],
    device: &str,
    until: Moment,
) -> Result<()> {
    let now = tx.now();
    let new = (
        approvals::code_hash.eq(code_hash),
        approvals::code_sealed.eq(sealed),
        approvals::device.eq(device),
        approvals::member_id.eq(None::<i64>),
        approvals::asked_at.eq(now),
        approvals::expires_at.eq(until),
    );
    Both(
        diesel::insert_into(approvals::table)
            .values((approvals::guest_hash.eq(guest), new))
            .on_conflict(approvals::guest_hash)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

/// The sealed code, and whether somebody has said yes.
pub(super) fn find(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<(Vec<u8>, bool)>> {
    let found: Option<(Vec<u8>, Option<i64>)> = approvals::table
        .find(guest)
        .filter(approvals::expires_at.gt(tx.now()))
        .select((approvals::code_sealed, approvals::member_id))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(sealed, member)| (sealed, member.is_some())))
}

pub(super) fn find_asker(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<Asker>> {
    let found: Option<(String, Moment)> = approvals::table
        .filter(approvals::code_hash.eq_any(marks))
        .filter(approvals::member_id.is_null())
        .filter(approvals::expires_at.gt(tx.now()))
        .select((approvals::device, approvals::asked_at))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(device, asked_at)| Asker { device, asked_at }))
}

/// Of two who say yes at once, one is heard.
pub(super) fn grant(tx: &mut Tx<'_>, marks: &[Vec<u8>], member: MemberId) -> Result<bool> {
    let now = tx.now();
    let asking = approvals::table
        .filter(approvals::code_hash.eq_any(marks))
        .filter(approvals::member_id.is_null())
        .filter(approvals::expires_at.gt(now));
    let granted = diesel::update(asking).set(approvals::member_id.eq(Some(i64::from(member))));
    Ok(granted.execute(tx.db)? == 1)
}

/// Takes the word out of the table: it lets in once.
pub(super) fn take(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<MemberId>> {
    let now = tx.now();
    let granted: Option<Option<MemberId>> = diesel::delete(approvals::table)
        .filter(approvals::guest_hash.eq(guest))
        .filter(approvals::member_id.is_not_null())
        .filter(approvals::expires_at.gt(now))
        .returning(approvals::member_id.nullable())
        .get_result(tx.db)
        .optional()?;
    Ok(granted.flatten())
}

pub(super) fn delete_by_code(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<()> {
    let asking =
        approvals::table.filter(approvals::code_hash.eq_any(marks)).filter(approvals::member_id.is_null());
    diesel::delete(asking).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(approvals::table.filter(approvals::member_id.eq(i64::from(member)))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_over(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(approvals::table.filter(approvals::expires_at.le(now))).execute(tx.db)?)
}
