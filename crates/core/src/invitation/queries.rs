//! Invitations in the database. Good is: not used, not taken back, not over, and its inviter is active.

use diesel::prelude::*;

use super::Offer;
use crate::ids::{InvitationId, MemberId};
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::store::schema::{held_invitations, invitations, members};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) struct NewRow<'a> {
    pub(super) id: InvitationId,
    pub(super) inviter: MemberId,
    pub(super) code_hash: Vec<u8>,
    pub(super) token_hash: Vec<u8>,
    pub(super) sealed: Vec<u8>,
    pub(super) message: &'a str,
    pub(super) offers_tie: bool,
    pub(super) expires_at: Moment,
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(new.id),
            invitations::inviter_id.eq(new.inviter),
            invitations::code_hash.eq(&new.code_hash),
            invitations::token_hash.eq(&new.token_hash),
            invitations::sealed.eq(&new.sealed),
            invitations::message.eq(new.message),
            invitations::offers_tie.eq(new.offers_tie),
            invitations::created_at.eq(now),
            invitations::expires_at.eq(new.expires_at),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// An invitation as its owner's list reads it.
#[derive(Queryable)]
pub(super) struct Row {
    pub(super) id: InvitationId,
    pub(super) sealed: Vec<u8>,
    pub(super) message: String,
    pub(super) offers_tie: bool,
    pub(super) created_at: Moment,
    pub(super) expires_at: Moment,
    pub(super) cancelled_at: Option<Moment>,
    pub(super) used_at: Option<Moment>,
    pub(super) used_by: Option<MemberId>,
}

type RowColumns = (
    invitations::id,
    invitations::sealed,
    invitations::message,
    invitations::offers_tie,
    invitations::created_at,
    invitations::expires_at,
    invitations::cancelled_at,
    invitations::used_at,
    invitations::used_by,
);
const ROW: RowColumns = (
    invitations::id,
    invitations::sealed,
    invitations::message,
    invitations::offers_tie,
    invitations::created_at,
    invitations::expires_at,
    invitations::cancelled_at,
    invitations::used_at,
    invitations::used_by,
);

pub(super) fn list(
    tx: &mut Tx<'_>,
    inviter: MemberId,
    before: Option<InvitationId>,
    most: i64,
) -> Result<Vec<Row>> {
    Ok(invitations::table
        .filter(invitations::inviter_id.eq(inviter))
        .filter(invitations::id.lt(before.map_or(i64::MAX, i64::from)))
        .order(invitations::id.desc())
        .limit(most)
        .select(ROW)
        .load(tx.db)?)
}

pub(super) fn find_of(tx: &mut Tx<'_>, inviter: MemberId, id: InvitationId) -> Result<Option<Row>> {
    let row = invitations::table.find(i64::from(id)).filter(invitations::inviter_id.eq(inviter)).select(ROW);
    Ok(row.first(tx.db).optional()?)
}

/// True for what nobody has used or taken back and whose time is not over.
macro_rules! is_open {
    ($now:expr) => {
        invitations::used_at
            .is_null()
            .and(invitations::cancelled_at.is_null())
            .and(invitations::expires_at.gt($now))
    };
}

pub(crate) fn count_open(tx: &mut Tx<'_>, inviter: MemberId) -> Result<i64> {
    let now = tx.now();
    Ok(invitations::table
        .filter(invitations::inviter_id.eq(inviter))
        .filter(is_open!(now))
        .count()
        .get_result(tx.db)?)
}

pub(super) fn cancel(tx: &mut Tx<'_>, inviter: MemberId, id: InvitationId) -> Result<bool> {
    let now = tx.now();
    let changed = diesel::update(invitations::table.find(i64::from(id)))
        .filter(invitations::inviter_id.eq(inviter))
        .filter(is_open!(now))
        .set(invitations::cancelled_at.eq(now))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn cancel_of(tx: &mut Tx<'_>, inviter: MemberId) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::update(invitations::table)
        .filter(invitations::inviter_id.eq(inviter))
        .filter(is_open!(now))
        .set(invitations::cancelled_at.eq(now))
        .execute(tx.db)?)
}

pub(super) fn cancel_every(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::update(invitations::table)
        .filter(is_open!(now))
        .set(invitations::cancelled_at.eq(now))
        .execute(tx.db)?)
}

/// A good invitation and what it offers.
pub(crate) struct Open {
    pub(crate) id: InvitationId,
    pub(crate) offer: Offer,
}

type OpenRow = (InvitationId, String, bool, CardRow);

