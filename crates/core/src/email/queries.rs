//! Addresses in the database.

use diesel::prelude::*;

use crate::ids::MemberId;
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::store::schema::{email_claims, emails, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn find(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Vec<u8>>> {
    let row = emails::table.find(i64::from(member)).select(emails::address_sealed);
    Ok(row.first(tx.db).optional()?)
}

pub(super) fn find_member(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<MemberId>> {
    let row = emails::table.filter(emails::address_hash.eq_any(marks)).select(emails::member_id);
    Ok(row.first(tx.db).optional()?)
}

pub(super) fn put(tx: &mut Tx<'_>, member: MemberId, hash: &[u8], sealed: &[u8]) -> Result<()> {
    let now = tx.now();
    let new =
        (emails::address_hash.eq(hash), emails::address_sealed.eq(sealed), emails::confirmed_at.eq(now));
    Both(
        diesel::insert_into(emails::table)
            .values((emails::member_id.eq(member), new))
            .on_conflict(emails::member_id)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    Ok(diesel::delete(emails::table.find(i64::from(member))).execute(tx.db)? > 0)
}

pub(super) fn delete_since(tx: &mut Tx<'_>, member: MemberId, moment: Moment) -> Result<()> {
    diesel::delete(emails::table.find(i64::from(member)).filter(emails::confirmed_at.ge(moment)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn put_claim(
    tx: &mut Tx<'_>,
    member: MemberId,
    token_hash: &[u8],
    sealed: &[u8],
    until: Moment,
) -> Result<()> {
    let new = (
        email_claims::token_hash.eq(token_hash),
        email_claims::address_sealed.eq(sealed),
        email_claims::expires_at.eq(until),
    );
    Both(
        diesel::insert_into(email_claims::table)
            .values((email_claims::member_id.eq(member), new))
            .on_conflict(email_claims::member_id)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_claim(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<(Vec<u8>, Moment)>> {
    Ok(email_claims::table
        .find(i64::from(member))
        .filter(email_claims::expires_at.gt(tx.now()))
        .select((email_claims::address_sealed, email_claims::expires_at))
        .first(tx.db)
        .optional()?)
}

pub(super) fn find_by_link(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<(Card, Vec<u8>)>> {
    let row: Option<(CardRow, Vec<u8>)> = email_claims::table
        .inner_join(members::table.on(members::id.eq(email_claims::member_id)))
        .filter(email_claims::token_hash.eq(token_hash))
        .filter(email_claims::expires_at.gt(tx.now()))
        .filter(members::state.eq(State::Active.stored()))
        .select((CARD, email_claims::address_sealed))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(card, sealed)| (card.into(), sealed)))
}

/// Takes a claim out of the table: of two presses one gets it.
pub(super) fn take_claim(tx: &mut Tx<'_>, token_hash: &[u8]) -> Result<Option<(MemberId, Vec<u8>)>> {
    let now = tx.now();
    Ok(diesel::delete(email_claims::table)
        .filter(email_claims::token_hash.eq(token_hash))
        .filter(email_claims::expires_at.gt(now))
        .returning((email_claims::member_id, email_claims::address_sealed))
        .get_result(tx.db)
        .optional()?)
}

pub(super) fn delete_claim(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    Ok(diesel::delete(email_claims::table.find(i64::from(member))).execute(tx.db)? > 0)
}

pub(super) fn delete_over(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(email_claims::table.filter(email_claims::expires_at.le(now))).execute(tx.db)?)
}
