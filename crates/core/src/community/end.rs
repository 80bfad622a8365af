//! Leaving a community, ending one, and what becomes of one whose owner is gone.

use super::{queries, topic};
use crate::ids::{CommunityId, MemberId};
use crate::notice::{self, Kind};
use crate::store::{Error, Result, Tx};

/// Why somebody stays, or a community does.
#[derive(Debug, thiserror::Error)]
pub enum EndError {
    /// Not there, or the member does not belong.
    #[error("no such community")]
    NotFound,
    /// Its owner goes only once it is handed over.
    #[error("its owner hands it over first")]
    Owned,
    /// Others belong to it.
    #[error("others belong to it")]
    NotEmpty,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

type Outcome = std::result::Result<(), EndError>;

/// Leaves. What was said stays, as it stays readable to those who are left.
pub fn leave(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Outcome {
    let row = queries::hold(tx, id)?.ok_or(EndError::NotFound)?;
    if row.owner == me {
        return Err(EndError::Owned);
    }
    if row.offered_to == Some(me) {
        queries::set_offer(tx, id, None)?;
    }
    notice::take_off(tx, me, Kind::LetIn, id.into())?;
    notice::take_off(tx, me, Kind::PassedOn, id.into())?;
    match queries::remove_member(tx, id, me)? {
        true => Ok(()),
        false => Err(EndError::NotFound),
    }
}

/// Ends a community in which nobody else is left, with all that was said there.
pub fn end(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Outcome {
    let row = queries::hold_own(tx, me, id)?.ok_or(EndError::NotFound)?;
    if row.members > 1 {
        return Err(EndError::NotEmpty);
    }
    Ok(forget(tx, id)?)
}

fn forget(tx: &mut Tx<'_>, id: CommunityId) -> Result<()> {
    topic::forget_all(tx, id)?;
    queries::delete(tx, id)
}

/// A block parts two people: neither offers the other a community any more, nor asks to come into the other's.
pub(crate) fn forget_between(tx: &mut Tx<'_>, one: MemberId, other: MemberId) -> Result<()> {
    for (owner, stranger) in [(one, other), (other, one)] {
        queries::forget_offers(tx, owner, stranger)?;
        queries::forget_requests(tx, owner, stranger)?;
    }
    Ok(())
}

/// A member is deleted. Whoever has belonged longest inherits each community of theirs (CO-07) and is told, one in which nobody is
/// left ends; what they said becomes gaps.
pub(crate) fn forget_member(tx: &mut Tx<'_>, member: MemberId) -> Result<()> {
    queries::forget_requests_of(tx, member)?;
    topic::forget_words_of(tx, member)?;
    for id in queries::joined_by(tx, member)? {
        let Some(row) = queries::hold(tx, id)? else { continue };
        queries::remove_member(tx, id, member)?;
        if row.offered_to == Some(member) {
            queries::set_offer(tx, id, None)?;
        }
        if row.owner == member {
            pass_on(tx, id)?;
        }
    }
    Ok(())
}

fn pass_on(tx: &mut Tx<'_>, id: CommunityId) -> Result<()> {
    match queries::longest_member(tx, id)? {
        Some(heir) => {
            queries::set_owner(tx, id, heir)?;
            notice::leave(tx, heir, Kind::PassedOn, id.into())
        }
        None => forget(tx, id),
    }
}