/// At the door there is the drawing alone: to a guest no picture of anybody exists.
fn opened((id, message, offers_tie, inviter): OpenRow) -> Open {
    let inviter = Card { icon: None, ..inviter.into() };
    Open { id, offer: Offer { inviter, message, offers_tie } }
}

/// A good invitation with its active inviter, by a condition.
macro_rules! open_by {
    ($tx:expr, $condition:expr) => {{
        let now = $tx.now();
        let found: Option<OpenRow> = invitations::table
            .inner_join(members::table.on(members::id.eq(invitations::inviter_id)))
            .filter($condition)
            .filter(is_open!(now))
            .filter(members::state.eq(State::Active.stored()))
            .select((invitations::id, invitations::message, invitations::offers_tie, CARD))
            .first($tx.db)
            .optional()?;
        Ok(found.map(opened))
    }};
}

pub(super) fn find_open_by_code(tx: &mut Tx<'_>, marks: &[Vec<u8>]) -> Result<Option<Open>> {
    open_by!(tx, invitations::code_hash.eq_any(marks))
}

pub(super) fn find_open_by_token(tx: &mut Tx<'_>, hash: &[u8]) -> Result<Option<Open>> {
    open_by!(tx, invitations::token_hash.eq(hash))
}

pub(super) fn find_open_held(tx: &mut Tx<'_>, guest: &[u8], since: Moment) -> Result<Option<Open>> {
    let held: Option<InvitationId> = held_invitations::table
        .find(guest)
        .filter(held_invitations::held_at.gt(since))
        .select(held_invitations::invitation_id)
        .first(tx.db)
        .optional()?;
    let Some(id) = held else { return Ok(None) };
    open_by!(tx, invitations::id.eq(i64::from(id)))
}

/// What was offered with an invitation that was used: who invited, and whether they would like to be friends.
pub(crate) fn find_inviter(tx: &mut Tx<'_>, id: InvitationId) -> Result<Option<(MemberId, bool)>> {
    let row =
        invitations::table.find(i64::from(id)).select((invitations::inviter_id, invitations::offers_tie));
    Ok(row.first(tx.db).optional()?)
}

pub(super) fn put_held(tx: &mut Tx<'_>, guest: &[u8], id: InvitationId) -> Result<()> {
    let now = tx.now();
    let new = (held_invitations::invitation_id.eq(id), held_invitations::held_at.eq(now));
    Both(
        diesel::insert_into(held_invitations::table)
            .values((held_invitations::guest_hash.eq(guest), new))
            .on_conflict(held_invitations::guest_hash)
            .do_update()
            .set(new),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn change_guest(tx: &mut Tx<'_>, guest: &[u8], to: &[u8]) -> Result<()> {
    diesel::update(held_invitations::table.find(guest))
        .set(held_invitations::guest_hash.eq(to))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_held(tx: &mut Tx<'_>, id: InvitationId) -> Result<()> {
    diesel::delete(held_invitations::table.filter(held_invitations::invitation_id.eq(id))).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_held_before(tx: &mut Tx<'_>, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(held_invitations::table.filter(held_invitations::held_at.le(moment))).execute(tx.db)?)
}

/// The one statement that decides who of many is first.
pub(super) fn spend(tx: &mut Tx<'_>, id: InvitationId) -> Result<bool> {
    let now = tx.now();
    let changed = diesel::update(invitations::table.find(i64::from(id)))
        .filter(is_open!(now))
        .set(invitations::used_at.eq(now))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn unspend(tx: &mut Tx<'_>, id: InvitationId) -> Result<()> {
    diesel::update(invitations::table.find(i64::from(id)))
        .set(invitations::used_at.eq(None::<Moment>))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn set_user(tx: &mut Tx<'_>, id: InvitationId, by: MemberId) -> Result<()> {
    diesel::update(invitations::table.find(i64::from(id)))
        .set(invitations::used_by.eq(i64::from(by)))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::update(invitations::table.filter(invitations::used_by.eq(i64::from(member))))
        .set(invitations::used_by.eq(None::<i64>))
        .execute(tx.db)?;
    let own = || invitations::table.filter(invitations::inviter_id.eq(member)).select(invitations::id);
    diesel::delete(held_invitations::table.filter(held_invitations::invitation_id.eq_any(own())))
        .execute(tx.db)?;
    crate::joining::queries::forget_invitations_of(tx, member)?;
    diesel::delete(invitations::table.filter(invitations::inviter_id.eq(member))).execute(tx.db)?;
    Ok(())
}
