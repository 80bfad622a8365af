//! Answering an offer to meet somebody.

use super::{OFFER_SECONDS, Row, is_open, queries};
use crate::ids::{MeetingId, MemberId};
use crate::member::Card;
use crate::moment::Moment;
use crate::notice::{self, Kind};
use crate::profile;
use crate::store::{Result, Tx};

/// How many offers one page shows.
const MOST: usize = 20;

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

/// What `me` has not answered yet and could still come about, the newest first.
pub fn offers(tx: &mut Tx<'_>, me: MemberId) -> Result<Vec<MeetingOffer>> {
    let since = tx.now().plus_seconds(-OFFER_SECONDS);
    let mut offers = Vec::new();
    for row in queries::unanswered(tx, me, since)? {
        if offers.len() < MOST && is_open(tx, &row)? {
            offers.extend(told(tx, row)?);
        }
    }
    Ok(offers)
}

fn told(tx: &mut Tx<'_>, row: Row) -> Result<Option<MeetingOffer>> {
    let by = profile::card(tx, row.me, row.by)?;
    let Row { id, message, offered_at, .. } = row;
    Ok(by.map(|by| MeetingOffer { id, by, message, offered_at }))
}

/// Says yes or no; `false` if there is no such offer any more. A no ends it in silence. With the second yes each is
/// told who the other is.
pub fn answer(tx: &mut Tx<'_>, me: MemberId, id: MeetingId, yes: bool) -> Result<bool> {
    let since = tx.now().plus_seconds(-OFFER_SECONDS);
    let rows = queries::unanswered(tx, me, since)?;
    let Some(row) = rows.into_iter().find(|row| row.id == id) else { return Ok(false) };
    if !is_open(tx, &row)? {
        return Ok(false);
    }
    if !yes {
        queries::delete(tx, id)?;
    } else if queries::agree(tx, id, me)? {
        queries::delete(tx, id)?;
        notice::leave(tx, row.me, Kind::Met, row.other.into())?;
        notice::leave(tx, row.other, Kind::Met, row.me.into())?;
    }
    Ok(true)
}
