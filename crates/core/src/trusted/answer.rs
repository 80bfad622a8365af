//! A friend's answer: one press, and it stands.

use super::ask::{NEEDED, tally};
use super::counts;
use super::queries::{self, Answer, Ask};
use crate::ids::{FriendAskId, MemberId};
use crate::letter::{self, Matter};
use crate::member::{Card, queries as members};
use crate::notice::{self, Kind as NoticeKind};
use crate::recovery::{Proof, queries as recoveries};
use crate::secrets::Keyring;
use crate::security_log::{self, Event, Kind};
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// What a friend is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Somebody asks to be recognised.
    Open {
        /// As whom.
        member: Card,
        /// Of these, one is what the member will say.
        numbers: [i16; 3],
    },
    /// It was answered.
    Answered(Answered),
    /// It is over, however it ended: nothing is told of anybody.
    Over,
}

/// What a friend pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The number at that place, from 0.
    Number(usize),
    /// Not them, or unknown.
    No,
}

/// What it came to.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The number of the one who asks.
    Right,
    /// Another number.
    Wrong,
    /// Not them.
    No,
}

/// What `me` is shown of it; `None` if it was never theirs.
pub fn show(tx: &mut Tx<'_>, me: MemberId, id: FriendAskId) -> Result<Option<Seen>> {
    let Some(ask) = queries::find_ask(tx, id, me)? else { return Ok(None) };
    if recoveries::find_by_id(tx, ask.recovery)?.is_none() {
        return Ok(Some(Seen::Over));
    }
    Ok(Some(match ask.answer {
        Some(Answer::Yes) => Seen::Answered(Answered::Right),
        Some(Answer::No) => Seen::Answered(Answered::No),
        Some(Answer::Wrong) => Seen::Answered(Answered::Wrong),
        Some(Answer::TakenBack) => Seen::Over,
        None => open(tx, &ask)?,
    }))
}

fn open(tx: &mut Tx<'_>, ask: &Ask) -> Result<Seen> {
    let is_waited_for = recoveries::find_by_id(tx, ask.recovery)?.is_some_and(|row| row.proof().is_none());
    if !is_waited_for || !counts(tx, ask.member, ask.friend)? {
        return Ok(Seen::Over);
    }
    let card = members::find_card(tx, ask.member)?;
    Ok(card.map_or(Seen::Over, |member| Seen::Open { member, numbers: ask.numbers }))
}

/// Takes the answer of `me`: of many at once the first. What follows is what [`show`] tells then. `None` if it was
/// never theirs.
pub fn answer(
    tx: &mut Tx<'_>,
    keys: &Keyring,
    me: MemberId,
    id: FriendAskId,
    said: Said,
    client: &str,
) -> Result<Option<Seen>> {
    let Some(member) = queries::find_ask(tx, id, me)?.map(|ask| ask.member) else { return Ok(None) };
    // Whoever parts or blocks meanwhile waits, and of two friends one is counted after the other.
    hold_pair(tx, me, member)?;
    let Some(ask) = queries::find_ask(tx, id, me)? else { return Ok(None) };
    if ask.answer.is_none() && matches!(open(tx, &ask)?, Seen::Open { .. }) {
        take(tx, keys, &ask, said, client)?;
    }
    show(tx, me, id)
}

fn take(tx: &mut Tx<'_>, keys: &Keyring, ask: &Ask, said: Said, client: &str) -> Result<()> {
    let Some(row) = recoveries::find_by_id(tx, ask.recovery)? else { return Ok(()) };
    let answer = match said {
        Said::No => Answer::No,
        Said::Number(at) if ask.numbers.get(at) == Some(&row.sign) => Answer::Yes,
        Said::Number(_) => Answer::Wrong,
    };
    if !queries::put_answer(tx, ask.id, answer)? {
        return Ok(());
    }
    notice::take_off(tx, ask.friend, NoticeKind::FriendAsked, ask.id.into())?;
    let kind = if answer == Answer::Yes { Kind::FriendConfirmed } else { Kind::FriendRefused };
    security_log::record(tx, Event::of(kind).member(ask.member).client(client))?;
    let (yes, possible) = tally(tx, &row)?;
    if yes >= NEEDED {
        recoveries::prove(tx, row.id, Proof::Friends)?;
    }
    if possible < NEEDED && recoveries::refuse(tx, row.id)? {
        refused(tx, keys, ask.member)?;
    }
    Ok(())
}

/// Two of the three cannot vouch any more: the owner is told at once, since somebody else may hold the number.
fn refused(tx: &mut Tx<'_>, keys: &Keyring, member: MemberId) -> Result<()> {
    letter::tell(tx, keys, member, Matter::FriendsRefused, None)?;
    notice::leave(tx, member, NoticeKind::FriendsRefused, member.into())
}
