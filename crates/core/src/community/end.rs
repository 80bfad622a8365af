//! Leaving a community, ending one, and what becomes of one whose owner is gone.

use super::{CommunityRules, queries, topic};
use crate::ids::{CommunityId, MemberId};
use crate::moment::Moment;
use crate::notice::{self, Kind};
use crate::store::upsert::hold;
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

/// Communities whose owner has been away for as long as `rules` say, with somebody in them to inherit; at most `most`.
pub fn list_ownerless(tx: &mut Tx<'_>, rules: &CommunityRules, most: i64) -> Result<Vec<CommunityId>> {
    let since = gone_since(tx, rules);
    queries::list_ownerless(tx, since, None, most)
}

/// Whoever has belonged longest inherits one of [`list_ownerless`] and is told; who owned it goes on belonging. `false` if
/// its owner is back.
pub fn inherit(tx: &mut Tx<'_>, id: CommunityId, rules: &CommunityRules) -> Result<bool> {
    let Some(row) = queries::find(tx, id)? else { return Ok(false) };
    // The owner first: they do not come back meanwhile.
    hold(tx, vec![row.owner.into()])?;
    let Some(row) = queries::hold_own(tx, row.owner, id)? else { return Ok(false) };
    let since = gone_since(tx, rules);
    if queries::list_ownerless(tx, since, Some(row.id), 1)?.is_empty() {
        return Ok(false);
    }
    pass_on(tx, id)?;
    Ok(true)
}

fn gone_since(tx: &Tx<'_>, rules: &CommunityRules) -> Moment {
    tx.now().plus_seconds(-rules.away_seconds)
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
