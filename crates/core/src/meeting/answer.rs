//! Answering an offer to meet somebody.

use super::{OFFER_SECONDS, queries};
use crate::ids::{MeetingId, MemberId};
use crate::member::Card;
use crate::moment::Moment;
use crate::notice::{self, Kind};
use crate::store::upsert::hold_pair;
use crate::store::{Result, Tx};

/// An offer that waits for an answer. Who the other is, it does not say.
#[derive(Clone, Debug)]
pub struct MeetingOffer {
    /// Which.
    pub id: MeetingId,
    /// The friend who would like them to meet.
    pub by: Card,
    /// What they wrote to both; may be empty.
    pub message: String,
    /// When.
    pub offered_at: Moment,
}

/// What an answer to an offer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Would like to meet.
    Yes,
    /// Would rather not.
    No,
}

impl Answered {
    pub(super) fn stored(self) -> i16 {
        match self {
            Answered::Yes => 1,
            Answered::No => 2,
        }
    }
}

/// What `me` has not answered yet and could still come about, the newest first.
pub fn offers(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<MeetingOffer>> {
    let since = tx.now().plus_seconds(-OFFER_SECONDS);
    Ok(queries::unanswered(tx, me, since)?.into_iter().map(|row| row.offer).collect())
}

/// Answers; `false` if there is no such offer any more. Whatever the other has said or will say, it looks the same, until
/// both have said yes: then each is told who the other is.
pub fn answer(tx: &mut Tx<'_>, me: MemberId, id: MeetingId, said: Answered) -> Result<bool> {
    let since = tx.now().plus_seconds(-OFFER_SECONDS);
    let found = queries::unanswered(tx, me, since)?.into_iter().find(|row| row.offer.id == id);
    let Some(other) = found.map(|row| row.other) else { return Ok(false) };
    hold_pair(tx, me, other)?;
    queries::say(tx, id, me, said)?;
    if queries::agree(tx, id)? {
        notice::leave(tx, me, Kind::Met, other.into())?;
        notice::leave(tx, other, Kind::Met, me.into())?;
    }
    Ok(true)
}
