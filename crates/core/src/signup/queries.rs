//! Flows in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Aim, FLOW_SECONDS};
use crate::ids::{MemberId, SignupId};
use crate::member::State;
use crate::moment::Moment;
use crate::store::schema::{members, phones, signups};
use crate::store::{Result, Tx};

/// A flow as kept.
#[derive(Queryable)]
pub(super) struct Flow {
    pub(super) id: SignupId,
    pub(super) number_hash: Vec<u8>,
    pub(super) number_sealed: Vec<u8>,
    pub(super) code_hash: Option<Vec<u8>>,
    pub(super) tries_left: i16,
    pub(super) code_expires_at: Moment,
    pub(super) sent_at: Moment,
    pub(super) verified_at: Option<Moment>,
    pub(super) listed_until: Option<Moment>,
    pub(super) aim: i16,
}

/// A flow about to begin.
pub(super) struct NewFlow<'a> {
    pub(super) id: SignupId,
    pub(super) number_hash: &'a [u8],
    pub(super) number_sealed: Vec<u8>,
    pub(super) aim: Aim,
    pub(super) code_hash: Vec<u8>,
    pub(super) tries: i16,
    pub(super) expires_at: Moment,
    pub(super) listed_until: Option<Moment>,
}

/// A code sent later than now by more than this was sent before the clock was set back.
const CLOCK_SKEW_SECONDS: i64 = 600;

fn oldest(tx: &Tx<'_>) -> Moment {
    tx.now().plus_seconds(-FLOW_SECONDS)
}

pub(super) fn find(tx: &mut Tx<'_>, guest: &[u8]) -> Result<Option<Flow>> {
    let now = tx.now();
    Ok(signups::table
        .filter(signups::guest_hash.eq(guest))
        .filter(signups::created_at.gt(oldest(tx)).or(signups::listed_until.gt(now)))
        .select((
            signups::id,
            signups::number_hash,
            signups::number_sealed,
            signups::code_hash,
            signups::tries_left,
            signups::code_expires_at,
            signups::sent_at,
            signups::verified_at,
            signups::listed_until,
            signups::aim,
        ))
        .first(tx.db)
        .optional()?)
}

/// The guest's flow, if it is on the way there.
pub(super) fn find_to(tx: &mut Tx<'_>, guest: &[u8], aim: Aim) -> Result<Option<Flow>> {
    Ok(find(tx, guest)?.filter(|flow| flow.aim == aim.stored()))
}

