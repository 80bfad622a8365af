//! Whose password to verify, from the database.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::Credentials;
use crate::claim;
use crate::ids::MemberId;
use crate::member::State;
use crate::store::schema::{emails, members, number_claims, phones};
use crate::store::{Result, Tx};

/// The member whose row in `$table` fits, active or leaving.
macro_rules! find_by {
    ($tx:ident, $table:ident, $which:expr) => {{
        let found: Option<(MemberId, String)> = $table::table
            .inner_join(members::table.on(members::id.eq($table::member_id)))
            .filter($which)
            .filter(members::state.eq_any([State::Active.stored(), State::InGrace.stored()]))
            .select((members::id, members::password_hash))
            .first($tx.db)
            .optional()?;
        Ok(found.map(|(member, password_hash)| Credentials { member, password_hash }))
    }};
}

pub(super) fn find_by_number(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<Credentials>> {
    find_by!(tx, phones, phones::number_hash.eq_any(marks))
}

pub(super) fn find_by_address(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<Credentials>> {
    find_by!(tx, emails, emails::address_hash.eq_any(marks))
}

/// The member whose number this was until somebody new had it released, and who has none since.
pub(super) fn find_by_former_number(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<Credentials>> {
    let has_number = exists(phones::table.filter(phones::member_id.eq(members::id)));
    let found: Option<(MemberId, String)> = number_claims::table
        .inner_join(members::table.on(members::id.eq(number_claims::member_id)))
        .filter(number_claims::number_hash.eq_any(marks))
        .filter(number_claims::state.eq(claim::State::Released.stored()))
        .filter(not(has_number))
        .filter(members::state.eq_any([State::Active.stored(), State::InGrace.stored()]))
        .order(number_claims::ends_at.desc())
        .select((members::id, members::password_hash))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(member, password_hash)| Credentials { member, password_hash }))
}

pub(super) fn find_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Credentials>> {
    let found: Option<(MemberId, String)> = members::table
        .filter(members::id.eq(member))
        .filter(members::state.eq(State::Active.stored()))
        .select((members::id, members::password_hash))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(member, password_hash)| Credentials { member, password_hash }))
}

pub(super) fn set_hash(tx: &mut Tx<'_>, member: MemberId, hash: &str) -> Result<()> {
    diesel::update(members::table.find(i64::from(member)))
        .set(members::password_hash.eq(hash))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn replace_hash(tx: &mut Tx<'_>, found: &Credentials, renewed: &str) -> Result<bool> {
    let replaced = diesel::update(members::table.find(i64::from(found.member)))
        .filter(members::password_hash.eq(&found.password_hash))
        .set(members::password_hash.eq(renewed))
        .execute(tx.db)?;
    Ok(replaced > 0)
}
