//! Knots and applications in the database.

use diesel::prelude::*;

use super::branch::Leaf;
use crate::ids::{InvitationId, KnotId, MemberId};
use crate::member::queries::{CARD, CardRow};
use crate::member::{Card, State};
use crate::moment::Moment;
use crate::store::schema::{applications, invitations, knots, members, phones};
use crate::store::upsert::Both;
use crate::store::{Result, Tx};

pub(super) fn insert_knot(
    tx: &mut Tx<'_>,
    id: KnotId,
    member: MemberId,
    through: Option<KnotId>,
    tied_at: Moment,
) -> Result<()> {
    Both(
        diesel::insert_into(knots::table)
            .values((
                knots::id.eq(id),
                knots::member_id.eq(i64::from(member)),
                knots::through_id.eq(through.map(i64::from)),
                knots::tied_at.eq(tied_at),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.db)?;
    Ok(())
}

pub(super) fn find_knot(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<KnotId>> {
    let row = knots::table.filter(knots::member_id.eq(i64::from(member))).select(knots::id);
    Ok(row.first(tx.db).optional()?)
}

pub(super) fn find_inviter_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<MemberId>> {
    let (own, above) = diesel::alias!(knots as own, knots as above);
    let found: Option<Option<MemberId>> = own
        .inner_join(above.on(above.field(knots::id).nullable().eq(own.field(knots::through_id))))
        .filter(own.field(knots::member_id).eq(i64::from(member)))
        .select(above.field(knots::member_id))
        .first(tx.db)
        .optional()?;
    Ok(found.flatten())
}

/// A knot with whoever it names.
pub(super) struct Row {
    pub(super) id: KnotId,
    pub(super) through: Option<KnotId>,
    pub(super) tied_at: Moment,
    pub(super) who: Option<(Card, State)>,
}

impl Row {
    pub(super) fn leaf(self, depth: usize) -> Leaf {
        Leaf { who: self.who, depth, tied_at: self.tied_at }
    }
}

type Found = (KnotId, Option<KnotId>, Moment, Option<(CardRow, i16)>);

fn row((id, through, tied_at, who): Found) -> Row {
    Row { id, through, tied_at, who: who.map(|(card, state)| (card.into(), State::from_stored(state))) }
}

macro_rules! knots_with_members {
    () => {
        knots::table.left_join(members::table.on(members::id.nullable().eq(knots::member_id))).select((
            knots::id,
            knots::through_id,
            knots::tied_at,
            (CARD, members::state).nullable(),
        ))
    };
}

/// Everybody tied to one of these knots, the earlier first; `at_once` bounds one statement, not the answer.
pub(super) fn list_below(tx: &mut Tx<'_>, through: &[KnotId], at_once: usize) -> Result<Vec<Row>> {
    let mut found = Vec::new();
    for some in through.chunks(at_once) {
        let some: Vec<i64> = some.iter().copied().map(i64::from).collect();
        let rows: Vec<Found> =
            knots_with_members!().filter(knots::through_id.eq_any(some)).order(knots::id).load(tx.db)?;
        found.extend(rows.into_iter().map(row));
    }
    Ok(found)
}

pub(super) fn find_above(tx: &mut Tx<'_>, knot: KnotId) -> Result<Option<Row>> {
    let through: Option<Option<KnotId>> =
        knots::table.find(i64::from(knot)).select(knots::through_id).first(tx.db).optional()?;
    let Some(above) = through.flatten() else { return Ok(None) };
    let found: Option<Found> =
        knots_with_members!().filter(knots::id.eq(i64::from(above))).first(tx.db).optional()?;
    Ok(found.map(row))
}

pub(super) fn find_joined(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Moment>> {
    let row = members::table.find(i64::from(member)).select(members::joined_at);
    Ok(row.first(tx.db).optional()?)
}

pub(super) fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(applications::table.find(i64::from(member))).execute(tx.db)?;
    diesel::update(knots::table.filter(knots::member_id.eq(i64::from(member))))
        .set(knots::member_id.eq(None::<i64>))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn insert_application(
    tx: &mut Tx<'_>,
    member: MemberId,
    invitation: Option<InvitationId>,
    wants_tie: bool,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(applications::table)
        .values((
            applications::member_id.eq(member),
            applications::invitation_id.eq(invitation.map(i64::from)),
            applications::wants_tie.eq(wants_tie),
            applications::asked_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

/// The application of a member, taken out of the list: by which invitation, and whether they would like the tie.
pub(super) fn take_application(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<(InvitationId, bool)>> {
    let taken: Option<(Option<InvitationId>, bool)> =
        diesel::delete(applications::table.find(i64::from(member)))
            .returning((applications::invitation_id, applications::wants_tie))
            .get_result(tx.db)
            .optional()?;
    Ok(taken.and_then(|(invitation, wants_tie)| Some((invitation?, wants_tie))))
}

pub(super) fn list_applications(tx: &mut Tx<'_>, most: i64) -> Result<Vec<(Card, Moment)>> {
    let rows: Vec<(CardRow, Moment)> = applications::table
        .inner_join(members::table.on(members::id.eq(applications::member_id)))
        .filter(members::state.eq(State::Waiting.stored()))
        .order((applications::asked_at, applications::member_id))
        .limit(most)
        .select((CARD, applications::asked_at))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(card, asked_at)| (card.into(), asked_at)).collect())
}

pub(super) fn count_applications(tx: &mut Tx<'_>) -> Result<i64> {
    Ok(applications::table.count().get_result(tx.db)?)
}

/// The inviter is being deleted: whoever waits by their invitation waits without it.
pub(crate) fn forget_invitations_of(tx: &mut Tx<'_>, inviter: MemberId) -> Result<()> {
    let own =
        invitations::table.filter(invitations::inviter_id.eq(inviter)).select(invitations::id.nullable());
    diesel::update(applications::table.filter(applications::invitation_id.eq_any(own)))
        .set(applications::invitation_id.eq(None::<i64>))
        .execute(tx.db)?;
    Ok(())
}

type Number = (Vec<u8>, Option<String>);

/// The sealed number of a member and the language they read.
pub(super) fn find_number_and_language(tx: &mut Tx<'_>, member: MemberId) -> Result<Option<Number>> {
    Ok(phones::table
        .inner_join(members::table.on(members::id.eq(phones::member_id)))
        .filter(phones::member_id.eq(member))
        .select((phones::number_sealed, members::language))
        .first(tx.db)
        .optional()?)
}

/// Somebody who waited and was sent away: they have done nothing but sign up, so there is nothing else to delete.
pub(super) fn delete_applicant(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::delete(applications::table.find(i64::from(member))).execute(tx.db)?;
    diesel::update(invitations::table.filter(invitations::used_by.eq(i64::from(member))))
        .set(invitations::used_by.eq(None::<i64>))
        .execute(tx.db)?;
    diesel::delete(knots::table.filter(knots::member_id.eq(i64::from(member)))).execute(tx.db)?;
    diesel::delete(phones::table.find(i64::from(member))).execute(tx.db)?;
    diesel::delete(members::table.find(i64::from(member))).execute(tx.db)?;
    Ok(())
}
