//! Handing a community over: the owner offers it to a member, who takes it or does not.

use super::{MembersPage, PEOPLE_PER_PAGE, queries};
use crate::ids::{CommunityId, MemberId};
use crate::member::{self, Card};
use crate::notice;
use crate::store::upsert::hold_pair;
use crate::store::{Error, Result, Tx};

/// Why nothing was offered.
#[derive(Debug, thiserror::Error)]
pub enum OfferError {
    /// Not the member's own community, or nobody in it whom they may meet.
    #[error("no such community or member")]
    NotFound,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Whom a community of `me` could be handed over to, page by page.
pub fn successors(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    after: Option<MemberId>,
) -> Result<Option<MembersPage>> {
    let Some(row) = queries::find(tx, id)?.filter(|row| row.owner == me) else { return Ok(None) };
    let mut people = queries::fellows(tx, me, id, after, PEOPLE_PER_PAGE + 2)?;
    people.retain(|card| card.id != me);
    Ok(Some(MembersPage::cut(row, people, true)))
}

/// Somebody to whom `me` could offer it.
pub fn successor(tx: &mut Tx<'_>, me: MemberId, id: CommunityId, to: MemberId) -> Result<Option<Card>> {
    let is_own = queries::find(tx, id)?.is_some_and(|row| row.owner == me);
    let may = is_own && to != me && queries::is_fellow(tx, me, id, to)?;
    if may { member::queries::find_card(tx, to) } else { Ok(None) }
}

/// Offers it; an earlier offer is over.
pub fn offer(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    to: MemberId,
) -> std::result::Result<(), OfferError> {
    hold_pair(tx, me, to)?;
    let row = queries::hold_own(tx, me, id)?.ok_or(OfferError::NotFound)?;
    if to == me || !queries::is_fellow(tx, me, id, to)? {
        return Err(OfferError::NotFound);
    }
    if row.offered_to == Some(to) {
        return Ok(());
    }
    queries::set_offer(tx, id, Some(to))?;
    Ok(notice::call(tx, to)?)
}

/// The owner keeps it after all; `false` if it is not theirs.
pub fn take_offer_back(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<bool> {
    if queries::hold_own(tx, me, id)?.is_none() {
        return Ok(false);
    }
    queries::set_offer(tx, id, None)?;
    Ok(true)
}

/// The answer of whom it is offered to; `false` if it is not, or no more.
pub fn answer_offer(tx: &mut Tx<'_>, me: MemberId, id: CommunityId, says_yes: bool) -> Result<bool> {
    let Some(row) = queries::hold(tx, id)? else { return Ok(false) };
    let belongs = queries::is_fellow(tx, me, id, row.owner)? && queries::find_level(tx, id, me)?.is_some();
    if row.offered_to != Some(me) || !belongs {
        return Ok(false);
    }
    match says_yes {
        true => queries::set_owner(tx, id, me)?,
        false => queries::set_offer(tx, id, None)?,
    }
    Ok(true)
}
