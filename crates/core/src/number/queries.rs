//! Numbers and their ways back in the database.

use diesel::prelude::*;

use super::key::Key;
use crate::ids::{MemberId, NumberUndoId};
use crate::member::State;
use crate::moment::Moment;
use crate::store::schema::{members, number_undos, phones};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

/// A number as it stands in `phones`, sealed for its member.
pub(super) struct Phone {
    pub(super) hash: Vec<u8>,
    pub(super) sealed: Vec<u8>,
}

pub(super) fn find_phone(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Phone>> {
    let row: Option<(Vec<u8>, Vec<u8>)> = phones::table
        .find(i64::from(member))
        .select((phones::number_hash, phones::number_sealed))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(hash, sealed)| Phone { hash, sealed }))
}

/// The caller holds the number, so that nobody else takes it in between.
pub(super) fn put_phone(tx: &mut Tx<'_>, member: MemberId, hash: &[u8], sealed: &[u8]) -> Result<()> {
    let now = tx.now();
    let new = (phones::number_hash.eq(hash), phones::number_sealed.eq(sealed), phones::verified_at.eq(now));
    Both(
        diesel::insert_into(phones::table)
            .values((phones::member_id.eq(member), new))
            .on_conflict(phones::member_id)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_owner(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<MemberId>> {
    let row = phones::table.filter(phones::number_hash.eq_any(marks)).select(phones::member_id);
    Ok(row.first(tx.db).optional()?)
}

pub(super) fn delete_phone(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    Ok(diesel::delete(phones::table.find(i64::from(member))).execute(tx.db)? > 0)
}

/// A way back about to be kept.
pub(super) struct NewUndo<'a> {
    pub(super) member: MemberId,
    pub(super) old: &'a Phone,
    pub(super) password_hash: &'a str,
    pub(super) code_hash: &'a [u8],
    pub(super) link_hash: Option<&'a [u8]>,
    pub(super) ends_at: Moment,
}

pub(super) fn insert_undo(tx: &mut Tx<'_>, new: &NewUndo<'_>) -> Result<()> {
    let (id, now): (NumberUndoId, _) = (tx.fresh_id(), tx.now());
    diesel::insert_into(number_undos::table)
        .values((
            number_undos::id.eq(id),
            number_undos::member_id.eq(new.member),
            number_undos::number_hash.eq(&new.old.hash),
            number_undos::number_sealed.eq(&new.old.sealed),
            number_undos::password_hash.eq(new.password_hash),
            number_undos::code_hash.eq(new.code_hash),
            number_undos::link_hash.eq(new.link_hash),
            number_undos::changed_at.eq(now),
            number_undos::ends_at.eq(new.ends_at),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// A change that can be taken back.
pub(super) struct Found {
    pub(super) id: NumberUndoId,
    pub(super) nickname: String,
    pub(super) password_hash: String,
}

/// Of members who are here, or leaving and able to come back.
pub(super) fn find_undo(tx: &mut Tx<'_>, key: &Key) -> Result<Option<Found>> {
    let open = number_undos::table
        .inner_join(members::table.on(members::id.eq(number_undos::member_id)))
        .filter(number_undos::ends_at.gt(tx.now()))
        .filter(members::state.eq_any([State::Active.stored(), State::InGrace.stored()]))
        .select((number_undos::id, members::nickname, number_undos::password_hash))
        .into_boxed();
    let found: Option<(NumberUndoId, String, String)> = match key {
        Key::Text(marks) => {
            open.filter(number_undos::code_hash.eq_any(marks.all())).first(tx.db).optional()?
        }
        Key::Letter(hash) => open.filter(number_undos::link_hash.eq(hash)).first(tx.db).optional()?,
    };
    Ok(found.map(|(id, nickname, password_hash)| Found { id, nickname, password_hash }))
}

pub(super) fn member_of(tx: &mut Tx<'_>, id: NumberUndoId) -> Result<Option<MemberId>> {
    let row = number_undos::table.find(i64::from(id)).select(number_undos::member_id);
    Ok(row.first(tx.db).optional()?)
}

/// A way back, taken out of the table: nobody else gets it.
pub(super) struct Back {
    pub(super) sealed: Vec<u8>,
    pub(super) changed_at: Moment,
}

pub(super) fn take_undo(tx: &mut Tx<'_>, id: NumberUndoId) -> Result<Option<Back>> {
    let now = tx.now();
    let taken: Option<(Vec<u8>, Moment)> = diesel::delete(number_undos::table.find(i64::from(id)))
        .filter(number_undos::ends_at.gt(now))
        .returning((number_undos::number_sealed, number_undos::changed_at))
        .get_result(tx.db)
        .optional()?;
    Ok(taken.map(|(sealed, changed_at)| Back { sealed, changed_at }))
}

pub(super) fn delete_since(tx: &mut Tx<'_>, member: MemberId, moment: Moment) -> Result<()> {
    let later = number_undos::table
        .filter(number_undos::member_id.eq(member))
        .filter(number_undos::changed_at.ge(moment));
    diesel::delete(later).execute(tx.db)?;
    Ok(())
}

pub(super) fn find_last_end(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    Ok(number_undos::table
        .filter(number_undos::member_id.eq(member))
        .filter(number_undos::ends_at.gt(tx.now()))
        .order(number_undos::ends_at.desc())
        .select(number_undos::ends_at)
        .first(tx.db)
        .optional()?)
}

pub(super) fn keepers(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Vec<MemberId>> {
    Ok(number_undos::table
        .filter(number_undos::number_hash.eq_any(marks))
        .filter(number_undos::ends_at.gt(tx.now()))
        .select(number_undos::member_id)
        .load(tx.db)?)
}

pub(super) fn delete_over(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(number_undos::table.filter(number_undos::ends_at.le(now))).execute(tx.db)?)
}
