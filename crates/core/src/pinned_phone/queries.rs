//! Bound phones in the database.

use diesel::prelude::*;

use super::{Bound, Try};
use crate::ids::{MemberId, PinnedPhoneId};
use crate::moment::Moment;
use crate::session::Place;
use crate::store::schema::pinned_phones;
use crate::store::{Result, Tx};

pub(super) struct Kept {
    pub(super) id: PinnedPhoneId,
    pub(super) in_path: bool,
    pub(super) family: String,
    pub(super) used_at: Moment,
}

pub(super) fn find(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<Kept>> {
    let found: Option<(PinnedPhoneId, bool, String, Moment)> = pinned_phones::table
        .filter(pinned_phones::token_hash.eq(token_hash))
        .select((pinned_phones::id, pinned_phones::in_path, pinned_phones::family, pinned_phones::used_at))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(id, in_path, family, used_at)| Kept { id, in_path, family, used_at }))
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    member: MemberId,
    token_hash: &[u8],
    pin_hash: &str,
    place: &Place,
    tries: i16,
) -> Result<()> {
    let (id, now): (PinnedPhoneId, Moment) = (tx.fresh_id(), tx.now());
    diesel::insert_into(pinned_phones::table)
        .values((
            pinned_phones::id.eq(id),
            pinned_phones::member_id.eq(member),
            pinned_phones::token_hash.eq(token_hash),
            pinned_phones::pin_hash.eq(pin_hash),
            pinned_phones::in_path.eq(place.in_path),
            pinned_phones::family.eq(&place.family),
            pinned_phones::device.eq(&place.device),
            pinned_phones::tries_left.eq(tries),
            pinned_phones::made_at.eq(now),
            pinned_phones::used_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Takes one try, if there is one: one statement, so that parallel tries are counted one by one.
pub(super) fn take_try(tx: &mut Tx<'_>, id: PinnedPhoneId) -> Result<Option<Try>> {
    let taken: Option<(MemberId, String, i16)> = diesel::update(pinned_phones::table.find(i64::from(id)))
        .filter(pinned_phones::tries_left.gt(0))
        .set(pinned_phones::tries_left.eq(pinned_phones::tries_left - 1i16))
        .returning((pinned_phones::member_id, pinned_phones::pin_hash, pinned_phones::tries_left))
        .get_result(tx.db)
        .optional()?;
    Ok(taken.map(|(member, pin_hash, left)| Try { id, member, pin_hash, left }))
}

pub(super) fn begin_anew(tx: &mut Tx<'_>, id: PinnedPhoneId, tries: i16) -> Result<bool> {
    let now = tx.now();
    let begun = diesel::update(pinned_phones::table.find(i64::from(id)))
        .set((pinned_phones::tries_left.eq(tries), pinned_phones::used_at.eq(now)))
        .execute(tx.db)?;
    Ok(begun == 1)
}

pub(super) fn list(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Bound>> {
    let rows: Vec<(PinnedPhoneId, String, Moment)> = pinned_phones::table
        .filter(pinned_phones::member_id.eq(member))
        .order((pinned_phones::used_at.desc(), pinned_phones::id.desc()))
        .select((pinned_phones::id, pinned_phones::device, pinned_phones::used_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(id, device, used_at)| Bound { id, device, used_at }).collect())
}

/// Keeps the `most` last used.
pub(super) fn delete_beyond(tx: &mut Tx<'_>, member: MemberId, most: i64) -> Result<()> {
    let most = usize::try_from(most.max(1)).unwrap_or(usize::MAX);
    for bound in list(tx, member)?.into_iter().skip(most) {
        delete(tx, bound.id)?;
    }
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, id: PinnedPhoneId) -> Result<()> {
    diesel::delete(pinned_phones::table.find(i64::from(id))).execute(tx.db)?;
    Ok(())
}

/// Unless a right PIN came in between.
pub(super) fn delete_spent(tx: &mut Tx<'_>, id: PinnedPhoneId) -> Result<()> {
    let spent = pinned_phones::table.find(i64::from(id)).filter(pinned_phones::tries_left.le(0));
    diesel::delete(spent).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_by_token(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<()> {
    diesel::delete(pinned_phones::table.filter(pinned_phones::token_hash.eq(token_hash))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_one_of(tx: &mut Tx<'_>, member: MemberId, id: PinnedPhoneId) -> Result<bool> {
    let one = pinned_phones::table.filter(pinned_phones::member_id.eq(member));
    Ok(diesel::delete(one.filter(pinned_phones::id.eq(id))).execute(tx.db)? > 0)
}

pub(super) fn delete_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(pinned_phones::table.filter(pinned_phones::member_id.eq(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_unused_since(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(pinned_phones::table.filter(pinned_phones::used_at.le(moment))).execute(tx.db)?)
}
