//! Second factors in the database.

use diesel::prelude::*;

use super::Owner;
use crate::moment::Moment;
use crate::store::schema::{one_time_secrets, recovery_codes};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) struct Kept {
    pub(super) sealed: Vec<u8>,
    pub(super) is_confirmed: bool,
}

macro_rules! of {
    ($owner:expr) => {
        one_time_secrets::table.find(($owner.realm(), $owner.id()))
    };
}

macro_rules! codes_of {
    ($owner:expr) => {
        recovery_codes::table
            .filter(recovery_codes::realm.eq($owner.realm()))
            .filter(recovery_codes::owner_id.eq($owner.id()))
    };
}

pub(super) fn find(tx: &mut Tx<'_>, owner: Owner) -> Result<Option<Kept>> {
    let row: Option<(Vec<u8>, Option<i64>)> = of!(owner)
        .select((one_time_secrets::sealed, one_time_secrets::confirmed_at))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(sealed, confirmed_at)| Kept { sealed, is_confirmed: confirmed_at.is_some() }))
}

pub(super) fn insert_if_absent(tx: &mut Tx<'_>, owner: Owner, sealed: &[u8]) -> Result<()> {
    let row = (
        one_time_secrets::realm.eq(owner.realm()),
        one_time_secrets::owner_id.eq(owner.id()),
        one_time_secrets::sealed.eq(sealed),
        one_time_secrets::last_step.eq(0),
    );
    Both(diesel::insert_into(one_time_secrets::table).values(row).on_conflict_do_nothing()).execute(tx.db)?;
    Ok(())
}

/// Takes a step, if it is later than the last one taken: one statement, so that a code works once.
pub(super) fn advance(tx: &mut Tx<'_>, owner: Owner, step: i64) -> Result<bool> {
    let taken = diesel::update(of!(owner))
        .filter(one_time_secrets::last_step.lt(step))
        .set(one_time_secrets::last_step.eq(step))
        .execute(tx.db)?;
    Ok(taken == 1)
}

pub(super) fn set_confirmed(tx: &mut Tx<'_>, owner: Owner) -> Result<bool> {
    let now = tx.now();
    let set = diesel::update(of!(owner)).set(one_time_secrets::confirmed_at.eq(now)).execute(tx.db)?;
    Ok(set == 1)
}

pub(super) fn was_confirmed_before(tx: &mut Tx<'_>, owner: Owner, moment: Moment) -> Result<bool> {
    let confirmed_at: Option<Option<i64>> =
        of!(owner).select(one_time_secrets::confirmed_at).first(tx.db).optional()?;
    Ok(confirmed_at.flatten().is_some_and(|at| at < i64::from(moment)))
}

pub(super) fn delete(tx: &mut Tx<'_>, owner: Owner) -> Result<()> {
    diesel::delete(codes_of!(owner)).execute(tx.db)?;
    diesel::delete(of!(owner)).execute(tx.db)?;
    Ok(())
}

pub(super) fn replace_codes(tx: &mut Tx<'_>, owner: Owner, hashes: &[Vec<u8>]) -> Result<()> {
    diesel::delete(codes_of!(owner)).execute(tx.db)?;
    for hash in hashes {
        let row = (
            recovery_codes::realm.eq(owner.realm()),
            recovery_codes::owner_id.eq(owner.id()),
            recovery_codes::code_hash.eq(hash),
        );
        // Two alike of ten (one in 20 thousand million) make nine.
        Both(diesel::insert_into(recovery_codes::table).values(row).on_conflict_do_nothing())
            .execute(tx.db)?;
    }
    Ok(())
}

pub(super) fn delete_code(tx: &mut Tx<'_>, owner: Owner, marks: &[Vec<u8>]) -> Result<bool> {
    let gone =
        diesel::delete(codes_of!(owner).filter(recovery_codes::code_hash.eq_any(marks))).execute(tx.db)?;
    Ok(gone == 1)
}

pub(super) fn count_codes(tx: &mut Tx<'_>, owner: Owner) -> Result<i64> {
    Ok(codes_of!(owner).count().get_result(tx.db)?)
}

pub(super) fn set_shown_codes(tx: &mut Tx<'_>, owner: Owner, sealed: Option<&[u8]>) -> Result<()> {
    let made_at = sealed.map(|_| i64::from(tx.now()));
    diesel::update(of!(owner))
        .set((one_time_secrets::codes_sealed.eq(sealed), one_time_secrets::codes_made_at.eq(made_at)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_shown_codes(tx: &mut Tx<'_>, owner: Owner, made_after: Moment) -> Result<Option<Vec<u8>>> {
    let found: Option<Option<Vec<u8>>> = of!(owner)
        .filter(one_time_secrets::codes_made_at.gt(i64::from(made_after)))
        .select(one_time_secrets::codes_sealed)
        .first(tx.db)
        .optional()?;
    Ok(found.flatten())
}

pub(super) fn hide_codes_made_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    let old = one_time_secrets::table.filter(one_time_secrets::codes_made_at.le(i64::from(moment)));
    let hidden = diesel::update(old)
        .set((
            one_time_secrets::codes_sealed.eq(None::<Vec<u8>>),
            one_time_secrets::codes_made_at.eq(None::<i64>),
        ))
        .execute(tx.db)?;
    Ok(hidden)
}