/// The caller holds the guest, so nobody else replaces the flow in between.
pub(super) fn replace(tx: &mut Tx<'_>, guest: &[u8], new: &NewFlow<'_>) -> Result<()> {
    let now = tx.now();
    diesel::delete(signups::table.filter(signups::guest_hash.eq(guest))).execute(tx.db)?;
    diesel::insert_into(signups::table)
        .values((
            signups::id.eq(new.id),
            signups::guest_hash.eq(guest),
            signups::number_hash.eq(new.number_hash),
            signups::number_sealed.eq(&new.number_sealed),
            signups::code_hash.eq(&new.code_hash),
            signups::tries_left.eq(new.tries),
            signups::code_expires_at.eq(new.expires_at),
            signups::sent_at.eq(now),
            signups::created_at.eq(now),
            signups::listed_until.eq(new.listed_until),
            signups::aim.eq(new.aim.stored()),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// Counts a try if the flow has a living code and a try left: the hash to compare with, and the tries left
/// after this one.
pub(super) fn count_try(tx: &mut Tx<'_>, id: SignupId) -> Result<Option<(Vec<u8>, i16)>> {
    let now = tx.now();
    let counted: Option<(Option<Vec<u8>>, i16)> = diesel::update(signups::table.find(i64::from(id)))
        .filter(signups::code_hash.is_not_null())
        .filter(signups::tries_left.gt(0i16))
        .filter(signups::code_expires_at.gt(now))
        .filter(signups::sent_at.le(now.plus_seconds(CLOCK_SKEW_SECONDS)))
        .set(signups::tries_left.eq(signups::tries_left - 1i16))
        .returning((signups::code_hash, signups::tries_left))
        .get_result(tx.db)
        .optional()?;
    Ok(counted.and_then(|(code_hash, left)| Some((code_hash?, left))))
}

pub(super) fn verify(tx: &mut Tx<'_>, id: SignupId) -> Result<()> {
    let now = tx.now();
    diesel::update(signups::table.find(i64::from(id)))
        .set((signups::verified_at.eq(now), signups::code_hash.eq(None::<Vec<u8>>)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn change_guest(tx: &mut Tx<'_>, guest: &[u8], to: &[u8]) -> Result<()> {
    diesel::update(signups::table.filter(signups::guest_hash.eq(guest)))
        .set(signups::guest_hash.eq(to))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn kill_code(tx: &mut Tx<'_>, id: SignupId) -> Result<()> {
    diesel::update(signups::table.find(i64::from(id)))
        .set(signups::code_hash.eq(None::<Vec<u8>>))
        .execute(tx.db)?;
    Ok(())
}

/// A verified flow, taken out of the table: nobody else gets it.
pub(super) struct Verified {
    pub(super) id: SignupId,
    pub(super) number_sealed: Vec<u8>,
}

pub(super) fn take_verified(tx: &mut Tx<'_>, guest: &[u8], aim: Aim) -> Result<Option<Verified>> {
    let oldest = oldest(tx);
    let taken: Option<(SignupId, Vec<u8>)> = diesel::delete(signups::table)
        .filter(signups::guest_hash.eq(guest))
        .filter(signups::aim.eq(aim.stored()))
        .filter(signups::verified_at.is_not_null())
        .filter(signups::created_at.gt(oldest))
        .returning((signups::id, signups::number_sealed))
        .get_result(tx.db)
        .optional()?;
    Ok(taken.map(|(id, number_sealed)| Verified { id, number_sealed }))
}

pub(super) fn is_used(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<bool> {
    let known = phones::table.filter(phones::number_hash.eq_any(marks));
    Ok(diesel::select(exists(known)).get_result(tx.db)?)
}

/// Whether somebody has this number who is a member, or is leaving and can come back.
pub(super) fn may_come_back(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<bool> {
    let owner = phones::table
        .inner_join(members::table.on(members::id.eq(phones::member_id)))
        .filter(phones::number_hash.eq_any(marks))
        .filter(members::state.eq_any([State::Active.stored(), State::InGrace.stored()]));
    Ok(diesel::select(exists(owner)).get_result(tx.db)?)
}

pub(super) fn insert_phone(
    tx: &mut Tx<'_>,
    member: MemberId,
    number_hash: &[u8],
    sealed: &[u8],
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(phones::table)
        .values((
            phones::member_id.eq(member),
            phones::number_hash.eq(number_hash),
            phones::number_sealed.eq(sealed),
            phones::verified_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_old(tx: &mut Tx<'_>) -> Result<usize> {
    let (oldest, now) = (oldest(tx), tx.now());
    let is_listed = signups::listed_until.is_not_null().and(signups::listed_until.gt(now));
    let over = signups::table.filter(signups::created_at.le(oldest)).filter(diesel::dsl::not(is_listed));
    Ok(diesel::delete(over).execute(tx.db)?)
}

/// The number of a flow that still waits for its message, and how long its code is to live, in seconds.
pub(super) fn find_waiting(tx: &mut Tx<'_>, id: SignupId) -> Result<Option<(Vec<u8>, i64)>> {
    let found: Option<(Vec<u8>, Moment, Moment)> = signups::table
        .find(i64::from(id))
        .filter(signups::code_hash.is_not_null())
        .filter(signups::verified_at.is_null())
        .select((signups::number_hash, signups::sent_at, signups::code_expires_at))
        .first(tx.db)
        .optional()?;
    Ok(found.map(|(number_hash, sent_at, expires_at)| (number_hash, expires_at.seconds_since(sent_at))))
}

pub(super) fn arm(tx: &mut Tx<'_>, id: SignupId, code_hash: &[u8], life_seconds: i64) -> Result<()> {
    let now = tx.now();
    diesel::update(signups::table.find(i64::from(id)))
        .filter(signups::code_hash.is_not_null())
        .set((
            signups::code_hash.eq(Some(code_hash)),
            signups::sent_at.eq(now),
            signups::code_expires_at.eq(now.plus_seconds(life_seconds)),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn call_up(tx: &mut Tx<'_>, id: SignupId) -> Result<()> {
    let now = tx.now();
    diesel::update(signups::table.find(i64::from(id)))
        .set((signups::created_at.eq(now), signups::listed_until.eq(None::<Moment>)))
        .execute(tx.db)?;
    Ok(())
}
