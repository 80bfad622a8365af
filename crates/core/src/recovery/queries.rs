//! Those on the way back, in the database.

use diesel::prelude::*;

use super::Proof;
use crate::ids::{MemberId, RecoveryId};
use crate::member::State;
use crate::moment::Moment;
use crate::store::schema::{members, phones, recoveries};
use crate::store::{Result, Tx};

/// Somebody on the way back.
pub(crate) struct Row {
    pub(crate) id: RecoveryId,
    pub(crate) member: MemberId,
    pub(super) number_hash: Vec<u8>,
    pub(super) mail_code_hash: Option<Vec<u8>>,
    /// Two digits that friends are shown among others.
    pub(crate) sign: i16,
    pub(crate) friends_are_asked: bool,
    /// Until when it is open.
    pub(crate) until: Moment,
    proof: Option<i16>,
}

impl Row {
    pub(crate) fn proof(&self) -> Option<Proof> {
        self.proof.and_then(Proof::of_stored)
    }
}

impl Proof {
    const fn stored(self) -> i16 {
        match self {
            Proof::Mail => 1,
            Proof::Paper => 2,
            Proof::Friends => 3,
        }
    }

    const fn of_stored(stored: i16) -> Option<Proof> {
        match stored {
            1 => Some(Proof::Mail),
            2 => Some(Proof::Paper),
            3 => Some(Proof::Friends),
            _ => None,
        }
    }

    /// The word for the security log.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Proof::Mail => "mail",
            Proof::Paper => "recovery code",
            Proof::Friends => "friends",
        }
    }
}

