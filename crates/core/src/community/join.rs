//! Coming in, or asking to.

use super::begin::{narrowed, remember};
use super::{Joins, MOST_JOINED, MOST_WAITING, queries};
use crate::ids::{CommunityId, MemberId};
use crate::notice;
use crate::store::upsert::hold;
use crate::store::{Error, Result, Tx};
use crate::visibility::Visibility;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// The member belongs.
    Yes,
    /// The owner is asked.
    Asked,
}

/// Why nobody came in.
#[derive(Debug, thiserror::Error)]
pub enum JoinError {
    /// There is no such community.
    #[error("no such community")]
    NotFound,
    /// The member belongs to [`MOST_JOINED`], or has asked to.
    #[error("too many communities")]
    TooMany,
    /// [`MOST_WAITING`] wait for the owner's answer already.
    #[error("too many ask already")]
    Crowded,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Comes in, or asks where the owner has the say. Who belongs already, or has asked, does so once.
pub fn join(
    tx: &mut Tx<'_>,
    me: MemberId,
    id: CommunityId,
    shown_to: Visibility,
) -> std::result::Result<Joined, JoinError> {
    hold(tx, vec![me.into()])?;
    let row = queries::hold(tx, id)?.ok_or(JoinError::NotFound)?;
    if queries::find_level(tx, id, me)?.is_some() {
        return Ok(Joined::Yes);
    }
    let has_asked = queries::has_asked(tx, id, me)?;
    if !has_asked && queries::count_joined(tx, me)? + queries::count_asked(tx, me)? >= MOST_JOINED {
        return Err(JoinError::TooMany);
    }
    match row.joins {
        Joins::Freely => {
            queries::delete_request(tx, id, me)?;
            queries::put_member(tx, id, me, narrowed(shown_to))?;
            remember(tx, me, shown_to)?;
            Ok(Joined::Yes)
        }
        // What waits already rings nobody anew.
        Joins::AfterYes if has_asked => Ok(Joined::Asked),
        Joins::AfterYes => {
            if queries::count_waiting(tx, id, MOST_WAITING)? >= MOST_WAITING {
                return Err(JoinError::Crowded);
            }
            queries::put_request(tx, id, me, narrowed(shown_to))?;
            remember(tx, me, shown_to)?;
            notice::call(tx, row.owner)?;
            Ok(Joined::Asked)
        }
    }
}

/// Takes back what `me` has asked; `false` if nothing waits.
pub fn withdraw(tx: &mut Tx<'_>, me: MemberId, id: CommunityId) -> Result<bool> {
    queries::delete_request(tx, id, me)
}

/// Says who is shown, outside, that `me` belongs; `false` if they do not.
pub fn show_to(tx: &mut Tx<'_>, me: MemberId, id: CommunityId, shown_to: Visibility) -> Result<bool> {
    let belongs = queries::set_level(tx, id, me, narrowed(shown_to))?;
    if belongs {
        remember(tx, me, shown_to)?;
    }
    Ok(belongs)
}
