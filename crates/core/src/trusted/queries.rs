//! Trusted friends and what they are asked, in the database.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::CHOSEN;
use crate::ids::{FriendAskId, MemberId, RecoveryId};
use crate::member::Card;
use crate::member::queries::{CARD, CardRow, NAME};
use crate::moment::Moment;
use crate::notice::{Kind, Notice, Subject};
use crate::store::schema::{friend_asks, friendships, members, notices, recoveries, trusted_friends};
use crate::store::{Result, Tx};
use crate::visibility::Viewer;
use crate::visibility::queries::visible_to;

/// What a friend said, as kept in the `answer` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    Wrong,
    TakenBack,
}

impl Answer {
    const fn stored(self) -> i16 {
        match self {
            Answer::Yes => 1,
            Answer::No => 2,
            Answer::Wrong => 3,
            Answer::TakenBack => 4,
        }
    }

    const fn of_stored(stored: i16) -> Answer {
        match stored {
            1 => Answer::Yes,
            2 => Answer::No,
            3 => Answer::Wrong,
            _ => Answer::TakenBack,
        }
    }
}

/// One friend asked.
pub(super) struct Ask {
    pub id: FriendAskId,
    pub recovery: RecoveryId,
    pub member: MemberId,
    pub friend: MemberId,
    pub numbers: [i16; 3],
    pub answer: Option<Answer>,
}

pub(super) fn insert(tx: &mut Tx<'_>, member: MemberId, friend: MemberId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(trusted_friends::table)
        .values((
            trusted_friends::member_id.eq(member),
            trusted_friends::friend_id.eq(friend),
            trusted_friends::chosen_at.eq(now),
        ))
        .execute(tx.db)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Tx<'_>, member: MemberId, friend: MemberId) -> Result<()> {
    diesel::delete(trusted_friends::table.find((i64::from(member), i64::from(friend)))).execute(tx.db)?;
    Ok(())
}

pub(super) fn is_chosen(tx: &mut Tx<'_>, member: MemberId, friend: MemberId) -> Result<bool> {
    let row = trusted_friends::table.find((i64::from(member), i64::from(friend)));
    Ok(diesel::select(exists(row)).get_result(tx.db)?)
}

pub(super) fn list_chosen_ids(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<MemberId>> {
    Ok(trusted_friends::table
        .filter(trusted_friends::member_id.eq(member))
        .order(trusted_friends::friend_id)
        .limit(CHOSEN as i64)
        .select(trusted_friends::friend_id)
        .load(tx.db)?)
}

/// Those whom their chooser may still meet; somebody who is away or blocked has no name here.
pub(super) fn list_chosen(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = trusted_friends::table
        .inner_join(members::table.on(members::id.eq(trusted_friends::friend_id)))
        .filter(trusted_friends::member_id.eq(member))
        .filter(visible_to(Viewer::Member(member), NAME))
        .order(trusted_friends::friend_id)
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// Who has chosen this friend, of those who are still friends and may be met, the newest choice first.
pub(super) fn chosen_by(tx: &mut Tx<'_>, friend: MemberId) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> = trusted_friends::table
        .inner_join(members::table.on(members::id.eq(trusted_friends::member_id)))
        .inner_join(
            friendships::table.on(friendships::member_id
                .eq(trusted_friends::friend_id)
                .and(friendships::friend_id.eq(trusted_friends::member_id))),
        )
        .filter(trusted_friends::friend_id.eq(friend))
        .filter(visible_to(Viewer::Member(friend), NAME))
        .order(trusted_friends::chosen_at.desc())
        .select(CARD)
        .load(tx.db)?;
    Ok(rows.into_iter().map(Card::from).collect())
}

/// The red lines "you were chosen", as long as that is so.
pub(crate) fn told_chosen(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(CardRow, Moment)> = notices::table
        .inner_join(members::table.on(members::id.eq(notices::subject_id)))
        .inner_join(
            trusted_friends::table.on(trusted_friends::member_id
                .eq(notices::subject_id)
                .and(trusted_friends::friend_id.eq(notices::member_id))),
        )
        .inner_join(friendships::table.on(
            friendships::member_id.eq(notices::member_id).and(friendships::friend_id.eq(notices::subject_id)),
        ))
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::TrustedChosen.stored()))
        .filter(visible_to(Viewer::Member(me), NAME))
        .select((CARD, notices::newest_at))
        .load(tx.db)?;
    let told = |(card, newest_at): (CardRow, Moment)| Notice {
        subject: Subject::TrustedChosen { by: card.into() },
        newest_at,
    };
    Ok(rows.into_iter().map(told).collect())
}