/// Who has this number, and what it is kept as: active, or leaving and able to come back.
pub(super) fn find_owner(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<(MemberId, Vec<u8>)>> {
    Ok(phones::table
        .inner_join(members::table.on(members::id.eq(phones::member_id)))
        .filter(phones::number_hash.eq_any(marks))
        .filter(members::state.eq_any([State::Active.stored(), State::InGrace.stored()]))
        .select((members::id, phones::number_hash))
        .first(tx.db)
        .optional()?)
}

/// One way back a member, and one a guest.
pub(super) fn replace(
    tx: &mut Tx<'_>,
    guest: &[u8],
    member: MemberId,
    number_hash: &[u8],
    sign: i16,
    until: Moment,
) -> Result<()> {
    delete_of(tx, member)?;
    diesel::delete(recoveries::table.filter(recoveries::guest_hash.eq(guest))).execute(tx.db)?;
    let (id, now): (RecoveryId, Moment) = (tx.fresh_id(), tx.now());
    diesel::insert_into(recoveries::table)
        .values((
            recoveries::id.eq(id),
            recoveries::guest_hash.eq(guest),
            recoveries::member_id.eq(member),
            recoveries::number_hash.eq(number_hash),
            recoveries::sign.eq(sign),
            recoveries::mail_code_until.eq(now),
            recoveries::mail_tries_left.eq(0i16),
            recoveries::created_at.eq(now),
            recoveries::expires_at.eq(until),
        ))
        .execute(tx.db)?;
    Ok(())
}

type Found = (RecoveryId, MemberId, Vec<u8>, Option<Vec<u8>>, i16, Option<Moment>, Moment, Option<i16>);

/// The ways back that are open, as long as the number that was proven is still their member's.
macro_rules! open_ways {
    ($tx:ident) => {
        recoveries::table
            .inner_join(members::table.on(members::id.eq(recoveries::member_id)))
            .inner_join(phones::table.on(phones::member_id.eq(recoveries::member_id)))
            .filter(recoveries::number_hash.eq(phones::number_hash))
            .filter(recoveries::expires_at.gt($tx.now()))
            .filter(members::state.eq_any([State::Active.stored(), State::InGrace.stored()]))
            .select((
                recoveries::id,
                recoveries::member_id,
                recoveries::number_hash,
                recoveries::mail_code_hash,
                recoveries::sign,
                recoveries::friends_asked_at,
                recoveries::expires_at,
                recoveries::proof,
            ))
    };
}

/// Whoever this guest is on the way to be.
pub(crate) fn find(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<Row>> {
    let row = open_ways!(tx).filter(recoveries::guest_hash.eq(guest)).first::<Found>(tx.db);
    Ok(row.optional()?.map(found))
}

/// The same way back, seen by a friend who is asked about it.
pub(crate) fn find_by_id(tx: &mut Tx<'_>, id: RecoveryId) -> Result<Option<Row>> {
    let row = open_ways!(tx).filter(recoveries::id.eq(id)).first::<Found>(tx.db);
    Ok(row.optional()?.map(found))
}

fn found((id, member, number_hash, mail_code_hash, sign, asked_at, until, proof): Found) -> Row {
    Row { id, member, number_hash, mail_code_hash, sign, friends_are_asked: asked_at.is_some(), until, proof }
}

/// The friends are being asked.
pub(crate) fn friends_are_asked(tx: &mut Tx<'_>, id: RecoveryId) -> Result<()> {
    let now = tx.now();
    diesel::update(recoveries::table.find(i64::from(id)))
        .set(recoveries::friends_asked_at.eq(Some(now)))
        .execute(tx.db)?;
    Ok(())
}

/// The friends do not vouch. `false` if that was known.
pub(crate) fn refuse(tx: &mut Tx<'_>, id: RecoveryId) -> Result<bool> {
    let now = tx.now();
    let changed = diesel::update(recoveries::table.find(i64::from(id)))
        .filter(recoveries::refused_at.is_null())
        .set(recoveries::refused_at.eq(Some(now)))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn find_begun(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    Ok(recoveries::table
        .filter(recoveries::member_id.eq(member))
        .filter(recoveries::expires_at.gt(tx.now()))
        .select(recoveries::created_at)
        .first(tx.db)
        .optional()?)
}

pub(super) fn put_mail_code(
    tx: &mut Tx<'_>,
    id: RecoveryId,
    hash: &[u8],
    tries: i16,
    until: Moment,
) -> Result<()> {
    diesel::update(recoveries::table.find(i64::from(id)))
        .set((
            recoveries::mail_code_hash.eq(Some(hash)),
            recoveries::mail_tries_left.eq(tries),
            recoveries::mail_code_until.eq(until),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Takes one try, if the code has one: one statement, so that parallel tries are counted one by one.
pub(super) fn take_mail_try(tx: &mut Tx<'_>, id: RecoveryId) -> Result<Option<Vec<u8>>> {
    let now = tx.now();
    let hash: Option<Option<Vec<u8>>> = diesel::update(recoveries::table.find(i64::from(id)))
        .filter(recoveries::mail_code_hash.is_not_null())
        .filter(recoveries::mail_tries_left.gt(0i16))
        .filter(recoveries::mail_code_until.gt(now))
        .set(recoveries::mail_tries_left.eq(recoveries::mail_tries_left - 1i16))
        .returning(recoveries::mail_code_hash)
        .get_result(tx.db)
        .optional()?;
    Ok(hash.flatten())
}

/// A code that has proven something is worth nothing more. `false` if something was proven before.
pub(crate) fn prove(tx: &mut Tx<'_>, id: RecoveryId, proof: Proof) -> Result<bool> {
    let changed = diesel::update(recoveries::table.find(i64::from(id)))
        .filter(recoveries::proof.is_null())
        .set((recoveries::proof.eq(Some(proof.stored())), recoveries::mail_code_hash.eq(None::<Vec<u8>>)))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn delete(tx: &mut Tx<'_>, id: RecoveryId) -> Result<bool> {
    Ok(diesel::delete(recoveries::table.find(i64::from(id))).execute(tx.db)? > 0)
}

pub(super) fn delete_of(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let own = recoveries::table.filter(recoveries::member_id.eq(member));
    Ok(diesel::delete(own).execute(tx.db)? > 0)
}

pub(super) fn delete_over(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(recoveries::table.filter(recoveries::expires_at.le(now))).execute(tx.db)?)
}
