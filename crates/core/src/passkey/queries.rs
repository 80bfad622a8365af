//! Passkeys in the database.

use diesel::prelude::*;

use super::{Known, NewPasskey, Passkey};
use crate::ids::{MemberId, PasskeyId};
use crate::moment::Moment;
use crate::store::schema::passkeys;
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn insert_if_absent(tx: &mut Tx<'_>, member: MemberId, new: &NewPasskey) -> Result<bool> {
    let (id, now): (PasskeyId, Moment) = (tx.fresh_id(), tx.now());
    let row = (
        passkeys::id.eq(id),
        passkeys::member_id.eq(member),
        passkeys::credential.eq(&new.credential),
        passkeys::public_key.eq(&new.public_key),
        passkeys::counter.eq(new.counter),
        passkeys::device.eq(&new.device),
        passkeys::made_at.eq(now),
        passkeys::used_at.eq(now),
    );
    let inserted = Both(diesel::insert_into(passkeys::table).values(row).on_conflict_do_nothing());
    Ok(inserted.execute(tx.db)? == 1)
}

pub(super) fn find(tx: &mut Tx<'_>, credential: &[u8]) -> Result<Option<Known>> {
    let found: Option<(PasskeyId, MemberId, Vec<u8>, i64)> = passkeys::table
        .filter(passkeys::credential.eq(credential))
        .select((passkeys::id, passkeys::member_id, passkeys::public_key, passkeys::counter))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(id, member, public_key, counter)| Known { id, member, public_key, counter }))
}

/// One statement, so that of two signatures with one count one is taken.
pub(super) fn count(tx: &mut Tx<'_>, id: PasskeyId, counter: i64) -> Result<bool> {
    let now = tx.now();
    // Whoever does not count says 0 and has always said so.
    let highest_before = if counter == 0 { 1 } else { counter };
    let counted = diesel::update(passkeys::table.find(i64::from(id)))
        .filter(passkeys::counter.lt(highest_before))
        .set((passkeys::counter.eq(counter), passkeys::used_at.eq(now)));
    Ok(counted.execute(tx.db)? == 1)
}

pub(super) fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Passkey>> {
    let rows: Vec<(PasskeyId, String, Moment)> = passkeys::table
        .filter(passkeys::member_id.eq(member))
        .order((passkeys::used_at.desc(), passkeys::id.desc()))
        .select((passkeys::id, passkeys::device, passkeys::used_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(id, device, used_at)| Passkey { id, device, used_at }).collect())
}

pub(super) fn credentials(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Vec<u8>>> {
    let own = passkeys::table.filter(passkeys::member_id.eq(member)).order(passkeys::id);
    Ok(own.select(passkeys::credential).load(tx.db)?)
}

pub(super) fn delete_one_of(tx: &mut Tx<'_>, member: MemberId, id: PasskeyId) -> Result<bool> {
    let one = passkeys::table.filter(passkeys::member_id.eq(member)).filter(passkeys::id.eq(id));
    Ok(diesel::delete(one).execute(tx.db)? > 0)
}

pub(super) fn delete_since(tx: &mut Tx<'_>, member: MemberId, moment: Moment) -> Result<()> {
    let new = passkeys::table.filter(passkeys::member_id.eq(member)).filter(passkeys::made_at.ge(moment));
    diesel::delete(new).execute(tx.db)?;
    Ok(())
}