/// The red lines "somebody asks you", as long as an answer is waited for and would count.
pub(crate) fn told_asked(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<Notice>> {
    let rows: Vec<(FriendAskId, CardRow, Moment)> = notices::table
        .inner_join(friend_asks::table.on(friend_asks::id.eq(notices::subject_id)))
        .inner_join(recoveries::table.on(recoveries::id.eq(friend_asks::recovery_id)))
        .inner_join(members::table.on(members::id.eq(friend_asks::member_id)))
        .inner_join(
            trusted_friends::table.on(trusted_friends::member_id
                .eq(friend_asks::member_id)
                .and(trusted_friends::friend_id.eq(friend_asks::friend_id))),
        )
        .inner_join(
            friendships::table.on(friendships::member_id
                .eq(notices::member_id)
                .and(friendships::friend_id.eq(friend_asks::member_id))),
        )
        .filter(notices::member_id.eq(me))
        .filter(notices::kind.eq(Kind::FriendAsked.stored()))
        .filter(friend_asks::friend_id.eq(me))
        .filter(friend_asks::answer.is_null())
        .filter(recoveries::expires_at.gt(tx.now()))
        .filter(recoveries::proof.is_null())
        .filter(visible_to(Viewer::Member(me), NAME))
        .select((friend_asks::id, CARD, notices::newest_at))
        .load(tx.db)?;
    let told = |(ask, card, newest_at): (FriendAskId, CardRow, Moment)| Notice {
        subject: Subject::FriendAsked { ask, by: card.into() },
        newest_at,
    };
    Ok(rows.into_iter().map(told).collect())
}

pub(super) fn insert_ask(
    tx: &mut Tx<'_>,
    recovery: RecoveryId,
    (member, friend): (MemberId, MemberId),
    [first, second, third]: [i16; 3],
    until: Moment,
) -> Result<FriendAskId> {
    let (id, now): (FriendAskId, _) = (tx.fresh_id(), tx.now());
    diesel::insert_into(friend_asks::table)
        .values((
            friend_asks::id.eq(id),
            friend_asks::recovery_id.eq(recovery),
            friend_asks::member_id.eq(member),
            friend_asks::friend_id.eq(friend),
            friend_asks::first_number.eq(first),
            friend_asks::second_number.eq(second),
            friend_asks::third_number.eq(third),
            friend_asks::asked_at.eq(now),
            friend_asks::expires_at.eq(until),
        ))
        .execute(tx.db)?;
    Ok(id)
}

type AskRow = (FriendAskId, RecoveryId, MemberId, MemberId, (i16, i16, i16), Option<i16>);

/// An ask, if it was this friend's.
pub(super) fn find_ask(tx: &mut Tx<'_>, id: FriendAskId, friend: MemberId) -> Result<Option<Ask>> {
    let row: Option<AskRow> = friend_asks::table
        .find(i64::from(id))
        .filter(friend_asks::friend_id.eq(friend))
        .select((
            friend_asks::id,
            friend_asks::recovery_id,
            friend_asks::member_id,
            friend_asks::friend_id,
            (friend_asks::first_number, friend_asks::second_number, friend_asks::third_number),
            friend_asks::answer,
        ))
        .first(tx.db)
        .optional()?;
    let ask = |(id, recovery, member, friend, (first, second, third), answer): AskRow| Ask {
        id,
        recovery,
        member,
        friend,
        numbers: [first, second, third],
        answer: answer.map(Answer::of_stored),
    };
    Ok(row.map(ask))
}

/// Of one friend's presses at once the first is kept: `false` for the others.
pub(super) fn put_answer(tx: &mut Tx<'_>, id: FriendAskId, answer: Answer) -> Result<bool> {
    let changed = diesel::update(friend_asks::table.find(i64::from(id)))
        .filter(friend_asks::answer.is_null())
        .set(friend_asks::answer.eq(Some(answer.stored())))
        .execute(tx.db)?;
    Ok(changed > 0)
}

pub(super) fn list_answers(tx: &mut Tx<'_>, recovery: RecoveryId) -> Result<Vec<(MemberId, Option<Answer>)>> {
    let rows: Vec<(MemberId, Option<i16>)> = friend_asks::table
        .filter(friend_asks::recovery_id.eq(recovery))
        .select((friend_asks::friend_id, friend_asks::answer))
        .load(tx.db)?;
    Ok(rows.into_iter().map(|(friend, answer)| (friend, answer.map(Answer::of_stored))).collect())
}

/// Whoever the three are is chosen anew: what was asked or answered before counts no more.
pub(super) fn end_asks_of(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    diesel::update(friend_asks::table.filter(friend_asks::member_id.eq(member)))
        .set(friend_asks::answer.eq(Some(Answer::TakenBack.stored())))
        .execute(tx.db)?;
    Ok(())
}

/// One friend steps back: a question to them that is open is over; an answer they gave stands.
pub(super) fn end_ask_to(tx: &mut Tx<'_>, member: MemberId, friend: MemberId) -> Result<()> {
    let open = friend_asks::table
        .filter(friend_asks::member_id.eq(member))
        .filter(friend_asks::friend_id.eq(friend))
        .filter(friend_asks::answer.is_null());
    diesel::update(open).set(friend_asks::answer.eq(Some(Answer::TakenBack.stored()))).execute(tx.db)?;
    Ok(())
}

/// Red lines about what was asked for this member go with them.
pub(crate) fn forget_notices(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    let asks = friend_asks::table.filter(friend_asks::member_id.eq(member)).select(friend_asks::id);
    let told = notices::table
        .filter(notices::kind.eq(Kind::FriendAsked.stored()))
        .filter(notices::subject_id.eq_any(asks));
    diesel::delete(told).execute(tx.db)?;
    Ok(())
}

pub(super) fn delete_over(tx: &mut Tx<'_>, horizon: Moment) -> Result<usize> {
    let over = || friend_asks::table.filter(friend_asks::expires_at.le(horizon));
    let told = notices::table
        .filter(notices::kind.eq(Kind::FriendAsked.stored()))
        .filter(notices::subject_id.eq_any(over().select(friend_asks::id)));
    diesel::delete(told).execute(tx.db)?;
    Ok(diesel::delete(over()).execute(tx.db)?)
}
