//! Bans and suspensions in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::{Ban, Reason, Sentence, Suspension};
use crate::ids::MemberId;
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::store::schema::{bans, members, number_undos, phones, suspensions};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn is_banned(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<bool> {
    let listed = bans::table.filter(bans::number_hash.eq_any(marks)).filter(bans::expires_at.gt(tx.now()));
    Ok(diesel::select(exists(listed)).get_result(tx.db)?)
}

/// The number of a member, and those that are kept for them to come back to.
pub(super) fn list_number_hashes(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Vec<u8>>> {
    let own = phones::table.find(i64::from(member)).select(phones::number_hash);
    let kept = number_undos::table
        .filter(number_undos::member_id.eq(member))
        .filter(number_undos::ends_at.gt(tx.now()))
        .select(number_undos::number_hash);
    let mut numbers: Vec<Vec<u8>> = own.load(tx.db)?;
    numbers.extend(kept.load::<Vec<u8>>(tx.db)?);
    Ok(numbers)
}

pub(super) fn put_ban(
    tx: &mut Tx<'_>,
    number_hash: &[u8],
    member: MemberId,
    sentence: &Sentence,
    expires_at: Moment,
) -> Result<()> {
    let now = tx.now();
    let listed = (
        bans::member_id.eq(i64::from(member)),
        bans::reason.eq(sentence.reason.word()),
        bans::memo.eq(sentence.memo.as_str()),
        bans::operator_id.eq(sentence.by.map(i64::from)),
        bans::banned_at.eq(now),
        bans::expires_at.eq(expires_at),
    );
    Both(
        diesel::insert_into(bans::table)
            .values((bans::number_hash.eq(number_hash), listed))
            .on_conflict(bans::number_hash)
            .do_update()
            .set(listed),
    )
    .execute(tx.db)?;
    Ok(())
}

/// A member who has changed their number may have been banned with more than one.
pub(super) fn delete_ban_of(tx: &mut Tx<'_>, member: MemberId) -> Result<bool> {
    let gone = diesel::delete(bans::table.filter(bans::member_id.eq(i64::from(member)))).execute(tx.db)?;
    Ok(gone > 0)
}

pub(super) fn find_ban_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Ban>> {
    let row: Option<Listed> = bans::table
        .filter(bans::member_id.eq(i64::from(member)))
        .filter(bans::expires_at.gt(tx.now()))
        .order(bans::expires_at.desc())
        .select((bans::reason, bans::memo, bans::banned_at, bans::expires_at))
        .first(tx.db)
        .optional()?;
    Ok(row.map(ban))
}

type Listed = (String, String, Moment, Moment);

fn ban((reason, memo, banned_at, expires_at): Listed) -> Ban {
    Ban { reason: Reason::of_word(&reason), memo, banned_at, expires_at }
}

pub(super) fn list_nameless(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Ban>> {
    let rows: Vec<Listed> = bans::table
        .filter(bans::member_id.is_null())
        .filter(bans::expires_at.gt(tx.now()))
        .order(bans::banned_at.desc())
        .limit(most)
        .select((bans::reason, bans::memo, bans::banned_at, bans::expires_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(ban).collect())
}

pub(super) fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::update(bans::table.filter(bans::member_id.eq(i64::from(member))))
        .set(bans::member_id.eq(None::<i64>))
        .execute(tx.db)?;
    diesel::delete(suspensions::table.find(i64::from(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_ended(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(bans::table.filter(bans::expires_at.le(now))).execute(tx.db)?)
}

pub(super) fn put_suspension(tx: &mut Tx<'_>, member: MemberId, sentence: &Sentence) -> Result<()> {
    let now = tx.now();
    let said = (
        suspensions::reason.eq(sentence.reason.word()),
        suspensions::memo.eq(sentence.memo.as_str()),
        suspensions::operator_id.eq(sentence.by.map(i64::from)),
        suspensions::suspended_at.eq(now),
    );
    Both(
        diesel::insert_into(suspensions::table)
            .values((suspensions::member_id.eq(member), said))
            .on_conflict(suspensions::member_id)
            .do_update()
            .set(said),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_suspension(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(suspensions::table.find(i64::from(member))).execute(tx.db)?;
    Ok(())
}

pub(super) fn find_suspension(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Suspension>> {
    let row: Option<(String, String, Moment)> = suspensions::table
        .find(i64::from(member))
        .select((suspensions::reason, suspensions::memo, suspensions::suspended_at))
        .first(tx.db)
        .optional()?;
    Ok(row.map(|(reason, memo, suspended_at)| Suspension {
        reason: Reason::of_word(&reason),
        memo,
        suspended_at,
    }))
}

type Suspended = (CardRow, String, String, Moment);

pub(super) fn list_suspended(tx: &mut Tx<'_>, most: i64) -> Result<Vec<(Card, Suspension)>> {
    let rows: Vec<Suspended> = suspensions::table
        .inner_join(members::table.on(members::id.eq(suspensions::member_id)))
        .filter(members::state.eq(State::Suspended.stored()))
        .order(suspensions::suspended_at.desc())
        .limit(most)
        .select((CARD, suspensions::reason, suspensions::memo, suspensions::suspended_at))
        .load(tx.db)?;
    let told = |(card, reason, memo, suspended_at): Suspended| {
        (Card::from(card), Suspension { reason: Reason::of_word(&reason), memo, suspended_at })
    };
    Ok(rows.into_iter().map(told).collect())
}
